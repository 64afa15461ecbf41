// How many quiet commits start no node: replays histories in repositories with the hooks, with real git, once
// as they are and once with node for every commit. A record may come up to seven commits later than at once;
// what is recorded by one of them alone is told.
//   node --import tsx bench/quiet.ts [HISTORY.jsonl ...]
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DEFAULTS } from '../src/core/config/defaults.ts';
import { isDocument } from '../src/core/config/documents.ts';
import { readNamingLines } from '../src/core/verdict/recorded.ts';
import { createFolder, openRepository, type TestRepository } from '../test/helpers/repository.ts';
import { readHistory, rebuildHistory } from './history.ts';
import { installOurs } from './programs.ts';

const CARRIED = fileURLToPath(new URL('history/demo.jsonl', import.meta.url));

/** Commits that may pass before node judges them. */
const PATIENCE = 8;

type Replay = {
  readonly outcomes: readonly Outcome[];
  /** Places of the commits that the context file accounts for in the end. */
  readonly told: ReadonlySet<number>;
};
type Outcome = { readonly subject: string; readonly kind: string; readonly starts: number };

/** Recommits a history, oldest first, on a branch of its own with the hooks. */
function recommit(history: string, hasShell: boolean): Replay {
  const folder = createFolder('handoff-quiet-');
  const dir = join(folder, 'repository');
  rebuildHistory(readHistory(history), dir);
  const repository = openRepository(dir);
  const commits = repository.git('rev-list', '--reverse', 'HEAD').split('\n');
  repository.git('checkout', '--quiet', '--orphan', 'again');
  repository.git('rm', '-rqf', '.');
  installOurs(repository);
  if (!hasShell) rmSync(join(dir, '.git/handoff-hooks/hooks/lib/quiet.sh'));
  const starts = countStarts(folder);
  const outcomes = commits.map((id) => commitAgain(repository, id, starts));
  const told = readTold(repository);
  rmSync(folder, { recursive: true });
  return { outcomes, told };
}

function readTold({ dir, git }: TestRepository): ReadonlySet<number> {
  const context = git('ls-files')
    .split('\n')
    .find((path) => isDocument('context', path, DEFAULTS));
  const named = readNamingLines(context === undefined ? '' : readFileSync(join(dir, context), 'utf8'));
  const ids = named.flatMap((line) => line.ids);
  const commits = git('rev-list', '--reverse', 'HEAD').split('\n');
  return new Set(commits.flatMap((sha, at) => (ids.some((id) => sha.startsWith(id)) ? [at] : [])));
}

/** What one replay has and the other one has not nearby; the last few may still wait. */
function missing(one: Replay, other: Replay, name: string): string[] {
  const { length } = one.outcomes;
  const has = (kind: string, from: number, to: number) =>
    other.outcomes.slice(Math.max(0, from), to).some((outcome) => outcome.kind === kind);
  return one.outcomes.slice(0, length - PATIENCE).flatMap(({ kind, subject }, at) => {
    const isBlocked = kind === 'block' && !has(kind, at, at + 1);
    const isRecorded = kind === 'record' && !has(kind, at - PATIENCE + 1, at + PATIENCE);
    const isTold = one.told.has(at) && !other.told.has(at);
    return isBlocked || isRecorded || isTold
      ? [`${name} alone ${isTold ? 'tells of' : kind}: ${subject}`]
      : [];
  });
}

type Starts = { readonly path: string; readonly count: () => number };

/** A node that writes down that it was started, for the front of PATH. */
function countStarts(folder: string): Starts {
  const [bin, log] = [join(folder, 'bin'), join(folder, 'starts')];
  mkdirSync(bin);
  writeFileSync(join(bin, 'node'), `#!/bin/sh\necho >>'${log}'\nexec '${process.execPath}' "$@"\n`);
  chmodSync(join(bin, 'node'), 0o755);
  const count = () => (existsSync(log) ? readFileSync(log, 'utf8').length : 0);
  return { path: `${bin}:${process.env.PATH}`, count };
}

// The index alone takes on what the commit changed; of the files on disk only the context file, which a draft
// waits in.
function commitAgain({ git, run }: TestRepository, id: string, starts: Starts): Outcome {
  git('read-tree', '--reset', id);
  const changed = git('diff-tree', '--root', '--no-commit-id', '-r', '--name-only', '--diff-filter=d', id);
  for (const path of changed.split('\n'))
    if (isDocument('context', path, DEFAULTS)) git('checkout-index', '--force', path);
  const before = starts.count();
  const env = { PATH: starts.path, GIT_AUTHOR_DATE: git('log', '-1', '--format=%aI', id) };
  const message = git('log', '-1', '--format=%B', id);
  const { status, stderr } = run('git', ['commit', '--quiet', '--allow-empty', '-m', message], env);
  const kind = status !== 0 ? 'block' : /drafted|draft/.test(stderr) ? 'record' : 'quiet';
  if (status !== 0) git('commit', '--quiet', '--no-verify', '--allow-empty', '-m', message);
  return { subject: message.split('\n')[0] ?? '', kind, starts: starts.count() - before };
}

const histories = process.argv.slice(2);
for (const history of histories.length > 0 ? histories : [CARRIED]) {
  const [swift, full] = [recommit(history, true), recommit(history, false)];
  const quiet = swift.outcomes.filter(({ kind }) => kind === 'quiet');
  const silent = quiet.filter(({ starts }) => starts === 0).length;
  const others = [...missing(swift, full, 'the shell'), ...missing(full, swift, 'node')];
  console.log(
    `${history.split('/').at(-1)}: ${swift.outcomes.length} commits, ${quiet.length} quiet, ` +
      `${silent} of them without node (${Math.round((100 * silent) / quiet.length)} %), ${others.length} judged otherwise`,
  );
  for (const other of others) console.log(`  ${other}`);
  if (others.length > 0) process.exitCode = 1;
}
