// A command line that makes no sense ends with 2, says what is wrong with it, and what would be right.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { CLI, createProject } from '../helpers/project.ts';
import { createFolder, createRepository } from '../helpers/repository.ts';

const LINES: readonly (readonly [line: string, says: RegExp])[] = [
  ['why NOPE', /there is no commit NOPE here/],
  ['why HEAD NOPE', /there is no commit NOPE here/],
  ['why HEAD..NOPE', /there is no commit HEAD\.\.NOPE here/],
  ['replay A..B', /there is no commit A\.\.B here/],
  ['draft --since NOPE', /there is no commit NOPE here/],
  ['check NOPE', /there is no commit NOPE here/],
  ['check NOPE..HEAD', /there is no commit NOPE here/],
  ['check --message-file /nope/message', /the message file \/nope\/message could not be read/],
  ['why --message-file docs', /the message file docs could not be read/],
  ['status --cwd /nonexistent', /there is no folder \/nonexistent/],
  ['status --cwd SESSION_CONTEXT.md', /there is no folder .*SESSION_CONTEXT\.md/],
  ['status foo', /status takes no words, and there is foo/],
  ['draft extra words', /draft takes no words, and there is extra/],
  ['install foo', /install takes no words, and there is foo/],
  ['uninstall foo', /uninstall takes no words, and there is foo/],
  ['init foo', /init takes no words, and there is foo/],
  ['brief foo', /brief takes no words, and there is foo/],
  ['replay HEAD HEAD', /replay takes one word, and there is HEAD/],
  ['check HEAD HEAD', /check takes one word, and there is HEAD/],
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
