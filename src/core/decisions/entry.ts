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
import { choiceIn, isStatement, reasonAgainst, splitSaid } from './said.ts';
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
  const { stated, isOpen, ...outcome } = outcomeOf(parts, withoutStatus(identity?.title || title), kind);
  const links = readLinks(heading, parts, identity?.prefix.split(' ').at(-1) ?? '');
  const text = parts.flatMap(({ isNested, text }) => (isNested ? [] : text)).join('\n');
  const isTurnedDown = links.status === 'rejected' || links.status === 'deprecated';
  const decision: Decision = {
    id: identity?.id ?? idIn(textOf(parts, ['id'])),
    title: withoutStatus(identity?.title || title),
    date: identity?.date ?? findDay(textOf(parts, ['date']), dating)?.day ?? day,
    chosen: outcome.chosen,
    rationale:
      textOf(parts, ['rationale']) ||
      (isTurnedDown ? reasonAgainst(textOf(parts, ['status']), text) : null) ||
      outcome.rationale ||
      (stated === null ? plainSaid(parts) : '') ||
      textOf(parts, ['context']) ||
      (stated === null ? null : saidBeside(parts, stated)),
    rejected: outcome.rejected || null,
    affects: globsIn(textOf(parts, ['affects'])),
    path,
    line,
    text,
    ...links,
    ...(isOpen && links.status === 'stands' ? { status: 'proposed' as const } : {}),
  };
  return { decision, kind, parts, to };
}

// What is said below no known label of another meaning: alternatives, reasons and consequences are no choice.
const plainSaid = (parts: readonly Part[]): string =>
  substance(parts).find(({ role, text }) => role === null && !POINTER.test(text) && !text.startsWith('|'))
    ?.text ?? '';

const proseOf = (parts: readonly Part[]): string =>
  substance(parts)
    .filter(({ role }) => role === null)
    .map(({ label, text }) => (label === null ? text : `${label}: ${text}`))
    .join('\n');

// Where it is written, not what it says.
const POINTER = /^(?:→\s*)?(?:see\s+)?(?:`[^`\s]+`|\[[^\]]*\]\([^)]*\)|[\w./-]+\.md)\.?$/i;

const isChoice = ({ role }: Part): boolean => role === 'decision';

// A label for the choice with nothing behind it, or options with no choice for a subject.
function isLeftOpen(parts: readonly Part[], title: string): boolean {
  if (parts.some(isChoice)) return true;
  return (
    !isStatement(title) &&
    parts.some(({ role, label }) => role === 'rejected' && /^options/i.test(label ?? ''))
  );
}

// `Options: 8 KB; 16 KB` where 8KB was chosen.
function withoutOption(options: string, chosen: string): string {
  const own = bareWords(chosen);
  const isChosen = (option: string) =>
    own !== '' &&
    [option, option.split(OPTION_NAME, 1)[0] ?? ''].some(
      (one) => bareWords(one.replace(CHOSEN_MARK, '')) === own,
    );
  return options
    .split('; ')
    .filter((option) => !isChosen(option))
    .join('; ');
}

const OPTION_NAME = /[:：(]| [—–-] /;
const bareWords = (text: string): string => wordsOnly(text).replaceAll(' ', '');

// What was chosen: behind a word for it, else what prose says of it; a title may be all of it.
function outcomeOf(parts: readonly Part[], title: string, kind: EntryKind) {
  const decided = textOf(parts, ['decision']);
  const stated = decided || (parts.some(isChoice) ? null : plainChoice(parts, title, kind)) || null;
  const said = splitSaid(stated, kind === 'item');
  const weighed = textOf(parts, ['rejected']) || said.rejected || '';
  const chosen = (decided === '' ? optionIn(weighed) : null) ?? said.chosen;
  return {
    stated,
    chosen,
    rationale: said.rationale,
    rejected: withoutOption(weighed, chosen ?? ''),
    isOpen: chosen === null && isLeftOpen(parts, title),
  };
}

function plainChoice(parts: readonly Part[], title: string, kind: EntryKind): string | null {
  const plain = plainSaid(parts);
  const isHeaded = kind === 'heading' || kind === 'record';
  return isHeaded ? choiceIn(proseOf(parts), plain, title) : plain;
}

const saidBeside = (parts: readonly Part[], stated: string): string | null =>
  substance(parts).find(({ role, text }, at) => at > 0 && text !== stated && role !== 'rejected')?.text ??
  null;

const withoutStatus = (title: string): string =>
  title.slice(0, title.length - (statusEnd(title)?.text.length ?? 0)) || title;

/** The first text with one of the roles; empty where there is none. */
const textOf = (parts: readonly Part[], roles: readonly Role[]): string =>
  parts.find(({ role, text }) => role !== null && roles.includes(role) && text !== '')?.text ?? '';

// `✅ SQLite: works offline`, `2. Tauri (chosen)` in a list of options.
const CHOSEN_MARK =
  /(?:←|<-|—|–)\s*(?:chosen|selected|our choice|pick(?:ed)?)\b|✅\s*|✔\uFE0F?\s*|(?:(?<!\s)\s+)?\((?:chosen|selected|gewählt|retenu|elegid[oa]|выбрано)[^()]*\)/giu;

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
  const own = status.split(BEFORE, 1)[0] ?? '';
  const said = [heading, own, ...parts.filter(mayLink).flatMap(linkingSentences)].map(linkLabels).join(' . ');
  const named = parts.find(({ role, label }) => role === 'supersededBy' && label !== null);
  const by = field('supersededBy') || (named?.label ?? '').replace(/^\D*?by\b/i, '');
  // What says itself that it is accepted speaks of another where its text says `superseded by`.
  const over = readStatus(own) === 'stands' ? `${heading} . ${own}` : said;
  const [supersededBy = null] = [...idsIn(by, prefix), ...idsBehind(SUPERSEDED_BY, over, prefix)];
  const replaced = field('supersedes');
  const older = [...idsIn(replaced, prefix), ...closedIn(heading, prefix)];
  const isOver = supersededBy !== null || by !== '' || named !== undefined;
  return {
    status: isOver ? 'superseded' : (statusInTitle(heading) ?? readStatus(status) ?? 'stands'),
    supersedes: older.length > 0 ? older : idsBehind(SUPERSEDES, said, prefix),
    supersededBy,
    replaced: namesIn(replaced) || namesIn(SUPERSEDES.exec(heading)?.[1] ?? '') || null,
  };
}

const STEMS =
  'supersed|replac|obsolet|revers|overrid|overturn|revok|ersetz|rempla|reemplaz|substitu|замен|замін|取代|替代';
const LINKING = new RegExp(STEMS, 'i');
const mayLink = ({ text, role, isNested }: Part): boolean =>
  !isNested && role !== 'status' && LINKING.test(text);

// `Superseded by ADR-4. Previously: Accepted, superseding …`
const BEFORE = /\b(?:previously|formerly|earlier|originally|zuvor|anteriormente|précédemment)\b|ранее/i;

// In prose a decision says of itself alone that it replaces or is replaced: `This supersedes ADR-3.`, not
// `ADR-0007 took the slot; ADR-4 supersedes § 2`.
const OF_ITSELF = new RegExp(
  String.raw`^\W*(?:(?:this|it|the present)\b[^.;:]{0,40}?\s)?(?:(?:is|was|has been|now)\s)*\S*(?:${STEMS})`,
  'i',
);
const OF_A_PART =
  /§|\b(?:sections?|parts?|steps?|paragraphs?|clauses?|lines?) (?:\d|of\b)|\bslots?\b|\breserved\b/i;

// A capital begins a sentence in the line after another, too.
const SENTENCE_START =
  /(?<=[.!?。;)])\s+|\s+(?=\()|\n|\s+(?=(?:Supersede|Replace|Obsolete|Reverse|Override|Ersetzt|Rempla|Reemplaz|Substitu|Замен|Замін))/;

const linkingSentences = ({ text }: Part): string[] =>
  text.split(SENTENCE_START).filter((one) => OF_ITSELF.test(one) && !OF_A_PART.test(one));

// `[ADR-1](0001-a.md), [ADR-2](0002-b.md)`: the points of a file's name end no sentence.
const linkLabels = (text: string): string => text.replace(/\[([^[\]]*\d[^[\]]*)\]\([^()]*\)/g, '$1');

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
