// What a section on the present keeps of earlier days and phases.
import { compareIds } from '../phases/documents.ts';
import { isFinished } from '../phases/finished.ts';
import { findPhases, type NamedPhase } from '../phases/phases.ts';

// `Previous (2026-04-29) — four commits:`, `Earlier: …`
const EARLIER = /^\W*(?:previous(?:ly)?|earlier|prior)\b[^:：]{0,40}?(?:[:：]|\(\D{0,12}\d{4}|\s[—–-]\s)/i;

type Line = {
  readonly text: string;
  readonly depth: number;
  readonly isHeading: boolean;
  readonly kind: 'item' | 'text' | 'row' | 'heading';
};

/** `title`: the section's; `stated`: what the file says of phases that are over or run. What stands below
 * `Previous (…):`, or below the heading of a phase before the last that is over or runs, is past. */
export function withoutEarlier<T extends Line>(
  points: readonly T[],
  title: string,
  stated: readonly string[] = [],
): T[] {
  const over = [title, ...points.filter(({ isHeading }) => isHeading).map(({ text }) => text)].flatMap(
    overIn,
  );
  let lead: T | null = null;
  return points.filter((point) => {
    if (lead !== null && isBelow(point, lead)) return false;
    const isEarlier = point.isHeading && (isBefore(point.text, over) || isPassed(point.text, stated, false));
    lead = isEarlier || EARLIER.test(point.text) ? point : null;
    return lead === null;
  });
}

const isBelow = (point: Line, lead: Line): boolean =>
  point.depth > lead.depth || (lead.kind === 'text' && point.kind === 'item');

/** Whether a title names a phase that another says is over, or one before it: `Next (Phase 2)` below `Phase 6
 * complete`. */
export function isOvertakenBy(title: string, others: readonly string[]): boolean {
  const over = others.flatMap(overIn);
  return (
    over.length > 0 &&
    findPhases(title).some(({ unit, id }) =>
      over.some((one) => one.unit === unit && compareIds(id, one.id) <= 0),
    )
  );
}

/** `stated`: what the file says of phases that are over or run; a point led by an earlier one, or that names
 * one in a bracket at its end, is past. `isOwnOver`: one that is over is past itself. */
export function isPassed(text: string, stated: readonly string[], isOwnOver = true): boolean {
  const behind = /\(([^()]{0,60})\)\W*$/.exec(text)?.[1] ?? '';
  const own = [...findPhases(text), ...findPhases(behind)].find(({ isLeading }) => isLeading);
  return (
    own !== undefined &&
    stated
      .flatMap((one) => findPhases(one).slice(0, 1))
      .some(({ unit, id, isLeading, isJoint, status }) => {
        const order = isLeading && !isJoint && unit === own.unit ? compareIds(own.id, id) : 1;
        return order < 0 || (isOwnOver && order === 0 && status?.value === 'done');
      })
  );
}

const overIn = (text: string): NamedPhase[] =>
  findPhases(text).filter(
    ({ isLeading, status, isJoint }) => isLeading && !isJoint && status?.value === 'done',
  );

// `Phase 5 verification` where Phase 6 is over.
const isBefore = (text: string, over: readonly NamedPhase[]): boolean =>
  findPhases(text).some(
    ({ unit, id, isLeading, status }) =>
      isLeading &&
      (status === null || status.value === 'done') &&
      over.some((one) => one.unit === unit && compareIds(id, one.id) < 0),
  );

const ALL_OVER =
  /\b(?<!\b(?:once|when|until|after|if|not) )all (?:of )?(?:the )?(?:\w+ )?(?:phases|milestones|sprints|stages)\b(?: (?:are|have been|is|now|through \S+ \S+)){0,3}[ (*_:,—–-]{1,4}(?:complete|completed|done|shipped|finished|delivered)\b/i;

/** `All 28 phases complete`: no phase of the project runs. */
export const saysAllOver = (text: string): boolean =>
  /all /i.test(text) && ALL_OVER.test(text) && isFinished(text);
