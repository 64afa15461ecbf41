// Which warnings a change caused: by its commits, or by the lines that it wrote.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { isCaused } from '../../src/core/drift/caused.ts';
import type { Drift } from '../../src/core/drift/facts.ts';

const change = {
  commits: new Set(['aaa']),
  written: new Map([
    ['SESSION_CONTEXT.md', new Set([7])],
    ['package.json', new Set<number>()],
    ['docs/decisions.md', new Set([20])],
  ]),
};
const where = (owed: string[] = []) => ({ path: 'SESSION_CONTEXT.md', owed });
const decision = (line: number) => ({ line, path: 'docs/decisions.md' });
const finished = (sha: string) => ({ kind: 'commit', sha, subject: 's' });

for (const [says, drift, isOurs, owed = []] of [
  ['a next step that its commit did', { rule: 'next-done', line: 3, sha: 'aaa' }, true],
  ['one that an older commit did', { rule: 'next-done', line: 3, sha: 'bbb' }, false],
  ['one that it wrote below', { rule: 'next-done', line: 7, sha: 'bbb' }, true],
  ['a path that it removed', { rule: 'path-gone', line: 3, paths: [{ sha: 'aaa', line: 3 }] }, true],
  ['a path that went before', { rule: 'path-gone', line: 3, paths: [{ sha: 'bbb', line: 3 }] }, false],
  ['a phase that it finished', { rule: 'phase-finished', line: 3, by: finished('aaa') }, true],
  [
    'a checklist that it left alone',
    { rule: 'phase-finished', line: 3, by: { kind: 'checklist', path: 'p.md' } },
    false,
  ],
  [
    'a decision that it replaced',
    { rule: 'decision-superseded', line: 3, decision: decision(9), successor: decision(20) },
    true,
  ],
  [
    'a decision replaced before',
    { rule: 'decision-superseded', line: 3, decision: decision(9), successor: null },
    false,
  ],
  ['a script that it took away', { rule: 'command-gone', line: 3, file: 'package.json' }, true],
  ['a target of another file', { rule: 'command-gone', line: 3, file: 'Makefile' }, false],
  ['text of a template that was there', { rule: 'template-text', line: 3 }, false],
  ['dates that it made contradict', { rule: 'dates-contradict', line: 3, laterLine: 7 }, true],
  ['a record that it owes', { rule: 'behind', line: 1 }, true, ['aaa']],
  ['a record owed before', { rule: 'behind', line: 1 }, false, ['bbb']],
] as const)
  test(`${says}: ${isOurs ? 'caused' : 'not caused'} by the change`, () =>
    assert.is(isCaused(drift as unknown as Drift, change, where([...owed])), isOurs));

test.run();
