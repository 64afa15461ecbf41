// What a context file says of a matter that no decision settles: `Do not change the upload route`, `deferred
// until spring`, a reason behind a step that is done.

import { indexFrom } from '../groups.ts';
import type { BlockLine } from '../markdown/blocks.ts';
import { readOutline } from '../markdown/outline.ts';
import { questionTerms, termsOf } from '../ranking.ts';
import type { Document } from '../types.ts';
import { cleanLine } from '../wording/lines.ts';
import { spellingsOf } from './profile.ts';

export type Mention = {
  readonly path: string;
  /** 1-based. */
  readonly line: number;
  readonly text: string;
};

const MOST = 3;
/** The share of what is asked for that a point must have, and how many words of it. */
const LEAST = 0.6;
const FEWEST = 2;
/** What a word of the heading above counts. */
const ABOVE = 0.5;

/** Best first; points that have most of what is asked for. */
export function findMentions(documents: readonly Document[], question: string): readonly Mention[] {
  const asked = questionTerms(question);
  if (asked.length === 0) return [];
  const points = documents.flatMap(({ path, text }) => pointsIn(text).map((point) => ({ path, ...point })));
  const words = new Set(points.flatMap(({ own, above }) => [...own, ...above]));
  const sought = asked.map((term) => {
    const spellings = spellingsOf(term, words).map(({ stems }) => stems);
    const holding = points.filter(({ own }) => hasOne(own, spellings)).length;
    return { spellings, rarity: Math.log(1 + (points.length + 0.5) / (holding + 0.5)) };
  });
  const total = sought.reduce((sum, { rarity }) => sum + rarity, 0);
  return points
    .map(({ path, line, text, own, above }) => {
      const weights = sought.map(({ spellings }) =>
        hasOne(own, spellings) ? 1 : hasOne(above, spellings) ? ABOVE : 0,
      );
      const share = sought.reduce((sum, { rarity }, at) => sum + rarity * (weights[at] ?? 0), 0) / total;
      const isEnough = weights.filter((weight) => weight === 1).length >= Math.min(FEWEST, sought.length);
      return {
        mention: { path, line, text },
        score: share + (DECISIVE.test(text) ? SAID : 0),
        share,
        isEnough,
      };
    })
    .filter(({ share, isEnough }) => share >= LEAST && isEnough)
    .sort((a, b) => b.score - a.score || a.mention.text.length - b.mention.text.length)
    .slice(0, MOST)
    .map(({ mention }) => mention);
}

const hasOne = (stems: ReadonlySet<string>, spellings: readonly (readonly string[])[]): boolean =>
  spellings.some((spelling) => spelling.every((stem) => stems.has(stem)));

/** What settles something says so; added to the share of what it has. */
const SAID = 0.15;
const DECISIVE =
  /\b(?:not|never|only|must|because|since|instead|rejected|deferred|decided|chosen|superseded|no longer|nunca|nicht|jamais|pas|porque|weil|never)\b|n't\b|не |нельзя|потому|不|禁止|しない|ない|않|금지/i;

type Point = {
  readonly line: number;
  readonly text: string;
  readonly own: ReadonlySet<string>;
  /** Of the heading. */
  readonly above: ReadonlySet<string>;
};

const stemsOf = (text: string): ReadonlySet<string> =>
  new Set(termsOf(text).flatMap(({ stem, parts }) => [stem, ...parts]));

const LONGEST = 600;

// A point or a paragraph with the lines that it is wrapped into.
function pointsIn(text: string): Point[] {
  const { lines } = readOutline(text);
  let above = stemsOf('');
  return lines.flatMap((line, index): Point[] => {
    if (line.kind === 'heading') above = stemsOf(line.content);
    if (!isStart(line, lines[index - 1])) return [];
    const goesOn = line.kind === 'quote' ? 'quote' : 'text';
    const end = indexFrom(lines, index + 1, ({ kind }) => kind !== goesOn);
    const wrapped = lines.slice(index + 1, end < 0 ? lines.length : end).map((one) => one.content.trim());
    const said = [line.content, ...wrapped].join(' ').slice(0, LONGEST);
    return [{ line: index + 1, text: cleanLine(said), own: stemsOf(said), above }];
  });
}

function isStart({ kind }: BlockLine, before: BlockLine | undefined): boolean {
  if (kind === 'item' || kind === 'table') return true;
  return (
    (kind === 'text' || kind === 'quote') &&
    before?.kind !== kind &&
    (kind === 'quote' || before?.kind !== 'item')
  );
}
