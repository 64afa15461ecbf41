// The documents of a range: which Markdown files its commits changed, and from which text into which.
import type { Config } from '../config/defaults.ts';
import { isDocument, isForeign } from '../config/documents.ts';
import type { ChangedFile, Commit, DocumentChange } from '../types.ts';
import { declaresNames } from './new-names.ts';

/** A text that one commit left; `sha`: in full. */
export type Version = { readonly sha: string; readonly text: string };

/** A document over the whole range; `sha`: the commit that changed it last, in full; `versions`: what those
 * before it left, oldest first, as far as they were read. */
export type RangeDocument = DocumentChange & { readonly sha: string; readonly versions?: readonly Version[] };

export type RangeFile = {
  readonly path: string;
  readonly sha: string;
  /** Ids of its texts before and after. */
  readonly blobs: readonly [before: string, after: string];
  /** What commits before `sha` left, oldest first. */
  readonly earlier: readonly { readonly sha: string; readonly blob: string }[];
  readonly isNew: boolean;
};

export type RangeFiles = {
  readonly files: readonly RangeFile[];
  /** How many more the range changed. */
  readonly leftOut: number;
};

/** Documents of one range that are read at most, and characters of their texts. */
const MOST_FILES = 40;
export const MOST_TEXT = 400_000;

type Found = Omit<RangeFile, 'isNew'> & { readonly lines: number };

/** The most telling first; `commits` oldest first. `contextPath`: the file that is drafted, which tells
 * nothing to itself. */
export function filesOfRange(
  commits: readonly (Commit & { readonly sha: string })[],
  contextPath: string,
  config: Config,
): RangeFiles {
  const found = new Map<string, Found>();
  for (const { sha, files } of commits) for (const file of files) follow(found, file, sha);
  // A rename that git was not asked for, or could not see.
  const gone = new Set(
    commits.flatMap(({ files }) =>
      files.flatMap(({ status, blobs }) => (status === 'D' ? [blobs?.[0]] : [])),
    ),
  );
  const told = [...found.values()]
    .filter(
      ({ path, blobs: [before, after] }) =>
        nameOf(path) !== nameOf(contextPath) && before !== after && !gone.has(after),
    )
    .sort((a, b) => rankOf(a.path, config) - rankOf(b.path, config) || b.lines - a.lines);
  const files = told
    .slice(0, MOST_FILES)
    .map(({ lines: _, ...file }) => ({ ...file, isNew: /^0+$/.test(file.blobs[0]) }));
  return { files, leftOut: told.length - files.length };
}

// A file of that name in another directory speaks for that directory.
const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

// A document that was renamed is the same one; one that went has nothing to say.
function follow(found: Map<string, Found>, file: ChangedFile, sha: string): void {
  const { path, from, status, blobs, mode } = file;
  const earlier = found.get(status === 'R' ? (from ?? path) : path);
  if (status === 'R' && from !== undefined) found.delete(from);
  if (status === 'D') found.delete(path);
  else if (blobs !== undefined && mode !== '120000' && mode !== '160000' && isTelling(path)) {
    const lines = (earlier?.lines ?? 0) + (file.added ?? 0) + (file.deleted ?? 0);
    const left =
      earlier === undefined ? [] : [...earlier.earlier, { sha: earlier.sha, blob: earlier.blobs[1] }];
    found.set(path, { path, sha, blobs: [earlier?.blobs[0] ?? blobs[0], blobs[1]], earlier: left, lines });
  }
}

// Directories of tools and of instructions to agents.
const ELSEWHERE =
  /(?:^|\/)(?:\.(?!planning\/)[^/]+|prompts?|skills?|agents?|commands|workflows|references|archived?|locales?|i18n)\//i;
export const isPaper = (path: string): boolean => /\.(?:md|markdown|txt|rst|adoc)$/i.test(path);
export const isOnPaper = ({ files }: Pick<Commit, 'files'>): boolean =>
  files.length > 0 && files.every(({ path }) => isPaper(path));
/** Documents that say what always holds. */
export const STANDING =
  /(?:^|\/)(?:(?:readme|claude|gemini|contributing)[^/]*|(?:agents|copilot-instructions|license|code_of_conduct|security|skill)(?:\.\w+)+)$/i;
/** Those of them in which agents keep what they decided and met. */
const INSTRUCTIONS = /(?:^|\/)(?:claude|gemini|agents)(?:\.local)?\.md$/i;

const isTelling = (path: string): boolean =>
  !isForeign(path) &&
  (declaresNames(path) ||
    (/\.(?:md|markdown)$/i.test(path) &&
      !ELSEWHERE.test(path) &&
      (!STANDING.test(path) || INSTRUCTIONS.test(path))));

/** Where documents say what comes next. */
export const PLANS =
  /(?:^|[/_-])(?:to-?dos?|road-?map|plans?|backlog|tasks?|phases?|sprints?|milestones?|status|state|progress|hand-?off|hand-?over|session|next)(?:[/._-]|$)/i;
/** Where documents say what happened, entry by entry. */
export const LOGS =
  /(?:^|[/_-])(?:change-?log|changes|history|work-?log|dev-?log|journal|diary|logs?|notes?|lessons|issues|bugs|releases?)(?:[/._-]|$)/i;

function rankOf(path: string, config: Config): number {
  if (PLANS.test(path) || isDocument('phases', path, config)) return 0;
  if (LOGS.test(path)) return 1;
  if (isDocument('decisions', path, config)) return 2;
  return STANDING.test(path) ? 4 : 3;
}

/** What the commits' own readings of their documents show, where nobody read those of the range. */
export function documentsOf(
  commits: readonly {
    readonly commit: { readonly sha: string };
    readonly documents: readonly DocumentChange[];
  }[],
): RangeDocument[] {
  const found = new Map<string, RangeDocument>();
  for (const { commit, documents } of commits)
    for (const one of documents) {
      const last = found.get(one.path);
      const { before } = last ?? one;
      const left = last === undefined ? [] : [{ sha: last.sha, text: last.after ?? '' }];
      const versions = [...(last?.versions ?? []), ...left];
      if (isTelling(one.path))
        found.set(one.path, { path: one.path, before, after: one.after, sha: commit.sha, versions });
    }
  return [...found.values()];
}
