// The sentences that say outright that something blocks, comes next, was found, decided, tried or learned.
import { letters } from '../letters.ts';
import { once } from '../memo.ts';
import { type Clause, skipSpace } from '../phases/units.ts';
import { everywhere } from '../words/index.ts';
import { hasWord, type Key, matchAt, take } from '../words/lexicon.ts';
import { isEmptyAnswer } from '../words/none.ts';
import type { ClaimKind } from './claim.ts';
import { namedAt } from './phase-tail.ts';
import { isQuestion } from './sentences.ts';

/** `form`: by which docs/claims.md knows it. */
export type Phrase = { readonly kind: ClaimKind; readonly text: string; readonly form: string };

type Form = (clause: Clause) => Omit<Phrase, 'form'> | null;

/** What a sentence claims besides phases; null where its form is none of those below. `mayBlock`: see
 * `read`. */
export function phraseOf(clause: Clause, mayBlock: boolean): Phrase | null {
  if (isQuestion(clause)) return null;
  for (const [form, read] of mayBlock ? allForms() : FORMS) {
    const found = read(clause);
    if (found !== null && isSaying(found.text)) return { ...found, form };
  }
  return null;
}

const isSaying = (text: string): boolean =>
  !isEmptyAnswer(text) && letters`\p{L}|^#\d`.test(text) && !UNSURE.test(text);

// What is not decided or not certain.
const UNSURE = /^(?:nothing|yet|later|whether|if\s|not\s)/i;

const LONGEST = 300;
// German puts the verb last: `haben uns für SQLite entschieden`.
const VERB_LAST = /\s(?:entschieden|beschlossen|verworfen|abgelehnt)$/;
const restOf = (text: string, at: number): string =>
  text
    .slice(at)
    .replace(/^[\s,:：–—-]+/, '')
    .replace(/(?<![.。!\s])[.。!\s]+$/, '')
    .replace(VERB_LAST, '');

/** `key`, and what follows it. */
const following =
  (key: Key, kind: ClaimKind, isWhole = false): Form =>
  ({ folded, text }) => {
    const end = take(key, folded, 0);
    if (end < 0 || text.length > LONGEST || end >= text.length) return null;
    // `decided against GraphQL` is not GraphQL.
    const kept = kind === 'decision' && folded.slice(0, end).endsWith('against') ? 'against'.length : 0;
    return { kind, text: restOf(text, isWhole ? 0 : end - kept) };
  };

// `(we are) waiting for the bank`: what goes on with a verb of its own is about something that waits.
const GOES_ON =
  /\s(?:is|are|was|were|takes?|took|blocks?|makes?|has|had|fails?|failed|never|can|will|would|causes?|caused|timed|times|hangs?|returns?|now)\s|^\s?(?:default|cors|robots)/;

// What it is waited for: `the printer to be repaired before the boxes can be printed`.
const BEFORE = /\s(?:before|so that|until|bevor|damit|avant|pour que|antes de|para que|prima)\s.*$/;

const NEGATED = /\bnot\b|n't\b|\bnicht\b|\bpas\b|\bnon\b/;

const waiting: Form = ({ folded, text }) => {
  const waiter = take('waiters', folded, 0);
  const end = take('waits', folded, skipSpace(folded, Math.max(0, waiter)));
  if (
    end < 0 ||
    text.length > LONGEST ||
    (!/until$/.test(folded.slice(0, end)) && GOES_ON.test(` ${folded.slice(end).replace(BEFORE, '')}`)) ||
    NEGATED.test(folded.slice(0, end))
  )
    return null;
  return { kind: 'blocker', text: restOf(text, end) };
};

const endingIn = (key: Key, kind: ClaimKind): Form => {
  const endings = once(() =>
    everywhere(({ clauses }) => clauses[key]).toSorted((a, b) => b.length - a.length),
  );
  return ({ folded, text }) => {
    const said = folded.replace(/(?<![.。!\s])[.。!\s]+$/, '');
    const word = endings().find((one) => said.endsWith(one));
    if (word === undefined || said.length === word.length || text.length > LONGEST) return null;
    return { kind, text: restOf(text.slice(0, said.length - word.length), 0) };
  };
};

// `cannot finish it without the key`, `phase 6 can't be closed until the port is open`
const cannot: Form = ({ folded, text }) => {
  const named = namedAt({ folded, text }, 0);
  const end = take('cannot', folded, skipSpace(folded, named?.end ?? 0));
  const works = end < 0 ? -1 : take('works', folded, skipSpace(folded, end));
  if (works < 0 || text.length > LONGEST || !hasWord('lacking', folded.slice(works))) return null;
  return { kind: 'blocker', text: restOf(text, 0) };
};

const HYPOTHESIS_ID = /\s*(?:(?:h?\d{1,3}\b|[a-z]\b)\s*)?(?:(?:is|was|has been|est|ist|wurde|è|está|é)\s)?/y;

// `H2 falsified: …`
const NUMBERED =
  /h\d{1,2}(?=\s(?:is|was)?\s?(?:confirmed|rejected|refuted|supported|falsified|disproved|disproven)\b)/y;

// `hypothesis rejected: moon age does not help`
const hypothesis: Form = ({ folded, text }) => {
  const end = Math.max(take('confirmed', folded, 0), matchAt(NUMBERED, folded, 0));
  const at = end < 0 ? -1 : matchAt(HYPOTHESIS_ID, folded, end);
  const verdict = at < 0 ? -1 : take('verdicts', folded, skipSpace(folded, at));
  if (verdict < 0 || !/^\s*(?:[:：,;.(–—-]|because|$)/.test(folded.slice(verdict))) return null;
  const reason = restOf(text, verdict);
  return { kind: 'result', text: reason === '' ? restOf(text, 0) : reason };
};

// `revert to polling: push lost every third message`
const failedWith: Form = ({ folded, text }) => {
  const end = take('failedWith', folded, 0);
  const reason =
    end < 0
      ? null
      : /(?:[:：]\s|\s[-–—]\s|,?\s(?:because|since|as|weil|da|car|parce que|porque|perché|bo|потому что|бо)\s)/.exec(
          text.slice(end),
        );
  return reason === null
    ? null
    : { kind: 'rejected', text: restOf(text, end + reason.index + reason[0].length) };
};

const tried: Form = ({ folded, text }) => {
  const end = take('tried', folded, 0);
  return end < 0 || !hasWord('failing', folded.slice(end))
    ? null
    : { kind: 'rejected', text: restOf(text, end) };
};

const BLOCKING: readonly (readonly [form: string, read: Form])[] = [
  ['WAITING for it', waiting],
  ['CANNOT WORK WITHOUT it', cannot],
  ['it is WAITED for', endingIn('waitsAfter', 'blocker')],
  ['FREED of it', following('freed', 'unblocked')],
];

const FORMS: typeof BLOCKING = [
  ['HYPOTHESIS VERDICT: reason', hypothesis],
  ['DECIDED it', following('decided', 'decision')],
  ['it DECIDED', endingIn('decidedAfter', 'decision')],
  ['LEARNED THAT it', following('learnedThat', 'learned')],
  ['DEVIATES from it', following('deviates', 'deviation', true)],
  ['CAREFUL with it', following('cares', 'gotcha', true)],
  ['BACK TO another: reason', failedWith],
  ['GAVE UP it', following('gaveUp', 'rejected')],
  ['TRIED it, FAILING', tried],
  ['NEXT IS it', following('nextFirst', 'next')],
];

/** A sentence of one of these forms has a word of one of these tables. */
export const SAYING: readonly Key[] = [
  ...(['waits', 'waitsAfter', 'cannot', 'freed', 'confirmed', 'decided', 'decidedAfter'] as const),
  ...(['learnedThat', 'deviates', 'cares', 'failedWith', 'gaveUp', 'tried', 'nextFirst'] as const),
];

const allForms = once(() => [...BLOCKING, ...FORMS]);

/** Of docs/claims.md. */
export const PHRASE_FORMS: readonly string[] = [...BLOCKING, ...FORMS].map(([form]) => form);
