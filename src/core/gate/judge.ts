// The gate: a change of architecture leaves a decision behind, cites one that stands, or says why not.
import type { Config } from '../config/defaults.ts';
import { groupBy } from '../groups.ts';
import { openEdit } from '../guards/added.ts';
import type { Breach } from '../guards/breaches.ts';
import type { Change, Decision, Finding, Gate, Message } from '../types.ts';
import { describeFix, describeNeed, describeUnparsed } from '../wording/gate.ts';
import { describeBreach } from '../wording/guards.ts';
import { type Answer, readAnswer, readWaiver } from './answer.ts';
import type { GateContext } from './context.ts';
import { findBroken, isExcusedBy } from './guards.ts';
import { findTriggers, type Trigger } from './triggers.ts';

/** The gate of one commit. A fixup is let through: the check of its range judges it. */
export function judgeGate(change: Change, message: Message, context: GateContext): Gate {
  return message.kind === 'fixup' ? OPEN : judgeChange(change, message, context);
}

/** As `judgeGate`, fixups too. */
export function judgeChange(change: Change, message: Message, context: GateContext): Gate {
  const { found, trivial } = findTriggers(change, context);
  const broken = findBroken(change, context);
  if (found.length === 0 && broken.length === 0 && context.isLazy === true) return openGate(message, trivial);
  const answer = readAnswer(change, message, context);
  const triggers = found.filter(
    ({ governedBy }) => governedBy === undefined || !isSame(governedBy, answer.decision),
  );
  const isBroken = context.config.gate.rules.guards === 'block' && broken.length > 0;
  const needed =
    isBroken ||
    triggers.some(({ rule }) => rule !== 'affects' || context.config.gate.rules.affects === 'block');
  const breaches = broken.filter(({ guard }) => !isExcusedBy(guard, answer));
  const satisfiedBy = needed ? answer.kind : trivial.length > 0 ? 'trivial' : null;
  const unmet =
    answer.kind === null
      ? findingsOf(change, { triggers, title: message.description }, answer, context.config)
      : [];
  return {
    needed,
    satisfiedBy,
    files: [...new Set([...[...triggers, ...broken].map(({ path }) => path), ...(needed ? [] : trivial)])],
    findings: [
      ...unmet,
      ...breaches.map((breach) => guardFinding(change, breach, context.config)),
      ...(needed ? styleFindings(change, answer) : []),
    ],
    decision: answer.decision,
    waiver: answer.waiver,
  };
}

const openGate = (message: Message, trivial: readonly string[]): Gate => ({
  ...OPEN,
  satisfiedBy: trivial.length > 0 ? 'trivial' : null,
  files: [...new Set(trivial)],
  waiver: readWaiver(message)?.reason ?? null,
});

const OPEN: Gate = {
  needed: false,
  satisfiedBy: null,
  files: [],
  findings: [],
  decision: null,
  waiver: null,
};

const isSame = (one: Decision, other: Decision | null): boolean =>
  one.path === other?.path && one.id === other.id && one.title === other.title;

// One a rule, however many files it is about; one for each decision that governs a file.
function findingsOf(
  { commit, documents }: Change,
  { triggers, title }: { readonly triggers: readonly Trigger[]; readonly title: string },
  answer: Answer,
  { gate }: Config,
): Finding[] {
  const groups = groupBy(triggers, ({ rule, governedBy }) => governedBy ?? rule);
  return [...groups.values()].flatMap((own) => {
    const [first] = own;
    if (first === undefined) return [];
    return {
      sha: commit.sha,
      rule: first.rule,
      level: gate.rules[first.rule] === 'block' ? 'error' : 'warning',
      path: first.path,
      line: firstAdded(documents, first.path),
      ...describeNeed(first.rule, own, answer.shortfalls),
      fix: describeFix(first.rule, title),
    };
  });
}

/** Null where the commit adds none to it, or its text is not at hand. */
function firstAdded(documents: Change['documents'], path: string): number | null {
  const found = documents.find((one) => one.path === path && one.after !== null);
  const [line] = found === undefined ? [] : openEdit(found).added();
  return line ?? null;
}

const guardFinding = ({ commit }: Change, breach: Breach, { gate }: Config): Finding => ({
  sha: commit.sha,
  rule: 'guards',
  level: gate.rules.guards === 'block' ? 'error' : 'warning',
  path: breach.path,
  line: breach.line,
  guard: placeOf(breach.guard),
  ...describeBreach(breach),
});

const placeOf = ({ path, line, text, decision }: Breach['guard']) => ({ path, line, text, decision });

// A log in a style that is not known cannot be held to it.
const styleFindings = ({ commit }: Change, { unparsed }: Answer): Finding[] =>
  unparsed === null
    ? []
    : [
        {
          sha: commit.sha,
          rule: 'decision-style',
          level: 'warning',
          path: unparsed,
          line: null,
          ...describeUnparsed(unparsed),
        },
      ];
