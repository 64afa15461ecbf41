// What a project says of itself: its name, one sentence on it, and the commands that its manifests stand for.
import { parse as parseToml } from 'smol-toml';
import { oneLine } from '../markdown/inline.ts';

export type Commands = { readonly install?: string; readonly build?: string; readonly test?: string };

export type Manifest = {
  readonly path: string;
  readonly name: string | null;
  readonly description: string | null;
  readonly commands: Commands;
};

/** Files beside a manifest that say which program reads it. */
export const LOCK_PATHS = ['pnpm-lock.yaml', 'yarn.lock', 'bun.lock', 'uv.lock', 'poetry.lock'] as const;

/** Null where the text is not what its name promises. */
export function readManifest(path: string, text: string, locks: readonly string[]): Manifest | null {
  try {
    const { name, description, ...commands } = READERS[path]?.(text, locks) ?? {};
    return { path, name: sentence(name), description: sentence(description), commands };
  } catch {
    return null;
  }
}

type ManifestFields = Commands & { readonly name?: unknown; readonly description?: unknown };
type Table = Readonly<Record<string, unknown>>;

// The one that speaks for the project first.
const READERS: Readonly<Record<string, (text: string, locks: readonly string[]) => ManifestFields>> = {
  'package.json': readPackageJson,
  'pyproject.toml': readPyproject,
  'Cargo.toml': (text) => ({
    ...tableIn(parseToml(text), 'package'),
    build: 'cargo build',
    test: 'cargo test',
  }),
  'go.mod': (text) => ({
    name: /^module\s+(?:\S*\/)?(\S+)/m.exec(text)?.[1],
    build: 'go build ./...',
    test: 'go test ./...',
  }),
  'composer.json': (text) => ({ ...pick(JSON.parse(text)), install: 'composer install' }),
  'pom.xml': (text) => ({
    name: /<artifactId>([^<]+)</.exec(text.replace(/<parent>(?:(?!<parent>)[\s\S])*?<\/parent>/, ''))?.[1],
    description: /<description>([^<]+)</.exec(text)?.[1],
    build: 'mvn package',
    test: 'mvn test',
  }),
  Gemfile: () => ({ install: 'bundle install' }),
  'requirements.txt': () => ({ install: 'pip install -r requirements.txt' }),
  Makefile: (text) => ({
    build: 'make',
    ...(/^test\s*:/m.test(text) ? { test: 'make test' } : {}),
  }),
};

/** The files that are looked at, in that order. */
export const MANIFEST_PATHS: readonly string[] = Object.keys(READERS);

const RUNNERS: Readonly<Record<string, string>> = {
  'pnpm-lock.yaml': 'pnpm',
  'yarn.lock': 'yarn',
  'bun.lock': 'bun',
};

function readPackageJson(text: string, locks: readonly string[]): ManifestFields {
  const table: Table = JSON.parse(text);
  const runner = locks.map((lock) => RUNNERS[lock]).find((one) => one !== undefined) ?? 'npm';
  const scripts = tableIn(table, 'scripts');
  const script = (name: 'build' | 'test') => (name in scripts ? { [name]: `${runner} run ${name}` } : {});
  return { ...pick(table), install: `${runner} install`, ...script('build'), ...script('test') };
}

function readPyproject(text: string, locks: readonly string[]): ManifestFields {
  const table: Table = parseToml(text);
  const poetry = tableIn(tableIn(table, 'tool'), 'poetry');
  const install = locks.includes('uv.lock')
    ? 'uv sync'
    : 'name' in poetry
      ? 'poetry install'
      : 'pip install -e .';
  return { ...pick(poetry), ...pick(tableIn(table, 'project')), install };
}

const tableIn = (table: Table, key: string): Table =>
  typeof table[key] === 'object' ? ((table[key] ?? {}) as Table) : {};

const pick = ({ name, description }: Table): ManifestFields => ({
  ...(name ? { name } : {}),
  ...(description ? { description } : {}),
});

const sentence = (value: unknown): string | null =>
  typeof value === 'string' ? oneLine(value) || null : null;
