// What a text must hold for a regular expression of ours to match it: a search for a few letters is much cheaper than
// one for an expression.
import { type Part, parseExpression, type Way } from './expression.ts';

/** A text that holds none of them does not match; null: that cannot be told. ASCII in lower case, all else as it is. */
export function fragmentsOf(pattern: RegExp): readonly string[] | null {
  const found = ofWays(parseExpression(pattern));
  return found === null ? null : withoutLonger([...new Set(found)]);
}

/** As the awk program reads them; `-` where there are none to go by. */
export const joinFragments = (fragments: readonly string[] | null): string => fragments?.join('|') || '-';

/** One of them is in every text that matches. */
type Choice = readonly string[];

function ofWays(ways: readonly Way[]): Choice | null {
  const choices = ways.map(ofWay);
  return choices.every((choice) => choice !== null) ? choices.flat() : null;
}

/** The choice whose shortest fragment is the longest, and the rarer one of two. */
function ofWay(way: Way): Choice | null {
  const choices = [...runsIn(way).map((run) => [run]), ...way.flatMap((part) => [ofPart(part) ?? []])];
  const [best] = choices
    .filter((choice) => choice.length > 0)
    .sort((a, b) => shortest(b) - shortest(a) || rarity(b) - rarity(a));
  return best ?? null;
}

const rarity = (choice: Choice): number => Number(choice.every((fragment) => fragment > '~'));

const shortest = (choice: Choice): number => Math.min(...choice.map((fragment) => fragment.length));

/** Letters that stand together. */
function runsIn(way: Way): string[] {
  const runs = [''];
  for (const part of way) {
    if (part.kind === 'text' && !hasCases(part.text)) runs.push(`${runs.pop() ?? ''}${part.text}`);
    else if (part.kind !== 'look') runs.push('');
  }
  return runs.filter((run) => run !== '');
}

// Outside of ASCII awk does not know capitals.
const hasCases = (letter: string): boolean => letter > '~' && letter.toUpperCase() !== letter;

function ofPart(part: Part): Choice | null {
  if (part.kind === 'text' && hasCases(part.text)) return [part.text, part.text.toUpperCase()];
  if (part.kind === 'group') return ofWays(part.ways);
  if (part.kind === 'repeat') return part.least > 0 ? ofPart(part.part) : null;
  if (part.kind !== 'class' || part.isNegated || part.members.some(([from, to]) => from !== to)) return null;
  return part.members.flatMap(([letter]) => (hasCases(letter) ? [letter, letter.toUpperCase()] : [letter]));
}

const withoutLonger = (fragments: readonly string[]): string[] =>
  fragments.filter((fragment) => !fragments.some((other) => other !== fragment && fragment.includes(other)));
