// How many quiet commits start no node: replays histories in repositories with the hooks, with real git, once as they
// are and once with node for every commit, and says where the two differ.
//   node --import tsx bench/quiet.ts [HISTORY.jsonl ...]
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DEFAULTS } from '../src/core/config/defaults.ts';
import { isDocument } from '../src/core/config/documents.ts';
import { createFolder, openRepository, type TestRepository } from '../test/helpers/repository.ts';
import { readHistory, rebuildHistory } from './history.ts';
import { installOurs } from './programs.ts';

const CARRIED = fileURLToPath(new URL('history/demo.jsonl', import.meta.url));

type Outcome = { readonly subject: string; readonly kind: string; readonly starts: number };

/** Recommits a history, oldest first, on a branch of its own with the hooks. */
function recommit(history: string, hasShell: boolean): Outcome[] {
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
  rmSync(folder, { recursive: true });
  return outcomes;
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

// The index alone takes on what the commit changed; of the files on disk only the context file, which a draft waits in.
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
  const [outcomes, full] = [recommit(history, true), recommit(history, false)];
  const quiet = outcomes.filter(({ kind }) => kind === 'quiet');
  const silent = quiet.filter(({ starts }) => starts === 0).length;
  const others = outcomes.filter(({ kind }, at) => kind !== full[at]?.kind);
  console.log(
    `${history.split('/').at(-1)}: ${outcomes.length} commits, ${quiet.length} quiet, ` +
      `${silent} of them without node (${Math.round((100 * silent) / quiet.length)} %), ${others.length} judged otherwise`,
  );
  for (const { subject, kind } of others) console.log(`  ${kind}: ${subject}`);
  if (others.length > 0) process.exitCode = 1;
}
