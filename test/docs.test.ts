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

test('every file that the security promises name is there', () => {
  const text = readFileSync(new URL('../SECURITY.md', import.meta.url), 'utf8');
  const named = [...text.matchAll(/`((?:src|test)\/[^`]+|action\.yml)`/g)].map(([, path = '']) => path);
  assert.ok(named.length > 15);
  assert.equal(
    named.filter((path) => !existsSync(new URL(`../${path}`, import.meta.url))),
    [],
  );
});

const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));

for (const [file, pins] of [
  ['action.yml', [`default: ${version}\n`]],
  [
    'docs/ci.md',
    [`handoff-hooks@${version}\n`, `handoff-hooks/handoff-hooks@v${version}\n`, `rev: v${version}\n`],
  ],
] as const)
  test(`${file} names this version, and runs nothing of the checkout`, () => {
    const text = readFileSync(new URL(`../${file}`, import.meta.url), 'utf8');
    for (const pin of pins) assert.match(text, pin);
    assert.not.match(text, /npx --yes|handoff-hooks@(?!v?\d|\$VERSION)/);
  });

test.run();
