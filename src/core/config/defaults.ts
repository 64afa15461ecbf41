// Every setting's type and default. What a file may say is checked in schema.ts, which hooks load only where
// there is a config file.
import { memoryBank } from '../context/formats/memory-bank.ts';
import { session } from '../context/formats/session.ts';

export type GateLevel = 'block' | 'warn' | 'off';
export type DraftInto = 'worktree' | 'commit' | 'index';

/** Kinds of documents; each has globs, the preferred one first. */
export type DocumentKind =
  | 'context'
  | 'phases'
  | 'architecture'
  | 'start'
  | 'hypothesis'
  | 'conversation'
  | 'decisions'
  | 'models'
  | 'setup'
  | 'roadmap';

/** What can make a change one of architecture; each has a level of its own. */
export type GateRule =
  | 'architecture-document'
  | 'paths'
  | 'schema'
  | 'migrations'
  | 'protocols'
  | 'dependencies'
  | 'infrastructure'
  | 'gate-settings'
  | 'affects'
  | 'guards';

export type Config = {
  readonly documents: Readonly<Record<DocumentKind, readonly string[]>>;
  /** By rule name: another weight, or off. */
  readonly signals: Readonly<
    Record<string, { readonly weight?: number | undefined; readonly off?: boolean | undefined } | undefined>
  >;
  readonly debt: { readonly limit: number };
  readonly draft: { readonly into: DraftInto; readonly maxLines: number; readonly keepEntries: number };
  /** Seconds until an unanswered question counts as "not now". */
  readonly ask: { readonly deadline: number };
  readonly gate: {
    readonly rules: Readonly<Record<GateRule, GateLevel>>;
    /** Globs of the project's own architecture files, for the rule `paths`. */
    readonly paths: readonly string[];
    readonly perCommit: boolean;
    readonly prePush: GateLevel;
  };
  /** Characters; days without a commit that make a long break. */
  readonly brief: { readonly budget: number; readonly longBreak: number };
};

/** Wherever they are kept; not of what was written about a phase. */
export const PHASES_ANYWHERE = 'docs/**/phase*.md';

export const DEFAULTS: Config = {
  documents: {
    context: [
      'SESSION_CONTEXT.md',
      'SESSION_HANDOFF.md',
      'HANDOFF.md',
      'HANDOVER.md',
      'docs/SESSION_CONTEXT.md',
      'docs/SESSION_HANDOFF.md',
      'docs/HANDOFF.md',
      'docs/HANDOVER.md',
      ...memoryBank.paths,
      'STATE.md',
      'PROGRESS.md',
      'STATUS.md',
      'PROJECT_STATUS.md',
      'PROJECT_STATE.md',
      'CURRENT_STATE.md',
      'NEXT_SESSION.md',
      'docs/STATE.md',
      'docs/PROGRESS.md',
      'docs/STATUS.md',
      'docs/PROJECT_STATUS.md',
      'docs/PROJECT_STATE.md',
      'docs/CURRENT_STATE.md',
      'docs/NEXT_SESSION.md',
      '.planning/STATE.md',
      '.claude/handoff.md',
      '.claude/HANDOFF.md',
      'claude-progress.txt',
      ...session.paths,
      '**/SESSION_CONTEXT.md',
    ],
    phases: ['docs/phases/phase*.md', PHASES_ANYWHERE],
    architecture: [
      'docs/architecture.md',
      'ARCHITECTURE.md',
      'docs/ARCHITECTURE.md',
      'docs/architecture/**/*.md',
    ],
    start: ['START_HERE.md'],
    hypothesis: ['docs/hypothesis.md'],
    conversation: ['docs/conversation_summary.md'],
    decisions: [
      'docs/decisions.md',
      'DECISIONS.md',
      'docs/DECISIONS.md',
      'docs/DECISION-LOG.md',
      'DECISION-LOG.md',
      '**/{decisions,decision-log,decision_log,decisions-log,decisionlog,adr,adrs,architecture-decisions,architecture_decisions,design-decisions,technical-decisions,decision-records}.md',
      '**/{adr,adrs,decisions,decision-records,architecture-decisions}/**/*.md',
      '**/{ai,tech,technical,project,product,design,key}?decisions.md',
      '**/adr[-_][0-9]*.md',
      '{.*,ai}/{decisions,decision-log,decision_log,decisions-log}.md',
    ],
    models: ['docs/model_comparison.md'],
    setup: ['docs/setup.md'],
    roadmap: ['ROADMAP.md', 'docs/ROADMAP.md'],
  },
  signals: {},
  debt: { limit: 7 },
  draft: { into: 'worktree', maxLines: 20, keepEntries: 30 },
  ask: { deadline: 60 },
  gate: {
    rules: {
      'architecture-document': 'block',
      paths: 'block',
      schema: 'off',
      migrations: 'off',
      protocols: 'off',
      dependencies: 'off',
      infrastructure: 'off',
      'gate-settings': 'block',
      affects: 'warn',
      guards: 'block',
    },
    paths: [],
    perCommit: false,
    prePush: 'warn',
  },
  brief: { budget: 9000, longBreak: 14 },
};
