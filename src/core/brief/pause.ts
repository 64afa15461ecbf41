// After a long break: what to read first, and the assumptions that the workflow asks to verify, answered
// where git and the disk can answer.

import { isForeign } from '../config/documents.ts';
import { isManifest } from '../manifests.ts';
import { cleanLine } from '../wording/lines.ts';
import type { BriefFacts, PauseFacts } from './facts.ts';

export type Assumption =
  | {
      readonly kind: 'dependencies';
      readonly changes: readonly { readonly path: string; readonly sha: string }[];
    }
  | { readonly kind: 'tools'; readonly pins: PauseFacts['pins'] }
  | { readonly kind: 'files'; readonly gone: readonly string[] };

export type Pause = {
  readonly days: number;
  readonly read: readonly string[];
  readonly assumptions: readonly Assumption[];
};

export const isLongBreak = ({ pause, config }: Pick<BriefFacts, 'pause' | 'config'>): boolean =>
  pause.days >= config.brief.longBreak;

/** `read`: what to read, in order. Null where the break was not long. */
export function takePause(
  facts: Pick<BriefFacts, 'pause' | 'config' | 'commits' | 'lost' | 'document'>,
  read: readonly string[],
): Pause | null {
  if (!isLongBreak(facts)) return null;
  const { commits, lost, document } = facts;
  const { days, pins } = facts.pause;
  const changes = commits.flatMap(({ commit: { sha, files } }) =>
    files
      .filter(({ path }) => isManifest(path) && !isForeign(path))
      .map(({ path }) => [cleanLine(path), sha] as const),
  );
  const newest = new Map([...changes].reverse());
  const assumptions: readonly Assumption[] = [
    { kind: 'dependencies', changes: [...newest].map(([path, sha]) => ({ path, sha })) },
    { kind: 'tools', pins: pins.map(({ path, value }) => ({ path, value: cleanLine(value) })) },
    { kind: 'files', gone: lost.map(({ path }) => cleanLine(path)) },
  ];
  return {
    days,
    read,
    assumptions: assumptions.filter(({ kind }) => document !== null || kind === 'tools'),
  };
}
