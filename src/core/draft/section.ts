// A log section of its own for a file that has none: named, numbered and set apart as its other sections are.

import type { Context } from '../context/context.ts';
import { footerFrom } from '../context/footer.ts';
import { allLetters } from '../letters.ts';
import type { BlockLine } from '../markdown/blocks.ts';
import type { Section } from '../markdown/outline.ts';
import type { Edit } from '../types.ts';
import type { Habits } from './habits.ts';
import { insertAfter } from './insert.ts';

/** `entry`: its lines. The section stands at the end, in front of the words by which the file signs off. */
export function addLogSection({ outline }: Context, entry: readonly string[], { eol, words }: Habits): Edit {
  const { lines, sections } = outline;
  const siblings = sections.filter(({ level }) => level === levelOf(sections));
  const last = lines.findLastIndex(({ kind }, index) => kind !== 'blank' && index < footerFrom(lines));
  const isRuled =
    siblings.length > 1 &&
    siblings.slice(1).filter(({ from }) => hasRuleAbove(lines, from)).length > siblings.length / 2;
  const gap = last < 0 ? [] : isRuled ? ['', '---', ''] : [''];
  const heading = `${'#'.repeat(levelOf(sections))} ${titleOf(siblings, words.log)}`;
  return insertAfter(lines, last, [...gap, heading, '', ...entry], eol);
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
