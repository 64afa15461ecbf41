// Of two files that tell the state, the one that is kept: by history alone, and the same for who reads and
// who writes.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { CLI, CONTEXT, code } from '../helpers/project.ts';
import { copyRepository, createRepository, type TestRepository } from '../helpers/repository.ts';

const tell = (what: string): string => `# Tides\n\n## Current state\n- ${what}\n\n## Next steps\n- Draw\n`;

const on = (day: string) => ({
  GIT_AUTHOR_DATE: `${day}T12:00:00Z`,
  GIT_COMMITTER_DATE: `${day}T12:00:00Z`,
});

const template = createRepository();
template.commit(
  'docs: start',
  { 'HANDOFF.md': tell('gauges'), 'docs/PROGRESS.md': tell('ports') },
  on('2026-03-01'),
);

const brief = (repository: TestRepository) =>
  JSON.parse(repository.run('node', [CLI, 'brief', '--json']).stdout).freshness;

for (const [title, changes, contextFile, others] of [
  [
    'another that was kept for weeks where the preferred one was left alone',
    [['docs/PROGRESS.md', '2026-03-20']],
    'docs/PROGRESS.md',
    { paths: ['HANDOFF.md'], newer: null },
  ],
  [
    'the preferred one where another was changed days later, and names that',
    [['docs/PROGRESS.md', '2026-03-05']],
    'HANDOFF.md',
    { paths: ['docs/PROGRESS.md'], newer: '2026-03-05' },
  ],
  [
    'another that was changed three times in a row since',
    [
      ['docs/PROGRESS.md', '2026-03-02'],
      ['docs/PROGRESS.md', '2026-03-03'],
      ['docs/PROGRESS.md', '2026-03-04'],
    ],
    'docs/PROGRESS.md',
    { paths: ['HANDOFF.md'], newer: null },
  ],
  [
    'another in place of an old SESSION_HANDOFF.md',
    [
      ['SESSION_HANDOFF.md', '2026-03-02'],
      ['docs/PROGRESS.md', '2026-03-20'],
    ],
    'docs/PROGRESS.md',
    { paths: ['SESSION_HANDOFF.md', 'HANDOFF.md'], newer: null },
  ],
  [
    'a file in another language that is kept beside one of a known name',
    [['docs/引き継ぎ.md', '2026-03-20']],
    'docs/引き継ぎ.md',
    { paths: ['HANDOFF.md', 'docs/PROGRESS.md'], newer: null },
  ],
  [
    'the preferred one where both are kept',
    [
      ['docs/PROGRESS.md', '2026-03-20'],
      ['HANDOFF.md', '2026-03-22'],
    ],
    'HANDOFF.md',
    { paths: ['docs/PROGRESS.md'], newer: null },
  ],
  [
    'the workflow’s own file whenever it was changed',
    [
      ['SESSION_CONTEXT.md', '2026-03-02'],
      ['docs/PROGRESS.md', '2026-03-20'],
    ],
    'SESSION_CONTEXT.md',
    { paths: ['docs/PROGRESS.md', 'HANDOFF.md'], newer: '2026-03-20' },
  ],
] as const)
  test(`takes ${title}`, () => {
    const repository = copyRepository(template);
    for (const [path, day] of changes)
      repository.commit('docs: x', { [path]: tell(`${day} gauges`) }, on(day));
    // What lies in the work tree is no history.
    repository.write('HANDOFF.md', tell('not committed'));
    const found = brief(repository);
    assert.is(found.contextFile, contextFile);
    assert.equal(found.others, others);
    repository.git('checkout', '--quiet', 'HANDOFF.md');
    repository.run('node', [CLI, 'install']);
    repository.commit('feat: add the tide reader\n\nGotcha: the port answers late', {
      'src/tides.ts': code('tide'),
    });
    assert.match(repository.git('-c', 'core.quotePath=false', 'diff', '--name-only'), contextFile);
    repository.remove();
  });

test('takes the one whose own day is later where one commit changed both', () => {
  const dated = (day: string) => `# Tides\n\n**Last updated:** ${day}\n\n## Current state\n- gauges\n`;
  const repository = createRepository();
  repository.commit('docs: all', {
    'HANDOFF.md': dated('2026-03-04'),
    'docs/PROGRESS.md': dated('2026-03-11'),
    'STATUS.md': tell('no day'),
  });
  assert.is(brief(repository).contextFile, 'docs/PROGRESS.md');
  repository.commit('docs: again', { 'HANDOFF.md': dated('2026-03-12') });
  assert.is(brief(repository).contextFile, 'HANDOFF.md');
  repository.remove();
});

test('counts the commits of its directory since the last update as git does, and earlier ones apart', () => {
  const repository = createRepository();
  const log = (id: string) => `${CONTEXT}\n- Draw the ports (${id})\n`;
  repository.commit('docs: start', { 'SESSION_CONTEXT.md': CONTEXT, 'web/SESSION_CONTEXT.md': CONTEXT });
  repository.commit('feat: read the gauges', { 'src/gauges.ts': code('gauge') });
  repository.commit('feat: show the gauges', { 'web/gauges.ts': code('shown') });
  repository.commit('feat: draw the ports', { 'src/ports.ts': code('port') });
  const id = repository.git('rev-parse', '--short', 'HEAD');
  repository.commit('feat: show the ports', { 'web/ports.ts': code('view') });
  repository.commit('docs: context', { 'SESSION_CONTEXT.md': log(id) });
  repository.commit('feat: warn of floods', { 'src/floods.ts': code('flood') });
  const { commits, owed, earlier } = brief(repository);
  assert.equal([commits, owed.length, earlier], [1, 2, 1]);
  const { stdout } = repository.run('node', [CLI, 'brief']);
  assert.match(stdout, /1 commit of its part of .+; 1 of them deserves .+, and 1 earlier commit it does not/);
  repository.remove();
});

for (const [name, ignored] of [
  ['SESSION_NOTES.md', true],
  ['session-notes.md', false],
  ['引き継ぎ.md', true],
] as const)
  test(`a file that git ${ignored ? 'ignores' : 'does not track yet'} is found by any of its names: ${name}`, () => {
    const repository = createRepository();
    repository.commit('chore: start', { '.gitignore': ignored ? `${name}\n` : '', 'src/a.js': code('a') });
    repository.write(name, tell('gauges'));
    assert.is(brief(repository).contextFile, name);
    repository.remove();
  });

test.run();
