// The commit that is being made: what the index of this moment changes, against what it will stand upon.

import type { ChangedFile, Commit } from '../core/types.ts';
import { isAmending, isLinux } from '../effects/ancestry.ts';
import { readGitLines } from '../effects/gitdir.ts';
import { type Head, hasAuthorDateOf } from '../git/head.ts';
import { readEmptyTree } from '../git/repository.ts';
import { readStagedChanges } from '../git/staged.ts';
import type { Told } from '../git/told.ts';
import type { Project } from './project.ts';
import type { Session } from './session.ts';

type StagedFacts = Pick<Project, 'place' | 'gitDir'> & {
  readonly head: Head | null;
  readonly told?: Told | null;
};

/** Stands upon HEAD, or in its place when it amends. Throws GitProblem. */
export function readStagedCommit(session: Session, scene: StagedFacts, message: string): Commit {
  const { head } = scene;
  const isAmend = head !== null && isLikeAmend(session, head);
  const parents = isAmend ? head.parents : head === null ? [] : [head.sha, ...readMergeHeads(scene)];
  const files = isAmend ? readFilesInsteadOf(scene, head) : readFilesUpon(scene);
  return { sha: null, parents, date: session.now.toISOString(), message, files };
}

/** Seconds in which a script may well have made two commits: they have the same author date then, as an amend
 * has. */
const AMBIGUOUS = 2;

function isLikeAmend({ env, now }: Session, head: Head): boolean {
  // An amend may be given another date; to ask for the command line costs nothing here, and two processes
  // elsewhere.
  if (!hasAuthorDateOf(head, env)) return isLinux() && isAmending() === true;
  return isAmending() ?? now.getTime() / 1000 - head.committedAt > AMBIGUOUS;
}

const readFilesInsteadOf = ({ place }: StagedFacts, head: Head): readonly ChangedFile[] =>
  readStagedChanges(place, head.parents[0] ?? readEmptyTree(place));

/** Of a merge only what differs from every parent: the other side was judged when it was made. */
function readFilesUpon(scene: StagedFacts): readonly ChangedFile[] {
  const { place, head, told } = scene;
  const files = told?.changes ?? readStagedChanges(place, head?.sha ?? readEmptyTree(place));
  const others = readMergeHeads(scene).map((parent) => readStagedChanges(place, parent));
  return files.filter((file) => others.every((other) => other.some(({ path }) => path === file.path)));
}

const readMergeHeads = ({ gitDir }: StagedFacts): readonly string[] => readGitLines(gitDir, 'MERGE_HEAD');
