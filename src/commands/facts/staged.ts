// The commit that is being made: what the index of this moment changes, against what it will stand upon.
import type { ChangedFile, Commit } from '../../core/types.ts';
import { isAmending } from '../../effects/ancestry.ts';
import { readGitLines } from '../../effects/gitdir.ts';
import { type Head, hasAuthorDateOf, readHead } from '../../git/head.ts';
import { readEmptyTree } from '../../git/repository.ts';
import { readStagedChanges } from '../../git/staged.ts';
import type { Session } from '../session.ts';
import type { Project } from './project.ts';

/** Stands upon HEAD, or in its place when it amends. Throws GitProblem. */
export function readStagedCommit(session: Session, project: Project, message: string): Commit {
  const head = readHead(project.place);
  const isAmend = head !== null && isLikeAmend(session, head);
  const parents = isAmend ? head.parents : head === null ? [] : [head.sha, ...readMergeHeads(project)];
  const files = isAmend ? readFilesInsteadOf(project, head) : readFilesUpon(project, head);
  return { sha: null, parents, date: session.now.toISOString(), message, files };
}

/** Seconds in which a script may well have made two commits: they have the same author date then, as an amend has. */
const AMBIGUOUS = 2;

function isLikeAmend({ env, now }: Session, head: Head): boolean {
  if (!hasAuthorDateOf(head, env)) return false;
  return isAmending() ?? now.getTime() / 1000 - head.committedAt > AMBIGUOUS;
}

const readFilesInsteadOf = ({ place }: Project, head: Head): readonly ChangedFile[] =>
  readStagedChanges(place, head.parents[0] ?? readEmptyTree(place));

/** Of a merge only what differs from every parent: the other side was judged when it was made. */
function readFilesUpon(project: Project, head: Head | null): readonly ChangedFile[] {
  const files = readStagedChanges(project.place, head?.sha ?? readEmptyTree(project.place));
  const others = readMergeHeads(project).map((parent) => readStagedChanges(project.place, parent));
  return files.filter((file) => others.every((other) => other.some(({ path }) => path === file.path)));
}

const readMergeHeads = ({ gitDir }: Project): readonly string[] => readGitLines(gitDir, 'MERGE_HEAD');
