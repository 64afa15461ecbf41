// How `why` explains a verdict, to people and to programs.
import { ENOUGH, RULES } from '../signals/index.ts';
import type { Commit, Gate, Signal, Verdict } from '../types.ts';

/** One line of JSON; fields may be added, never renamed. */
export function formatVerdictLine({ sha, message }: Commit, verdict: Verdict): string {
  const { kind, record, weight, signals, gate } = verdict;
  return JSON.stringify({
    sha,
    subject: subjectOf(message),
    verdict: kind,
    record,
    weight,
    signals: signals.map(({ rule, weight: own, evidence }) => ({ rule, weight: own, evidence })),
    gate: { needed: gate.needed, satisfiedBy: gate.satisfiedBy, files: gate.files },
  });
}

const MEANING: Readonly<Record<Verdict['kind'], string>> = {
  quiet: 'quiet: nothing happens now',
  record: 'record: an update is drafted',
  block: 'block: the commit is stopped',
};

/** Several lines: the verdict, each signal with its evidence and weight, what would change it. */
export function explainVerdict({ sha, message }: Commit, verdict: Verdict): string {
  const title = `${sha === null ? 'staged' : sha.slice(0, 7)} ${subjectOf(message)}`.trimEnd();
  return [
    title,
    `  ${MEANING[verdict.kind]} (weight ${verdict.weight} of ${ENOUGH} for a record)`,
    ...verdict.signals.map(signalLine),
    ...(verdict.signals.length === 0 ? ['  no rule found anything'] : []),
    ...gateLines(verdict.gate),
    `  ${whatWouldChange(verdict)}`,
    '',
  ].join('\n');
}

const signalLine = ({ rule, weight, isUrgent, evidence }: Signal): string =>
  `  ${weight < 0 ? '' : '+'}${weight}  ${rule}${isUrgent ? ' (urgent)' : ''}: ${evidence}`;

function gateLines({ needed, satisfiedBy, files }: Gate): string[] {
  if (!needed) return [];
  return [
    `  gate: ${files.join(', ')}: ${satisfiedBy === null ? 'no decision' : `satisfied by ${SATISFIED[satisfiedBy]}`}`,
  ];
}

const SATISFIED: Readonly<Record<NonNullable<Gate['satisfiedBy']>, string>> = {
  entry: 'a new decision',
  citation: 'a decision that stands',
  waiver: 'a waiver',
  trivial: 'being trivial',
};

function whatWouldChange({ kind, record, signals }: Verdict): string {
  if (kind === 'block')
    return 'a new decision, a trailer  Decision: N  or  Decision-Waiver: <reason>  would let it through';
  if (record) return 'the trailer  Handoff: skip  would leave it out';
  const strongest = RULES.find(({ name }) => signals.some(({ rule, weight }) => rule === name && weight > 0));
  const hint =
    strongest === undefined
      ? 'a trailer such as  Gotcha: …  or  Result: …'
      : `more of "${strongest.looksFor}", or a trailer such as  Gotcha: …`;
  return `${hint}  would make it a record; until then it adds to the debt`;
}

const subjectOf = (message: string): string => message.trimStart().split('\n', 1)[0] ?? '';
