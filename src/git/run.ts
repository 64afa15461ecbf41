// The one spawner of git. Synchronous, for the hooks' hot path; `streamGit` for ranges.
import { execFileSync, spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { Problem, type ProblemText } from '../core/problem.ts';
import { commandLine } from '../core/wording/command.ts';
import { withInput } from './input.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

/** Where and as whom git runs. Inside a hook `env` carries GIT_INDEX_FILE and the like: they are kept. */
export type GitPlace = { readonly cwd: string; readonly env: Environment };

export type GitOptions = {
  readonly input?: string | Buffer;
  readonly env?: Environment;
  /** A person may have to answer first. */
  readonly mayWait?: boolean;
};

/** A failed call of git: its exit code and what it said. */
export type GitFailure = { readonly status: number | null; readonly stderr: string };

const LARGEST_ANSWER = 1 << 30;

/** Milliseconds for one git call of a hook: less than the hook has, so that what hangs is named. */
const LONGEST_CALL = 4000;

/** In a hook whose time is watched. */
const isTimed = ({ env }: GitPlace): boolean => env.HANDOFF_WATCH !== undefined;

/** A guess that costs no git process. */
const gitDirOf = ({ cwd, env }: GitPlace): string => resolve(cwd, env.GIT_DIR ?? '.git');

/** git's stdout as bytes. Throws Problem (3) when git is missing, says no, or takes too long in a hook. */
export function runGitBytes(place: GitPlace, args: readonly string[], options: GitOptions = {}): Buffer {
  try {
    return options.input === undefined || options.input.length === 0
      ? execGit(place, args, options, 'ignore')
      : withInput(options.input, gitDirOf(place), (descriptor) => execGit(place, args, options, descriptor));
  } catch (error) {
    throw gitProblem(args, error as NodeJS.ErrnoException & Partial<GitFailure>);
  }
}

const execGit = (
  place: GitPlace,
  args: readonly string[],
  { env, mayWait = false }: GitOptions,
  input: number | 'ignore',
): Buffer =>
  execFileSync('git', args as string[], {
    cwd: place.cwd,
    env: { ...place.env, LC_ALL: 'C', ...env },
    stdio: [input, 'pipe', 'pipe'],
    maxBuffer: LARGEST_ANSWER,
    ...(isTimed(place) && !mayWait ? { timeout: LONGEST_CALL, killSignal: 'SIGKILL' } : {}),
    windowsHide: true,
  });

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
    super(3, failure.status === null ? { ...unansweredText(why), why } : failed);
    this.failure = failure;
  }
}

function gitProblem(args: readonly string[], error: NodeJS.ErrnoException & Partial<GitFailure>): GitProblem {
  const status = typeof error.status === 'number' ? error.status : null;
  // What it said before it was ended says nothing of that.
  const said = error.code === 'ETIMEDOUT' ? error.message : (error.stderr ?? error.message);
  return new GitProblem(args, { status, stderr: String(said) });
}

// `spawnSync git ETIMEDOUT`, `ENOSPC: no space left on device, write`
function unansweredText(why: string): ProblemText {
  if (why.endsWith('ETIMEDOUT')) return SLOW_GIT;
  if (/^E[A-Z]+: .*, (?:open|write)/.test(why)) return NO_FILE;
  const [code = ''] = /\bE[A-Z]+\b/.exec(why) ?? [];
  return SCARCE[code] ?? NO_GIT;
}

const NO_GIT: ProblemText = {
  what: 'git could not be started',
  fix: 'install git 2.31 or newer and put it on PATH',
};

const SCARCE: Readonly<Record<string, ProblemText>> = {
  EMFILE: { ...NO_GIT, fix: 'allow this shell more open files: ulimit -n 1024' },
  ENFILE: { ...NO_GIT, fix: 'too many files are open on this machine: close some programs' },
  EAGAIN: { ...NO_GIT, fix: 'too many processes are running: end some, or raise ulimit -u' },
  ENOMEM: { ...NO_GIT, fix: 'too little memory is free: end some programs' },
  EACCES: { ...NO_GIT, fix: 'make the git on PATH one that you may execute: command -v git shows it' },
};

const NO_FILE: ProblemText = {
  what: 'no temporary file could be written',
  fix: 'make room, or set TMPDIR to a directory that can be written to',
};

const SLOW_GIT: ProblemText = {
  what: `git had no answer after ${LONGEST_CALL / 1000} s`,
  fix: 'HANDOFF=0 turns the hooks off',
};

// By what git says under LC_ALL=C.
const KNOWN: readonly (readonly [said: RegExp, known: Partial<ProblemText>])[] = [
  [
    /not a git repository/i,
    { what: 'this is not a git repository', fix: 'run this inside a git repository, or `git init` first' },
  ],
  [/dubious ownership/i, { fix: 'git config --global --add safe.directory <this directory>' }],
  [/must be run in a work tree/i, { fix: 'run this in a work tree: this repository is bare' }],
  [
    /cannot lock ref/i,
    {
      what: 'another git process moved the branch meanwhile, so nothing was written',
      fix: `${commandLine('draft')}   when it has ended`,
    },
  ],
  [
    /failed to sign|gpg failed|signing failed/i,
    {
      what: 'the commit could not be signed, so nothing was written',
      fix: `fix user.signingKey or gpg.program, or: ${commandLine('draft --into worktree')}`,
    },
  ],
];

/** Keeps git's own memory flat in the length of a history: by default it takes what it gets, for no gain in
 * time. */
export const FRUGALLY: readonly string[] =
  '-c core.deltaBaseCacheLimit=16m -c core.packedGitWindowSize=1m -c core.packedGitLimit=16m'.split(' ');

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
