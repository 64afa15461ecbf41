import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { appendItem, parseJson, removeChild } from '../../src/core/json.ts';

const strip = (text: string): unknown =>
  JSON.parse(text.replace(/\/\*.*?\*\/|\/\/.*$/gm, '').replace(/,(\s*[}\]])/g, '$1'));

const PLACES: readonly (readonly [title: string, before: string, after: string])[] = [
  ['an empty object', '{}', '{\n  "a": {\n    "b": [\n      1\n    ]\n  }\n}'],
  ['an empty list', '{"a": {"b": []}}', '{"a": {"b": [\n  1\n]}}'],
  ['a list on one line', '{ "a": { "b": [7, 8] } }', '{ "a": { "b": [7, 8, 1] } }'],
  [
    'a list indented by tabs',
    '{\n\t"a": {\n\t\t"b": [\n\t\t\t7\n\t\t]\n\t}\n}\n',
    '{\n\t"a": {\n\t\t"b": [\n\t\t\t7,\n\t\t\t1\n\t\t]\n\t}\n}\n',
  ],
  [
    'a list with a comment and a trailing comma',
    '{\n  // mine\n  "a": {\n    "b": [\n      7, /* why */\n    ],\n  },\n}\n',
    '{\n  // mine\n  "a": {\n    "b": [\n      7,\n      1, /* why */\n    ],\n  },\n}\n',
  ],
  [
    'an object that holds other keys',
    '{\r\n    "z": "\\"}",\r\n    "y": [1,2]\r\n}\r\n',
    '{\r\n    "z": "\\"}",\r\n    "y": [1,2],\r\n    "a": {\r\n        "b": [\r\n            1\r\n        ]\r\n    }\r\n}\r\n',
  ],
];

for (const [title, before, after] of PLACES)
  test(`appends to ${title} and keeps every other byte`, () => {
    const text = appendItem(before, ['a', 'b'], 1);
    assert.is(text, after);
    const root = strip(text) as { a: { b: unknown[] } };
    assert.is(root.a.b.at(-1), 1);
  });

for (const [title, text] of [
  ['a string where a list belongs', '{"a": "b"}'],
  ['an object where a list belongs', '{"a": {"b": {}}}'],
  ['a list at the root', '[]'],
  ['text behind the root', '{} {}'],
  ['a missing comma', '{"a": 1 "b": 2}'],
  ['an end that never comes', '{"a": ['],
  ['a key without quotes', '{a: 1}'],
  ['nothing at all', ''],
  ['nesting without end', '['.repeat(100_000)],
] as const)
  test(`refuses ${title}`, () => {
    assert.throws(
      () => appendItem(text, ['a', 'b'], 1),
      (error: unknown) => error instanceof SyntaxError,
    );
  });

for (const [index, after] of [
  [0, '[\n  2, // two\n  3\n]'],
  [1, '[\n  1,\n  3\n]'],
  [2, '[\n  1,\n  2\n]'],
] as const)
  test(`takes child ${index} out of a list with its comma`, () => {
    const text = '[\n  1,\n  2, // two\n  3\n]';
    const root = parseJson(text);
    const child = root.children[index];
    assert.ok(child);
    assert.is(removeChild(text, root, child), after);
  });

test('reads a comment that never ends without hanging', () => {
  assert.throws(() => parseJson(`{}/*${'*'.repeat(200_000)}`));
});

test.run();
