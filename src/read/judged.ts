// Which HEAD node judged last, and what it found then that holds until a decision document changes.
import type { Guard } from '../core/guards/guard.ts';
import { readNote, readState } from '../effects/state.ts';
import type { Known } from './last-update.ts';

/** The commit that was judged last; null where none was, or not by this installation. */
export const readJudged = (gitDir: string): string | null => readNote(gitDir, 'count')?.split(' ')[0] ?? null;

/** Globs that standing decisions govern, as of the commit that was judged last; undefined where it is another
 * one. */
export function readAffects(gitDir: string, head: string | null): readonly string[] | undefined {
  if (head === null || readJudged(gitDir) !== head) return undefined;
  const known = readState(gitDir, 'affects');
  return Array.isArray(known) ? known.filter((glob) => typeof glob === 'string') : undefined;
}

/** As `readAffects`, of the guards in force. */
export function readKnownGuards(gitDir: string, head: string | null): readonly Guard[] | undefined {
  if (head === null || readJudged(gitDir) !== head) return undefined;
  const known = readState(gitDir, 'guards');
  return Array.isArray(known) ? known.filter((guard) => typeof guard?.form?.kind === 'string') : undefined;
}

/** Paths of the documents that decisions are read from, as of the commit that was judged last; undefined
 * where it is another one, or they are too many. */
export function readKnownRecords(gitDir: string, head: string | null): readonly string[] | undefined {
  if (head === null || readJudged(gitDir) !== head) return undefined;
  return readNote(gitDir, 'records')?.split('\n').filter(Boolean);
}

/** Where the last update was found then. */
export function readSince(gitDir: string): Known | null {
  const since = readState(gitDir, 'since');
  const isKnown =
    hasTexts(since, ['head', 'path', 'start']) &&
    'commit' in since &&
    (since.commit === null || hasTexts(since.commit, ['sha', 'date']));
  return isKnown ? (since as Known) : null;
}

const hasTexts = (value: unknown, keys: readonly string[]): value is object =>
  typeof value === 'object' &&
  value !== null &&
  keys.every((key) => typeof (value as Record<string, unknown>)[key] === 'string');
