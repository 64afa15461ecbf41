import { test } from 'uvu';
import * as assert from 'uvu/assert';
import type { Agent, AgentFile } from '../../src/agents/agent.ts';
import { AGENTS, addTo, findAgent, hookCommand, removeFrom } from '../../src/agents/index.ts';

const FILES = AGENTS.flatMap((agent) => agent.files.map((file) => ({ agent, file })));
const HOOKS = FILES.filter(({ file }) => file.kind === 'hook');
const BLOCKS = FILES.filter(({ file }) => file.kind === 'block');

const add = (agent: Agent, file: AgentFile, text: string | null): string => {
  const after = addTo(agent, file, text, true);
  assert.ok(after !== null, `${file.path} is written`);
  return after;
};

for (const { agent, file } of FILES)
  test(`${agent.name}: ${file.path} is written where there is none, and goes away again`, () => {
    const text = add(agent, file, null);
    assert.is(addTo(agent, file, text, true), text, 'twice is once');
    assert.is(removeFrom(file, text), null);
  });

const SETTINGS = [
  '{\n  "model": "opus",\n  "hooks": {\n    "Stop": [{ "hooks": [{ "type": "command", "command": "true" }] }]\n  }\n}\n',
  '{\n\t"permissions": { "allow": ["Bash(npm test)"] },\n\t"env": {}\n}',
  '{\r\n  "a": 1\r\n}\r\n',
  '{\n  // kept by hand\n  "hooks": {\n    "SessionStart": [\n      { "matcher": "startup", "hooks": [{ "type": "command", "command": "date" }] }\n    ],\n    "sessionStart": [{ "command": "date" }]\n  },\n}\n',
];

for (const { agent, file } of HOOKS)
  for (const [index, before] of SETTINGS.entries())
    test(`${agent.name}: settings ${index} keep their entries and formatting`, () => {
      const after = add(agent, file, before);
      const moments = file.kind === 'hook' ? file.entries.map(({ moment }) => moment) : [];
      for (const moment of moments) assert.ok(after.includes(JSON.stringify(hookCommand(agent, moment))));
      for (const line of before.split(/\r?\n/).filter((text) => text.includes('"')))
        assert.ok(after.includes(line.replace(/[\]},\s]*$/, '')), `kept: ${line}`);
      assert.is(addTo(agent, file, after, true), after, 'twice is once');
      assert.is(removeFrom(file, after), before);
    });

for (const { agent, file } of HOOKS.filter(({ file }) => file.kind === 'hook' && file.entries.length > 0))
  test(`${agent.name}: no empty list or hooks key is left behind`, () => {
    const rest = removeFrom(file, add(agent, file, '{"a": 1, "hooks": {}}'));
    assert.equal(JSON.parse(rest ?? ''), { a: 1 });
  });

test('a command of ours with other words is replaced, not doubled', () => {
  const claude = findAgent('claude');
  const file = claude.files[0];
  assert.ok(file);
  const old = add(claude, file, '{"b": 2}').replaceAll('sh \\"$f\\"', 'sh --old \\"$f\\"');
  assert.ok(old.includes('--old'));
  const text = add(claude, file, old);
  assert.not(text.includes('--old'));
  assert.is(text.split('hooks/lib/agent').length - 1, file.kind === 'hook' ? file.entries.length : 0);
});

test('a hook that somebody put into our group stays when ours goes', () => {
  const claude = findAgent('claude');
  const file = claude.files[0];
  assert.ok(file);
  const group = { matcher: 'startup', hooks: [{ command: 'date' }, { command: hookCommand(claude) }] };
  const rest = removeFrom(file, JSON.stringify({ hooks: { SessionStart: [group] } }));
  assert.equal(JSON.parse(rest ?? ''), {
    hooks: { SessionStart: [{ matcher: 'startup', hooks: [{ command: 'date' }] }] },
  });
});

test('settings that are not JSON are refused with the way out, not overwritten', () => {
  for (const { agent, file } of HOOKS)
    assert.throws(() => addTo(agent, file, '{"hooks": [}', true), /could not be edited/);
});

for (const { agent, file } of BLOCKS)
  for (const before of ['# Rules\n\nBe kind.\n', '# Rules\r\n\r\nBe kind.\r\n', '---\na: 1\n---\ntext\n'])
    test(`${agent.name}: ${file.path} keeps what stands in it (${JSON.stringify(before.slice(0, 9))})`, () => {
      const after = add(agent, file, before);
      assert.ok(after.startsWith(before));
      assert.is(/\r/.test(before), !/[^\r]\n/.test(after), 'one kind of line ending');
      assert.is(addTo(agent, file, after, true), after, 'twice is once');
      assert.is(removeFrom(file, after), before);
      assert.is(removeFrom(file, `${after}more\n`), `${before}more\n`);
    });

test('an unknown agent is answered with the list', () => {
  assert.throws(() => findAgent('emacs'), /no agent is called "emacs"/);
});

test.run();
