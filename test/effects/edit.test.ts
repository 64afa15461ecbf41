import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { bundleScript } from '../helpers/bundle.ts';
import { createFolder, createRepository } from '../helpers/repository.ts';
import { hasTerminals, runInTerminal } from '../helpers/terminal.ts';

const bundles = createFolder();
test.after(() => rmSync(bundles, { recursive: true }));
const SCRIPT = bundleScript('fixtures/ask/edit.mts', bundles);

type Case = {
  readonly situation: string;
  readonly path?: string;
  /** Lines of shell, as git takes them. */
  readonly core: string;
  readonly env?: string;
  readonly expected: string | null;
};

const cases: readonly Case[] = [
  {
    situation: 'gives back what the editor made of it',
    core: "printf -- '- mine\\n' >>",
    expected: '# Log\n- drafted\n- mine\n',
  },
  { situation: 'prefers GIT_EDITOR', core: 'false', env: 'true', expected: '# Log\n- drafted\n' },
  {
    situation: 'looks behind the `:` that git sets for hooks',
    core: "printf -- '- mine\\n' >>",
    env: ':',
    expected: '# Log\n- drafted\n- mine\n',
  },
  { situation: 'an emptied text is no text', core: 'true >', expected: null },
  { situation: 'a failed editor is no text', core: 'sh -c \'echo lost >"$1"; exit 1\' sh', expected: null },
  { situation: 'an editor that is not there is no text', core: 'no-such-editor', expected: null },
  {
    situation: 'the file’s name never reaches the shell as code',
    path: 'docs/a $(touch pwned) `touch pwned` \'"; touch pwned; ".md',
    core: "printf -- '- mine\\n' >>",
    expected: '# Log\n- drafted\n- mine\n',
  },
];

if (hasTerminals)
  for (const { situation, path = 'SESSION_CONTEXT.md', core, env, expected } of cases)
    test(situation, () => {
      const repository = createRepository();
      repository.git('config', 'core.editor', core);
      const file = join(bundles, 'answer.json');
      const seen = runInTerminal({
        argv: [process.execPath, SCRIPT, file, path],
        cwd: repository.dir,
        env: { ...repository.env, TERM: 'xterm', ...(env === undefined ? {} : { GIT_EDITOR: env }) },
        steps: [],
      });
      assert.is(seen.status, 0, seen.output);
      assert.is(JSON.parse(readFileSync(file, 'utf8')), expected);
      assert.not(readdirSync(join(repository.dir, '.git')).some((name) => name.startsWith('.handoff')));
      assert.equal(readdirSync(repository.dir), ['.git']);
      repository.remove();
    });

if (hasTerminals)
  test('waits for an editor that reads from the terminal, and leaves Ctrl-C to it', () => {
    const repository = createRepository();
    repository.git(
      'config',
      'core.editor',
      `trap 'echo caught' INT; echo ready; read line; read line; echo "$line" >`,
    );
    const file = join(bundles, 'answer.json');
    const seen = runInTerminal({
      argv: [process.execPath, SCRIPT, file, 'a.md'],
      cwd: repository.dir,
      env: repository.env,
      steps: [{ see: 'ready' }, { type: '\x03' }, { see: 'caught' }, { type: 'one\n' }, { type: 'two\n' }],
    });
    assert.is(seen.status, 0, seen.output);
    assert.match(JSON.parse(readFileSync(file, 'utf8')), /^(?:one|two)\n$/);
    repository.remove();
  });

test.run();
