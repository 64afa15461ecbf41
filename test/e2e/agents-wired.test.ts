// install --agent wires the brief to sessions, and uninstall takes back exactly that.
import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { AGENTS } from '../../src/agents/index.ts';
import { CLI } from '../helpers/project.ts';
import { createFolder, createRepository, type TestRepository } from '../helpers/repository.ts';
import { snapshot } from '../helpers/snapshot.ts';
import { hasTerminals, plain, runInTerminal } from '../helpers/terminal.ts';

const ALL = ['--mcp', ...AGENTS.flatMap(({ name }) => ['--agent', name])];

const handoff = (repository: TestRepository, ...args: string[]) => repository.run('node', [CLI, ...args]);

const ok = (repository: TestRepository, ...args: string[]) => {
  const { status, stdout, stderr } = handoff(repository, ...args);
  assert.is(status, 0, stderr);
  return stdout;
};

const THEIRS: Readonly<Record<string, string>> = {
  '.claude/settings.json': '{\n\t"permissions": { "allow": ["Bash(npm test)"] }, "name": "caf\u00e9"\n}',
  'AGENTS.md': '# Agents\r\n\r\nBe kind to é.\r\n',
  'CLAUDE.md': '# Claude\n\nNo final newline',
};

function createProject(files = THEIRS): TestRepository {
  const repository = createRepository();
  repository.commit('start', { 'README.md': '# x\n', ...files });
  return repository;
}

for (const [title, files] of [
  ['where there are none', {}],
  ['beside what stands there', THEIRS],
] as const)
  test(`wires every agent ${title}, once, and takes back every byte`, () => {
    const repository = createProject(files);
    const before = snapshot(repository.dir);
    const planned = ok(repository, 'install', '--dry-run', ...ALL);
    assert.equal(snapshot(repository.dir), before);
    ok(repository, 'install', ...ALL);
    for (const { files: wired } of AGENTS)
      for (const file of wired) {
        assert.ok(planned.includes(file.path), file.path);
        assert.match(repository.read(file.path), /handoff/);
      }
    const installed = snapshot(repository.dir);
    ok(repository, 'install', ...ALL);
    ok(repository, 'install');
    assert.equal(snapshot(repository.dir), installed);
    ok(repository, 'uninstall');
    assert.equal(snapshot(repository.dir), before);
    assert.is(repository.git('status', '--porcelain'), '');
    repository.remove();
  });

test('keeps what was written around the wiring since', () => {
  const repository = createProject();
  ok(repository, 'install', '--agent', 'claude', '--agent', 'agents-md');
  repository.write('AGENTS.md', `${repository.read('AGENTS.md')}More.\r\n`);
  repository.write(
    '.claude/settings.json',
    repository.read('.claude/settings.json').replace('npm test', 'npm run all'),
  );
  ok(repository, 'uninstall');
  assert.is(repository.read('AGENTS.md'), `${THEIRS['AGENTS.md']}More.\r\n`);
  assert.is(
    repository.read('.claude/settings.json'),
    THEIRS['.claude/settings.json']?.replace('npm test', 'npm run all'),
  );
  repository.remove();
});

test('lists settings that nobody can read any more, and leaves them', () => {
  const repository = createProject();
  ok(repository, 'install', '--agent', 'claude');
  const broken = repository.read('.claude/settings.json').replace('}', '');
  repository.write('.claude/settings.json', broken);
  const { status, stderr } = handoff(repository, 'uninstall');
  assert.is(status, 3);
  assert.match(stderr, /^handoff: \.claude\/settings\.json: was changed since/m);
  assert.is(repository.read('.claude/settings.json'), broken);
  repository.remove();
});

test('leaves a CLAUDE.md that is a link to AGENTS.md a link', () => {
  const repository = createProject({ 'AGENTS.md': '# Agents\n' });
  symlinkSync('AGENTS.md', join(repository.dir, 'CLAUDE.md'));
  const before = snapshot(repository.dir);
  ok(repository, 'install', '--agent', 'agents-md');
  ok(repository, 'uninstall');
  assert.equal(snapshot(repository.dir), before);
  repository.remove();
});

test('names the MCP server only where it is asked for', () => {
  const repository = createProject();
  ok(repository, 'install', '--agent', 'claude');
  assert.not.ok(existsSync(join(repository.dir, '.mcp.json')));
  ok(repository, 'install', '--agent', 'claude', '--mcp');
  const { mcpServers } = JSON.parse(repository.read('.mcp.json'));
  assert.equal(mcpServers, { handoff: { command: 'git', args: ['handoff', 'mcp'] } });
  ok(repository, 'uninstall');
  assert.not.ok(existsSync(join(repository.dir, '.mcp.json')));
  repository.remove();
});

test('names the agents that there are when asked for another', () => {
  const repository = createProject();
  const { status, stderr } = handoff(repository, 'install', '--agent', 'eliza');
  assert.is(status, 2);
  assert.match(stderr, /claude, codex, cursor/);
  assert.not.ok(existsSync(join(repository.dir, '.git/handoff-hooks')));
  repository.remove();
});

const wired = (repository: TestRepository): string[] =>
  ['.claude/settings.json', '.gemini/settings.json', '.codex/hooks.json'].filter((path) =>
    existsSync(join(repository.dir, path)),
  );

test('names the agents whose directories are there, where nobody is asked', () => {
  const repository = createProject({ '.claude/commands/x.md': 'x\n', '.gemini/x.md': 'x\n' });
  const { stderr } = handoff(repository, 'install');
  assert.match(stderr, /install --agent claude --agent gemini {2}tells each session of theirs the brief/);
  assert.equal(wired(repository), []);
  assert.not.match(handoff(repository, 'install', '--agent', 'claude').stderr, /tells each session/);
  assert.match(handoff(repository, 'install').stderr, /install --agent gemini {2}tells/, 'the other one');
  repository.remove();
});

if (hasTerminals)
  for (const [keys, paths] of [
    ['y\r', ['.claude/settings.json', '.gemini/settings.json']],
    ['\r', []],
    ['\x03', []],
  ] as const)
    test(`offers them at a terminal: ${JSON.stringify(keys)}`, () => {
      const repository = createProject({
        'SESSION_CONTEXT.md': '# x\n\n## Current State\n\n- x\n',
        '.claude/commands/x.md': 'x\n',
        '.gemini/x.md': 'x\n',
      });
      const before = snapshot(repository.dir);
      const { env } = repository;
      const steps = [{ see: 'Claude Code, Gemini CLI the brief? (y/N)' }, { type: keys }];
      const seen = runInTerminal({ argv: ['node', CLI, 'install'], cwd: repository.dir, env, steps });
      assert.equal([seen.missed, seen.status], [null, 0], plain(seen.output));
      assert.equal(wired(repository), paths);
      ok(repository, 'uninstall');
      assert.equal(snapshot(repository.dir), before);
      repository.remove();
    });

test('status names the hooks that Codex skips in silence', () => {
  const repository = createProject();
  const home = createFolder();
  const status = () =>
    repository.run('node', [CLI, 'status'], { HOME: home, CODEX_HOME: join(home, '.codex') }).stdout;
  ok(repository, 'install', '--agent', 'codex');
  assert.not.match(status(), /Codex/, 'it is not used here');
  mkdirSync(join(home, '.codex'));
  assert.match(status(), /Codex skips 4 hooks of ours .*\n {2}fix: codex /);
  const key = (event: string) =>
    `[hooks.state."${repository.dir}/.codex/hooks.json:${event}:0:0"]\ntrusted_hash = "sha256:00"\n`;
  const trust = (...events: string[]) =>
    writeFileSync(
      join(home, '.codex/config.toml'),
      `[projects."${repository.dir}"]\ntrust_level = "trusted"\n\n[hooks.state]\n\n${events.map(key).join('\n')}`,
    );
  trust('session_start', 'pre_tool_use', 'subagent_start');
  assert.match(status(), /Codex skips a hook of ours/);
  trust('session_start', 'pre_tool_use', 'subagent_start', 'stop');
  assert.not.match(status(), /Codex/);
  repository.remove();
});

test('wires an agent for all repositories of a person, and takes back every byte', () => {
  const repository = createProject();
  const home = createFolder();
  const run = (...args: string[]) => repository.run('node', [CLI, ...args], { HOME: home });
  const settings = join(home, '.claude/settings.json');
  const theirs = '{\n  // mine\n  "model": "opus",\n}\n';
  const before = snapshot(repository.dir);
  for (const text of [null, theirs]) {
    mkdirSync(join(home, '.claude'), { recursive: true });
    if (text !== null) writeFileSync(settings, text);
    assert.is(run('install', '--user', '--agent', 'claude', '--dry-run').status, 0);
    assert.is(existsSync(settings), text !== null);
    for (const _ of ['once', 'twice']) {
      const { status, stderr } = run('install', '--user', '--agent', 'claude');
      assert.is(status, 0, stderr);
      assert.is(readFileSync(settings, 'utf8').split('lib/agent; ').length - 1, 4);
    }
    assert.is(run('uninstall', '--user').status, 0);
    assert.is(existsSync(settings) ? readFileSync(settings, 'utf8') : null, text);
  }
  assert.equal(snapshot(repository.dir), before, 'the repository is left alone');
  assert.is(run('install', '--user', '--agent', 'gemini').status, 2);
  assert.is(run('install', '--user').status, 2);
  assert.is(repository.run('node', [CLI, 'uninstall', '--user'], { HOME: '' }).status, 3);
  writeFileSync(settings, '{"hooks": [');
  assert.is(run('install', '--user', '--agent', 'claude').status, 3);
  assert.is(readFileSync(settings, 'utf8'), '{"hooks": [');
  repository.remove();
});

test.run();
