// What commits claim, taken together: what the head of the file has to say once they are accounted for.
import type { Claim, ClaimKind } from '../claims/claim.ts';
import { foldName } from '../context/roles.ts';
import { isSameWork } from './same.ts';

/** One thing said, and the commit that said it, in full; null: a person's answer. */
export type Saying = {
  readonly text: string;
  readonly sha: string | null;
  /** Whether it means what it names in all its words, and nothing like it. */
  readonly isExact?: boolean;
};

/** `unit` as written (`phase`, `sprint`), `id` as written (`2B`); `text`: the title, where one was given. */
export type UnitSaying = Saying & { readonly unit: string; readonly id: string };

export type HeadChange = {
  readonly done: readonly UnitSaying[];
  readonly started: readonly UnitSaying[];
  /** Said to be done by a commit that was reverted since. */
  readonly reopened: readonly UnitSaying[];
  /** Items that were finished. */
  readonly finished: readonly Saying[];
  readonly next: readonly Saying[];
  readonly blockers: readonly Saying[];
  readonly unblocked: readonly Saying[];
  readonly gotchas: readonly Saying[];
  readonly rejected: readonly Saying[];
  readonly results: readonly Saying[];
  /** Ids of commits that were reverted. */
  readonly withdrawn: readonly string[];
};

/** A commit and what it claims; `takesBack`: what the commit that it reverts had claimed, and its id where it
 * is named. */
export type Claiming = {
  readonly sha: string;
  readonly claims: readonly Claim[];
  readonly takesBack: { readonly sha: string | null; readonly claims: readonly Claim[] } | null;
};

export const NO_CHANGE: HeadChange = {
  done: [],
  started: [],
  reopened: [],
  finished: [],
  next: [],
  blockers: [],
  unblocked: [],
  gotchas: [],
  rejected: [],
  results: [],
  withdrawn: [],
};

/** Commits oldest first: a later one may clear a blocker that an earlier one met. */
export const changeOf = (commits: readonly Claiming[]): HeadChange =>
  commits.reduce((change, commit) => follow(takeBack(change, commit), commit), NO_CHANGE);

type Add = (change: HeadChange, claim: Claim, sha: string) => HeadChange;

const ADD: Readonly<Partial<Record<ClaimKind, Add>>> = {
  'phase-done': (change, claim, sha) => moveUnit(change, 'done', claim, sha),
  'phase-started': (change, claim, sha) => moveUnit(change, 'started', claim, sha),
  done: (change, { text }, sha) => append(change, 'finished', { text, sha }),
  blocker: (change, { text }, sha) => append(change, 'blockers', { text, sha }),
  unblocked: (change, { text }, sha) => clear(change, { text, sha }),
  gotcha: (change, { text }, sha) => append(change, 'gotchas', { text, sha }),
  rejected: (change, { text }, sha) => append(change, 'rejected', { text, sha }),
  result: (change, { text }, sha) => append(change, 'results', { text, sha }),
};

function follow(change: HeadChange, { sha, claims }: Claiming): HeadChange {
  // A new box in some document is an item of that document; what comes next is what an author says.
  const next = claims.filter(({ kind, source }) => kind === 'next' && source !== 'document');
  const added = claims.reduce((told, claim) => ADD[claim.kind]?.(told, claim, sha) ?? told, change);
  return next.length === 0 ? added : { ...added, next: next.map(({ text }) => ({ text, sha })) };
}

type ListName = Exclude<keyof HeadChange, 'withdrawn' | 'done' | 'started' | 'reopened'>;

function append(change: HeadChange, name: ListName, saying: Saying): HeadChange {
  const isKnown = change[name].some(({ text }) => foldName(text) === foldName(saying.text));
  return isKnown ? change : { ...change, [name]: [...change[name], saying] };
}

// A blocker that was met and cleared within the range is no matter of the head, unless an earlier range had
// met it, too.
function clear(change: HeadChange, saying: Saying): HeadChange {
  const gone = change.blockers.filter(({ text }) => isSameWork(text, saying.text));
  if (gone.length === 0) return append(change, 'unblocked', saying);
  const kept: HeadChange = { ...change, blockers: change.blockers.filter((one) => !gone.includes(one)) };
  return gone.reduce<HeadChange>(
    (told, { text }) => append(told, 'unblocked', { ...saying, text, isExact: true }),
    kept,
  );
}

const keyOf = ({ unit, id }: { readonly unit: string | null; readonly id: string | null }): string =>
  `${unit ?? ''} ${withoutZeros(id ?? '')}`.toLowerCase();

// A commit may say `phase-02` of what the file calls `Phase 2`.
const withoutZeros = (id: string): string => id.replace(/^0+(?=\d)/, '');

type UnitList = 'done' | 'started' | 'reopened';

/** Into one of the lists, and out of the others: the last word holds. */
function moveUnit(change: HeadChange, to: UnitList | null, claim: Claim, sha: string): HeadChange {
  const { unit, id, text } = claim;
  if (unit === null || id === null) return change;
  if (to !== null && change[to].some((one) => keyOf(one) === keyOf(claim))) return change;
  const without = (list: readonly UnitSaying[]) => list.filter((one) => keyOf(one) !== keyOf(claim));
  const cleared = {
    ...change,
    done: without(change.done),
    started: without(change.started),
    reopened: without(change.reopened),
  };
  return to === null
    ? cleared
    : { ...cleared, [to]: [...cleared[to], { unit, id: withoutZeros(id), text, sha }] };
}

// What was said and taken back within the range is not said; what stands in the file already is taken out of
// it.
function takeBack(change: HeadChange, { sha, takesBack }: Claiming): HeadChange {
  if (takesBack === null) return change;
  const isTaken = (one: Saying) => takesBack.sha !== null && one.sha?.startsWith(takesBack.sha) === true;
  const names = ['finished', 'next', 'blockers', 'unblocked', 'gotchas', 'rejected', 'results'] as const;
  const lists = Object.fromEntries(names.map((name) => [name, change[name].filter((one) => !isTaken(one))]));
  const rest: HeadChange = {
    ...change,
    ...lists,
    withdrawn: takesBack.sha === null ? change.withdrawn : [...change.withdrawn, takesBack.sha],
  };
  return takesBack.claims
    .filter(({ kind }) => kind === 'phase-done')
    .reduce((told, claim) => {
      const isOfRange = told.done.some((one) => keyOf(one) === keyOf(claim));
      return moveUnit(told, isOfRange ? null : 'reopened', claim, sha);
    }, rest);
}
