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
    'a new section',
    'docs/labels.md',
    '# Labels\n\n## Print\n',
    '# Labels\n\n## Print\n\n## Foreign routes\n\nParcels abroad bear two codes.\n\n## Later\n',
    'docs/labels.md: Foreign routes — Parcels abroad bear two codes.',
  ],
  [
    'what a mark says is done, in any language',
    'progress/2026-06-04_halls.md',
    '# Saalid\n',
    '# Saalid\n\n## Tehtud täna\n\n- ✅ 81 kaalu puhastatud\n- **☑ Sildid** trükitud mõlemasse saali\n',
    'progress/2026-06-04_halls.md: ✓ 81 kaalu puhastatud; Sildid trükitud mõlemasse saali',
  ],
  [
    'what a new report of a day says is done',
    'reports/2026-06-04.md',
    null,
    '# Raport\n\n- ✅ Usunięto 78 starych wag z obu hal\n- ✅ raport.md zapisany\n',
    'reports/2026-06-04.md: ✓ Usunięto 78 starych wag z obu hal',
  ],
  [
    'what a new report comes to',
    'docs/scale-diagnosis.md',
    null,
    '# Diagnosis\n\nThis document looks at the scale.\n\n## Findings\n\n- The spring loses 2 g a week\n\n## Method\n\n- Weigh one stone daily\n',
    'docs/scale-diagnosis.md: The spring loses 2 g a week',
  ],
  [
    'a row whose state changed',
    'docs/OBJECTIVES.md',
    '# O\n\n| Id | What | State |\n|---|---|---|\n| O5 | Labels abroad | pending |\n| O6 | Scales | done |\n',
    '# O\n\n| Id | What | State |\n|---|---|---|\n| O5 | Labels abroad | in progress |\n| O6 | Scales | done |\n',
    'docs/OBJECTIVES.md: O5 Labels abroad: in progress',
  ],
  [
    'a row whose mark changed',
    'docs/map.md',
    '| Story | State |\n|---|---|\n| Kaksi vaakaa | 🔲 |\n| Tarrat | 🔲 |\n',
    '| Story | State |\n|---|---|\n| Kaksi vaakaa | ✅ |\n| Tarrat | 🔲 |\n',
    'docs/map.md: Kaksi vaakaa: ✅',
  ],
  [
    'a figure of a report, by its column',
    'docs/BENCHMARKS.md',
    '| Engine | ms | Notes |\n|---|---|---|\n| Two halls | 120 | cold |\n| One hall | 80 | cold |\n',
    '| Engine | ms | Notes |\n|---|---|---|\n| Two halls | 94 | cold |\n| One hall | 80 | cold |\n',
    'docs/BENCHMARKS.md: Two halls: ms 94',
  ],
  [
    'points below the running heading of a changelog',
    'CHANGELOG.md',
    '# Changelog\n\n## [Unreleased]\n\n### Fixed\n\n- The bell rings twice\n',
    '# Changelog\n\n## [Unreleased]\n\n### Fixed\n\n- The bell rings twice\n- Etiquetas para rotas no estrangeiro\n',
    'CHANGELOG.md: Etiquetas para rotas no estrangeiro',
  ],
  [
    'settings that are new',
    '.env.example',
    'PORT=80\n',
    'PORT=80\n# HALL_KEY=\nexport SCALE_URL=http://x\n',
    '.env.example: + HALL_KEY, SCALE_URL',
  ],
  [
    'points of a log that is kept by files',
    'logs/development/2026-06-04.md',
    '# 4 June\n\n- Bought the scale\n',
    '# 4 June\n\n- Bought the scale\n- Both springs hold 5 of 5 stones\n',
    'logs/development/2026-06-04.md: Both springs hold 5 of 5 stones',
  ],
  [
    'new points of a state file below headings of its own',
    'STATUS.md',
    '# S\n\n## Hallid ja teed\n\n- Kaks vaaka\n',
    '# S\n\n## Hallid ja teed\n\n- Kaks vaaka\n- Kolmas vaaka ootab vedru\n',
    'STATUS.md: Kolmas vaaka ootab vedru',
  ],
  [
    'a new sentence of a topic that says why',
    'docs/routes.md',
    '# Routes\n\nParcels go by road.\n',
    '# Routes\n\nParcels go by road. Those to the island wait for Monday because the ferry never sails on Sundays.\n',
    'docs/routes.md: Those to the island wait for Monday because the ferry never sails on Sundays.',
  ],
  [
    'how far something is, in the instructions of agents',
    'CLAUDE.md',
    '# Rules\n\n## Build steps\n\nv1 stands.\n',
    '# Rules\n\n## Build steps\n\nv1 stands.\n\n**v2, the weekly sheet.** ✅ built ⚠️ nowhere in use\n',
    'CLAUDE.md: v2, the weekly sheet. ✅ built ⚠️ nowhere in use',
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
    'that says what is done, and since when',
    '# P\n',
    '# P\n\n- [ ] **Scales — DONE 2026-08-06.** Both stand\n',
  ],
  [
    'that asks for decisions',
    '# P\n\n## Decisions\n',
    '# P\n\n## Decisions\n\n- Repair vs replace: this plan recommends repair\n- Weigh by hand, or buy a scale?\n',
  ],
  [
    'whose decisions are open',
    '# P\n\n## Decisions\n',
    '# P\n\n## Decisions\n\n- open — which scale to buy, by whom\n',
  ],
  ...[
    'Open decisions',
    'Pending decisions',
    'Decisiones aún abiertas',
    'Offene Entscheidungen',
    'Décisions ouvertes',
  ].map((title): [string, string, string] => [
    `whose section is of what is open: ${title}`,
    `# P\n\n## ${title}\n`,
    `# P\n\n## ${title}\n\n- The threshold of the scale in the north hall\n`,
  ]),
  [
    'whose items of what is next are ticked',
    '# P\n\n## Next\n',
    '# P\n\n## Next\n\n- [x] Weigh parcels of the north by hand\n',
  ],
  [
    'that tells its aim below what is done',
    '# P\n\n## Done\n',
    '# P\n\n## Done\n\nThe goal was to weigh every parcel by itself.\n',
  ],
  ['that is new, beyond its commit', null, '# Plan\n\n## Next steps\n\n- Buy a scale for the hall\n'],
  [
    'that lists what a program does',
    '# P\n\n## Next\n',
    '# P\n\n## Next\n\n1. Fetches the weights of all parcels\n2. If one is too heavy: asks again\n',
  ],
  ['that counts decisions in a field', '# P\n', '# P\n\n- **Decisions**: 96 (mostly to wait for more)\n'],
  ['whose new headings stand alone', '# P\n', '# P\n\n## Routes of the north\n\n## Routes of the south\n'],
  ['that did not change', '- [x] a box of some length\n', '- [x] a box of some length\n'],
];

for (const [what, before, after] of SILENT)
  test(`a document ${what} tells nothing`, () => {
    assert.is(entry([['docs/plan.md', before, after]]), entry([]));
  });

for (const [what, path, text] of [
  ['a name among the known issues', 'STATUS.md', '## Known issues\n\n- `torch` (for the big models)\n'],
  [
    'a field of a report',
    'docs/report.md',
    '- **Recent Decisions**: SELL two, BUY one, wait for the third\n',
  ],
  [
    'a label within a decision',
    'docs/decisions.md',
    '## Two ways to sign in\n\n- **Parents** — a link by mail.\n',
  ],
] as const)
  test(`${what} decides and surprises nothing`, () => {
    assert.not.match(entry([[path, '# S\n', `# S\n\n${text}`]]), /(?:Gotcha|Decision)\b.*:/);
  });

test('a decision in the instructions of agents is told with its reasons below it', () => {
  const why = 'The old one was lost because nobody weighed it twice.';
  const added = `- 2026-06-04: Every parcel that goes abroad is weighed twice, in both halls, by two people. ${'It takes the same time. '.repeat(8)}${why}\n`;
  const told = entry([['AGENTS.md', '# R\n\n## Decision log\n', `# R\n\n## Decision log\n\n${added}`]]);
  assert.match(told, /Decision: 2026-06-04: Every parcel .* by two people\. — AGENTS\.md/);
  assert.ok(told.includes(why), told);
});

for (const [order, text] of [
  ['newest first', (days: readonly string[]) => [...days].reverse()],
  ['oldest first', (days: readonly string[]) => [...days]],
] as const)
  test(`of many new entries the newest three are told, ${order}`, () => {
    const day = (number: number) => `## 2026-05-0${number}\n\n- Weighed the parcels of day ${number}\n`;
    const log = (days: readonly number[]) => `# Log\n\n${text(days.map(day)).join('\n')}`;
    const told = entry([['WORKLOG.md', log([1, 2]), log([1, 2, 3, 4, 5, 6, 7])]]);
    assert.match(told, /day 7[\s\S]*day 6[\s\S]*day 5/);
    assert.not.match(told, /day 4/);
  });

test('a point that is nearly alone is told at length', () => {
  const point = `Kolmas kaal ${'ootab vedru '.repeat(14)}esmaspäevani`;
  assert.ok(entry([['STATUS.md', '# S\n\n## Hallid\n', `# S\n\n## Hallid\n\n- ${point}\n`]]).includes(point));
});

test('decisions beyond two stand below the second', () => {
  const all = ['first', 'second', 'third', 'fourth'].map(
    (hall) => `- Weigh in the ${hall} hall because it never shuts\n`,
  );
  const told = entry([['docs/halls.md', '# H\n\n## Decisions\n', `# H\n\n## Decisions\n\n${all.join('')}`]]);
  assert.is(told.match(/Decision: /g)?.length, 2, told);
  assert.match(told, /\n {2}- Weigh in the third hall because it never shuts \(/);
  assert.match(told, /fourth hall/);
});

test('a name that the commit tells is not told of its file again', () => {
  const documents: [string, string, string] = ['.env.example', 'A=1\n', 'A=1\nHALL_KEY=\nSCALE_URL=\n'];
  const told = entry([documents], [commit({ message: 'feat: read the HALL_KEY' })]);
  assert.match(told, /\.env\.example: \+ SCALE_URL \(/);
});

for (const [path, before, after] of [
  ['package.json', '{"dependencies":{}}', '{"dependencies":{"pino":"1"}}'],
  ['test/fixtures/.env.example', 'PORT=80\n', 'PORT=80\nHALL_KEY=\n'],
  ['.env.example', 'PORT=80\n', 'PORT=81\n'],
] as const)
  test(`no name is new in ${path}: ${after}`, () => {
    assert.is(entry([[path, before, after]]), entry([]));
  });

for (const [path, isTold] of [
  ['docs/09-state-recovery/review.md', false],
  ['state/review.md', true],
  ['progress_updates/review.md', true],
  ['docs/state.md', true],
] as const)
  test(`gotchas of ${path} are ${isTold ? 'told' : 'those of what it is about'}`, () => {
    const told = entry([
      [path, '# S\n', '# S\n\n## Known issues\n\n- The scale drifts below zero degrees\n'],
    ]);
    assert.is(told.includes('Gotcha: The scale drifts'), isTold, told);
  });

test('what a study says works is not done by it', () => {
  const text = '# R\n\n## What works\n\n- Reads the weight of both scales\n- ✅ Prints it\n';
  assert.not.match(entry([['.planning/phases/01-halls/01-RESEARCH.md', null, text]]), /✓/);
});

test('of a document that is long its end is told too', () => {
  const log = `# Log\n\n## Decisions\n\n${'- An old decision about the scale in the first hall\n'.repeat(4000)}`;
  const told = entry([['docs/notes.md', log, `${log}- Weigh in the second hall from now on\n`]]);
  assert.match(told, /Decision: Weigh in the second hall from now on — docs\/notes\.md/);
});

test('a step of a plan that a commit worked on is not told as open', () => {
  const plan = '# Plan\n';
  const after = `${plan}\n- [ ] 02-01-PLAN.md — Two halls\n- [ ] 02-02-PLAN.md — Labels for abroad\n`;
  for (const message of ['feat(02-01): two halls', 'feat: 02-01 two halls']) {
    const told = entry([['docs/plan.md', plan, after]], [commit({ message })]);
    assert.match(told, /☐ 02-02-PLAN\.md — Labels for abroad/);
    assert.not.match(told, /☐ 02-01/);
  }
  const told = entry(
    [['docs/plan.md', plan, after]],
    [commit({ message: 'docs(02-01): plan', files: ['docs/plan.md'] })],
  );
  assert.match(told, /02-01-PLAN\.md — Two halls/);
});

for (const [what, path, before, after] of [
  ['a guide that is new', 'docs/setup.md', null, '# Set up\n\n- Switch the scale on before the hall opens\n'],
  [
    'a report that is new and says what it is about',
    'docs/report.md',
    null,
    '# Report\n\nThis report looks at the scale in the hall.\n',
  ],
  [
    'that records were kept',
    'STATUS.md',
    '# S\n',
    '# S\n\n- ✅ PROGRESS.md updated for today\n- ✅ docs/plan.md\n',
  ],
  [
    'a checklist of releases',
    'docs/release-checklist.md',
    '# R\n',
    '# R\n\n- Ring the bell twice in both halls\n',
  ],
  [
    'a row of ids',
    'CHANGELOG.md',
    '# C\n',
    '# C\n\n- 2026-06-04 — f168448a0fc89bcf12fcbe4905a5b4123030f902\n',
  ],
  ['a rule of agents', 'CLAUDE.md', '# R\n', '# R\n\n- Never push because the hall is shut\n'],
  [
    'a figure of a table',
    'docs/bench.md',
    '| Hall | ms |\n|---|---|\n| First hall | 12 |\n',
    '| Hall | ms |\n|---|---|\n| First hall | 13 |\n',
  ],
  [
    'a row that two rows begin like',
    'docs/map.md',
    '| A | B |\n|---|---|\n| Hall | open |\n| Hall | shut |\n',
    '| A | B |\n|---|---|\n| Hall | shut |\n| Hall | shut |\n',
  ],
  [
    'a sentence of a topic that says neither why nor how much',
    'docs/routes.md',
    '# R\n\nOne.\n',
    '# R\n\nOne. Parcels to the island go by the ferry of the harbour.\n',
  ],
] as const)
  test(`the entry tells nothing of ${what}`, () => {
    assert.is(entry([[path, before, after]]), entry([]));
  });

test('what two documents say in the same words is told once', () => {
  const [before, after] = ['# S\n\n**Status:** draft\n', '# S\n\n**Status:** in use since June\n'];
  const told = entry([
    ['docs/sorter.md', before, after],
    ['docs/SORTER_COPY.md', before, after],
  ]);
  assert.is(told.match(/in use since June/g)?.length, 1, told);
});

test('a status that is new tells what comes next', () => {
  const told = entry([['STATUS.md', null, '# S\n\n## Next steps\n\n- Buy a scale for the hall\n']]);
  assert.match(told, /STATUS\.md: ☐ Buy a scale/);
});

test('what is ready for the next phase is no open work', () => {
  const text = '# P\n\n## Next phase readiness\n\n- Scales stand in both halls\n';
  assert.not.match(entry([['docs/plan.md', '# P\n', text]]), '☐');
});

for (const path of ['INTERFACE.md', 'docs/style-guide.md', 'docs/adapter-contract.md', 'RELEASING.md'])
  test(`boxes of ${path} are conditions, and nothing that is to be done`, () => {
    const text = '# D\n\nA scale counts as mounted when:\n\n- [ ] the plate is level to a degree\n';
    assert.not.match(entry([[path, '# D\n', text]]), 'plate is level');
  });

test('a box keeps its mark on each line', () => {
  const boxes = Array.from({ length: 7 }, (_, at) => `- [ ] Mount the scale of hall number ${at}\n`).join('');
  const told = entry([['TODO.md', '# T\n', `# T\n\n${boxes}`]]);
  assert.match(told, '☐ Mount the scale of hall number 5');
  assert.not.match(told.replace(/;[^\n]*/g, ''), /^\s*- Mount/m);
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
          file('node_modules/x/package.json', ['6', '7']),
          file('test/fixtures/.env.example', ['6', '7']),
          file('docs/CONTRIBUTING.md', ['6', '7']),
        ],
      },
    ],
    'C.md',
    DEFAULTS,
  );
  assert.equal(files, [
    { path: 'docs/roadmap.md', sha: B, blobs: ['1', '5'], earlier: [{ sha: A, blob: '2' }], isNew: false },
  ]);
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

test('a commit that carried a draft along did not do what the draft says', () => {
  const owed = owedCommit(commit({ message: 'the housing arrived', files: ['C.md', 'notes.txt'] }));
  const table = (status: string) => `# B\n\n| Sprint | Status |\n|---|---|\n| Sprint 2 | ${status} |\n`;
  const documents = [{ path: 'C.md', before: table('In progress'), after: table('Done') }];
  const facts = draftFacts({ now: '2026-06-05T10:00:00+02:00', commits: [commit()] });
  const { text } = draftUpdate({ path: 'C.md', text: CONTEXT }, [{ ...owed, documents }], facts, DEFAULTS);
  assert.match(text, /- The housing arrived/);
  assert.not.match(text, /Sprint 2/);
  const told = draftUpdate({ path: 'D.md', text: CONTEXT }, [{ ...owed, documents }], facts, DEFAULTS).text;
  assert.match(told, /Sprint 2/);
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

test('a point that points back, or walks through code, is no decision', () => {
  const text =
    '# Notes\n\n## Decisions\n\n- These follow directly from what the scale can do.\n- cli/init.py — defines the main group and imports each command.\n';
  assert.not.match(entry([['docs/notes.md', '# Notes\n', text]]), /^- Decision: /m);
});

test('a document that moved, and a list of documents, tell nothing', () => {
  const id = (one: string) => one.repeat(20);
  const moved = [
    {
      path: 'docs/PLAN.md',
      status: 'D' as const,
      added: 1,
      deleted: 1,
      blobs: [id('aa'), id('00')] as const,
    },
    {
      path: 'docs/plan.md',
      status: 'A' as const,
      added: 1,
      deleted: 1,
      blobs: [id('00'), id('aa')] as const,
    },
  ];
  const range = [{ ...owedCommit(commit()).commit, files: moved }];
  assert.equal(filesOfRange(range, 'C.md', DEFAULTS).files, []);
  const list = '# Index\n\n## Decisions\n\n- Two scales in one hall — decision on the halls of the north\n';
  assert.not.match(entry([['docs/documentation-index.md', '# Index\n', list]]), /halls/);
});

test('the context file of another directory tells nothing to this one', () => {
  const id = (one: string) => one.repeat(20);
  const file = (path: string) => ({
    path,
    status: 'M' as const,
    added: 1,
    deleted: 1,
    blobs: [id('aa'), id('bb')] as const,
  });
  const range = [{ ...owedCommit(commit()).commit, files: [file('web/STATE.md'), file('web/C.md')] }];
  const found = filesOfRange(range, 'api/C.md', DEFAULTS).files;
  assert.equal(
    found.map(({ path }) => path),
    ['web/STATE.md'],
  );
});

test('an open question is no step that is open', () => {
  const told = entry([
    ['TODO.md', '- [ ] Ring\n', '- [ ] Ring\n- [ ] Does the bell help or hurt?\n- [ ] Paint the door\n'],
  ]);
  assert.match(told, /☐ Paint the door/);
  assert.not.match(told, /help or hurt/);
});

test('steps through screens are no traps', () => {
  const text =
    '# Status\n\n## Gotchas\n\n- Home → Log visit → Add a new account\n- Fill the form (name, phone, city)\n';
  assert.not.match(entry([['docs/STATUS.md', '# Status\n', text]]), /^- Gotcha: /m);
});

test('marks in a new audit are its findings, not work that was done', () => {
  const text =
    '# Audit\n\n## Done\n\n- ✅ Add a limit to all public routes\n- ✅ Strong rules for each role\n';
  assert.not.match(entry([['docs/SECURITY_AUDIT_REPORT.md', null, text]]), /✓/);
});

test('a new section is told where the commit that wrote it says little, or keeps records', () => {
  const body = 'feat: weigh the parcels\n\nThe scale is read twice, because it drifts.';
  const told = (fact: Partial<CommitFact>) =>
    entry(
      [['docs/scale.md', '# Scale\n', '# Scale\n\n## Drift\n\nThe scale drifts by a gram an hour.\n']],
      [commit(fact)],
    );
  assert.match(told({}), /docs\/scale.md: Drift/);
  assert.not.match(told({ message: body }), /docs\/scale.md/);
  assert.not.match(
    told({ message: 'docs: how the scale drifts', files: ['docs/scale.md'] }),
    /docs\/scale.md/,
  );
  assert.match(told({ message: 'docs: update the docs', files: ['docs/scale.md'] }), /docs\/scale.md: Drift/);
});

for (const [what, before, first, second, line] of [
  [
    'what stands below it',
    '- [ ] Ring the bell 0\n- [ ] Ring the bell 1\n- [ ] Ring the bell 2\n- [ ] Ring the bell 3\n- [ ] Ring the bell 4\n- [ ] Ring the bell 5\n',
    (text: string) => text.replaceAll('[ ]', '[x]').replace('[x] Ring the bell 5', '[ ] Ring the bell 5'),
    (text: string) => text.replaceAll('[ ]', '[x]'),
    /TODO\.md: ✓/g,
  ],
  [
    'decisions and their reasons',
    '# T\n\n## Decisions\n',
    (text: string) =>
      `${text}\n- One scale because two never agree\n- One hall because it never shuts\n- One bell because nobody hears two\n`,
    (text: string) =>
      `${text}\n- One scale because two never agree\n- One hall because it never shuts\n- One bell because nobody hears two\n- One door because it leaks\n`,
    /Decision: One scale/g,
  ],
] as const)
  test(`a document that goes on has one line, with ${what}`, () => {
    const draft = (text: string, commits: readonly CommitFact[], after: string, sha: string) =>
      draftUpdate(
        { path: 'C.md', text },
        commits.map(owedCommit),
        {
          ...draftFacts({ now: '2026-06-05T10:00:00+02:00', commits }),
          documents: [{ path: 'TODO.md', before, after, sha }],
        },
        DEFAULTS,
      ).text;
    const [a, b] = [commit(), commit({ sha: B, message: 'feat: ring the bells' })];
    const once = draft(CONTEXT, [a], first(before), A);
    assert.is(once.match(line)?.length, 1, once);
    const twice = draft(once, [a, b], second(before), B);
    assert.is(twice.match(line)?.length, 1, twice);
    assert.match(twice, /Ring the bells/);
  });

// What each commit of a range left of one document, and the id that stands behind what it brought.
const STEPS: readonly [what: string, path: string, texts: string[], cited: RegExp[]][] = [
  [
    'rows of a change log',
    'docs/CHANGELOG.md',
    [
      '# C\n',
      '# C\n\n- Renamed the middleware to proxy\n',
      '# C\n\n- Security headers on all pages\n- Renamed the middleware to proxy\n',
    ],
    [/Security headers.*\(b2b2b2b, a1a1a1a\)/],
  ],
  [
    'boxes that were ticked one after the other',
    'TODO.md',
    [
      '- [ ] Ring the bell twice\n- [ ] Paint the door\n',
      '- [x] Ring the bell twice\n- [ ] Paint the door\n- [ ] Oil the old hinges\n',
      '- [x] Ring the bell twice\n- [x] Paint the door\n- [ ] Oil the old hinges\n',
    ],
    [/✓ Ring the bell twice; Paint the door \(a1a1a1a, b2b2b2b\)/, /☐ Oil the old hinges \(a1a1a1a\)/],
  ],
  [
    'decisions of a log',
    'docs/decisions.md',
    [
      '# Decisions\n',
      '# Decisions\n\n## Decision 1: Parcels in grams\n\nChosen.\n',
      '# Decisions\n\n## Decision 1: Parcels in grams\n\nChosen.\n\n## Decision 2: Labels as PDF\n\nChosen.\n',
    ],
    [/Decision: 1 Parcels in grams.*\(a1a1a1a\)/, /Decision: 2 Labels as PDF.*\(b2b2b2b\)/],
  ],
  [
    'Zustände, die später kamen',
    'STATUS.md',
    [
      '# S\n\n## Blocker\n\nKeine\n',
      '# S\n\n## Blocker\n\n- Das Formular für den Zoll fehlt\n',
      '# S\n\n## Blocker\n\n- Das Formular für den Zoll fehlt\n- Die Waage ist nicht geeicht\n',
    ],
    [/Formular.*\(a1a1a1a\)/, /Waage.*\(b2b2b2b\)/],
  ],
];

for (const [what, path, texts, cited] of STEPS)
  test(`each of ${what} has the id of the commit that brought it`, () => {
    const commits = [A, B].map((sha, at) =>
      commit({
        sha,
        message: `feat: step ${at + 1} of the parcels`,
        documents: [{ path, before: texts[at] ?? null, after: texts[at + 1] ?? null }],
      }),
    );
    const facts = draftFacts({ now: '2026-06-05T10:00:00+02:00', commits });
    const { entry: told } = draftUpdate(
      { path: 'C.md', text: CONTEXT },
      commits.map(owedCommit),
      facts,
      DEFAULTS,
    );
    for (const line of cited) assert.match(told, line);
  });

test('what others stand below, and what was only found, is neither open nor decided', () => {
  const told = entry([
    [
      'docs/plan.md',
      '# Plan\n',
      '# Plan\n\n- [ ] Integrate the press into the hall:\n  - [ ] Build the frame of oak\n',
    ],
    [
      'docs/notes/session.md',
      '# S\n',
      '# S\n\n## Decisions\n\n- The vault is stale against the shelves. Flagged but not fixed this session.\n- Keep the press in hall two because of the floor\n',
    ],
  ]);
  assert.match(told, '☐ Build the frame of oak');
  assert.not.match(told, /Integrate the press|vault is stale/);
  assert.match(told, 'Decision: Keep the press in hall two');
});

test('a box that goes on in the next lines is told whole, or cut with a mark', () => {
  const box = (mark: string) =>
    `- [${mark}] Ada's word is written down with its day in this plan before\n  anything is built\n`;
  assert.match(
    entry([['docs/plan.md', box(' '), box('x')]]),
    "✓ Ada's word is written down with its day in this plan before anything is built",
  );
  const long = (mark: string) =>
    `- [${mark}] ${'The heights of the shelves that stand in the hall of the press by the gate '.repeat(3)}go to y ∈ [0.05, 0.82] of the ${'hall '.repeat(20)}\n`;
  const told = entry([['docs/plan.md', long(' '), long('x')]]);
  assert.match(told, /✓ The heights[^\n]*(?:…|0\.82\])/);
  assert.not.match(told, /∈ \[0\.05 \(|∈ \(/);
});

test.run();
