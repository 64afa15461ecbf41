// Texts that a regular expression of ours matches, made by taking one turning after the other.
import { type Part, parseExpression, type Way } from './expression.ts';

/** Up to `count` different texts that the pattern matches and, where there are such, none of the others. Throws where none can be made. */
export function samplesOf(pattern: RegExp, count: number, others: readonly RegExp[] = []): string[] {
  const all = textsOf(pattern);
  const own = all.filter((text) => others.every((other) => text.search(other) < 0));
  if (all.length === 0) throw new Error(`no sample of ${pattern.source}`);
  return (own.length === 0 ? all : own).slice(0, count);
}

const known = new Map<RegExp, readonly string[]>();

function textsOf(pattern: RegExp): readonly string[] {
  const texts = known.get(pattern) ?? makeTexts(pattern);
  known.set(pattern, texts);
  return texts;
}

function makeTexts(pattern: RegExp): readonly string[] {
  const ways = parseExpression(pattern);
  const texts = Array.from({ length: TRIES }, (_, seed) => writeOneOf(ways, createTurns(seed)));
  return [...new Set(texts)].filter((text) => text.search(pattern) >= 0);
}

const TRIES = 200;

/** Which of so many turnings to take next. */
type Turns = (count: number) => number;

// The same numbers each time: https://en.wikipedia.org/wiki/Linear_congruential_generator
function createTurns(seed: number): Turns {
  let state = seed * 7919 + 1;
  return (count) => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return Math.floor(state / 65536) % count;
  };
}

const writeOneOf = (ways: readonly Way[], turns: Turns): string =>
  (ways[turns(ways.length)] ?? []).map((part) => writePart(part, turns)).join('');

function writePart(part: Part, turns: Turns): string {
  switch (part.kind) {
    case 'text':
      return part.text;
    case 'class':
      return part.isNegated ? ' ' : (part.members[turns(part.members.length)]?.[0] ?? '');
    case 'group':
      return writeOneOf(part.ways, turns);
    case 'repeat': {
      const copies = part.least + (part.most > part.least ? turns(2) : 0);
      return Array.from({ length: copies }, () => writePart(part.part, turns)).join('');
    }
    default:
      return '';
  }
}
