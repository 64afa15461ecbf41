// A file in the workflow's own layout: what is done, goes on and comes next are lists of their own below the
// state, and a field names the next milestone.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { readClaims } from '../../../src/core/claims/index.ts';
import { DEFAULTS } from '../../../src/core/config/defaults.ts';
import { addNote } from '../../../src/core/draft/note.ts';
import { draftUpdate } from '../../../src/core/draft/update.ts';
import { parseMessage } from '../../../src/core/message/index.ts';
import type { DocumentChange } from '../../../src/core/types.ts';
import { draftFacts, owedCommit } from '../draft/facts.ts';

const NOW = '2026-06-05T09:07:00+00:00';

const FILE = `# Session Context

**Current Phase**: Pre-Phase 0 (Planning Complete)
**Next Milestone**: Phase 0 - Data Collection

## Current State

### ✅ Completed
- [x] Hypothesis written down

### 🔄 In Progress
- [ ] Consent forms for the gardens

### ⏭️ Next Steps
1. Collect 40 hours of dawn chorus (Phase 0)
2. Label 2,000 clips
3. Train the baseline

## Current Blockers

**None.** Ready to start.

## What NOT to do
- Don't use cloud APIs

## Update Log

### 2026-06-01
- Planning finished
`;

const PHASES = [
  ['0', 'Data Collection', ['Consent forms', '40 hours of dawn chorus', '2,000 labelled clips']],
  ['1', 'Baseline', ['Training script', 'Quantise to int8']],
  ['2', 'Field Trial', ['Five boxes in the gardens']],
].map(([id, title, items]) => ({
  path: `docs/phases/phase-${id}.md`,
  text: `# Phase ${id}: ${title}\n\n${(items as string[]).map((item) => `- [ ] ${item}`).join('\n')}\n`,
}));

const shaOf = (at: number) => `${at + 1}a2b3c4d`.repeat(5).slice(0, 40);

function keep(messages: readonly string[], text = FILE, documents: readonly DocumentChange[] = []): string {
  const commits = messages.map((message, at) => ({
    sha: shaOf(at),
    message,
    record: true,
    weight: 2,
    files: ['src/a.ts'],
    documents,
  }));
  const facts = draftFacts({ now: NOW, commits, phases: PHASES });
  const draft = () => draftUpdate({ path: 'C.md', text }, commits.map(owedCommit), facts, DEFAULTS).text;
  return draft().replace(/ \([0-9a-f, ]{7,40}\)/g, '');
}

const list = (text: string, title: string): string[] =>
  (new RegExp(`### \\S+ ${title}\\n([\\s\\S]*?)\\n\\n`).exec(text)?.[1] ?? '').split('\n');

const field = (text: string, name: string): string | undefined =>
  new RegExp(`\\*\\*${name}\\*\\*: (.*)`).exec(text)?.[1];

test('what is over stands among what is done, in one line', () => {
  const one = keep(['feat: complete Phase 0']);
  assert.equal(list(one, 'Completed'), [
    '- [x] Hypothesis written down',
    '- [x] Phase 0 complete: Data Collection',
  ]);
  const two = keep(['feat: complete Phase 0', 'feat: complete Phase 1']);
  assert.equal(list(two, 'Completed'), ['- [x] Hypothesis written down', '- [x] Phases 0 and 1 complete']);
});

test('a list of what is done that counts goes on counting', () => {
  const text = keep(['feat: complete Phase 0'], FILE.replace('- [x] Hypothesis', '1. Hypothesis'));
  assert.equal(list(text, 'Completed'), [
    '1. Hypothesis written down',
    '2. Phase 0 complete: Data Collection',
  ]);
});

for (const [messages, current, next] of [
  [['feat: start Phase 0'], 'Phase 0: Data Collection', 'Phase 1: Baseline'],
  [['feat: start Phase 0', 'feat: complete Phase 0'], 'Phase 1: Baseline', 'Phase 2: Field Trial'],
  [['feat: start Phase 1', 'feat: complete Phase 1'], 'Phase 2: Field Trial', 'None'],
  [['feat: a parser'], 'Pre-Phase 0 (Planning Complete)', 'Phase 0 - Data Collection'],
] as const)
  test(`the next milestone goes on with the current phase: ${messages.at(-1)}`, () => {
    const text = keep(messages);
    assert.equal([field(text, 'Current Phase'), field(text, 'Next Milestone')], [current, next]);
  });

test('a field that asks for work on a phase is no name of what comes next', () => {
  const file = FILE.replace(
    '**Next Milestone**: Phase 0 - Data Collection',
    '**Next**: Phase 0 review with Ada',
  );
  assert.is(field(keep(['feat: start Phase 0'], file), 'Next'), 'Phase 0 review with Ada');
});

test('items of a phase that is over leave, and the list is numbered from one', () => {
  assert.equal(list(keep(['feat: start Phase 0', 'feat: complete Phase 0']), 'Next Steps'), [
    '1. Training script',
    '2. Quantise to int8',
    '3. Train the baseline',
  ]);
});

for (const [item, isDone] of [
  ['Consent forms', true],
  ['consent forms', true],
  ['Consent', false],
  ['Consent forms for schools', false],
] as const)
  test(`a box that a plan ticks is ticked in the file, which says where as well: ${item}`, () => {
    const before = `- [ ] ${item}\n`;
    const documents = [{ path: 'docs/phases/phase-0.md', before, after: `- [x] ${item}\n` }];
    const text = keep(['docs: forms'], FILE, documents as unknown as DocumentChange[]);
    assert.equal(list(text, 'In Progress'), [`- [${isDone ? 'x' : ' '}] Consent forms for the gardens`]);
  });

for (const [sentence, blocker] of [
  [
    'Waiting for the printer to be repaired before the boxes can be printed.',
    'the printer to be repaired before the boxes can be printed',
  ],
  [
    'Waiting on the university to give us a broker before alerts can go out.',
    'the university to give us a broker before alerts can go out',
  ],
  ['Blocked on the licence so that nobody can build.', 'the licence so that nobody can build'],
  ['Waiting for the lock takes 4 seconds before the first row is shown.', null],
  ['Waiting for workers is done in one place.', null],
] as const)
  test(`what is waited for may say what for: ${sentence}`, () => {
    const claims = readClaims(parseMessage(`feat: x\n\n${sentence}`)).filter(
      ({ kind }) => kind === 'blocker',
    );
    assert.equal(
      claims.map(({ text }) => text),
      blocker === null ? [] : [blocker],
    );
  });

for (const [rejected, told] of [
  ['BirdNET', 'BirdNET — It needs 1.1 GB; the Pi has 512 MB'],
  ['BirdNET, since it is slow', 'BirdNET, since it is slow'],
] as const)
  test(`what a revert rejects bears its reason: ${rejected}`, () => {
    const body = `It needs 1.1 GB; the Pi has 512 MB.\nRejected: ${rejected}`;
    const claims = readClaims(parseMessage(`Revert "feat: use BirdNET"\n\n${body}`));
    assert.equal(
      claims.map(({ kind, text }) => [kind, text]),
      [['rejected', told]],
    );
  });

test('a revert in other words takes back the commit that made what it deletes, with what that asked for', () => {
  const file = (status: 'A' | 'D' | 'M', path: string) => ({ path, status, added: 20, deleted: 0 });
  const owed = (at: number, message: string, files: readonly ReturnType<typeof file>[]) => {
    const one = owedCommit({ sha: shaOf(at), message, record: true, weight: 2, files: [] });
    return { ...one, commit: { ...one.commit, files } };
  };
  const [made, kept, gone] = [
    owed(0, 'feat: notify three days ahead\n\nNext: let the user choose the hour', [
      file('A', 'src/push.ts'),
    ]),
    owed(1, 'feat: page the stock', [file('A', 'src/stock.ts')]),
    owed(2, 'revert: notifications before expiry\n\nUsers muted the app.', [file('D', 'src/push.ts')]),
  ] as const;
  const draft = (commits: readonly (typeof made)[]) =>
    draftUpdate({ path: 'C.md', text: FILE }, commits, draftFacts({ now: NOW, commits: [] }), DEFAULTS).text;
  assert.match(draft([made, kept]), 'let the user choose the hour');
  const text = draft([made, kept, gone]);
  assert.not.match(text, 'let the user choose the hour');
  assert.not.match(text, 'otify three days ahead');
  assert.match(text, 'Users muted the app');
  assert.match(text, 'age the stock');
});

test('a phase that only a scope and the body name is told', () => {
  assert.match(keep(['docs(phase-0): finish data collection\n\nPhase 0 complete.']), '- Phase 0 complete: ');
});

test('a note of what comes next numbers the list anew', () => {
  const { text } = addNote({ path: 'C.md', text: FILE }, { kind: 'next', text: 'Call the gardeners' }, NOW);
  assert.equal(list(text, 'Next Steps').slice(0, 2), [
    '1. Call the gardeners',
    '2. Collect 40 hours of dawn chorus (Phase 0)',
  ]);
});

const ROADMAP = `# Roadmap

- [x] **Phase 1: Constants** - Harmonic constants of 400 stations
- [ ] **Phase 2: Predictions** - Heights and times
- [ ] **Phase 3: Charts** - Curves and tables

### Phase 2: Predictions
- [ ] 02-01: Node factors

### Phase 3: Charts
PLANS
`;

const STATE = `# State

**Current focus:** Phase 2 — Predictions

## Current Position

Phase: 2 of 3 (Predictions)
Plan: 1 of 1 in current phase
Status: In progress

## Log

**2026-06-01:**
- Started
`;

for (const [plans, plan] of [
  ['- [ ] 03-01: Curves\n- [ ] 03-02: Tables', '0 of 2 in current phase'],
  ['None yet', 'TBD'],
] as const)
  test(`fields that count phases and plans go on by the roadmap: ${plan}`, () => {
    const commits = [
      { sha: shaOf(0), message: 'docs(phase-02): complete phase', record: true, weight: 2, files: ['a.ts'] },
    ];
    const phases = [{ path: '.planning/ROADMAP.md', text: ROADMAP.replace('PLANS', plans) }];
    const file = { path: '.planning/STATE.md', text: STATE };
    const facts = draftFacts({ now: NOW, commits, phases });
    const { text } = draftUpdate(file, commits.map(owedCommit), facts, DEFAULTS);
    assert.match(text, '**Current focus:** Phase 3: Charts\n');
    assert.match(text, `\nPhase: 3 of 3 (Charts)\nPlan: ${plan}\n`);
  });

test.run();
