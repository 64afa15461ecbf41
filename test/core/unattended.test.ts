// Who cannot answer is known by the environment, and tests run as a person would.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { isAgentRun, isCi, isUnattended, UNATTENDED } from '../../src/effects/agent.ts';
import { cleanEnvironment } from '../helpers/repository.ts';

for (const [name, value, who] of [
  ['CLAUDECODE', '1', 'agent'],
  ['CODEX_SANDBOX', 'seatbelt', 'agent'],
  ['AI_AGENT', 'some-agent', 'agent'],
  ['CI', 'true', 'ci'],
  ['JENKINS_URL', 'https://ci.example/', 'ci'],
  ['LEFTHOOK', '1', 'manager'],
  ['CI', 'false', null],
  ['LEFTHOOK', '0', null],
  ['GEMINI_CLI', '', null],
  ['TERM_PROGRAM', 'vscode', null],
] as const)
  test(`${name}=${value} is ${who ?? 'a person'}`, () => {
    const env = { [name]: value };
    assert.equal(
      [isUnattended(env), isAgentRun(env), isCi(env)],
      [who !== null, who === 'agent', who === 'ci'],
    );
  });

test('tests run with none of these variables', () => {
  assert.ok(UNATTENDED.length > 10);
  for (const name of UNATTENDED) {
    const before = process.env[name];
    process.env[name] = '1';
    assert.is(cleanEnvironment()[name], undefined, name);
    if (before === undefined) delete process.env[name];
    else process.env[name] = before;
  }
});

test.run();
