// What each rule goes by, as far as a shell can tell: lines of some kind of file, words of the message. Only where to
// look; what it is worth the rules themselves are asked.
import { REPLACED, SCHEMA } from '../signals/architecture.ts';
import {
  BEHAVIOUR,
  BLOCKED,
  CAUSE,
  COMPARED,
  FAILURE,
  FIGURES,
  OUTCOME,
  OUTSIDE,
  STUDY,
  TRAP,
  UNBLOCKED,
} from '../signals/findings.ts';
import { CLOSING, COMPLETED, NUMBERED, NUMBERED_DONE, PLANNED, VERSION } from '../signals/phases.ts';
import { AND_ADDS, MAJOR, PART } from '../signals/work.ts';
import type { ChangedFile, DocumentChange } from '../types.ts';

/** What is counted: lines that came, of files of one kind; characters of the message's body; files. */
export type Axis =
  | 'new'
  | 'edited'
  | 'grown'
  | 'built'
  | 'touched'
  | 'body'
  | 'architecture'
  | 'plan'
  | 'schema'
  | 'deployment'
  | 'manifest'
  | 'moved';

/** Where a pattern is looked for. */
export type Where = 'subject' | 'text' | 'anywhere';
export const WHERE: readonly Where[] = ['subject', 'text', 'anywhere'];

export type Hint = {
  readonly axis?: Axis;
  /** The rule applies, or applies more, when the subject matches. */
  readonly subject?: readonly RegExp[];
  readonly text?: readonly RegExp[];
  /** Matched against the text; what the subject says of it counts too. */
  readonly anywhere?: readonly RegExp[];
};

/** By the rule's name; a rule without a hint stands still unless a trailer or a document calls it. */
export const HINTS: Readonly<Record<string, Hint>> = {
  'phase-completed': { subject: [COMPLETED], text: [NUMBERED_DONE] },
  architecture: { axis: 'architecture' },
  deviation: {},
  decision: {},
  schema: { axis: 'schema', subject: [SCHEMA] },
  restructured: { axis: 'moved' },
  blocker: { subject: [BLOCKED] },
  unblocked: { subject: [UNBLOCKED], text: [UNBLOCKED] },
  result: { subject: [STUDY, OUTCOME, COMPARED], text: [STUDY, FIGURES] },
  'phase-step': { subject: [NUMBERED] },
  release: { subject: [VERSION] },
  'session-closed': { subject: [CLOSING] },
  plan: { axis: 'plan', subject: [PLANNED] },
  deployment: { axis: 'deployment' },
  dependency: { axis: 'manifest' },
  approach: { axis: 'touched', subject: [REPLACED] },
  gotcha: { anywhere: [TRAP, BEHAVIOUR, FAILURE, CAUSE, OUTSIDE] },
  'major-code': { axis: 'new' },
  'reworked-code': { axis: 'edited' },
  feature: { axis: 'grown', subject: [AND_ADDS] },
  'part-of-system': { axis: 'grown', subject: [PART] },
  'called-major': { anywhere: [MAJOR] },
  explained: { axis: 'body' },
  merge: {},
  fixup: {},
  'small-fix': { axis: 'grown' },
  looks: { axis: 'grown' },
  upkeep: { axis: 'built' },
};

/** A change that a rule may see, and what its message mentions. */
export type Change = {
  readonly files: readonly ChangedFile[];
  readonly documents?: readonly DocumentChange[];
  readonly mentions?: string;
};

const file = (path: string, status: ChangedFile['status'], added: number, deleted = 0): ChangedFile => ({
  path,
  status,
  added,
  deleted,
});

/** Code, and what else a system stands on, with no line of it new. */
export const CODE: readonly ChangedFile[] = [file('src/code.ts', 'M', 0, 1), file('src/more.ts', 'M', 0, 1)];
export const SETUP: readonly ChangedFile[] = [file('Dockerfile', 'M', 0, 1), file('package.json', 'M', 0, 1)];

const fresh = (count: number): ChangedFile => file('src/fresh.ts', 'A', count);
const edited = (count: number, deleted = 0): ChangedFile => file('src/edited.ts', 'M', count, deleted);
const inEachWay = (count: number): Change[] => [
  { files: [fresh(count)] },
  { files: [edited(count)] },
  { files: [edited(count, count)] },
  { files: [fresh(Math.ceil(count / 2)), edited(Math.floor(count / 2))] },
];
const one = (path: string, status: ChangedFile['status']) => (count: number) => [
  { files: [file(path, status, count)] },
];

const NEW_DEPENDENCY: DocumentChange = {
  path: 'package.json',
  before: '{}',
  after: '{"dependencies": {"leftpad": "1"}}',
};

/** Changes with so many of what an axis counts, each in another way. */
export const CHANGES: Readonly<Record<Axis, (count: number) => readonly Change[]>> = {
  new: (count) => [{ files: [fresh(count)] }],
  edited: (count) => [{ files: [edited(count)] }, { files: [edited(count, count)] }],
  grown: (count) => [...inEachWay(count), { files: [file('db/schema.sql', 'A', count)] }],
  built: (count) => [...inEachWay(count), { files: [file('Dockerfile', 'A', count)] }],
  touched: (count) => [
    { files: [edited(Math.ceil(count / 2), Math.floor(count / 2)), file('src/other.ts', 'M', 0, 0)] },
    { files: [file('Dockerfile', 'M', count), file('README.md', 'M', 0, 0)] },
  ],
  body: () => [{ files: [] }],
  architecture: one('docs/architecture.md', 'M'),
  plan: one('docs/plans/next.md', 'A'),
  // A subject that names a schema makes one of the code that does.
  schema: (count) => [
    { files: [file('db/schema.sql', 'M', count)] },
    { files: [file('src/user_model.ts', 'M', MANY)] },
  ],
  deployment: one('Dockerfile', 'A'),
  manifest: (count) =>
    count === 0
      ? [{ files: [] }]
      : [{ files: [file('package.json', 'M', count)], documents: [NEW_DEPENDENCY], mentions: 'leftpad' }],
  moved: (count) => [
    { files: Array.from({ length: Math.min(count, MANY) }, (_, at) => file(`src/${at}.ts`, 'D', 0, at)) },
  ],
};

/** Moved files that are as good as any more. */
const MANY = 50;
