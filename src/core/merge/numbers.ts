// Two decisions under one number after a merge: the later one takes the next free number, whichever side is merged.
import { findCollisions } from '../decisions/collisions.ts';
import { readDecisions } from '../decisions/decisions.ts';
import { isDateId } from '../decisions/identity.ts';
import { splitLines } from '../markdown/lines.ts';
import { applyEdits } from '../markdown/splice.ts';
import type { Decision, Document, Edit } from '../types.ts';

/** `base`: the text that both sides started from, whose numbers stay. */
export function renumber(base: string, { path, text }: Document): string {
  const before = readDecisions([{ path, text: base }]);
  const after = readDecisions([{ path, text }]);
  const collisions = findCollisions(before, after);
  if (collisions.length === 0) return text;
  const old = new Set(before.map(keyOf));
  const lines = splitLines(text);
  let next = Math.max(...after.map(({ id }) => numberIn(id)));
  const losers = collisions.flatMap(({ decisions }) =>
    [...decisions]
      .sort((a, b) => Number(old.has(keyOf(b))) - Number(old.has(keyOf(a))) || compare(a, b))
      .slice(1),
  );
  const edits = losers.sort(compare).flatMap((decision): Edit[] => {
    const line = lines[decision.line - 1];
    const digits = /\d+$/.exec(decision.id ?? '')?.[0];
    const at = digits === undefined || line === undefined ? -1 : line.text.indexOf(digits);
    if (at < 0 || line === undefined || digits === undefined) return [];
    next += 1;
    const start = line.start + at;
    return [{ start, end: start + digits.length, text: String(next).padStart(digits.length, '0') }];
  });
  return applyEdits(text, edits);
}

const keyOf = ({ id, title }: Decision): string => `${id} ${title}`;

const compare = (a: Decision, b: Decision): number =>
  order(a.date ?? '', b.date ?? '') || order(`${a.title}\n${a.text}`, `${b.title}\n${b.text}`);

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const numberIn = (id: string | null): number =>
  id === null || isDateId(id) ? 0 : Number(/\d+$/.exec(id)?.[0] ?? 0);
