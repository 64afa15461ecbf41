// One entry of a log or one record of a folder: a decision with the parts that it was read from.
import { allLetters, letters } from '../letters.ts';
import type { Decision } from '../types.ts';
import { findDate, type Identity, stripMarks } from './identity.ts';
import { isMeta, type Role } from './labels.ts';
import type { Part } from './parts.ts';
import { isPlaceholder, wordsOnly } from './placeholders.ts';

export type EntryKind = 'heading' | 'row' | 'item' | 'record';

export type Entry = {
  readonly decision: Decision;
  readonly kind: EntryKind;
  /** What it says below its title. */
  readonly parts: readonly Part[];
  /** Index of the first line behind it. */
  readonly to: number;
};

/** What is known of an entry before its parts are read for their meaning. `line` is 1-based. */
export type RawEntry = {
  readonly kind: EntryKind;
  readonly path: string;
  readonly line: number;
  readonly to: number;
  readonly identity: Identity | null;
  readonly title: string;
  readonly parts: readonly Part[];
};

export function createEntry({ kind, path, line, to, identity, title, parts }: RawEntry): Entry {
  const decision: Decision = {
    id: identity?.id ?? idIn(textOf(parts, ['id'])),
    title: identity?.title || title,
    date: identity?.date ?? findDate(textOf(parts, ['date'])),
    chosen: textOf(parts, ['decision']) || saidAt(parts, 0),
    rationale: textOf(parts, ['rationale']) || textOf(parts, ['context']) || saidAt(parts, 1),
    affects: globsIn(textOf(parts, ['affects'])),
    path,
    line,
    ...linksOf(title, parts),
  };
  return { decision, kind, parts, to };
}

/** The first text with one of the roles; empty where there is none. */
const textOf = (parts: readonly Part[], roles: readonly Role[]): string =>
  parts.find(({ role, text }) => role !== null && roles.includes(role) && text !== '')?.text ?? '';

type Links = Pick<Decision, 'status' | 'supersedes' | 'supersededBy'>;

// What replaced what stands in fields of its own, in the status or the title, or in brackets: `(superseded by D-7)`.
function linksOf(title: string, parts: readonly Part[]): Links {
  const status = textOf(parts, ['status']);
  const said = `${status} ${inBrackets([title, ...parts.map(({ text }) => text)].join(' '))}`;
  const supersedes = idsIn(textOf(parts, ['supersedes']) || wordsBehind(SUPERSEDES, said));
  const successors = textOf(parts, ['supersededBy']) || wordsBehind(SUPERSEDED_BY, `${said} ${title}`);
  const [supersededBy = null] = idsIn(successors);
  const isOver = supersededBy !== null || isRetired(status, title);
  return { status: isOver ? 'superseded' : 'stands', supersedes, supersededBy };
}

const inBrackets = (text: string): string =>
  (text.match(/\((?:supersed|replac)[^()]{1,80}\)/gi) ?? []).join(' ');

/** The parts that say something about the matter: no date, status or name of a person, nothing empty. */
export function substance(parts: readonly Part[], templates?: ReadonlySet<string>): Part[] {
  return parts.filter((part) => !part.isNested && !isMeta(part.role) && !isPlaceholder(part.text, templates));
}

/** All that an entry says below its title. */
export const textOfEntry = ({ parts }: Entry): string =>
  parts.flatMap(({ isNested, text }) => (isNested ? [] : text)).join('\n');

/** Its words, for telling whether two are the same one. */
export const wordsOf = (entry: Entry): string => wordsOnly(textOfEntry(entry));

const saidAt = (parts: readonly Part[], at: number): string | null => substance(parts)[at]?.text ?? null;

const isRetired = (status: string, title: string): boolean =>
  /^\W*(?:superseded|deprecated|rejected|withdrawn|obsolete|replaced|retired|reverted|ersetzt|abgelehnt|verworfen|remplacé|rejeté|reemplazad|rechazad|substituíd|заменен|отклонен|устарел|已取代|已废弃|已弃用|废弃|已被|廃止|却下|대체|폐기)/.test(
    status.toLowerCase(),
  ) || /^~~.+~~$|[[(]\s*(?:superseded|deprecated|obsolete|replaced|withdrawn)\b/i.test(title.trim());

const ID = allLetters`(?:\p{L}{1,10}[\s#№-]{0,2})?\d[\d.-]*`;

const idIn = (text: string): string | null => (/\d/.test(text) && text.length < 20 ? text : null);

/** Ids in a text such as `ADR-003, D-4`, `3`, `[ADR-7](0007-x.md)`. */
export const idsIn = (text: string): string[] =>
  (stripMarks(text.replace(/\([^()]*\)/g, '')).match(ID) ?? []).map((id) =>
    id.replace(/[.\s-]+$/, '').trim(),
  );

const SUPERSEDES = /\b(?:supersedes|replaces)\b:?\s*([^.;]{1,80})/i;
const SUPERSEDED_BY = /\b(?:superseded|replaced|obsoleted) by\b:?\s*([^.;]{1,80})/i;
const wordsBehind = (pattern: RegExp, text: string): string => pattern.exec(text)?.[1] ?? '';

const globsIn = (text: string): string[] =>
  text.split(/[\s,;`]+/).filter((glob) => /[/*.]/.test(glob) && letters`[\p{L}\p{N}*]`.test(glob));
