// Which commands of an agent's shell tool certainly are a commit of what is there now.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { parseCommit } from '../../src/agents/shell.ts';

for (const [command, isAll] of [
  ['git commit -m "feat: a"', false],
  ["git commit -m 'feat: a; b && c'", false],
  ['git commit -q -am "feat: a"', true],
  ['git commit -qam "feat: a"; echo rc=$?'.replace('$?', '0'), true],
  ['git commit --all -m x', true],
  ['git commit -m "add -a and --amend"', false],
] as const)
  test(`judges ${command}`, () => assert.equal(parseCommit(command), { isAll }));

for (const command of [
  '',
  'git status',
  'git add -A && git commit -m "feat: a"',
  'cd sub && git commit -am x',
  'git -C sub commit -am x',
  'git commit --amend -m x',
  'git commit --no-verify -am x',
  'git commit -nam x',
  'git commit -F message.txt',
  'git commit -m x -- src/a.ts',
  'git commit -m "feat: a" -m "Decision: 7"',
  'git commit -m "$(cat message)"'.replace('"$(cat message)"', '$(cat message)'),
  'echo "git commit -am x"',
  `git commit -m "${'x'.repeat(5000)}"`,
])
  test(`leaves ${command.slice(0, 60)} alone`, () => assert.is(parseCommit(command), null));

test.run();
