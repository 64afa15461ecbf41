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
