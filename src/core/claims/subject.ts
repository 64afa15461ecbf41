// A subject without what is not part of its sentence: type, scope, ticket, tags, emoji, list mark.

import { fold, matchAt, take, unitOf } from '../words/lexicon.ts';
import { labelOf } from './labels.ts';

export type Subject = {
  readonly text: string;
  /** In lower case; null where there is none. */
  readonly type: string | null;
};

const DECORATIONS: readonly RegExp[] = [
  /(?:[\s\u2190-\u2bff]|\ufe0f|\u200d)+|(?:[\ud83c-\ud83e][\udc00-\udfff])+/y,
  /:[a-z0-9_+-]{2,30}:/y,
  /\[[^\]]{0,40}\]:?/y,
  /\(?[A-Z][A-Z0-9]{1,9}-\d{1,6}\)?(?::|\s[-|](?=\s))?(?=\s)/y,
  /\(?#\d{1,7}\)?:?(?=\s)/y,
  /#(?:close|closed|resolve|resolved|done|fix|fixes|start|review|time|comment|in-progress)(?:\s\d{1,3}[wdhm])*(?=\s)/y,
  /\d{4}-\d\d-\d\d[:,]?(?=\s)/y,
  /[-*+]\s/y,
  /(?:session|update|day)\s#?\d{1,4}[:,]\s/iy,
];

const TYPE =
  /([A-Za-z\u00c0-\u024f\u0370-\u052f][\w\u00c0-\u024f\u0370-\u052f/-]{0,30})\s?(?:\([^()]{0,80}\))?!?[:：](?=\s|[^\x00-\x7f])/y;

// `[done] phase 16`, `[WIP] phase 17 complete`
const STATE = /^\[([A-Za-z]{3,12})\]/;
const UNFINISHED = /^(?:wip|draft|rfc)$/i;

const MOST_PARTS = 12;

/** The sentence that a subject says. */
export function readSubject(subject: string): Subject {
  let read: Read = { at: 0, type: null };
  for (let count = 0; count < MOST_PARTS; count += 1) {
    const state = stateAt(subject, read.at);
    if (state !== '' && labelOf(`${state}: x`)?.kind === 'done')
      return { text: `${state}: ${subject.slice(read.at + state.length + 2).trim()}`, type: read.type };
    const next = behindMarks(subject, read) ?? behindType(subject, read);
    if (next === null) break;
    read = next;
  }
  return { text: subject.slice(read.at).trim(), type: read.type };
}

/** How far a subject was read, and the type found so far. */
type Read = { readonly at: number; readonly type: string | null };

const stateAt = (subject: string, at: number): string => STATE.exec(subject.slice(at, at + 20))?.[1] ?? '';

function behindMarks(subject: string, { at, type }: Read): Read | null {
  let end = -1;
  for (const pattern of DECORATIONS) end = Math.max(end, matchAt(pattern, subject, at));
  const state = stateAt(subject, at);
  return end <= at ? null : { at: end, type: type ?? (UNFINISHED.test(state) ? fold(state) : null) };
}

function behindType(subject: string, { at, type }: Read): Read | null {
  const end = type === null || isSubsystem(type) || OF_BOOKS.test(type) ? typeEnd(subject, at) : -1;
  const name = fold(/^[^\s(:：!]+/.exec(subject.slice(at))?.[0] ?? '');
  return end < 0 || (type !== null && !isSubsystem(name)) ? null : { at: end, type: type ?? name };
}

// A label of ours and a unit are no types.
function typeEnd(subject: string, at: number): number {
  const end = matchAt(TYPE, subject, at);
  const name = end < 0 ? '' : subject.slice(at, end).replace(/\s?[:：]$/, '');
  const label = labelOf(subject.slice(at));
  if (end < 0 || (label !== null && label.kind !== 'unknown' && !isType(name))) return -1;
  const isUnit = unitOf(fold(name).replace(/[-_]?\d.*$/s, '')) !== null;
  return isUnit || (/^\p{Lu}/u.test(name) && !isType(fold(name))) ? -1 : end;
}

const TYPES = new Set(
  'feat feature fix bugfix hotfix docs doc chore refactor perf test tests style build ci wip revert release deps security add update misc'.split(
    ' ',
  ),
);
const isType = (name: string): boolean => TYPES.has(name.replace(/\(.*$/s, '').replace(/!$/, ''));

// `docs: tracking: phase 2 complete`
const OF_BOOKS = /^(?:docs?|chore)$/;

// `net: pump: phase 2 complete`: parts of the code, one in the other.
const isSubsystem = (name: string): boolean =>
  /^[a-z][a-z0-9_/-]*$/.test(name) && !isType(name) && !isUndone(name);

/** Whether a type is of what is not done, or not about the work itself. */
export const isUndone = (type: string | null): boolean =>
  type !== null && take('undone', type, 0) === type.length;
