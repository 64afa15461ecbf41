// Where a context file and git disagree: few and right. Each finding names its line and what speaks against
// it.

import { findOrders } from '../brief/foreign.ts';
import type { Context } from '../context/context.ts';
import type { Role } from '../context/names.ts';
import { groupBy } from '../groups.ts';
import { goneCommands } from './commands.ts';
import { contradictingDates, entriesOutOfOrder } from './dates.ts';
import { replacedChoices, supersededDecisions } from './decisions.ts';
import type { Drift, DriftFacts, LostPath } from './facts.ts';
import { doneItems } from './next.ts';
import { finishedPhases } from './phases.ts';
import { templateText } from './template.ts';

/** By line. */
export function findDrift(facts: DriftFacts): Drift[] {
  const found = [
    ...(facts.lag === null ? [] : [{ rule: 'behind', line: 1, ...facts.lag } as const]),
    ...(facts.conflict === undefined
      ? []
      : [{ rule: 'conflict', line: facts.conflict, path: facts.path } as const]),
    ...(facts.unread === undefined
      ? []
      : [{ rule: 'too-long', line: facts.unread.from, to: facts.unread.to } as const]),
    ...gonePaths(facts.lost),
    ...finishedPhases(facts),
    ...supersededDecisions(facts),
    ...replacedChoices(facts),
    ...doneItems(facts),
    ...contradictingDates(facts.context),
    ...entriesOutOfOrder(facts.context),
    ...templateText(facts.context),
    ...goneCommands(facts),
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
