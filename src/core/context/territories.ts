// Which part of a repository each context file speaks for, and which part of a commit belongs to it.
import type { Config, DocumentKind } from '../config/defaults.ts';
import { isForeign } from '../config/documents.ts';
import type { ChangedFile } from '../types.ts';

export type Territory = {
  /** The context file. */
  readonly path: string;
  /** The directory that it speaks for, with a slash behind it; empty: the whole repository. */
  readonly root: string;
};

/** Directories of documents and of tools: a file in one speaks for the directory that holds it. */
const BESIDE = /(?:^|(?<=\/))(?:docs?|memory[-_]bank|\.[^/]+)\/.*$|^ai\/.*$/i;

/** The directory that a context file speaks for. */
export const rootOf = (path: string): string => path.replace(BESIDE, '').replace(/(?<![^/])[^/]*$/, '');

/** The path as the directory sees it that it would speak for: `docs/HANDOFF.md` of `web/docs/HANDOFF.md`. */
export const localPath = (path: string): string => path.slice(rootOf(path).length);

const DEAD = /(?:^|\/)(?:archived?|archives|tests?|__tests__)\//i;

/** Not what is put away, copied in, or there to be tried. */
export const mayHaveTerritory = (path: string): boolean => !isForeign(path) && !DEAD.test(path);

/** The workflow's own name for it, whatever else is there. */
export const isOwnName = (path: string): boolean => /(?:^|\/)session_context\.md$/i.test(path);

const DEEPEST = 3;

/** The globs of the default settings look no deeper, and a project may have thousands of texts. */
export const isNear = (path: string): boolean =>
  path.split('/', DEEPEST + 1).length <= DEEPEST || isOwnName(path);

/** One for each directory: the first of its files. */
export function territoriesOf(paths: readonly string[]): readonly Territory[] {
  const roots = new Map<string, string>();
  for (const path of paths) if (!roots.has(rootOf(path))) roots.set(rootOf(path), path);
  return [...roots].map(([root, path]) => ({ path, root }));
}

/** The nearest above all of the paths; null: none is. */
export function nearestAbove(paths: readonly string[], all: readonly Territory[]): Territory | null {
  const above = all.filter(({ root }) => paths.every((path) => path.startsWith(root)));
  return above.reduce<Territory | null>(
    (best, one) => (best === null || one.root.length > best.root.length ? one : best),
    null,
  );
}

/** Whether what stands at the path concerns a territory: it lies there, or above. */
export const isSeenFrom = (path: string, { root }: Territory, all: readonly Territory[]): boolean =>
  root.startsWith(nearestAbove([path], all)?.root ?? '');

/** What of a commit belongs to a territory; null: nothing. */
export type PartOf = <Made extends { readonly files: readonly ChangedFile[] }>(commit: Made) => Made | null;

export const WHOLE: PartOf = (commit) => commit;

/** A commit belongs to the nearest territory above all of its paths; where none is, to each for its own
 * files. A context file that comes along with work elsewhere carries a draft there. */
export function partOf(territory: Territory, all: readonly Territory[]): PartOf {
  if (territory.root === '' && all.length <= 1) return WHOLE;
  const isContext = new Set(all.map(({ path }) => path));
  return (commit) => {
    const paths = commit.files.map(({ path }) => path);
    const work = paths.filter((path) => !isContext.has(path));
    const told = paths.filter((path) => all.some((one) => one.path === path && isAbove(one, work)));
    const counted = work.length === 0 ? paths : [...work, ...told];
    // A commit of no file is the whole repository's.
    const shared = nearestAbove(counted.length === 0 ? [''] : counted, all);
    if (shared !== null) return shared.root === territory.root ? commit : null;
    const files = commit.files.filter(({ path }) => nearestAbove([path], all)?.root === territory.root);
    return files.length === 0 ? null : { ...commit, files };
  };
}

const isAbove = ({ root }: Territory, paths: readonly string[]): boolean =>
  paths.every((path) => path.startsWith(root));

/** The settings as a directory sees them: documents of its own come first, and phases are its own alone. */
export function localConfig(config: Config, { root }: Pick<Territory, 'root'>): Config {
  if (root === '') return config;
  const kinds = Object.entries(config.documents) as [DocumentKind, readonly string[]][];
  const plain = root.replace(/[*?{}[\]()!\\]/g, '?');
  const documents = kinds.map(([kind, globs]) => {
    const own = globs.map((glob) => `${plain}${glob}`);
    return [kind, kind === 'phases' ? own : [...own, ...globs]];
  });
  return { ...config, documents: Object.fromEntries(documents) };
}
