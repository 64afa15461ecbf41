// What one commit changes outside the log: boxes, the state of a phase, blockers.
import type { Config } from '../config/defaults.ts';
import { type Context, readContext } from '../context/context.ts';
import type { DraftFacts } from '../draft/facts.ts';
import { completedPhases } from '../draft/phases.ts';
import { applyEdits } from '../markdown/splice.ts';
import { trailersNamed } from '../message/index.ts';
import { readPhases } from '../phases/documents.ts';
import type { Edit, OwedCommit } from '../types.ts';
import { addBlocker, removeBlocker } from './blockers.ts';
import { tickBoxes, tickedItems } from './boxes.ts';
import { completePhase } from './state.ts';

export type Telling = { readonly facts: DraftFacts; readonly config: Config };

type Step = (context: Context) => Edit[];

/** Changes of one draft: for each the text is read again, and a reader has had enough long before. */
const MOST_STEPS = 100;

/** The text after, and how many changes were left out; of too many the newest are made. */
export function updateAround(
  text: string,
  fresh: readonly OwedCommit[],
  telling: Telling,
): { readonly text: string; readonly leftOut: number } {
  const steps = fresh.flatMap((owed, at) => stepsOf(owed, telling, at === fresh.length - 1));
  const made = steps.slice(-MOST_STEPS);
  return {
    // Commits come one after the other: a blocker may be met by one and removed by the next.
    text: made.reduce((told, step) => applyEdits(told, step(readContext(told))), text),
    leftOut: steps.length - made.length,
  };
}

function stepsOf(owed: OwedCommit, { facts, config }: Telling, isNewest: boolean): Step[] {
  const { commit, message, documents } = owed;
  const ticked = tickedItems(documents, config);
  const blockers = [
    ...trailersNamed(message, 'blocker'),
    ...(isNewest ? [facts.answers?.blocker ?? ''] : []),
  ];
  return [
    ...(ticked.length === 0 ? [] : [(context: Context) => tickBoxes(context, ticked)]),
    ...completedPhases(owed).map(
      (id) => (context: Context) =>
        completePhase(context, { id, sha: commit.sha, now: facts.now, phases: readPhases(facts.phases) }),
    ),
    ...blockers
      .filter((blocker) => blocker.trim() !== '')
      .map((blocker) => (context: Context) => addBlocker(context, blocker, [commit.sha])),
    ...trailersNamed(message, 'unblocked').map(
      (value) => (context: Context) => removeBlocker(context, value),
    ),
  ];
}
