// What init says.
import type { ProblemText } from '../problem.ts';
import { commandLine } from './command.ts';

/** How much `init` writes; its option of that name. */
export type Extent = 'context' | 'all' | 'from-history';

/** What a person may choose; `missing`: documents that are not there. */
export const extents = (
  missing: number,
  hasPast: boolean,
): readonly { readonly value: Extent | 'none'; readonly name: string }[] => [
  { value: 'context', name: 'the context file alone' },
  ...(hasPast ? [{ value: 'from-history', name: 'the context file, from the commits so far' } as const] : []),
  { value: 'all', name: `all ${missing} documents` },
  { value: 'none', name: 'nothing now' },
];

export const describeExtent = (named: readonly Extent[]): ProblemText => ({
  what: `init takes one of ${named.map((name) => `--${name}`).join(', ')}`,
  fix: commandLine(`init --${named[0]}`),
});

/** `count` documents that were written, or would be. */
export function describeInitialized(
  count: number,
  { isDry, extent }: { readonly isDry: boolean; readonly extent: Extent },
): string {
  if (count === 0)
    return `handoff: ${extent === 'all' ? 'every handoff document' : 'a context file'} is there already`;
  const documents = `${count} ${count === 1 ? 'document' : 'documents'}`;
  if (isDry) return `handoff: ${documents} would be written; nothing was (--dry-run)`;
  if (extent === 'from-history')
    return 'handoff: wrote what the commits say; read it, correct what is not so any more, then commit it';
  return `handoff: wrote ${documents}; say in ${count === 1 ? 'it' : 'them'} what only you know, then commit ${count === 1 ? 'it' : 'them'}`;
}

/** Where an installation finds no context file. */
export const offerInit = (): string => `handoff: no context file yet; ${commandLine('init')}  writes one`;

export const askAgents = (titles: readonly string[]): string =>
  `Tell each session of ${titles.join(', ')} the brief? (y/N)`;

/** Where nobody is asked. */
export const offerAgents = (names: readonly string[]): string =>
  `handoff: ${commandLine(`install ${names.map((name) => `--agent ${name}`).join(' ')}`)}  tells each session of theirs the brief`;

export const askInit = (): string => 'No context file yet. Write';
