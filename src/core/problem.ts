// The one error that a user is meant to read: what, why with evidence, the exact fix, how to skip.
import type { ExitCode } from './types.ts';
import { foldLine, joinLines } from './wording/lines.ts';

export type ProblemText = {
  readonly what: string;
  /** The evidence; several of them take a line each. */
  readonly why?: string | readonly string[] | undefined;
  /** Commands of several lines are run in that order. */
  readonly fix?: string | readonly string[] | undefined;
  readonly skip?: string | undefined;
};

export class Problem extends Error {
  readonly text: ProblemText;
  readonly code: ExitCode;

  constructor(code: ExitCode, text: ProblemText) {
    super(text.what);
    this.name = 'Problem';
    this.code = code;
    this.text = text;
  }
}

/** What cannot run here: no git, no repository, an unreadable config (exit 3). */
export const cannotRun = (text: ProblemText): Problem => new Problem(3, text);

/** A command line that makes no sense (exit 2). */
export const wrongUsage = (text: ProblemText): Problem => new Problem(2, text);

/** Of whatever was thrown: an error that names a call of the system is no fault of ours. */
export function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error;
  // `EIO: i/o error, read`
  if (error instanceof Error && 'syscall' in error)
    return cannotRun({
      what: 'the system refused',
      why: error.message,
      fix: 'look at the disk and at your rights there, then try again',
    });
  return cannotRun({ what: `a fault of handoff-hooks: ${error}`, fix: 'HANDOFF_DEBUG=1 shows where' });
}

/** The message as a user reads it: at most a line for each part that there is. */
export function formatProblem({ what, why, fix, skip }: ProblemText): string {
  const parts = Object.entries({ why, fix, skip }).flatMap(([name, texts]) =>
    [texts ?? []].flat().map((text, at) => [at === 0 ? name : '', text] as const),
  );
  const shown = parts.filter(([, text]) => text !== '');
  return joinLines([`handoff: ${what}`, ...shown.map(([name, text]) => `  ${name.padEnd(4)} ${text}`)]);
}

/** One line, for a hook that could not do its work and steps aside. */
export const describeFailedHook = ({ what, why, fix }: ProblemText): string =>
  foldLine(`handoff: ${[what, why ?? [], fix ?? []].flat().filter(Boolean).join('; ')}`);

/** The problem instead of the throw; every other error goes on. */
export async function orProblem<Value>(attempt: Promise<Value>): Promise<Value | Problem> {
  try {
    return await attempt;
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
}
