// Why the system refused: each answer of its own gets a reason and a fix, no bare code.
import { constants } from 'node:os';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { problemOf } from '../../src/core/problem.ts';
import { unusable } from '../../src/effects/unusable.ts';

const refusal = (code: string, errno: number, syscall = 'write'): Error =>
  Object.assign(new Error(`${code}: it says no, ${syscall}`), { code, errno: -errno, syscall });

for (const code of ['ENOSPC', 'EIO', 'EROFS', 'EACCES', 'EMFILE', 'ENFILE', 'EFBIG', 'EISDIR'] as const)
  test(`${code} has a reason and a fix`, () => {
    const { text } = unusable('a.md', 'written', refusal(code, constants.errno[code]));
    assert.is(text.what, 'a.md could not be written');
    assert.not.match(String(text.why), code);
    assert.ok(text.fix);
  });

test('a quota that is used up is named, though node has no code for it', () => {
  const { text } = unusable('a.md', 'written', refusal('UNKNOWN', constants.errno.EDQUOT));
  assert.is(text.why, 'your quota on the disk is used up');
});

test('what the system refuses is no fault of ours, and what we got wrong is one', () => {
  assert.equal(problemOf(refusal('EIO', constants.errno.EIO, 'read')).text.what, 'the system refused');
  assert.match(problemOf(new TypeError('x is not a function')).text.what, /^a fault of handoff-hooks: Type/);
  const own = unusable('a.md', 'read', refusal('EIO', constants.errno.EIO));
  assert.is(problemOf(own), own);
});

test.run();
