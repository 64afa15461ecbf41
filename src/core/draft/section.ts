// A log section of its own for a file that has none: named, numbered and set apart as its other sections are.

import { type Context, placesOf } from '../context/context.ts';
import { footerFrom } from '../context/footer.ts';
import { allLetters } from '../letters.ts';
import type { BlockLine } from '../markdown/blocks.ts';
import type { Section } from '../markdown/outline.ts';
import type { Edit } from '../types.ts';
import type { Habits } from './habits.ts';
import { insertAfter } from './insert.ts';

/** Where readers look for what holds now. */
const HEAD = ['state', 'phase', 'next', 'blockers', 'done'] as const;

/** `entry`: its lines. The section stands behind those that say where the project is; in a file that has none
 * at the end, in front of the words by which the file signs off. */
export function addLogSection(context: Context, entry: readonly string[], { eol, words }: Habits): Edit {
  const { lines, sections } = context.outline;
  const siblings = sections.filter(({ level }) => level === levelOf(sections));
  const end = endOfHead(context, siblings);
  const isText = ({ kind }: BlockLine) => kind !== 'blank' && (end === lines.length || kind !== 'rule');
  const last = lines.findLastIndex((line, index) => isText(line) && index < Math.min(end, footerFrom(lines)));
  const isRuled =
    siblings.length > 1 &&
    siblings.slice(1).filter(({ from }) => hasRuleAbove(lines, from)).length > siblings.length / 2;
  const gap = last < 0 ? [] : isRuled ? ['', '---', ''] : [''];
  const heading = `${'#'.repeat(levelOf(sections))} ${titleOf(siblings, words.log)}`;
  return insertAfter(lines, last, [...gap, heading, '', ...entry], eol);
}

// Behind the last of its sections; what stands above the first section is no part of any.
function endOfHead(context: Context, siblings: readonly Section[]): number {
  const places = HEAD.flatMap((role) => placesOf(context, role)).filter(({ kind }) => kind === 'section');
  // A number goes on from the last one.
  if (siblings.some(({ title }) => /^\d+[.)]/.test(title))) return context.outline.lines.length;
  const around = siblings.filter(({ from, to }) => places.some(({ line }) => line > from && line <= to));
  return Math.max(...around.map(({ to }) => to), around.length === 0 ? context.outline.lines.length : 0);
}

// The file's own: `##` below one title, `#` where every section is one.
function levelOf(sections: readonly Section[]): number {
  const count = (level: number) => sections.filter((section) => section.level === level).length;
  return count(1) > 1 && count(2) === 0 ? 1 : 2;
}

function titleOf(siblings: readonly Section[], name: string): string {
  const titles = siblings.map(({ title }) => title);
  const share = (test: RegExp) => titles.filter((title) => test.test(title)).length > titles.length / 2;
  const letters = titles.join('').replace(allLetters`[^\p{L}]`, '');
  const isUpper =
    letters.length > 3 && letters === letters.toUpperCase() && letters !== letters.toLowerCase();
  const numbers = titles.flatMap((title) => /^\d+(?=[.)])/.exec(title) ?? []).map(Number);
  const isNumbered = numbers.length > titles.length / 2;
  const number = isNumbered
    ? `${Math.max(...numbers) + 1}${/^\d+\)/.test(titles[0] ?? '') ? ')' : '.'} `
    : '';
  const emoji = share(/^\p{Extended_Pictographic}/u) ? '📝 ' : '';
  const mark = share(/\*\*$/) ? '**' : '';
  return emoji + mark + number + (isUpper ? name.toUpperCase() : name) + mark;
}

const hasRuleAbove = (lines: readonly BlockLine[], from: number): boolean =>
  lines.slice(0, from).findLast(({ kind }) => kind !== 'blank')?.kind === 'rule';
