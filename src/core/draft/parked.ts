// A draft in the work tree that nobody has committed yet: what it takes to park it.

export type PendingDraft = {
  readonly path: string;
  /** The blob that HEAD had of the file then; null: none. */
  readonly committed: string | null;
  readonly before: string;
  readonly text: string;
};

/** Remembered at most; drafts that follow one another at once are one. */
const MOST = 20;

/** Those that can be there still: HEAD has the file as it was when they were drafted. */
export const stillPending = (
  pending: readonly PendingDraft[],
  { path, committed }: Pick<PendingDraft, 'path' | 'committed'>,
): readonly PendingDraft[] => pending.filter((one) => one.path === path && one.committed === committed);

export function addPending(pending: readonly PendingDraft[], next: PendingDraft): readonly PendingDraft[] {
  const here = stillPending(pending, next);
  const last = here.at(-1);
  return last?.text === next.before
    ? [...here.slice(0, -1), { ...last, text: next.text }]
    : [...here, next].slice(-MOST);
}
