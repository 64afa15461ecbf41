// What is generated is up to date, and the project speaks of itself alone.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { generateDocument, generateSchema, readDocument, readSchema } from '../bench/schema.ts';

test('the JSON schema that editors use is the one that checks a config', () => {
  assert.is(readSchema(), generateSchema(), 'run: node --import tsx bench/schema.ts');
});

test('the table of keys lists every key with its default', () => {
  assert.is(readDocument(), generateDocument(readDocument()), 'run: node --import tsx bench/schema.ts');
});

test.run();
