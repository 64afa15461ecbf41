import fc from 'fast-check';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { renderDiff } from '../../src/core/markdown/diff.ts';

const lines = (count: number, from = 1): string =>
  Array.from({ length: count }, (_, at) => `line ${from + at}\n`).join('');

const shown: readonly (readonly [situation: string, before: string, after: string, diff: string])[] = [
  ['equal texts show nothing', 'a\n', 'a\n', ''],
  ['a new file is all new', '', 'a\nb\n', '@@ -0,0 +1,2 @@\n+a\n+b\n'],
  ['a changed line is old and new', 'a\nb\nc\n', 'a\nB\nc\n', '@@ -1,3 +1,3 @@\n a\n-b\n+B\n c\n'],
  [
    'an inserted line stands among three others',
    lines(9),
    `${lines(4)}new\n${lines(5, 5)}`,
    '@@ -2,6 +2,7 @@\n line 2\n line 3\n line 4\n+new\n line 5\n line 6\n line 7\n',
  ],
  ['a changed line ending is a change', 'a\r\nb\r\n', 'a\nb\r\n', '@@ -1,2 +1,2 @@\n-a\n+a\n b\n'],
  ['a line without an end is shown as a line', 'a', 'a\nb', '@@ -1,1 +1,2 @@\n-a\n+a\n+b\n'],
];

for (const [situation, before, after, diff] of shown)
  test(situation, () => assert.is(renderDiff(before, after), diff));

/** What `patch` would make of it. */
function applyDiff(before: string, diff: string): string {
  const old = before.split('\n').slice(0, -1);
  const result: string[] = [];
  for (const line of diff.split('\n').slice(0, -1)) {
    const start = /^@@ -(\d+),(\d+) /.exec(line);
    if (start !== null) {
      const above = Number(start[1]) - (start[2] === '0' ? 0 : 1);
      result.push(...old.splice(0, above - (before.split('\n').length - 1 - old.length)));
    } else {
      if (!line.startsWith('+')) assert.is(old.shift(), line.slice(1));
      if (!line.startsWith('-')) result.push(line.slice(1));
    }
  }
  return [...result, ...old].map((line) => `${line}\n`).join('');
}

test('applied to the text before, it gives the text after', () => {
  const text = fc
    .array(fc.constantFrom('a\n', 'b\n', 'c\n', '@@ -1 @@\n'), { maxLength: 40 })
    .map((all) => all.join(''));
  fc.assert(
    fc.property(text, text, (before, after) =>
      assert.is(applyDiff(before, renderDiff(before, after)), after),
    ),
    { numRuns: 300 },
  );
});

test('takes a text that was wholly rewritten out and puts the new one in', () => {
  const [before, after] = [lines(2000), lines(2000, 5000)];
  const diff = renderDiff(before, after);
  assert.match(diff, /^@@ -1,2000 \+1,2000 @@\n-line 1\n/);
  assert.is(applyDiff(before, diff), after);
});

test('keeps what stands once among very many changes, and lines that come often beside it', () => {
  const block = (name: string, at: number) => `${name} ${at}\nreturn\nanchor ${at}\nreturn\n`;
  const all = (name: string) => Array.from({ length: 1500 }, (_, at) => block(name, at)).join('');
  const diff = renderDiff(all('old'), all('new'));
  assert.is(applyDiff(all('old'), diff), all('new'));
  assert.not.match(diff, /^[-+](?:return|anchor)/m);
});

test('a block that moves among very many changes is taken out and put in', () => {
  const [first, last] = [lines(1200), lines(1200, 9000)];
  const [before, after] = [`${first}moved\n${last}`, `${lines(1200, 20_000)}${last}moved\n`];
  const diff = renderDiff(before, after);
  assert.is(applyDiff(before, diff), after);
  assert.match(diff, /^-moved$/m);
  assert.not.match(diff, /^[-+]line 9500$/m);
});

test.run();
