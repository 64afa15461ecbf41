// Commits that were made here while git ran no hooks: by a tool that sets `core.hooksPath=`, from a program
// without our node, with HANDOFF=0. The reflog tells which commits were made in this work tree since a hook
// saw one.

import type { Config } from '../core/config/defaults.ts';
import { isDocument } from '../core/config/documents.ts';
import type { Hookless } from '../core/types.ts';
import { isUpkeep } from '../core/verdict/recorded.ts';
import { type Action, readActions } from '../effects/gitdir.ts';
import { readNote } from '../effects/state.ts';
import { type LoggedCommit, readCommit, readIds } from '../git/log.ts';
import { type Repository, readCommitId } from '../git/repository.ts';
import { readSpan } from '../git/span.ts';
import { readJudged } from './judged.ts';
import { readMemory } from './memory.ts';
import { readGateSettings } from './settings.ts';

const NONE: Hookless = { commits: [], findings: [] };

/** `commit: feat: read stations`, `commit (amend): …`, `cherry-pick: …`. */
const MADE = new Set([
  'commit',
  'commit (amend)',
  'commit (initial)',
  'commit (merge)',
  'cherry-pick',
  'revert',
]);

// HEAD may have come back to the commit that was seen: what was made before that was not seen for it.
function endOf(actions: readonly Action[], isSeen: (sha: string) => boolean): number {
  const own = actions.findIndex(({ sha, action }) => isSeen(sha) && !BACK.has(action));
  return own < 0 ? actions.findIndex(({ sha }) => isSeen(sha)) : own;
}

const BACK = new Set(['checkout', 'reset']);

type HooklessRange = {
  /** Where the history ends that they are in. */
  readonly tip?: string;
  /** A commit whose hook runs now. */
  readonly but?: string;
};

// What carries the context file alone had nothing to be told by a hook.
function isOfContext(commit: LoggedCommit | null, config: Config): boolean {
  const paths = commit?.files.map(({ path }) => path) ?? [];
  return isUpkeep(
    commit?.files ?? [],
    paths.filter((path) => isDocument('context', path, config)),
  );
}

/** The note `seen`: commits up to which all was told, and, behind a dash, those whose hooks said nothing of
 * others. None where nobody knows: no hook ever ran, reflogs are off or too short. Asks git only where there
 * are some. Throws GitProblem, and Problem (3) where the committed settings have faults. */
export async function readHookless(
  repository: Repository,
  { tip = 'HEAD', but }: HooklessRange = {},
): Promise<Hookless> {
  const { place, gitDir } = repository;
  const notes = (readNote(gitDir, 'seen') ?? '').split('\n');
  const told = [readJudged(gitDir), ...notes].filter(Boolean);
  const passed = new Set(notes.flatMap((note) => (note.startsWith('- ') ? note.slice(2) : [])));
  const actions = readActions(gitDir);
  const end = endOf(actions, (sha) => told.includes(sha));
  const made = actions
    .slice(0, Math.max(0, end))
    .filter(({ action, sha }) => MADE.has(action) && sha !== but && !passed.has(sha));
  const since = actions[end]?.sha;
  if (made.length === 0 || since === undefined || readCommitId(place, since) === null) return NONE;
  const reached = readIds(place, [tip, `^${since}`]);
  const { config } = await readGateSettings(place, tip);
  const commits = made.filter(({ sha }) => reached.has(sha) && !isOfContext(readCommit(place, sha), config));
  if (commits.length === 0) return NONE;
  const { baseline } = readMemory(repository);
  // Seldom needed, and much to load.
  const { checkSpan } = await import('./checked.ts');
  const { findings } = await checkSpan(repository, readSpan(repository, `${since}..${tip}`), baseline);
  const ids = new Set(commits.map(({ sha }) => sha));
  return {
    commits,
    findings: findings.filter(({ level, sha }) => level === 'error' && sha !== null && ids.has(sha)),
  };
}
