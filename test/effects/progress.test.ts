import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { describeProgress } from '../../src/core/wording/progress.ts';
import { startProgress } from '../../src/effects/progress.ts';

/** A terminal, and a clock that stands still until it is set. */
function createStage(isTTY = true, columns = 80) {
  let seen = '';
  let time = 0;
  const write = (text: string): boolean => {
    seen += text;
    return true;
  };
  const stream = { isTTY, columns, write: write as NodeJS.WriteStream['write'] };
  const advanceClock = (by: number) => {
    time += by;
  };
  return { stage: { stream: stream as NodeJS.WriteStream, now: () => time }, advanceClock, seen: () => seen };
}

const describe = (done: number): string => `${done} done`;

test('what is over within a second shows nothing', () => {
  const { stage, advanceClock, seen } = createStage();
  const progress = startProgress(describe, stage);
  advanceClock(999);
  progress.advance(5);
  progress.end();
  assert.is(seen(), '');
});

test('what takes longer says how far it has come, and takes the line away', () => {
  const { stage, advanceClock, seen } = createStage();
  const progress = startProgress(describe, stage);
  progress.advance(5);
  advanceClock(1000);
  progress.advance(5);
  progress.advance(1);
  advanceClock(100);
  progress.advance(1);
  assert.is(seen(), '\r\x1b[2K10 done\r\x1b[2K12 done');
  progress.end();
  progress.end();
  assert.ok(seen().endsWith('12 done\r\x1b[2K'));
});

test('where stderr is no terminal nothing is shown, however long it takes', () => {
  const { stage, advanceClock, seen } = createStage(false);
  const progress = startProgress(describe, stage);
  advanceClock(60_000);
  progress.advance(5);
  progress.end();
  assert.is(seen(), '');
});

test('the line never wraps', () => {
  const { stage, advanceClock, seen } = createStage(true, 7);
  const progress = startProgress(describe, stage);
  advanceClock(2000);
  progress.advance(1234);
  assert.is(seen(), '\r\x1b[2K1234 d');
});

const lines: readonly (readonly [done: number, total: number, line: string])[] = [
  [0, 10, `handoff: [${' '.repeat(24)}] 0%  0 of 10 commits`],
  [5, 10, `handoff: [${'='.repeat(12)}${' '.repeat(12)}] 50%  5 of 10 commits`],
  [12, 10, `handoff: [${'='.repeat(24)}] 100%  12 of 10 commits`],
];

for (const [done, total, line] of lines)
  test(`${done} of ${total} commits are told as ${line.trim()}`, () =>
    assert.is(describeProgress(done, total), line));

test.run();
