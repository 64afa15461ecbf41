// A command line that makes no sense ends with 2, says what is wrong with it, and what would be right.
import { readdirSync } from 'node:fs';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { CLI, createProject } from '../helpers/project.ts';
import { copyRepository, createFolder, createRepository } from '../helpers/repository.ts';

const LINES: readonly (readonly [line: string, says: RegExp])[] = [
  ['why NOPE', /commit not found: NOPE/],
  ['why HEAD NOPE', /commit not found: NOPE/],
  ['why HEAD..NOPE', /commit not found: HEAD\.\.NOPE/],
  ['replay A..B', /commit not found: A\.\.B/],
  ['draft --since NOPE', /commit not found: NOPE/],
  ['check NOPE', /commit not found: NOPE/],
  ['check NOPE..HEAD', /commit not found: NOPE/],
  ['check --message-file /nope/message', /the message file \/nope\/message could not be read/],
  ['why --message-file docs', /the message file docs could not be read/],
  ['status --cwd /nonexistent', /\/nonexistent is not a directory/],
  ['status --cwd SESSION_CONTEXT.md', /SESSION_CONTEXT\.md is not a directory/],
  ['status foo', /status takes no arguments, got foo/],
  ['draft extra words', /draft takes no arguments, got extra/],
  ['install foo', /install takes no arguments, got foo/],
  ['uninstall foo', /uninstall takes no arguments, got foo/],
  ['init foo', /init takes no arguments, got foo/],
  ['brief foo', /brief takes no arguments, got foo/],
  ['replay HEAD HEAD', /replay takes one argument, got HEAD/],
  ['check HEAD HEAD', /check takes one argument, got HEAD/],
  ['wyh', /unknown command wyh: did you mean why\?/],
  ['breif', /did you mean brief\?/],
  ['desicions', /did you mean decisions\?/],
  ['push', /unknown command push$/],
  ['help xyzzy', /unknown command xyzzy$/],
  ['--cwd . status', /options come after the command, got --cwd/],
  ['brief --bugdet 3', /brief has no option --bugdet: did you mean --budget\?/],
  ['why -x', /why has no option -x$/],
  ['why --no-json', /why has no option --no-json/],
  ['brief --budget', /--budget takes a value/],
  ['decide t --chosen --rationale x', /--chosen takes a value/],
  ['check --json=yes', /--json takes no value, got yes/],
];

const project = createProject();
for (const [line, says] of LINES)
  test(`${line} ends with 2`, () => {
    const { status, stdout, stderr } = project.run('node', [CLI, ...line.split(' ')]);
    assert.is(status, 2, stderr);
    assert.is(stdout, '');
    assert.match(stderr.split('\n')[0] ?? '', says);
    assert.match(stderr, /^ {2}fix {2}\S/m);
  });

const COMMANDS = readdirSync(new URL('../../src/commands/', import.meta.url))
  .map((file) => file.replace(/\.ts$/, ''))
  .filter((name) => helpOf(name).startsWith('usage: '));

function helpOf(name: string): string {
  return project.run('node', [CLI, 'help', name]).stdout;
}

// What is being served, and what git alone calls.
const NOT_RUN = ['mcp', 'hook'];

test('every command is there', () => assert.ok(COMMANDS.length >= 18, COMMANDS.join(' ')));

const template = createProject({ 'src/index.js': 'export {};\n' });
template.commit('feat: a second commit', { 'src/a.js': 'export const a = 1;\n' });
test.after(template.remove);

for (const name of COMMANDS)
  test(`help ${name} has two examples, and they run as they stand`, () => {
    const repository = copyRepository(template);
    const help = repository.run('node', [CLI, 'help', name]).stdout;
    if (name !== 'hook') assert.is(repository.run('node', [CLI, name, '--help']).stdout, help);
    const examples = help.split('examples:\n')[1]?.trim().split(/\n\s*/) ?? [];
    assert.is(examples.length, 2);
    for (const line of NOT_RUN.includes(name) ? [] : examples) {
      const { status, stderr } = repository.run('sh', ['-c', line]);
      assert.ok(status === 0 || status === 1, `${line}: ${status} ${stderr}`);
    }
    repository.remove();
  });

test('outside a repository it says so first', () => {
  const repository = createRepository();
  const folder = createFolder();
  const run = { GIT_CEILING_DIRECTORIES: folder.replace(/\/[^/]*$/, '') };
  const { status, stderr } = repository.run('node', [CLI, 'status', '--cwd', folder], run);
  assert.is(status, 3);
  assert.match(stderr, /^handoff: this is not a git repository\n/);
  repository.remove();
});

test('a draft that could not be signed says what mends it', () => {
  const repository = createProject();
  repository.git('config', 'commit.gpgSign', 'true');
  repository.git('config', 'gpg.program', '/bin/false');
  repository.write('src/a.ts', 'export const a = 1;\n');
  repository.git('add', '--all');
  repository.run('git', ['commit', '-q', '--no-gpg-sign', '-m', 'feat: a\n\nGotcha: b'], { HANDOFF: '0' });
  const { status, stderr } = repository.run('node', [CLI, 'draft', '--into', 'commit']);
  assert.is(status, 3);
  assert.match(stderr, /^handoff: the commit could not be signed/);
  assert.match(stderr, /^ {2}fix {2}.*user\.signingKey/m);
  repository.remove();
});

test.run();
