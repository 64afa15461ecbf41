import { test } from 'uvu';
import * as assert from 'uvu/assert';
import type { Draft } from '../../src/core/types.ts';
import { announceDraft, confirmDraft } from '../../src/core/wording/announce.ts';

const draft: Draft = {
  path: 'SESSION_CONTEXT.md',
  before: '',
  text: '',
  entry: '### 2025-01-02\n\n- **Phase 2 complete** (1a2b3c4)\n- Built the `importer` (2b3c4d5)\n',
  points: ['Phase 2 complete (1a2b3c4)', 'Built the importer (2b3c4d5)'],
  commits: ['1a2b3c4', '2b3c4d5'],
  added: ['1a2b3c4', '2b3c4d5'],
  blanks: ['next', 'gotcha'],
  masked: [],
};
const pointsOf = (count: number): string[] => Array.from({ length: count }, (_, at) => `point ${at + 1}`);

test('says what was drafted, what is left to the author and how to add it', () => {
  assert.is(
    announceDraft({ draft, into: 'worktree', isAgent: true }),
    [
      'handoff: drafted an update of SESSION_CONTEXT.md for 2 commits, in the work tree, not staged',
      '  says Phase 2 complete (1a2b3c4)',
      '       Built the importer (2b3c4d5)',
      '  add  what only you know: next step, gotcha',
      '  fix  git handoff note next "‹next step›"',
      '       git commit -m "docs: update the session context" -- SESSION_CONTEXT.md',
      '  skip git handoff park  takes it out before a pull or a switch; a later draft brings it back',
    ].join('\n'),
  );
});

test('ids alone are an update of no commit', () => {
  assert.match(
    confirmDraft({ ...draft, added: [] }, 'worktree'),
    /^handoff: brought the commit ids in SESSION_CONTEXT\.md up to date/,
  );
});

test('with nothing left it names the commit that keeps the draft', () => {
  const text = announceDraft({
    draft: { ...draft, blanks: [], path: "docs/it's mine.md" },
    into: 'worktree',
  });
  assert.match(text, `\n  fix  git commit -m "docs: update the session context" -- 'docs/it'\\''s mine.md'`);
});

for (const into of ['index', 'commit'] as const)
  test(`a draft that landed in the ${into} needs no command`, () => {
    assert.not.match(announceDraft({ draft: { ...draft, blanks: [] }, into }), 'fix');
  });

for (const count of [0, 1, 3, 4, 12])
  test(`an entry of ${count} points takes at most eight lines`, () => {
    const lines = announceDraft({ draft: { ...draft, points: pointsOf(count) }, into: 'worktree' }).split(
      '\n',
    );
    assert.ok(lines.length <= 8);
    assert.is(lines.includes(`       and ${count - 2} more`), count > 3);
  });

test('a long point is cut', () => {
  const text = announceDraft({ draft: { ...draft, points: ['long '.repeat(100)] }, into: 'worktree' });
  assert.ok(text.split('\n').every((line) => line.length < 120));
});

test('a person who has seen the draft is told one line', () => {
  assert.is(
    confirmDraft({ ...draft, added: ['1a2b3c4'] }, 'commit'),
    'handoff: committed an update of SESSION_CONTEXT.md for one commit, by itself',
  );
});

test('a file that was written beside it is staged and committed with it', () => {
  const text = announceDraft({ draft, into: 'worktree', beside: ['docs/session-log/2025.md'] });
  const own = 'docs/session-log/2025.md';
  assert.match(
    text,
    `git add ${own} && git commit -m "docs: update the session context" -- SESSION_CONTEXT.md ${own}`,
  );
});

test.run();
