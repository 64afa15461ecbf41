// Whether a text says anywhere that something is finished, or has begun.
import { letters } from '../letters.ts';
import { memoize, once } from '../memo.ts';
import { type Found, findAll, findIndexed, indexWords } from '../words/index-of.ts';
import { fold, matchAt } from '../words/lexicon.ts';
import { begins, begun, bothWays, done, listed } from './status.ts';

const MARK = /✅|✔|✓|☑|(?<!\d)100 ?%/g;
// `almost complete`, `80% done`, `3/5 done`, `complete the form`, `未完成` do not say that it is.
const UNGUARDED =
  /(?<!not |in|\d ?% |(?:partially|partly|half|mostly|almost|nearly|until|once|when|to be) |(?:of|\/) ?\d{1,3} )(?<![未没])(?<!미)/y;
const OBJECT = /^ (?:the|a|an|all|any|our|this|these|its|remaining) /;

/** The words and marks in a folded text that say that something is finished. */
export function* finishedIn(folded: string): Generator<Found> {
  for (const { index, 0: mark } of folded.matchAll(MARK)) yield { start: index, end: index + mark.length };
  for (const found of findAll(done(), folded))
    if (matchAt(UNGUARDED, folded, found.start) >= 0 && !OBJECT.test(folded.slice(found.end, found.end + 12)))
      yield found;
}

const fixed = once(() => indexWords(bothWays(listed(['fixed']))));
const runs = once(() =>
  indexWords(bothWays([...listed(['running', 'open', 'active', 'inside']), ...begun(), ...begins()])),
);

/** Whether a text says anywhere that something is finished. */
export const isFinished = memoize(
  (text: string): boolean => finishedIn(fold(text)).next().done !== true,
  2000,
);

/** Whether a text says anywhere that something runs, or is next. */
export const isBegun = memoize(
  (text: string): boolean => /🔄|🚧|⏳/u.test(text) || findIndexed(runs(), fold(text)) >= 0,
  2000,
);

const LONGEST_END = 100;
const SHOUTED = letters`(?<!(?:NOT|YET|PARTLY|PARTIALLY) |\p{L})(?:DONE|FIXED|COMPLETED?|RESOLVED|CLOSED|SHIPPED|IMPLEMENTED)[^\p{L}]*$`;
// `Which queue to take RESOLVED: the one of the database`, `The glare — SOLVED. Use grey`, `PORT-01: DONE
// 2026-06-13`
const SETTLED = letters`^.{0,100}(?<!NOT |\p{L})(?:RESOLVED|SOLVED|FIXED|CLOSED)(?=[.:]|\s[—–-]\s|\s(?:in|by|with|via|since|on)\s)|^.{0,80}\s[—–-]\s(?:DONE|COMPLETED?|RESOLVED|FIXED|CLOSED|SHIPPED)(?=[.,])|^[^:]{1,60}:\s?\**(?:DONE|COMPLETED?)(?!\p{L})`;
const PARTED = /$(?<=(?:[—:|✅✔☑-]|\*\*)\s*\**)/u;
const ONLY_BRACKETS = letters`^[^\p{L}]{0,4}(?:\([^()]*\))?[^\p{L}]*$`;
const NO_LETTERS = letters`^[^\p{L}]*$`;

const closings = (folded: string): readonly Found[] => [...finishedIn(folded), ...findAll(fixed(), folded)];

// `**[done 2026-08-17]** Alarms`, `(DONE) Alarms`
// `[Research flag - RESOLVED]: the limits are known`
const MARKED = /^\W*[[(]\s?(?:done|fixed|completed?|resolved|closed|shipped)(?:[ ,:][^\])]{0,30})?[\])]/i;
const FLAGGED =
  /^\W*[[(][^\])]{0,40}[^\])\w](?<!\bNOT )(?:DONE|FIXED|COMPLETED?|RESOLVED|CLOSED|SHIPPED)(?:[ ,:][^\])]{0,30})?[\])]/;
// `**Backtest (SHIPPED 2026-04-20)**: all tests pass`
const IN_BRACKET = /^[^()]{1,60}\((?:SHIPPED|DONE|FIXED|COMPLETED?|RESOLVED|CLOSED)(?: [^()]{0,30})?\)/;
// `The key is set ✅`
const TICKED_BEHIND = /[✅✔☑]\uFE0F?[\s*_]*$/u;

/** Whether a point says that it is behind us: by its first mark, or by its last words. */
export function isClosed(text: string): boolean {
  const near = text.slice(-LONGEST_END);
  if (/^\s*[✅✔✓☑]/u.test(text) || MARKED.test(text) || FLAGGED.test(text)) return true;
  if (IN_BRACKET.test(text)) return true;
  if (SHOUTED.test(near) || SETTLED.test(text) || TICKED_BEHIND.test(near)) return true;
  const folded = fold(near);
  return closings(folded).some(
    ({ start, end }) => PARTED.test(folded.slice(0, start)) && ONLY_BRACKETS.test(folded.slice(end)),
  );
}

/** Of what a status says: `Fixed in main (commit 7420df4)`. */
export function startsClosed(text: string): boolean {
  const folded = fold(text);
  return closings(folded).some(({ start }) => NO_LETTERS.test(folded.slice(0, start)));
}
