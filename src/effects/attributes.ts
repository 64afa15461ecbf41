// Extended attributes and access lists of a file that is written anew: node can neither read nor write them.
import { spawnSync } from 'node:child_process';
import { say } from './say.ts';

/** Gives `to` those of `from`, by GNU's cp. Another system's knows neither option and changes nothing: what
 * is lost then is said. */
export function keepAttributes(from: string, to: string): void {
  const words = ['--attributes-only', '--preserve=mode,xattr', '--', from, to];
  const isKept = process.platform === 'linux' && run('cp', words).status === 0;
  if (isKept || !hasMore(from)) return;
  say(
    `handoff: ${from} is written anew without its extended attributes or access list\n  why  cp does not carry them over here`,
  );
}

/** As `ls` marks it behind the mode: `-rw-r--r--@` on macOS, `-rw-r--r--+` where there is an access list. */
const hasMore = (file: string): boolean => /^\S{10}[@+]/.test(run('ls', ['-ld', '--', file]).stdout ?? '');

const LONGEST_RUN = 1000;

const run = (program: string, words: readonly string[]) =>
  spawnSync(program, words as string[], {
    stdio: ['ignore', 'pipe', 'ignore'],
    encoding: 'utf8',
    timeout: LONGEST_RUN,
  });
