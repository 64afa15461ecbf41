// What a brief reads of a context file of megabytes.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { withoutMiddle } from '../../src/core/brief/long.ts';
import { splitLines } from '../../src/core/markdown/lines.ts';

const numbered = (count: number, eol: string) =>
  Array.from({ length: count }, (_, at) => `- the gauge of lock ${at + 1} was read by hand`).join(eol);

for (const [name, eol] of [
  ['LF', '\n'],
  ['CRLF', '\r\n'],
  ['CR', '\r'],
] as const)
  test(`leaves the middle empty, and every line where it was: ${name}`, () => {
    const text = numbered(60_000, eol);
    const { text: read, unread } = withoutMiddle(text);
    const [old, now] = [splitLines(text), splitLines(read)];
    assert.is(now.length, old.length);
    assert.ok(unread !== undefined);
    for (const [index, line] of now.entries()) {
      const isUnread = index + 1 >= unread.from && index + 1 <= unread.to;
      if (line.text !== (isUnread ? '' : old[index]?.text)) assert.unreachable(`line ${index + 1}`);
    }
    assert.ok(read.replace(/[\r\n]/g, '').length < 1_000_000);
  });

for (const [name, text] of [
  ['short', numbered(100, '\n')],
  ['a line of megabytes', 'a'.repeat(3_000_000)],
  ['a line of megabytes among others', `# S\n\n${'a'.repeat(3_000_000)}\n\n## Next\n\n- b\n`],
  ['empty', ''],
] as const)
  test(`leaves nothing out: ${name}`, () => assert.equal(withoutMiddle(text), { text }));

test.run();
