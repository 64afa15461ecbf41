// The line scanner against micromark and mdast: on real files, on rows for what could go wrong, and on any
// text.
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { scanBlocks } from '../../../src/core/markdown/blocks.ts';
import { readOutline } from '../../../src/core/markdown/outline.ts';
import { parseTree, walk } from './mdast.ts';

const contexts = new URL('../../fixtures/contexts/', import.meta.url);
const decisions = new URL('../../fixtures/decisions/', import.meta.url);

/** `line kind`, of what an edit could break. */
function scanned(text: string): string[] {
  return scanBlocks(text).flatMap(({ kind, level, text: line }, index) => {
    if (line.trim() === '') return [];
    if (kind === 'heading') return [`${index + 1} heading ${level}`];
    if (kind === 'fence' || kind === 'code') return [`${index + 1} code`];
    return ['comment', 'item', 'rule', 'table'].includes(kind) ? [`${index + 1} ${kind}`] : [];
  });
}

const KINDS: Readonly<Record<string, (depth: number | undefined) => string>> = {
  heading: (depth) => `heading ${depth}`,
  thematicBreak: () => 'rule',
  listItem: () => 'item',
  code: () => 'code',
  table: () => 'table',
  html: () => 'comment',
};
const WHOLE = ['code', 'table', 'html'];

function parsed(text: string): string[] {
  const kinds = new Map<number, string>();
  const source = text.split(/\r\n|\n|\r/);
  walk(parseTree(text), ({ type, depth, position }, parents) => {
    const isInline = type === 'html' && parents.at(-1)?.type === 'paragraph';
    const kind = KINDS[type]?.(depth);
    if (kind === undefined || position === undefined || isInline) return;
    if (parents.some((parent) => parent.type === 'blockquote')) return;
    const last = WHOLE.includes(type) ? position.end.line : position.start.line;
    // Behind a list mark a line may start another block, which says more.
    for (let line = position.start.line; line <= last; line++)
      if (type !== 'listItem' || !kinds.has(line)) kinds.set(line, kind);
  });
  const told = [...kinds].filter(([line]) => (source[line - 1] ?? '').trim() !== '');
  return told.sort((a, b) => a[0] - b[0]).map(([line, kind]) => `${line} ${kind}`);
}

for (const name of readdirSync(contexts)) {
  const text = readFileSync(new URL(name, contexts), 'utf8');
  test(`reads a real file as micromark does: ${name}`, () => assert.equal(scanned(text), parsed(text)));
  test(`reads it alike with other line endings: ${name}`, () => {
    assert.equal(scanned(text.replaceAll('\n', '\r\n')), scanned(text));
  });
}

for (const folder of readdirSync(decisions)) {
  const text = readFileSync(new URL(`${folder}/before.md`, decisions), 'utf8');
  if (text.startsWith('---')) continue;
  test(`finds the headings that micromark finds: ${folder}`, () => {
    const isHeading = (line: string) => line.includes('heading');
    assert.equal(scanned(text).filter(isHeading), parsed(text).filter(isHeading));
  });
}

for (const [title, text] of [
  ['a comment in a shell script', '```sh\n# not a heading\n```\n\n# A\n'],
  ['a fence inside a list item', '- a\n  ```\n  # no\n  ```\n- b\n'],
  ['a longer fence around a shorter one', '````md\n```\n# no\n```\n````\n# A\n'],
  ['a fence of tildes with backticks in it', '~~~\n```\n# no\n~~~\n'],
  ['a fence that is never closed', 'a\n\n```\n# no\n'],
  ['backticks that open no fence', '``` a `b` ```\n# A\n'],
  ['a comment over several lines', 'a\n\n<!--\n# no\n\n- no\n-->\n\n# A\n'],
  ['a comment that ends on its line', '<!-- a -->\n\n# A\n'],
  ['a heading with closing marks', '## A ##\n### B #c\n#D\n####### E\n'],
  ['an empty heading', '#\n\n##  \n'],
  ['titles with a line below', 'Title\n=====\n\nPart one\n--------\n\ntext\n'],
  ['a rule below a blank line', 'text\n\n---\n\n* * *\n___\n'],
  ['indented code', 'a\n\n    # no\n\tno\n\nb\n    goes on\n'],
  ['nested lists with boxes', '- [ ] a\n  - [x] b\n    1. c\n* d\n+ e\n2) f\n'],
  ['a table with no outer pipes in prose', '| a | b |\n|---|---|\n| 1 | 2 |\n\ntext | more\n'],
] as const) {
  test(`tells ${title}`, () => assert.equal(scanned(text), parsed(text)));
}

// What authors mean and CommonMark does not say; we side with the authors.
for (const [title, text, kinds] of [
  ['a rule below a label', '**Updated:** 2026-01-01\n---\n', ['text', 'rule']],
  ['a rule below a sentence', 'All is well.\n---\n', ['text', 'rule']],
  ['a list that starts with its fifth point', 'so:\n5. a\n', ['text', 'item']],
  ['front matter', '---\na: 1\n---\n# A\n', ['front', 'front', 'front', 'heading']],
  ['a first rule that nothing closes', '---\na\n', ['rule', 'text']],
] as const) {
  test(`tells ${title}`, () =>
    assert.equal(
      scanBlocks(text).map(({ kind }) => kind),
      [...kinds],
    ));
}

const line = fc.constantFrom(
  '',
  '',
  '# a',
  '## b ##',
  'text',
  '- item',
  '  - nested',
  '1. one',
  '> quote',
  '```',
  '```sh',
  '~~~',
  '---',
  '***',
  '| a | b |\n|---|---|\n| 1 | 2 |',
  '<!-- c -->',
  '<!--',
  '-->',
  '    code',
  '- [ ] box',
  '#hash',
  'a `b` c',
  '  indented',
);

test('finds the headings and the code that micromark finds, in any text', () => {
  fc.assert(
    fc.property(fc.array(line, { maxLength: 14 }), (lines) => {
      // A line between blank ones: what a paragraph swallows differs only inside lists and quotes.
      const text = `start\n\n${lines.join('\n\n')}\n`;
      const tells = (line: string) => /heading|rule/.test(line);
      assert.equal(scanned(text).filter(tells), parsed(text).filter(tells), JSON.stringify(text));
    }),
    { numRuns: 300, seed: 5 },
  );
});

test('puts every line into the sections that hold it, and none into two at one level', () => {
  fc.assert(
    fc.property(fc.array(line, { maxLength: 14 }), (lines) => {
      const { sections, lines: all } = readOutline(lines.join('\n'));
      for (const [at, { from, to, bodyTo, level }] of sections.entries()) {
        assert.ok(from <= bodyTo && bodyTo <= to && to <= all.length);
        const next = sections[at + 1];
        if (next !== undefined) assert.is(to > next.from, level > 0 && next.level > level);
      }
    }),
    { numRuns: 300, seed: 5 },
  );
});

test.run();
