// The one line that answers all blanks.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { readAnswers } from '../../src/core/wording/record.ts';

const ALL = ['next', 'gotcha', 'blocker'];

for (const [line, blanks, answers] of [
  ['', ALL, {}],
  ['the importer', ALL, { next: 'the importer' }],
  ['the importer', ['gotcha', 'blocker'], { gotcha: 'the importer' }],
  ['next: the importer', ALL, { next: 'the importer' }],
  [
    'the importer; gotcha: keys expire; blocker: no key',
    ALL,
    { next: 'the importer', gotcha: 'keys expire', blocker: 'no key' },
  ],
  ['Gotcha: keys expire, Next: the importer', ALL, { next: 'the importer', gotcha: 'keys expire' }],
  ['blocker: the key for api.example:443', ALL, { blocker: 'the key for api.example:443' }],
  ['rename next:item, then run `blocker:x`', ALL, { next: 'rename next:item, then run `blocker:x`' }],
  ['gotcha: next: is a label', ['gotcha'], { gotcha: 'next: is a label' }],
  ['unblocker: x', ALL, { next: 'unblocker: x' }],
  ['gotcha:  ; blocker: none', ALL, { blocker: 'none' }],
] as const)
  test(`${JSON.stringify(line)} for ${blanks.join(', ')}`, () =>
    assert.equal(readAnswers(line, blanks), answers));

test.run();
