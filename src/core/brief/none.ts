// What a part says of none: `None`, and what follows it.
import { type Context, placesOf } from '../context/context.ts';
import type { Role } from '../context/names.ts';
import { isEmptyAnswer } from '../words/none.ts';
import { isAllClear } from './aside.ts';
import { withoutPast } from './newest.ts';
import { saysAllOver } from './past.ts';
import { type Point, pointOf } from './point.ts';

/** What a section of the brief says where the file says that there is none. */
export const NONE_SAID = 'none (the file says so)';

// A blank of a template, such as `[Issues that affect future work]`, answers nothing.
const isAnswer = (text: string): boolean =>
  saysNone(text) &&
  (/^[^\p{L}[({<\u2039]*\p{L}/u.test(text) ||
    (/^\W*[(（]/u.test(text) && isEmptyAnswer(text.replace(/[()（）]/g, ''))));

/** Where the file says outright that there is none; empty: nowhere. */
export const saidNone = (context: Context, role: Role): readonly Point[] =>
  withoutPast(placesOf(context, role), context)
    .flatMap(({ items }) => items)
    .filter(({ text }) => isAnswer(text))
    .slice(0, 1)
    .map((item) => ({ ...pointOf({ ...item, text: NONE_SAID }), depth: 0 }));

// `From the parking lot.`, then `None yet.`: prose that comes to none.
const endsInNone = (points: readonly Point[], role: Role): boolean =>
  (role === 'blockers' || role === 'next') &&
  points.every(({ kind }) => kind === 'text') &&
  isAnswer(points.at(-1)?.text ?? '');

// `v1.8 is complete! All 33 phases shipped`, and below it what they brought.
const startsOver = (first: Point | undefined): boolean =>
  first?.kind === 'text' && (saysAllOver(first.text) || isAllClear(first.text));

// What follows `None` below a heading, a label or in prose explains it; only points of the same list add to
// it.
export function untilNone(points: readonly Point[], role: Role): Point[] {
  if (endsInNone(points, role) || (role === 'next' && startsOver(points[0]))) return [];
  const at =
    role === 'blockers' ? points.findIndex(({ text, isHeading }) => !isHeading && isAnswer(text)) : -1;
  if (at !== 0) return [...points];
  const end = points.findIndex(
    ({ depth, kind }, index) => index > 0 && (kind !== points[0]?.kind || depth > 0),
  );
  const same = points.slice(1, end < 0 ? undefined : end);
  return points[0]?.kind === 'item' ? same : [];
}

// `(next task 1)` of a template, `(see LESSONS.md)`.
const IN_BRACKETS = /^[*_\s]*[(（][^()（）]*[)）][*_\s.。]*$/;

/** `None`, `none.`, `n/a`: that there is nothing to say. */
export const saysNone = (text: string): boolean => IN_BRACKETS.test(text) || isEmptyAnswer(text);
