// What the log alone tells of: `- Gotcha: the parser eats tabs (1a2b3c4)`, `- Rejected: polling`.
import { quotedRevert } from '../claims/index.ts';
import type { Context } from '../context/context.ts';
import { labelOf } from '../context/labels.ts';
import { foldName, roleOfLabel } from '../context/roles.ts';
import { type Item, readItems } from '../markdown/items.ts';
import { parseMessage } from '../message/index.ts';
import { wordsOf } from '../wording/draft.ts';
import { alternatives, type LabelKind, WORDS } from '../words/index.ts';
import { type Point, pointOf } from './point.ts';

/** Entries that are read, the newest ones. */
const MOST_ENTRIES = 20;

/** Newest entry first. */
export function loggedGotchas(context: Context): readonly Point[] {
  const names = [wordsOf('en').gotcha, wordsOf(context.language).gotcha].map(foldName);
  return labelled(context, (name) => names.includes(foldName(name)) || roleOfLabel(name)?.role === 'gotchas');
}

/** The points that bear a label of one kind. */
export function loggedAs(context: Context, kind: LabelKind): readonly Point[] {
  const names = new Set(
    [WORDS.en, WORDS[context.language]].flatMap(({ labels }) => alternatives(labels[kind])).map(foldName),
  );
  return labelled(context, (name) => names.has(foldName(name)));
}

function labelled(context: Context, isNamed: (name: string) => boolean): readonly Point[] {
  return entriesOf(context)
    .flat()
    .flatMap((item): Point[] => {
      const label = labelOf(item.text);
      return label !== null && label.value !== '' && isNamed(label.name)
        ? [{ ...pointOf({ ...item, text: label.value }), depth: 0 }]
        : [];
    });
}

/** `- Revert "x" (1a2b3c4)`, and the reason in the point below it; newest entry first. */
export const loggedReverts = (context: Context): readonly Point[] =>
  entriesOf(context).flatMap((items) =>
    items.flatMap((item, at): Point[] => {
      const [name, below] = [quotedRevert(item.text), items[at + 1]];
      if (name === null || below === undefined || below.depth <= item.depth) return [];
      return [
        {
          ...pointOf({ ...item, text: `${parseMessage(name).description}: ${withoutId(below.text)}` }),
          depth: 0,
        },
      ];
    }),
  );

function entriesOf({ log, outline }: Context): readonly (readonly Item[])[] {
  const entries = log?.order === 'newest-first' ? log.entries : [...(log?.entries ?? [])].reverse();
  return entries
    .slice(0, MOST_ENTRIES)
    .map(({ from, to, shape }) => (shape === 'row' ? [] : readItems(outline.lines, [from, to])));
}

/** Those whose words no other point says. */
export function notSaid(points: readonly Point[], others: readonly Point[]): readonly Point[] {
  const said = others.map(({ text }) => foldName(text));
  return points.filter(({ text }) => !said.some((words) => words.includes(foldName(withoutId(text)))));
}

const withoutId = (text: string): string => text.replace(/(?<!\s)\s*\([0-9a-f]{7,40}\)\s*$/, '');
