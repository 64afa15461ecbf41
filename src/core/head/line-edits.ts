// How the line on a unit is made to say another thing: its box, its mark, its word, the id behind it.
import type { Context } from '../context/context.ts';
import { findDate, writeDate } from '../dates/dates.ts';
import { unaccented } from '../draft/habits.ts';
import { idsAtEnd, idsEnding } from '../draft/ids.ts';
import { DONE_MARK, isStatusOf, statusWithin, statusWord, valueOfMark } from '../phases/status.ts';
import type { Edit } from '../types.ts';
import { isTemplateState } from '../wording/templates.ts';
import { LANGUAGES } from '../words/index.ts';
import { tick, untick } from './boxes.ts';
import type { UnitSaying } from './change.ts';
import { isHedged, type Span, type UnitLine } from './phase-lines.ts';
import { tableTop } from './short-names.ts';
import { capitalized } from './unit-list.ts';

export type Progress = 'done' | 'running';

/** Whether an id of ours stands behind the line. */
export const isOurs = ({ line }: UnitLine): boolean => idsAtEnd(line.text).length > 0;

type Turn = { readonly saying: UnitSaying; readonly to: Progress; readonly now: string };

export function editLine(context: Context, found: UnitLine, turn: Turn): Edit[] {
  const { line, lead, mark, status, figure, name } = found;
  const word = wordFor(context, turn.to);
  const markAt = mark === null ? -1 : line.text.indexOf(mark);
  const edits = [
    ...boxEdits(found, turn.to),
    ...(markAt < 0
      ? []
      : [onLine(found, { start: markAt, end: markAt + (mark?.length ?? 0) }, markFor(turn.to, mark))]),
    ...(figure === null || turn.to === 'running' ? [] : [onLine(found, figure, '')]),
    ...idEdits(found, turn.saying.sha),
  ];
  const isLed = lead.end > lead.start;
  if (isLed && turn.to === 'done') {
    const behind = status === null ? name : { start: name.end, end: status.end };
    const named = line.text.slice(name.start, name.end);
    const told = capitalized(named);
    return status === null
      ? [...edits, onLine(found, { start: lead.start, end: name.end }, `${told} ${word}`)]
      : [...edits, onLine(found, lead, ''), onLine(found, behind, ` ${word}`)];
  }
  if (status !== null) return [...edits, ...statusEdits(context, found, status, turn)];
  if (edits.length > idEdits(found, turn.saying.sha).length) return edits;
  if (isHedged(found))
    return [...edits, onLine(found, { start: name.end, end: sentenceEnd(found) }, ` ${word}`)];
  return [...edits, onLine(found, { start: name.end, end: name.end }, ` ${word}`)];
}

export const onLine = ({ line }: UnitLine, { start, end }: Span, text: string): Edit => ({
  start: line.start + start,
  end: line.start + end,
  text,
});

const boxEdits = ({ line }: UnitLine, to: Progress): Edit[] => {
  if (to === 'running') return untick(line);
  return line.marker.includes('[ ]') ? tick(line) : [];
};

const markFor = (to: Progress, mark: string | null): string =>
  to === 'done' ? DONE_MARK : mark !== null && valueOfMark(mark) !== 'running' ? '🔄' : (mark ?? '');

export const wordFor = (context: Context, to: Progress, language = context.language): string =>
  unaccented(context, statusWord(language, to));

// The line speaks of the commit that says so now.
function idEdits(found: UnitLine, sha: string | null): Edit[] {
  const ending = /\([0-9a-f, ]+\)\s*$/.exec(found.line.text);
  const end = found.line.text.trimEnd().length;
  // What a template left is ours from the first commit on that speaks of it.
  if (sha !== null && isTemplateState(found.line.content))
    return [onLine(found, { start: end, end }, ` ${idsEnding([sha])}`)];
  if (!isOurs(found) || ending === null || sha === null) return [];
  return [onLine(found, { start: ending.index, end }, idsEnding([sha]))];
}

// The word, and the date in brackets behind it: `EN COURS (2026-01-19)`.
function statusEdits(
  context: Context,
  found: UnitLine,
  status: Span & { isFigure: boolean },
  turn: Turn,
): Edit[] {
  const { line } = found;
  const { language } = context;
  const told = line.text.slice(status.start, status.end);
  // `fast fertig`
  const bare = told.replace(/(?:^|.*\s)(\S+)$/, '$1');
  const own =
    [told, bare].flatMap((said) => [language, ...LANGUAGES].find((one) => isStatusOf(one, said)) ?? [])[0] ??
    language;
  const word = wordFor(context, turn.to, own);
  const behind = /^[*_\s]{0,3}[([]([^)\]]*)/.exec(line.text.slice(status.end));
  const date = findDate(behind?.[0] ?? '', context.dating);
  const edit = onLine(
    found,
    status,
    columnWord(context, found, status, turn.to) ?? (status.isFigure ? word : likeCase(told, word)),
  );
  const [style] = date?.styles ?? [];
  if (date === null || style === undefined) return [edit];
  const at = { start: status.end + date.start, end: status.end + date.end };
  return [edit, onLine(found, at, writeDate(turn.now, style))];
}

// What another row says in the same column: a table that writes `Done` goes on to write it.
function columnWord(
  { outline: { lines } }: Context,
  { line, index }: UnitLine,
  { start }: Span,
  to: Progress,
): string | null {
  if (line.kind !== 'table') return null;
  const column = line.text.slice(0, start).split('|').length - 1;
  for (let at = tableTop(lines, index); lines[at]?.kind === 'table'; at += 1) {
    const { text = '' } = lines[at] ?? {};
    const cell = text.split('|')[column] ?? '';
    const status = statusWithin(cell);
    if (status?.value === to && /\p{L}/u.test(cell.slice(status.start, status.end)))
      return cell.slice(status.start, status.end);
  }
  return null;
}

function likeCase(sample: string, word: string): string {
  if (sample.length > 1 && sample === sample.toUpperCase() && sample !== sample.toLowerCase())
    return word.toUpperCase();
  const isCapital = sample.charAt(0) !== sample.charAt(0).toLowerCase();
  return isCapital ? capitalized(word) : word;
}

function sentenceEnd({ line, name }: UnitLine): number {
  const rest = line.text.slice(name.end);
  const end = rest.search(/[.;](?:\s|$)|\s\([0-9a-f]{7,}/);
  return end < 0 ? line.text.trimEnd().length : name.end + end;
}
