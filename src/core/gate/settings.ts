// Which of the gate's own settings a change touches: those keys, not the file around them.
import { CONFIG_FILES, type ConfigTexts } from '../config/config.ts';
import type { DocumentChange } from '../types.ts';

export const CONFIG_PATHS: readonly string[] = CONFIG_FILES;

/** What decides which files need a decision and which files hold decisions. */
const KEYS = ['gate', 'documents.architecture', 'documents.decisions', 'documents.context'] as const;

export type SettingsChange = { readonly path: string; readonly keys: readonly string[] };

/** What is in force instead of committed settings that have faults, as texts of CONFIG_FILES. */
export type SettingsInForce = { readonly unreadable: ConfigTexts; readonly texts: ConfigTexts };

/** Settings that only move from one config file to the other did not change. */
export function settingsChanged(
  documents: readonly DocumentChange[],
  settings?: SettingsInForce,
): SettingsChange[] {
  const files = CONFIG_PATHS.flatMap((path, at) => {
    const found = documents.find((document) => document.path === path) ?? [];
    return settings === undefined ? found : [found].flat().map((file) => inPlaceOf(file, settings, at));
  });
  const first = files[0];
  if (first === undefined) return [];
  const befores = versionsBefore(files).map((texts) => firstSettings(files, texts));
  const after = firstSettings(
    files,
    files.map((file) => file.after),
  );
  const differs = (key: string, before: unknown) =>
    canonical(valueAt(before, key)) !== canonical(valueAt(after, key));
  // To name the context file where none was named softens nothing.
  const isFirstName = (key: string, before: unknown) =>
    key === 'documents.context' && valueAt(before, key) === undefined;
  const keys = KEYS.filter((key) =>
    befores.every((before) => differs(key, before) && !isFirstName(key, before)),
  );
  const path = files.find((file) => settingsIn(file.path, file.after) !== null)?.path ?? first.path;
  return keys.length === 0 ? [] : [{ path, keys }];
}

// A change that gives them back what is in force changes nothing.
function inPlaceOf(file: DocumentChange, { unreadable, texts }: SettingsInForce, at: number): DocumentChange {
  return file.before === unreadable[at] ? { ...file, before: texts[at] ?? null } : file;
}

type Texts = readonly (string | null)[];

/** The texts of the files before; of a merge in each parent. */
function versionsBefore(files: readonly DocumentChange[]): Texts[] {
  const parents = Math.max(...files.map(({ otherBefores = [] }) => otherBefores.length)) + 1;
  return Array.from({ length: parents }, (_, parent) =>
    files.map(({ before, otherBefores = [] }) =>
      parent === 0 ? before : (otherBefores[parent - 1] ?? before),
    ),
  );
}

const firstSettings = (files: readonly DocumentChange[], texts: Texts): unknown =>
  files.map(({ path }, index) => settingsIn(path, texts[index] ?? null)).find((one) => one !== null) ?? null;

// A file that cannot be read has settings that nobody knows.
function settingsIn(path: string, text: string | null): unknown {
  if (text === null) return null;
  try {
    const parsed: unknown = JSON.parse(text.replace(/^\uFEFF/, ''));
    return path === 'package.json' ? (valueAt(parsed, 'handoff') ?? null) : parsed;
  } catch {
    return path === 'package.json' ? null : { gate: 'unreadable' };
  }
}

function valueAt(value: unknown, key: string): unknown {
  return key
    .split('.')
    .reduce<unknown>(
      (at, name) =>
        typeof at === 'object' && at !== null ? (at as Record<string, unknown>)[name] : undefined,
      value,
    );
}

/** Equal for equal values, whatever the order of their keys; empty objects are like none. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? '';
  const fields = Object.entries(value)
    .map(([key, item]) => [key, canonical(item)] as const)
    .filter(([, item]) => item !== '')
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return fields.length === 0 ? '' : `{${fields.map(([key, item]) => `${key}:${item}`).join()}}`;
}
