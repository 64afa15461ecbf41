import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { readLosses } from '../../src/git/lost.ts';
import { createRepository } from '../helpers/repository.ts';

const TEXT = Array.from({ length: 20 }, (_, index) => `line ${index}\n`).join('');

test('tells what became of paths: renamed, moved with their folder, deleted, taken out of git only', async () => {
  const repository = createRepository();
  repository.commit('start', {
    'old.ts': TEXT,
    'lib/a.ts': `${TEXT}a`,
    'lib/b.ts': `${TEXT}b`,
    'gone [1].md': 'text\n',
    'data/local.json': '{}\n',
    'kept.ts': 'kept\n',
  });
  repository.git('mv', 'old.ts', 'new.ts');
  repository.commit('rename');
  const renamed = repository.git('rev-parse', 'HEAD');
  repository.git('mv', 'lib', 'src');
  repository.git('rm', '--quiet', 'gone [1].md');
  repository.commit('move');
  const moved = repository.git('rev-parse', 'HEAD');
  repository.git('rm', '--quiet', '--cached', 'data/local.json');
  repository.commit('ignore', { '.gitignore': 'data/\n' });

  const paths = ['old.ts', 'lib', 'lib/a.ts', 'gone [1].md', 'data/local.json', 'never.ts', 'gone*'];
  const losses = await readLosses({ cwd: repository.dir, env: repository.env }, paths);
  const sorted = [...losses].sort((a, b) => (a.path < b.path ? -1 : 1));
  assert.equal(sorted, [
    { path: 'gone [1].md', sha: moved, to: null },
    { path: 'lib', sha: moved, to: 'src' },
    { path: 'lib/a.ts', sha: moved, to: 'src/a.ts' },
    { path: 'old.ts', sha: renamed, to: 'new.ts' },
  ]);
  repository.remove();
});

test('asks git nothing where nothing is asked', async () => {
  assert.equal(await readLosses({ cwd: '/nowhere', env: {} }, []), []);
});

test.run();
