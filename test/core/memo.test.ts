import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { memoize } from '../../src/core/memo.ts';

test('what is asked again is computed once', () => {
  const computed: string[] = [];
  const length = memoize((text: string) => computed.push(text) && text.length);
  assert.equal(['a', 'bb', 'bb', 'a', 'bb'].map(length), [1, 2, 2, 1, 2]);
  assert.equal(computed, ['a', 'bb']);
});

test('no more answers are kept than the limit says, and all are right', () => {
  const computed: number[] = [];
  const twice = memoize((value: number) => computed.push(value) && 2 * value, 2);
  assert.equal([1, 2, 1, 3, 1, 3].map(twice), [2, 4, 2, 6, 2, 6]);
  assert.equal(computed, [1, 2, 3, 1]);
});

test.run();
