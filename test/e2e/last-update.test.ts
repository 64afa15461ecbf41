// Where the last update is found from what node left behind, and from the whole history: one answer.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import type { readAccount } from '../../src/read/account.ts';
import { readSince } from '../../src/read/judged.ts';
import { readLedger } from '../../src/read/ledger.ts';
import { openProject } from '../../src/read/project.ts';
import { findHome } from '../../src/read/territories.ts';
import { code, createProject } from '../helpers/project.ts';
import { copyRepository, type TestRepository } from '../helpers/repository.ts';

const PATH = 'SESSION_CONTEXT.md';
const template = createProject();
let count = 0;

type Step = (repository: TestRepository) => unknown;

const minor: Step = (repository) => repository.commit('fix: a typo', { 'notes.txt': `${count++}\n` });
const phase: Step = (repository) =>
  repository.commit(`feat: complete Phase ${count}`, { [`src/p${count++}.ts`]: code('p') });
const carry: Step = (repository) => repository.run('git', ['commit', '-qm', 'docs: context', '--', PATH]);
const write: Step = (repository) =>
  repository.commit('docs: a word', { [PATH]: `${repository.read(PATH)}\nA word of mine, ${count++}.\n` });
const space: Step = (repository) =>
  repository.commit('style: space', { [PATH]: `${repository.read(PATH)}\n` });
const quietly: Step = (repository) =>
  repository.commit('chore: unseen', { 'notes.txt': `${count++}\n` }, { HANDOFF: '0' });
const writeUnseen: Step = (repository) =>
  repository.commit(
    'docs: unseen',
    { [PATH]: `${repository.read(PATH)}\nUnseen ${count++}.\n` },
    { HANDOFF: '0' },
  );
const merge =
  (path: string): Step =>
  (repository) => {
    const branch = repository.git('branch', '--show-current');
    const side = `side${count++}`;
    repository.run('git', ['stash', '-q']);
    repository.git('checkout', '-qb', side, 'HEAD~1');
    const text = path === PATH ? repository.read(PATH) : '';
    repository.commit('docs: aside', { [path]: `${text}\nAside ${count++}.\n` }, { HANDOFF: '0' });
    repository.git('checkout', '-q', branch);
    repository.git('merge', '-q', '--no-edit', side);
    repository.run('git', ['stash', 'pop', '-q']);
  };

const STORIES: Readonly<Record<string, readonly Step[]>> = {
  'a draft that a commit carries along': [minor, phase, carry, minor, phase, carry, phase],
  'words of the person between drafts': [phase, write, minor, minor, write, phase, minor],
  'white space alone': [write, space, minor, space, phase, space],
  'a draft carried, then words of the person': [phase, carry, write, minor, phase, write],
  'words of the person, then a draft carried': [write, phase, carry, minor, minor, carry, phase],
  'commits that nobody saw': [minor, quietly, writeUnseen, minor, phase, writeUnseen, quietly, quietly],
  'a merge between': [
    minor,
    write,
    minor,
    merge('aside.txt'),
    minor,
    phase,
    carry,
    merge('other.txt'),
    minor,
  ],
  'an update that a merge brings': [minor, minor, merge(PATH), minor, phase, minor],
};

async function accounts(repository: TestRepository) {
  const session = { cwd: repository.dir, env: repository.env, now: new Date(), home: '', version: '' };
  const project = findHome(session, await openProject(session));
  if (project === null) throw new Error('there is no context file');
  const known = readSince(project.gitDir);
  const both = [await readLedger(project, { known }), await readLedger(project)] as const;
  project.objects.close();
  return { known, both };
}

const told = ({
  lastUpdate,
  start,
  passed,
  recent,
  open,
  owed,
  weight,
}: Awaited<ReturnType<typeof readAccount>>) => ({
  lastUpdate: lastUpdate?.sha,
  date: lastUpdate?.date,
  start,
  passed,
  recent: recent.map(({ commit }) => commit.sha),
  open: open.map(({ commit }) => commit.sha),
  owed: owed.map(({ commit }) => commit.sha),
  weight,
});

for (const [title, steps] of Object.entries(STORIES))
  test(`what is known leads to the same account: ${title}`, async () => {
    const repository = copyRepository(template);
    for (const [at, step] of steps.entries()) {
      step(repository);
      const { known, both } = await accounts(repository);
      assert.ok(known !== null, `step ${at}`);
      assert.equal(told(both[0]), told(both[1]), `step ${at}`);
    }
    repository.remove();
  });

test.run();
