// The one spawner of git. Synchronous, for the hooks' hot path; `streamGit` for ranges.
import { execFileSync, spawn } from 'node:child_process';
import { Problem, type ProblemText } from '../core/problem.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

/** Where and as whom git runs. Inside a hook `env` carries GIT_INDEX_FILE and the like: they are kept. */
export type GitPlace = { readonly cwd: string; readonly env: Environment };

export type GitOptions = { readonly input?: string | Buffer; readonly env?: Environment };

/** A failed call of git: its exit code and what it said. */
export type GitFailure = { readonly status: number | null; readonly stderr: string };

const LARGEST_ANSWER = 1 << 30;

/** git's stdout as bytes. Throws Problem (3) when git is missing or says no. */
export function runGitBytes(place: GitPlace, args: readonly string[], options: GitOptions = {}): Buffer {
  try {
    return execFileSync('git', args as string[], {
      cwd: place.cwd,
      env: { ...place.env, LC_ALL: 'C', ...options.env },
      input: options.input,
      stdio: [options.input === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
      maxBuffer: LARGEST_ANSWER,
      windowsHide: true,
    });
  } catch (error) {
    throw gitProblem(args, error as NodeJS.ErrnoException & Partial<GitFailure>);
  }
}

/** git's stdout as text; bytes that are not UTF-8 become U+FFFD. Throws Problem (3). */
export const runGit = (place: GitPlace, args: readonly string[], options?: GitOptions): string =>
  runGitBytes(place, args, options).toString('utf8');

/** As `runGit`, but null where git answers with a failure. Still throws when git itself is missing. */
export function tryGit(place: GitPlace, args: readonly string[], options?: GitOptions): string | null {
  try {
    return runGit(place, args, options);
  } catch (error) {
    if (error instanceof GitProblem && error.failure.status !== null) return null;
    throw error;
  }
}

export class GitProblem extends Problem {
  readonly failure: GitFailure;

  constructor(args: readonly string[], failure: GitFailure) {
    const why = failure.stderr.trim().split('\n')[0] ?? '';
    const [, known] = KNOWN.find(([said]) => said.test(failure.stderr)) ?? [];
    const failed = { what: `git ${args[0] ?? ''} failed`, why, ...known };
    super(3, failure.status === null ? { ...NO_GIT, why } : failed);
    this.failure = failure;
  }
}

function gitProblem(args: readonly string[], error: NodeJS.ErrnoException & Partial<GitFailure>): GitProblem {
  const status = typeof error.status === 'number' ? error.status : null;
  return new GitProblem(args, { status, stderr: String(error.stderr ?? error.message) });
}

const NO_GIT: ProblemText = {
  what: 'git could not be started',
  fix: 'install git 2.31 or newer and put it on PATH',
};

// By what git says under LC_ALL=C.
const KNOWN: readonly (readonly [said: RegExp, known: Partial<ProblemText>])[] = [
  [
    /not a git repository/i,
    { what: 'this is not a git repository', fix: 'run this inside a git repository, or `git init` first' },
  ],
  [/dubious ownership/i, { fix: 'git config --global --add safe.directory <this folder>' }],
  [/must be run in a work tree/i, { fix: 'run this in a work tree: this repository is bare' }],
  [
    /failed to sign|gpg failed|signing failed/i,
    {
      what: 'the commit could not be signed, so nothing was written',
      fix: 'mend user.signingKey or gpg.program, or: npx handoff-hooks draft --into worktree',
    },
  ],
];

/** Keeps git's own memory flat in the length of a history: by default it takes what it gets, for no gain in time. */
export const FRUGALLY: readonly string[] = [
  '-c',
  'core.deltaBaseCacheLimit=16m',
  '-c',
  'core.packedGitWindowSize=1m',
  '-c',
  'core.packedGitLimit=16m',
];

/** git's stdout in chunks, with memory flat in its length. Throws GitProblem when it ends with a failure. */
export async function* streamGit(place: GitPlace, args: readonly string[]): AsyncGenerator<Buffer> {
  yield* startGit(place, args).output;
}

/** A git that runs already; `stop` ends it where nobody reads to its end. */
export type Running = { readonly output: AsyncGenerator<Buffer>; readonly stop: () => void };

/** As `streamGit`, but at once: it works ahead until its output is full. */
export function startGit(place: GitPlace, args: readonly string[]): Running {
  const child = spawn('git', [...FRUGALLY, ...args], {
    cwd: place.cwd,
    // git would write each commit by itself.
    env: { ...place.env, LC_ALL: 'C', GIT_FLUSH: '0' },
    stdio: ['ignore', 'pipe', 'pipe'],
    windowsHide: true,
  });
  let stderr = '';
  child.stderr.on('data', (chunk: Buffer) => {
    stderr = (stderr + chunk.toString('utf8')).slice(-4000);
  });
  const ended = new Promise<number | null>((resolve) => {
    child.on('error', (error) => {
      stderr ||= error.message;
      resolve(null);
    });
    child.on('close', (status) => resolve(status ?? 128));
  });
  async function* read(): AsyncGenerator<Buffer> {
    try {
      for await (const chunk of child.stdout) yield chunk as Buffer;
    } finally {
      child.kill();
    }
    const status = await ended;
    if (status !== 0) throw new GitProblem(args, { status, stderr });
  }
  return { output: read(), stop: () => void child.kill() };
}
