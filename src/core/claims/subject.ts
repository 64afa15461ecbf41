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
  /[A-Z][A-Z0-9]{1,9}-\d{1,6}(?::|\s-(?=\s))?(?=\s)/y,
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

/** The sentence that a subject says. */
export function readSubject(subject: string): Subject {
  let [at, type]: [number, string | null] = [0, null];
  for (let count = 0; count < 12; count += 1) {
    const state = STATE.exec(subject.slice(at, at + 20))?.[1];
    if (state !== undefined && labelOf(`${state}: x`)?.kind === 'done')
      return { text: `${state}: ${subject.slice(at + state.length + 2).trim()}`, type };
    if (state !== undefined && type === null && UNFINISHED.test(state)) type = fold(state);
    const marks = Math.max(...DECORATIONS.map((pattern) => matchAt(pattern, subject, at)));
    if (marks > at) {
      at = marks;
      continue;
    }
    const behind = type === null || isSubsystem(type) ? typeEnd(subject, at) : -1;
    const name = fold(/^[^\s(:：!]+/.exec(subject.slice(at))?.[0] ?? '');
    if (behind < 0 || (type !== null && !isSubsystem(name))) break;
    type ??= name;
    at = behind;
  }
  return { text: subject.slice(at).trim(), type };
}

// A label of ours and a unit are no types.
function typeEnd(subject: string, at: number): number {
  const end = matchAt(TYPE, subject, at);
  const name = end < 0 ? '' : subject.slice(at, end).replace(/\s?[:：]$/, '');
  const label = labelOf(subject.slice(at));
  if (end < 0 || (label !== null && label.kind !== 'unknown' && !isType(name))) return -1;
  const isUnit = unitOf(fold(name).replace(/[-_]?\d.*$/, '')) !== null;
  return isUnit || (/^\p{Lu}/u.test(name) && !isType(fold(name))) ? -1 : end;
}

const TYPES = new Set(
  'feat feature fix bugfix hotfix docs doc chore refactor perf test tests style build ci wip revert release deps security add update misc'.split(
    ' ',
  ),
);
const isType = (name: string): boolean => TYPES.has(name.replace(/\(.*$/, '').replace(/!$/, ''));

// `net: pump: phase 2 complete`: parts of the code, one in the other.
const isSubsystem = (name: string): boolean =>
  /^[a-z][a-z0-9_/-]*$/.test(name) && !isType(name) && !isUndone(name);

/** Whether a type is of what is not done, or not about the work itself. */
export const isUndone = (type: string | null): boolean =>
  type !== null && take('undone', type, 0) === type.length;
