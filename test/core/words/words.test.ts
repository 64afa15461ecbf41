// The tables of words: one a language, and nothing in them that matches everything.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { alternatives, LANGUAGES, WORDS } from '../../../src/core/words/index.ts';

type Entry = readonly [path: string, text: string];

const entriesOf = (value: unknown, path: string): Entry[] =>
  typeof value === 'string'
    ? [[path, value]]
    : Object.entries(value ?? {}).flatMap(([key, one]) => entriesOf(one, `${path}.${key}`));

for (const language of LANGUAGES) {
  const entries = entriesOf(WORDS[language], language);

  test(`${language} has no empty alternative, no blank around one and none twice`, () => {
    assert.ok(entries.length > 40);
    for (const [path, text] of entries) {
      const words = alternatives(text);
      assert.ok(
        words.every((word) => word !== '' && word === word.trim()),
        path,
      );
      assert.is(new Set(words).size, words.length, path);
    }
  });

  test(`${language} writes its words in lower case`, () => {
    for (const [path, text] of entries) assert.is(text, text.toLowerCase(), path);
  });

  test(`${language} gives each label one meaning`, () => {
    const labels = Object.values(WORDS[language].labels).flatMap(alternatives);
    const twice = labels.filter((label, index) => labels.indexOf(label) !== index);
    assert.equal(
      twice.filter((label) => !['done', 'status', 'neutral'].some((kind) => kindsOf(label).includes(kind))),
      [],
    );
  });

  const kindsOf = (label: string): string[] =>
    Object.entries(WORDS[language].labels).flatMap(([kind, text]) =>
      alternatives(text).includes(label) ? [kind] : [],
    );
}

test.run();
