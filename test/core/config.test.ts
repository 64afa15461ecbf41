import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { readConfig } from '../../src/core/config/config.ts';
import { DEFAULTS } from '../../src/core/config/defaults.ts';
import { findDocuments, isDocument } from '../../src/core/config/documents.ts';
import { Problem } from '../../src/core/problem.ts';

async function faultOf(own: string | null, manifest: string | null = null): Promise<Problem> {
  try {
    await readConfig([own, manifest]);
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
}

test('no config file gives the defaults', async () => {
  assert.equal(await readConfig([null, null]), DEFAULTS);
  assert.equal(await readConfig([null, '{"name": "x"}']), DEFAULTS);
});

test('a key that is set leaves its neighbours at their defaults', async () => {
  const config = await readConfig([
    '{"gate": {"rules": {"schema": "block"}}, "draft": {"into": "commit"}}',
    null,
  ]);
  assert.is(config.gate.rules.schema, 'block');
  assert.is(config.gate.rules['architecture-document'], 'block');
  assert.is(config.gate.prePush, 'warn');
  assert.is(config.draft.into, 'commit');
  assert.is(config.draft.maxLines, DEFAULTS.draft.maxLines);
});

test('the key handoff of package.json is read, and the own file wins over it', async () => {
  const manifest = '{"name": "x", "handoff": {"debt": {"limit": 7}}}';
  assert.is((await readConfig([null, manifest])).debt.limit, 7);
  assert.is((await readConfig(['{"debt": {"limit": 2}}', manifest])).debt.limit, 2);
});

test('a document may be one path or a list of globs', async () => {
  const config = await readConfig([
    '{"documents": {"context": "NOTES.md", "decisions": ["log/*.md"]}}',
    null,
  ]);
  assert.equal(config.documents.context, ['NOTES.md']);
  assert.ok(isDocument('decisions', 'log/1.md', config));
  assert.not(isDocument('decisions', 'docs/decisions.md', config));
});

test('a signal that no rule is called is a fault', async () => {
  const { text } = await faultOf('{"signals": {"major-cod": {"off": true}}}');
  assert.match(String(text.why), 'major-cod');
});

test('a path is understood however it is written', async () => {
  const config = await readConfig(['{"documents": {"context": "./docs//./NOTES.md"}}', null]);
  assert.equal(config.documents.context, ['docs/NOTES.md']);
});

test('every fault is reported at once, with its place', async () => {
  const { text, code } = await faultOf(
    '{"debt": {"limit": "many"}, "gaet": {}, "gate": {"rules": {"schema": "maybe"}}, "documents": {"context": "../x.md"}}',
  );
  assert.is(code, 3);
  for (const place of ['debt.limit', 'gaet', 'gate.rules.schema', 'documents.context'])
    assert.match(String(text.why), place);
  assert.match(text.what, '4 faults');
});

test('a config that is no JSON is a fault with the parser’s own place', async () => {
  const { text, code } = await faultOf('{"debt": {');
  assert.is(code, 3);
  assert.match(String(text.why), 'handoff.config.json');
});

for (const [text, place] of [
  ['{"debt": {\n  "limit": 3\n  "x": 1\n}}', 'handoff.config.json:3:3'],
  ['{"debt": {\n', 'handoff.config.json:2:1'],
  ['\ufeff{"debt" 1}', 'handoff.config.json:1:9'],
] as const)
  test(`a config that is no JSON is a fault at ${place}, as editors count`, async () => {
    const { text: said } = await faultOf(text);
    assert.match(String(said.why), place);
    assert.not.match(String(said.why), 'position');
  });

test('a byte order mark is no fault', async () => {
  assert.is((await readConfig(['\uFEFF{"debt": {"limit": 9}}', null])).debt.limit, 9);
});

test('documents are found in the order of their globs, nearest the root first, whatever the case of their names', () => {
  const paths = ['pkg/SESSION_CONTEXT.md', 'docs/session_context.md', 'HANDOFF.md', 'src/x.ts'];
  assert.equal(findDocuments('context', paths, DEFAULTS), [
    'HANDOFF.md',
    'docs/session_context.md',
    'pkg/SESSION_CONTEXT.md',
  ]);
});

test.run();
