import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { DEFAULTS } from '../../src/core/config/defaults.ts';
import { parseMessage } from '../../src/core/message/index.ts';
import { findSignals, weigh } from '../../src/core/signals/index.ts';
import type { Change, ChangedFile } from '../../src/core/types.ts';

const file = (
  path: string,
  added: number,
  deleted = 0,
  status: ChangedFile['status'] = 'M',
): ChangedFile => ({
  path,
  status,
  added,
  deleted,
});

const changeOf = (message: string, files: readonly ChangedFile[]): Change => ({
  commit: { sha: null, parents: ['0'], date: '2026-01-01T00:00:00Z', message, files },
  documents: [],
});

const judge = (message: string, files: readonly ChangedFile[]) =>
  weigh(findSignals(changeOf(message, files), parseMessage(message), DEFAULTS));

const VERDICTS: readonly (readonly [record: boolean, message: string, files: readonly ChangedFile[]])[] = [
  [true, 'feat: add search', [file('src/search.ts', 200, 0, 'A')]],
  [true, 'feat(phase6): complete Phase 6', [file('src/search.ts', 80, 4)]],
  [true, 'fix: typo\n\nPhase: 0 complete', [file('README.md', 1, 1)]],
  [false, 'fix: typo', [file('src/a.ts', 1, 1)]],
  [false, 'docs: clarify the setup', [file('README.md', 9, 2)]],
  [
    false,
    'chore(deps): bump x from 1.2.0 to 1.3.0',
    [file('package.json', 1, 1), file('package-lock.json', 900, 40)],
  ],
  [false, 'chore: update the lock file', [file('package-lock.json', 9000, 4000)]],
];
for (const [record, message, files] of VERDICTS) {
  test(`${record ? 'records' : 'passes over'} "${message.replace(/\n+/g, ' / ')}"`, () => {
    assert.is(judge(message, files).record, record);
  });
}

test.run();
