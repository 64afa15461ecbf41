// Which guards are in force: a decision that was replaced takes its own with it, and a phase may begin or end
// one.
import { currentPhase, type PhaseProgress } from '../brief/phase.ts';
import type { Config, DocumentKind } from '../config/defaults.ts';
import { findDocuments, isDocument } from '../config/documents.ts';
import { readContext } from '../context/context.ts';
import { compareIds } from '../phases/documents.ts';
import type { PhaseKey } from '../phases/phases.ts';
import { readPlan } from '../phases/plan.ts';
import type { Document, Finding } from '../types.ts';
import { describeInvalidGuard, describeSlowGuard } from '../wording/guards.ts';
import type { Guard, InvalidGuard, Pattern } from './guard.ts';
import { readGuards } from './lines.ts';

/** The phase that the project is in; null: not known. */
export type Running = PhaseKey | Pick<PhaseProgress, 'id'> | null;

/** Why a guard is not in force; null: it is. Where no phase is known, nothing has begun. */
export function endedBy({ ended, term }: Guard, running: Running): string | null {
  if (ended !== null) return ended;
  if (term === null) return null;
  const named = `${term.unit} ${term.id}`;
  const isReached =
    running !== null &&
    (!('unit' in running) || running.unit === term.unit) &&
    compareIds(running.id, term.id) >= 0;
  if (term.kind === 'until') return isReached ? `${named} has begun` : null;
  return isReached ? null : `${named} has not begun`;
}

export type Listed = {
  /** `endedBy`: why it is not in force; null: it is. */
  readonly guards: readonly { readonly guard: Guard; readonly endedBy: string | null }[];
  readonly invalid: readonly InvalidGuard[];
};

export function listGuards(documents: readonly Document[], config: Config): Listed {
  const { guards, invalid } = readGuards(
    documents.filter(({ path }) => !isDocument('roadmap', path, config)),
    config,
  );
  const running = guards.some(({ term }) => term !== null) ? runningPhase(documents, config) : null;
  return { guards: guards.map((guard) => ({ guard, endedBy: endedBy(guard, running) })), invalid };
}

export const guardsInForce = (documents: readonly Document[], config: Config): Guard[] =>
  inForce(listGuards(documents, config));

export const inForce = ({ guards }: Listed): Guard[] =>
  guards.flatMap((one) => (one.endedBy === null ? [one.guard] : []));

function runningPhase(documents: readonly Document[], config: Config): Running {
  const paths = documents.map(({ path }) => path);
  const of = (kind: DocumentKind) =>
    findDocuments(kind, paths, config).flatMap((path) => documents.find((one) => one.path === path) ?? []);
  const [context] = of('context');
  const plans = of('roadmap').map(readPlan);
  return currentPhase(context === undefined ? null : readContext(context.text), of('phases'), plans);
}

// What is wrong with guards: those that cannot be read, and patterns that took too long. It stops nothing.
export function guardFaults(
  invalid: readonly InvalidGuard[],
  guards: readonly Guard[],
  slow: readonly Pattern[] = [],
): Finding[] {
  const isSlow = ({ form }: Guard) =>
    (form.kind === 'pattern' && slow.includes(form.pattern)) ||
    (form.kind === 'require' && (slow.includes(form.pattern) || slow.includes(form.matches)));
  return [
    ...invalid.map((one) => findingAt('guard-invalid', one, describeInvalidGuard(one))),
    ...guards.filter(isSlow).map((one) => findingAt('guard-slow', one, describeSlowGuard(one))),
  ];
}

const findingAt = (
  rule: string,
  { path, line }: { readonly path: string; readonly line: number },
  said: { readonly message: string; readonly fix: string },
): Finding => ({ sha: null, rule, level: 'warning', path, line, ...said });
