// The dates by which a file says when it was last updated: in its first lines, its title, its last lines, or
// below a heading of that name.

import { type FoundDate, findDate } from '../dates/dates.ts';
import type { Dating } from '../dates/day.ts';
import { caseless } from '../letters.ts';
import type { Outline } from '../markdown/outline.ts';
import { footerFrom } from './footer.ts';
import { foldName, roleOfLabel } from './roles.ts';

export type HeaderDate = {
  readonly date: FoundDate;
  /** Offsets into the whole text. */
  readonly start: number;
  readonly end: number;
};

const LONGEST_LINE = 2000;
const HEAD_LINES = 40;

/** In the order of the text. */
export function findHeaderDates(outline: Outline, dating: Dating): HeaderDate[] {
  const { lines, sections } = outline;
  const body = sections.find(({ level }) => level > 1)?.from ?? lines.length;
  const head = Math.min(body, HEAD_LINES);
  const foot = footerFrom(lines);
  const dated = sections.filter(
    (section) => section.level > 1 && roleOfLabel(section.title)?.role === 'updated',
  );
  const indexes = lines.flatMap((line, index) => {
    const mayHold = ['text', 'quote', 'item', 'heading', 'table'].includes(line.kind);
    return mayHold && (index < head || index >= foot) ? [index] : [];
  });
  const labelled = indexes.flatMap((index) => datesOf(outline, index, dating));
  const titled = [...titleOf(outline), ...dated.map(({ from }) => from + 1)];
  const below = titled.flatMap((index) => firstDate(outline, index, dating));
  const all = new Map([...labelled, ...below].map((found) => [found.start, found]));
  return [...all.values()].sort((a, b) => a.start - b.start);
}

// `# Session Context — 2026-06-25`, unless several such titles make a log.
function titleOf({ sections }: Outline): number[] {
  const titles = sections.filter(({ level }) => level === 1);
  return titles.length === 1 && titles[0] !== undefined ? [titles[0].from] : [];
}

function firstDate(outline: Outline, from: number, dating: Dating): HeaderDate[] {
  const index = outline.lines.findIndex((line, at) => at >= from && line.kind !== 'blank');
  const line = outline.lines[index];
  const date = line === undefined ? null : findDate(line.text.slice(0, LONGEST_LINE), dating);
  return line === undefined || date === null ? [] : [headerDate(line.start, date)];
}

// The label may stand at the end of the line before: `**Last Updated**:\n2026-01-24 (Session #94)`.
function datesOf({ lines }: Outline, index: number, dating: Dating): HeaderDate[] {
  const line = lines[index];
  if (line === undefined || !/\d/.test(line.text)) return [];
  const text = line.text.slice(0, LONGEST_LINE);
  const found: HeaderDate[] = [];
  for (let at = 0; at < text.length; ) {
    const rest = text.slice(at);
    const date = findDate(rest, dating);
    if (date === null) break;
    const before =
      at + date.start > 3 || /[:：]/.test(text.slice(0, at + date.start)) || index === 0
        ? text.slice(0, at + date.start)
        : (lines[index - 1]?.text ?? '');
    const moved = { ...date, start: at + date.start, end: at + date.end };
    const isAlone = ALONE.test(text.slice(moved.end));
    if (endsWithLabel(before) || (isAlone && isState(before))) found.push(headerDate(line.start, moved));
    at += Math.max(date.end, 1);
  }
  return found;
}

// A label is the last one to four words before the date, with the file's own name before it at most: `Living
// document. Last refreshed 2026-05-11`. `main-only as of 2026-04-06` and `Launch date:` date something else.
function endsWithLabel(before: string): boolean {
  const clause = before.slice(-LONGEST_LEAD).replace(MARKS_AT_END, '').split(CLAUSE).at(-1) ?? '';
  const words = foldName(clause.replace(/_/g, ' ')).split(' ');
  return [4, 3, 2, 1].some(
    (size) =>
      roleOfLabel(words.slice(-size).join(' '))?.role === 'updated' &&
      words.slice(0, -size).every((word) => OF_THE_FILE.test(word)),
  );
}

const LONGEST_LEAD = 120;
const MARKS_AT_END = /(?<![\s:：*_|—–-])[\s:：*_|—–-]+$/;
const CLAUSE = /[.;,|·•()（）—–>。、；，]|\*\*|\s-\s/;
const OF_THE_FILE = caseless`^(?:this|the|our|it|is|was|has|been|file|document|doc|docs|page|note|notes|log|list|summary|overview|report|hand|off|over|handoff|handover|context|memory|session|sessions|state|status|progress|project|tracker|roadmap|todo|md|content|contents|data|version|info|current|stand|dieser?|diese|datei|dokument|projekt|projektstand|le|la|ce|el|lo|o|a|du|de|del|della|do|da|documento?|fichier|archivo|fichero|arquivo|projet|proyecto|projeto|progetto|estado|état|stato|stan|plik|dokumentu|pliku|projektu|файл|файла|документ|документа|проекта|статус|состояние|проєкту|стан|문서|프로젝트|文档|项目|文件|文書)$`;

// `**Stand:** 04.03.2026`: a state that is a date and nothing else is the day of that state.
const ALONE = /^[\s*_.)|]*$/;
const isState = (before: string): boolean =>
  /[:：]/.test(before) && roleOfLabel(before.replace(/[:：][\s*_]*$/, ''))?.role === 'state';

const headerDate = (lineStart: number, date: FoundDate): HeaderDate => ({
  date,
  start: lineStart + date.start,
  end: lineStart + date.end,
});
