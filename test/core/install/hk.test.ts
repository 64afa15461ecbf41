// hk cannot be had from npm or Debian: what its documentation shows is tried here, as text.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { cutBlocks } from '../../../src/core/install/block.ts';
import { HK } from '../../../src/core/install/managers/hk.ts';

const STEP = '["handoff-hooks"] { check = #"';
const add = (text: string) => HK.addHooks(text, ['commit-msg'], '/r/hk.pkl');

const ROWS: readonly (readonly [title: string, text: string, inFront: string])[] = [
  [
    'hooks of others',
    'amends "x"\n\nhooks {\n  ["pre-commit"] { steps = linters }\n}\n',
    '["commit-msg"] { steps { ',
  ],
  [
    'a hook of that name',
    'hooks {\n  ["commit-msg"] {\n    steps {\n      ["theirs"] { check = "true" }\n    }\n  }\n}\n',
    '',
  ],
  [
    'a block that goes on in its line',
    'hooks { ["pre-commit"] { steps = linters } }\n',
    '["commit-msg"] { steps { ',
  ],
];

for (const [title, text, inFront] of ROWS)
  test(`adds the gate to ${title}, and every other byte stays`, () => {
    for (const form of [text, text.replaceAll('\n', '\r\n')]) {
      const edited = add(form);
      assert.ok(edited);
      assert.ok(edited.includes(`${inFront}${STEP}`), edited);
      assert.is(cutBlocks(edited).rest.replace(/\s+/g, ' '), form.replace(/\s+/g, ' '));
      assert.is(add(edited), edited);
    }
  });

test('gives the hook its place back to the byte where the block began a line', () => {
  for (const [, text] of ROWS.slice(0, 2)) assert.is(cutBlocks(add(text) ?? '').rest, text);
});

for (const text of ['', 'hooks = linters\n', 'hooks {\n  ["commit-msg"] = shared\n}\n', '// hooks {\n'])
  test(`leaves ${JSON.stringify(text)} to the user`, () => assert.is(add(text), null));

test('knows the file that hk writes, and makes one of its kind', () => {
  // biome-ignore lint/suspicious/noTemplateCurlyInString: a shell's
  const model = '#!/bin/sh\ntest "${HK:-1}" = "0" || exec mise x -- hk run pre-commit --from-hook "$@"\n';
  assert.ok(HK.isStub(model));
  const config = { path: '/r/hk.pkl', before: '', after: '' };
  const stub = HK.stubFor('commit-msg', { hook: 'pre-commit', text: model, config });
  assert.is(stub, model.replace('pre-commit', 'commit-msg'));
});

test.run();
