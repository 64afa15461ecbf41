// Known issues that a repair ended: the list of them, and what a commit must say of one.
import { type Context, placesOf } from '../context/context.ts';
import type { Place } from '../context/places.ts';
import { idsAtEnd } from '../draft/ids.ts';
import { removeLines } from '../draft/insert.ts';
import { caseless } from '../letters.ts';
import { plainText } from '../markdown/inline.ts';
import type { Item } from '../markdown/items.ts';
import { memoize } from '../memo.ts';
import type { Edit, OwedCommit } from '../types.ts';
import { isEmptyAnswer } from '../words/none.ts';
import { beginningsOf, isSameWord } from './acts.ts';
import type { Saying } from './change.ts';
import type { Doing } from './doings.ts';
import { endOf } from './list.ts';
import { isClosed, isElsewhere, isInPart, isRepair, withoutName, wordsIn } from './met.ts';
import { isOurs, strike } from './next.ts';
import { withoutIds } from './same.ts';

/** Edits of the lists of known issues; `owed` oldest first. */
export function endIssues(context: Context, owed: readonly OwedCommit[], doings: readonly Doing[]): Edit[] {
  return placesOf(context, 'gotchas')
    .filter(({ kind, title }) => kind !== 'field' && ISSUES.test(title))
    .flatMap((place) =>
      place.items.flatMap((item) => {
        const doing = endedBy(context, item, { owed, doings });
        return doing === undefined ? [] : endIssue(context, place, { item, sha: doing.sha });
      }),
    );
}

/** Listed blockers that a repair ended. */
export const mendedIn = (context: Context, owed: readonly OwedCommit[], doings: readonly Doing[]): Saying[] =>
  placesOf(context, 'blockers')
    .flatMap(({ items }) => items)
    .filter(({ text }) => !isEmptyAnswer(text))
    .flatMap((item) => {
      const doing = endedBy(context, item, { owed, doings });
      return doing === undefined ? [] : [{ text: item.text, sha: doing.sha, isExact: true }];
    });

const ISSUES = caseless`issues?|bugs?|problem|defects?|errors?|fehler|problèmes?|bogues?|errores|erros|errori|problemi|problemas|błęd|ошибк|баг|помилк|问题|問題|不具合|バグ|버그|문제`;

type Range = { readonly owed: readonly OwedCommit[]; readonly doings: readonly Doing[] };

/** What ended a listed point; a commit of the range that named it does not end it itself. */
function endedBy(
  { outline: { lines } }: Context,
  { kind, to, text }: Item,
  { owed, doings }: Range,
): Doing | undefined {
  if (kind === 'heading' || text.startsWith('~~')) return undefined;
  const ids = idsAtEnd(lines[to - 1]?.text ?? '');
  const since = owed.findLastIndex(({ commit }) => ids.some((id) => commit.sha.startsWith(id)));
  const before = new Set<string | null>(owed.slice(0, since + 1).map(({ commit }) => commit.sha));
  const issue = kind === 'row' ? thingOf(text) : withoutIds(text);
  return doings.find((doing) => !before.has(doing.sha) && isMended(issue, doing));
}

// Of a row what it goes by and its longest cell.
function thingOf(row: string): string {
  const cells = row.split(' — ');
  const longest = cells.toSorted((a, b) => b.length - a.length)[0] ?? '';
  return [...new Set([cells[0], longest])].join(' ');
}

/** Whether a repair speaks of the issue: all that names it, or its id, or its very figure. */
export function isMended(issue: string, doing: Doing): boolean {
  if (isClosed(issue, doing)) return true;
  const { first, all, beginnings, isWholeRepair } = saidBy(doing);
  const { named, starts, figures, numbers } = readIssue(issue);
  if (!starts.some((start) => beginnings.has(start))) return false;
  const shared = (words: readonly string[]) =>
    named.filter((word) => words.some((one) => isSameWord(word, one))).length;
  if (figures.some((figure) => isBettered(figure, doing))) return shared(all) > 0;
  if (!isWholeRepair) return false;
  if (numbers.some((number) => doing.text.includes(number))) return shared(first) > 1;
  const isOwn = (word: string) => FAILS.test(word) || named.some((one) => isSameWord(one, word));
  const isWhole = shared(all) === named.length && !isElsewhere(doing.text, isOwn);
  return named.length > 1 && isWhole && shared(first) > 1;
}

const saidBy = memoize((doing: Doing) => {
  const first = wordsIn(`${doing.text} ${doing.scope}`);
  const all = [...first, ...wordsIn(doing.body)];
  const isWholeRepair = isRepair(doing) && !ONLY.test(doing.text) && !isInPart(doing.text);
  return { first, all, beginnings: beginningsOf(all), isWholeRepair };
});

const readIssue = memoize((issue: string) => {
  const named = namesOf(issue);
  const figures = issue.match(/\d+(?:[.,]\d+)?\s?(?:%|[a-zµ]{1,3}\b)/gi) ?? [];
  // `03/04`, `RFC 3464`: what nothing else is called by.
  const numbers = issue.match(/(?<![\w./])\d+[/:.]\d+(?![\w/])/g) ?? [];
  return { named, starts: [...beginningsOf(named)], figures, numbers };
});

// The thing and what it does, without how, when and why.
const namesOf = (issue: string): string[] => {
  const [main = ''] = withoutName(issue).split(WHEN, 1);
  return [...new Set(wordsIn(main.replace(/\s\([^()]*\)/g, '')))].filter((word) => !FAILS.test(word));
};

const WHEN = caseless`(?<=\S)[,;:]?\s(?:when|if|because|since|while|as soon as|whenever|wenn|sobald|weil|quand|lorsque|si|parce que|cuando|porque|quando|perché|gdy|когда|если|коли|якщо)\s|\s[–—]\s|:\s`;
const FAILS =
  /^(?:crash\w*|fails?|failing|breaks?|broken|wrong(?:ly)?|hangs?|freezes?|bugs?|errors?|sometimes|often|occasionally|still|does|do|did|not|no|nicht|cannot|t|doesn|don|slow(?:ly)?|never|always|issue|problem|falsch|manchmal|abst\w+)$/;
const ONLY = caseless`(?<![\p{L}])(?:only|except|but|some|for now|workaround|nur|außer|seulement|sauf|solo|salvo|только)(?![\p{L}])`;

// `4.1 s -> 0.9 s`, where the issue says how slow it is.
function isBettered(figure: string, { text, body }: Doing): boolean {
  const said = `${text}\n${body}`;
  const behind = said.slice(said.indexOf(figure) + figure.length);
  return said.includes(figure) && /^\s?(?:->|→|=>|to \d|down to \d|auf \d|à \d|a \d)/.test(behind);
}

function endIssue(
  context: Context,
  place: Place,
  { item, sha }: { readonly item: Item; readonly sha: string | null },
): Edit[] {
  const { lines } = context.outline;
  if (item.kind === 'row') return closeRow(lines[item.from]?.text ?? '', lines[item.from]?.start ?? 0);
  if (isOurs(context, item)) return [removeLines(lines, [item.from, endOf(place, item)])];
  return item.kind === 'item' ? strike(context, item, sha) : [];
}

const CLOSED: Readonly<Record<string, string>> = {
  open: 'Fixed',
  offen: 'Behoben',
  ouvert: 'Corrigé',
  abierto: 'Corregido',
  aberto: 'Corrigido',
  aperto: 'Risolto',
};

// The cell that says `Open`, with its mark.
function closeRow(text: string, start: number): Edit[] {
  let at = 0;
  for (const cell of text.split('|')) {
    const word =
      CLOSED[
        plainText(cell)
          .toLowerCase()
          .replace(/[^\p{L}]/gu, '')
      ];
    const told = cell.trim();
    const from = start + at + cell.indexOf(told);
    const mark = /^\p{Extended_Pictographic}/u.test(told) ? '✅ ' : '';
    if (word !== undefined) return [{ start: from, end: from + told.length, text: mark + word }];
    at += cell.length + 1;
  }
  return [];
}
