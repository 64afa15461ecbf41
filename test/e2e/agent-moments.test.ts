// What the hooks of agents say beside the start of a session, with the lines that install writes.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import type { Moment } from '../../src/agents/agent.ts';
import { findAgent, hookCommand } from '../../src/agents/index.ts';
import { ARCHITECTURE, CLI, createProject, NEW_ARCHITECTURE } from '../helpers/project.ts';
import type { TestRepository } from '../helpers/repository.ts';

const OFF = { GIT_CONFIG_COUNT: '1', GIT_CONFIG_KEY_0: 'core.hooksPath', GIT_CONFIG_VALUE_0: '' };

/** The hook's answer, as JSON; null where it says nothing. */
function hook(repository: TestRepository, name: string, moment: Moment, input: object) {
  const line = hookCommand(findAgent(name), moment);
  const { status, stdout, stderr } = repository.run('sh', [
    '-c',
    'printf %s "$1" | sh -c "$2"',
    'sh',
    JSON.stringify(input),
    line,
  ]);
  assert.is(status, 0, stderr);
  return stdout === '' ? null : JSON.parse(stdout);
}

test('keeps a turn from ending with an open draft once for each commit', () => {
  const repository = createProject();
  assert.is(hook(repository, 'claude', 'stop', {}), null);
  repository.commit('feat: complete Phase 1', { 'src/a.ts': 'export const a = 1;\n' });
  assert.is(hook(repository, 'claude', 'stop', { stop_hook_active: true }), null);
  const asked = hook(repository, 'claude', 'stop', { stop_hook_active: false });
  assert.is(asked.decision, 'block');
  assert.match(asked.reason, /git handoff note next[\s\S]*git commit/);
  assert.is(hook(repository, 'claude', 'stop', { stop_hook_active: false }), null);
  repository.remove();
});

test('briefs a subagent in less than 4 KB', () => {
  const repository = createProject();
  const { hookSpecificOutput } = hook(repository, 'claude', 'subagent', {});
  assert.is(hookSpecificOutput.hookEventName, 'SubagentStart');
  assert.match(hookSpecificOutput.additionalContext, /Session brief/);
  assert.ok(Buffer.byteLength(hookSpecificOutput.additionalContext) <= 4096);
  repository.remove();
});

test('does the work of the hooks around a shell tool that runs git without them', () => {
  const repository = createProject();
  const commit = (message: string) => repository.run('git', ['commit', '--quiet', '-am', message], OFF);
  const command = (text: string) => ({ tool_name: 'run_shell_command', tool_input: { command: text } });
  repository.write('docs/architecture.md', NEW_ARCHITECTURE);
  const denied = hook(repository, 'gemini', 'before-tool', command('git commit -am "feat: use SQLite"'));
  assert.is(denied.decision, 'deny');
  assert.match(denied.reason, /decision[\s\S]*git handoff decide/);
  assert.is(repository.git('diff', '--cached', '--name-only'), '', 'the index is left as it was');
  assert.is(hook(repository, 'gemini', 'before-tool', command('git add -A && git commit -m x')), null);
  repository.write('docs/architecture.md', ARCHITECTURE);
  assert.is(hook(repository, 'gemini', 'before-tool', command('git commit -am "fix: typo"')), null);

  assert.is(hook(repository, 'gemini', 'after-tool', command('ls')), null);
  repository.write('SESSION_CONTEXT.md', `${repository.read('SESSION_CONTEXT.md')}\n`);
  repository.write('src/b.ts', 'export const b = 1;\n');
  repository.git('add', 'src/b.ts');
  assert.is(repository.run('git', ['commit', '--quiet', '-m', 'feat: complete Phase 1'], OFF).status, 0);
  const told = hook(repository, 'gemini', 'after-tool', command('git commit -m x'));
  assert.match(told.hookSpecificOutput.additionalContext, /drafted an update[\s\S]*git handoff note next/);
  assert.is(hook(repository, 'gemini', 'after-tool', command('ls')), null, 'once');
  repository.write('docs/architecture.md', NEW_ARCHITECTURE);
  commit('feat: use SQLite');
  const skipped = hook(repository, 'gemini', 'after-tool', command('git commit -am x'));
  assert.match(skipped.hookSpecificOutput.additionalContext, /decision/);
  repository.remove();
});

test('leaves alone what it does not know', () => {
  const repository = createProject();
  const { status, stdout } = repository.run('node', [CLI, 'brief', '--agent', 'claude', '--at', 'lunch']);
  assert.equal([status, stdout], [0, '']);
  repository.remove();
});

test.run();
