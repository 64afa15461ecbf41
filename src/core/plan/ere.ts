// Says a regular expression of ours as a POSIX extended one that matches the same texts or more: what awk cannot say
// (lookarounds, long counts) is left out. The text that it is held against is in lower case as far as ASCII goes, its
// line breaks are LINE_BREAK and its tabs spaces, and awk may read it as bytes or as letters.
import { type Member, type Part, parseExpression, type Way } from './expression.ts';

export const LINE_BREAK = '\u0001';

export const toEre = (pattern: RegExp): string => {
  const ways = parseExpression(pattern);
  return ways.map((way) => sayEdge(way[0], true) + sayWay(way) + sayEdge(way.at(-1), false)).join('|');
};

// Only at both ends does a look at what stands around the match take nothing away from the rest of it.
function sayEdge(part: Part | undefined, isStart: boolean): string {
  if (part?.kind !== 'look' || !part.isNegated || part.isBehind !== isStart) return '';
  const inner = part.ways.length === 1 ? part.ways[0]?.[0] : undefined;
  if (inner?.kind !== 'class' || inner.isNegated) return '';
  return `(${isStart ? '^' : '$'}|[^${inner.members.filter(isAscii).map(sayRange).join('')}])`;
}

function sayWay(way: Way): string {
  return way
    .map((part) => {
      // The awk of BSD and macOS finds nothing where two anchors meet.
      if (isAnchor(part) && way.some((other) => other !== part && hasAnchor(other, part.kind))) return '';
      return isLong(part) ? `${sayPart(part)}+` : sayPart(part);
    })
    .join('');
}

const sayGroup = (ways: readonly Way[]): string => `(${ways.map(sayWay).join('|')})`;

const isAnchor = (part: Part): boolean => part.kind === 'start' || part.kind === 'end';

function hasAnchor(part: Part, kind: Part['kind']): boolean {
  if (part.kind === 'repeat') return hasAnchor(part.part, kind);
  return (
    part.kind === kind || (part.kind === 'group' && part.ways.flat().some((inner) => hasAnchor(inner, kind)))
  );
}

function sayPart(part: Part): string {
  switch (part.kind) {
    case 'text':
      return sayLetter(part.text);
    case 'class':
      return sayClass(part.members, part.isNegated);
    case 'group':
      return sayGroup(part.ways);
    case 'repeat':
      return sayRepeat(part.part, part.least, part.most);
    case 'start':
      return `(^|${LINE_BREAK})`;
    case 'end':
      return `($|${LINE_BREAK})`;
    default:
      return '';
  }
}

const FREE = /^[\w "#%&',:;<=>@`~!/-]$/;

function sayLetter(letter: string): string {
  if (letter === '\n') return LINE_BREAK;
  if (isPlain(letter)) return FREE.test(letter) ? letter : /[\\^\]]/.test(letter) ? '.' : `[${letter}]`;
  const capital = letter.toUpperCase();
  return capital === letter ? `(${letter})` : `(${letter}|${capital})`;
}

const isPlain = (letter: string): boolean => letter >= ' ' && letter <= '~';
const isAscii = ([from, to]: Member): boolean => from <= '~' && to <= '~';

// A letter outside of ASCII may be several bytes.
const FOREIGN = '[^ -~]';

function sayClass(members: readonly Member[], isNegated: boolean): string {
  const ascii = inOrder(members.filter(isAscii).map(sayRange));
  if (isNegated) return `[^${ascii}]`;
  if (ascii === '') return FOREIGN;
  return members.every(isAscii) ? `[${ascii}]` : `([${ascii}]|${FOREIGN})`;
}

// `-` means itself at the end of a list, `^` anywhere but at its start.
const inOrder = (ranges: readonly string[]): string => {
  const odd: readonly string[] = ranges.filter((range) => range === '-' || range === '^');
  return [...ranges.filter((range) => !odd.includes(range)), ...[...odd].sort().reverse()].join('');
};

function sayRange([from, to]: Member): string {
  if (from === '\n') return LINE_BREAK;
  // `\t` alone, and the control characters of `\s`.
  if (from === '\t') return to === from ? ' ' : ` ${LINE_BREAK}`;
  return from === to ? from : `${from}-${to}`;
}

const MOST_COPIES = 8;
const LONE = /^\((\[[^\]]*\])\+\)$/;

function sayRepeat(part: Part, least: number, most: number): string {
  const said = sayPart(part);
  if (said === '') return '';
  if (isLong(part) || (most > 1 && (most > MOST_COPIES || part.kind === 'group')))
    // A repetition in a repetition would be tried in every division.
    return said.replace(LONE, '$1') + (least === 0 ? '*' : '+');
  return said.repeat(least) + `${said}?`.repeat(most - least);
}

/** Whether one of its letters may be several bytes. */
const isLong = (part: Part): boolean =>
  part.kind === 'class' && (part.isNegated || !part.members.every(isAscii));
