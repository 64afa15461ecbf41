// Decisions under one number after a merge: those that came since the common version share the next numbers,
// the earlier one first, whichever side is merged and in whatever order.
import { readDecisions } from '../decisions/decisions.ts';
import { isDateId } from '../decisions/identity.ts';
import { groupBy } from '../groups.ts';
import { applyEdits, splitLines } from '../markdown/lines.ts';
import type { Decision, Document, Edit } from '../types.ts';

/** `base`: the text that both sides started from, whose numbers stay. */
export function renumber(base: string, { path, text }: Document): string {
  const before = readDecisions([{ path, text: base }]).flatMap(numbered);
  // A log that counts anew again and again has no next number.
  if (isRepeated(before)) return text;
  const old = new Set(before.map(({ decision }) => keyOf(decision)));
  const after = readDecisions([{ path, text }]).flatMap(numbered);
  const fresh = after.filter(({ decision }) => !old.has(keyOf(decision)));
  if (fresh.length === 0) return text;
  const counted = recount({ base, text }, before.length, after.length);
  if (!isRepeated(after)) return counted;
  const taken = new Set(before.map(({ number }) => number));
  const numbers = numbersFor(fresh, taken);
  const lines = splitLines(counted);
  const edits = fresh
    .sort((a, b) => compare(a.decision, b.decision))
    .flatMap(({ decision, digits }, at): Edit[] => {
      const line = lines[decision.line - 1];
      const start = line === undefined ? -1 : line.start + line.text.indexOf(digits);
      const number = String(numbers[at]).padStart(digits.length, '0');
      if (line === undefined || start < line.start || number === digits) return [];
      return [{ start, end: start + digits.length, text: number }];
    });
  return applyEdits(counted, edits);
}

/** `**Decisions:** 6`, where it said how many there are. */
function recount({ base, text }: { base: string; text: string }, before: number, after: number): string {
  const labels = splitLines(base).flatMap(({ text: line }) =>
    COUNT.exec(line)?.[2] === String(before) ? (COUNT.exec(line)?.[1] ?? []) : [],
  );
  const edits = splitLines(text).flatMap(({ text: line, start }): Edit[] => {
    const [, label = '', count = ''] = COUNT.exec(line) ?? [];
    return labels.includes(label)
      ? [{ start: start + label.length, end: start + label.length + count.length, text: String(after) }]
      : [];
  });
  return applyEdits(text, edits);
}

const COUNT = /^([^:：]{2,40}[:：][*_\s]*)(\d{1,6})\s*$/;

type Numbered = { readonly decision: Decision; readonly digits: string; readonly number: number };

function numbered(decision: Decision): Numbered[] {
  const digits =
    decision.id === null || isDateId(decision.id) ? undefined : /(?<!\d)\d+$/.exec(decision.id)?.[0];
  return digits === undefined ? [] : [{ decision, digits, number: Number(digits) }];
}

const isRepeated = (all: readonly Numbered[]): boolean =>
  [...groupBy(all, ({ number }) => number).values()].some((group) => group.length > 1);

/** Theirs as far as the base leaves them free, then the next ones; ascending. */
function numbersFor(fresh: readonly Numbered[], taken: ReadonlySet<number>): number[] {
  const numbers = new Set(fresh.flatMap(({ number }) => (taken.has(number) ? [] : number)));
  for (let next = Math.max(0, ...taken) + 1; numbers.size < fresh.length; next += 1) numbers.add(next);
  return [...numbers].sort((a, b) => a - b);
}

const keyOf = ({ id, title }: Decision): string => `${id} ${title}`;

const compare = (a: Decision, b: Decision): number =>
  order(a.date ?? '', b.date ?? '') || order(a.title, b.title) || order(a.text, b.text);

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
