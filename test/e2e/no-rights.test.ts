// Folders and files that the person who commits may not use: one line says so, and the commit goes through.
import { spawnSync } from 'node:child_process';
import { chmodSync, chownSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { code, createProject } from '../helpers/project.ts';
import type { TestRepository } from '../helpers/repository.ts';

const NOBODY = 65534;
const AS_NOBODY = [`--reuid=${NOBODY}`, `--regid=${NOBODY}`, '--clear-groups'];

const mayLeaveRoot = process.getuid?.() === 0 && spawnSync('setpriv', [...AS_NOBODY, 'true']).status === 0;
if (!mayLeaveRoot) console.log('skipped: only root can become somebody who has no rights');

/** A project of somebody else's than root's, who owns all of it but what `lock` is given. */
function createOwned(lock: (dir: string) => void): TestRepository {
  const repository = createProject();
  const { status } = repository.run('chown', ['-R', `${NOBODY}:${NOBODY}`, repository.dir]);
  assert.is(status, 0);
  lock(repository.dir);
  return repository;
}

const commitAsNobody = (repository: TestRepository) => {
  repository.write('src/a.ts', code('a'));
  chownSync(join(repository.dir, 'src'), NOBODY, NOBODY);
  repository.run('setpriv', [...AS_NOBODY, 'git', 'add', 'src']);
  const message = 'feat: the importer\n\nGotcha: dates are local';
  return repository.run('setpriv', [...AS_NOBODY, 'git', 'commit', '-q', '-m', message], {
    HOME: '/nonexistent',
  });
};

if (mayLeaveRoot) {
  test('a folder of ours that cannot be written is said in one line', () => {
    const repository = createOwned((dir) => {
      mkdirSync(join(dir, '.git/handoff-hooks'), { recursive: true });
      chownSync(join(dir, '.git/handoff-hooks'), 0, 0);
    });
    const { status, stderr } = commitAsNobody(repository);
    assert.is(status, 0, stderr);
    assert.match(
      stderr,
      /^handoff: \S*\/\.git\/handoff-hooks could not be written; it is read-only; .*chown.*\n$/,
    );
    repository.remove();
  });

  test('a context file that cannot be read is said in one line', () => {
    const repository = createOwned((dir) => chmodSync(join(dir, 'SESSION_CONTEXT.md'), 0));
    const { status, stderr } = commitAsNobody(repository);
    assert.is(status, 0, stderr);
    assert.match(
      stderr,
      /^handoff: SESSION_CONTEXT\.md could not be read; its permissions keep you out; .*chmod.*\n$/,
    );
    repository.remove();
  });
}

test.run();
