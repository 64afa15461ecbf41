// Cuts statements into sentences, and says where in a sentence a clause may start. Quotations are masked.
import { allLetters } from '../letters.ts';
import { plainText } from '../markdown/inline.ts';
import type { Clause } from '../phases/units.ts';
import { fold, hasWord } from '../words/lexicon.ts';

const PAIRS =
  /"[^"]{0,300}"|“[^”]{0,300}”|„[^“”]{0,300}[“”]|«[^»]{0,300}»|「[^」]{0,300}」|『[^』]{0,300}』|`[^`]{0,300}`|~~[^~]{0,300}~~|(?<![\p{L}\p{N}])['‘](?=\S)[^'‘’]{0,100}['’](?![\p{L}])/gu;

// What is opened and not closed goes on to the end; `3" screen` opens nothing.
const UNCLOSED = /(?<![^\s([{])["`“„«「『].*$/su;

const mask = (quoted: string): string => '\u0000'.repeat(quoted.length);

// `ROADMAP.md`, `docs/plan.md`, `WORK_LOG`: names of documents are no words of a sentence; a template or a
// fixture says nothing of the work.
const DOCUMENT =
  /(?<![\w./-])(?:[\w./-]{1,100}\.(?:mdx?|txt|rst|org|adoc)|[A-Z]{2,20}_[A-Z_]{1,30}[A-Z]|ROADMAP|PROGRESS|GAMEPLAN|CHANGELOG|README|HANDOFF|BACKLOG)(?![\w-])/g;
const IS_PATTERN = /template|example|sample|fixture|test|spec|mock/i;

/** Stands for each character of a document's name in a folded sentence. */
const NAMED = '\u0001';
const foldSentence = (text: string): string =>
  fold(text.replace(DOCUMENT, (name) => (IS_PATTERN.test(name) ? name : NAMED.repeat(name.length))));

/** Quoted text, code and what is struck out, as marks that no word matches. */
export const maskQuotes = (text: string): string => text.replace(PAIRS, mask).replace(UNCLOSED, mask);

/** What is longer is prose: it says nothing outright. */
const LONGEST_SENTENCE = 400;

/** The sentences of a statement, each folded, beside the author's words. */
export function sentencesOf(raw: string): readonly Clause[] {
  const text = plainText(maskQuotes(raw));
  return text
    .split(/(?<=[.!?][)"']?)\s+(?=[^a-zß-ÿ])|(?<=\?)\s+|(?<=[。！？])/u)
    .reduce<string[]>(joinHedge, [])
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '' && sentence.length <= LONGEST_SENTENCE)
    .map((sentence) => ({ text: sentence, folded: foldSentence(sentence) }));
}

const LONGEST_HEDGE = 20;

// `Phase 3 done. Almost.`: the second takes back what the first says.
function joinHedge(sentences: string[], next: string): string[] {
  const folded = next.length > LONGEST_HEDGE ? '' : fold(next);
  const last = sentences.length - 1;
  if (last < 0 || !(hasWord('limits', folded) || /^\W*(?:not|no|nope|never)\W*$/.test(folded)))
    sentences.push(next);
  else sentences[last] = `${(sentences[last] ?? '').replace(/(?<![.!])[.!]+$/, '')}, ${next}`;
  return sentences;
}

export const isQuestion = ({ text }: Clause): boolean => /[?？][\s)!]*$/.test(text);

export type Start = { readonly at: number /** Where what stands before it ends. */; readonly before: number };

const BREAKS = allLetters`([,;:]\s+|,(?=[\u3040-\u9fff\uac00-\ud7af])|(?<=[\p{L})]{3})[.!]+\s+|\s[-–—|+]\s+|\s?[—]\s?|\s?[([]|\s(?:and|&|und|et|y|e|i|и|та|so|now that|to(?=\s\S{1,12}\s))\s|\s?(?:→|=>)\s?|\s=\s|[，、；：。（])`;
const MOST_STARTS = 20;

/** Where clauses start: at the beginning and behind each mark that parts clauses. */
export function startsOf({ folded }: Clause): readonly Start[] {
  const starts: Start[] = [{ at: 0, before: 0 }];
  for (const match of folded.matchAll(BREAKS)) {
    if (starts.length >= MOST_STARTS) break;
    // `now that` opens the clause that it belongs to.
    const opens = match[0].includes('now that') ? match.index + 1 : match.index + match[0].length;
    starts.push({ at: opens, before: match.index });
  }
  return starts;
}
