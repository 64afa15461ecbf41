import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { parseSessionEvent } from '../../src/agents/event.ts';
import { AGENTS, addTo, findAgent, hookCommand } from '../../src/agents/index.ts';
import { createFolder, createRepository } from '../helpers/repository.ts';

// What each agent's documentation prints as the input of its session start; the sources stand in
// docs/agents.md.
const DOCUMENTED = [
  [
    'Claude Code',
    '{"session_id":"abc123","transcript_path":"/Users/a/.claude/projects/b/00893aaf.jsonl","cwd":"/Users/a","hook_event_name":"SessionStart","source":"startup","model":"claude-sonnet-4-6"}',
    { session: 'abc123', source: 'startup' },
  ],
  [
    'Claude Code after /compact',
    '{"session_id":"abc123","transcript_path":"/t.jsonl","cwd":"/a","hook_event_name":"SessionStart","source":"compact"}',
    { session: 'abc123', source: 'compact' },
  ],
  [
    'Codex',
    '{"cwd":"/a","hook_event_name":"SessionStart","model":"gpt-5","permission_mode":"default","session_id":"0199","source":"clear","transcript_path":null}',
    { session: '0199', source: 'clear' },
  ],
  [
    'Gemini CLI',
    '{"session_id":"g1","transcript_path":"/t.json","cwd":"/a","hook_event_name":"SessionStart","timestamp":"2026-01-02T03:04:05Z","source":"resume"}',
    { session: 'g1', source: 'resume' },
  ],
  [
    'Cursor',
    '{"conversation_id":"c1","generation_id":"g","model":"m","hook_event_name":"sessionStart","cursor_version":"3.2","workspace_roots":["/a"],"session_id":"c1","is_background_agent":false,"composer_mode":"agent"}',
    { session: 'c1', source: 'startup' },
  ],
  [
    'GitHub Copilot',
    '{"sessionId":"p1","timestamp":1704614400000,"cwd":"/path/to/project","source":"new","initialPrompt":"Create a new feature"}',
    { session: 'p1', source: 'startup' },
  ],
] as const;

for (const [title, input, event] of DOCUMENTED)
  test(`reads the session start of ${title}`, () => assert.equal(parseSessionEvent(input), event));

for (const input of ['', 'null', '[]', '{', '"x"', '{"source":7,"session_id":{}}', '{"source":"__proto__"}'])
  test(`takes ${JSON.stringify(input)} for a session without a name`, () =>
    assert.equal(parseSessionEvent(input), { session: null, source: 'startup' }));

const NESTED = {
  hookSpecificOutput: { hookEventName: 'SessionStart', additionalContext: 'a "brief"\nof two lines' },
};
for (const [name, answer] of [
  ['claude', NESTED],
  ['codex', NESTED],
  ['gemini', NESTED],
  ['cursor', { additional_context: 'a "brief"\nof two lines' }],
] as const)
  test(`${name}: answers in the documented form, and in nothing else`, () => {
    const text = findAgent(name).formatBrief?.('a "brief"\nof two lines') ?? '';
    assert.equal(JSON.parse(text), answer);
  });

const hookOf = (name: string) => hookCommand(findAgent(name));
const SCRIPTS = fileURLToPath(new URL('../../hooks/lib/', import.meta.url));
const FAKE =
  "const { readFileSync } = require('node:fs'); console.log(process.argv.slice(2).join(' '), readFileSync(0, 'utf8'));";

test('the hook runs the installed bundle from a subfolder and a linked worktree, with its standard input', () => {
  const repository = createRepository();
  const linked = `${createFolder()}/tree`;
  repository.commit('start', { 'src/a.txt': 'a\n' });
  repository.git('worktree', 'add', '--quiet', linked);
  repository.write('.git/handoff-hooks/bundle/package.json', '{"type":"commonjs"}');
  repository.write('.git/handoff-hooks/bundle/cli.js', FAKE);
  for (const name of ['agent', 'node.sh'])
    repository.write(`.git/handoff-hooks/hooks/lib/${name}`, readFileSync(`${SCRIPTS}${name}`, 'utf8'));
  for (const dir of [repository.dir, `${repository.dir}/src`, linked]) {
    const { stdout } = repository.run('sh', [
      '-c',
      `cd "$1" && echo '{}' | sh -c "$2"`,
      'sh',
      dir,
      hookOf('claude'),
    ]);
    assert.is(stdout, 'brief --agent claude --at start {}\n\n', dir);
  }
  repository.remove();
});

// Codex trusts a hook by the hash of this very text. Another one asks every user again; `codex exec` asks
// nobody.
test('the lines that Codex trusts stay as they were', () => {
  const lines = (['start', 'edit'] as const).map((moment) => hookCommand(findAgent('codex'), moment));
  const line = (moment: string) =>
    `f=$(git rev-parse --git-common-dir 2>/dev/null)/handoff-hooks/hooks/lib/agent; [ ! -f "$f" ] || sh "$f" codex ${moment}`;
  assert.equal(lines, ['start', 'edit'].map(line));
  const [file] = findAgent('codex').files;
  assert.ok(file?.kind === 'hook');
  assert.is(
    createHash('sha256')
      .update(addTo(findAgent('codex'), file, null) ?? '')
      .digest('hex')
      .slice(0, 16),
    '59a5dff3bb7fc2b8',
  );
});

test('the hook says nothing and succeeds where the hooks are not installed', () => {
  const repository = createRepository();
  for (const agent of AGENTS)
    assert.equal(repository.run('sh', ['-c', hookCommand(agent)]), { status: 0, stdout: '', stderr: '' });
  repository.remove();
});

test.run();
