// Empty answers: none, N/A, TBD, a dash, a blank of a template, "None - all green".
import { once } from '../memo.ts';
import { everywhere } from './index.ts';
import { fold } from './lexicon.ts';

const PLACEHOLDER =
  /^(?:tbd|tba|todo|empty|nil|fixme|n\.?\/?a\.?|n\. ?a\.|xxx+|wip|to be (?:determined|defined|decided)|not applicable|optional|see below|unknown|\u672a\u5b9a|k\.a\.|s\.o\.|nvt)$/;
const BLANK = /^(?:<[^<>]*>|\[[^[\]]*\]|\{[^{}]*\}|\u2039[^\u203a]*\u203a|_+)$/;
const NO_KIND =
  /^(?:there (?:are|is) )?(?:currently )?(?:no|zero|not any) (?:(?:known|current|currently|open|new|active|further|other|more|remaining|major|big|hard|critical|blocking|outstanding) ){0,2}(?:blockers?|issues?|gotchas?|limitations?|caveats?|next steps?|problems?|bugs?|deviations?|decisions?|todos?|impediments?|risks?|surprises|follow-?ups?|one|results?|steps?)\b/;
const ONLY_NOW =
  /^(?:at the moment|currently|right now|for now|so far|yet|known|identified|today|this time|at present|here|at this time|that (?:i|we) know of|to report|found|open|left|new|pour le moment|pour l'instant|actuellement|connu|connue|por ahora|de momento|conocido|por enquanto|no momento|zurzeit|derzeit|aktuell|bekannt|momentan|al momento|per ora|noto|na razie|obecnie|пока|наразі|сейчас|현재|目前|暂时|現在|特になし)[.!]?$/;

/** What is behind it changes nothing. */
const LONGEST = 300;

const NOW =
  /^(?:currently|at present|right now|for now|derzeit|aktuell|momentan|zurzeit|actuellement|pour le moment|actualmente|por ahora|de momento|atualmente|no momento|attualmente|al momento|obecnie|na razie|сейчас|пока|зараз|наразі|现在|目前|暂时|現在|현재)[\s,:]+(?=\S)/;

/** Whether a point, or the value of a label, says that there is nothing to say; as Markdown or plain. */
export function isEmptyAnswer(value: string): boolean {
  const plain = fold(value.slice(0, LONGEST)).trim();
  if (BLANK.test(plain)) return true;
  const said = plain.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}/)]+$/gu, '').replace(NOW, '');
  return said === '' || PLACEHOLDER.test(said) || isNoKind(said) || isNone(said);
}

// `No blockers, but the key is late` says that there is one.
function isNoKind(said: string): boolean {
  const end = NO_KIND.exec(said)?.[0].length ?? -1;
  return end >= 0 && !BUT.test(said.slice(end));
}

const BUT =
  /(?<!\p{L})(?:but|except|only|aber|außer|mais|sauf|pero|salvo|excepto|mas|exceto|ma|tranne|ale|oprócz|але|крім|но|кроме)(?!\p{L})|但|除了|ただし|하지만/u;

function isNone(said: string): boolean {
  const word = noneWords().find((none) => said.startsWith(none));
  if (word === undefined) return false;
  const rest = said.slice(word.length);
  if (rest === '' || ONLY_NOW.test(rest.trim())) return true;
  return /^\s?[-–—.,;:(!。，、（*]/.test(rest) && !BUT.test(rest);
}

const noneWords = once(() =>
  everywhere(({ statuses }) => statuses.none).toSorted((a, b) => b.length - a.length),
);
