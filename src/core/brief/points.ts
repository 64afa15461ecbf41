// What a context file says under each role, point by point.
import { type Context, placesOf } from '../context/context.ts';
import type { Role } from '../context/names.ts';
import type { Place } from '../context/places.ts';
import { foldName } from '../context/roles.ts';
import { type Item, readItems } from '../markdown/items.ts';
import { cleanLine } from './foreign.ts';
import { isClosed } from './phase-words.ts';

export type Point = {
  /** As written, on one line, without anything invisible. */
  readonly text: string;
  /** 1-based. */
  readonly line: number;
  readonly depth: number;
  /** It only names what the points below it are about. */
  readonly isHeading: boolean;
  /** Ticked, struck through, or said to be done at its end. */
  readonly isDone: boolean;
};

const known = new WeakMap<Context, Map<Role, readonly Point[]>>();

/** In the order of the file. Each role of a context is read once, however often it is asked for. */
export function pointsOf(context: Context, role: Role): readonly Point[] {
  const roles = known.get(context) ?? new Map<Role, readonly Point[]>();
  known.set(context, roles);
  const points = roles.get(role) ?? readPoints(context, role);
  roles.set(role, points);
  return points;
}

function readPoints(context: Context, role: Role): Point[] {
  const places = placesOf(context, role).filter((place) => !isAside(place, context));
  return withoutEmptyHeadings(
    places.flatMap(({ items }) => items.map(pointOf)).filter((point) => !saysNone(point.text)),
  );
}

/** The newest entry of the log, for a file that says its state nowhere else. */
export function latestEntry({ log, outline }: Context): Point[] {
  const entry = log?.entries.at(log.order === 'newest-first' ? 0 : -1);
  if (entry === undefined) return [];
  return withoutEmptyHeadings(readItems(outline.lines, [entry.from, entry.to]).map(pointOf));
}

function pointOf({ text, line, depth, kind, isDone }: Item): Point {
  return {
    text: cleanLine(text),
    line,
    depth,
    isHeading: kind === 'heading',
    isDone: isDone === true || /^~~.*~~/.test(text.trim()) || (isDone === null && isClosed(text)),
  };
}

// `**Status**: shipped` below what was done in one step is that step's, not the project's.
const ASIDE: readonly Role[] = ['done', 'decisions', 'gotchas', 'log'];

const isAside = (place: Place, { places }: Context): boolean =>
  place.kind === 'field' &&
  places.some(
    (outer) =>
      outer.kind === 'section' &&
      ASIDE.includes(outer.role) &&
      outer.from <= place.from &&
      place.to <= outer.to,
  );

const NONE = new Set(
  'none|none known|none currently|no blockers|nothing|n/a|nil|aucun|aucune|ninguno|ninguna|nenhum|nenhuma|keine|nessuno|brak|нет|немає|없음|无|無|暂无|なし|特になし'.split(
    '|',
  ),
);

/** `None`, `none.`, `n/a`: that there is nothing to say. */
export const saysNone = (text: string): boolean => {
  const words = foldName(text);
  return words === '' || NONE.has(words);
};

const withoutEmptyHeadings = (points: readonly Point[]): Point[] =>
  points.filter((point, index) => {
    const next = points[index + 1];
    return !point.isHeading || (next !== undefined && next.depth > point.depth);
  });
