// The tables of words: one a language, and nothing in them that matches everything.
import { readdirSync } from 'node:fs';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { findDay, UNDATED } from '../../../src/core/dates/day.ts';
import { findPhases } from '../../../src/core/phases/phases.ts';
import { alternatives, LANGUAGES, WORDS } from '../../../src/core/words/index.ts';
import { MONTHS } from '../../../src/core/words/months.ts';

type Entry = readonly [path: string, text: string];

const entriesOf = (value: unknown, path: string): Entry[] =>
  typeof value === 'string'
    ? [[path, value]]
    : Object.entries(value ?? {}).flatMap(([key, one]) => entriesOf(one, `${path}.${key}`));

for (const language of LANGUAGES) {
  const { says, ...read } = WORDS[language];
  const entries = entriesOf(read, language);

  test(`${language} says in a draft what it adds`, () => {
    assert.match(says.phaseDone, /#/);
    for (const [key, word] of Object.entries(says)) assert.match(word, /^\S(?:.*\S)?$/, key);
  });

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

test('a language is one file, and each file is listed', () => {
  const files = readdirSync(new URL('../../../src/core/words/', import.meta.url)).flatMap(
    (name) => /^([a-z]{2})\.ts$/.exec(name)?.[1] ?? [],
  );
  assert.equal(files.sort(), [...LANGUAGES].sort());
  for (const language of LANGUAGES) {
    const months = MONTHS[language]?.split('|');
    assert.ok(months === undefined || months.length === 12, language);
    months?.forEach((month, index) => {
      const day = findDay(`3 ${month} 2026`, UNDATED)?.day;
      assert.is(day, `2026-${String(index + 1).padStart(2, '0')}-03`, month);
    });
    const { running, done, open } = WORDS[language].statuses;
    const [unit = ''] = alternatives(WORDS[language].units.phase);
    for (const [words, value] of [
      [running, 'running'],
      [done, 'done'],
      [open, 'pending'],
    ] as const)
      for (const word of alternatives(words))
        assert.is(findPhases(`${unit} 3: ${word}`)[0]?.status?.value, value, `${language} ${word}`);
  }
});

test.run();
