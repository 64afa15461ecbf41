// Older entries move into a file for each year: unchanged, none twice, none lost.
import fc from 'fast-check';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { archiveEntries } from '../../../src/core/draft/archive.ts';

type Files = Map<string, string>;

/** The context file after, with the year files written to `disk`. */
function archive(text: string, keep: number, disk: Files, path = 'SESSION_CONTEXT.md'): string {
  const done = archiveEntries(
    { path, text },
    { keep, mayMove: () => true },
    (name) => disk.get(name) ?? null,
  );
  for (const year of done?.years ?? []) disk.set(year.path, year.text);
  return done?.text ?? text;
}

const BOLD =
  '# S\n\n## Update Log\n\n**2026-06-01:**\n- a\n\n**2026-05-01:**\n- b\n\n**2025-05-01:**\n- c\n\n---\n*Keep this short.*\n';

test('leaves the newest entries, a link, and everything else', () => {
  const disk: Files = new Map();
  assert.is(
    archive(BOLD, 1, disk),
    '# S\n\n## Update Log\n\nOlder entries: [2026](docs/session-log/2026.md), [2025](docs/session-log/2025.md)\n\n**2026-06-01:**\n- a\n\n---\n*Keep this short.*\n',
  );
  assert.equal(Object.fromEntries(disk), {
    'docs/session-log/2026.md': '# Update Log 2026\n\n**2026-05-01:**\n- b\n',
    'docs/session-log/2025.md': '# Update Log 2025\n\n**2025-05-01:**\n- c\n',
  });
});

test('adds what moves later in front of what moved before, and names each year once', () => {
  const disk: Files = new Map();
  const first = archive(BOLD, 2, disk);
  const second = archive(first.replace('**2026-06-01', '**2026-07-01:**\n- z\n\n**2026-06-01'), 1, disk);
  assert.is(
    disk.get('docs/session-log/2026.md'),
    '# Update Log 2026\n\n**2026-06-01:**\n- a\n\n**2026-05-01:**\n- b\n',
  );
  assert.is(second.match(/2026\]/g)?.length, 1);
  assert.match(second, /\[2026\].*, \[2025\]/);
});

test('keeps the order of a log that runs the other way, and the end of a file without a line break', () => {
  const disk: Files = new Map();
  const text = '## Log\n\n### 2024-01-01\n\n- a\n\n### 2024-02-01\n\n- b\n\n### 2026-01-01\n\n- c';
  assert.is(
    archive(text, 1, disk, 'docs/SESSION_CONTEXT.md'),
    '## Log\n\nOlder entries: [2024](session-log/2024.md)\n\n### 2026-01-01\n\n- c',
  );
  assert.is(
    disk.get('docs/session-log/2024.md'),
    '# Update Log 2024\n\n### 2024-01-01\n\n- a\n\n### 2024-02-01\n\n- b\n',
  );
});

test('keeps the archive beside the file and links to it', () => {
  assert.match(archive(BOLD, 1, new Map(), 'memory-bank/activeContext.md'), /\(session-log\/2026\.md\)/);
});

for (const [title, text, keep] of [
  ['a log that is short enough', BOLD, 3],
  ['the setting that keeps all', BOLD, 0],
  [
    'a table',
    '## Version History\n\n| Date | What |\n|---|---|\n| 2026-01-01 | a |\n| 2026-01-05 | b |\n',
    1,
  ],
  ['no log', '# A\n\ntext\n', 1],
] as const) {
  test(`moves nothing: ${title}`, () =>
    assert.is(
      archiveEntries({ path: 'a.md', text }, { keep, mayMove: () => true }, () => null),
      null,
    ));
}

const dates = fc
  .uniqueArray(fc.integer({ min: 0, max: 3000 }), { minLength: 1, maxLength: 8 })
  .map((days) =>
    [...days]
      .sort((a, b) => b - a)
      .map((day) => new Date(Date.UTC(2020, 0, 1 + day)).toISOString().slice(0, 10)),
  );
const FORMS = ['### @ — x\n\n- did @\n', '**@:**\n- did @\n  - more\n', '- **@** — did @\n'];

test('moves each entry whole, once, and a second time nothing', () => {
  const property = fc.property(
    dates,
    fc.constantFrom(...FORMS),
    fc.boolean(),
    fc.nat(4),
    (days, form, isReversed, more) => {
      const entries = (isReversed ? [...days].reverse() : days).map((day) => form.replaceAll('@', () => day));
      const text =
        `# S\n\n## Update Log\n\n${entries.join(form.startsWith('-') ? '' : '\n')}\n## Next\n\n- go\n`.replaceAll(
          '## 2',
          '### 2',
        );
      const disk: Files = new Map();
      const after = archive(text, 1 + more, disk);
      const all = [after, ...disk.values()].join('\n');
      for (const day of days) assert.is(all.split(`did ${day}`).length, 2, day);
      assert.ok(after.endsWith('\n\n## Next\n\n- go\n'), after);
      assert.is(archive(after, 1 + more, disk), after);
    },
  );
  fc.assert(property, { numRuns: 200, seed: 3 });
});

test.run();
