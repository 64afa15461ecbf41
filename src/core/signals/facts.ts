// What the rules look at: a commit's files by kind, its message cut to what a reader would read, what it
// claims.
import type { Config } from '../config/defaults.ts';
import { memoize } from '../memo.ts';
import type { Change, ChangedFile, DocumentChange, Message } from '../types.ts';
import { bareSubject, type Claim, claimOf } from './claims.ts';
import { type FileKind, kindOf } from './files.ts';

/** Characters of the body that the rules read; design.md's limit for a message is far above it. */
const LONGEST_BODY = 20_000;

// A notebook's lines are mostly the outputs of its cells.
const NOTEBOOK_SHARE = 0.1;

export type FileFact = Pick<ChangedFile, 'path' | 'status'> & {
  readonly kind: FileKind;
  /** Lines; 0 for binary files, submodules and changes of mode. */
  readonly plus: number;
  readonly minus: number;
  /** Did not exist before, under this or another name. */
  readonly isNew: boolean;
  readonly isMoved: boolean;
};

export type Facts = {
  readonly message: Message;
  readonly config: Config;
  readonly documents: readonly DocumentChange[];
  readonly isMerge: boolean;
  /** Without tags, dates and emoji in front. */
  readonly subject: string;
  readonly body: string;
  /** Subject and body. */
  readonly text: string;
  readonly claim: Claim | null;
  readonly files: readonly FileFact[];
  /** Files that run: code, and what a coding agent is told to do. */
  readonly code: readonly FileFact[];
  /** New files among them. */
  readonly modules: readonly FileFact[];
};

export function readFacts({ commit, documents }: Change, message: Message, config: Config): Facts {
  const moved = findMoved(commit.files);
  const isContext = contextPaths(config);
  const files = commit.files.filter(({ path }) => !isContext(path)).map((file) => factOf(file, moved));
  const code = files.filter(({ kind }) => kind === 'code' || kind === 'agent');
  const subject = bareSubject(message);
  const body = message.body.slice(0, LONGEST_BODY);
  return {
    message,
    config,
    documents,
    isMerge: commit.parents.length > 1 || message.kind === 'merge',
    subject,
    body,
    text: `${subject}\n${body}`,
    claim: claimOf(message, subject),
    files,
    code,
    modules: code.filter(({ isNew }) => isNew),
  };
}

export const sum = (files: readonly FileFact[], count: (file: FileFact) => number): number =>
  files.reduce((total, file) => total + count(file), 0);

const contextPaths = memoize((config: Config) => {
  const names = new Set(config.documents.context.map(nameOf));
  return memoize((path: string) => names.has(nameOf(path)));
}, 4);

const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1).toLowerCase();

function factOf(file: ChangedFile, moved: ReadonlySet<string>): FileFact {
  const isText = file.mode !== '160000';
  const share = file.path.endsWith('.ipynb') ? NOTEBOOK_SHARE : 1;
  const isMoved = file.status === 'R' || moved.has(file.path);
  return {
    path: file.path,
    status: file.status,
    kind: isText ? kindOf(file.path) : 'vendored',
    plus: isText ? Math.round((file.added ?? 0) * share) : 0,
    minus: isText ? Math.round((file.deleted ?? 0) * share) : 0,
    isNew: (file.status === 'A' || file.status === 'C') && !isMoved,
    isMoved,
  };
}

// git looks for renames up to a limit, and some sources do not look at all: a file that comes where one of
// its name, or of its directory and kind, and of about its size goes is a move as well.
function findMoved(files: readonly ChangedFile[]): ReadonlySet<string> {
  const gone = new Map<string, ChangedFile>();
  for (const file of files)
    if (file.status === 'D') for (const key of likenesses(file.path)) gone.set(key, file);
  const moved = new Set<string>();
  for (const file of gone.size === 0 ? [] : files) {
    if (file.status !== 'A') continue;
    const [byName, byDirectory] = likenesses(file.path).map((key) => gone.get(key));
    const before = [isNear(byName, file, 0.3), isNear(byDirectory, file, 0)].find((one) => one !== undefined);
    if (before !== undefined) moved.add(file.path).add(before.path);
  }
  return moved;
}

const likenesses = (path: string): readonly [name: string, directory: string] => {
  const slash = path.lastIndexOf('/');
  return [path.slice(slash + 1), `${path.slice(0, slash + 1)}*${path.slice(path.lastIndexOf('.'))}`];
};

function isNear(before: ChangedFile | undefined, after: ChangedFile, share: number): ChangedFile | undefined {
  const difference = Math.abs((before?.deleted ?? 0) - (after.added ?? 0));
  return difference <= share * (after.added ?? 0) ? before : undefined;
}
