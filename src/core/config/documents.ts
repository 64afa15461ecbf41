// Which of a repository's paths are the documents that the tool knows.
import { groupBy } from '../groups.ts';
import { memoize } from '../memo.ts';
import { type Config, type DocumentKind, PHASES_ANYWHERE } from './defaults.ts';
import { compileGlob, globFault } from './globs.ts';

type Matcher = (path: string) => boolean;

const matchers = new Map<string, Matcher>();

/** Whether a path, relative to the top level, fits a glob; case counts in directories, not in a document's
 * name. */
export function matchesGlob(glob: string, path: string): boolean {
  let matcher = matchers.get(glob);
  if (matcher === undefined) {
    matcher = createMatcher(glob);
    matchers.set(glob, matcher);
  }
  return matcher(path);
}

// Most globs are plain paths, and a repository may have thousands to compare.
function createMatcher(glob: string): Matcher {
  // One of a document, such as the files that a decision governs; settings with one are not read at all.
  if (globFault(glob) !== null) return () => false;
  const isCaseless = /\.md$/i.test(glob);
  if (/[^\w./ -]/.test(glob)) return compileLater(glob, isCaseless);
  const wanted = glob.toLowerCase();
  return (path) =>
    path === glob || (isCaseless && path.length === glob.length && path.toLowerCase() === wanted);
}

// To compile a glob takes longer than to see that a path ends otherwise.
function compileLater(glob: string, isCaseless: boolean): Matcher {
  const fold = (text: string) => (isCaseless ? text.toLowerCase() : text);
  // `**/Dockerfile` is the one at the top level too.
  const end = fold((/(?<![\w./-])[\w./-]*$/.exec(glob)?.[0] ?? '').replace(/^\//, ''));
  let matcher: Matcher | null = null;
  return (path) => {
    if (!fold(path).endsWith(end)) return false;
    matcher ??= compileGlob(fold(glob));
    return matcher(fold(path));
  };
}

export const isDocument = (kind: DocumentKind, path: string, config: Config): boolean =>
  fitsOne(config.documents[kind])(path);

/** Whether a path is a document of one of the kinds. */
export const documentsOf = (kinds: readonly DocumentKind[], config: Config): Matcher =>
  fitsOne(kinds.flatMap((kind) => config.documents[kind]));

// A commit may have thousands of files, and few globs end as the name of one does.
const fitsOne = memoize((globs: readonly string[]): Matcher => {
  const byEnding = groupBy(globs, (glob) =>
    /(?<![\w./-])[\w./-]*$/.exec(glob)?.[0].includes('.') ? endingOf(glob) : '',
  );
  const others = byEnding.get('') ?? [];
  return (path) => {
    const own = byEnding.get(endingOf(path));
    return own?.some((glob) => fits(glob, path)) === true || others.some((glob) => fits(glob, path));
  };
}, 100);

/** Behind the last dot. */
const endingOf = (path: string): string => path.slice(path.lastIndexOf('.') + 1).toLowerCase();

/** Whether decisions are kept there: in a log or a record, or in a context file's own section. */
export const mayDecideIn = (path: string, config: Config): boolean =>
  isDocument('decisions', path, config) || isDocument('context', path, config);

/** The documents that guards, and the phase that they depend on, are read from. */
export const GUARD_KINDS: readonly DocumentKind[] = ['decisions', 'context', 'start', 'phases', 'roadmap'];

// Copied in, or there to be tried: no document of the project, unless a glob says where it is.
const FOREIGN =
  /(?:^|\/)(?:node_modules|vendor|third_party|fixtures|__fixtures__|testdata|examples?|templates?)\//;

/** Copied in, or there to be tried. */
export const isForeign = (path: string): boolean => FOREIGN.test(path);

// What an assistant is told to do: `.claude/commands/adr.md` writes records, it is none.
const OF_AN_ASSISTANT =
  /(?:^|\/)\.(?:claude|cursor|gemini|codex|opencode|roo|windsurf|github|agents?(?:-[a-z]+)*)\//;

// What was written about a phase, or about the users of what it builds, is no plan of it.
const ABOUT_PHASE =
  /(?:^|\/)(?:reviews?|user[-_]stories|stories|research|reports?|audits?|retros?|retrospectives|summaries|verifications?|feedback|runbooks?|prompts?|sessions?|test[-_]plans?|archived?|archives)\/|[-_](?:review|user[-_]stories|report|audit|retro|retrospective|summary|verification|uat|prompt|feedback|runbook)(?:[-_][^/]*)?\.md$/i;

const fits = (glob: string, path: string): boolean =>
  matchesGlob(glob, path) &&
  !(glob.startsWith('**/') && (isForeign(path) || OF_AN_ASSISTANT.test(path))) &&
  !(glob === PHASES_ANYWHERE && ABOUT_PHASE.test(path));

/** All paths of a kind: in the order of its globs, then nearest the root, then by name. */
export function findDocuments(kind: DocumentKind, paths: readonly string[], config: Config): string[] {
  const depth = (path: string) => path.split('/').length;
  const found = config.documents[kind].flatMap((glob) =>
    paths
      .filter((path) => fits(glob, path))
      .sort((a, b) => depth(a) - depth(b) || (a < b ? -1 : Number(a > b))),
  );
  return [...new Set(found)];
}
