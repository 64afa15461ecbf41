// The table of rules: what each is called and looks for. What they weigh is learnt (judgement.ts); `signals`
// in the configuration sets another weight or switches a rule off by its name.
import * as against from './against.ts';
import * as architecture from './architecture.ts';
import * as findings from './findings.ts';
import * as phases from './phases.ts';
import type { Find, Rule } from './rule.ts';
import type { Wires } from './wire.ts';
import * as wires from './wires.ts';
import * as work from './work.ts';

type Patient = readonly [name: string, find: Find, looksFor: string];
type Urgent = readonly [name: string, urgentFrom: number, find: Find, looksFor: string, wires: Wires];

/** Urgent where the author says so alone. */
const SAID = Number.POSITIVE_INFINITY;

const FOR: readonly Patient[] = [
  ['phase-step', phases.findStep, 'the number of a phase, sprint or stage that the commit works on'],
  ['release', phases.findRelease, 'a version that the commit releases'],
  ['session-closed', phases.findClosing, 'a session closed or handed over'],
  ['plan', phases.findPlan, 'a new plan, specification or design that later work will follow'],
  ['deployment', architecture.findDeployment, 'how it is deployed: containers, hosting, new pipelines'],
  ['dependency', architecture.findDependency, 'a dependency that is new, as opposed to a bump'],
  ['approach', architecture.findApproach, 'an approach, tool or layout that was replaced'],
  ['major-code', work.findModules, 'new files of code: a module, service, screen or command'],
  ['reworked-code', work.findRework, 'existing code extended or rewritten at length'],
  ['removed-code', work.findRemoval, 'code that was removed in whole files, or taken back'],
  ['feature', work.findFeature, 'a message that claims a feature, with code that bears it out'],
  ['called-major', work.findMajor, 'a message that speaks of a rewrite, a redesign or a breaking change'],
];

const URGENT: readonly Urgent[] = [
  [
    'phase-completed',
    0.6,
    phases.findCompletion,
    'a phase or stage said, or ticked, to be complete',
    wires.PHASE_COMPLETED,
  ],
  [
    'architecture',
    1,
    architecture.findDocument,
    'an architecture document whose text changed',
    wires.ARCHITECTURE,
  ],
  [
    'deviation',
    1,
    architecture.findDeviation,
    'a trailer that says what was left of the plan, and why',
    wires.DEVIATION,
  ],
  [
    'decision',
    1,
    architecture.findDecision,
    'a decision that a trailer cites, or a decision record that is new',
    wires.DECISION,
  ],
  [
    'schema',
    0.8,
    architecture.findSchema,
    'a database schema, migration or protocol that changed',
    wires.SCHEMA,
  ],
  [
    'restructured',
    0.9,
    work.findRestructuring,
    'many files moved or removed: another layout',
    wires.RESTRUCTURED,
  ],
  ['blocker', 1, findings.findBlocker, 'something that stops the work', wires.BLOCKER],
  ['unblocked', 1, findings.findUnblocked, 'a blocker that is gone', wires.UNBLOCKED],
  ['next', 1, findings.findNext, 'a trailer that says what comes next', wires.NEXT],
  ['gotcha', SAID, findings.findGotcha, 'a root cause or a trap of the environment, explained', wires.GOTCHA],
  ['result', 0.8, findings.findResult, 'figures of an experiment, benchmark or evaluation', wires.RESULT],
];

const AGAINST: readonly Patient[] = [
  ['merge', against.findMerge, 'a merge: its commits speak for themselves'],
  ['fixup', against.findFixup, 'a fixup or squash of another commit'],
  ['small-fix', against.findSmallFix, 'a fix of a few lines'],
  ['looks', against.findLooks, 'looks and wording: layout, colours, texts, pictures, adjustments'],
  ['upkeep', against.findUpkeep, 'chores, tests, tooling and tidying up, with nothing new in them'],
];

// What is measured of every commit, whatever the rules above find.
const MEASURED: readonly Patient[] = [
  ['explained', () => null, 'how much the message explains, also beside how much changed'],
  ['kind-of-work', () => null, 'what the message claims to have done: a feature, a fix, upkeep'],
  ['amount-of-code', () => null, 'how much code was written, how much of it new, and what for'],
  ['kinds-of-files', () => null, 'what the changed files are: tests, documents, data, settings'],
];

/** What the team's rule names outright: a release, a plan, a schema, a feature with code to it. */
const SURE: ReadonlySet<string> = new Set(
  `phase-completed architecture decision schema blocker unblocked result release session-closed plan deployment
  approach removed-code feature`.split(/\s+/),
);

const patient =
  (sign: Rule['sign']) =>
  ([name, find, looksFor]: Patient): Rule => ({
    name,
    sign,
    isSure: SURE.has(name),
    urgentFrom: SAID,
    looksFor,
    find,
    wires: [],
  });

/** Every rule, in the order in which `why` shows what they found. */
export const RULES: readonly Rule[] = [
  ...URGENT.map(([name, urgentFrom, find, looksFor, wires]) => ({
    name,
    sign: 1 as const,
    isSure: SURE.has(name),
    urgentFrom,
    looksFor,
    find,
    wires,
  })),
  ...FOR.map(patient(1)),
  ...MEASURED.map(patient(0)),
  ...AGAINST.map(patient(-1)),
];
