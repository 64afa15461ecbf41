// What is owed comes from history alone: a clone that remembers nothing says what the one says that made the
// history.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { readDraft } from '../../src/read/draft.ts';
import type { Known } from '../../src/read/last-update.ts';
import { type Ledger, readLedger, sinceOf } from '../../src/read/ledger.ts';
import { openProject } from '../../src/read/project.ts';
import { findHome } from '../../src/read/territories.ts';
import { CONTEXT, code } from '../helpers/project.ts';
import {
  createFolder,
  createRepository,
  openRepository,
  type TestRepository,
} from '../helpers/repository.ts';

const PATH = 'SESSION_CONTEXT.md';
const HISTORIES = Number(process.env.HISTORIES ?? 12);
const STEPS = 14;

/** A sequence that a number determines (https://en.wikipedia.org/wiki/Mulberry32). */
function randomFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

type Course = {
  readonly repository: TestRepository;
  readonly random: (below: number) => number;
  readonly next: () => number;
};

async function ledgerOf(
  { dir, env }: TestRepository,
  known: Known | null = null,
): Promise<{ readonly ledger: Ledger; readonly draft: string }> {
  const session = { cwd: dir, env, now: new Date('2026-05-01T10:00:00Z'), home: '', version: '' };
  const project = findHome(session, await openProject(session));
  if (project === null) throw new Error('there is no context file');
  const ledger = await readLedger(project, { known });
  const { text } = await readDraft(session, project, ledger);
  project.objects.close();
  return { ledger, draft: text };
}

const WORK = ['gauge', 'planner', 'lock', 'weir', 'sluice', 'pump', 'basin', 'ledger'];

const work = ({ repository, next }: Course): void => {
  const at = next();
  const name = `${WORK[at % WORK.length]}${at}`;
  repository.commit(`feat: build the ${name} of section ${at}`, { [`src/${name}.ts`]: code(name, 60) });
};
const minor = ({ repository, next }: Course): void => {
  const at = next();
  repository.commit(`fix: a typo in note ${at}`, { [`notes/${at}.txt`]: `${at}\n` });
};
const draft = async ({ repository }: Course): Promise<void> => {
  repository.write(PATH, (await ledgerOf(repository)).draft);
};
const docs = async (course: Course): Promise<void> => {
  await draft(course);
  course.repository.commit('docs: session context');
};
const carry = async (course: Course): Promise<void> => {
  await draft(course);
  work(course);
};
const own = ({ repository, next }: Course): void => {
  repository.commit('docs: in my words', {
    [PATH]: repository
      .read(PATH)
      .replace('### Where We Are', `### Where We Are\n- Section ${next()} holds water`),
  });
};
const amend = ({ repository, random, next }: Course): void => {
  const message = random(2) === 0 ? ['--no-edit'] : ['-m', `feat: build it anew, ${next()}`];
  repository.run('git', ['commit', '-q', '--amend', ...message]);
};
const revert = ({ repository }: Course): void => {
  const hasParent = repository.run('git', ['rev-parse', '--verify', '-q', 'HEAD~1']).status === 0;
  if (hasParent) attempt(repository, 'revert', ['--no-edit', 'HEAD']);
};
const rebase = ({ repository }: Course): void =>
  attempt(repository, 'rebase', ['-q', '-X', 'theirs', 'main']);
const pick = ({ repository }: Course): void =>
  attempt(repository, 'cherry-pick', ['-X', 'theirs', '--allow-empty', 'side']);

function attempt(repository: TestRepository, verb: string, args: readonly string[]): void {
  if (repository.run('git', [verb, ...args]).status === 0) return;
  repository.run('git', [verb, '--abort']);
}

const amendCarried = ({ repository }: Course): void =>
  void repository.git('commit', '-q', '--amend', '-m', 'docs: context, and a word');
/** Of the work before the commit that carries its draft. */
const reword = ({ repository }: Course): void => {
  const script = 'git commit -q --amend -m "feat: in other words"';
  repository.git(
    '-c',
    'sequence.editor=true',
    'rebase',
    '-q',
    '-x',
    `test $(git log -1 --format=%s | cut -c1-4) != feat || ${script}`,
    'main',
  );
};

const toSide = ({ repository }: Course): void => {
  if (repository.run('git', ['checkout', '-q', 'side']).status !== 0)
    repository.git('checkout', '-qb', 'side');
};
const toMain = ({ repository }: Course): void => void repository.run('git', ['checkout', '-q', 'main']);
const merge = (course: Course): void => {
  toMain(course);
  attempt(course.repository, 'merge', ['-q', '--no-ff', '--no-edit', '-X', 'theirs', 'side']);
};
const squash = (course: Course): void => {
  toMain(course);
  const { repository, next, random } = course;
  if (repository.run('git', ['merge', '-q', '--squash', '-X', 'theirs', 'side']).status !== 0)
    return void repository.git('reset', '-q', '--hard');
  const message = random(2) === 0 ? `feat: all of section ${next()} (#${next()})` : null;
  repository.run('git', ['commit', '-q', ...(message === null ? ['--no-edit'] : ['-m', message])]);
  repository.git('branch', '-qD', 'side');
};

const STEP = [
  work,
  work,
  work,
  minor,
  docs,
  docs,
  carry,
  own,
  amend,
  revert,
  rebase,
  pick,
  toSide,
  toSide,
  toMain,
  merge,
  squash,
];

const told = ({ lastUpdate, recent, passed, open, owed, weight }: Ledger) => ({
  lastUpdate: lastUpdate?.sha,
  recent: recent.map(({ commit }) => commit.sha),
  passed,
  open: open.map(({ commit }) => commit.sha),
  owed: owed.map(({ commit }) => commit.sha),
  weight,
});

function start(seed: number): Course {
  const repository = createRepository();
  repository.commit('chore: start', { [PATH]: CONTEXT });
  let count = 0;
  return { repository, random: randomFrom(seed), next: () => ++count };
}

function cloneOf({ dir }: TestRepository): TestRepository {
  const at = createFolder();
  const clone = openRepository(at);
  clone.git('clone', '-q', `file://${dir}`, '.');
  return clone;
}

for (let seed = 1; seed <= HISTORIES; seed++)
  test(`two clones of history ${seed} agree, and so does what was known before`, async () => {
    const course = start(seed);
    const { repository, random } = course;
    let known: Known | null = null;
    const names: string[] = [];
    for (let at = 0; at < STEPS; at++) {
      const step = STEP[random(STEP.length)] ?? work;
      names.push(step.name);
      await step(course);
      const { ledger } = await ledgerOf(repository);
      assert.equal(told((await ledgerOf(repository, known)).ledger), told(ledger), names.join(' '));
      known = sinceOf(ledger);
    }
    const here = (await ledgerOf(repository)).ledger;
    const clone = cloneOf(repository);
    assert.equal(told((await ledgerOf(clone)).ledger), told(here), names.join(' '));
    const [update = ''] = repository.git('log', '-1', '--format=%H', '--', PATH).split('\n');
    assert.is(here.lastUpdate?.sha, update);
    assert.is(here.passed, Number(repository.git('rev-list', '--count', `${update}..HEAD`)));
    for (const one of [repository, clone]) one.remove();
  });

const ONCE: Readonly<Record<string, readonly ((course: Course) => unknown)[]>> = {
  'a squash that carries its draft': [toSide, work, docs, squash],
  'a squash that carries a draft of several commits': [toSide, work, minor, work, docs, work, docs, squash],
  'a squash behind other work': [toSide, work, docs, toMain, work, docs, squash],
  'a rebased branch': [toSide, work, carry, docs, toMain, work, docs, toSide, rebase],
  'a rebased branch, merged': [toSide, work, docs, toMain, work, docs, toSide, rebase, merge],
  'an amend of the commit that carries a draft': [work, docs, amendCarried],
  'a reword of what a draft told': [toSide, work, docs, toMain, work, docs, toSide, rebase, reword],
  'a merge of two branches with drafts': [toSide, work, docs, toMain, work, docs, merge],
};
for (const [title, steps] of Object.entries(ONCE))
  test(`no commit is drafted twice: ${title}`, async () => {
    const course = start(1);
    const { repository } = course;
    // Entries of both sides stay.
    repository.write('.git/info/attributes', `${PATH} merge=union\n`);
    for (const step of steps) await step(course);
    const clone = cloneOf(repository);
    for (const one of [repository, clone]) {
      const { ledger, draft: text } = await ledgerOf(one);
      assert.equal(
        ledger.open.map(({ message }) => message.subject),
        [],
      );
      assert.is(text, one.read(PATH));
      one.remove();
    }
  });

test('a commit that carries an entry for others is judged by itself, and what nothing tells of is owed', async () => {
  const course = start(1);
  for (const step of [work, carry, toSide, work, toMain, work]) await step(course);
  const { ledger } = await ledgerOf(course.repository);
  const owed = ledger.open.map(({ message }) => message.description);
  assert.equal(owed, ['build the lock2 of section 2', 'build the sluice4 of section 4']);
  course.repository.remove();
});

test('a squash without its draft is owed', async () => {
  const course = start(1);
  for (const step of [toSide, work, work, squash]) await step(course);
  assert.is((await ledgerOf(course.repository)).ledger.open.length, 1);
  course.repository.remove();
});

test('words of the author account for all before them', async () => {
  const course = start(1);
  for (const step of [work, minor, work, own, minor]) await step(course);
  const { ledger } = await ledgerOf(course.repository);
  assert.is(ledger.passed, 1);
  assert.equal(
    ledger.open.map(({ message }) => message.type),
    [],
  );
  course.repository.remove();
});

test.run();
