// Two to four branches of real files, made by our own drafts, notes and decisions, merged in any order.
// `npm run merges` tries 1,000 of them for the files together; the suite tries a few.
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { mergeTexts } from '../../../src/core/merge/merge.ts';
import type { Document } from '../../../src/core/types.ts';
import { type Deed, doDeed, inOrder } from '../../helpers/branches.ts';
import { CONTEXT, DECISIONS } from '../../helpers/project.ts';

const HISTORIES = Number(process.env.MERGES ?? 40);

const fixtures = (folder: string): string[] => {
  const url = new URL(`../../fixtures/${folder}/`, import.meta.url);
  const names = readdirSync(url).filter((name) => name.endsWith('.md'));
  return names.map((name) => readFileSync(new URL(encodeURIComponent(name), url), 'utf8'));
};

const contexts = [CONTEXT, ...fixtures('contexts')];
const logs = [DECISIONS, ...fixtures('answers')];

const deed = fc.record({
  kind: fc.constantFrom('phase', 'work', 'blocker', 'gotcha', 'next', 'entry'),
  id: fc.integer({ min: 1, max: 900 }),
}) as fc.Arbitrary<Deed>;
const decision = fc.record({
  kind: fc.constant('decision' as const),
  id: fc.integer({ min: 1, max: 900 }),
  day: fc.nat(27),
});

type History = {
  readonly path: string;
  readonly base: string;
  readonly branches: readonly (readonly Deed[])[];
};

const historyOf = (path: string, bases: readonly string[], one: fc.Arbitrary<Deed>): fc.Arbitrary<History> =>
  fc.record({
    path: fc.constant(path),
    base: fc.constantFrom(...bases),
    branches: fc.array(fc.array(one, { minLength: 1, maxLength: 3 }), { minLength: 2, maxLength: 4 }),
  });

const history = fc.oneof(
  historyOf('SESSION_CONTEXT.md', contexts, deed),
  historyOf('docs/decisions.md', logs, decision),
);

const linesOf = (text: string): string[] =>
  text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(Boolean)
    .sort();

function mergeAll({ path, base }: Omit<History, 'branches'>, texts: readonly string[]): string {
  return texts.reduce((ours, theirs) => {
    const merged = mergeTexts({ path, base, ours, theirs });
    assert.ok(merged.isClean, merged.marked());
    return merged.as('ours');
  });
}

/** What a line tells, whatever number a decision has now, or what else came into the line. */
const partsOf = (line: string): string[] =>
  line
    .replace(/^[^:]*:[*\s]*/, '')
    .split('; ')
    .map((part) => part.replace(/\d+/g, '#'));

/** A date or a count, of which the later one stays. */
const isFact = (line: string, base: readonly string[]): boolean => {
  const mask = (text: string) => text.replace(/\d[\d:.,apm -]*/gi, '#');
  return base.some((old) => mask(old) === mask(line));
};

const doAll = (document: Document, deeds: readonly Deed[]): string =>
  inOrder(deeds).reduce((text, one) => doDeed({ ...document, text }, one), document.text);

test('branches unite in any order to the same lines, none is lost, and a second time changes nothing', () => {
  fc.assert(
    fc.property(history, fc.infiniteStream(fc.nat()), ({ path, base, branches }, stream) => {
      const texts = branches.map((deeds) => doAll({ path, text: base }, deeds));
      const merged = mergeAll({ path, base }, texts);
      const keys = texts.map(() => stream.next().value);
      const shuffled = [...texts.keys()].sort((a, b) => (keys[a] ?? 0) - (keys[b] ?? 0));
      for (const order of [[...texts.keys()].reverse(), shuffled])
        assert.equal(
          linesOf(
            mergeAll(
              { path, base },
              order.map((at) => texts[at] ?? ''),
            ),
          ),
          linesOf(merged),
        );
      const whole = merged.replace(/\d+/g, '#');
      const old = linesOf(base);
      for (const line of texts.flatMap(linesOf))
        if (!old.includes(line) && !isFact(line, old))
          assert.ok(
            partsOf(line).every((part) => whole.includes(part)),
            `lost: ${line}`,
          );
      for (const theirs of texts)
        assert.equal(linesOf(mergeAll({ path, base }, [merged, theirs])), linesOf(merged));
    }),
    { numRuns: HISTORIES, ...(process.env.MERGES === undefined ? { seed: 17 } : {}) },
  );
});

test.run();
