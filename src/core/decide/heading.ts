// A new entry under a heading of its own.

import type { Entry } from '../decisions/entry.ts';
import { isDateId, parseIdentity, stripMarks } from '../decisions/identity.ts';
import { isDecisionHeading, isStamp, stampTitle } from '../decisions/stamps.ts';
import type { BlockLine } from '../markdown/blocks.ts';
import { withoutLineEnds } from '../markdown/lines.ts';
import { bodyLike, type DecisionText, eolOf } from './body.ts';
import { dateLike, nameLike } from './like.ts';
import { digitsOf, type Log, newestOf, nextNumber } from './log.ts';

/** Text that goes in at an offset of the log's document. */
export type Insertion = { readonly at: number; readonly text: string };

export type TitledDecision = DecisionText & { readonly title: string; readonly chosen: string };

export function insertHeading(log: Log, lines: readonly BlockLine[], said: TitledDecision): Insertion {
  const { entries, isNewestFirst } = log;
  const eol = eolOf(lines);
  const edge = newestOf(log);
  const day = dayAbove(lines, edge, said);
  const own = withoutLineEnds(headingLike(log, lines, said));
  const entry = day === null ? own : day.text + eol + eol + own;
  const gap = separatorOf(entries, lines, eol);
  if (isNewestFirst) {
    const at = day?.line ?? lines[edge.decision.line - 1];
    return { at: at?.start ?? 0, text: entry + eol + gap };
  }
  const last = lines[endOf(lines, edge) - 1];
  return { at: last === undefined ? 0 : last.start + last.text.length, text: eol + gap + entry };
}

export type Day = { readonly line: BlockLine; readonly text: string };

/** The day's heading that entries stand below, `## 2026-04-12: Tokens`, for today; null: none, or today's. */
function dayAbove(
  lines: readonly BlockLine[],
  { decision }: Entry,
  { title, now }: TitledDecision,
): Day | null {
  const own = lines[decision.line - 1];
  const line = lines
    .slice(0, decision.line - 1)
    .findLast(({ kind, level }) => kind === 'heading' && level < (own?.level ?? 0));
  const identity = line === undefined ? null : parseIdentity(line.content, now.dating);
  if (line === undefined || identity?.id == null || identity.date === now.iso.slice(0, 10)) return null;
  if (!isDateId(identity.id) || !stripMarks(line.content).replace(/^\W+/, '').startsWith(identity.id))
    return null;
  return {
    line,
    text: nameLike(line.text, { number: null, title: identity.title || null }, { number: null, title, now }),
  };
}

function headingLike(log: Log, lines: readonly BlockLine[], said: TitledDecision): string {
  const { sample } = log;
  const from = sample.decision.line - 1;
  const old = { number: digitsOf(sample.decision.id), title: sample.decision.title };
  const heading = lines[from];
  const name = nameLike(heading?.text ?? '', old, {
    number: nextNumber(log),
    title: said.title,
    now: said.now,
  });
  const body = lines.slice(from + 1, endOf(lines, sample));
  const eol = heading?.eol || '\n';
  const stampAt = body.findIndex(({ kind }) => kind !== 'blank');
  const stamp = body[stampAt];
  if (stamp === undefined || heading === undefined || !isDecisionHeading(heading))
    return name + eol + bodyLike(body, said, false, ownLabels(log));
  const gap = body.slice(0, stampAt).map(({ text }) => text + eol);
  const rest = body.slice(body.findIndex(({ kind }, at) => at > stampAt && kind === 'heading'));
  const behind = isStamp(stamp) ? body.slice(stampAt + 1) : rest;
  const spaced = isStamp(stamp) ? '' : eol;
  return (
    heading.text +
    eol +
    gap.join('') +
    stampLike(stamp, said) +
    eol +
    spaced +
    bodyLike(behind, { ...said, chosen: null })
  );
}

/** `### The ruling` in one entry of many is about that one. */
export function ownLabels({ entries }: Log): (label: string) => boolean {
  const counts = new Map<string, number>();
  for (const label of entries.flatMap(({ parts }) => [...new Set(parts.map((part) => part.label ?? ''))]))
    counts.set(label, (counts.get(label) ?? 0) + 1);
  return (label) => entries.length >= MANY && (counts.get(label) ?? 0) <= SHARED * entries.length;
}

/** Entries of a log from which on a heading that few of them have is none of its form. */
const MANY = 4;
const SHARED = 0.25;

// `[2026-02-16 20:26:15] - **Old title**`, `* Old title`: all behind its date is the new one's.
function stampLike({ text, content, marker }: BlockLine, said: TitledDecision): string {
  const old = stampTitle(content) ?? content;
  const before = text.slice(0, text.lastIndexOf(old)) || marker;
  const mark = /^\*\*/.exec(old)?.[0] ?? '';
  return (
    (/\d{4}/.test(before) ? dateLike(before, said.now) : before) +
    mark +
    said.title +
    mark +
    `: ${said.chosen}`
  );
}

/** Index behind an entry's last line that says something. */
export const endOf = (lines: readonly BlockLine[], { decision: { line }, to }: Entry): number =>
  line + lines.slice(line, to).findLastIndex(({ kind }) => kind !== 'blank' && kind !== 'rule') + 1;

// Blank lines and rules between two entries that follow each other; a blank line where no two do.
function separatorOf(entries: readonly Entry[], lines: readonly BlockLine[], eol: string): string {
  for (const [index, entry] of entries.entries()) {
    const next = entries[index + 1];
    if (next === undefined) break;
    const between = lines.slice(endOf(lines, entry), next.decision.line - 1);
    if (between.length > 0 && between.every(({ kind }) => kind === 'blank' || kind === 'rule'))
      return between.map(({ text }) => text + eol).join('');
  }
  return eol;
}
