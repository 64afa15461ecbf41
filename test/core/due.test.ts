import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { isUpdateDue } from '../../src/core/draft/due.ts';
import { type DraftMark, landDraft } from '../../src/core/draft/landing.ts';
import { addRewrites } from '../../src/core/draft/rewritten.ts';
import { parseMessage } from '../../src/core/message/index.ts';
import type { Draft, Gate, OwedCommit } from '../../src/core/types.ts';
import { hasSubstance, readRecordedIds, readUpdate } from '../../src/core/verdict/recorded.ts';
import { debtAfter, decideVerdict, type Judged } from '../../src/core/verdict/verdict.ts';

const OPEN: Gate = {
  needed: false,
  satisfiedBy: null,
  files: [],
  findings: [],
  decision: null,
  waiver: null,
};
const BLOCKED: Gate = {
  ...OPEN,
  needed: true,
  findings: [
    {
      sha: null,
      rule: 'architecture-document',
      level: 'error',
      path: null,
      line: null,
      message: '',
      fix: '',
    },
  ],
};

const judged = (weight: number, more: Partial<Judged> & { readonly isUrgent?: boolean } = {}): Judged => ({
  signals: [{ rule: 'phase', weight, isUrgent: more.isUrgent ?? false, evidence: { kind: 'breaking' } }],
  weight,
  record: weight >= 1,
  gate: OPEN,
  needsNoRecord: false,
  changesContext: false,
  ...more,
});

const VERDICTS: readonly (readonly [string, Judged, number, string])[] = [
  ['a small commit below the limit is quiet', judged(0.4), 0, 'quiet'],
  ['a commit that deserves a record waits until the debt is due', judged(1), 1, 'quiet'],
  ['the commit that passes the limit is recorded', judged(1), 2.5, 'record'],
  ['a commit of no weight never is', judged(0), 100, 'quiet'],
  ['an urgent commit is recorded at once', judged(1, { isUrgent: true }), 0, 'record'],
  [
    'an urgent signal alone does not make a commit deserve a record',
    judged(0.5, { isUrgent: true }),
    0,
    'quiet',
  ],
  [
    'a commit that updated the context itself is quiet',
    judged(3, { isUrgent: true, needsNoRecord: true }),
    100,
    'quiet',
  ],
  ['the gate comes first', judged(0, { gate: BLOCKED, needsNoRecord: true }), 0, 'block'],
];

for (const [title, one, weight, kind] of VERDICTS) {
  test(title, () => {
    assert.is(decideVerdict(one, { weight, limit: 3 }).kind, kind);
  });
}

test('debt grows by what is left unrecorded, and a record or an own update clears it', () => {
  const after = (one: Judged, weight: number) =>
    debtAfter(weight, one, decideVerdict(one, { weight, limit: 3 }));
  assert.is(after(judged(1), 1), 2);
  assert.is(after(judged(1, { isUrgent: true }), 2), 0);
  assert.is(after(judged(1, { needsNoRecord: true, changesContext: true }), 2), 0);
  assert.is(after(judged(1, { needsNoRecord: true }), 2), 2);
  assert.is(after(judged(-1), 2), 2);
});

function owed(sha: string, weight: number, isUrgent = false): OwedCommit {
  const commit = { sha, parents: [], date: '2026-01-01T00:00:00Z', message: 'x', files: [] };
  const verdict = decideVerdict(judged(weight, { isUrgent }), { weight: 0, limit: 3 });
  return { commit, message: parseMessage('x'), verdict, documents: [] };
}

const OCCASIONS: readonly (readonly [
  string,
  readonly OwedCommit[],
  string | null,
  readonly string[],
  boolean,
])[] = [
  ['nothing owed, nothing due', [], 'a', [], false],
  ['debt at the limit is not yet due', [owed('a', 1.5), owed('b', 1.5)], 'b', [], false],
  ['debt above the limit is', [owed('a', 1.5), owed('b', 1.6)], 'b', [], true],
  [
    'an urgent commit made during a rebase is caught up with by the next one',
    [owed('a', 1, true), owed('b', 0.1)],
    'b',
    [],
    true,
  ],
  [
    'what a person put off is left alone by a small commit',
    [owed('a', 1, true), owed('b', 0.4)],
    'b',
    ['a'],
    false,
  ],
  ['even above the limit', [owed('a', 9, true), owed('b', 0.4)], 'b', ['a'], false],
  [
    'what a person put off comes up with the next that deserves a record',
    [owed('a', 1, true), owed('b', 1)],
    'b',
    ['a'],
    true,
  ],
];

for (const [title, list, newest, putOff, isDue] of OCCASIONS) {
  test(`due: ${title}`, () => {
    assert.is(isUpdateDue(list, { limit: 3, newest, putOff }), isDue);
  });
}

test('an id is recorded in full or abbreviated, and a word of hex letters is none', () => {
  const sha = '1a2b3c4d5e6f708192a3b4c5d6e7f8091a2b3c4d';
  assert.ok(readRecordedIds(`- done (1a2b3c4)`)(sha));
  assert.ok(readRecordedIds(`see ${sha}`)(sha));
  assert.not(readRecordedIds('- done (1a2b3c)')(sha));
  assert.not(readRecordedIds('- done (1a2b3c5)')(sha));
  assert.not(readRecordedIds('the defaced facade')(`defaced${sha.slice(7)}`));
});

test('white space alone is no update', () => {
  assert.not(hasSubstance('a b\n', 'a  b\r\n\n'));
  assert.ok(hasSubstance('a b\n', 'a c\n'));
  assert.ok(hasSubstance(null, 'a'));
});

const BEFORE = '# State\n\nPhase 1 runs.\n\n## Log\n\n- Read gauges (1a2b3c4)\n';
const PROSE = Array.from({ length: 8 }, (_, at) => `- The weir of lock ${at} opens by hand`).join('\n');
for (const [title, added, isOwn] of [
  ['a sentence', 'The weir opens by hand.', true],
  ['white space', '\n\n', false],
  ['a line of a draft', '- The weir opens (9f8e7d6)', false],
  ['a line of a draft for two commits', '- The weir opens; the lock closes (9f8e7d6, 8e7d6c5)', false],
  ['a row of a draft', '| 2026-06-01 | The weir opens (9f8e7d6) |', false],
  ['a row of a draft that has a cell for ids', '| 2026-06-01 | The weir opens | 9f8e7d6 |', false],
  [
    'a draft and what it changes in the head',
    '- Phase 2\n- The weir opens (9f8e7d6)\nUpdated: 2026-06-01',
    false,
  ],
  ['a commit named in a sentence', 'The weir opens since 9f8e7d6 by hand.', true],
  ['a field that names HEAD', '**HEAD:** 9f8e7d6', true],
  ['a commit in code', '- The weir opens (`9f8e7d6`)', true],
  ['a row of a table of commits', '| 6 | The weir | DONE | `9f8e7d6` |', true],
  ['a list of commits', '- 9f8e7d6 the weir opens\n- 8e7d6c5 the lock closes', true],
  ['a page of prose with one id at the end of a line', `${PROSE}\n- The lock closes (9f8e7d6)`, true],
  ['a draft of five lines with a sentence', `${'- The weir (9f8e7d6)\n'.repeat(5)}By hand.`, false],
] as const)
  test(`its author's own update or not: ${title}`, () => {
    assert.is(readUpdate(BEFORE, `${BEFORE}${added}\n`).isOwn, isOwn);
  });

const DRAFT: Draft = {
  path: 'C.md',
  before: 'a',
  text: 'b',
  entry: 'b',
  commits: ['1', '2'],
  added: ['1', '2'],
  points: [],
  blanks: [],
  masked: [],
};

for (const [into, kind] of [
  ['worktree', 'write'],
  ['index', 'stage'],
  ['commit', 'commit'],
] as const) {
  test(`a draft into ${into} is a ${kind}, and is remembered before it lands`, () => {
    const effects = landDraft(DRAFT, { into, blobs: ['B'], isOurs: true, drafts: [] });
    assert.equal(
      effects.map((effect) => effect.kind),
      ['remember', kind, 'forget'],
    );
    assert.equal(effects[0], {
      kind: 'remember',
      name: 'drafts',
      value: [{ blob: 'B', isOurs: true }],
    });
  });
}

test('of many drafts the newest are remembered, each once', () => {
  const drafts: DraftMark[] = Array.from({ length: 60 }, (_, at) => ({
    blob: `${at}`,
    isOurs: true,
  }));
  const [remembered] = landDraft(DRAFT, {
    into: 'worktree',
    blobs: ['30'],
    isOurs: true,
    drafts,
  });
  const value = remembered?.kind === 'remember' ? (remembered.value as DraftMark[]) : [];
  assert.is(value.length, 50);
  assert.equal(value.at(-1), { blob: '30', isOurs: true });
  assert.is(value.filter(({ blob }) => blob === '30').length, 1);
});

test('a commit that is rewritten twice is found under its first id', () => {
  const once = addRewrites(new Map(), ['a b', 'c d extra']);
  const twice = addRewrites(once, ['b e']);
  assert.is(twice.get('a'), 'e');
  assert.is(twice.get('c'), 'd');
  assert.equal(addRewrites(new Map(), ['', 'half']).size, 0);
});

test.run();
