// Puts a change of one file into a commit of its own, or into the index, and leaves everything else that is
// staged or edited as it is. By plumbing alone: no hook runs, and git alone locks its index, one entry long.
import { existsSync, realpathSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { cannotRun, type Problem } from '../core/problem.ts';
import type { TrackedChange } from '../core/types.ts';
import { commandLine } from '../core/wording/command.ts';
import { readCommitId } from '../git/repository.ts';
import { isIgnored, readIndexEntry, readTreeEntry, type TreeEntry } from '../git/tracking.ts';
import { isCommittingBeside } from './ancestry.ts';
import { type BlobChange, carryOver, storeChange, type World } from './carry.ts';
import { hasEnded } from './ended.ts';
import { type FileChange, locateFile, locateInside, writeAtomic } from './files.ts';
import { readOperation } from './operation.ts';
import {
  createCommit,
  createTree,
  moveHead,
  type PathEntry,
  putEntry,
  refreshEntry,
  removeEntry,
} from './plumbing.ts';
import { removeQuietly } from './replace.ts';
import { shielded } from './signals.ts';
import { isNoteFresh, isNoteSince, readNote } from './state.ts';

/** Writes the file, and commits the change without what else is uncommitted in it; only writes a file that
 * git ignores. Throws Problem (3), with nothing done: no commit yet, mid-rebase and the like, changes of the
 * user's in the same lines, the index locked, signing failed. */
export function commitAlone(world: World, landing: TrackedChange & { readonly message: string }): void {
  const file = openFile(world, landing);
  const plan = file && planCommit(world, file);
  if (file === null || plan === null) {
    writeAtomic(world.top, landing, world.gitDir);
    return;
  }
  // Moving HEAD would end it, with the message that its author is writing.
  if (isCommittingBeside(realpathSync(world.top), world.place.env.HANDOFF_PROCESS)) throw commitUnderWay();
  const { parent, entry, staged } = plan;
  const { message } = landing;
  const tree = createTree(world, parent, entry);
  const commit = createCommit(world, { parent, tree, message });
  land(world, { file, change: landing, staged }, () => {
    if (isCommitting(world)) throw commitUnderWay();
    moveHead(world, { commit, parent, message });
  });
}

/** Writes the file and stages the change without what else is unstaged in it; only writes a file that git
 * ignores. Throws Problem (3), with nothing done, as `commitAlone`. */
export function stageAlone(world: World, change: TrackedChange): void {
  const file = openFile(world, change);
  if (file === null) {
    writeAtomic(world.top, change, world.gitDir);
    return;
  }
  const stored = file.staged?.blob ?? null;
  const staged = carryOver(world, stored, changeOf(file, stored));
  if (staged === null) throw inTheWay(file.path, 'unstaged');
  land(world, { file, change, staged });
}

/** `staged`: the blob for the index; null: the file is not in it. */
type Landing = { readonly file: OpenFile; readonly change: FileChange; readonly staged: string | null };

// A kill in between leaves the file written, or the change staged: never one staged in reverse.
function land(world: World, { file, change, staged }: Landing, settle: () => void = () => {}): void {
  const index = indexOf(world);
  const old = file.staged;
  const put = (blob: string) =>
    putEntry(world, index, { mode: old?.mode ?? '100644', blob, path: file.path });
  if (existsSync(`${index}.lock`) || !isSame(readIndexEntry(world.place, file.path), old)) throw inUse(index);
  shielded(() => {
    if (isCommitting(world)) throw commitUnderWay();
    writeAtomic(world.top, change, world.gitDir);
    undoUnless(
      () => staged !== null && put(staged),
      () => putBack(world, change),
    );
    undoUnless(settle, () => {
      if (old !== null) put(old.blob);
      else if (staged !== null) removeEntry(world, index, file.path);
      putBack(world, change);
    });
  });
  refreshEntry(world, file.path);
}

const isSame = (entry: TreeEntry | 'conflict' | null, old: TreeEntry | null): boolean =>
  entry === null || entry === 'conflict'
    ? entry === old
    : entry.blob === old?.blob && entry.mode === old.mode;

/** The file as git knows it; `path` is where it really is, links followed. */
type OpenFile = {
  readonly path: string;
  readonly staged: TreeEntry | null;
  readonly change: BlobChange;
  readonly isOurs: boolean;
};

function openFile(world: World, change: TrackedChange): OpenFile | null {
  const operation = readOperation(world.gitDir);
  if (operation !== null)
    throw cannotRun({ what: `${change.path} was left as it is`, why: `${operation} under way` });
  const path = locateInside(world.top, change.path);
  if (isIgnored(world.place, path)) return null;
  const staged = readIndexEntry(world.place, path);
  if (staged === 'conflict') throw cannotRun({ what: `${path} is in conflict and was left as it is` });
  const stored = storeChange(world.place, { ...change, path }, staged?.blob ?? null);
  return { path, staged, change: stored, isOurs: change.isOurs };
}

/** What is to be done to a version that git has: where all that is uncommitted is ours, it is the whole
 * difference. */
const changeOf = ({ change, isOurs }: OpenFile, stored: string | null): BlobChange =>
  isOurs ? { before: stored, after: change.after } : change;

/** `entry` is for the commit, `staged` the blob for the index. */
type Plan = { readonly parent: string; readonly entry: PathEntry; readonly staged: string | null };

/** Null: the commit would change nothing. */
function planCommit(world: World, file: OpenFile): Plan | null {
  const { path } = file;
  const parent = readCommitId(world.place, 'HEAD');
  if (parent === null) throw cannotRun({ what: 'no commit yet to put the update on' });
  const head = readTreeEntry(world.place, parent, path);
  const blob = carryOver(world, head?.blob ?? null, changeOf(file, head?.blob ?? null));
  if (blob === null) throw inTheWay(path, 'uncommitted');
  if (blob === head?.blob) return null;
  const staged = moveAlong(world, file, { before: head?.blob ?? null, after: blob });
  return { parent, entry: { path, blob, mode: head?.mode ?? file.staged?.mode ?? '100644' }, staged };
}

/** The blob for the index: the user's staged edits stay staged, a file taken out of the index stays out
 * (null). */
function moveAlong(world: World, file: OpenFile, change: BlobChange): string | null {
  const { path, staged } = file;
  if (staged === null && change.before !== null) return null;
  if (staged !== null && staged.blob === file.change.before) return file.change.after;
  const moved = change.before === null ? change.after : carryOver(world, staged?.blob ?? null, change);
  if (moved === null) throw inTheWay(path, 'staged');
  return moved;
}

/** The index that the user's next commit is made of. */
function indexOf(world: World): string {
  const index = resolve(world.top, world.place.env.GIT_INDEX_FILE || join(world.gitDir, 'index'));
  // Under `commit -a` and `commit -- path` hooks see a temporary one: what is put there alone is staged in
  // reverse afterwards.
  if (index.endsWith('.lock')) throw commitUnderWay();
  return index;
}

/** Whether git is between commit-msg and the move of HEAD, which it refuses where HEAD is no longer what it
 * was. */
function isCommitting({ gitDir, place }: World): boolean {
  const process = /^\S+ \S+ ([1-9]\d*)\b/.exec(readNote(gitDir, 'passed') ?? '')?.[1];
  if (process === undefined || process === place.env.HANDOFF_PROCESS) return false;
  const isOpen = isNoteSince(gitDir, 'passed', join(gitDir, 'logs', 'HEAD'));
  return isOpen && isNoteFresh(gitDir, 'passed') && !hasEnded(Number(process));
}

const commitUnderWay = (): Problem =>
  cannotRun({
    what: 'a commit is being made, so nothing was written',
    fix: `${commandLine('draft')}   when it has ended`,
  });

function undoUnless(act: () => void, undo: () => void): void {
  try {
    act();
  } catch (error) {
    undo();
    throw error;
  }
}

function putBack(world: World, { path, before, text }: FileChange): void {
  if (before === null) removeQuietly(locateFile(world.top, path));
  else writeAtomic(world.top, { path, before: text, text: before }, world.gitDir);
}

const inUse = (index: string): Problem =>
  cannotRun({
    what: 'another git process is using the index, so nothing was written',
    why: `${index}.lock`,
    fix: `${commandLine('draft')}   when it has ended`,
  });

const inTheWay = (path: string, kind: string): Problem =>
  cannotRun({
    what: `${path} has ${kind} changes of yours in the lines of the update, so nothing was written`,
    fix: `commit them first, then: ${commandLine('draft')}`,
  });
