// Guards that are suggested from what decisions and rules say, and texts that suggest none.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { DEFAULTS } from '../../../src/core/config/defaults.ts';
import { suggestGuards } from '../../../src/core/guards/suggest.ts';

const decided = (title: string, chosen = 'see the title', more = '') => ({
  path: 'docs/decisions.md',
  text: `# Decisions\n\n## Decision 7: ${title}\n\n**Chosen:** ${chosen}\n**Rationale:** b\n${more}`,
});
const rule = (text: string) => ({
  path: 'SESSION_CONTEXT.md',
  text: `# Session Context\n\n**Last Updated:** 2026-11-01\n\n## What NOT to do\n\n- ${text}\n\n## Next steps\n\n- Train\n`,
});

const CASES = [
  [decided('Phi-3, not Mistral'), ['forbid import mistral'], 3],
  [decided('The store', 'SQLite, not Postgres for the index.'), ['forbid import postgres'], 3],
  [decided('Use tabs, not spaces'), [], 0],
  [decided('Rust, not Python'), [], 0],
  [decided('Phi-3, not Mistral', 'Phi-3', '**Status:** Superseded by 8\n'), [], 0],
  [decided('Load it', 'must pass trust_remote_code=True'), [/trust_remote_code/], 3],
  [decided('Load it', 'must not pass trust_remote_code=True'), [], 0],
  [rule('No Docker before Phase 4'), [/^forbid path \*\*\/\{Dockerfile,.* until Phase 4$/], 7],
  [rule('No Docker'), [/^forbid path [^ ]+$/], 7],
  [rule('No emojis in code'), [/^forbid emoji in/], 7],
  [rule('No emojis in commit messages'), [], 0],
] as const;

for (const [document, wanted, line] of CASES)
  test(`suggests ${wanted.length === 0 ? 'nothing' : wanted.join()} for ${document.text.split('\n')[6]} ${document.text.split('\n')[2]}`, () => {
    const found = suggestGuards([document], DEFAULTS, []);
    assert.is(found.length, wanted.length, JSON.stringify(found));
    for (const [at, want] of wanted.entries()) {
      if (typeof want === 'string') assert.is(found[at]?.text, want);
      else assert.match(found[at]?.text ?? '', want);
      assert.is(found[at]?.line, line);
    }
  });

test('suggests nothing that is written down already', () => {
  assert.equal(suggestGuards([decided('Phi-3, not Mistral')], DEFAULTS, ['forbid import mistral']), []);
});

test.run();
