// For a log whose style is not known: the sentences that a change adds to it.

import { countWords, isPlaceholder, wordsOnly } from '../decisions/placeholders.ts';
import { scanBlocks } from '../markdown/blocks.ts';

const FEWEST_WORDS = 4;

/** Sentences of prose added, less those removed. */
export const netSentences = (before: string, after: string): number => {
  const known = sentencesOf(before);
  const now = sentencesOf(after);
  return countMissing(now, known) - countMissing(known, now);
};

const countMissing = (some: readonly string[], others: readonly string[]): number => {
  const there = new Set(others);
  return some.filter((sentence) => !there.has(sentence)).length;
};

function sentencesOf(text: string): string[] {
  const prose = scanBlocks(text)
    .map((line) => (['text', 'item', 'quote', 'table'].includes(line.kind) ? line.content : ''))
    .join('\n');
  return prose
    .split(/(?<=[.!?:;])\s+|(?<=[。！？；])|\n{2,}|\n(?=[|*-])/)
    .filter((sentence) => countWords(sentence) >= FEWEST_WORDS && !isPlaceholder(sentence))
    .map(wordsOnly);
}
