// Numbered plans of a phase (`15-02`) that the file says were completed last.
import type { Context } from '../context/context.ts';
import { memoize } from '../memo.ts';

export type ClosedPlan = { readonly phase: number; readonly plan: number };

// `Last activity: 2026-08-09 — Completed Plan 15-02 …`, `stopped_at: Completed 15-02-PLAN.md`
const CLOSED =
  /^\W*(?:last[ _]activity|stopped[ _]at|last session)\b.{0,40}?\bcompleted (?:plan )?(\d{1,3})-(\d{1,3})(?!\d)/i;

const PLAN_ID = /\bplan (\d{1,3})-(\d{1,3})(?!\d)/i;

/** The last of them; null: it says so of none. */
export const closedPlan = memoize(({ outline: { lines } }: Context): ClosedPlan | null => {
  const found = lines.flatMap(({ text }) => {
    const [, phase, plan] = CLOSED.exec(text.slice(0, 200)) ?? [];
    return plan === undefined ? [] : [{ phase: Number(phase), plan: Number(plan) }];
  });
  return found.reduce<ClosedPlan | null>(
    (last, one) =>
      last === null || one.phase > last.phase || (one.phase === last.phase && one.plan > last.plan)
        ? one
        : last,
    null,
  );
}, 4);

/** Whether a step asks for a plan up to that one: `Execute Phase 15 Plan 15-01`. */
export function asksForClosed(text: string, closed: ClosedPlan | null): boolean {
  const [, phase, plan] = PLAN_ID.exec(text) ?? [];
  return closed !== null && Number(phase) === closed.phase && Number(plan) <= closed.plan;
}
