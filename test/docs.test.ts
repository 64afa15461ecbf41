// What is generated is up to date, and the project speaks of itself alone.
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { generateDocument, generateSchema, readDocument, readSchema } from '../bench/schema.ts';

test('the JSON schema that editors use is the one that checks a config', () => {
  assert.is(readSchema(), generateSchema(), 'run: node --import tsx bench/schema.ts');
});

test('the table of keys lists every key with its default', () => {
  assert.is(readDocument(), generateDocument(readDocument()), 'run: node --import tsx bench/schema.ts');
});

test('every situation names a test that exists', () => {
  const text = readFileSync(new URL('../docs/situations.md', import.meta.url), 'utf8');
  const rows = text.split('\n').filter((line) => line.startsWith('| ') && !line.endsWith('| test |'));
  const cited = rows.flatMap((row) => row.split('|').at(-2)?.trim().split(', ') ?? []).filter(Boolean);
  assert.ok(cited.length > 50);
  const missing = cited.filter((name) => !existsSync(new URL(`e2e/${name}.test.ts`, import.meta.url)));
  assert.equal([...new Set(missing)], []);
});

test.run();
