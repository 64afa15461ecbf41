// Where a context file and git disagree: few and right. Each finding names its line and what speaks against it.
import { findOrders } from '../brief/foreign.ts';
import type { Context } from '../context/context.ts';
import type { Role } from '../context/names.ts';
import { groupBy } from '../groups.ts';
import type { Decision, Document, OwedCommit } from '../types.ts';
import { contradictingDates, entriesOutOfOrder } from './dates.ts';
import { supersededDecisions } from './decisions.ts';
import { doneItems } from './next.ts';
import { type FinishedBy, finishedPhases } from './phases.ts';

/** A commit since the last update of the file, newest first. */
export type RecentCommit = Pick<OwedCommit, 'commit' | 'message'>;

/** A path that the file quotes and that is not there, as git tells what became of it. */
export type LostPath = {
  readonly path: string;
  readonly line: number;
  /** The commit that took it away. */
  readonly sha: string;
  /** Its name since; null where git knows none. */
  readonly to: string | null;
};

/** How far the file is behind, where an update of it is due. */
export type Lag = {
  readonly commits: number;
  readonly days: number;
  /** Subjects of the commits that deserve a record, newest first. */
  readonly subjects: readonly string[];
};

export type DriftFacts = {
  readonly path: string;
  readonly context: Context;
  /** Null where the file accounts for all that deserves it. */
  readonly lag: Lag | null;
  readonly phases: readonly Document[];
  readonly decisions: readonly Decision[];
  readonly commits: readonly RecentCommit[];
  readonly lost: readonly LostPath[];
};

export type Drift = { readonly line: number } & (
  | ({ readonly rule: 'behind' } & Lag)
  | { readonly rule: 'path-gone'; readonly sha: string; readonly paths: readonly LostPath[] }
  | {
      readonly rule: 'phase-finished';
      readonly phase: string;
      readonly text: string;
      readonly by: FinishedBy;
    }
  | {
      readonly rule: 'decision-superseded';
      readonly decision: Decision;
      readonly successor: Decision | null;
      readonly text: string;
    }
  | { readonly rule: 'next-done'; readonly text: string; readonly sha: string; readonly subject: string }
  | {
      readonly rule: 'dates-contradict';
      readonly earlier: string;
      readonly later: string;
      readonly laterLine: number;
    }
  | { readonly rule: 'log-order'; readonly above: string; readonly below: string }
  | { readonly rule: 'addresses-assistant'; readonly text: string }
);

/** By line. */
export function findDrift(facts: DriftFacts): Drift[] {
  const found = [
    ...(facts.lag === null ? [] : [{ rule: 'behind', line: 1, ...facts.lag } as const]),
    ...gonePaths(facts.lost),
    ...finishedPhases(facts),
    ...supersededDecisions(facts),
    ...doneItems(facts),
    ...contradictingDates(facts.context),
    ...entriesOutOfOrder(facts.context),
    ...orders(facts.context),
  ];
  return found.sort((a, b) => a.line - b.line);
}

// What one commit moved or removed is one finding.
const gonePaths = (lost: readonly LostPath[]): Drift[] =>
  [...groupBy(lost, ({ sha }) => sha)].map(([sha, paths]) => ({
    rule: 'path-gone',
    sha,
    paths,
    line: Math.min(...paths.map(({ line }) => line)),
  }));

const RULES: readonly Role[] = ['standards', 'doNot', 'reading'];

/** Sections that say to be a prompt, to be pasted into an assistant. */
const PROMPT = /\b(?:prompt|instructions?|onboarding)\b/i;

function orders({ outline, places }: Context): Drift[] {
  const known = [
    ...places.filter(({ role }) => RULES.includes(role)),
    ...outline.sections.filter(({ level, title }) => level > 1 && PROMPT.test(title)),
  ];
  const isKnown = (index: number) => known.some(({ from, to }) => from - 1 <= index && index < to);
  return findOrders(outline.lines, isKnown).map(({ text, line }) => ({
    rule: 'addresses-assistant',
    text,
    line,
  }));
}
