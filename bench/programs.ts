// The programs that are measured, in repositories that are there for one contender alone.
import { execFileSync, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import {
  createFolder,
  openRepository,
  type TestEnvironment,
  type TestRepository,
} from '../test/helpers/repository.ts';
import { type Contender, timed } from './measure.ts';

export const CLI = fileURLToPath(new URL('../dist/cli.js', import.meta.url));

export type Program = {
  readonly name: string;
  readonly args?: readonly string[];
  readonly env?: TestEnvironment;
  /** The exit code without which the measurement is worth nothing. */
  readonly status?: number;
};

export function runProgram({ dir, env }: TestRepository, program: Program): void {
  const { name, args = [], env: extra = {}, status: expected = 0 } = program;
  const { status } = spawnSync(name, args, { cwd: dir, env: { ...env, ...extra }, stdio: 'ignore' });
  if (status !== expected) throw new Error(`exit code ${status} from ${[name, ...args].join(' ')}`);
}

export const runCli = (repository: TestRepository, ...args: string[]): void =>
  runProgram(repository, { name: 'node', args: [CLI, ...args] });

export const bareNode = (repository: TestRepository): Contender => ({
  name: '`node -e 0`',
  take: timed(() => runProgram(repository, { name: 'node', args: ['-e', '0'] })),
});

/** `baseline`: the commit to install at, as if the rest had come since; else at HEAD. */
export function installOurs(repository: TestRepository, baseline?: string): TestRepository {
  if (baseline === undefined) {
    runCli(repository, 'install');
    return repository;
  }
  const head = repository.git('rev-parse', 'HEAD');
  repository.git('update-ref', 'HEAD', repository.git('rev-parse', baseline));
  runCli(repository, 'install');
  repository.git('update-ref', 'HEAD', head);
  return repository;
}

/** By cp, which takes a third of the time of node's own copy where there are many files. */
export function copyOf(project: TestRepository): TestRepository {
  const dir = createFolder();
  execFileSync('cp', ['-R', `${project.dir}/.`, dir]);
  const copy = openRepository(dir);
  copy.git('update-index', '-q', '--refresh');
  return copy;
}

const START = Date.UTC(2026, 5, 1);

/** Commits a minute apart, as people make them: each call's environment for the next one. */
export function startClock(): () => TestEnvironment {
  let minute = 0;
  return () => ({ GIT_AUTHOR_DATE: new Date(START + 60_000 * minute++).toISOString() });
}
