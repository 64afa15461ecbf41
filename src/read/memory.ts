// What the tool remembers in the git directory, checked for its shape: a stranger's or an older version's is
// as good as none.
import type { DraftMark } from '../core/draft/landing.ts';
import type { PendingDraft } from '../core/draft/parked.ts';
import { hasFile, readText } from '../effects/files.ts';
import { readState } from '../effects/state.ts';
import type { Repository } from '../git/repository.ts';
import { isIgnored, readBlobId, readTreeEntry } from '../git/tracking.ts';
import type { Project } from './project.ts';

export type Memory = {
  /** The commit at which the tool was installed: nothing older is owed; null: everything is. */
  readonly baseline: string | null;
  /** Newest last. */
  readonly drafts: readonly DraftMark[];
  /** Ids of commits that a person never wants recorded. */
  readonly never: readonly string[];
  /** Ids of commits for which a person said "not now". */
  readonly putOff: readonly string[];
  /** New ids of rewritten commits, by the old ones. */
  readonly rewritten: ReadonlyMap<string, string>;
};

export function readMemory({ gitDir, commonDir }: Repository): Memory {
  const installed = readState(commonDir, 'install');
  const rewritten = readState(gitDir, 'rewritten');
  return {
    baseline: isObject(installed) && typeof installed.baseline === 'string' ? installed.baseline : null,
    drafts: listOf(readState(gitDir, 'drafts')).filter(isDraftMark),
    never: listOf(readState(gitDir, 'never')).filter(isText),
    putOff: listOf(readState(gitDir, 'put-off')).filter(isText),
    rewritten: new Map(Object.entries(isObject(rewritten) ? rewritten : {}).filter(isTextPair)),
  };
}

/** Drafts that nobody has committed, newest last. */
export const readPending = ({ gitDir }: Pick<Repository, 'gitDir'>): readonly PendingDraft[] =>
  listOf(readState(gitDir, 'pending')).filter(isPending);

const isPending = (value: unknown): value is PendingDraft =>
  isObject(value) &&
  [value.path, value.before, value.text].every(isText) &&
  (value.committed === null || isText(value.committed));

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;
const isText = (value: unknown): value is string => typeof value === 'string';
const isTextPair = (pair: [string, unknown]): pair is [string, string] => isText(pair[1]);
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const isDraftMark = (value: unknown): value is DraftMark =>
  isObject(value) && isText(value.blob) && typeof value.isOurs === 'boolean';

/** Throws Problem (3): a context file that is no text. */
export function isDraftPending({ repository, place, top }: Project, path: string): boolean {
  const { drafts } = readMemory(repository);
  const text = drafts.length === 0 || !hasFile(top, path) ? null : readText(top, path);
  if (text === null) return false;
  const blob = readBlobId(place, path, text);
  if (drafts.every((mark) => mark.blob !== blob)) return false;
  const committed = readTreeEntry(place, 'HEAD', path)?.blob ?? null;
  return committed === null ? !isIgnored(place, path) : committed !== blob;
}
