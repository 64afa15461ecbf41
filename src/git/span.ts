// The commits that a user or a server names: one, a range, all that is pushed; and where they start from.
import { cannotRun, type Problem } from '../core/problem.ts';
import { findCommitId, noRevision, type Repository, readCommitId } from './repository.ts';
import { type GitPlace, runGit, tryGit } from './run.ts';

export type Span = {
  /** For `readCommits`, oldest first. */
  readonly revisions: readonly string[];
  /** The commit that it starts behind; null: the very first one. Over a long span git looks for it as long as
   * it lists the span. Throws Problem (3): no common commit. */
  readonly readBase: () => string | null;
  /** All commits that the span as a whole can be held against; none where it starts with the very first
   * one. */
  readonly readBases: () => readonly string[];
  readonly tip: string;
  /** One commit that was named. */
  readonly isSingle: boolean;
  /** Looks for its start while git lists its commits. Told of the first one, it may know where the span
   * starts with no look at all the others. */
  readonly watch?: () => (first: { readonly parents: readonly string[] } | undefined) => Promise<void>;
};

const OLDEST_FIRST = ['--reverse', '--topo-order'];

/** All commits up to one. Throws Problem (3). */
export function readHistory(repository: Repository, tip = 'HEAD'): Span {
  const id = readExisting(repository, tip);
  return {
    revisions: [...OLDEST_FIRST, id],
    readBase: () => null,
    readBases: () => [],
    tip: id,
    isSingle: false,
  };
}

/** `REV`: that commit alone; `A..B` and `A...B`: what B has since it left A; zeros for A, as a server is told
 * of a new branch: what no branch has yet. Throws Problem (3): not here, no common commit, a shallow clone
 * that ends inside. */
export function readSpan(repository: Repository, text: string): Span {
  const [, left = '', right = ''] = /^(.*?)\.\.\.?(.*)$/s.exec(text) ?? [];
  if (!text.includes('..')) return readSingle(repository, text);
  const tip = readExisting(repository, right || 'HEAD');
  return /^0{40,64}$/.test(left)
    ? readUnseen(repository, tip, '--all')
    : readSince(repository, left || 'HEAD', tip);
}

/** The id that git gives for what is not there. */
export const isNothing = (id: string): boolean => /^0{40,64}$/.test(id);

/** What a push sends: all of `tip` that no branch of the remote has. `remote`: its name, else its address. */
export function readPushed(repository: Repository, tip: string, remote: string): Span {
  return readUnseen(repository, tip, `--remotes=${remote}`);
}

function readSingle(repository: Repository, text: string): Span {
  const tip = readExisting(repository, text);
  return {
    revisions: ['--no-walk', tip],
    readBase: () => readCommitId(repository.place, `${tip}^`),
    readBases: () => [],
    tip,
    isSingle: true,
  };
}

function readSince(repository: Repository, left: string, tip: string): Span {
  const { place } = repository;
  let start: string | null = null;
  let bases: readonly string[] | null = null;
  const readBases = () => {
    start ??= readExisting(repository, left);
    bases ??= listIds(tryGit(place, ['merge-base', '--all', start, tip]));
    return bases;
  };
  const readBase = () => {
    const [base] = readBases();
    if (base !== undefined) return base;
    throw incomplete(repository, `${left} and ${tip.slice(0, 12)} have no common commit here`);
  };
  const watch = () => {
    const id = findCommitId(place, left);
    return async (first: { readonly parents: readonly string[] } | undefined) => {
      start ??= await id;
      if (start !== null && first?.parents.includes(start)) bases ??= [start];
    };
  };
  const revisions = [...OLDEST_FIRST, tip, `^${left}`];
  return { revisions, readBase, readBases, tip, isSingle: false, watch };
}

function readUnseen({ place }: Repository, tip: string, seen: string): Span {
  // What a caller adds behind it, such as `^baseline`, is meant as it is written.
  const unseen = [tip, '--not', seen, '--not'];
  const boundary = runGit(place, ['rev-list', '--boundary', ...unseen])
    .split('\n')
    .flatMap((line) => (line.startsWith('-') ? line.slice(1) : []));
  const readBase = () => boundary[0] ?? null;
  const readBases = () => boundary;
  return { revisions: [...OLDEST_FIRST, ...unseen], readBase, readBases, tip, isSingle: false };
}

const listIds = (output: string | null): string[] => (output ?? '').split('\n').filter((id) => id !== '');

/** Of the bases of a span those that no other one contains, `baseline` among them where the span does. */
export function cutBases(place: GitPlace, { readBases, tip }: Span, baseline: string | null): string[] {
  const bases = readBases();
  if (baseline === null || bases.length === 0) return [...bases];
  const since = listIds(tryGit(place, ['merge-base', '--all', baseline, tip]));
  return listIds(tryGit(place, ['merge-base', '--independent', ...bases, ...since]));
}

/** How many commits of a span there are in all. */
export const countSpan = (place: GitPlace, { revisions }: Span): number =>
  Number(tryGit(place, ['rev-list', '--count', ...revisions, '--']) ?? 0);

function readExisting(repository: Repository, revision: string): string {
  const id = readCommitId(repository.place, revision);
  if (id === null && repository.isShallow) throw incomplete(repository, `commit not found: ${revision}`);
  if (id === null) throw noRevision(revision);
  return id;
}

/** Throws Problem (3) when a shallow clone has cut off the parents of a commit that seems to have none. */
export function refuseGrafted(
  repository: Repository,
  commit: { sha: string; parents: readonly string[] },
): void {
  if (!repository.isShallow || commit.parents.length > 0) return;
  const raw = runGit(repository.place, ['cat-file', 'commit', commit.sha]);
  if (/^parent /m.test(raw.slice(0, raw.indexOf('\n\n'))))
    throw incomplete(
      repository,
      `this clone ends at ${commit.sha.slice(0, 12)}, inside of what is to be checked`,
    );
}

const incomplete = ({ isShallow }: Repository, why: string): Problem =>
  cannotRun({
    what: 'the commits to be checked are not all here',
    why,
    fix: isShallow
      ? 'git fetch --unshallow   (GitHub Actions: fetch-depth: 0; GitLab CI: GIT_DEPTH: 0)'
      : 'git fetch the branch that is compared with, or name another one',
  });
