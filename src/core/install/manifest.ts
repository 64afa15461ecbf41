// What an installation changed, as `<git common dir>/handoff-hooks/install.json` keeps it. Hooks hold their own undo
// between their markers; everything else that uninstall needs stands here.
import { absoluteFrom, relativeTo } from './paths.ts';

export const INTO = ['git', 'husky'] as const;
export type Into = (typeof INTO)[number];

export type Manifest = {
  readonly version: string;
  readonly into: Into;
  /** HEAD when hooks were first installed here, null before the first commit. Never moved by another install. */
  readonly baseline: string | null;
  /** Hook disk with our block. Absolute. */
  readonly hooks: readonly string[];
  /** Folders that were not there before. Absolute. */
  readonly folders: readonly string[];
};

/** Paths are written relative to the common directory: a repository may be moved. */
export function formatManifest(manifest: Manifest, commonDir: string): string {
  const relative = (paths: readonly string[]) => paths.map((path) => relativeTo(commonDir, path));
  const written = { ...manifest, hooks: relative(manifest.hooks), folders: relative(manifest.folders) };
  return `${toAscii(JSON.stringify(written, null, 2))}\n`;
}

/** Null where the text is not a manifest. */
export function parseManifest(text: string, commonDir: string): Manifest | null {
  const raw = parseObject(text);
  if (raw === null || typeof raw.version !== 'string') return null;
  const absolute = (value: unknown) => texts(value).map((path) => absoluteFrom(commonDir, path));
  return {
    version: raw.version,
    into: raw.into as Into,
    baseline: typeof raw.baseline === 'string' ? raw.baseline : null,
    hooks: absolute(raw.hooks),
    folders: absolute(raw.folders),
  };
}

// Files are written byte by byte.
const toAscii = (json: string): string =>
  json.replace(/[\u0080-\uffff]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`);

const texts = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];

function parseObject(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}
