// What an installation changed, as `<git common dir>/handoff-hooks/install.json` keeps it. Hooks hold their
// own undo between their markers; everything else that uninstall needs stands here.
import { absoluteFrom, relativeTo } from './paths.ts';

export const INTO = [
  'git',
  'local',
  'husky',
  'lefthook',
  'pre-commit',
  'prek',
  'hk',
  'simple-git-hooks',
] as const;
export type Into = (typeof INTO)[number];

/** A file that is not a hook of ours, before and after; bytes as characters. */
export type FileEdit = {
  /** `stub`: a hook that a manager would have written; `agent`: what wires a coding agent. */
  readonly kind: 'settings' | 'stub' | 'agent';
  /** Of a stub its hook, of an agent its name, of settings whose they are. */
  readonly name: string;
  readonly path: string;
  /** Null: there was no file. */
  readonly before: string | null;
  readonly after: string;
};

export type Manifest = {
  readonly version: string;
  readonly into: Into;
  /** HEAD when hooks were first installed here, null before the first commit. Never moved by another
   * install. */
  readonly baseline: string | null;
  /** Hook files with our block. Absolute. */
  readonly hooks: readonly string[];
  readonly edits: readonly FileEdit[];
  /** What was copied into our own directory: the size in bytes by the path in it. */
  readonly sizes: Readonly<Record<string, number>>;
  /** Directories that were not there before. Absolute. */
  readonly directories: readonly string[];
};

/** Paths are written relative to the common directory: a repository may be moved. */
export const formatManifest = (manifest: Manifest, commonDir: string): string =>
  `${toAscii(
    JSON.stringify(
      withPaths(manifest, (path) => relativeTo(commonDir, path)),
      null,
      2,
    ),
  )}\n`;

/** Null where the text is not a manifest. */
export function parseManifest(text: string, commonDir: string): Manifest | null {
  const raw = parseObject(text);
  if (raw === null || typeof raw.version !== 'string') return null;
  const manifest = {
    version: raw.version,
    into: INTO.find((into) => into === raw.into) ?? 'git',
    baseline: typeof raw.baseline === 'string' ? raw.baseline : null,
    hooks: listOf(raw.hooks).filter(isText),
    edits: listOf(raw.edits).filter(isEdit),
    sizes: sizesIn(raw.sizes),
    directories: listOf(raw.directories).filter(isText),
  };
  return withPaths(manifest, (path) => absoluteFrom(commonDir, path));
}

const withPaths = (manifest: Manifest, change: (path: string) => string): Manifest => ({
  ...manifest,
  hooks: manifest.hooks.map(change),
  edits: manifest.edits.map((edit) => ({ ...edit, path: change(edit.path) })),
  directories: manifest.directories.map(change),
});

// Files are written byte by byte.
const toAscii = (json: string): string =>
  json.replace(/[\u0080-\uffff]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`);

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

const sizesIn = (value: unknown): Record<string, number> =>
  Object.fromEntries(Object.entries(value ?? {}).filter(([, size]) => typeof size === 'number'));

const isText = (value: unknown): value is string => typeof value === 'string';

function isEdit(value: unknown): value is FileEdit {
  const { kind, name, path, before, after } = (value ?? {}) as Partial<Record<keyof FileEdit, unknown>>;
  return [kind, name, path, after].every(isText) && (before === null || isText(before));
}

function parseObject(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}
