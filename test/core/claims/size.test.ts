// What the reader of claims does with much text, and with text that is none: time in proportion to its
// length.
import { readdirSync } from 'node:fs';
import fc from 'fast-check';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { readRows } from '../../../bench/claims.ts';
import { readClaims } from '../../../src/core/claims/index.ts';
import { parseMessage } from '../../../src/core/message/index.ts';
import type { Message } from '../../../src/core/types.ts';
import { expressionsOf, worstOf } from '../../helpers/expressions.ts';
import { fill, growthOf, HOSTILE } from '../../helpers/hostile.ts';

const FIXTURES = new URL('../../fixtures/claims/', import.meta.url);

// The parts of a squash are messages of their own, for which the message is parsed.
const parsed = (): Message[] => [
  ...readdirSync(FIXTURES)
    .flatMap((name) => readRows(new URL(name, FIXTURES)))
    .map(({ message }) => parseMessage(message))
    .filter(({ parts }) => parts === undefined),
  ...HOSTILE.map((part) => parseMessage(fill(part, 20_000))),
  ...HOSTILE.map((part) => parseMessage(`feat: x\n\n${fill(part, 20_000)}`)),
  ...HOSTILE.map((part) => parseMessage(`feat: x\n\n${fill(part, 20_000).replace(/(.{1000})/g, '$1\n')}`)),
];

// Milliseconds of the processor: several times what the slowest takes on a quiet machine, far from what
// square time takes.
const LONGEST = 4_000;

test('each expression takes seconds at the most for a megabyte of its worst text', () => {
  const messages = parsed();
  const expressions = expressionsOf(() => {
    for (const message of messages) readClaims(message);
  });
  assert.ok(expressions.length > 100, `${expressions.length}`);
  const slow = expressions.map(worstOf).filter(({ ms }) => ms > LONGEST);
  assert.equal(slow, []);
});

test('an expression of square time is found', () => {
  const [expression] = expressionsOf(() => void /\s*:\s*$/.test(' '.repeat(20_000)));
  assert.ok(expression !== undefined && worstOf(expression).ms > LONGEST);
});

test('documents of 5 MB take time in proportion to their length', () => {
  for (const part of ['- [x] item\n', '# Phase 3\n\n**Status:** complete\n\n']) {
    const read = (text: string) =>
      readClaims(parseMessage('docs: plan'), [
        { path: 'docs/phases/phase3.md', before: text.replaceAll('[x]', '[ ]'), after: `${text}\n` },
      ]);
    const { ratio, large } = growthOf((text) => void read(text), part, 5_000_000);
    assert.ok(
      ratio < 32,
      `${JSON.stringify(part.slice(0, 20))}: x${ratio.toFixed(1)}, ${large.toFixed(0)} ms`,
    );
  }
});

const ANY = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 400 }),
  // What a message in another encoding is read as.
  fc.uint8Array({ maxLength: 400 }).map((bytes) => Buffer.from(bytes).toString('latin1')),
  fc.uint8Array({ maxLength: 400 }).map((bytes) => Buffer.from(bytes).toString('utf8')),
  fc
    .uint8Array({ maxLength: 400 })
    .map((bytes) => Buffer.from(bytes.slice(0, bytes.length & ~1)).toString('utf16le')),
);

test('text of any encoding claims nothing about a phase, and is read', () => {
  fc.assert(
    fc.property(ANY, ANY, (subject, body) => {
      const claims = readClaims(parseMessage(`${subject}\n\n${body}`));
      assert.equal(
        claims.filter(({ kind }) => kind === 'phase-done'),
        [],
      );
    }),
    { seed: 15, numRuns: 1000 },
  );
});

// \u0130 is two characters in lower case, \u017f and \u212a fold to ASCII, a lone half of a pair is no
// character.
const SIGNS = [
  '\u0130',
  '\u017f',
  '\u212a',
  '\ud83c',
  '\udf89',
  '\u0000',
  '\ufffd',
  '\u202e',
  'e\u0301',
  '\u{1d54f}',
];

test('a title of any sign moves no offset of the clause around it', () => {
  for (const sign of SIGNS) {
    const claims = readClaims(parseMessage(`Phase 3 (${sign}) is complete: ${sign} charts, phase 4 started`));
    assert.equal(
      claims.map(({ kind, id }) => [kind, id]),
      [
        ['phase-done', '3'],
        ['phase-started', '4'],
      ],
      JSON.stringify(sign),
    );
  }
});

test.run();
