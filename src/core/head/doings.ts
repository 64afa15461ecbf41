// Items of what comes next that a commit did, in the item's own words: `feat: solder the second board`.
import { readSubject } from '../claims/subject.ts';
import { isPaper } from '../draft/range.ts';
import { caseless } from '../letters.ts';
import type { ChangedFile, Message, OwedCommit } from '../types.ts';
import type { Saying } from './change.ts';

/** What a commit did, as its subject says it, or the title of what it merged. */
export type Doing = Saying & {
  /** Of the commit, in lower case. */
  readonly type: string | null;
  readonly scope: string;
  readonly body: string;
  readonly files: readonly ChangedFile[];
  /** Ids that it says to close, and those that its subject goes by. */
  readonly closes: readonly string[];
  readonly names: readonly string[];
};

/** Nothing of a plan, a part, a revert or a change of plans on paper. */
export const doingsOf = (owed: readonly OwedCommit[], withdrawn: readonly string[]): Doing[] =>
  owed.flatMap((one) => {
    const { commit, message } = one;
    const title = titleOf(message);
    const doing = { ...readDoing(title), body: message.body, sha: commit.sha, files: commit.files };
    const isTaken = withdrawn.some((sha) => commit.sha.startsWith(sha));
    const isDone = title !== '' && !isTaken && !UNDONE.test(doing.type ?? '') && !isOnPaper(one, title);
    return isDone && !isInPart(`${doing.text}\n${message.body}`)
      ? [{ ...doing, closes: closedBy(commit.message) }]
      : [];
  });

/** What a title alone says was done. */
export function readDoing(title: string): Doing {
  const { text, type } = readSubject(title.slice(0, LONGEST));
  const scope = /^[\w-]{1,30}\(([^()]{1,80})\)!?:/.exec(title)?.[1] ?? '';
  return { text, type, scope, sha: null, body: '', files: [], closes: [], names: namesIn(title) };
}

// A forge writes the title of what was merged below its own line, or behind it.
function titleOf({ kind, subject, body }: Message): string {
  if (kind !== 'merge') return kind === 'plain' ? subject.replace(/^Merged PR \d+: /, '') : '';
  const [title = ''] = body.trimStart().split('\n', 1);
  return /^[*#>-]|^(?:conflicts|see merge|closes|fixes|reviewed|signed|approved|co-authored)/i.test(title)
    ? ''
    : title;
}

const ID = String.raw`(?:#\d{1,7}|[A-Z]{1,8}-?\d{1,5}[a-z]?)`;
const CLOSES = new RegExp(
  String.raw`(?<!\b(?:not|n't|never|to|will|should|would|could|may|might|helps?|partly|partially|yet)\s)\b(?:[Cc]lose[sd]?|[Ff]ix(?:e[sd])?|[Rr]esolve[sd]?|[Ii]mplement(?:s|ed)?|[Cc]omplete[sd]?|[Ff]inish(?:es|ed)?):?\s(${ID}(?:(?:,\s?|\sand\s)${ID})*)(?=[\s.,;)]*$|[.,;)]\s)`,
  'gm',
);

const closedBy = (message: string): string[] =>
  [...message.slice(0, LONGEST_BODY).matchAll(CLOSES)].flatMap(([, ids = '']) => ids.match(IDS) ?? []);

const IDS = new RegExp(ID, 'g');
const LONGEST_BODY = 5000;
// `T3: print receipts`, `feat(T3): …`, `conveyor driver (T6)`
const NAMES = new RegExp(
  String.raw`^(?:\w+(?:\([^()]*\))?!?:\s)?\[?(${ID}|\d{1,3}(?:\.\d{1,3}){1,2})\]?(?=[:\s])|\((${ID})\)(?=:|!|[\s.]*$)|\(([A-Z]{1,8}-?\d{1,5}[a-z]?)\)\s\(#\d+\)$`,
  'g',
);
const namesIn = (title: string): string[] =>
  [...title.slice(0, LONGEST).matchAll(NAMES)].flatMap(([, ...ids]) => ids.filter((id) => id !== undefined));

const LONGEST = 200;
const UNDONE = /^(?:wip|draft|plan|planned|planning|spec|rfc|proposal|idea|todo|revert|question|test-plan)$/;
const IN_PART =
  /(?<![\p{L}])(?:wip|todo|nearly|almost|partly|partial(?:ly)?|half(?=$|[\s-](?:done|of|way|finished|implemented|working|the))|halfway|first (?:version|cut|draft|pass)|erste (?:fassung|version)|première version|primera versión|primeira versão|prima versione|первая версия|перша версія|first part|part \d|start(?:s|ed)? (?:to|on)|not (?:yet|done|complete|finished)|unfinished|incomplete|still (?:missing|open|to do)|remain(?:s|ing)|teilweise|halb|noch (?:nicht|offen)|fehlt noch|en partie|pas encore|reste à|parcial(?:mente)?|todavía no|ainda não|non ancora|parzial(?:e|mente)|jeszcze nie|ещё не|частично|ще не|частково|まだ|一部|尚未|部分|아직|일부)(?![\p{L}])/iu;

/** Whether a text says of anything that it is not over. */
export const isInPart = (text: string): boolean => IN_PART.test(text);

// Documents alone do what is to be written, and nothing else.
const isOnPaper = ({ commit: { files }, message }: OwedCommit, title: string): boolean =>
  (files.length > 0 || message.kind !== 'merge') &&
  files.every(({ path }) => isPaper(path)) &&
  !WRITES.test(title);
const WRITES = caseless`(?<![\p{L}])(?:write|document|describe|readme|docs?|guide|manual|chapter|changelog|schreiben|dokumentieren|rédiger|documenter|écrire|escribir|documentar|escrever|scrivere|documentare|napisać|написать|описать|написати|описати)(?![\p{L}])|书写|编写|文档|文書|書く|문서`;
