// What init says.
import { commandLine } from './command.ts';

/** `count` documents that were written, or would be. */
export function describeInitialized(count: number, isDry: boolean): string {
  if (count === 0) return 'handoff: every handoff document is there already';
  const documents = `${count} ${count === 1 ? 'document' : 'documents'}`;
  if (isDry) return `handoff: ${documents} would be written; nothing was (--dry-run)`;
  return `handoff: wrote ${documents}; say in them what only you know, then commit them`;
}

/** Where an installation finds no context file. */
export const offerInit = (): string => `handoff: no context file yet; ${commandLine('init')}  writes one`;

export const askAgents = (titles: readonly string[]): string =>
  `Tell each session of ${titles.join(', ')} the brief? (y/N)`;

/** Where nobody is asked. */
export const offerAgents = (names: readonly string[]): string =>
  `handoff: ${commandLine(`install ${names.map((name) => `--agent ${name}`).join(' ')}`)}  tells each session of theirs the brief`;

export const askInit = (): string => 'No context file yet. Write the missing handoff documents? (y/N)';
