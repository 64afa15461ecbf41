// What is measured: every row of the table of limits, and the same in repositories that are large in one way.
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { copyRepository, type TestEnvironment, type TestRepository } from '../test/helpers/repository.ts';
import type { Contender, Group } from './measure.ts';
import { installPeer, PEERS, writeHooks } from './peers.ts';
import { CHANGED_ARCHITECTURE, decisionsOf, sourcePath } from './repositories.ts';

const cli = fileURLToPath(new URL('../dist/cli.js', import.meta.url));

export const QUIET_TITLE = 'a quiet commit, all hooks together';

const QUIET = { must: 1.5, stretch: 1.3 };
const GATE = { must: 1.9, stretch: 1.5 };
const RECORD = { must: 5 };
const BRIEF = { must: 3 };
const CHECK = { must: 1.5 };

export function installOurs(repository: TestRepository): TestRepository {
  execFileSync('node', [cli, 'install'], { cwd: repository.dir, env: repository.env, stdio: 'ignore' });
  return repository;
}

/** A commit that nobody needs to hear about, of so many files; peers where they are given. */
export function quietCommits(
  project: TestRepository,
  { files = 1, peers = null }: { readonly files?: number; readonly peers?: string | null } = {},
): Group {
  const none = copyRepository(project);
  const empty = copyRepository(project);
  writeHooks(empty, '');
  const ours = installOurs(copyRepository(project));
  const others =
    peers === null
      ? []
      : PEERS.map((peer) => {
          const repository = copyRepository(project);
          installPeer(peer, repository, peers);
          return quietly(peer.name, repository, files);
        });
  return {
    title: QUIET_TITLE,
    contenders: [
      quietly('empty sh hooks', empty, files),
      { ...quietly('handoff-hooks', ours, files), ...QUIET },
      quietly('no hooks', none, files),
      ...others,
    ],
  };
}

function quietly(name: string, repository: TestRepository, files: number): Contender {
  let made = 0;
  const paths = Array.from({ length: files }, (_, at) => sourcePath(at));
  const prepare = () => {
    made++;
    for (const path of paths) repository.write(path, `export const value = 'round ${made}';\n`);
    repository.git('add', '--update');
  };
  return {
    name,
    prepare,
    run: () => run(repository, 'git', ['commit', '--quiet', '--message', `style: round ${made}`]),
  };
}

/** commit-msg alone, over a change of the architecture that brings its decision along. */
export function gatedCommits(project: TestRepository, peers: string | null = null): Group {
  const ours = installOurs(copyRepository(project));
  ours.write('docs/architecture.md', CHANGED_ARCHITECTURE);
  ours.write('docs/decisions.md', decisionsOf(13));
  ours.git('add', '--all');
  const contenders = [bareNode(ours), { name: 'handoff-hooks', run: runCommitMsg(ours), ...GATE }];
  return {
    title: 'commit-msg that needs node',
    contenders: peers === null ? contenders : [...contenders, commitlint(project, peers)],
  };
}

function commitlint(project: TestRepository, prefix: string): Contender {
  const repository = copyRepository(project);
  const peer = PEERS.find(({ name }) => name === 'husky and commitlint');
  if (peer !== undefined) installPeer(peer, repository, prefix);
  return { name: 'husky and commitlint', run: runCommitMsg(repository, '.husky/_/commit-msg') };
}

function runCommitMsg(repository: TestRepository, hook = '.git/hooks/commit-msg'): () => void {
  repository.write('.git/MESSAGE', 'feat: let two processes share the work\n');
  // As git sets them for its hooks.
  const env = { GIT_INDEX_FILE: '.git/index', GIT_EDITOR: ':', GIT_AUTHOR_DATE: '@1800000000 +0000' };
  return () => run(repository, 'sh', [hook, '.git/MESSAGE'], env);
}

/** A commit that finishes a phase: the update of the context file is drafted into the work tree. */
export function recordedCommits(project: TestRepository): Group {
  const ours = installOurs(copyRepository(project));
  const base = ours.git('rev-parse', 'HEAD');
  const code = Array.from({ length: 120 }, (_, at) => `export const step${at} = ${at};\n`).join('');
  const prepare = () => {
    ours.git('reset', '--quiet', '--hard', base);
    ours.write('src/engine.ts', code);
    ours.git('add', '--all');
  };
  const message = 'feat(phase1): complete Phase 1, the engine\n\nGotcha: the engine stalls without input';
  const commit = () => run(ours, 'git', ['commit', '--quiet', '--message', message]);
  return {
    title: 'a recorded commit, drafted, all hooks',
    contenders: [bareNode(ours), { name: 'handoff-hooks', prepare, run: commit, ...RECORD }],
  };
}

export const briefs = (project: TestRepository): Group => ({
  title: 'brief',
  contenders: [
    bareNode(project),
    { name: 'handoff-hooks', run: () => run(project, 'node', [cli, 'brief']), ...BRIEF },
  ],
});

/** `check` over the last so many commits. */
export function checks(project: TestRepository, commits: number): Group {
  const range = `HEAD~${commits}..HEAD`;
  return {
    title: `check over ${commits.toLocaleString('en')} commits`,
    contenders: [
      {
        name: '`git log --raw --numstat`',
        run: () => run(project, 'git', ['log', '--raw', '--numstat', range]),
      },
      { name: 'handoff-hooks', run: () => run(project, 'node', [cli, 'check', range]), ...CHECK },
    ],
  };
}

/** The most memory that a command ever held, in MB. */
export function peakOf(project: TestRepository, args: readonly string[]): number {
  const report = "process.on('exit', () => console.error('peak ' + process.resourceUsage().maxRSS))";
  const { stderr } = project.run('node', ['--import', `data:text/javascript,${report}`, cli, ...args]);
  return Number(/peak (\d+)/.exec(stderr)?.[1]) / 1024;
}

const bareNode = (repository: TestRepository): Contender => ({
  name: '`node -e 0`',
  run: () => run(repository, 'node', ['-e', '0']),
});

function run(
  { dir, env }: TestRepository,
  program: string,
  args: readonly string[],
  extra: TestEnvironment = {},
): void {
  execFileSync(program, args, { cwd: dir, env: { ...env, ...extra }, stdio: 'ignore' });
}
