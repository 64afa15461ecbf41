// How `why` explains a verdict, to people and to programs.
import type { Claim, ClaimKind } from '../claims/index.ts';
import { ENOUGH, RULES } from '../signals/index.ts';
import type { Commit, Evidence, Gate, Signal, Verdict } from '../types.ts';
import { joinLines, namePath, seal } from './lines.ts';

/** One line of JSON; fields may be added, never renamed. */
export function formatVerdictLine(
  { sha, message }: Commit,
  verdict: Verdict,
  claims: readonly Claim[],
): string {
  const { kind, record, weight, signals, gate } = verdict;
  return JSON.stringify({
    sha,
    subject: subjectOf(message),
    verdict: kind,
    record,
    weight,
    signals: signals.map(({ rule, weight: own, evidence }) => ({
      rule,
      weight: own,
      evidence: describeEvidence(evidence),
    })),
    gate: {
      needed: gate.needed,
      satisfiedBy: gate.satisfiedBy,
      files: gate.files,
      guards: brokenIn(gate).map(({ path, line, message }) => ({ path, line, message })),
    },
    claims: claims.map(({ kind, id, unit, text, source, quote }) => ({
      kind,
      id,
      unit,
      text,
      source,
      quote,
    })),
  });
}

/** Several lines: the verdict, each signal with its weight and evidence, each claim, what would change the
 * verdict. */
export function explainVerdict({ sha, message }: Commit, verdict: Verdict, claims: readonly Claim[]): string {
  const title = `${sha === null ? 'staged' : sha.slice(0, 7)} ${subjectOf(message)}`.trimEnd();
  const lines = [
    sayVerdict(verdict),
    ...(verdict.signals.length === 0 ? ['no rule found anything'] : verdict.signals.map(signalLine)),
    ...gateLines(verdict.gate),
    ...claims.map(claimLine),
    whatWouldChange(verdict),
  ];
  return `${joinLines([title, ...lines.map((line) => `  ${line}`)])}\n`;
}

function sayVerdict({ kind, record, weight, signals, gate, needsNoRecord }: Verdict): string {
  const worth = record
    ? `it deserves a record (weight ${weight}, ${ENOUGH} is enough)`
    : `it deserves no record (weight ${weight} of ${ENOUGH})`;
  if (kind === 'block' && gate.findings.length > 0 && brokenIn(gate).length === gate.findings.length)
    return 'block: it breaks a guard and cites no newer decision';
  if (kind === 'block') return 'block: it changes the architecture and records no decision';
  if (kind === 'quiet' && needsNoRecord && record)
    return `quiet: ${worth}, which it is itself, or the message says Handoff: skip`;
  if (kind === 'quiet') return `quiet: ${worth}${record ? ', with others, as nothing in it is urgent' : ''}`;
  const urgent = signals.filter(({ isUrgent }) => isUrgent).map(({ rule }) => rule);
  return urgent.length > 0 && record
    ? `record: ${worth}, at once for ${urgent.join(' and ')}`
    : `record: ${worth}, and with it the debt passes its limit`;
}

const signalLine = ({ rule, weight, evidence }: Signal): string =>
  `${`${weight < 0 ? '' : '+'}${weight}`.padStart(6)}  ${rule.padEnd(16)} ${describeEvidence(evidence)}`;

// What a record makes of a claim of each kind.
const CHANGES: Readonly<Record<ClaimKind, string>> = {
  'phase-done': 'the phase is complete',
  'phase-started': 'the phase is in progress',
  done: 'the item is done',
  next: 'a next step',
  blocker: 'a blocker is added',
  unblocked: 'a blocker goes',
  gotcha: 'a gotcha is added',
  result: 'a result',
  decision: 'a decision',
  deviation: 'a deviation from the plan',
  rejected: 'what was rejected',
  learned: 'what was learned',
};

const claimLine = ({ kind, id, unit, text, source }: Claim): string => {
  const said = id === null ? text : [`${unit} ${id}`, ...(text === '' ? [] : [text])].join(': ');
  return `claim: ${kind} "${said}" (${source}): ${CHANGES[kind]}`;
};

const brokenIn = ({ findings }: Gate) => findings.filter(({ rule }) => rule === 'guards');

function gateLines(gate: Gate): string[] {
  const { needed, satisfiedBy, files } = gate;
  const broken = brokenIn(gate).map(({ message }) => `guard: ${message}`);
  if (!needed) return broken;
  const answer = satisfiedBy === null ? 'no decision' : `satisfied by ${SATISFIED[satisfiedBy]}`;
  return [`gate: ${files.join(', ')}: ${answer}`, ...broken];
}

const SATISFIED: Readonly<Record<NonNullable<Gate['satisfiedBy']>, string>> = {
  entry: 'a new decision',
  citation: 'a decision in force',
  waiver: 'a waiver',
  trivial: 'being trivial',
};

function whatWouldChange({ kind, record, signals }: Verdict): string {
  if (kind === 'block')
    return 'change: a new decision, or the trailer  Decision: N  or  Decision-Waiver: <reason>';
  const total = signals.reduce((sum, { weight }) => sum + weight, 0);
  const decisive = signals.filter(({ weight }) => total - weight >= ENOUGH !== record);
  const off = decisive.map(({ rule }) => rule);
  if (record) return `change: ${restsOn(off)}; the trailer  Handoff: skip  leaves it out`;
  return `change: ${wouldTake(signals, off)}, or a trailer such as  Gotcha: …  or  Result: …`;
}

const restsOn = (rules: readonly string[]): string =>
  rules.length === 0
    ? 'no single rule decides it'
    : `it rests on ${rules.join(' and ')} (in the configuration: signals.${rules[0]}.off)`;

/** What is against it, else more of the best that speaks for it, else nothing in particular. */
function wouldTake(signals: readonly Signal[], off: readonly string[]): string {
  if (off.length > 0) return `without ${off.join(' or ')} it would be a record (signals.${off[0]}.off)`;
  const [best] = signals.filter(({ weight }) => weight > 0).sort((a, b) => b.weight - a.weight);
  const rule = RULES.find(({ name }) => name === best?.rule);
  return rule === undefined ? 'a change of more weight' : `more of the kind "${rule.looksFor}"`;
}

const subjectOf = (message: string): string => message.trimStart().split('\n', 1)[0] ?? '';

// What a rule found, in words for `why`.
const LONGEST_QUOTE = 80;

type Describe = {
  readonly [Kind in Evidence['kind']]: (evidence: Extract<Evidence, { kind: Kind }>) => string;
};

const DESCRIBE: Describe = {
  trailer: ({ key, value }) => `trailer ${quoted(`${key}: ${value}`)}`,
  quote: ({ text, isCut: [before, after] = [false, false] }) =>
    quoted(`${before ? '…' : ''}${text}${after ? '…' : ''}`),
  files: ({ count, path, plus, minus }) =>
    `${count === 1 ? '' : `${count} files, such as `}${namePath(path)} (+${plus} -${minus})`,
  ticked: ({ path, title }) => `${namePath(path)}: every box of ${quoted(title)} is ticked`,
  dependencies: ({ names, isNamed }) =>
    `adds ${names.slice(0, 3).join(', ')}${isNamed ? ', which the message names' : ''}`,
  feature: ({ type, subject, lines }) =>
    `${type === null ? quoted(subject) : `type ${type}`}, ${lines} lines that do something`,
  breaking: () => 'a breaking change',
  measured: ({ parts }) => parts.map(({ name, value }) => `${name} ${value}`).join(', '),
  gate: ({ files, reason }) =>
    `${files.map(namePath).join(', ')}${reason === null ? '' : `; decided: ${reason}`}`,
};

export const describeEvidence = <Kind extends Evidence['kind']>(
  evidence: Extract<Evidence, { kind: Kind }>,
): string => (DESCRIBE[evidence.kind as Kind] as Describe[Kind])(evidence);

const quoted = (text: string): string => `"${seal(text.slice(0, LONGEST_QUOTE + 2).replace(/\s+/g, ' '))}"`;
