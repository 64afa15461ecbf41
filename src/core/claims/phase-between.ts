// What may be between a unit and the word that says that it is over.
import { type Clause, skipSpace } from '../phases/units.ts';
import { hasWord, type Key, matchAt, take } from '../words/lexicon.ts';
import { isPartialShare, MOST_WORDS, takeCounted } from './phase-tail.ts';

/** Behind words of one table, in any number up to a few; `at` where there are none. */
export function skipWords(keys: readonly Key[], text: string, at: number): number {
  let end = skipSpace(text, at);
  for (let count = 0; count < MOST_WORDS; count += 1) {
    const next = Math.max(...keys.map((key) => take(key, text, end)));
    if (next < 0) break;
    end = skipSpace(text, next);
  }
  return end;
}

const DONE = /(?:complete|100\s?%)(?![\w%])/y;
/** The offset behind a word of completion that is too general for the tables. */
export const done = (folded: string, at: number): number => matchAt(DONE, folded, at);

const JOINTS = /\s*(?:\.{3}|…|[:：]|\s->|=>?|→|\s[–—-]|[–—])\s*/y;
const QUOTED = /\s*\u0000+\s*/y;
const BRACKETED = /\s*[(（]([^()（）]{1,80})[)）]\s*/y;
const FULL_SHARE =
  /\s*(?:\(\s*)?(?:100\s?%|(\d{1,4})\s?(?:\/|of|von|de|di|из|з|z|sur)\s?(\d{1,4})(?![\d/.]))(?:\s*(?:tasks|items|steps|boxes|plans|stories|tickets|issues))?(?:\s*\))?\s*/y;

// What may be between a unit and the word that it is over: is, now, a title in brackets, a whole share, a
// colon.
export function skipBetween(
  clause: Clause,
  from: number,
): { readonly at: number; readonly title: string; readonly isCopula: boolean } {
  const { folded, text } = clause;
  let at = skipSpace(folded, from);
  let title = '';
  let copulaEnd = -1;
  for (let count = 0; count < 2 * MOST_WORDS; count += 1) {
    const words = skipWords(['copulas', 'adverbs'], folded, skipWhole(folded, at));
    if (words > at) copulaEnd = words;
    const share = shareAt(folded, words);
    const named = titleAt(clause, words);
    if (named > words)
      title = text
        .slice(words, named)
        .replace(/[()（）\u0000]/g, ' ')
        .trim();
    const next = Math.max(
      words,
      share,
      named,
      appositionAt(folded, words),
      matchAt(QUOTED, folded, words),
      jointAt(folded, words, from),
    );
    if (next === at) break;
    at = next;
  }
  return { at, title, isCopula: at === copulaEnd };
}

// `Phase 5, the oven planner, is`
const APPOSITION = /,\s([^,;:.()\d]{3,60}),\s/y;

function appositionAt(folded: string, at: number): number {
  APPOSITION.lastIndex = folded[at - 1] === ' ' ? at - 1 : at;
  const title = APPOSITION.exec(folded)?.[1];
  const isCopula = title !== undefined && take('copulas', folded, APPOSITION.lastIndex) >= 0;
  return isCopula && !isPart(title) && !hasWord('hedges', title) ? APPOSITION.lastIndex : -1;
}

/** Behind `tasks` in `all phase 4 tasks`; `end` where the unit is named another way. */
export function behindAll({ folded }: Clause, at: number, end: number): number {
  const all = take('articles', folded, at);
  const whole = all < 0 ? -1 : take('wholes', folded.slice(at, all) + folded.slice(end), 0);
  return all < 0 || whole <= all - at ? end : end + whole - (all - at);
}

// `all tasks`, `all 4 plans`
const skipWhole = (folded: string, at: number): number =>
  Math.max(at, takeCounted('wholes', folded, skipSpace(folded, at)));

// A colon or a dash stands once, behind the unit and its title.
const jointAt = (folded: string, at: number, from: number): number =>
  /[:：–—=→…]|\.\.|\s->?\s/.test(folded.slice(from, at))
    ? -1
    : matchAt(JOINTS, folded, at - (folded[at - 1] === ' ' ? 1 : 0));

// `100 %`, `12 of 12`, `9/9`; not where the word of completion is missing behind it.
function shareAt(folded: string, at: number): number {
  FULL_SHARE.lastIndex = at;
  const match = FULL_SHARE.exec(folded);
  if (match === null || match[1] !== match[2]) return -1;
  const end = FULL_SHARE.lastIndex;
  const isPercent = match[1] === undefined;
  return isPercent && isEnd(folded, end) ? -1 : end;
}

const isEnd = (folded: string, at: number): boolean => /^[\s.!,;:)]*$/.test(folded.slice(at, at + 3));

export function titleAt({ folded }: Clause, at: number): number {
  BRACKETED.lastIndex = at;
  const match = BRACKETED.exec(folded);
  const title = match?.[1] ?? '';
  const said = title.slice(skipWords(['copulas', 'adverbs'], title, 0));
  const isStatus = take('over', said, 0) >= 0 || done(said, 0) >= 0 || take('begun', said, 0) === said.length;
  return match === null || isPart(title) || isStatus ? -1 : BRACKETED.lastIndex;
}

const isPart = (title: string): boolean =>
  hasWord('parts', title) || hasWord('limits', title) || isPartialShare(title) || /\?/.test(title);
