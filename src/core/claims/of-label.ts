// What a label makes of the text behind it, or of a point below it.

import { letters } from '../letters.ts';
import { clauseOf } from '../phases/units.ts';
import { everywhere } from '../words/index.ts';
import { fold } from '../words/lexicon.ts';
import { isEmptyAnswer } from '../words/none.ts';
import type { Claim, ClaimKind, MessageClaim } from './claim.ts';
import type { FoundLabel } from './labels.ts';
import { phasesIn } from './of-sentence.ts';
import { isOfScreen } from './on-screen.ts';
import { namedAt } from './phase-tail.ts';
import { phraseOf } from './phrases.ts';

type LabelledKind = Exclude<ClaimKind, 'phase-done' | 'phase-started'>;

export const isClaiming = (kind: FoundLabel['kind'] | null): kind is LabelledKind =>
  kind !== null && !QUIET.includes(kind);

const LEADING_MARK = /^(?:[\u2190-\u2bff]\ufe0f?\s|[\ud83c-\ud83e][\udc00-\udfff]\s)+/;

/** Labels that claim nothing themselves. */
const QUIET: readonly FoundLabel['kind'][] = ['quiet', 'unknown', 'unit', 'status', 'neutral'];

/** None where the value is an empty answer, or code. */
export function claimsOfLabel(
  { kind, name, value }: FoundLabel,
  source: Claim['source'],
  quote: string,
): MessageClaim[] {
  if (QUIET.includes(kind) || !isValue(kind as ClaimKind, name, value)) return [];
  if (kind === 'done' || kind === 'result') {
    const phases = [
      ...phasesIn(value, source, true),
      ...(name === '' || kind === 'result' ? [] : unitsAlone(value, source, quote)),
    ];
    if (phases.length > 0) return phases;
  }
  const verdict = kind === 'result' ? phraseOf(clauseOf(quote), false) : null;
  const text =
    verdict?.kind === 'result' ? verdict.text : value.replace(LEADING_MARK, '').replace(/(?<=[^.])\.$/, '');
  return [{ kind: kind as ClaimKind, id: null, unit: null, text, source, quote }];
}

// `Completed: Phase 3`, and nothing more.
function unitsAlone(value: string, source: Claim['source'], quote: string): MessageClaim[] {
  const text = value.replace(/(?<![.!\s])[.!\s]+$/, '');
  const named = namedAt(clauseOf(text), 0);
  return named === null || named.end < text.length
    ? []
    : named.units.map((one) => ({ kind: 'phase-done', ...one, text: '', source, quote }));
}

// `decision: 14` cites; `result: add ok()` is a scope; `blocked: boolean` is a field; `next: bump to 14.2` a
// product.
const CITATION = /^(?:(?:decision|adr|d)[- ]?)?#?\d{1,5}$/i;
// Such a word says a type by itself or with what it holds: `map tiles need a key` is a sentence.
const SCHEMA =
  /^(?:an? |optional )?(?:boolean|string|number|integer|array|object|list|enum|null|true|false|int|float|bool|map|set|timestamp)\b(?=\W*$|\s?[|,;.()<[{=?—–#-]|\s(?:or|of|with|when|if|that|which|for|to|from|default|field|flag)\b)/i;
const CODE_VERB =
  /^(?:add|adds|fix|fixes|remove|bump|update|rename|refactor|move|upgrade|drop|support|improve|handle|make|use|cover|test)\s/;
// `next: NextRequest instead of Request`, `result: Result<T> for parsers`, `blocked: user.isBlocked`.
const CODE =
  /^(?:[A-Z][a-z0-9]+[A-Z]\w*\b|[A-Za-z_$][\w$]*(?:<|\[\]|\(\)|\?\.|\.[a-z]\w)|[a-z]+[A-Z]\w*\b|[{[(]|[A-Za-z]+\s?\|)/;
// `Warnings: 3`, `Blocked: 0 users`, `Suite: 214/214, run twice`
const NO_WORDS = letters`^0\s|^\d{1,6}/\d{1,6}(?!\p{N})|^[^\p{L}#]*$`;
// `Blocker: resolved`
const CLEARED = /^(?:cleared|lifted|removed|done)$/;
const isCleared = (value: string): boolean => {
  const word = fold(value).replace(/[.!]$/, '');
  return CLEARED.test(word) || everywhere(({ statuses }) => statuses.fixed).includes(word);
};

// `TODOS: record the findings of the audit`: what the commit did to that list.
const KEEPS_BOOKS =
  /^(?:add|adds|added|log|logs|record|records|update|updates|close|closes|mark|marks|move|moves|remove)\s/i;

const saysNothing = (kind: ClaimKind, value: string): boolean =>
  isEmptyAnswer(value) ||
  /[?？]$/.test(value) ||
  SCHEMA.test(value) ||
  (kind !== 'result' && NO_WORDS.test(value));

function isValue(kind: ClaimKind, name: string, value: string): boolean {
  if (saysNothing(kind, value)) return false;
  if (kind === 'decision' && CITATION.test(value)) return false;
  if (kind === 'blocker' && isCleared(value)) return false;
  const isScope = /^[a-z]+$/.test(name);
  // No field is called a gotcha, and what surprises is often a function.
  if (kind !== 'gotcha' && /^[a-z ]+$/.test(name) && CODE.test(value)) return false;
  if (isOfScreen(name, value) || (/^todos$/i.test(name) && KEEPS_BOOKS.test(value))) return false;
  if (kind === 'next') return !(isScope && name === 'next' && /\d\.\d/.test(value));
  return !(isScope && CODE_VERB.test(value));
}
