// What fits into an entry: details that share a line, small changes in words, what was taken back, days that
// are long.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { DEFAULTS } from '../../../src/core/config/defaults.ts';
import { draftUpdate } from '../../../src/core/draft/update.ts';
import { type CommitFact, draftFacts, owedCommit } from './facts.ts';

const FILE = '# S\n\n## Current State\n\nWorks.\n\n## Update Log\n\n**2026-06-01:**\n- Started\n';
const shaOf = (at: number) => `${(at + 4096).toString(16)}b2c3d`.repeat(5).slice(0, 40);
const NOW = '2026-06-05T09:07:00+00:00';

function draft(messages: readonly (string | CommitFact)[], text = FILE, from = 0): string {
  const commits = messages.map(
    (one, at): CommitFact =>
      typeof one === 'string'
        ? { sha: shaOf(from + at), message: one, record: true, weight: 2, files: [`src/p${from + at}/a.ts`] }
        : one,
  );
  const facts = draftFacts({ now: NOW, commits });
  return draftUpdate({ path: 'C.md', text }, commits.map(owedCommit), facts, DEFAULTS).text;
}

const entryOf = (text: string) =>
  (/\*\*2026-06-05:\*\*\n([\s\S]*?)\n\n/.exec(text)?.[1] ?? '')
    .replace(/ \([0-9a-f]{7}(?:, [0-9a-f]{7})*\)/g, '')
    .split('\n');

test('a commit that has more to say than lines says the rest on its last line', () => {
  const points = Array.from(
    { length: 14 },
    (_, at) => `- Reads the gauge of lock number ${at + 1} ${'by the hour and '.repeat(8)}`,
  );
  const lines = entryOf(draft([`feat: read gauges\n\n${points.join('\n')}`]));
  assert.is(lines.length, 8);
  assert.match(lines.at(-1) ?? '', /lock number 7 .*; Reads .* 8 /);
});

test('beyond a short entry only what says why or how takes a line', () => {
  const points = Array.from(
    { length: 9 },
    (_, at) => `- Gauge ${at} fails without power, so the lock ${'waits for it '.repeat(10)}`,
  );
  assert.is(entryOf(draft([`feat: read gauges\n\n${points.join('\n')}`])).length, 9);
});

test('short details share a line, a few stand alone', () => {
  const told = (count: number) =>
    entryOf(
      draft([
        `feat: read gauges\n\n${Array.from({ length: count }, (_, at) => `- Reads the gauge of lock ${at}`).join('\n')}`,
      ]),
    );
  assert.is(told(3).length, 4);
  assert.match(told(4)[1] ?? '', /lock 0; Reads the gauge of lock 1; .* lock 3$/);
});

const alone = (message: string, files: readonly string[], record = true): CommitFact => ({
  sha: shaOf(90),
  message,
  record,
  weight: record ? 2 : 0,
  files,
});

for (const [message, files] of [
  ['docs: add HANDOFF.md, the state of the whole project', ['HANDOFF.md']],
  ['docs: the handoff file', ['HANDOFF.md']],
  ['docs: sync GUIDE to v0.7.1 (flags, drivers)', ['docs/GUIDE.md']],
  ['Handoff: session close 21 Aug', ['SESSION.md']],
  ['Update PRD and progress for NP-001 to NP-005', ['PRD.md', 'progress.txt']],
  ['docs: LOCK-008 - Update LEARNINGS.md and progress files', ['LEARNINGS.md']],
  ['Rewrite the section on gauges for users', ['README.md']],
  ['docs(02): create phase plans for the gauges', ['.planning/02/PLAN.md']],
  ['docs(02): re-research phase with deep sources', ['.planning/02/RESEARCH.md']],
  ['test(02): add failing test stubs for the gauges', ['test/gauges.ts']],
  ['further changes', ['src/a.ts']],
  ['\tmodified:   src/lock/a.ts', ['src/lock/a.ts']],
  ['V1.1', ['src/a.ts']],
  ['Aufräumen', ['src/a.ts']],
  ['Правки', ['src/a.ts']],
  ['wip: merging', ['src/a.ts']],
  ['Add files via upload', ['a.md', 'b.bin']],
  ['Create lock.html', ['lock.html']],
] as const)
  test(`"${message}" has a line only where there is no other`, () => {
    const text = draft(['feat: read the gauges', alone(message, files)]);
    assert.equal(entryOf(text), ['- Read the gauges']);
    assert.not.match(text, shaOf(90).slice(0, 7));
    assert.match(draft([alone(message, files)]), new RegExp(shaOf(90).slice(0, 7)));
  });

test('a record that says something has a line of its own where nothing else names its commit', () => {
  const said = alone('docs: update the state\n\nNext: solder the second board', ['STATE.md']);
  const lines = draft(['feat: read the gauges', said]).split('\n');
  assert.ok(lines.includes(`- Read the gauges (${shaOf(0).slice(0, 7)})`), lines.join('\n'));
  assert.ok(
    lines.some((line) => line.endsWith(`(${shaOf(90).slice(0, 7)})`)),
    lines.join('\n'),
  );
});

for (const message of [
  'chore: format',
  'chore: bump deps',
  'style: run prettier on all files',
  'fix lint',
  'Ignore export.tgz (local)',
  'images: create device/ pcb/ placeholders',
  'chore: remove unused imports',
  'chore(data): snapshot 2026-06-05T03:47:44Z',
  ':memo: update readme',
  ':wrench: fixed ci',
  'Task A. 002',
  'Task C. 009',
  'black',
  'US-003',
  'Day 12',
  'docs',
  '자잘한 변경 사항',
])
  test(`what tidies up is no point: ${message}`, () => {
    assert.equal(entryOf(draft(['feat: read the gauges', message])), ['- Read the gauges']);
  });

test('subjects of commits that were squashed are told without their types, and upkeep is not', () => {
  const parts = [
    'feat(auth): expose it as a command',
    'docs(auth): say how',
    'test(auth): cover it all',
    'chore: x y',
    'fix(docs): restore it',
    'fix(auth): address the review',
  ];
  const entry = entryOf(
    draft([`feat(auth): add the admin (#3)\n\n${parts.map((one) => `* ${one}`).join('\n\n')}`]),
  );
  assert.equal(entry.slice(1), ['  - Expose it as a command']);
});

for (const line of [
  'Confidence: high Scope-risk: broad',
  'No behavior change',
  'Which of the two is it?',
  'Gate 3 mypy: two errors that were there before',
  'Smoke validated: one message for each scale',
  'Mypy clean, pytest 189 passed in all modules',
  '[obs-impact: 0] read-only metric, additive',
])
  test(`no detail: ${line}`, () => {
    assert.is(entryOf(draft([`feat: read gauges\n\n${line}`])).length, 1);
  });

test('points below a heading for bookkeeping, and labels above points of their own, are no details', () => {
  const body = [
    '1. **Two scales**\n   - Each is read twice, since one drifts',
    '### Files Added\n- **TRADES.md** - a log:\n  - who traded\n- src/a.ts - the rest',
    '## Benefits\n- It is faster to look at',
  ].join('\n\n');
  assert.equal(entryOf(draft([`feat: weigh parcels\n\n${body}`])).slice(1), [
    '  - Each is read twice, since one drifts',
  ]);
});

test('a cause that a labelled line tells is no detail again', () => {
  const entry = entryOf(
    draft([
      'fix: double entries\n\nRoot cause: the handler was registered twice by the old module. It was kept.',
    ]),
  );
  assert.is(entry.filter((line) => /registered twice/.test(line)).length, 1, entry.join('\n'));
});

test('an entry is headed by what a commit did, not by a document', () => {
  const file = '# S\n\n## Log\n\n### 2026-06-01 — Gauges\n- Read\n\n### 2026-05-01 — Began\n- Began\n';
  const commits = [
    { ...alone('fix: weigh it twice', ['src/a.ts'], false), sha: shaOf(91) },
    alone('docs: update WORKLOG.md', ['WORKLOG.md'], false),
  ];
  const facts = {
    ...draftFacts({ now: NOW, commits }),
    documents: [
      {
        path: 'WORKLOG.md',
        before: '# W\n\n## 2026-05-01\n\n- Began it\n',
        after: '# W\n\n## 2026-06-05\n\n- Bought a second scale\n\n## 2026-05-01\n\n- Began it\n',
        sha: shaOf(90),
      },
    ],
  };
  const { text } = draftUpdate({ path: 'C.md', text: file }, commits.map(owedCommit), facts, DEFAULTS);
  assert.match(text, /^### 2026-06-05 — Fix: weigh it twice$/m);
});

test('a commit and the one that its pull request became are one line', () => {
  assert.equal(entryOf(draft(['fix: weigh a parcel twice', 'fix: weigh a parcel twice (#30)'])).length, 1);
});

test('a sign for the sort of a change is no word of its subject', () => {
  assert.equal(entryOf(draft([':bug: weigh a parcel twice'])), ['- Weigh a parcel twice']);
});

test('of a commit of documents alone two details that say why are told', () => {
  const body =
    'Schema: a parcel and its weight\n\n- Read twice, because it drifts\n- Fails closed without power\n- Never weighs a person';
  const of = (files: string[]) =>
    entryOf(draft([{ ...alone(`docs: specify the scale\n\n${body}`, files), sha: shaOf(1) }]));
  assert.is(of(['docs/scale.md']).length, 3);
  assert.match(of(['src/scale.ts']).join('\n'), /Schema: a parcel/);
  assert.not.match(of(['docs/scale.md']).join('\n'), /Schema: a parcel/);
});

test('a unit that the subject names by its short name is not named again', () => {
  const text = draft(['feat: M3 complete: the gauges'], FILE.replace('Works.', '| M3 | Gauges | 🔄 |'));
  assert.not.match(text, /Milestone 3 complete: M3/);
});

test('a phase that a record says is complete is told with it', () => {
  const said = alone('docs: update STATE.md, phase 3 complete', ['STATE.md']);
  assert.ok(entryOf(draft(['feat: read the gauges', said])).some((line) => /phase 3 complete/.test(line)));
});

for (const [message, files] of [
  ['feat: add session notes to each lock', ['src/notes.ts']],
  ['docs: record why the handoff of gauges was rejected', ['docs/gauges.md']],
  ['docs: gauges are read twice a day', ['docs/gauges.md']],
  ['Followups: a stranger can list the keepers', ['SECURITY_FOLLOWUPS.md']],
] as const)
  test(`"${message}" is told`, () => {
    const words = message.split(': ')[1]?.slice(1) ?? '';
    assert.ok(draft(['feat: read the gauges', alone(message, files)]).includes(words));
  });

test('a commit of tests that weighs nothing is left out beside others', () => {
  const tests = alone('Add tests for the gauges', ['test/gauges.ts'], false);
  assert.not.match(draft(['feat: read the gauges', tests]), /Add tests/);
});

for (const [subject, told] of [
  ["chore: waiting for the harbour's key", ["- Blocker: the harbour's key"]],
  ['feat: read gauges', ['- Read gauges']],
] as const)
  test(`what a labelled line says, the subject does not say again: ${subject}`, () =>
    assert.equal(entryOf(draft([subject])), told));

for (const subject of ['温度計を毎分読み取る', '每分钟读取温度', '온도를 매분 읽는다', 'Весы печатают'])
  test(`a subject in any script has its line: ${subject}`, () => {
    const lines = entryOf(draft([`feat: ${subject}`, 'feat: read the gauges', 'fix: 修正']));
    assert.ok(lines.includes(`- ${subject}`), lines.join('\n'));
  });

test('steps that every phase has are one line', () => {
  const lines = entryOf(
    draft([
      'docs(01): create phase plan\n\n- 3 tasks defined',
      'docs(02): create phase plan',
      'feat(02): read the gauges',
    ]),
  );
  assert.ok(lines.includes('- 01: create phase plan; 02: create phase plan'), lines.join('\n'));
});

test('where lines are few a commit says its first detail behind its subject', () => {
  const many = Array.from(
    { length: 20 },
    (_, at) => `feat(m${at}): read gauge ${at}\n\n- Counts the ships of lock ${at} by the hour`,
  );
  const lines = entryOf(draft(many));
  assert.ok(lines.length <= 20, String(lines.length));
  assert.ok(lines.filter((line) => /— Counts the ships/.test(line)).length > 10, lines.join('\n'));
});

for (const subject of [
  'test(lock): the gates',
  'fix(tests): both spellings of the gates',
  'Add tests for the gates',
  'Tighten coverage of the gates',
  'Update the IP address of the gauge host',
])
  test(`what nobody misses has no line beside others: ${subject}`, () => {
    const lines = entryOf(draft([subject, 'feat: read gauges']));
    assert.equal(lines, ['- Read gauges']);
  });

for (const [subject, detail, isTold] of [
  [
    'rename the keyword liberty to mod',
    'The keyword changes its name, from liberty to mod: rename all',
    false,
  ],
  [
    'rename the keyword liberty to mod',
    'The keyword liberty broke on mod, so rename it to mod by hand',
    true,
  ],
  ['new gate view', 'Glow ring on open gates, with a rounded border', false],
  ['new gate view', 'Colours must tell open gates from shut ones, or ships crash', true],
  ['new gate view', 'The view shows how long each gate stays open', true],
] as const)
  test(`${isTold ? 'tells' : 'leaves'} of "${subject}": ${detail}`, () => {
    const text = entryOf(draft([`feat: ${subject}\n\n- ${detail}`])).join('\n');
    assert.is(text.includes(detail.slice(0, 30)), isTold, text);
  });

test('a reason stands below its own commit, never below one that it is told with', () => {
  const minor = (at: number, message: string): CommitFact => ({
    sha: shaOf(at),
    message,
    record: false,
    weight: 1,
    files: ['src/lock/a.ts'],
  });
  const text = draft([
    minor(0, 'feat(lock): oil the hinges'),
    minor(1, 'feat(lock): paint the gates'),
    minor(2, 'feat(lock): count ships\n\n- Counts twice, because a ship may turn in the lock'),
  ]);
  assert.ok(text.includes(`may turn in the lock (${shaOf(2).slice(0, 7)})`), text);
  assert.ok(/Oil the hinges; paint the gates/i.test(text), text);
});

for (const [said, kept] of [
  [
    `Rooms of one floor stand apart: they are held to y within [0.05, 0.82] ${'and so on '.repeat(30)}`,
    /0\.82\]/,
  ],
  [`Words are ${'clear, '.repeat(40)}and loud`, /…/],
] as const)
  test(`a cut leaves no bracket open and says where a list goes on: ${said.slice(0, 20)}`, () => {
    const [line = ''] = entryOf(draft([`feat: ${said}`]));
    assert.match(line, kept);
    assert.is(line.split('[').length, line.split(']').length, line);
  });

const numbered = (count: number, line: string) =>
  Array.from({ length: count }, (_, at) => `${line} number ${at}`).join('\n');

for (const [key, count] of [
  ['Blocker', 1600],
  ['Gotcha', 300],
  ['Deviation', 60],
] as const)
  test(`${count} lines of ${key} that do not fit are counted, as what they are`, () => {
    const lines = entryOf(draft([`feat: read gauges\n\n${numbered(count, `${key}: the gauge of lock`)}`]));
    const told = lines.filter((line) => line.startsWith(`- ${key}: `)).length;
    const also = lines.filter((line) => line.startsWith(`- Also: `));
    assert.is(also.length, 1, lines.join('\n'));
    const [, labelled, parts = '', more] =
      /^- Also: Read gauges; (\w+): (.*); … \(\+(\d+)\)$/.exec(also[0] ?? '') ?? [];
    assert.is(labelled, key, also[0]);
    assert.is(told + parts.split('; ').length + Number(more), count, also[0]);
  });

test('commits that do not fit are counted', () => {
  const many = Array.from({ length: 60 }, (_, at) => `feat(lock${at}): oil hinge ${at} of the gate by hand`);
  const lines = entryOf(draft(many));
  const also = lines.at(-1) ?? '';
  const more = Number(/; … \(\+(\d+)\)$/.exec(also)?.[1]);
  assert.is(lines.length - 1 + also.split('; ').length - 1 + more, 60, also);
});

for (const subject of [
  'revert: smooth with a filter',
  'revert: feat: smooth with a filter',
  'Revert "feat: smooth with a filter"',
])
  test(`a revert without an id is found by the subject: ${subject}`, () => {
    const entry = entryOf(draft(['feat: smooth with a filter', subject])).join('\n');
    assert.is(entry.match(/smooth/gi)?.length, 1, entry);
    assert.match(entry, /revert/i);
  });

test('a commit and its revert are one line with both ids, and a revert taken back is none', () => {
  const sha = shaOf(0);
  const revert = `Revert "feat: smooth with a filter"\n\nThis reverts commit ${sha}.`;
  const text = draft(['feat: smooth with a filter\n\nGotcha: the filter needs noise', revert]);
  assert.equal(entryOf(text), ['- Revert "feat: smooth with a filter"']);
  assert.match(text, `(${sha.slice(0, 7)}, ${shaOf(1).slice(0, 7)})`);
  const back = `Reapply "feat: smooth with a filter"\n\nThis reverts commit ${shaOf(1)}.`;
  assert.ok(entryOf(draft(['feat: smooth with a filter', revert, back])).includes('- Smooth with a filter'));
});

for (const [not, done, isTold] of [
  ['phase 1 is not complete yet, the east is missing', 'feat: complete phase 1', false],
  ['Milestone 2 is nearly done', 'Milestone 2 complete', false],
  ['la fase 1 todavía no está completa', 'fase 1 completada', false],
  ['phase 1 is not complete yet, the east is missing', 'feat: complete phase 2', true],
  ['phase 1 imports the east', 'feat: complete phase 1', true],
] as const)
  test(`“${not}” before “${done}” is ${isTold ? '' : 'not '}told`, () => {
    const small = { sha: shaOf(0), message: not, record: false, weight: 0, files: ['src/a.ts'] };
    assert.is(draft([small, done]).toLowerCase().includes(not.toLowerCase()), isTold);
  });

const change = (at: number, message: string, files: readonly string[], made: readonly string[] = []) => ({
  sha: shaOf(at),
  message,
  record: true,
  weight: 2,
  files,
  made,
});

test('a repair of what the same range made has its id with the commit that made it', () => {
  const text = draft([
    change(0, 'feat(chat): rooms', ['src/room.ts'], ['src/room.ts']),
    change(1, 'feat(map): draw the locks', ['src/map.ts'], ['src/map.ts']),
    change(2, 'fix(chat): close a room twice', ['src/room.ts', 'docs/a.md']),
    change(3, 'fix(db): a lost index', ['src/db.ts']),
    change(4, 'fix: rooms on the map', ['src/room.ts', 'src/map.ts']),
    change(5, 'fix(chat): lost names\n\nGotcha: names may be empty', ['src/room.ts']),
    change(6, 'fix(chat): flicker\n\nIt flickered because two rooms shared a list.', ['src/room.ts']),
  ]);
  const lines = entryOf(text).join('\n');
  assert.not.match(lines, 'close a room twice');
  assert.match(text, `ooms (${[0, 2, 5].map((at) => shaOf(at).slice(0, 7)).join(', ')})`);
  for (const said of ['a lost index', 'ooms on the map', 'Gotcha: names may be empty', 'two rooms shared'])
    assert.match(lines, said);
});

for (const [message, isGotcha] of [
  ['fix: hall\n\nRoot cause: check_hall was never called, so get_scale() returned None.', false],
  ['修复: 界面无响应\n\n原因: check_hall 在主线程调用 run_diag，导致界面无响应。', false],
  ['fix: half a file\n\nRoot cause: the server renames files after the upload, but lists them before.', true],
  ['fix: hall\n\nGotcha: get_scale() returns zero in winter', true],
  ['feat: hall\n\nRoot cause: check_hall is called twice', true],
] as const)
  test(`the cause is ${isGotcha ? 'a gotcha' : 'a detail of what mends it'}: ${message.split('\n')[2]}`, () => {
    const text = draft([message], FILE.replace('## Update Log', '## Gotchas\n\n- None\n\n## Update Log'));
    const [, said = ''] = /[:：]\s?(\S+ \S+)/.exec(message.split('\n')[2] ?? '') ?? [];
    assert.is(/## Gotchas\n\n- None/.test(text), !isGotcha, text);
    assert.match(text.slice(text.indexOf('## Update Log')), said);
  });

for (const message of ['docs(notes): add TASK-081 completion note', 'Add the section 24 implementation plan'])
  test(`says nothing beside others, whatever its scope: ${message}`, () => {
    assert.equal(entryOf(draft([message, 'feat: read gauges'])), ['- Read gauges']);
  });

test('a result without a figure is praise, but for what a trailer says', () => {
  const praise = 'feat: read gauges\n\nResults:\n- Much better quality\n- 12 gauges in 3 s';
  const lines = entryOf(draft([praise])).join('\n');
  assert.not.match(lines, /Result: Much/);
  assert.match(lines, /12 gauges in 3 s/);
  assert.match(draft(['feat: x\n\nResult: the ferry keeps its time']), 'Result: the ferry keeps its time');
});

for (const message of ['Update tasks', 'Test md file', 'docs: add TASK-081 completion note'])
  test(`says nothing beside others: ${message}`, () => {
    assert.equal(entryOf(draft([message, 'feat: read gauges'])), ['- Read gauges']);
  });

test('a revert says why, and what is asked or checked is no point', () => {
  const revert = `Revert "feat: smooth"\n\nThis reverts commit ${shaOf(0)}.\n\nIt costs more than the whole hosting.`;
  const small = { record: false, weight: 0, files: ['src/a.ts'] };
  const text = draft([
    'feat: smooth',
    revert,
    'feat: read gauges\n\n- Address review comments\n- Manually verified on Firefox\n- Limits the rate, because the gauges hang',
    { ...small, sha: shaOf(3), message: 'Is phase 3 done? Not before the limit is in' },
  ]);
  assert.equal(entryOf(text), [
    '- Revert "feat: smooth"',
    '  - It costs more than the whole hosting',
    '- Read gauges',
    '  - Limits the rate, because the gauges hang',
  ]);
});

test('what a revert took back that the file tells of is told by nothing that comes later', () => {
  const revert = `Revert "feat: smooth with a filter"\n\nThis reverts commit ${shaOf(0)}.\n\nRejected: two filters`;
  const cited = FILE.replace('Works.', `Works.\n- Rejected: two filters (${shaOf(1).slice(0, 7)})`);
  const text = draft(['feat: smooth with a filter', revert, 'feat: read the gauge of the north'], cited);
  assert.equal(entryOf(text), ['- Read the gauge of the north']);
  assert.not.match(text, shaOf(0).slice(0, 7));
});

test('a subject that says nothing is no point beside others', () => {
  const small = (at: number, message: string): CommitFact => ({
    sha: shaOf(at),
    message,
    record: false,
    weight: 0.2,
    files: ['src/a.ts'],
  });
  const text = draft([small(0, 'wip'), small(1, 'tidy the gauges of the north'), small(2, 'asdf')]);
  assert.equal(entryOf(text), ['- Tidy the gauges of the north']);
  for (const at of [0, 2]) assert.not.ok(text.includes(shaOf(at).slice(0, 7)), String(at));
  assert.is(draft([small(0, 'wip'), small(1, 'tidy the gauges of the north'), small(2, 'asdf')], text), text);
});

test('a day stays one entry, and a long one takes what weighs with one reason or figure of each', () => {
  let text = FILE;
  for (let at = 0; at < 13; at++)
    text = draft([`feat: read gauge ${at}\n\n- One\n- Counts the ships of lock ${at}`], text, at);
  text = draft(
    ['feat: mean of two gauges\n\n- Reads the north\n- Error falls from 3.1 K to 2.4 K'],
    text,
    20,
  );
  assert.match(text, /- Mean of two gauges \(.*\n {2}- Error falls from 3\.1 K to 2\.4 K \(/);
  const light = { sha: shaOf(30), message: 'chore: x\n\nRejected: a third gauge', record: true, weight: 0 };
  text = draft([{ ...light, files: ['src/a.ts'] }, 'feat: read gauge 99'], text, 30);
  assert.match(text, '- Rejected: a third gauge');
  assert.is(text.match(/\*\*2026-06-05:\*\*/g)?.length, 1);
  assert.match(text, '- Read gauge 12 (');
  assert.not.match(text, 'lock 12');
});

for (const [lead, isNext] of [
  ['Next', true],
  ['TODO', false],
  ['Follow-up', false],
  ['Backlog', false],
] as const)
  test(`“${lead}: …” in a message ${isNext ? 'is' : 'is one of many things and not'} the next step`, () => {
    const text = draft([`feat: read gauge 1 of the north\n\n${lead}: polish the frames of the old gauges`]);
    assert.is(/Next:.* polish the frames/i.test(text), isNext);
  });

test.run();
