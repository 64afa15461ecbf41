// Lines recorded by hand, before and after; and what holds for all of them.
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { addNote, type Note } from '../../../src/core/draft/note.ts';
import { lostLines } from './untouched.ts';

const folder = new URL('../../fixtures/note/', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, folder), 'utf8');

const windows = (text: string) => text.replaceAll('\n', '\r\n');
const unended = (text: string) => text.replace(/\n+$/, '');

for (const name of readdirSync(folder).sort()) {
  const facts = JSON.parse(read(`${name}/facts.json`)) as { readonly note: Note; readonly now: string };
  const { note, now } = facts;
  const [before, after] = [read(`${name}/before.md`), read(`${name}/after.md`)];
  const add = (text: string) => addNote({ path: 'SESSION_CONTEXT.md', text }, note, now);

  test(`records where the file keeps such lines: ${name}`, () => {
    const noted = add(before);
    assert.is(noted.text, after);
    assert.is(noted.isKnown, before === after);
    const words = note.text.split(/[^\p{L}]+/u).at(-1) ?? '';
    assert.match(
      after
        .split('\n')
        .slice(noted.line - 1, noted.line + 1)
        .join(' ')
        .toLowerCase(),
      words.toLowerCase(),
    );
  });

  test(`leaves every other byte alone: ${name}`, () => {
    assert.is(add(after).text, after, 'a second time changes nothing');
    assert.ok(add(after).isKnown);
    assert.is(add(windows(before)).text, windows(after), 'the same under CRLF');
    assert.is(add(unended(before)).text, unended(after), 'the same without a final newline');
    assert.is(add(`\uFEFF${before}`).text, `\uFEFF${after}`, 'the same behind a byte order mark');
    const unnumbered = (text: string) => text.replace(/^(\s*)\d+\. /gm, '$1#. ');
    assert.ok(lostLines(unnumbered(before), unnumbered(after)).length <= 1);
  });
}

test('a blocker that was removed may be met again', () => {
  const before = '# A\n\n## Blockers\n\nNone.\n\n## Log\n\n**2026-06-01:**\n- Unblocked: the CI has no GPU\n';
  const { text } = addNote(
    { path: 'a.md', text: before },
    { kind: 'blocker', text: 'The CI has no GPU' },
    '2026-06-05T00:00:00Z',
  );
  assert.is(text, before.replace('None.', '- The CI has no GPU'));
});

test('refuses a file with conflict markers', () => {
  const text = '# A\n\n<<<<<<< HEAD\na\n=======\nb\n>>>>>>> other\n';
  assert.throws(() => addNote({ path: 'a.md', text }, { kind: 'next', text: 'b' }, '2026-06-05T00:00:00Z'));
});

test.run();
