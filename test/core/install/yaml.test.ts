import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { parse } from 'yaml';
import { cutBlocks } from '../../../src/core/install/block.ts';
import { insertLines } from '../../../src/core/install/managers/yaml.ts';

type Case = { readonly title: string; readonly text: string; readonly path: readonly string[] };

const LINES = ['ours:', '  run: a "b" $c; [ d ]'];
const OURS = { run: 'a "b" $c; [ d ]' };

const MAPS: readonly Case[] = [
  { title: 'an empty file', text: '', path: ['a', 'b'] },
  { title: 'a file of comments', text: '# one\n# two\n', path: ['a', 'b'] },
  { title: 'a missing key', text: 'x: 1\n', path: ['a', 'b'] },
  { title: 'a missing inner key', text: 'a:\n  x: 1   # why\n\n# end\n', path: ['a', 'b'] },
  { title: 'a key with nothing in it', text: 'a:   # later\nx: 1\n', path: ['a', 'b'] },
  { title: 'an inner key with nothing in it', text: 'a:\n    b: # later\n    x: 1\n', path: ['a', 'b'] },
  { title: 'a map that is there', text: 'a:\n  b:\n    # first\n    x: 1\n', path: ['a', 'b'] },
  { title: 'a wide indentation', text: 'a:\n        b:\n                x: 1\n', path: ['a', 'b'] },
  { title: 'an indented root', text: '  x: 1\n  a:\n    b:\n      y: 2\n', path: ['a', 'b'] },
  { title: 'a document mark', text: '---\nx: 1\n', path: ['a', 'b'] },
  { title: 'a block text at the end', text: 'x: |\n  one\n\n  two\n', path: ['a', 'b'] },
  { title: 'an anchor', text: 'a: &all\n  b: &some\n    x: 1\nc: *all\n', path: ['a', 'b'] },
  { title: 'quoted keys', text: '"a":\n  \'b\':\n    x: 1\n', path: ['a', 'b'] },
];

const forms = (text: string): string[] => [text, text.replaceAll('\n', '\r\n'), text.replace(/\n$/, '')];

for (const { title, text, path } of MAPS)
  test(`adds to ${title}, and every other byte stays`, () => {
    for (const form of forms(text)) {
      const edited = insertLines(form, { path, lines: LINES });
      assert.ok(edited !== null);
      const before = parse(form) ?? {};
      const after = parse(edited);
      assert.equal(after.a.b.ours, OURS);
      for (const key of Object.keys(before).filter((one) => one !== 'a' && one !== 'c'))
        assert.equal(after[key], before[key]);
      assert.is(cutBlocks(edited).rest, form);
    }
  });

for (const [title, text] of [
  ['indented', 'repos:\n  # first\n  - repo: x\n    hooks: [y]\n'],
  ['not indented', 'ci: {}\nrepos:\n- repo: x\n  hooks: [y]\n'],
  ['missing', 'ci: {}\n'],
] as const)
  test(`adds an item to a list that is ${title}`, () => {
    for (const form of forms(text)) {
      const edited = insertLines(form, { path: ['repos'], lines: ['- repo: local', '  hooks: []'] });
      assert.equal(parse(edited ?? '').repos[0], { repo: 'local', hooks: [] });
      assert.is(parse(edited ?? '').repos.length, (parse(form).repos?.length ?? 0) + 1);
      assert.is(cutBlocks(edited ?? '').rest, form);
    }
  });

for (const [title, text] of [
  ['a flow map', 'a: { b: { x: 1 } }\n'],
  ['a text', 'a: words\n'],
  ['an alias', 'x: &all\n  b: 1\na: *all\n'],
  ['a list at the root', '- a\n'],
  ['two documents', 'a: 1\n---\nb: 1\n'],
  ['a null that is written out', 'a:\n  b: ~\n'],
  ['no YAML', 'a: [\n'],
] as const)
  test(`leaves ${title} alone`, () => {
    assert.is(insertLines(text, { path: ['a', 'b'], lines: LINES }), null);
  });

test('adds nothing behind a document that says where it ends', () => {
  assert.is(insertLines('x: 1\n...\n', { path: [], lines: LINES }), null);
});

test.run();
