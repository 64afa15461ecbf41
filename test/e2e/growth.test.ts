// A context file that grows: entries that move out where the config asks for it, and a word where it does
// not.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { code, createProject } from '../helpers/project.ts';
import { copyRepository } from '../helpers/repository.ts';

const template = createProject();
const LOG = '# S\n\n## Update Log\n\n**2026-06-01:**\n- a\n\n**2026-05-01:**\n- b\n\n**2025-05-01:**\n- c\n';

test('older entries move to a file of their year when a draft lands in the work tree', () => {
  const repository = copyRepository(template);
  repository.commit('docs: settings', {
    'handoff.config.json': '{ "draft": { "keepEntries": 2 } }\n',
    'SESSION_CONTEXT.md': LOG,
  });
  repository.commit('feat: complete Phase 1, the engine', { 'src/engine.ts': code('engine') });
  const context = repository.read('SESSION_CONTEXT.md');
  assert.match(context, /Older entries: \[2026\]\(docs\/session-log\/2026\.md\), \[2025\]/);
  assert.match(context, /engine[\s\S]*\*\*2026-06-01:\*\*\n- a\n$/);
  assert.match(repository.read('docs/session-log/2026.md'), '**2026-05-01:**\n- b\n');
  assert.match(repository.read('docs/session-log/2025.md'), '**2025-05-01:**\n- c\n');
  repository.remove();
});

const days = (month: string, line: string) =>
  Array.from(
    { length: 28 },
    (_, at) => `**2025-${month}-${String(28 - at).padStart(2, '0')}:**\n- ${line} ${at}\n`,
  );
const own = days('03', 'Sorted shelf').join('\n');
const ours = days('02', 'Sorted shelf')
  .join('\n')
  .replace(/(\d)\n(?=\n|$)/g, '$1 (1a2b3c4)\n');

for (const [title, text, settings, stays, goes] of [
  ['an author’s own entries stay', `${own}\n${own.replaceAll('-03-', '-01-')}`, '{}', /2025-01-01/, null],
  [
    'an author’s entries that name commits stay',
    `${own}\n${own.replaceAll('-03-', '-01-').replace(/(\d)\n(?=\n|$)/g, '$1\n- Dust is gone\n- Pushed (1a2b3c4)\n- Bell is loud\n- All is well\n')}`,
    '{}',
    /2025-01-01/,
    null,
  ],
  ['drafted ones move by default', `${own}\n${ours}`, '{}', /2025-03-01/, /2025-02-01/],
  [
    'all move where the config says how many stay',
    own,
    '{ "draft": { "keepEntries": 2 } }',
    /2025-03-28/,
    /2025-03-01/,
  ],
  [
    'all move where the file has an archive',
    `Older entries: [2024](docs/session-log/2024.md)\n\n${own}\n${own.replaceAll('-03-', '-01-')}`,
    '{}',
    /2025-03-28/,
    /2025-01-01/,
  ],
] as const)
  test(`of a long log ${title}`, () => {
    const repository = copyRepository(template);
    repository.commit('docs: notes', {
      'SESSION_CONTEXT.md': `# S\n\n## Update Log\n\n${text}`,
      'handoff.config.json': `${settings}\n`,
    });
    repository.commit('feat: complete Phase 1, the engine', { 'src/engine.ts': code('engine') });
    const context = repository.read('SESSION_CONTEXT.md');
    assert.match(context, /engine/);
    assert.match(context, stays);
    const moved = repository.run('cat', ['docs/session-log/2025.md']).stdout;
    if (goes === null) assert.is(moved, '');
    else {
      assert.match(moved, goes);
      assert.not.match(context, goes);
    }
    repository.remove();
  });

test('a long file of an author’s own entries is told once that they can move', () => {
  const repository = copyRepository(template);
  repository.commit('docs: notes', {
    'SESSION_CONTEXT.md': `# S\n\n## Update Log\n\n${own}\n## Notes\n\n${'A long note.\n'.repeat(4000)}`,
  });
  const first = repository.commit('feat: complete Phase 1, the engine', { 'src/engine.ts': code('engine') });
  assert.match(first.stderr, /SESSION_CONTEXT\.md has grown to 5\d KB/);
  repository.remove();
});

test('a file of 40 KB that keeps all its entries is told once that they can move', () => {
  const repository = copyRepository(template);
  repository.commit('docs: notes', {
    'SESSION_CONTEXT.md': `${LOG}\n## Notes\n\n${'A long note.\n'.repeat(4000)}`,
    'handoff.config.json': '{ "draft": { "keepEntries": 0 } }\n',
  });
  const first = repository.commit('feat: complete Phase 1, the engine', { 'src/engine.ts': code('engine') });
  assert.match(first.stderr, /SESSION_CONTEXT\.md has grown to 5\d KB/);
  const second = repository.commit('feat: complete Phase 2, the search', { 'src/search.ts': code('search') });
  assert.not.match(second.stderr, /has grown/);
  repository.remove();
});

test.run();
