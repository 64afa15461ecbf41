// The number or date by which a decision is known: read from a heading, a table cell, a file's name or a
// citation.
import { clockAfter, type Dating, leadingDay, UNDATED } from '../dates/day.ts';
import { allLetters, letters } from '../letters.ts';
import { isDecisionWord } from './labels.ts';

export type Identity = {
  /** `7`, `D-012`, `ADR-003`, `2.1` or a date as it stands; null where there is neither. */
  readonly id: string | null;
  /** ISO 8601, such as `2025-11-08`. */
  readonly date: string | null;
  /** What is left of the text, without emphasis. */
  readonly title: string;
  /** The letters before the number in lower case: `adr`; empty for a bare number or a date. */
  readonly prefix: string;
};

// Words that number what a log is divided into, not its decisions.
const DIVISIONS =
  /^(?:session|phase|sprint|week|day|month|year|quarter|q|step|option|alternative|part|milestone|version|v|release|stage|iteration|round|chapter|section|appendix|figure|table|top|level|tier|batch|wave|cycle)s?$/;
export const isDivision = (label: string): boolean => DIVISIONS.test(label.trim().toLowerCase());
const SEPARATOR = /^[\s\])】]*(?:[:：.、,·|)\]–—―-]+(?!\d)\s*|\s+|$)/;
const STRONG_SEPARATOR = /^[\s\])】]*(?:[:：.、·|)\]–—―](?!\d)|\s-+\s|-\s)/;

// `2026-07-03T11:54:20-06:00`
const INSTANT = /^(\d{4}-\d\d-\d\d)T\d\d:\d\d(?::\d\d)?(?:\.\d{1,9})?(?:Z|[+-]\d\d:?\d\d)?/;

/** Null: no number and no date. Text such as `🧭 1. **Start**`, `ADR-001：选择`, `[2024-01-15] X`, `X
 * (2025-11-08)`. */
export function parseIdentity(text: string, dating: Dating = UNDATED): Identity | null {
  const plain = stripMarks(text).replace(INSTANT, '$1');
  const dated = leadingDate(plain, dating);
  if (dated !== null) {
    const numbered = leadingNumber(dated.rest, dating);
    if (numbered !== null) return { ...numbered, date: dated.date };
    return { id: dated.raw, date: dated.date, title: dated.rest, prefix: '' };
  }
  const trailing = trailingDate(plain, dating);
  const numbered = leadingNumber(trailing?.title ?? plain, dating);
  if (numbered !== null) return { ...numbered, date: numbered.date ?? trailing?.date ?? null };
  return trailing === null
    ? null
    : { id: trailing.raw, date: trailing.date, title: trailing.title, prefix: '' };
}

/** Whether a citation or a link means that id: `3`, `adr 3` and `ADR-003` do, `D-3` does not, nor `GPT-3` the
 * third one. */
export function meansId(cited: string, id: string): boolean {
  const one = splitId(cited);
  const other = splitId(id);
  const isSamePrefix =
    one.prefix === '' || one.prefix === other.prefix || (other.prefix === '' && isDecisionWord(one.prefix));
  return one.number !== '' && one.number === other.number && isSamePrefix;
}

/** An id as it is compared: `ADR-003`, `adr 3` and `ADR 3` are one; so are `3` and `Decision 03`. */
export function numberOf(id: string): string {
  const { prefix, number } = splitId(id);
  return `${prefix} ${number}`.trim();
}

/** Whether an id is a date; several decisions may have the same one. */
export const isDateId = (id: string): boolean => leadingDate(id, UNDATED) !== null;

/** The number that an id ends with; 0 for a date or nothing. */
export const lastNumberIn = (id: string | null): number =>
  id === null || isDateId(id) ? 0 : Number(/(?<!\d)\d+$/.exec(id)?.[0] ?? 0);

/** Whether a text is a date and nothing else: `2026-01-20`, `on 2026-01-20.` */
export const isDate = (text: string): boolean =>
  text.length < 40 &&
  /^\D{0,4}\d/.test(text) &&
  leadingDate(stripMarks(text.replace(letters`^\p{L}+ (?=\d)`, '')), UNDATED)?.rest === '';

/** A text without emphasis, links, anchors and the ornaments before its first word. */
export function stripMarks(text: string): string {
  const bare = MARKS.test(text)
    ? text
        .replace(/<[^<>]{0,200}>/g, '')
        .replace(/\{#[^{}]{0,100}\}\s*$/, '')
        .replace(/\[([^[\]]{0,300})\]\([^()]{0,500}\)/g, '$1')
        .replace(/\*\*|__|~~/g, '')
        .replace(/^\s*\[([^[\]]{1,60})\](?=\s*[:：]\s)/, '$1')
    : text;
  return bare.replace(letters`^[^\p{L}\p{N}#№\x60"'“„«(]+`, '').trim();
}

const MARKS = /[<{[*_~]/;

type LeadingDate = { readonly date: string; readonly raw: string; readonly rest: string };

function leadingDate(marked: string, dating: Dating): LeadingDate | null {
  const text = marked.replace(/^[([]/, '');
  const found = leadingDay(text, dating);
  if (found === null) return null;
  const behind = text.slice(found.end);
  const rest = behind.slice(clockAfter(behind).length);
  return { date: found.day, raw: found.text, rest: stripMarks(rest.replace(SEPARATOR, '')) };
}

function trailingDate(text: string, dating: Dating): { title: string; raw: string; date: string } | null {
  const open = Math.max(text.lastIndexOf('('), text.lastIndexOf('（'), text.lastIndexOf('['));
  if (open <= 0 || !/[)）\]]\s*$/.test(text)) return null;
  const found = leadingDate(text.slice(open + 1), dating);
  return found === null
    ? null
    : {
        title: text
          .slice(0, open)
          .trim()
          .replace(/\s[–—-]+$/, ''),
        raw: found.raw,
        date: found.date,
      };
}

/** An id of several parts at the start of a text: `ADR-K4.2-H-09`, `ADR-FE-003`, `U2-ADR-123`. */
export function compoundId(text: string): string | null {
  const [id = null] = COMPOUND.exec(text) ?? [];
  if (id === null || !/\d/.test(id)) return null;
  return TIERED.test(id) || id.split(/[-./_]/).some(isDecisionWord) ? id : null;
}

// `T1-03` is the third of the first tier.
const TIERED = /^(?!Q\d|V\d)[A-Z]{1,3}\d-\d{2,3}$/;

// `ADR-12`, `ADR-3.1` have one part behind their word.
const COMPOUND =
  /^(?=[A-Z])(?![A-Z]+[-._/]?\d+(?:\.\d+)*(?![-_/]?[A-Za-z\d]))[A-Z]{1,5}\d{0,3}(?:[-._/](?:[A-Z]{1,5}\d*(?:\.\d+)*|\d+(?:\.\d+)*)){1,6}[a-z]?(?![-_]?[A-Za-z\d])/;

function compoundNumber(text: string): Identity | null {
  const open = text.replace(/^[[(\x60]/, '');
  const id = compoundId(open);
  const behind = open.slice(id?.length ?? 0);
  if (id === null || !(STRONG_SEPARATOR.test(behind) || /^[\])\x60]?(?:\s|$)/.test(behind))) return null;
  const prefix = (id.toLowerCase().match(/[a-z]+(?![a-z])/g) ?? []).join(' ');
  return { id, date: findDate(id), title: stripMarks(behind.replace(SEPARATOR, '')), prefix };
}

const findDate = (id: string): string | null => /(?<!\d)\d{4}-\d\d-\d\d(?!\d)/.exec(id)?.[0] ?? null;

function leadingNumber(text: string, dating: Dating): Identity | null {
  const compound = compoundNumber(text);
  if (compound !== null) return compound;
  const match = letters`^([^\d]{0,40}?)(\d{1,6}(?:\.\d{1,3}){0,3})(?![\p{L}\p{N}/%]|-\d)`.exec(text);
  if (match === null) return null;
  const [whole, before = '', number = ''] = match;
  const behind = text.slice(whole.length);
  if (isAside(before, behind)) return null;
  const words = before
    .replace(/[#№\s._[\]`"(-]+/g, ' ')
    .trim()
    .split(' ')
    .filter(Boolean);
  if (words.length > 3 || !words.every((word) => letters`^\p{L}+$`.test(word))) return null;
  const last = words.at(-1) ?? '';
  if (DIVISIONS.test(last.toLowerCase()) || !isMarkedOff(before, number, behind, last)) return null;
  const title = stripMarks(behind.replace(SEPARATOR, ''));
  const nested = leadingDate(title, dating);
  const joint = letters`\p{L}$`.test(before) ? '' : '-';
  const id = isAcronym(last) ? `${last}${joint}${number}` : number;
  return {
    id,
    date: nested?.date ?? null,
    title: nested === null ? title : nested.rest,
    prefix: words.join(' ').toLowerCase(),
  };
}

// `The decision (5 slots, 30 days)` counts slots, `Flash-only(D03) extraction` names a code.
function isAside(before: string, behind: string): boolean {
  if (letters`\p{L}\s?\($`.test(before)) return !behind.startsWith(')');
  const [, named = null] = letters`^(.*\p{L})\s?\(\p{L}{1,6}[-\s]?$`.exec(before) ?? [];
  return named !== null && !isDecisionWord(named);
}

// `ADR 7` is ADR-7, `Decision 7` and `决策 7` are 7.
const isAcronym = (word: string): boolean => /^\p{Lu}{1,6}$/u.test(word);

// A bare number needs a mark behind it, a foreign word too; `ADR 7 Title` and `D-12 Title` do not.
function isMarkedOff(before: string, number: string, behind: string, word: string): boolean {
  if (STRONG_SEPARATOR.test(behind)) return true;
  // `Decision 7` alone, and no `sampling defaults 0.1`.
  if (behind.trim() === '' && word !== '') return !number.includes('.') || isDecisionWord(word);
  if (word === '') return /[#№]/.test(before) || /^0\d|\./.test(number);
  return isDecisionWord(word) || (/-$/.test(before) && word === word.toUpperCase());
}

/** The digits that a citation or an id is compared by; empty where there are none. */
export const numberIn = (id: string): string => splitId(id).number;

function splitId(id: string): { prefix: string; number: string } {
  const number = /(?<!\d[./-]*)\d[\d./-]*(?:(?<!-)-?[a-z])?$/i.exec(id.trim())?.[0] ?? '';
  const before = id.slice(0, id.trim().length - number.length).toLowerCase();
  const parts = before.match(allLetters`[\p{L}\p{N}]+(?:\.+[\p{L}\p{N}]+)*`) ?? [];
  // `ADR-FE-3` is FE-3.
  const [word = '', ...others] = parts;
  const prefix = (others.length > 0 && isDecisionWord(word) ? others : parts).join('');
  const plain = /^decision|^$/.test(prefix) ? '' : prefix;
  return {
    prefix: plain,
    number: number
      .toLowerCase()
      .replace(/[-/]/g, '')
      .replace(/^0+(?=\d)/, ''),
  };
}
