// What is measured of a commit: the rows of the table of limits that git's hooks stand behind.
import type { TestRepository } from '../test/helpers/repository.ts';
import { type Contender, type Group, timed } from './measure.ts';
import { COMMITLINT, installPeer, PEERS, writeHooks } from './peers.ts';
import { bareNode, copyOf, installOurs, runProgram, startClock } from './programs.ts';
import { CHANGED_ARCHITECTURE, type PathOf, sourcePath } from './repositories.ts';

export const QUIET_TITLE = 'a quiet commit, all hooks together';
export const NO_HOOKS = 'no hooks';
export const OURS = 'handoff-hooks';

const QUIET = { must: 1.5, stretch: 1.3 };
const GATE = { must: 1.9, stretch: 1.5 };
const RECORD = { must: 5 };

export type Setting = {
  readonly project: TestRepository;
  /** The commit since which updates are owed; HEAD where it is not given. */
  readonly baseline?: string;
  /** Files in each commit. */
  readonly files?: number;
  readonly pathOf?: PathOf;
  /** The folder that the peers are installed in; null or nothing: no peers. */
  readonly peers?: string | null;
};

/** A commit that nobody needs to hear about. */
export function quietCommits({
  project,
  baseline,
  files = 1,
  pathOf = sourcePath,
  peers = null,
}: Setting): Group {
  const change = { files, pathOf };
  const plain = (name: string, script: string) => {
    const repository = copyOf(project);
    writeHooks(repository, script);
    return quietly(name, repository, change);
  };
  const ours = installOurs(copyOf(project), baseline);
  // As where there was a first draft: until then every commit starts node.
  const draft = { blob: '1'.repeat(40), isOurs: true };
  ours.write('.git/handoff-hooks/drafts.json', JSON.stringify([draft]));
  const others = peers === null ? [] : PEERS.map((peer) => withPeer(peer.name, project, peers));
  return {
    title: QUIET_TITLE,
    contenders: [
      plain('empty sh hooks', ''),
      { ...quietly(OURS, ours, change), ...QUIET },
      quietly(NO_HOOKS, copyOf(project), change),
      ...(peers === null ? [] : [plain('`node -e 0` as commit-msg', 'node -e 0\n')]),
      ...others,
    ],
  };
}

function withPeer(name: string, project: TestRepository, prefix: string): Contender {
  const repository = copyOf(project);
  installPeer(name, repository, prefix);
  return quietly(name, repository, { files: 1, pathOf: sourcePath });
}

type Changed = { readonly files: number; readonly pathOf: PathOf };

function quietly(name: string, repository: TestRepository, change: Changed): Contender {
  const tick = startClock();
  let made = 0;
  const prepare = () => {
    changeFiles(repository, change, `round ${++made}`);
  };
  const message = () => `style: round ${made}`;
  return { name, prepare, take: timed(() => commit(repository, message(), tick())) };
}

function changeFiles(repository: TestRepository, { files, pathOf }: Changed, text: string): void {
  for (let at = 0; at < files; at++) repository.write(pathOf(at), `export const value = ${at}; // ${text}\n`);
  repository.git('add', '--update');
}

const commit = (repository: TestRepository, message: string, env: Record<string, string>): void =>
  runProgram(repository, { name: 'git', args: ['commit', '--quiet', '--message', message], env });

/** commit-msg alone, over a change of the architecture that records no decision: it is stopped. */
export function gatedCommits({
  project,
  baseline,
  files = 0,
  pathOf = sourcePath,
  peers = null,
}: Setting): Group {
  const ours = installOurs(copyOf(project), baseline);
  changeFiles(ours, { files, pathOf }, 'changed');
  ours.write('docs/architecture.md', CHANGED_ARCHITECTURE);
  ours.git('add', '--all');
  const contenders = [
    bareNode(ours),
    { name: OURS, take: timed(commitMsg(ours, '.git/hooks/commit-msg', 1)), ...GATE },
  ];
  return {
    title: 'commit-msg that needs node',
    contenders: peers === null ? contenders : [...contenders, linted(project, peers)],
  };
}

function linted(project: TestRepository, prefix: string): Contender {
  const repository = copyOf(project);
  installPeer(COMMITLINT, repository, prefix);
  return { name: COMMITLINT, take: timed(commitMsg(repository, '.husky/_/commit-msg', 0)) };
}

function commitMsg(repository: TestRepository, hook: string, status: number): () => void {
  repository.write('.git/MESSAGE', 'feat: let two processes share the work\n');
  // As git sets them for its hooks.
  const env = { GIT_INDEX_FILE: '.git/index', GIT_EDITOR: ':', GIT_PREFIX: '', ...startClock()() };
  return () => runProgram(repository, { name: `./${hook}`, args: ['.git/MESSAGE'], env, status });
}

/**
 * A commit that finishes a phase, after a quiet one: the update of the context file is drafted into the work
 * tree.
 */
export function recordedCommits({ project, baseline }: Setting): Group {
  const ours = installOurs(copyOf(project), baseline);
  const before = ours.read('SESSION_CONTEXT.md');
  const isDrafted = () => ours.read('SESSION_CONTEXT.md') !== before;
  return {
    title: 'a recorded commit, drafted, all hooks',
    contenders: [
      bareNode(ours),
      { ...finishing(OURS, ours, isDrafted), ...RECORD },
      finishing(NO_HOOKS, copyOf(project)),
    ],
  };
}

function finishing(name: string, repository: TestRepository, isDone = () => true): Contender {
  const base = repository.git('rev-parse', 'HEAD');
  const tick = startClock();
  const prepare = () => {
    repository.git('reset', '--quiet', '--hard', base);
    changeFiles(repository, { files: 1, pathOf: sourcePath }, 'before the phase');
    commit(repository, 'style: before the phase', tick());
    repository.write('src/engine.ts', ENGINE);
    repository.git('add', '--all');
  };
  const finish = timed(() => commit(repository, FINISHED, tick()));
  const take = () => {
    const time = finish();
    if (!isDone()) throw new Error('the commit drafted no update');
    return time;
  };
  return { name, prepare, take };
}

const FINISHED = 'feat(phase1): complete Phase 1, the engine\n\nGotcha: the engine stalls without input';
const ENGINE = Array.from({ length: 120 }, (_, at) => `export const step${at} = ${at};\n`).join('');
