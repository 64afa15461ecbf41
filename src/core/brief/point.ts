// One point that a file makes.
import { letters } from '../letters.ts';
import type { Item } from '../markdown/items.ts';
import { isClosed } from '../phases/finished.ts';
import { cleanLine } from '../wording/lines.ts';

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
  readonly kind: Item['kind'];
  /** Of a plan; absent: the context file. */
  readonly path?: string | undefined;
};

// The ids that a draft puts behind its lines are for git; `Reverted in (1a2b3c4)` keeps its own.
const OWN_IDS = /\s\([0-9a-f]{7,12}(?:, [0-9a-f]{7,12})*\)$/;

const ROW_DONE = / — (?:[✅✔☑]|(?:already )?(?:fixed|resolved|closed|done|completed?)(?![\w-])(?! [a-z]))/iu;

export function pointOf({ text, line, depth, kind, isDone }: Item): Point {
  return {
    text: cleanLine(text).replace(OWN_IDS, ''),
    line,
    depth,
    isHeading: kind === 'heading',
    kind,
    isDone:
      isDone === true ||
      /^~~.*~~/.test(text.trim()) ||
      (kind === 'row' && ROW_DONE.test(text)) ||
      (isDone === null && isClosed(text)),
  };
}

/** `✅ Always run the migrations first`: among rules and gotchas that mark ticks nothing. */
export const isAdvice = ({ text }: Point): boolean => letters`^[^\p{L}]*[✅✔✓]`.test(text);

/** Headings that have no point below them say nothing. */
export const withoutEmptyHeadings = (points: readonly Point[]): Point[] =>
  points.filter((point, index) => {
    const next = points[index + 1];
    return !point.isHeading || (next !== undefined && next.depth > point.depth);
  });
