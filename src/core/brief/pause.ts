// After a long break: what to read first, and the assumptions that the workflow asks to verify, answered
// where git and the disk can answer.

import type { DocumentKind } from '../config/defaults.ts';
import { isForeign } from '../config/documents.ts';
import { isManifest } from '../manifests.ts';
import { cleanLine } from '../wording/lines.ts';
import type { BriefFacts, PauseFacts } from './facts.ts';
import type { PhaseProgress } from './phase.ts';

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

const READING: readonly DocumentKind[] = ['context', 'conversation', 'hypothesis', 'phases'];

/** Null where the break was not long. */
export function takePause(
  { days, pins }: PauseFacts,
  {
    config,
    present,
    commits,
    lost,
    document,
  }: Pick<BriefFacts, 'config' | 'present' | 'commits' | 'lost' | 'document'>,
  phase: PhaseProgress | null,
): Pause | null {
  if (days < config.brief.longBreak) return null;
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
    read: READING.flatMap((kind) => firstOf(present[kind], phase)).map(cleanLine),
    assumptions: assumptions.filter(({ kind }) => document !== null || kind === 'tools'),
  };
}

const firstOf = (paths: readonly string[], phase: PhaseProgress | null): readonly string[] =>
  phase?.path != null && paths.includes(phase.path) ? [phase.path] : paths.slice(0, 1);
