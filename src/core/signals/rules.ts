// The table of rules: what each is called, looks for and weighs. `signals` in the configuration sets a weight or
// switches a rule off by its name.
import * as against from './against.ts';
import * as architecture from './architecture.ts';
import * as findings from './findings.ts';
import * as phases from './phases.ts';
import type { Find, Rule } from './rule.ts';
import { COUNTS_ONLY, type Wires } from './wire.ts';
import * as wires from './wires.ts';
import * as work from './work.ts';

type Row<W> = readonly [name: string, weight: number, find: Find, looksFor: string, wires: W];
type Patient = Row<Wires | typeof COUNTS_ONLY>;
type Urgent = Row<Wires>;

const FOR: readonly Patient[] = [
  [
    'phase-step',
    0.9,
    phases.findStep,
    'the number of a phase, sprint or stage that the commit works on',
    COUNTS_ONLY,
  ],
  ['release', 1, phases.findRelease, 'a version that the commit releases', COUNTS_ONLY],
  ['session-closed', 1.3, phases.findClosing, 'a session closed or handed over', COUNTS_ONLY],
  [
    'plan',
    1.1,
    phases.findPlan,
    'a new plan, specification or design that later work will follow',
    COUNTS_ONLY,
  ],
  [
    'deployment',
    1.2,
    architecture.findDeployment,
    'how it is deployed: containers, hosting, new pipelines',
    COUNTS_ONLY,
  ],
  [
    'dependency',
    0.5,
    architecture.findDependency,
    'a dependency that is new, as opposed to a bump',
    COUNTS_ONLY,
  ],
  ['approach', 1, architecture.findApproach, 'an approach, tool or layout that was replaced', COUNTS_ONLY],
  ['gotcha', 1.3, findings.findGotcha, 'a root cause or a trap of the environment, explained', wires.GOTCHA],
  [
    'major-code',
    1.1,
    work.findModules,
    'new files of code: a module, service, screen or command',
    COUNTS_ONLY,
  ],
  ['reworked-code', 1.1, work.findRework, 'existing code extended or rewritten at length', COUNTS_ONLY],
  [
    'feature',
    1,
    work.findFeature,
    'a message that claims a feature, with code that bears it out',
    COUNTS_ONLY,
  ],
  [
    'part-of-system',
    0.7,
    work.findPart,
    'a subject that names a part of the system, with code for it',
    COUNTS_ONLY,
  ],
  [
    'called-major',
    0.8,
    work.findMajor,
    'a message that speaks of a rewrite, a redesign or a breaking change',
    COUNTS_ONLY,
  ],
  [
    'explained',
    0.8,
    work.findExplanation,
    'a message that explains a change to the code at length',
    COUNTS_ONLY,
  ],
];

const URGENT: readonly Urgent[] = [
  [
    'phase-completed',
    1.7,
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
    1.3,
    architecture.findSchema,
    'a database schema, migration or protocol that changed',
    wires.SCHEMA,
  ],
  [
    'restructured',
    1.1,
    work.findRestructuring,
    'many files moved or removed: another layout',
    wires.RESTRUCTURED,
  ],
  ['blocker', 1, findings.findBlocker, 'something that stops the work', wires.BLOCKER],
  ['unblocked', 1, findings.findUnblocked, 'a blocker that is gone', wires.UNBLOCKED],
  ['next', 1, findings.findNext, 'a trailer that says what comes next', wires.NEXT],
  ['result', 1.3, findings.findResult, 'figures of an experiment, benchmark or evaluation', wires.RESULT],
];

const AGAINST: readonly Patient[] = [
  ['merge', -4, against.findMerge, 'a merge: its commits speak for themselves', COUNTS_ONLY],
  ['fixup', -4, against.findFixup, 'a fixup or squash of another commit', COUNTS_ONLY],
  ['small-fix', -0.2, against.findSmallFix, 'a fix of a few lines', COUNTS_ONLY],
  [
    'looks',
    -0.4,
    against.findLooks,
    'looks and wording: layout, colours, texts, pictures, adjustments',
    COUNTS_ONLY,
  ],
  [
    'upkeep',
    -0.7,
    against.findUpkeep,
    'chores, tests, tooling and tidying up, with nothing new in them',
    COUNTS_ONLY,
  ],
];

const ruleOf =
  (isUrgent: boolean) =>
  ([name, weight, find, looksFor, wires]: Patient): Rule => ({
    name,
    weight,
    isUrgent,
    looksFor,
    find,
    wires,
  });

/** Every rule, in the order in which `why` shows what they found. Urgent ones are recorded at once. */
export const RULES: readonly Rule[] = [
  ...URGENT.map(ruleOf(true)),
  ...FOR.map(ruleOf(false)),
  ...AGAINST.map(ruleOf(false)),
];
