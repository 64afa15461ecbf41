// A program in a real terminal, by Python's pty module: what a person sees, the keys they press, what is left
// behind.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { TestEnvironment } from './repository.ts';

/**
 * Waits for a text (what came before does not count again) or seconds, presses keys, sends a signal, kills a
 * program of the terminal, closes it.
 */
export type Step =
  | { readonly see: string }
  | { readonly type: string }
  | { readonly wait: number }
  | { readonly kill: 'SIGTERM' | 'SIGHUP' | 'SIGINT' }
  | { readonly killed: 'node' | 'git' }
  | { readonly hangUp: true };

export type Plan = {
  readonly argv: readonly string[];
  readonly cwd: string;
  readonly env: TestEnvironment;
  readonly steps: readonly Step[];
  /** Rows and columns; 40 and 100 without it. */
  readonly size?: readonly [number, number];
  /** Sets the terminal to raw mode first, as a TUI does. */
  readonly raw?: boolean;
  /** Gives the program no controlling terminal; its streams are this one all the same. */
  readonly detached?: boolean;
};

export type Seen = {
  readonly output: string;
  /** The exit code, or minus the signal; null: it had to be killed. */
  readonly status: number | null;
  /** The text that never came, or `the end`; null: all went as planned. */
  readonly missed: string | null;
  /** How the terminal was left; null when it was closed. */
  readonly left: { readonly canonical: boolean; readonly echo: boolean } | null;
};

/** Python 3.9 or newer is needed for the terminal only; where it is not, tests that need one are skipped. */
export const hasTerminals =
  process.platform !== 'win32' &&
  spawnSync('python3', ['-c', 'import os, pty; os.waitstatus_to_exitcode']).status === 0;

/** Generous, as the machine may be busy; nothing waits for it but a failure. */
const LONGEST = 60;

export function runInTerminal(plan: Plan): Seen {
  const script = fileURLToPath(new URL('terminal.py', import.meta.url));
  const input = JSON.stringify({ seconds: LONGEST, ...plan });
  const { stdout, stderr } = spawnSync('python3', [script], { input, encoding: 'utf8', env: plan.env });
  if (stdout === '') throw new Error(stderr);
  return JSON.parse(stdout) as Seen;
}

/** As a terminal shows it, roughly: without its escape sequences. */
export const plain = (output: string): string =>
  output.replace(/\x1b\[[0-9;?]*[A-Za-z]/g, '').replaceAll('\r', '');

export const isCursorShown = (output: string): boolean =>
  output.lastIndexOf('\x1b[?25h') >= output.lastIndexOf('\x1b[?25l');
