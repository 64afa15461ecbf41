// When a context file is not edited at all.
import { cannotRun, type Problem } from '../problem.ts';
import type { Document } from '../types.ts';
import { refuseConflict, refuseForeign, refuseLarge } from '../wording/refusal.ts';

/** Characters; a context file is read by people. */
const LONGEST_FILE = 4_000_000;

/** Null: it may be edited. */
export function refusal({ path, text }: Document): Problem | null {
  if (hasConflict(text)) return cannotRun(refuseConflict(path));
  // A byte that is no UTF-8 was read as U+FFFD: written back, it would be another one.
  if (/[\0\ufffd]/.test(text)) return cannotRun(refuseForeign(path));
  return text.length > LONGEST_FILE ? cannotRun(refuseLarge(path, text.length)) : null;
}

const MARKS = ['<<<<<<<', '=======', '>>>>>>>'];

export function hasConflict(text: string): boolean {
  if (!text.includes('<<<<<<< ')) return false;
  let found = 0;
  for (const line of text.split('\n')) if (line.slice(0, 7) === MARKS[found]) found++;
  return found === MARKS.length;
}
