// What becomes of a draft: the effects of a person's answer, or of the settings where nobody is asked.
import type { DraftInto } from '../config/defaults.ts';
import type { Draft, Effect } from '../types.ts';

/** A context file as we drafted it. */
export type DraftMark = {
  readonly blob: string;
  /** Whether drafts are all that the file held beyond what was committed. */
  readonly isOurs: boolean;
};

export type Landing = Omit<DraftMark, 'blob'> & {
  readonly into: DraftInto;
  /** Every id under which git may store the drafted file. */
  readonly blobs: readonly string[];
  /** Drafts remembered so far, newest last. */
  readonly drafts: readonly DraftMark[];
};

/** Remembered at most, each. */
const MOST = 50;

/** Remembers the draft, then writes it where it belongs: one that was not known as ours would pay for the
 * next commit. */
export function landDraft(draft: Draft, { into, drafts, blobs, ...mark }: Landing): readonly Effect[] {
  return [
    rememberDrafts(
      drafts,
      blobs.map((blob) => ({ ...mark, blob })),
    ),
    writeInto(into, draft, mark.isOurs),
    { kind: 'forget', name: 'put-off' },
  ];
}

/** `drafts`: those remembered so far. */
export const rememberDrafts = (drafts: readonly DraftMark[], marks: readonly DraftMark[]): Effect => ({
  kind: 'remember',
  name: 'drafts',
  value: [...drafts.filter(({ blob }) => marks.every((mark) => mark.blob !== blob)), ...marks].slice(-MOST),
});

/** Leaves the commits owed; they come up again with the next commit that deserves a record. */
export const putOff = (commits: readonly string[]): Effect => ({
  kind: 'remember',
  name: 'put-off',
  value: commits,
});

/** Leaves one commit out of every draft to come. */
export const leaveOut = (sha: string, never: readonly string[]): Effect => ({
  kind: 'remember',
  name: 'never',
  value: [...never, sha].slice(-MOST),
});

function writeInto(into: DraftInto, { path, before, text, commits }: Draft, isOurs: boolean): Effect {
  const file = { path, before, text, isOurs };
  if (into === 'worktree') return { kind: 'write', path, before, text };
  if (into === 'index') return { kind: 'stage', ...file };
  const count = commits.length === 1 ? 'one commit' : `${commits.length} commits`;
  return { kind: 'commit', ...file, message: `docs: update ${path}\n\nRecords ${count}.\n` };
}

/** Whether a draft was put into a commit of its own under that message. */
export const isUpdateMessage = (message: string): boolean =>
  /^docs: update .+\n\nRecords (?:one commit|\d+ commits)\.\n*$/.test(message);
