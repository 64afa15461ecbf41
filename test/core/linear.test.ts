// What grows with a document's lines and no faster, counted in lines that are looked at: of twice as many
// lines about twice as many, never four times.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { pastBlocks } from '../../src/core/brief/newest.ts';
import { pointOf } from '../../src/core/brief/point.ts';
import { placePoints } from '../../src/core/brief/points.ts';
import { firstLines } from '../../src/core/brief/said.ts';
import { stillOpen } from '../../src/core/brief/sections.ts';
import { passagesOf } from '../../src/core/brief/task.ts';
import { newestDay, readContext } from '../../src/core/context/context.ts';
import { findLog } from '../../src/core/context/log.ts';
import { findPlaces } from '../../src/core/context/places.ts';
import { UNDATED } from '../../src/core/dates/day.ts';
import { headStamps } from '../../src/core/decisions/stamps.ts';
import { removals } from '../../src/core/draft/archive.ts';
import { unitOfRow } from '../../src/core/head/short-names.ts';
import { readItems } from '../../src/core/markdown/items.ts';
import { readOutline } from '../../src/core/markdown/outline.ts';

/** How often `read` looks at one of the values. */
function countLooks<T>(values: readonly T[], read: (values: readonly T[]) => unknown): number {
  let looks = 0;
  const watched = new Proxy(values, {
    get: (target, key, receiver) => {
      if (typeof key === 'string' && /^\d+$/.test(key)) looks++;
      return Reflect.get(target, key, receiver);
    },
  });
  read(watched);
  return looks;
}

type Case = {
  readonly title: string;
  readonly part: (at: number) => string;
  readonly read: (text: string) => number;
};

const placesOf = (text: string): number => {
  const { lines, sections } = readOutline(text);
  return countLooks(lines, (watched) => findPlaces({ lines: watched, sections }, () => false));
};

const sectionsOf = (text: string): number => {
  const { lines, sections } = readOutline(text);
  return countLooks(sections, (watched) => findLog({ lines, sections: watched }, UNDATED));
};

const passagesIn = (text: string): number => {
  const { lines, sections } = readOutline(text);
  return countLooks(sections, (watched) => passagesOf('PLAN.md', { lines, sections: watched }));
};

const blocksOf = (text: string): number => {
  const context = readContext(text);
  const { lines, sections } = context.outline;
  return countLooks(sections, (watched) => pastBlocks({ ...context, outline: { lines, sections: watched } }));
};

const entriesOf = (text: string): number => {
  const context = readContext(text);
  const { log } = context;
  if (log === null) return 0;
  return countLooks(log.entries, (entries) => removals({ ...context, log: { ...log, entries } }, entries));
};

const rowsOf = (text: string): number => {
  const { lines, sections } = readOutline(text);
  const context = readContext(text);
  return countLooks(lines, (watched) => {
    const outline = { lines: watched, sections };
    for (const [index, { kind }] of lines.entries())
      if (kind === 'table') unitOfRow({ ...context, outline }, index);
  });
};

const stampsOf = (text: string): number => countLooks(readOutline(text).lines, headStamps);

const openOf = (text: string): number => {
  const { lines } = readOutline(text);
  return countLooks(readItems(lines, [0, lines.length]).map(pointOf), stillOpen);
};

const pointsOf = (text: string): number => {
  const context = readContext(text);
  const [place] = context.places;
  return place === undefined
    ? 0
    : countLooks(place.items, (items) => placePoints({ ...place, items }, context));
};

const dayOf = (at: number): string => new Date(Date.UTC(2026, 0, 1 - at)).toISOString().slice(0, 10);

const CASES: readonly Case[] = [
  { title: 'fields of an entry', part: (at) => `- Did ${at}\n- Next: part ${at}\n\n`, read: placesOf },
  { title: 'fields that a list follows', part: (at) => `**Next:** part ${at}:\n- a\n\n`, read: placesOf },
  { title: 'labels in bold', part: (at) => `**Next:**\n- part ${at}\n\n`, read: placesOf },
  { title: 'items as labels', part: (at) => `- Blockers:\n  - part ${at}\n`, read: placesOf },
  { title: 'headings', part: (at) => `## Next ${at}\n\n- a\n\n`, read: placesOf },
  {
    title: 'sections of a log',
    part: (at) => `## Session ${at} (${dayOf(at)})\n\n- a\n\n`,
    read: sectionsOf,
  },
  { title: 'passages for a task', part: (at) => `## Part ${at}\n\n- a\n\n`, read: passagesIn },
  {
    title: 'blocks beside each other',
    part: (at) => `## Part ${at} (${dayOf(at)})\n\n### Next\n- a\n\n`,
    read: blocksOf,
  },
  { title: 'entries that are archived', part: (at) => `## ${dayOf(at)}\n\n- a\n\n---\n\n`, read: entriesOf },
  {
    title: 'rows of a table of units',
    part: (at) => `${at === 0 ? '| Phase | What |\n' : ''}| ${at % 100} | a |\n`,
    read: rowsOf,
  },
  {
    title: 'stamps above decisions',
    part: (at) => `[2026-01-02 03:04:05] - part ${at}\n\n## Decision\n\n`,
    read: stampsOf,
  },
  { title: 'points that lead to others', part: (at) => `- part ${at}:\n- [x] a\n`, read: openOf },
  {
    title: 'rows below a heading',
    part: (at) => `${at === 0 ? '## Current State\n\n| Lock | Gauge |\n| --- | --- |\n' : ''}| ${at} | a |\n`,
    read: pointsOf,
  },
  {
    title: 'headings below one',
    part: (at) => `${at === 0 ? '## Current State\n\n' : ''}### Lock ${at}\n\n- a\n\n`,
    read: pointsOf,
  },
  { title: 'a paragraph that leads to points', part: (at) => `Part ${at}:\n\n- [x] a\n\n`, read: openOf },
];

for (const { title, part, read } of CASES)
  test(`looks at about as many lines as there are: ${title}`, () => {
    const textOf = (parts: number) => Array.from({ length: parts }, (_, at) => part(at)).join('');
    const [some, twice] = [300, 600].map((parts) => read(`# State\n\n${textOf(parts)}`)) as [number, number];
    assert.ok(some > 300, `${some}`);
    assert.ok(twice < some * 2.5, `${some} looks, then ${twice}`);
  });

test('a file of as many headings or entries as there can be is read, and no call has them all as its arguments', () => {
  const headings = readContext(`# T\n${'## a\n'.repeat(130_000)}`);
  assert.is(headings.places.length, 0);
  assert.equal(firstLines(headings), []);
  const days = readContext(`# T\n\n## Log\n\n${'- 2026-05-01: a\n'.repeat(130_000)}`);
  assert.is(newestDay(days), Date.UTC(2026, 4, 1));
});

test.run();
