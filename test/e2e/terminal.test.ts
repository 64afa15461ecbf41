// `git commit` at a terminal: what the person is asked, what becomes of each answer, and who is not asked.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { CLI, CONTEXT, code, createProject } from '../helpers/project.ts';
import { copyRepository, type TestRepository } from '../helpers/repository.ts';
import {
  hasTerminals,
  isCursorShown,
  type Plan,
  plain,
  runInTerminal,
  type Seen,
  type Step,
} from '../helpers/terminal.ts';

const PATH = 'SESSION_CONTEXT.md';
const PHASE = 'feat: complete Phase 1, the engine';

const template = createProject({ 'other.txt': 'other\n' });
test.after(template.remove);

/** With a phase's work staged, and other work staged by nobody. */
function open(): TestRepository {
  const repository = copyRepository(template);
  repository.write('src/engine.ts', code('engine'));
  repository.git('add', 'src');
  repository.write('other.txt', 'changed\n');
  return repository;
}

type CommitPlan = Partial<Plan> & { readonly message?: string; readonly shell?: string };

function commit(repository: TestRepository, steps: readonly Step[], plan: CommitPlan = {}): Seen {
  const { message = PHASE, shell, ...others } = plan;
  const git = ['git', 'commit', '--quiet', '--message', message];
  const argv = shell === undefined ? git : ['sh', '-c', shell, 'sh', ...git];
  const env = { ...repository.env, TERM: 'xterm' };
  const seen = runInTerminal({ argv, cwd: repository.dir, env, steps, ...others });
  assert.is(seen.missed, null, seen.output);
  return seen;
}

const ASKED: Step = { see: 'select' };
const choose = (place: number): readonly Step[] => [ASKED, { type: String(place) }, { type: '\r' }];
const fill = (text: string): readonly Step[] => [{ see: 'Enter to pass' }, { type: `${text}\r` }];

const idOf = (repository: TestRepository, revision = 'HEAD'): string =>
  repository.git('rev-parse', '--short=7', revision);
const status = (repository: TestRepository): string => repository.git('status', '--porcelain');

function within(run: (repository: TestRepository) => void): () => void {
  return () => {
    const repository = open();
    run(repository);
    repository.remove();
  };
}

const at = (title: string, run: (repository: TestRepository) => void): void => {
  if (hasTerminals) test(title, within(run));
};

at('the draft is shown and the first choice commits it by itself', (repository) => {
  const seen = commit(repository, [ASKED, { type: '\r' }, ...fill('the importer')]);
  assert.is(seen.status, 0);
  assert.equal(seen.left, { canonical: true, echo: true });
  assert.ok(isCursorShown(seen.output));
  assert.match(plain(seen.output), `+**`);
  assert.is(repository.git('show', '--format=', '--name-only', 'HEAD'), PATH);
  assert.is(repository.git('log', '-1', '--format=%s', 'HEAD~1'), PHASE);
  assert.is(status(repository), ' M other.txt');
  assert.match(repository.read(PATH), idOf(repository, 'HEAD~1'));
  assert.match(repository.read(PATH), 'Next: the importer');
});

at('the second choice writes it into the work tree', (repository) => {
  commit(repository, [...choose(2), ...fill('the importer')]);
  assert.is(repository.git('log', '-1', '--format=%s'), PHASE);
  assert.is(status(repository), ` M ${PATH}\n M other.txt`);
  assert.match(repository.read(PATH), 'Next: the importer');
});

at('an earlier draft that was only written goes along into the commit', (repository) => {
  commit(repository, [...choose(2), ...fill('')]);
  const first = idOf(repository);
  repository.write('src/importer.ts', code('importer'));
  repository.git('add', 'src');
  const steps = [...choose(1), ...fill('')];
  const { output } = commit(repository, steps, { message: 'feat: complete Phase 2, the importer' });
  assert.is(repository.git('show', '--format=', '--name-only', 'HEAD'), PATH, output);
  assert.is(status(repository), ' M other.txt');
  for (const id of [first, idOf(repository, 'HEAD~1')])
    assert.match(repository.git('show', `HEAD:${PATH}`), id);
});

at('edits of the person’s own are left out of the commit, and stay', (repository) => {
  repository.write(PATH, CONTEXT.replace('# Session Context', '# My context'));
  commit(repository, [...choose(1), ...fill('')]);
  assert.match(repository.git('show', `HEAD:${PATH}`), /^# Session Context\n/);
  assert.match(repository.read(PATH), /^# My context\n/);
  assert.is(status(repository), ` M ${PATH}\n M other.txt`);
});

at('the third choice opens the editor first', (repository) => {
  repository.git('config', 'core.editor', "printf 'My own line\\n' >>");
  commit(repository, choose(3));
  assert.is(status(repository), ` M ${PATH}\n M other.txt`);
  assert.match(repository.read(PATH), /\nMy own line\n$/);
  assert.match(repository.read(PATH), idOf(repository));
});

at('not now comes up again with the next commit that deserves a record', (repository) => {
  commit(repository, choose(4));
  assert.is(repository.read(PATH), CONTEXT);
  const first = idOf(repository);
  repository.git('add', 'other.txt');
  const quiet = commit(repository, [], { message: 'fix: a typo' });
  assert.not.match(quiet.output, 'select');
  repository.write('src/importer.ts', code('importer'));
  repository.git('add', 'src');
  commit(repository, [...choose(2), ...fill('')], { message: 'feat: complete Phase 2, the importer' });
  assert.match(repository.read(PATH), first);
  assert.match(repository.read(PATH), idOf(repository));
});

at('never leaves this commit out for good', (repository) => {
  commit(repository, choose(5));
  assert.is(repository.read(PATH), CONTEXT);
  const first = idOf(repository);
  repository.write('src/importer.ts', code('importer'));
  repository.git('add', 'src');
  commit(repository, [...choose(2), ...fill('')], { message: 'feat: complete Phase 2, the importer' });
  assert.not.match(repository.read(PATH), first);
  assert.match(repository.read(PATH), idOf(repository));
});

at('a message from the editor is asked about too', (repository) => {
  repository.git('config', 'core.editor', `echo '${PHASE}' >`);
  const env = { ...repository.env, TERM: 'xterm' };
  const seen = runInTerminal({
    argv: ['git', 'commit'],
    cwd: repository.dir,
    env,
    steps: [...choose(2), ...fill('')],
  });
  assert.is(seen.missed, null, seen.output);
  assert.match(repository.read(PATH), idOf(repository));
});

type Leaving = { readonly title: string; readonly steps: readonly Step[] };

const leavings: readonly Leaving[] = [
  { title: 'Ctrl-C', steps: [{ type: '\x03' }] },
  { title: 'Ctrl-D', steps: [{ type: '\x04' }] },
  { title: 'Ctrl-\\', steps: [{ type: '\x1c' }] },
  { title: 'Esc', steps: [{ type: '\x1b' }] },
  { title: 'Esc after an arrow', steps: [{ type: '\x1b[B' }, { see: '❯' }, { type: '\x1b' }] },
  { title: 'a closed terminal', steps: [{ hangUp: true }] },
];

for (const { title, steps } of leavings)
  at(`${title} leaves the commit, the file and the terminal as they are`, (repository) => {
    const { left, output } = commit(repository, [ASKED, ...steps]);
    if (left !== null) {
      assert.equal(left, { canonical: true, echo: true });
      assert.ok(isCursorShown(output));
      assert.match(plain(output), 'put off; to come back to it:  git handoff draft');
    }
    assert.is(repository.git('log', '-1', '--format=%s'), PHASE);
    assert.is(repository.read(PATH), CONTEXT);
    assert.is(status(repository), ' M other.txt');
  });

at('an arrow that comes in pieces is an arrow', (repository) => {
  commit(repository, [ASKED, { type: '\x1b' }, { type: '[B' }, { see: '❯' }, { type: '\r' }, ...fill('')]);
  assert.is(status(repository), ` M ${PATH}\n M other.txt`);
});

at('all blanks are one question', (repository) => {
  commit(repository, [...choose(2), ...fill('the importer; gotcha: the key expires; blocker: no key yet')]);
  const text = repository.read(PATH);
  for (const line of ['Next: the importer', 'the key expires', 'no key yet']) assert.match(text, line);
});

at(
  'in a terminal of 10 rows and 40 columns the menu is seen, with a line on how to see the diff',
  (repository) => {
    const seen = commit(repository, [...choose(2), ...fill('')], { size: [10, 40] });
    const [shown = ''] = plain(seen.output).split('Yes, into the work tree (');
    assert.match(
      shown,
      'See the diff: choose "Edit it first", or\n"Not now", then git handoff draft --stdout\n',
    );
    assert.not.match(shown, '@@');
    for (const name of ['Yes, as a commit of its own', 'Not now', 'Never for this commit'])
      assert.match(shown, name);
    assert.match(repository.read(PATH), idOf(repository));
  },
);

at('a size that the terminal does not tell is no small one', (repository) => {
  const seen = commit(repository, [ASKED, { type: '\x1b' }], { size: [0, 0] });
  assert.match(seen.output, '@@');
});

for (const [title, key] of [
  ['Ctrl-C', '\x03'],
  ['Esc', '\x1b'],
] as const)
  at(`${title} ends decide at its first question`, (repository) => {
    const seen = runInTerminal({
      argv: ['git', 'handoff', 'decide'],
      cwd: repository.dir,
      env: { ...repository.env, TERM: 'xterm' },
      steps: [{ see: '?' }, { wait: 0.3 }, { type: key }],
    });
    assert.is(seen.missed, null, seen.output);
    assert.is(seen.status, 2);
    assert.match(plain(seen.output), 'the question was left');
    assert.is((plain(seen.output).match(/\? /g) ?? []).length, 1, seen.output);
    assert.equal(seen.left, { canonical: true, echo: true });
    assert.is(status(repository), ' M other.txt\nA  src/engine.ts');
  });

at('node that is killed leaves the commit and the terminal as they are', (repository) => {
  const { left, output, status: code } = commit(repository, [ASKED, { killed: 'node' }]);
  assert.is(code, 0);
  assert.equal(left, { canonical: true, echo: true });
  assert.ok(isCursorShown(output));
  assert.match(output, 'killed by signal 9');
  assert.is(repository.git('log', '-1', '--format=%s'), PHASE);
  assert.is(repository.read(PATH), CONTEXT);
});

at('git that is killed takes the question along, and leaves the terminal as it was', (repository) => {
  const steps: readonly Step[] = [ASKED, { killed: 'git' }];
  const { left, output } = commit(repository, steps, { shell: '"$@"; sleep 3' });
  assert.equal(left, { canonical: true, echo: true });
  assert.ok(isCursorShown(output));
  assert.match(output, 'put off');
  assert.is(repository.read(PATH), CONTEXT);
});

at('no answer until the deadline writes nothing, and the commit stays owed', (repository) => {
  repository.write('handoff.config.json', '{ "ask": { "deadline": 1 } }\n');
  assert.is(commit(repository, [ASKED]).status, 0);
  assert.is(repository.read(PATH), CONTEXT);
  assert.match(repository.run('node', [CLI, 'draft', '--stdout']).stdout, idOf(repository));
});

at('Ctrl-C at one of the blanks writes nothing', (repository) => {
  commit(repository, [
    ASKED,
    { type: '\r' },
    { see: 'Enter to pass' },
    { type: 'the importer' },
    { type: '\x03' },
  ]);
  assert.is(repository.git('log', '-1', '--format=%s'), PHASE);
  assert.is(repository.read(PATH), CONTEXT);
});

at('an editor that fails writes nothing', (repository) => {
  repository.git('config', 'core.editor', 'false');
  commit(repository, choose(3));
  assert.is(repository.read(PATH), CONTEXT);
});

type Silent = { readonly title: string; readonly plan: CommitPlan };

const silent: readonly Silent[] = [
  { title: 'a terminal in raw mode', plan: { raw: true } },
  { title: 'no controlling terminal', plan: { detached: true } },
  { title: 'git commit &', plan: { shell: 'set -m; "$@" & wait $!' } },
  { title: 'a piped stdin', plan: { shell: 'yes | "$@"' } },
  { title: 'stderr in a file', plan: { shell: '"$@" 2>/dev/null' } },
];

for (const { title, plan } of silent)
  at(`nobody is asked: ${title}`, (repository) => {
    const seen = commit(repository, [], plan);
    assert.is(seen.status, 0);
    assert.not.match(seen.output, 'select');
    assert.match(repository.read(PATH), idOf(repository));
    const canonical = plan.raw !== true;
    assert.equal(seen.left, { canonical, echo: canonical });
  });

at('HANDOFF_MODE=ask asks all the same when stdin is piped', (repository) => {
  const env = { ...repository.env, TERM: 'xterm', HANDOFF_MODE: 'ask' };
  commit(repository, [...choose(2), ...fill('')], { shell: 'yes | "$@"', env });
  assert.match(repository.read(PATH), idOf(repository));
});

test.run();
