// Items of what comes next that a commit did, in the item's own words: `feat: solder the second board`.
import { readSubject } from '../claims/subject.ts';
import { foldName } from '../context/roles.ts';
import { isPaper } from '../draft/range.ts';
import { allLetters, caseless, isUnspaced, letters } from '../letters.ts';
import type { OwedCommit } from '../types.ts';
import type { Saying } from './change.ts';
import { withoutIds } from './same.ts';

/** What each commit did, as its subject says it; nothing of a plan, a part, a revert or a change of plans on
 * paper. */
export const doingsOf = (owed: readonly OwedCommit[], withdrawn: readonly string[]): Saying[] =>
  owed.flatMap((one) => {
    const { commit, message } = one;
    const { text, type } = readSubject(message.subject.slice(0, LONGEST));
    const isTaken = withdrawn.some((sha) => commit.sha.startsWith(sha));
    const isDone = message.kind === 'plain' && !isTaken && !UNDONE.test(type ?? '') && !isOnPaper(one);
    return isDone && !isInPart(`${text}\n${message.body}`) ? [{ text, sha: commit.sha }] : [];
  });

const LONGEST = 200;
const UNDONE = /^(?:wip|draft|plan|planned|planning|spec|rfc|proposal|idea|todo|revert|question|test-plan)$/;
const IN_PART =
  /(?<![\p{L}])(?:wip|todo|nearly|almost|partly|partial(?:ly)?|half(?=$|[\s-](?:done|of|way|finished|implemented|working|the))|halfway|first (?:version|cut|draft|pass)|erste (?:fassung|version)|première version|primera versión|primeira versão|prima versione|первая версия|перша версія|first part|part \d|start(?:s|ed)? (?:to|on)|not (?:yet|done|complete|finished)|unfinished|incomplete|still (?:missing|open|to do)|remain(?:s|ing)|teilweise|halb|noch (?:nicht|offen)|fehlt noch|en partie|pas encore|reste à|parcial(?:mente)?|todavía no|ainda não|non ancora|parzial(?:e|mente)|jeszcze nie|ещё не|частично|ще не|частково|まだ|一部|尚未|部分|아직|일부)(?![\p{L}])/iu;

/** Whether a text says of anything that it is not over. */
export const isInPart = (text: string): boolean => IN_PART.test(text);

// Documents alone do what is to be written, and nothing else.
const isOnPaper = ({ commit, message }: OwedCommit): boolean =>
  commit.files.every(({ path }) => isPaper(path)) && !WRITES.test(message.subject);
const WRITES = caseless`(?<![\p{L}])(?:write|document|describe|readme|docs?|guide|manual|chapter|changelog|schreiben|dokumentieren|rédiger|documenter|écrire|escribir|documentar|escrever|scrivere|documentare|napisać|написать|описать|написати|описати)(?![\p{L}])|书写|编写|文档|文書|書く|문서`;

/** Whether the item says the same as the subject: all its words, in whatever inflection of English, and no
 * others but how or why it was done: `estimate delays per line from the last month`. */
export function isDoing(item: string, subject: string): boolean {
  const wanted = wordsOf(item);
  const isAll = (did: readonly string[]) =>
    wanted.length === did.length && wanted.every((word) => did.some((one) => isSame(word, one)));
  const isVague = wanted.length < 3 && wanted.some((word) => VAGUE.test(word));
  const lead =
    isVague || LACKS.test(subject) ? subject : subject.replace(wanted.length > 2 ? MEANS : SOURCE, '');
  const texts = [subject, lead, lead.replace(MADE, '')];
  const isEnough = wanted.length > 1 || isUnspaced(wanted[0] ?? '');
  return isEnough && texts.some((text) => isAll(wordsOf(text)));
}

// `add delay estimates` made what an item calls `Delay estimates`.
const MADE =
  /^(?:add|build|create|deliver|finish|implement|introduce|make|provide|run|set up|ship|support|write)\s/i;

const MEANS =
  /(?<!\s)(?:\s?[,;]|\s[-–—]|\s(?:and|from|using|via|based on|so that|because|aus|anhand|mittels|sodass|weil|und|à partir|utilisant|afin|et|usando|mediante|para que|y))\s.*$/iu;
// Of two words less is taken for the same thing.
const SOURCE =
  /(?<!\s)\s(?:from|using|via|based on|aus|anhand|mittels|à partir|utilisant|usando|mediante)\s.*$/iu;
const VAGUE = /^(?:bugs?|code|docs?|documentation|fixes|tests?|things?|ui)$/;
const LACKS =
  /\b(?:but|except|without|only|not|no|fails?|broken|aber|ohne|nur|nicht|kein\w*|mais|sans|sauf|pas|pero|sin|salvo|mas|sem|ma|senza)\b/i;

const BRACKETED = /(?<!\s)\s*[([][^()[\]]{0,60}[)\]]\s*[.!]?$/;
// `cache for tiles` is the `tile cache`.
const ARTICLES = letters`^(?:the|a|an|our|der|die|das|den|dem|ein|eine|einen|le|la|les|l|un|une|des|du|el|los|las|una|unas|o|os|as|um|uma|il|lo|gli|i|for|für|para|pour|per)$`;

const wordsOf = (text: string): string[] => {
  const plain = withoutIds(text).replace(BRACKETED, '').replace(allLetters`['’]s(?!\p{L})`, '');
  const said = foldName(plain).match(allLetters`[\p{L}\p{N}]+`) ?? [];
  return said.filter((word) => !ARTICLES.test(word));
};

// `soldered`, `soldering` and `solder`
const isSame = (one: string, other: string): boolean =>
  one === other ||
  (stem(one) === stem(other) && /^[a-z]+$/.test(one + other)) ||
  (Math.min(one.length, other.length) >= SHORTEST_VERB && isOfOneVerb(one, other));

// `hinterlegen` and `hinterlegt`, `anlegen` and `angelegt`
function isOfOneVerb(one: string, other: string): boolean {
  const [whole, done] = /en$/.test(one) ? [one, other] : [other, one];
  const root = /^(.{4,})en$/.exec(whole)?.[1];
  const said = /^(.{4,}?)e?t$/.exec(done)?.[1];
  return root !== undefined && said !== undefined && (said === root || said.replace('ge', '') === root);
}
const SHORTEST_VERB = 6;
const stem = (word: string): string => (word.length > 3 ? word.replace(/(?:ing|ed|es|s|e)$/, '') : word);
