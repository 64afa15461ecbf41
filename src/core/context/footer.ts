// Where a file only signs off: a rule and a few words, or a last line that is emphasized as a whole.
import type { BlockLine } from '../markdown/blocks.ts';

const MOST_LINES = 10;

/** Index of the line from which on there is nothing but a sign-off; the number of lines where there is
 * none. */
export function footerFrom(lines: readonly BlockLine[]): number {
  const last = lines.findLastIndex(({ kind }) => kind !== 'blank');
  const rule = lines.findLastIndex(({ kind }) => kind === 'rule');
  const isWords = ({ kind }: BlockLine) => kind === 'blank' || kind === 'text' || kind === 'quote';
  if (rule > 0 && last - rule < MOST_LINES && lines.slice(rule + 1).every(isWords)) return rule;
  const isEmphasized = lines[last]?.kind === 'text' && /^(\*\*?|__?)[^*_].*\1$/.test(lines[last].content);
  return isEmphasized && lines[last - 1]?.kind === 'blank' ? last : lines.length;
}
