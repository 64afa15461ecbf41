// How far an edit of a document goes, in words or, where a script sets no blanks, in letters: white space,
// wrapping and marks of Markdown are none.

import { allLetters } from '../letters.ts';
import { scanBlocks } from '../markdown/blocks.ts';
import { shortestScript } from '../markdown/diff.ts';

/** The most words that may change without a decision, and the most letters where a script has no blanks. */
export const FEW_WORDS = 5;
const FEW_LETTERS = 40;
/** Of a sentence that is new as a whole, in such a script. */
const SHORTEST_SENTENCE = 10;

/** Whether an edit changes few words or letters, or a few of both, and no heading. */
export function isTrivialEdit(before: string, after: string): boolean {
  if (before === after) return true;
  if (headingsOf(before) !== headingsOf(after)) return false;
  const words = changedWords(proseWords(before), proseWords(after), FEW_WORDS) / FEW_WORDS;
  if (words > 1) return false;
  const letters = changedWords(unspacedIn(before), unspacedIn(after), FEW_LETTERS);
  if (letters > SHORTEST_SENTENCE && countSentences(before) !== countSentences(after)) return false;
  return words + letters / FEW_LETTERS <= 1;
}

const withoutSpace = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** Of what is no prose, where every sign counts. */
export const isSameButSpace = (before: string, after: string): boolean =>
  withoutSpace(before) === withoutSpace(after);

/** `redis:7-alpine` and `redis:8.2-alpine@sha256:…` run the same thing. */
export const isSameButVersions = (before: string, after: string): boolean =>
  withoutVersions(before) === withoutVersions(after);

const withoutVersions = (text: string): string =>
  withoutSpace(text)
    .replace(/@sha256:[0-9a-f]+/g, '')
    .replace(/\d+(?:[.-]\d+)*/g, '0');

// `the_planner_now` and `thePlannerNow` are three words, as they would be with blanks; a word that is longer
// than any is several. Letters of mathematics, in circles and in braille are letters.
const proseWords = (text: string): string[] =>
  (
    text
      .replace(UNSPACED, ' ')
      .replace(/([a-z\d])(?=[A-Z][a-z])/g, '$1 ')
      .match(allLetters`[\p{L}\p{M}\p{N}\u24b6-\u24e9\u2801-\u28ff\u{10000}-\u{1f2ff}]+`) ?? []
  ).flatMap((word) => (word.length > LONGEST_WORD && !/\d/.test(word) ? (word.match(PIECES) ?? []) : word));

/** In UTF-16 units: compounds of German and of chemistry are shorter, mostly. */
const LONGEST_WORD = 30;
const PIECES = /.{1,8}/gu;

// Scripts that set no blanks between words: Thai, Lao, Tibetan, Burmese, Khmer, Tai Lue, kana, Chinese
// characters.
const UNSPACED =
  /[\u0e00-\u109f\u1780-\u17ff\u1950-\u19ff\u1a20-\u1aaf\u3005-\u3007\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\ua9e0-\ua9ff\uaa60-\uaadf\uf900-\ufaff\uff66-\uff9f\u{1b000}-\u{1b16f}\u{20000}-\u{323af}]/gu;

const unspacedIn = (text: string): string[] => text.match(UNSPACED) ?? [];

/** In scripts without blanks; a line that is wrapped does not begin one. */
const countSentences = (text: string): number =>
  text
    .split(/[。．！？!?།။។]|\n[ \t]*\n|\n(?=[ \t]*[-*+|>\d])/)
    .filter((sentence) => unspacedIn(sentence).length > SHORTEST_SENTENCE).length;

const headingsOf = (text: string): string =>
  scanBlocks(text)
    .filter((line) => line.kind === 'heading')
    .map(({ level, content }) => `${level} ${[...unspacedIn(content), ...proseWords(content)].join(' ')}`)
    .join('\n');

/** The larger one of the numbers of words removed and added; more than `limit` where it is over that. */
export function changedWords(before: readonly string[], after: readonly string[], limit: number): number {
  const steps = shortestScript(before, after, 2 * limit);
  const count = (mark: string) => steps?.filter((step) => step.mark === mark).length ?? limit + 1;
  return Math.max(count('-'), count('+'));
}

/** As `isTrivialEdit`, of a merge: only what no parent has, and what all parents have, was edited by it. */
export function isTrivialMerge(befores: readonly string[], after: string): boolean {
  const parents = befores.map((text) => new Set(linesOf(text)));
  const lines = linesOf(after);
  const kept = new Set(lines);
  const added = lines.filter((line) => !parents.some((parent) => parent.has(line)));
  const removed = [...(parents[0] ?? [])].filter(
    (line) => !kept.has(line) && parents.every((parent) => parent.has(line)),
  );
  return isTrivialEdit(removed.join('\n'), added.join('\n'));
}

const linesOf = (text: string): string[] =>
  text
    .split(/\r\n|\n|\r/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
