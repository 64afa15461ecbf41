// What the documents of a range tell: done, next, entries, fields, decisions, and what costs nothing.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { DEFAULTS } from '../../../src/core/config/defaults.ts';
import { filesOfRange } from '../../../src/core/draft/index.ts';
import { draftUpdate } from '../../../src/core/draft/update.ts';
import { type CommitFact, draftFacts, owedCommit } from './facts.ts';

const CONTEXT = '# Context\n\n## Update Log\n\n**2026-06-01:**\n- Began\n';
const A = 'a1'.repeat(20);
const B = 'b2'.repeat(20);

const commit = (fact: Partial<CommitFact> = {}): CommitFact => ({
  sha: A,
  message: 'feat: weigh the parcels',
  record: true,
  weight: 2,
  files: ['src/scale.ts'],
  ...fact,
});

function entry(
  documents: [path: string, before: string | null, after: string][],
  commits = [commit()],
): string {
  const facts = {
    ...draftFacts({ now: '2026-06-05T10:00:00+02:00', commits }),
    documents: documents.map(([path, before, after]) => ({ path, before, after, sha: A })),
  };
  return draftUpdate({ path: 'C.md', text: CONTEXT }, commits.map(owedCommit), facts, DEFAULTS).entry;
}

const TOLD: readonly [what: string, path: string, before: string | null, after: string, line: string][] = [
  ['a ticked box', 'TODO.md', '- [ ] Ring the bell\n', '- [x] Ring the bell\n', 'TODO.md: ✓ Ring the bell'],
  [
    'a new open box',
    'docs/plan.md',
    '- [x] Ring\n',
    '- [x] Ring\n- [ ] Paint the door\n',
    'docs/plan.md: ☐ Paint the door',
  ],
  [
    'a changed status',
    'docs/sorter.md',
    '# Sorter\n\n**Status:** draft\n',
    '# Sorter\n\n**Status:** in use\n',
    'docs/sorter.md: Status: in use',
  ],
  [
    'a new dated entry',
    'WORKLOG.md',
    '# Worklog\n\n## 2026-05-01\n\n- Bought the scale\n',
    '# Worklog\n\n## 2026-06-04\n\n- Calibrated to 2 g\n\n## 2026-05-01\n\n- Bought the scale\n',
    'WORKLOG.md: 2026-06-04; Calibrated to 2 g',
  ],
  [
    'a blocker of a sibling',
    'STATUS.md',
    '# S\n\n## Blockers\n\nNone\n',
    '# S\n\n## Blockers\n\n- The customs form is missing\n',
    'Blocker: The customs form is missing — STATUS.md',
  ],
  [
    'Erledigtes',
    'PLAN.md',
    '# Plan\n\n## Nächste Schritte\n\n- Waage kaufen\n',
    '# Plan\n\n## Nächste Schritte\n\n- Waage kaufen\n- Etiketten drucken lassen\n',
    'PLAN.md: ☐ Etiketten drucken lassen',
  ],
  [
    'a new document',
    'docs/labels.md',
    null,
    '# Labels\n\nEach parcel carries one label with its weight and route.\n',
    'docs/labels.md: Labels — Each parcel carries one label with its weight and route.',
  ],
  [
    'the parts of a new document',
    'docs/routes.md',
    null,
    '# Routes\n\n## Overview\n\n## By road\n\n## By rail\n',
    'docs/routes.md: Routes (By road; By rail)',
  ],
  [
    'a new section',
    'docs/labels.md',
    '# Labels\n\n## Print\n',
    '# Labels\n\n## Print\n\n## Foreign routes\n\nParcels abroad bear two codes.\n\n## Later\n',
    'docs/labels.md: Foreign routes — Parcels abroad bear two codes.',
  ],
];

for (const [what, path, before, after, line] of TOLD)
  test(`the entry tells ${what}, with its file`, () => {
    const told = entry([[path, before, after]]);
    assert.ok(told.includes(`- ${line.replace(/^Blocker:/, 'Blocker:')} (${A.slice(0, 7)})`), told);
  });

// Put together here, so that no scanner takes this file for a leak.
const TOKEN = `gh${'p'}_${'a1B2'.repeat(10)}`;
const AWS = `AKI${'A'}${'Q7'.repeat(8)}`;
const LEAKS: readonly [path: string, before: string | null, after: (secret: string) => string][] = [
  ['TODO.md', '- [ ] Ring\n', (secret) => `- [ ] Ring\n- [ ] Move ${secret} into the vault\n`],
  ['LESSONS.md', '## Gotchas\n', (secret) => `## Gotchas\n\n- The key ${secret} works on Mondays alone\n`],
  [
    'STATUS.md',
    '## Blockers\n\nNone\n',
    (secret) => `## Blockers\n\n- The bank refuses ${secret} since Monday\n`,
  ],
  ['WORKLOG.md', '# Log\n', (secret) => `# Log\n\n## 2026-06-04\n\n- Signed in with ${secret}\n`],
  ['docs/bank.md', null, (secret) => `# Bank\n\nThe sandbox of the bank answers to ${secret} alone.\n`],
  ['docs/bank.md', '**Status:** shut\n', (secret) => `**Status:** open with ${secret}\n`],
  ['docs/bank.md', '# Bank\n', (secret) => `# Bank\n\n## Ask with ${secret}\n\nNobody else may see it.\n`],
  // Cut where the line is full, a secret would lose its shape.
  ['TODO.md', '- [ ] Ring\n', (secret) => `- [ ] Ring\n- [ ] ${'Ask the bank again '.repeat(5)}${secret}\n`],
];

for (const [path, before, after] of LEAKS)
  for (const secret of [TOKEN, AWS, `password=${'x9Yz'.repeat(6)}`])
    test(`a secret in ${path} stays out of the entry: ${after('…').slice(-40).trim()}`, () => {
      const told = entry([[path, before, after(secret)]]);
      assert.ok(told.includes(path), told);
      assert.not.ok(told.includes(secret.slice(-16)) || told.includes(secret.slice(0, 14)), told);
    });

const SILENT: readonly [what: string, before: string | null, after: string][] = [
  [
    'with conflict markers',
    '- [ ] a box of some length\n',
    '<<<<<<< ours\n- [x] a box of some length\n=======\n- [ ] a box of some length\n>>>>>>> theirs\n',
  ],
  ['that is binary', 'x', 'PNG\0- [x] a box of some length\n'],
  [
    'that a tool writes',
    '# Report\n',
    '# Report\n\n<!-- generated by tool, do not edit -->\n\n## A new section\n\nThat says what it is about.\n',
  ],
  [
    'whose new items are done already',
    '# P\n\n## Next\n',
    '# P\n\n## Next\n\n- Weigh by hand ✅\n- Labels of paper — Done\n',
  ],
  [
    'whose decisions are open',
    '# P\n\n## Decisions\n',
    '# P\n\n## Decisions\n\n- open — which scale to buy, by whom\n',
  ],
  [
    'that tells its aim below what is done',
    '# P\n\n## Done\n',
    '# P\n\n## Done\n\nThe goal was to weigh every parcel by itself.\n',
  ],
  ['whose title is its name', null, '# Plan\n'],
  ['whose new headings stand alone', '# P\n', '# P\n\n## Routes of the north\n\n## Routes of the south\n'],
  ['that did not change', '- [x] a box of some length\n', '- [x] a box of some length\n'],
];

for (const [what, before, after] of SILENT)
  test(`a document ${what} tells nothing`, () => {
    assert.is(entry([['docs/plan.md', before, after]]), entry([]));
  });

test('what is ready for the next phase is no open work', () => {
  const text = '# P\n\n## Next phase readiness\n\n- Scales stand in both halls\n';
  assert.not.match(entry([['docs/plan.md', '# P\n', text]]), '☐');
});

test('a study opens no work and decides nothing', () => {
  const text =
    '# Research\n\n## Decisions\n\n- Use scales of steel\n\n## Next steps\n\n- [ ] scales weigh to the gram\n';
  assert.is(entry([['docs/research/scales.md', '# Research\n', text]]).includes('scales of steel'), false);
  assert.is(entry([['docs/research/scales.md', '# Research\n', text]]).includes('☐ scales'), false);
});

const file = (path: string, blobs: [string, string], more = {}) =>
  ({ path, status: 'M', added: 3, deleted: 1, blobs, ...more }) as const;
const none = '0'.repeat(40);

test('a document is read once over the range, from its first text to its last, and under its last name', () => {
  const base = { parents: [none], date: '2026-06-05T10:00:00Z', message: 'docs: plan' };
  const { files, leftOut } = filesOfRange(
    [
      {
        ...base,
        sha: A,
        files: [file('plan.md', ['1', '2']), file('gone.md', ['3', '4']), file('C.md', ['1', '9'])],
      },
      {
        ...base,
        sha: B,
        files: [
          file('docs/roadmap.md', ['2', '5'], { status: 'R', from: 'plan.md' }),
          file('gone.md', ['4', none], { status: 'D' }),
          file('docs/way.md', ['6', '7'], { mode: '120000' }),
          file('node_modules/x/TODO.md', ['6', '7']),
          file('README.md', ['6', '7']),
        ],
      },
    ],
    'C.md',
    DEFAULTS,
  );
  assert.equal(files, [{ path: 'docs/roadmap.md', sha: B, blobs: ['1', '5'], isNew: false }]);
  assert.is(leftOut, 0);
});

test('forty documents are read, plans before others, and the rest is counted', () => {
  const files = Array.from({ length: 50 }, (_, at) => file(`docs/topic${at}.md`, [`${at}`, `x${at}`]));
  const made = { sha: A, parents: [none], date: '2026-06-05T10:00:00Z', message: 'docs: many' };
  const range = filesOfRange([{ ...made, files: [...files, file('TODO.md', ['1', '2'])] }], 'C.md', DEFAULTS);
  assert.is(range.files[0]?.path, 'TODO.md');
  assert.equal([range.files.length, range.leftOut], [40, 11]);
});

test('a commit of no weight is told beside others, and alone only where it says something', () => {
  const light = commit({ sha: B, message: 'docs: explain the routes', record: false, weight: 0 });
  assert.match(entry([], [commit(), light]), /Explain the routes \(b2b2b2b\)/);
  assert.is(entry([], [commit({ sha: B, message: 'chore: bump tools', record: false, weight: 0 })]), '');
});

for (const [what, message, path, before, after, line] of [
  [
    'a decision',
    'feat: weigh the parcels\n\nDecision: use a spring scale',
    'docs/decisions-2026.md',
    '# Decisions\n',
    '# Decisions\n\n## use a spring scale\n\n**Chosen:** a spring scale\n**Rationale:** no power\n',
    /use a spring scale/g,
  ],
  [
    'a gotcha',
    'feat: weigh the parcels\n\nGotcha: the scale drifts below zero degrees',
    'STATUS.md',
    '# S\n\n## Gotchas\n\nNone\n',
    '# S\n\n## Gotchas\n\n- the scale drifts below zero degrees\n',
    /drifts below zero degrees/g,
  ],
] as const)
  test(`${what} that a commit tells is not told of its document again`, () => {
    const told = entry([[path, before, after]], [commit({ message })]);
    assert.is(told.match(line)?.length, 1, told);
  });

test('a second draft is empty, whatever the documents say', () => {
  const commits = [commit(), commit({ sha: B, message: 'docs: routes', record: false, weight: 0 })];
  const facts = {
    ...draftFacts({ now: '2026-06-05T10:00:00+02:00', commits }),
    documents: [{ path: 'TODO.md', before: '- [ ] Ring\n', after: '- [x] Ring\n', sha: B }],
  };
  const first = draftUpdate({ path: 'C.md', text: CONTEXT }, commits.map(owedCommit), facts, DEFAULTS);
  const second = draftUpdate({ path: 'C.md', text: first.text }, commits.map(owedCommit), facts, DEFAULTS);
  assert.is(second.text, first.text);
  assert.match(first.text, /TODO\.md: ✓ Ring/);
});

test.run();
