// The points of the file's own sections on what was tried and given up.
import type { Context } from '../context/context.ts';
import { saysNone } from './none.ts';
import { type Point, pointOf } from './point.ts';

/** In the order of the file; what a section says of none is left out. */
export const failedAttempts = (context: Context): Point[] =>
  context.places
    .filter(({ role }) => role === 'rejected')
    .flatMap(({ items }) => items)
    .map(pointOf)
    .filter(({ text, isHeading }) => !isHeading && !saysNone(text));
