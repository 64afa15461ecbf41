// Unites what two sides put at one place: both stay, once; of a dated fact the later one.

import { roleOfTitle } from '../context/roles.ts';
import { findDate } from '../dates/dates.ts';

export type Place = {
  /** Base lines that both sides took away. */
  readonly gone: readonly string[];
  readonly ours: readonly string[];
  readonly theirs: readonly string[];
  readonly isNewestFirst: boolean;
};

/** Null: both sides changed one fact, and nothing tells which of them holds. */
export function unite({ gone, ours, theirs, isNewestFirst }: Place): readonly string[] | null {
  if (ours.length === 0 || theirs.length === 0 || isSame(ours, theirs))
    return ours.length === 0 ? theirs : ours;
  const facts = gone.map((line) => latest(line, ours, theirs));
  const known = facts.filter((fact) => fact !== null);
  const isOpen = gone.some((line, at) => line.trim() !== '' && facts[at] === null && !saysNone(line));
  if (isOpen) return isIn(ours, theirs) ? ours : isIn(theirs, ours) ? theirs : null;
  const rest = (lines: readonly string[]) =>
    lines.filter((line) => !known.some((fact) => fact.ours === line || fact.theirs === line));
  return [...new Set(known.map(({ text }) => text)), ...both(rest(ours), rest(theirs), isNewestFirst)];
}

const isSame = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((line, at) => line === b[at]);

const isIn = (all: readonly string[], part: readonly string[]): boolean =>
  part.length === 0 || all.some((_, at) => isSame(all.slice(at, at + part.length), part));

function both(ours: readonly string[], theirs: readonly string[], isNewestFirst: boolean): readonly string[] {
  if (isIn(ours, theirs)) return ours;
  if (isIn(theirs, ours)) return theirs;
  const known = new Set(blocksOf(ours).map(keyOf));
  const more = blocksOf(theirs)
    .filter((block) => keyOf(block) === '' || !known.has(keyOf(block)))
    .flat();
  const [first, second] = [dateOf(ours), dateOf(more)];
  const isLater = first !== null && second !== null && first !== second && first < second === isNewestFirst;
  return isLater ? joined(more, ours) : joined(ours, more);
}

// A blank line between them where one side has it only before its first line, or only behind its last.
const joined = (first: readonly string[], second: readonly string[]): readonly string[] => {
  const isBlank = (line: string | undefined) => line?.trim() === '';
  const isApart = first.length < 2 && second.length < 2;
  return isApart || isBlank(first.at(-1)) || isBlank(second[0]) || !isBlock(first, second)
    ? [...first, ...second]
    : [...first, '', ...second];
};

const isBlock = (first: readonly string[], second: readonly string[]): boolean =>
  [first, second].every((lines) => lines.some((line) => line.trim() === '' || /^#|^\*\*/.test(line)));

const dateOf = (lines: readonly string[]): number | null =>
  findDate(lines.find((line) => line.trim() !== '') ?? '')?.value ?? null;

/** Paragraphs, each with the blank lines before it. */
function blocksOf(lines: readonly string[]): string[][] {
  const blocks: string[][] = [];
  for (const [at, line] of lines.entries()) {
    const isStart = at === 0 || (line.trim() === '' && lines[at - 1]?.trim() !== '');
    if (isStart) blocks.push([line]);
    else blocks.at(-1)?.push(line);
  }
  return blocks;
}

// A decision that was renumbered before is the same one.
const keyOf = (block: readonly string[]): string =>
  block
    .filter((line) => line.trim() !== '')
    .map((line, at) => (at === 0 && /^#+ /.test(line) ? line.replace(/\d+/, '#') : line))
    .join('\n');

type Fact = { readonly ours: string; readonly theirs: string; readonly text: string };

/** The later of what both sides made of a dated line. */
function latest(line: string, ours: readonly string[], theirs: readonly string[]): Fact | null {
  const label = labelOf(line);
  if (label === null) return null;
  const [one, other] = [ours, theirs].map((lines) => lines.find((text) => labelOf(text) === label));
  if (one === undefined || other === undefined) return null;
  return { ours: one, theirs: other, text: isLaterText(one, other) ? one : other };
}

const isLaterText = (a: string, b: string): boolean => {
  const [first, second] = [findDate(a)?.value ?? 0, findDate(b)?.value ?? 0];
  return first === second ? a > b : first > second;
};

/** What stands before the date of a line such as `**Updated:** 2026-03-04`. */
function labelOf(line: string): string | null {
  const at = line.search(/[:：]/);
  if (at < 0 || findDate(line.slice(at + 1).replace(/^[*_\s]+/, '')) === null) return null;
  return line.slice(0, at).toLowerCase();
}

const NONE =
  /^(?:none|nothing|n\/?a|no (?:known |current |open )?(?:blockers?|issues?)|keine|ninguno|aucun|-)\b/i;

/** An empty answer gives way to the first real one. */
const saysNone = (line: string): boolean => {
  const words = line.replace(/^[\s*_>-]+/, '');
  return NONE.test(words) || (words === '' && roleOfTitle(line) === null);
};
