// How a file's author writes: bullets, labels, line endings, spacing, what entries' lines start with.

import type { Context } from '../context/context.ts';
import { labelOf } from '../context/labels.ts';
import type { LogEntry } from '../context/log.ts';
import { roleOfLabel } from '../context/roles.ts';
import { withoutAccents } from '../letters.ts';
import type { BlockLine } from '../markdown/blocks.ts';
import { lineEndingOf } from '../markdown/lines.ts';
import { type Words, wordsOf } from '../wording/draft.ts';
import { idsAtEnd } from './ids.ts';

export type Habits = {
  readonly eol: string;
  /** What a point starts with: `- `, `* `; empty where lines end in hard breaks instead. */
  readonly bullet: string;
  /** What stands in front of a nested point: as much white space as the bullet is wide. */
  readonly nested: string;
  /** What ends a line: two spaces where lines are hard breaks. */
  readonly ending: string;
  /** What every point of the log starts with, such as `✅ `; else empty. */
  readonly lead: string;
  readonly hasBoldLabels: boolean;
  /** Whether a blank line stands between an entry's head and its points. */
  readonly hasGap: boolean;
  readonly words: Words;
};

/** By the log's newest entries where there are some; else by the whole file. */
export function habitsOf(context: Context): Habits {
  const { log, outline, text, language } = context;
  const entries =
    log === null ? [] : log.order === 'newest-first' ? log.entries.slice(0, 4) : log.entries.slice(-4);
  const logged = entries.flatMap(({ from, to, shape }) =>
    outline.lines.slice(shape === 'bullet' ? from : from + 1, to),
  );
  const lines = logged.some(({ kind }) => kind === 'item') ? logged : linesOutsideLog(context);
  const items = lines.filter(({ kind, marker }) => kind === 'item' && /^[-*+] {1,4}$/.test(marker));
  const isBroken = isHardBroken(logged);
  const bullet = isBroken ? '' : (mostUsed(items.map(({ marker }) => marker)) ?? '- ');
  const words = wordsOf(language, isBareOf(context));
  return {
    eol: lineEndingOf(text),
    bullet,
    nested: isBroken ? '' : ' '.repeat(bullet.length),
    ending: isBroken ? '  ' : '',
    lead: leadOf(logged.length > 0 ? items : []),
    hasBoldLabels: isMostlyBold(lines),
    hasGap: entries.some(({ from, shape }) => shape !== 'row' && outline.lines[from + 1]?.kind === 'blank'),
    words: { ...words, next: nextLabel(outline.lines, entries) ?? words.next },
  };
}

// `did x··` and `did y··` below each other, with no bullets.
const isHardBroken = (lines: readonly BlockLine[]): boolean =>
  lines.filter(({ kind, text }) => kind === 'text' && text.endsWith('  ')).length > 1 &&
  lines.every(({ kind }) => kind !== 'item');

function mostUsed(values: readonly string[]): string | null {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}

// An emoji that two points in three start with.
function leadOf(items: readonly BlockLine[]): string {
  const leads = items.map(({ content }) => /^(\p{Emoji_Presentation}\uFE0F? )/u.exec(content)?.[1] ?? '');
  const lead = mostUsed(leads.filter((found) => found !== '')) ?? '';
  return leads.length > 1 && leads.filter((found) => found === lead).length >= leads.length / 1.5 ? lead : '';
}

function isMostlyBold(lines: readonly BlockLine[]): boolean {
  const labels = lines.filter(({ kind }) => kind === 'item').flatMap(({ content }) => labelOf(content) ?? []);
  return labels.filter(({ isBold }) => isBold).length > labels.length / 2;
}

// What the author calls what comes next.
function nextLabel(lines: readonly BlockLine[], entries: readonly LogEntry[]): string | null {
  const labels = entries
    .flatMap(({ from, to }) => lines.slice(from + 1, to))
    .flatMap(({ content }) => labelOf(content) ?? [])
    .filter(({ name, value }) => value !== '' && roleOfLabel(name)?.role === 'next');
  return labels[0]?.name ?? null;
}

/** A word as a file spells it that is written without accents throughout: `Derniere MAJ`. */
export const unaccented = (context: Context, word: string): string =>
  isBareOf(context) ? withoutAccents(word) : word;

function isBareOf(context: Context): boolean {
  if (!['fr', 'es', 'pt', 'it', 'pl'].includes(context.language)) return false;
  const text = linesOutsideLog(context)
    .map(({ content }) => content)
    .join(' ');
  const accents = (text.match(/(?![ñÑ])[\u00c0-\u024f]/g) ?? []).length;
  return text.length > 400 && accents < text.length / 500;
}

// What we wrote, in the log or with ids behind it, must not change what we take for the author's habits.
function linesOutsideLog({ log, outline }: Context): readonly BlockLine[] {
  const { lines } = outline;
  const outside = log === null ? lines : [...lines.slice(0, log.heading ?? log.from), ...lines.slice(log.to)];
  return outside.filter(({ text }) => idsAtEnd(text).length === 0);
}
