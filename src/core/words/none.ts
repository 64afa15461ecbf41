// Empty answers: none, N/A, TBD, a dash, a blank of a template, "None - all green".
import { once } from '../memo.ts';
import { everywhere } from './index.ts';
import { fold } from './lexicon.ts';

const PLACEHOLDER =
  /^(?:tbd|tba|todo|fixme|n\.?\/?a\.?|n\. ?a\.|xxx+|wip|to be (?:determined|defined|decided)|not applicable|optional|see below|unknown|\u672a\u5b9a|k\.a\.|s\.o\.|nvt)$/;
const BLANK = /^(?:<[^<>]*>|\[[^[\]]*\]|\{[^{}]*\}|\u2039[^\u203a]*\u203a|_+)$/;
const NO_KIND =
  /^(?:there (?:are|is) )?(?:no|zero|not any) (?:(?:known|current|open|new|active|further|other|more|remaining|major|big) ){0,2}(?:blockers?|issues?|gotchas?|limitations?|caveats?|next steps?|problems?|bugs?|deviations?|decisions?|todos?|impediments?|risks?|surprises|follow-?ups?|one|results?|steps?)\b/;
const ONLY_NOW =
  /^(?:at the moment|currently|right now|for now|so far|yet|known|identified|today|this time|at present|here|at this time|that (?:i|we) know of|to report|found|open|left|new|pour le moment|pour l'instant|actuellement|connu|connue|por ahora|de momento|conocido|por enquanto|no momento|zurzeit|derzeit|aktuell|bekannt|momentan|al momento|per ora|noto|na razie|obecnie|пока|наразі|сейчас|현재|目前|暂时|現在|特になし)[.!]?$/;

/** Whether a value of a label says that there is nothing to say. */
export function isEmptyAnswer(value: string): boolean {
  const plain = fold(value).trim();
  if (BLANK.test(plain)) return true;
  const said = plain.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}/)]+$/gu, '');
  return said === '' || PLACEHOLDER.test(said) || NO_KIND.test(said) || isNone(said);
}

function isNone(said: string): boolean {
  const word = noneWords().find((none) => said.startsWith(none));
  if (word === undefined) return false;
  const rest = said.slice(word.length);
  return rest === '' || /^\s?[-–—.,;:(!。，、（*]/.test(rest) || ONLY_NOW.test(rest.trim());
}

const noneWords = once(() =>
  everywhere(({ statuses }) => statuses.none).toSorted((a, b) => b.length - a.length),
);
