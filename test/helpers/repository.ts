// Real git in temporary repositories, as nobody in particular: no GIT_* of the caller's, no global or system
// config.
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { UNATTENDED } from '../../src/effects/agent.ts';

export type TestEnvironment = Record<string, string>;

/** The caller's environment without git's, the agents', CI's and our own switches. */
export function cleanEnvironment(extra: TestEnvironment = {}): TestEnvironment {
  const foreign =
    /^(GIT_|HANDOFF|CLAUDE|CURSOR|GEMINI|CODEX|OPENCODE|AI_AGENT|HUSKY|LEFTHOOK|NODE_EXTRA_CA_CERTS|NODE_OPTIONS|npm_)/;
  const kept = Object.entries(process.env).filter(
    ([name, value]) => value !== undefined && !foreign.test(name) && !UNATTENDED.includes(name),
  );
  return {
    ...(Object.fromEntries(kept) as TestEnvironment),
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_AUTHOR_NAME: 'Ada',
    GIT_AUTHOR_EMAIL: 'ada@example.invalid',
    GIT_COMMITTER_NAME: 'Ada',
    GIT_COMMITTER_EMAIL: 'ada@example.invalid',
    ...extra,
  };
}

export type Answer = { readonly status: number; readonly stdout: string; readonly stderr: string };

export type TestRepository = {
  readonly dir: string;
  readonly env: TestEnvironment;
  /** git's stdout, trimmed at its end; throws when git fails. */
  readonly git: (...args: string[]) => string;
  /** Any program in the repository; never throws. */
  readonly run: (program: string, args: readonly string[], extra?: TestEnvironment) => Answer;
  readonly write: (path: string, text: string | Buffer) => void;
  readonly read: (path: string) => string;
  /** Writes the files, stages everything, commits with real hooks; the answer holds what the hooks said. */
  readonly commit: (
    message: string,
    files?: Readonly<Record<string, string>>,
    extra?: TestEnvironment,
  ) => Answer;
  readonly remove: () => void;
};

/** An empty folder that goes away with `remove`; its real path. */
export const createFolder = (name = 'handoff-'): string => realpathSync(mkdtempSync(join(tmpdir(), name)));

/** A new repository on branch `main`, with no commit. `at`: a folder to use, else a new temporary one. */
export function createRepository(
  at: string = createFolder(),
  initArgs: readonly string[] = [],
): TestRepository {
  mkdirSync(at, { recursive: true });
  const repository = openRepository(at);
  repository.git('init', '--quiet', '--initial-branch=main', ...initArgs);
  repository.git('config', 'gc.auto', '0');
  return repository;
}

/**
 * A copy of a repository with all that is in it, hooks and state included; much cheaper than making it again.
 */
export function copyRepository(template: TestRepository): TestRepository {
  const dir = createFolder();
  cpSync(template.dir, dir, { recursive: true, verbatimSymlinks: true });
  return openRepository(dir);
}

export function openRepository(dir: string): TestRepository {
  const env = cleanEnvironment();
  const git = (...args: string[]) =>
    execFileSync('git', args, {
      cwd: dir,
      env,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    }).trimEnd();
  const run = (program: string, args: readonly string[], extra: TestEnvironment = {}): Answer => {
    const { status, stdout, stderr, error } = spawnSync(program, args as string[], {
      cwd: dir,
      env: { ...env, ...extra },
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    return {
      status: status ?? -1,
      stdout: stdout ?? '',
      stderr: error === undefined ? stderr : String(error),
    };
  };
  const write = (path: string, text: string | Buffer) => {
    mkdirSync(dirname(join(dir, path)), { recursive: true });
    writeFileSync(join(dir, path), text);
  };
  const commit = (
    message: string,
    files: Readonly<Record<string, string>> = {},
    extra: TestEnvironment = {},
  ) => {
    for (const [path, text] of Object.entries(files)) write(path, text);
    git('add', '--all');
    return run('git', ['commit', '--quiet', '--allow-empty', '--message', message], extra);
  };
  return {
    dir,
    env,
    git,
    run,
    write,
    read: (path) => readFileSync(join(dir, path), 'utf8'),
    commit,
    remove: () => rmSync(dir, { recursive: true, force: true }),
  };
}
