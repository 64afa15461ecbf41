// Next steps, blockers, gotchas and what was rejected: where they go, and that the head never contradicts
// itself.
import fc from 'fast-check';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { DEFAULTS } from '../../../src/core/config/defaults.ts';
import { draftUpdate } from '../../../src/core/draft/update.ts';
import { draftFacts, owedCommit } from '../draft/facts.ts';

const FILE = `# Session Context

## Current State
- Phase 1 in progress: gauges

## What's Next
1. Read the gauges
2. Draw the map

## Current Blockers
None

## Gotchas
- Gauges report in UTC

## What NOT to Do
- Never push on Fridays

## Update Log

**2026-06-01:**
- Started
`;

const commitOf = (message: string, at: number) => ({
  sha: `${(at + 10).toString(16)}b2c3d4e5`.repeat(5).slice(0, 40),
  message,
  record: true,
  weight: 2,
  files: ['src/a.ts'],
});

function keep(text: string, messages: readonly string[], from = 0): string {
  const commits = messages.map((message, at) => commitOf(message, from + at));
  const facts = { now: '2026-06-05T09:07:00+00:00', commits };
  return draftUpdate({ path: 'C.md', text }, commits.map(owedCommit), draftFacts(facts), DEFAULTS).text;
}

const part = (text: string, title: string): string =>
  (new RegExp(`## ${title}\n([\\s\\S]*?)\n\n## `).exec(text)?.[1] ?? '').replace(
    / \([0-9a-f, ]{7,30}\)/g,
    '',
  );

test('what comes next is put in front, and the list numbered anew', () => {
  const text = keep(FILE, ['feat: x\n\nNext: load test the store']);
  assert.is(part(text, "What's Next"), '1. load test the store\n2. Read the gauges\n3. Draw the map');
});

for (const [item, isDone] of [
  ['Ask the club for the lock volumes', true],
  ['Order the lock volumes', true],
  ['Draw the lock volumes of the club', false],
  ['Ask the club', false],
] as const)
  test(`what was to be asked for is done once it is there: ${item}`, () => {
    const text = keep(FILE.replace('Draw the map', item), [
      'feat: x\n\nUnblocked: lock volumes from the club',
    ]);
    assert.is(part(text, "What's Next").includes(`~~${item}~~`), isDone);
  });

for (const [list, after] of [
  ['- [ ] Draw the map\n- [ ] Sail', '- [ ] Draw the map\n- [ ] Sail'],
  ['1. Draw the map\n2. Sail', '1. Draw the map\n2. Sail'],
] as const)
  test(`a revert opens what its commit had done: ${list.split('\n')[0]}`, () => {
    const file = FILE.replace('1. Read the gauges\n2. Draw the map', list);
    const done = keep(file, ['feat: draw the map']);
    assert.is.not(part(done, "What's Next"), after);
    const { sha } = commitOf('', 0);
    const back = keep(
      done,
      [`Revert "feat: draw the map"\n\nThis reverts commit ${sha}.\n\nRejected: a map, it is slow`],
      1,
    );
    assert.is(part(back, "What's Next"), after);
  });

test('what is done in a first version is not done', () => {
  const file = FILE.replace('2. Draw the map', '2. Draw the map of locks');
  assert.match(keep(file, ['feat: draw the map of locks, first version']), '2. Draw the map of locks');
});

const ONE_STEP = FILE.replace('1. Read the gauges\n2. Draw the map', '- Draw the map (1a2b3c4)');

test('a list of next steps that lost its last one says so as the file says none', () => {
  assert.is(part(keep(ONE_STEP, ['feat: draw the map']), "What's Next"), '\nNone');
  const bulleted = ONE_STEP.replace('Current Blockers\nNone', 'Current Blockers\n- _None._');
  const text = keep(bulleted, ['feat: draw the map']);
  assert.is(part(text, "What's Next"), '\n- _None._');
  assert.is(part(keep(text, ['feat: x\n\nNext: print it'], 3), "What's Next"), '\n- print it');
  const german =
    '# Stand\n\n## Nächste Schritte\n\n- Karte zeichnen (1a2b3c4)\n\n## Verlauf\n\n**01.06.2026**\n- Los\n';
  assert.match(keep(german, ['feat: Karte zeichnen']), /## Nächste Schritte\n\n- Keine\n/);
});

test('a list that lost its last step goes on with the phase that is next', () => {
  const commit = commitOf('feat: draw the map', 0);
  const phase = (id: number, items: string) => ({
    path: `docs/phases/PHASE-${id}.md`,
    text: `# Phase ${id}: x\n\n${items}`,
  });
  const phases = [phase(1, '- [ ] Old\n'), phase(2, '- [x] Draw\n- [ ] Draw the map\n- [ ] Print *it*\n')];
  const facts = draftFacts({ now: '2026-06-05T09:07:00+00:00', commits: [commit], phases });
  const over = ONE_STEP.replace('Phase 1 in progress', 'Phase 1 complete');
  const { text } = draftUpdate({ path: 'C.md', text: over }, [owedCommit(commit)], facts, DEFAULTS);
  assert.is(part(text, "What's Next"), '\n- Print it');
});

test('what a commit asks for next and a later one of the range does is not open', () => {
  const next = (messages: string[]) => part(keep(FILE, messages), "What's Next").split('\n')[0];
  const ask = 'feat: phase 2A: fixes\n\nNext: phase 2B';
  assert.is(next([ask, 'feat: phase 2B: alerts']), '1. Read the gauges');
  assert.is(next(['feat: phase 2B: alerts', ask]), '1. phase 2B');
  assert.is(next(['feat: x\n\nNext: print the map', 'feat: print the map']), '1. Read the gauges');
  assert.is(next([ask, 'feat: phase 2C: alerts']), '1. phase 2B');
  const author = FILE.replace('Read the gauges', 'Finish phase 2B');
  assert.match(part(keep(author, ['feat: phase 2B: alerts']), "What's Next"), /^1\. Finish phase 2B$/m);
});

test('what a commit asks for next is not open once a later one says that its phase is over', () => {
  const next = (...messages: string[]) => part(keep(FILE, messages), "What's Next").split('\n')[0];
  const ask = 'docs: design it\n\nNext: Implement Phase 1 (core infrastructure) over 4 weeks';
  assert.not.match(next(ask, 'feat: complete Phase 1') ?? '', /Implement/);
  assert.match(next('feat: complete Phase 1', ask) ?? '', /Implement Phase 1/);
  assert.match(next(ask, 'feat: complete Phase 2') ?? '', /Implement Phase 1/);
});

test('an item is done by a commit whose body counts halves', () => {
  const text = keep(FILE, ['feat: read the gauges\n\nOlder than a year counts half.']);
  assert.match(part(text, "What's Next"), /~~Read the gauges~~/);
  assert.not.match(part(keep(FILE, ['feat: read the gauges\n\nHalf done.']), "What's Next"), /~~/);
});

test('a hint in the subject and the blocker below it are one blocker, which one sentence clears', () => {
  const met = keep(FILE, [
    'chore: blocked by the harbour office\n\nBlocked by: the harbour office has not answered',
  ]);
  assert.is(part(met, 'Current Blockers'), '- the harbour office has not answered');
  assert.is(part(keep(met, ['Unblocked: the harbour office answered'], 1), 'Current Blockers'), '- None');
});

for (const [list, isUpwards] of [
  ['- Phase 1: complete\n- Phase 2: complete', true],
  ['- Phase 2: complete\n- Phase 1: complete', false],
] as const)
  test(`a phase that starts stands ${isUpwards ? 'behind' : 'in front of'} the others`, () => {
    const text = keep(FILE.replace('- Phase 1 in progress: gauges', list), ['feat: phase 3 started']);
    const told = '- Phase 3 in progress';
    assert.is(part(text, 'Current State'), isUpwards ? `${list}\n${told}` : `${told}\n${list}`);
  });

for (const line of ['_Last touched: 2026-06-01_', '*Last updated: 2026-06-01*', '__Updated:__ 2026-06-01'])
  test(`the day in ${line} moves`, () => {
    const text = keep(FILE.replace('# Session Context\n', `# Session Context\n\n${line}\n`), ['feat: x']);
    assert.ok(text.includes(line.replace('06-01', '06-05')), text.slice(0, 80));
  });

test('a newer word on what comes next replaces ours, and the author’s stays', () => {
  const text = keep(
    keep(FILE, ['feat: x\n\nNext: load test the store']),
    ['feat: y\n\nNext: write the report'],
    1,
  );
  assert.is(part(text, "What's Next"), '1. write the report\n2. Read the gauges\n3. Draw the map');
});

test('the work of a phase that is over is struck out', () => {
  const text = keep(FILE, ['feat: complete Phase 1: gauges']);
  assert.match(part(text, "What's Next"), /^1\. ~~Read the gauges~~\n2\. Draw the map$/);
});

for (const none of [
  'None',
  '- None',
  '**None.** All is planned.',
  '- None - all green',
  'No blockers at the moment.',
  '- N/A',
  '✅ No blockers',
])
  test(`a blocker takes the place of: ${none}`, () => {
    const before = FILE.replace('\nNone\n', `\n${none}\n`);
    assert.is(
      part(keep(before, ['feat: x\n\nBlocker: the quota is gone']), 'Current Blockers'),
      '- the quota is gone',
    );
  });

test('a blocker comes and goes', () => {
  const met = keep(FILE, ['blocked on the API key of the harbour office']);
  assert.is(part(met, 'Current Blockers'), '- the API key of the harbour office');
  const cleared = keep(met, ['feat: x\n\nUnblocked: the API key arrived'], 1);
  assert.match(part(cleared, 'Current Blockers'), /^(?:- )?None$/);
});

test('a gotcha and what was rejected stand in their sections once', () => {
  const message =
    'feat: x\n\nGotcha: the feed needs a slash\nRejected: a cache by harbour | one harbour changes';
  const text = keep(keep(FILE, [message]), [message], 1);
  assert.is(part(text, 'Gotchas'), '- Gauges report in UTC\n- the feed needs a slash');
  assert.is(
    part(text, 'What NOT to Do'),
    '- Never push on Fridays\n- Rejected: a cache by harbour — one harbour changes',
  );
});

for (const label of ['Next steps', 'Known issues', 'Blocked on', 'Rejected alternatives'])
  test(`points below "${label}:" are not told as work done`, () => {
    const text = keep(FILE, [
      `feat: add a pump\n\n- reads at once\n\n${label}:\n- the frobnicator of the pump`,
    ]);
    const log = text.split('## Update Log')[1] ?? '';
    assert.not.match(log, /^\s*- The frobnicator/m);
    assert.not.match(log, /^\s*- the frobnicator/m);
  });

test('a blocker met twice and cleared goes, and one like it stays', () => {
  const met = keep(FILE, ['feat: x\n\nBlocker: the key of the north gate', 'feat: y\n\nBlocker: a crane']);
  const text = keep(
    met,
    [
      'feat: z\n\nBlocker: the key of the north door',
      'feat: z\n\nUnblocked: the key of the north door',
      'feat: z\n\nBlocker: a crane',
      'feat: z\n\nUnblocked: a crane',
    ],
    2,
  );
  assert.is(part(text, 'Current Blockers'), '- the key of the north gate');
});

const SECTIONS = `${FILE.split('## Update Log')[0]}## Benchmark Results

- 9 s

## Tried and Failed

- A queue on disk

## Past Blockers

- The boat

## Update Log

**2026-06-01:**
- Started
`;

test('results, what was given up and what no longer blocks stand in the sections for them, once', () => {
  const messages = [
    'perf: x\n\nResult: 4.1 s instead of 9 s\nRejected: two threads | the disk is the limit\nBlocker: no disk of that size',
    'chore: y\n\nUnblocked: disk of that size',
  ];
  const text = keep(keep(SECTIONS, messages.slice(0, 1)), messages.slice(1), 1);
  assert.is(part(text, 'Benchmark Results'), '\n- 9 s\n- 4.1 s instead of 9 s');
  assert.is(part(text, 'Tried and Failed'), '\n- A queue on disk\n- two threads — the disk is the limit');
  assert.is(part(text, 'Past Blockers'), '\n- The boat\n- no disk of that size');
  assert.is(part(text, 'What NOT to Do'), '- Never push on Fridays');
  assert.match(part(text, 'Current Blockers'), /None/);
});

for (const title of ['Benchmark Results, 2026-04-23', 'Results of 23 April 2026', 'Résultats — 2026-04-23'])
  test(`a result does not join those of a day: ${title}`, () => {
    const dated = SECTIONS.replace('Benchmark Results', title);
    const text = keep(dated, ['perf: x\n\nResult: 4.1 s instead of 9 s']);
    assert.is(part(text, title), '\n- 9 s');
    assert.match(text, '4.1 s instead of 9 s');
  });

for (const prompt of [
  `> ${'Read the plan, then go on with the press in hall two. '.repeat(4)}`,
  '```\nRead the plan.\n```',
])
  test(`a next step is no part of a prompt to paste: ${prompt.slice(0, 12)}`, () => {
    const text = keep(
      `# S\n\n## Next Session\n\nPaste this:\n\n${prompt}\n\n## Update Log\n\n**2026-06-01:**\n- Began\n`,
      ['feat: x\n\nNext: oil the hinges of the press'],
    );
    assert.match(part(text, 'Next Session'), prompt);
    assert.not.match(part(text, 'Next Session'), 'oil the hinges');
  });

for (const head of [
  '<!-- AUTO-GENERATED by tool. DO NOT EDIT. -->\n',
  '> This file is generated from plan.yaml; do not modify it by hand.\n',
  '*Automatisch erzeugt, bitte nicht bearbeiten.*\n',
])
  test(`a file that says "${head.trim()}" is left alone`, () => {
    assert.throws(() => keep(head + FILE, ['feat: x\n\nNext: y']), /generated/);
    assert.not.throws(() =>
      keep(FILE.replace('in UTC', 'in UTC; schema.ts is generated, do not edit it'), ['feat: x']),
    );
  });

const MESSAGES = [
  ...[1, 2, 3].flatMap((id) => [
    `feat: complete Phase ${id}`,
    `start phase ${id}`,
    `docs: Phase ${id} is not complete yet`,
  ]),
  ...['the key', 'a GPU', 'the licence'].flatMap((what) => [
    `feat: x\n\nBlocker: ${what}`,
    `feat: y\n\nUnblocked: ${what}`,
  ]),
  'feat: z\n\nNext: read the gauges',
  'feat: z\n\nNext: draw the map',
  'Revert "feat: complete Phase 2"',
  'fix: a typo',
];

test('no history makes the head contradict itself', () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(fc.constantFrom(...MESSAGES), { minLength: 1, maxLength: 4 }), { maxLength: 6 }),
      (drafts) => {
        let at = 0;
        const text = drafts.reduce((told, messages) => {
          const next = keep(told, messages, at);
          at += messages.length;
          return next;
        }, FILE);
        const blockers = part(text, 'Current Blockers').split('\n');
        assert.ok(blockers.length === 1 || !blockers.some((line) => /none/i.test(line)), text);
        const state = part(text, 'Current State').split('\n');
        for (const id of [1, 2, 3]) {
          const named = state.filter((line) => new RegExp(`Phase ${id}\\b`).test(line));
          assert.ok(named.length <= 1, text);
        }
        assert.is(
          new Set(
            part(text, "What's Next")
              .split('\n')
              .map((line) => line.replace(/^\d+\. /, '')),
          ).size,
          part(text, "What's Next").split('\n').length,
          text,
        );
      },
    ),
    { numRuns: 60, seed: 11 },
  );
});

const NEXT_FILE = (items: string) => FILE.replace('1. Read the gauges\n2. Draw the map', items);
for (const [items, message, after] of [
  [
    '- [ ] Solder the second board\n- [ ] Draw the lid',
    'feat: solder the second board',
    '- [x] Solder the second board\n- [ ] Draw the lid',
  ],
  ['- [ ] Solder the second board', 'feat(board): soldered second board', '- [x] Solder the second board'],
  ['- [ ] Nordufer vermessen', 'feat: Nordufer vermessen', '- [x] Nordufer vermessen'],
  ['- [ ] Mesurer la rive nord (2 h)', 'feat: mesurer la rive nord', '- [x] Mesurer la rive nord (2 h)'],
  [
    '1. Solder the second board\n2. Draw the lid',
    'feat: solder the second board',
    '1. ~~Solder the second board~~\n2. Draw the lid',
  ],
  ['- [ ] Solder the second board', 'plan: solder the second board', null],
  ['- [ ] Solder the second board', 'wip: solder the second board', null],
  ['- [ ] Solder the second board', 'feat: solder the first board', null],
  ['- [ ] Solder the second board', 'feat: do not solder the second board', null],
  ['- [ ] Solder the second board', 'feat: need to solder the second board', null],
  ['- [ ] Solder the second board', 'feat: solder the second board\n\nOnly half of the pins yet.', null],
  ['- [ ] Solder the second board', 'Revert "feat: solder the second board"', null],
  ['- [ ] Solder the board', 'feat: solder the board\n\nNext: Solder the board', null],
  [
    "- [ ] Calibrate against the harbour's gauge",
    'feat: calibrates against the harbour gauge',
    "- [x] Calibrate against the harbour's gauge",
  ],
  ['- [ ] 温度計を毎分読み取る', 'feat: 温度計を毎分読み取る', '- [x] 温度計を毎分読み取る'],
  ['- [ ] 温度計を毎分読み取る', 'feat: 温度計を読み取る', null],
  ['- [ ] Deploy', 'feat: deploy', null],
] as const)
  test(`an item leaves what is next once a commit did it: ${items.slice(0, 24)} ${message.slice(0, 50)}`, () => {
    const told = part(keep(NEXT_FILE(items), [message]), "What's Next");
    if (after === null) assert.ok(told.endsWith(items), told);
    else assert.is(told, after);
  });

test('a commit that is reverted in the same range did nothing', () => {
  const items = '- [ ] Solder the second board';
  const sha = commitOf('', 0).sha;
  const messages = [
    'feat: solder the second board',
    `Revert "feat: solder the second board"\n\nThis reverts commit ${sha}.`,
  ];
  assert.is(part(keep(NEXT_FILE(items), messages), "What's Next"), items);
});

test('a section that only a reverted commit filled says again that there is nothing', () => {
  const empty = FILE.replace('- Gauges report in UTC', 'None yet');
  const met = keep(empty, ['feat: tides\n\nGotcha: the gauge drifts after a reset']);
  assert.is(part(met, 'Gotchas'), '- the gauge drifts after a reset');
  const { sha } = commitOf('', 0);
  const text = keep(met, [`Revert "feat: tides"\n\nThis reverts commit ${sha}.`], 1);
  assert.is(part(text, 'Gotchas'), 'None');
});

test.run();
