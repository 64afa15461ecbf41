// What the hooks' shell tells node of git.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { parseTold } from '../../src/git/told.ts';

const HEAD = `${'a'.repeat(40)} commit 5\nhello\n`;
const BLOB = 'b'.repeat(40);
const NAMES = 'HEAD\nHEAD:a.md\n\n';
const asked = { file: 'a.md', range: 'log HEAD' };
const tell = (...parts: string[]) => parseTold(Buffer.from([NAMES, ...parts].join('')), asked);
const MISSING = 'HEAD:a.md missing\n';

test('tells of the work tree behind a commit', () => {
  const told = tell('\n', HEAD, MISSING, 'a.md\0docs/b.md\0\0', `${BLOB}\n`, 'commits');
  assert.is(told?.objects.get('HEAD')?.text, 'hello');
  assert.is(told?.objects.get('HEAD:a.md'), null);
  assert.equal(told?.markdown, ['a.md', 'docs/b.md']);
  assert.equal(told?.file, { path: 'a.md', blob: BLOB });
  assert.is(told?.range?.output.toString(), 'commits');
  assert.is(told?.tree, null);
});

test('tells of no Markdown at all, and of a file that is not there', () => {
  const told = tell('\n', HEAD, MISSING, '\0', '\n', 'commits');
  assert.equal(told?.markdown, []);
  assert.is(told?.file, null);
  assert.is(told?.range?.output.toString(), 'commits');
});

for (const [what, rest] of [
  ['nothing', ''],
  ['no end of the list', 'a.md\0docs/b.md\0'],
  ['no list', `${BLOB}\ncommits`],
] as const)
  test(`takes ${what} behind the objects for not asked`, () => {
    const told = tell('\n', HEAD, MISSING, rest);
    assert.is(told?.objects.get('HEAD')?.text, 'hello');
    assert.equal([told?.markdown, told?.file, told?.range], [null, null, null]);
  });

test('tells of the index before a commit', () => {
  const told = tell('c'.repeat(40), '\n', HEAD, MISSING);
  assert.is(told?.tree, 'c'.repeat(40));
  assert.equal(told?.changes, []);
  assert.equal([told?.markdown, told?.file, told?.range], [null, null, null]);
});

test('tells of what is staged, and of tracked Markdown', () => {
  const raw = `:100644 100644 ${'1'.repeat(40)} ${'2'.repeat(40)} M\0a.md\0`;
  const told = tell('c'.repeat(40), '\n', HEAD, MISSING, raw, '3\t1\ta.md\0', '\0', 'a.md\0b.md\0');
  assert.equal(
    told?.changes?.map(({ path, added, deleted }) => [path, added, deleted]),
    [['a.md', 3, 1]],
  );
  assert.equal(told?.markdown, ['a.md', 'b.md']);
});

test('tells of Markdown where nothing is staged', () => {
  const told = tell('c'.repeat(40), '\n', HEAD, MISSING, '\0', 'a.md\0');
  assert.equal([told?.changes, told?.markdown], [[], ['a.md']]);
});

test('tells of no tree where there are conflicts', () => {
  const told = tell('-\n', HEAD, MISSING, '\0');
  assert.equal([told?.tree, told?.changes, told?.markdown], [null, [], []]);
});

test('tells of no changes before the first commit', () => {
  const told = tell('c'.repeat(40), '\n', 'HEAD missing\n', MISSING, '\0', 'a.md\0');
  assert.is(told?.changes, null);
  assert.equal(told?.markdown, ['a.md']);
});

test('tells nothing where git had no answer', () => {
  assert.is(tell(''), null);
  assert.is(parseTold(Buffer.from('\n'), asked), null);
  assert.is(tell('\n'), null);
  assert.is(tell('\n', HEAD), null);
});

test.run();
