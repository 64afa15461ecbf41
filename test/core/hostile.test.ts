// No text makes the readers of messages and paths slow: time grows as the text does.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { DEFAULTS } from '../../src/core/config/defaults.ts';
import { cleanMessage, parseMessage } from '../../src/core/message/index.ts';
import { kindOf } from '../../src/core/signals/files.ts';
import { findSignals } from '../../src/core/signals/index.ts';
import { growthOf, HOSTILE } from '../helpers/hostile.ts';

/** Between 8, which is linear, and 64, which is quadratic. */
const STEEPEST = 32;

const judge = (message: string): void => {
  const files = [{ path: 'src/a.ts', status: 'M', added: 90, deleted: 3 }] as const;
  const commit = { sha: null, parents: ['0'], date: '2026-01-01T00:00:00Z', message, files };
  findSignals({ commit, documents: [] }, parseMessage(message), DEFAULTS);
};

// The rules read the first 20,000 characters of a body; what stands behind them would hide how time grows.
const READERS: readonly (readonly [name: string, length: number, read: (text: string) => void])[] = [
  ['a subject', 100_000, judge],
  ['a body', 19_000, (text) => judge(`fix: x\n\n${text}`)],
  ['a message', 100_000, (text) => parseMessage(`fix: x\n\n${text}`)],
  ['a message file', 100_000, (text) => cleanMessage(text, { commentChar: '#', hasEditor: true })],
  ['a path', 100_000, (text) => kindOf(`${text}.md`)],
];
for (const [name, length, read] of READERS) {
  test(`${name} of any shape takes time in proportion to its length`, () => {
    for (const part of HOSTILE) {
      const { ratio, large } = growthOf(read, part, length);
      assert.ok(ratio < STEEPEST, `${JSON.stringify(part)}: x${ratio.toFixed(1)}, ${large.toFixed(0)} ms`);
    }
  });
}

test('a line of a message that is cut says so', () => {
  const long = 'the planner waits '.repeat(500);
  const { subject, trailers, body } = parseMessage(`feat: ${long}\n\n${long}\n\nGotcha: ${long}`);
  for (const text of [subject, trailers[0]?.value ?? '', body.split('\n')[0] ?? '']) {
    assert.match(text, /…$/);
    assert.ok(text.length > 1900 && text.length <= 2000, String(text.length));
  }
  assert.is(parseMessage(`feat: x\n\n${'y'.repeat(2000)}`).body, 'y'.repeat(2000));
});

test('a message of 10 MB is read up to its limit', () => {
  const message = parseMessage(`feat: x\n\n${'word '.repeat(2_000_000)}`);
  assert.is(message.subject, 'feat: x');
  assert.ok(message.body.length <= 1_000_000);
});

test.run();
