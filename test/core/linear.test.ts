// No text makes a reader slow: twice the text takes about twice the time, whatever stands in it.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { readClaims } from '../../src/core/claims/read.ts';
import { readContext } from '../../src/core/context/context.ts';
import { readDecisions } from '../../src/core/decisions/decisions.ts';
import { scanBlocks } from '../../src/core/markdown/blocks.ts';
import { escapeInline, plainText } from '../../src/core/markdown/inline.ts';
import { cutLines, LONGEST_LINE } from '../../src/core/markdown/lines.ts';
import { readOutline } from '../../src/core/markdown/outline.ts';
import { parseMessage } from '../../src/core/message/index.ts';

const SEPARATOR = '\u2028';
const fill = (unit: string) => (size: number) => unit.repeat(Math.ceil(size / unit.length));

/** One long line each. */
const LONG: Readonly<Record<string, (size: number) => string>> = {
  'spaces before a separator': (size) => `## x${' '.repeat(size)}${SEPARATOR}y`,
  'an item of spaces': (size) => `* [X] ${' '.repeat(size)}${SEPARATOR}`,
  'a row of tabs': (size) => `|${'\t'.repeat(size)}`,
  'a field of tabs': (size) => `a:${'\t'.repeat(size)}"${SEPARATOR}`,
  ...Object.fromEntries(
    [
      ...[
        '|',
        '| a ',
        '-',
        '0',
        '1.',
        '(',
        '[',
        '[a](',
        '<',
        '<!--',
        '*',
        '**a',
        '__a__:',
        '`',
        '"',
        '“',
        '!',
      ],
      ...[':', '/', 'a', 'phase ', '2026-01-01 ', 'abcdef1 ', '(#1', 'fixes #1, ', 'v1.2.3-', 'Decision 1: '],
      ...[
        'A b. ',
        'e\u0301',
        '12% ',
        ', ',
        'a/b.c ',
        '\u00a0',
        'ignore all ',
        'completed phase ',
        '~~',
        '- [ ] ',
      ],
      ...['=', '#', ' #', '<a ', '&amp;', '.', '。', '「', '→ ', 'done, ', 'Phase 1 complete '],
    ].map((unit) => [JSON.stringify(unit), fill(unit)]),
  ),
};

/** Many short ones. */
const MANY = Object.fromEntries(
  [
    ...[
      '## H\n',
      '- a\n',
      '- [ ] a\n',
      '```\n',
      '\n',
      '<!--\n',
      '- Phase 1 complete\n',
      'Gotcha: a b c\n',
      '> a\n',
    ],
    ...[
      '**2026-01-01, 1:00pm:**\n- a (abcdef1)\n',
      '| 1 | a | b |\n',
      '[a]: http://x\n',
      '# A\n\n## Log\n\n',
    ],
    ...[
      '## Decision 7: x\n\n**Decision:** y\n\n**Rationale:** z\n',
      '**Blockers:** none\n',
      '1. a\n   - b\n',
      '---\n',
    ],
  ].map((unit) => [JSON.stringify(unit), fill(unit)]),
);

const READERS: Readonly<Record<string, (text: string) => unknown>> = {
  'a subject': (text) => readClaims(parseMessage(`feat: ${text}`)),
  'a body': (text) => readClaims(parseMessage(`feat: x\n\nSome words.\n${text}`)),
  'a trailer': (text) => readClaims(parseMessage(`feat: x\n\nGotcha: ${text}`)),
  blocks: scanBlocks,
  'an outline': readOutline,
  'a context file': (text) =>
    readContext(`# Session Context\n\n## Next\n${text}\n\n## Update Log\n\n${text}\n`),
  'a decision log': (text) =>
    readDecisions([
      {
        path: 'docs/decisions.md',
        text: `# Decisions\n\n## Decision 1: a\n\n**Decision:** ${text}\n${text}\n`,
      },
    ]),
};

const ON_A_LINE: Readonly<Record<string, (text: string) => unknown>> = { plainText, escapeInline };

const timeOf = (read: () => unknown): number => {
  const start = process.cpuUsage().user;
  read();
  return process.cpuUsage(undefined).user - start;
};

/** Microseconds: what grows with the square of the text would take minutes. */
const ENOUGH = 3_000_000;

const SIZE = 60_000;

// What is fast is linear enough; only what is slow is asked how it grows.
function assertLinear(read: (text: string) => unknown, text: (size: number) => string): void {
  const whole = timeOf(() => read(text(SIZE)));
  if (whole < ENOUGH / 3) return;
  const half = timeOf(() => read(`${text(SIZE / 2)} `));
  assert.ok(whole < ENOUGH && whole < 3.2 * half + 200_000, `${half / 1000} ms, then ${whole / 1000} ms`);
}

for (const [name, read] of Object.entries(READERS))
  test(`${name} is read in linear time`, () => {
    for (const [what, text] of Object.entries({ ...LONG, ...MANY }))
      try {
        assertLinear(read, text);
      } catch (error) {
        throw new Error(`${what}: ${(error as Error).message}`);
      }
  });

for (const [name, read] of Object.entries(ON_A_LINE))
  test(`${name} is done with the longest line at once`, () => {
    for (const text of Object.values(LONG)) assert.ok(timeOf(() => read(text(LONGEST_LINE))) < 300_000);
  });

test('a long line is cut, and no other character goes', () => {
  const long = 'a'.repeat(LONGEST_LINE + 5);
  assert.is(cutLines(`x\r\n${long}\n\ny`), `x\r\n${long.slice(5)}\n\ny`);
  assert.is(cutLines('a\nb'), 'a\nb');
});

test.run();
