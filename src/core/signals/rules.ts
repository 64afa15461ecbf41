// The table of rules: what each is called, looks for and weighs. `signals` in the configuration sets a weight or
// switches a rule off by its name.
import * as against from './against.ts';
import * as architecture from './architecture.ts';
import * as findings from './findings.ts';
import * as phases from './phases.ts';
import type { Find, Rule } from './rule.ts';
import * as work from './work.ts';

type Row = readonly [name: string, weight: number, find: Find, looksFor: string];

const FOR: readonly Row[] = [
  ['phase-step', 0.9, phases.findStep, 'the number of a phase, sprint or stage that the commit works on'],
  ['release', 1, phases.findRelease, 'a version that the commit releases'],
  ['session-closed', 1.3, phases.findClosing, 'a session closed or handed over'],
  ['plan', 1.1, phases.findPlan, 'a new plan, specification or design that later work will follow'],
  ['deployment', 1.2, architecture.findDeployment, 'how it is deployed: containers, hosting, new pipelines'],
  ['dependency', 0.5, architecture.findDependency, 'a dependency that is new, as opposed to a bump'],
  ['approach', 1, architecture.findApproach, 'an approach, tool or layout that was replaced'],
  ['gotcha', 1.3, findings.findGotcha, 'a root cause or a trap of the environment, explained'],
  ['major-code', 1.1, work.findModules, 'new files of code: a module, service, screen or command'],
  ['reworked-code', 1.1, work.findRework, 'existing code extended or rewritten at length'],
  ['feature', 1, work.findFeature, 'a message that claims a feature, with code that bears it out'],
  ['part-of-system', 0.7, work.findPart, 'a subject that names a part of the system, with code for it'],
  [
    'called-major',
    0.8,
    work.findMajor,
    'a message that speaks of a rewrite, a redesign or a breaking change',
  ],
  ['explained', 0.8, work.findExplanation, 'a message that explains a change to the code at length'],
];

const URGENT: readonly Row[] = [
  ['phase-completed', 1.7, phases.findCompletion, 'a phase or stage said, or ticked, to be complete'],
  ['architecture', 1, architecture.findDocument, 'an architecture document whose text changed'],
  ['deviation', 1, architecture.findDeviation, 'a trailer that says what was left of the plan, and why'],
  [
    'decision',
    1,
    architecture.findDecision,
    'a decision that a trailer cites, or a decision record that is new',
  ],
  ['schema', 1.3, architecture.findSchema, 'a database schema, migration or protocol that changed'],
  ['restructured', 1.1, work.findRestructuring, 'many files moved or removed: another layout'],
  ['blocker', 1, findings.findBlocker, 'something that stops the work'],
  ['unblocked', 1, findings.findUnblocked, 'a blocker that is gone'],
  ['next', 1, findings.findNext, 'a trailer that says what comes next'],
  ['result', 1.3, findings.findResult, 'figures of an experiment, benchmark or evaluation'],
];

const AGAINST: readonly Row[] = [
  ['merge', -4, against.findMerge, 'a merge: its commits speak for themselves'],
  ['fixup', -4, against.findFixup, 'a fixup or squash of another commit'],
  ['small-fix', -0.2, against.findSmallFix, 'a fix of a few lines'],
  ['looks', -0.4, against.findLooks, 'looks and wording: layout, colours, texts, pictures, adjustments'],
  ['upkeep', -0.7, against.findUpkeep, 'chores, tests, tooling and tidying up, with nothing new in them'],
];

const ruleOf =
  (isUrgent: boolean) =>
  ([name, weight, find, looksFor]: Row): Rule => ({ name, weight, isUrgent, looksFor, find });

/** Every rule, in the order in which `why` shows what they found. Urgent ones are recorded at once. */
export const RULES: readonly Rule[] = [
  ...URGENT.map(ruleOf(true)),
  ...FOR.map(ruleOf(false)),
  ...AGAINST.map(ruleOf(false)),
];
