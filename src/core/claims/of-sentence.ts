// What a sentence says outright: which phases are over or have begun, what blocks, comes next, was found.
import { letters } from '../letters.ts';
import { plainText } from '../markdown/inline.ts';
import { type Clause, clauseOf, unitsAt } from '../phases/units.ts';
import type { Found } from '../words/index-of.ts';
import { fold, hasWord, take, wordsIn } from '../words/lexicon.ts';
import { type Claim, distinctClaims, type MessageClaim } from './claim.ts';
import { labelOf } from './labels.ts';
import { type PhaseClause, phaseClauseAt, relativeClauseAt } from './phase-clause.ts';
import { mayName } from './phase-tail.ts';
import { phraseOf } from './phrases.ts';
import { isQuestion, sentencesOf, startsOf } from './sentences.ts';

type Source = Claim['source'];

/** What is longer is text. */
const LONGEST = 2000;

/** Of the sentences of a text. `isWhole`: see `phasesOf`. */
export const phasesIn = (text: string, source: Source, isWhole: boolean): MessageClaim[] =>
  sentencesOf(text.slice(0, LONGEST)).flatMap((sentence) => phasesOf(sentence, source, isWhole));

/** `isSubject`: a clause may start behind any mark; else only at the start, or where one draws a
 * conclusion. */
export function phasesOf(sentence: Clause, source: Source, isSubject: boolean): MessageClaim[] {
  if (!mayName(sentence) || isQuestion(sentence)) return [];
  const claims: MessageClaim[] = [];
  const doubt = firstDoubt(sentence.folded);
  for (const { at, before } of startsOf(sentence)) {
    const mark = sentence.folded.slice(before, at);
    if (
      at > 0 &&
      ((doubt >= 0 && doubt < before) ||
        !(mayStart(sentence, before, mark, isSubject) || goesOn(sentence, at, mark, claims)))
    )
      continue;
    const found =
      phaseClauseAt(sentence, at) ?? (mark.startsWith(',') ? relativeClauseAt(sentence, at, before) : null);
    if (found !== null) claims.push(...toClaims(found, source, sentence.text));
  }
  return distinctClaims(claims);
}

// `to sum up, ...`; behind a word it says where or how far: `works end to end`, `sent to the club`.
const firstDoubt = (folded: string): number => {
  const isWhere = ({ start, end }: Found): boolean =>
    folded.slice(start, end) === 'to' &&
    letters`[\p{L}\p{N}]\s$`.test(folded.slice(Math.max(0, start - 2), start));
  return [...wordsIn('doubts', folded)].find((found) => !isWhere(found))?.start ?? -1;
};

// `Completed phase 3 and started phase 4`, `Adds the planner and closes out phase 3`; a worker may save and
// complete phases as well.
const goesOn = ({ folded }: Clause, at: number, mark: string, claims: readonly MessageClaim[]): boolean =>
  /^\s(?:and|&|und|et|y|e|i|и|та)\s$/.test(mark) &&
  (claims.length > 0 ||
    /^(?:clos(?:es|ed) out|wrap(?:s|ped) up|conclude[sd]|finish(?:es|ed) off|rounds off)\s/.test(
      folded.slice(at, at + 20),
    ));

// `Update the roadmap to mark phase 3 complete`
const EDITS_PLAN =
  /^updated?s?\s(?:the\s|our\s)?(?:project\s)?(?:roadmap|plan|tracker|status|progress|readme|docs|documentation|context|changelog|board|todos?|backlog|state)(?:\s(?:file|doc|table|page|list))?$/;
const CONCLUDES = /^[.!]|so|now that|;|→|=>|；/;

function mayStart(sentence: Clause, before: number, mark: string, isSubject: boolean): boolean {
  if (/[:：]/.test(mark))
    return isNeutralPrefix(sentence.text.slice(0, before)) || isOfDocument(sentence, before);
  if (/^\sto\s|[(（]/.test(mark) && isOfDocument(sentence, before)) return true;
  if (/^\sto\s/.test(mark) && EDITS_PLAN.test(sentence.folded.slice(0, before))) return true;
  if (/^\sto\s/.test(mark) || (/→|[=-]>/.test(mark) && isUnit(sentence, before))) return false;
  return isSubject || CONCLUDES.test(mark) || /^,/.test(mark);
}

// `ROADMAP.md`, `Update STATE.md and ROADMAP.md`, `README.md updated`, `Update the tracker`
const JOINTS = /(?<=[\s\u0001])(?:and|und|et|y|e|i|и|та)(?=\s)/g;
const isDocuments = (text: string): boolean =>
  text.includes('\u0001') && !/[^\u0001\s,+&/]/.test(text.replace(JOINTS, ''));
const MOST_LETTERS = 40;

/** Whether what stands before `end` says that documents are changed. */
export function isOfDocument({ folded }: Clause, end: number): boolean {
  const edit = take('edits', folded, 0);
  const named = folded.slice(Math.max(0, edit), end);
  const edited = folded.slice(0, end).replace(/\s\S+$/, '');
  if (isDocuments(named) || (take('edits', folded, edited.length + 1) === end && isDocuments(edited)))
    return true;
  return edit > 0 && named.length < MOST_LETTERS && !hasWord('undone', named) && !hasWord('doubts', named);
}

// `phase 3 → phase 4 done`
const isUnit = (sentence: Clause, end: number): boolean => unitsAt(sentence, 0)?.end === end;

function isNeutralPrefix(prefix: string): boolean {
  if (isUnit(clauseOf(prefix), prefix.length)) return true;
  return ['status', 'neutral', 'done'].includes(labelOf(`${prefix}: x`)?.kind ?? '');
}

const toClaims = ({ kind, units, title }: PhaseClause, source: Source, quote: string): MessageClaim[] =>
  kind === 'next'
    ? [
        {
          kind,
          id: null,
          unit: null,
          text: units.map(({ unit, id }) => `${unit} ${id}`).join(', '),
          source,
          quote,
        },
      ]
    : units.map(({ unit, id }) => ({ kind, id, unit, text: title, source, quote }));

/** What a clause claims besides phases; `whole`: the author's words, where the clause is cut. `mayBlock`: see
 * `phraseOf`. */
export function phraseClaims(
  clause: Clause,
  whole: string,
  source: Source,
  mayBlock: boolean,
): MessageClaim[] {
  const plain = plainText(whole);
  const found = phraseOf({ text: whole === clause.text ? whole : plain, folded: fold(plain) }, mayBlock);
  return found === null
    ? []
    : [{ kind: found.kind, id: null, unit: null, text: found.text, source, quote: plain }];
}
