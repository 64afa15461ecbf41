// One entry of a log or one record of a folder: a decision with the parts that it was read from.
import type { Decision } from '../types.ts';
import { findDate, type Identity, parseIdentity, stripMarks } from './identity.ts';
import type { Role } from './labels.ts';
import type { Part } from './parts.ts';
import { isPlaceholder, wordsOnly } from './placeholders.ts';

export type EntryKind = 'heading' | 'row' | 'item' | 'record';

export type Entry = {
  readonly decision: Decision;
  readonly kind: EntryKind;
  /** What it says below its title. */
  readonly parts: readonly Part[];
};

/** What is known of an entry before its parts are read for their meaning. `line` is 1-based. */
export type RawEntry = {
  readonly kind: EntryKind;
  readonly path: string;
  readonly line: number;
  readonly identity: Identity | null;
  readonly title: string;
  readonly parts: readonly Part[];
};

export function createEntry({ kind, path, line, identity, title, parts }: RawEntry): Entry {
  const textOf = (...roles: readonly Role[]) =>
    parts.find((part) => part.role !== null && roles.includes(part.role) && part.text !== '')?.text ?? null;
  const decision: Decision = {
    id: identity?.id ?? textOf('id'),
    title: identity?.title || title,
    date: identity?.date ?? findDate(textOf('date') ?? ''),
    chosen: textOf('decision') ?? saidFirst(parts),
    rationale: textOf('rationale') ?? textOf('context') ?? saidNext(parts),
    status: isRetired(textOf('status') ?? '', title) ? 'superseded' : 'stands',
    supersedes: idsIn(textOf('supersedes') ?? supersedesIn(textOf('status') ?? '')),
    supersededBy:
      idsIn(textOf('supersededBy') ?? supersededByIn(`${textOf('status') ?? ''} ${title}`))[0] ?? null,
    affects: globsIn(textOf('affects') ?? ''),
    path,
    line,
  };
  const status = decision.supersededBy === null ? decision.status : 'superseded';
  return { decision: { ...decision, status }, kind, parts };
}

const ABOUT_THE_ENTRY: ReadonlySet<Role | null> = new Set<Role>([
  'status',
  'date',
  'supersedes',
  'supersededBy',
  'affects',
  'id',
  'meta',
]);

/** The parts that say something about the matter: no date, status or name of a person, nothing empty. */
export function substance(parts: readonly Part[], templates?: ReadonlySet<string>): Part[] {
  return parts.filter(
    (part) =>
      !part.isNested &&
      !ABOUT_THE_ENTRY.has(part.role) &&
      !isDateOnly(part.text) &&
      !isPlaceholder(part.text, templates),
  );
}

/** The words of an entry, for telling whether two are the same one. */
export const wordsOf = (entry: Entry): string =>
  wordsOnly(
    entry.parts
      .filter((part) => !part.isNested)
      .map((part) => part.text)
      .join(' '),
  );

const isDateOnly = (text: string): boolean => parseIdentity(text)?.title === '' && findDate(text) !== null;

const saidFirst = (parts: readonly Part[]): string | null => substance(parts)[0]?.text ?? null;
const saidNext = (parts: readonly Part[]): string | null => substance(parts)[1]?.text ?? null;

const isRetired = (status: string, title: string): boolean =>
  /^\W*(?:superseded|deprecated|rejected|withdrawn|obsolete|replaced|retired|reverted|ersetzt|abgelehnt|verworfen|remplacé|rejeté|reemplazad|rechazad|substituíd|заменен|отклонен|устарел|已取代|已废弃|已弃用|废弃|已被|廃止|却下|대체|폐기)/iu.test(
    status,
  ) || /^~~.+~~$|[[(]\s*(?:superseded|deprecated|obsolete|replaced|withdrawn)\b/i.test(title.trim());

const ID = /(?:\p{L}{1,10}[\s#№-]{0,2})?\d[\d.-]*/gu;

/** Ids in a text such as `ADR-003, D-4`, `3`, `[ADR-7](0007-x.md)`. */
export const idsIn = (text: string): string[] =>
  (stripMarks(text.replace(/\([^()]*\)/g, '')).match(ID) ?? []).map((id) =>
    id.replace(/[.\s-]+$/, '').trim(),
  );

const supersedesIn = (status: string): string =>
  /\b(?:supersedes|replaces)\b:?\s*([^.;]{1,80})/i.exec(status)?.[1] ?? '';
const supersededByIn = (text: string): string =>
  /\b(?:superseded|replaced|obsoleted) by\b:?\s*([^.;]{1,80})/i.exec(text)?.[1] ?? '';

const globsIn = (text: string): string[] =>
  text.split(/[\s,;`]+/).filter((glob) => /[/*.]/.test(glob) && /[\p{L}\p{N}*]/u.test(glob));

export const titleOf = (text: string): string => stripMarks(text).replace(/\s+/g, ' ');
