// One entry of a log or one record of a directory: a decision with the parts that it was read from.
import { globFault } from '../config/globs.ts';
import { datingOf } from '../dates/dating.ts';
import { type Dating, findDay } from '../dates/day.ts';
import { caseless, letters } from '../letters.ts';
import type { Decision, Document } from '../types.ts';
import type { Identity } from './identity.ts';
import { idsIn } from './ids.ts';
import { isMeta, type Role } from './labels.ts';
import type { Part } from './parts.ts';
import { isPlaceholder, wordsOnly } from './placeholders.ts';
import { reasonAgainst, splitSaid } from './said.ts';
import { readStatus, statusEnd, statusInTitle } from './status.ts';

export type EntryKind = 'heading' | 'row' | 'item' | 'record';

export type Entry = {
  readonly decision: Decision;
  readonly kind: EntryKind;
  /** What it says below its title. */
  readonly parts: readonly Part[];
  /** Index of the first line behind it. */
  readonly to: number;
};

/** What the entries of one document share. */
export type Source = { readonly path: string; readonly dating: Dating };

export const sourceOf = ({ path, text }: Document): Source => ({ path, dating: datingOf(text) });

/** What is known of an entry before its parts are read for their meaning. `line` is 1-based. */
export type RawEntry = Source & {
  readonly kind: EntryKind;
  readonly line: number;
  readonly to: number;
  readonly identity: Identity | null;
  /** With its marks. */
  readonly heading: string;
  readonly title: string;
  /** Of what is around it, where it has no date of its own. */
  readonly day?: string | null;
  readonly parts: readonly Part[];
};

export function createEntry({
  kind,
  path,
  dating,
  line,
  to,
  identity,
  heading,
  title,
  day = null,
  parts,
}: RawEntry): Entry {
  const decided = textOf(parts, ['decision']);
  const said = splitSaid(decided || firstSaid(parts), kind === 'item');
  const links = readLinks(heading, parts, identity?.prefix.split(' ').at(-1) ?? '');
  const text = parts.flatMap(({ isNested, text }) => (isNested ? [] : text)).join('\n');
  const against =
    links.status === 'rejected' || links.status === 'deprecated'
      ? reasonAgainst(textOf(parts, ['status']), text)
      : null;
  const rejected = textOf(parts, ['rejected']) || said.rejected;
  const decision: Decision = {
    id: identity?.id ?? idIn(textOf(parts, ['id'])),
    title: withoutStatus(identity?.title || title),
    date: identity?.date ?? findDay(textOf(parts, ['date']), dating)?.day ?? day,
    chosen: (decided === '' ? optionIn(rejected ?? '') : null) ?? said.chosen,
    rationale:
      textOf(parts, ['rationale']) ||
      against ||
      said.rationale ||
      textOf(parts, ['context']) ||
      saidAt(parts, 1),
    rejected: rejected || null,
    affects: globsIn(textOf(parts, ['affects'])),
    path,
    line,
    text,
    ...links,
  };
  return { decision, kind, parts, to };
}

const withoutStatus = (title: string): string =>
  title.slice(0, title.length - (statusEnd(title)?.text.length ?? 0)) || title;

/** The first text with one of the roles; empty where there is none. */
const textOf = (parts: readonly Part[], roles: readonly Role[]): string =>
  parts.find(({ role, text }) => role !== null && roles.includes(role) && text !== '')?.text ?? '';

// `✅ SQLite: works offline`, `2. Tauri (chosen)` in a list of options.
const CHOSEN_MARK =
  /✅\s*|✔\uFE0F?\s*|(?:(?<!\s)\s+)?\((?:chosen|selected|gewählt|retenu|elegid[oa]|выбрано)[^()]*\)/giu;

function optionIn(options: string): string | null {
  if (options.search(CHOSEN_MARK) < 0) return null;
  const option = options.split('; ').find((one) => one.search(CHOSEN_MARK) >= 0);
  return option?.replace(CHOSEN_MARK, '').trim() || null;
}

/** The parts that say something about the matter: no date, status or name of a person, nothing empty. */
export function substance(parts: readonly Part[], templates?: ReadonlySet<string>): Part[] {
  return parts.filter((part) => !part.isNested && !isMeta(part.role) && !isPlaceholder(part.text, templates));
}

/** All that an entry says below its title. */
export const textOfEntry = ({ decision }: Entry): string => decision.text;

/** Its words, for telling whether two are the same one. */
export const entryWords = (entry: Entry): string => wordsOnly(textOfEntry(entry));

// `Alternatives: Postgres` below a title that is the choice says what was not chosen, a path where more is
// said.
const firstSaid = (parts: readonly Part[]): string | null =>
  substance(parts).find(({ role, text }) => (role === null || role === 'decision') && !PATH.test(text))
    ?.text ?? null;

const PATH = /^\W*(?:\[[^\]]*\]\([^()]*\)|`?[\w./-]+\.\w{2,4}`?)\W*$/;

const saidAt = (parts: readonly Part[], at: number): string | null => substance(parts)[at]?.text ?? null;

const idIn = (text: string): string | null => (/\d/.test(text) && text.length < 20 ? text : null);

const globsIn = (text: string): string[] =>
  text
    .split(/[\s,;`]+/)
    .filter((glob) => globFault(glob) === null && /[/*.]/.test(glob) && letters`[\p{L}\p{N}*]`.test(glob));

// What an entry says of its own status and of other decisions: in fields, in its title, in a sentence of
// their own.
type Links = Pick<Decision, 'status' | 'supersedes' | 'supersededBy' | 'replaced'>;

/** `heading`: with its marks. `prefix`: the letters before the log's own numbers. */
function readLinks(heading: string, parts: readonly Part[], prefix: string): Links {
  const field = (role: Role) => parts.find((part) => part.role === role && part.text !== '')?.text ?? '';
  const status = field('status');
  const own = readStatus(status);
  const told = parts.filter(mayLink).map(({ text }) => text);
  const said = [heading, status, ...told].join(' . ');
  const named = parts.find(({ role, label }) => role === 'supersededBy' && label !== null);
  const by = field('supersededBy') || (named?.label ?? '').replace(/^\D*?by\b/i, '');
  // What says itself that it is accepted speaks of another where its text says `superseded by`.
  const over = own === 'stands' ? `${heading} . ${status}` : said;
  const [supersededBy = null] = [...idsIn(by, prefix), ...idsBehind(SUPERSEDED_BY, over, prefix)];
  const replaced = field('supersedes');
  const ids = [...idsIn(replaced, prefix), ...closedIn(heading, prefix)];
  const isOver = supersededBy !== null || by !== '' || named !== undefined;
  return {
    status: isOver
      ? 'superseded'
      : (statusInTitle(heading) ?? own ?? (isLeftOpen(parts) ? 'proposed' : 'stands')),
    supersedes: ids.length > 0 ? ids : idsBehind(SUPERSEDES, said, prefix),
    supersededBy,
    replaced: namesIn(replaced) || namesIn(SUPERSEDES.exec(heading)?.[1] ?? '') || null,
  };
}

// `**Our choice:**` with nothing behind it.
const isLeftOpen = (parts: readonly Part[]): boolean =>
  parts.some(({ role, label, text }) => role === 'decision' && label !== null && text === '') &&
  textOf(parts, ['decision']) === '';

const LINKING =
  /supersed|replac|obsolet|revers|overrid|overturn|revok|ersetz|rempla|reemplaz|substitu|замен|замін|取代|替代/i;
const mayLink = ({ text, isNested }: Part): boolean => !isNested && LINKING.test(text);

const SUPERSEDES = caseless`(?<!partial\w* |partly |not |never |would |may |might |could )(?<![\p{L}\p{N}])(?:supersedes|replaces|reverses|overrides|overturns|obsoletes|revokes|ersetzt(?! durch)|remplace|reemplaza(?! por)|substitui(?! por)|заменяет|замінює)(?![\p{L}\p{N}]):?\s+((?:[^.;]|\.(?=\d)){1,80})`;
const SUPERSEDED_BY = caseless`(?<!partial\w* |partly |not |never |may be |could be )(?<![\p{L}\p{N}])(?:(?:superseded|replaced|obsoleted|overridden|reversed)(?: on [\d-]{8,10})?(?: by|,? see|:|\s*(?:→|->))|superseded \(see|ersetzt durch|remplacé(?:e)? par|reemplazad[oa] por|substituíd[oa] p(?:or|el[oa])|заменен[оа]? на|замінен[оа]? на)\s*:?\s*((?:[^.;)]|\.(?=\d)){1,120})`;

// `ADR-006 closed: a bank of oscillators` settles what the other left open.
const CLOSED = /\b([A-Z]{1,6}[-\s]?\d[\d.]*)\s+(?:is\s+)?(?:closed|settled|resolved|decided)\b/g;
const closedIn = (heading: string, prefix: string): string[] =>
  [...heading.matchAll(CLOSED)].flatMap(([, id = '']) => idsIn(id, prefix));

function idsBehind(pattern: RegExp, text: string, prefix: string): string[] {
  const all = [...text.matchAll(new RegExp(pattern.source, 'giu'))];
  return all.flatMap(([, behind = '']) => idsIn(behind, prefix).slice(0, 4));
}

// What is left when the ids are out: names, when a letter is among it.
const namesIn = (text: string): string => (/\p{L}{2}/u.test(text) ? text.trim() : '');
