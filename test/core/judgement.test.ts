// The judgement that is learnt: what its data must hold, and that the learning is the same every time.
import { readFileSync } from 'node:fs';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { digestOfRules } from '../../bench/digest.ts';
import { learn, learntOf } from '../../bench/folds.ts';
import { judge } from '../../bench/labelled.ts';
import { fit, score } from '../../bench/logistic.ts';
import { readReadings } from '../../bench/readings.ts';
import { fileOf, LESSONS, VERDICTS } from '../../bench/textbook.ts';
import { DEFAULTS } from '../../src/core/config/defaults.ts';
import { parseMessage } from '../../src/core/message/index.ts';
import { findSignals, judgeBy, RULES, readCommit, weigh } from '../../src/core/signals/index.ts';
import { FEATURES, SHIPPED } from '../../src/core/signals/judgement.ts';
import weights from '../../src/core/signals/weights.json' with { type: 'json' };

const changeOf = (message: string, ...files: string[]) => ({
  commit: { sha: null, parents: ['0'], date: '', message, files: files.map(fileOf) },
  documents: [],
});
const signalsOf = (message: string, ...files: string[]) =>
  findSignals(changeOf(message, ...files), parseMessage(message), DEFAULTS);

test('every weight belongs to a feature, every feature to a rule, under a name of its own', () => {
  const names = FEATURES.map(({ name }) => name);
  assert.is(new Set(names).size, names.length);
  assert.equal(
    Object.keys(SHIPPED.features).filter((name) => !names.includes(name)),
    [],
  );
  const rules = RULES.map(({ name }) => name);
  assert.equal(
    FEATURES.filter(({ rule }) => !rules.includes(rule)),
    [],
  );
});

test('what a rule finds never counts against what the rule stands for', () => {
  for (const { name, sign } of FEATURES)
    if (sign !== 0) assert.ok((SHIPPED.features[name]?.[0] ?? 0) * sign >= 0, name);
});

test('most of what takes knowledge of the world is judged as a reader would, and little that is small is flagged', () => {
  const wrong = LESSONS.filter(
    ([record, message, ...files]) => weigh(signalsOf(message, ...files)).record !== record,
  );
  const flagged = wrong.filter(([record]) => !record).map(([, message]) => message);
  assert.ok(wrong.length < 0.3 * LESSONS.length, `${wrong.length} of ${LESSONS.length}`);
  assert.ok(flagged.length <= 3, flagged.join('; '));
});

test('the weights were learnt from the rules as they are', () => {
  assert.is(digestOfRules(), weights.rules, 'a rule, a feature or a word list changed: run `npm run learn`');
});

test('the weights are less than 60 KB', () => {
  const file = new URL('../../src/core/signals/weights.json', import.meta.url);
  assert.ok(readFileSync(file).length < 60_000);
});

test('learning from the same commits gives the same weights, and they tell those apart that they were learnt from', () => {
  const rows = VERDICTS.map(([record, message, ...files]) =>
    judge({ sha: '', repo: 'r', date: '', message, files: files.map(fileOf), record, kinds: [] }),
  );
  const [first, second] = [learntOf(learn(rows), 0), learntOf(learn(rows), 0)];
  assert.is(JSON.stringify(first), JSON.stringify(second));
  const right = rows.filter(
    ({ reading, row }) => weigh(judgeBy(first, reading)).record === row.record,
  ).length;
  assert.ok(right / rows.length > 0.9, `${right} of ${rows.length}`);
});

test('a weight that may only go up does not go down, and values far out count no more', () => {
  const examples = Array.from({ length: 40 }, (_, at) => ({ values: [at % 2, at], isYes: at % 2 === 0 }));
  const free = fit(examples, [
    { sign: 0, isBounded: true },
    { sign: 0, isBounded: false },
  ]);
  const held = fit(examples, [
    { sign: 1, isBounded: true },
    { sign: 0, isBounded: false },
  ]);
  assert.ok((free.weights[0] ?? 0) < 0);
  assert.is(held.weights[0], 0);
  assert.is(score(free, [0, 1e9]), score(free, [0, 1e6]));
});

test('what adds up is what `why` shows', () => {
  const signals = signalsOf('feat: add search', 'A src/search.ts +200', 'A test/search.test.ts +80');
  const total = signals.reduce((sum, { weight }) => sum + weight, 0);
  assert.is(weigh(signals).weight, Math.round(total * 100) / 100);
});

test('a rule that is switched off takes all that is measured for it along', () => {
  const message = 'feat: add search';
  const config = { ...DEFAULTS, signals: { 'amount-of-code': { off: true } } };
  const change = changeOf(message, 'A src/search.ts +200');
  const names = judgeBy(SHIPPED, readCommit(change, parseMessage(message), config)).map(({ rule }) => rule);
  assert.not(names.includes('amount-of-code'));
  assert.ok(signalsOf(message, 'A src/search.ts +200').some(({ rule }) => rule === 'amount-of-code'));
});

test('a commit that hardly any reader would record weighs nothing', () => {
  assert.is(weigh(signalsOf('fix: typo', 'M src/a.ts +1 -1')).weight, 0);
});

for (const [title, message, ...files] of [
  ['a schema of a fix', 'fix: the alias of a profile', 'A db/migrations/082_alias.sql +120'],
  ['a schema that code holds', 'feat: schemas of the agent', 'A src/agent.schema.ts +53'],
  ['schemas of the tools of an agent', 'update', 'A .claude/skills/docx/schemas/a.xsd +900'],
  ['a trailer that is a habit of others', 'docs: readme\n\nConstraint: no claims', 'M README.md +9'],
  ['figures of a fix', 'fix: the badge counts 12 -> 3 unread', 'M src/badge.ts +3 -1'],
] as const)
  test(`${title} is no reason to record anything at once`, () => {
    assert.equal(
      signalsOf(message, ...files).filter(({ isUrgent }) => isUrgent),
      [],
    );
  });

for (const [title, rule, message, ...files] of [
  ['a click that was blocked', 'blocker', 'fix: scroll blocked by the overlay', 'M src/Detail.tsx +3 -6'],
  ['a request that was blocked', 'blocker', 'Fix login blocked by CORS', 'M server/cors.go +4 -1'],
  [
    'a list of completed tasks',
    'phase-completed',
    'Update tasks.json with completed tasks',
    'M tasks.json +6 -6',
  ],
  [
    'tasks that may run again',
    'phase-completed',
    'Allow complete tasks to run again',
    'M src/server.rs +22 -9',
  ],
  [
    'a part with a complete solution',
    'phase-completed',
    'Update Part 1 of the tutorial: remove the complete solution',
    'M docs/part1.md +22 -9',
  ],
  [
    'a complete rewrite in a phase',
    'phase-completed',
    'Phase 3: complete rewrite of the lexer',
    'M a.c +9 -2',
  ],
  ['sprints that were completed', 'phase-completed', 'List completed sprints', 'M src/list.ts +22 -9'],
  ['code that moved', 'removed-code', 'refactor: move the client', 'D src/a.ts +0 -90', 'A lib/a.ts +90 -0'],
  ['a document that went', 'removed-code', 'remove the notes', 'D docs/notes.md +0 -200'],
] as const)
  test(`${title} is no ${rule}`, () => {
    assert.not.ok(signalsOf(message, ...files).some((signal) => signal.rule === rule && signal.weight >= 1));
  });

for (const [title, rule, message, ...files] of [
  ['code that went in whole files', 'removed-code', 'Remove the newsletter', 'D src/newsletter.ts +0 -140'],
  ['the same behind another type', 'removed-code', 'feat!: drop the export', 'D lib/export.rb +0 -210'],
  [
    'what a revert takes back',
    'removed-code',
    'Revert "feat: hints"\n\nThis reverts commit 1234567.',
    'M src/a.ts +4 -91',
  ],
  ['a feature with the code to it', 'feature', 'feat: filter by category', 'M src/History.tsx +148 -6'],
] as const)
  test(`${title} is enough by itself`, () => {
    assert.ok(signalsOf(message, ...files).some((signal) => signal.rule === rule && signal.weight >= 1));
  });

for (const [message, weighs] of [
  ['Unblock the release: the entitlement is approved', true],
  ['fix(lint): unblock the bump of the linter', false],
  ['chore: unblock the build', false],
] as const)
  test(`"${message}" ${weighs ? 'is' : 'is not'} a blocker that is gone`, () => {
    const one = signalsOf(message, 'M src/a.ts +2 -1').find(({ rule }) => rule === 'unblocked');
    assert.is((one?.weight ?? 0) >= 1, weighs);
  });

const RELEASES: readonly (readonly [isRelease: boolean, subject: string])[] = [
  [true, 'v2.4.0'],
  [true, 'chore(release): 1.3.0 [skip ci]'],
  [true, 'chore(main): release 4.0.1'],
  [true, 'chore(main): release my-package 1.2.0 (#88)'],
  [true, 'chore: release main'],
  [true, 'chore: release v4.0.1'],
  [true, 'Version Packages'],
  [true, 'Version Packages (beta) (#412)'],
  [true, 'chore: version packages'],
  [true, '[maven-release-plugin] prepare release app-1.2.0'],
  [true, 'chore(release): publish v3.0.0'],
  [true, 'Publish'],
  [true, '(cargo-release) version 0.9.0'],
  [true, 'chore: Release tokio-util version 0.7.9'],
  [true, 'chore(release): finalize v3.5.0 with the importer'],
  [false, 'ci(release): mend the 2.0 script'],
  [true, 'Bump version: 1.2.0 → 1.3.0'],
  [true, 'Release 0.4.0 - cut lists by room'],
  [true, 'Release v2.1: the ferry plan'],
  [false, 'Release 2.0 scripts run on Linux'],
  [true, 'RELEASING: Releasing 3 package(s)'],
  [false, '[maven-release-plugin] prepare for next development iteration'],
  [false, 'chore: release notes'],
  [false, 'chore: release the lock'],
  [false, 'chore(release): fix the script'],
  [false, 'Publish the page again'],
  [false, 'chore: version packages are pinned'],
  [false, 'bump eslint from 8.1.0 to 8.2.0'],
];
for (const [isRelease, subject] of RELEASES)
  test(`"${subject}" is ${isRelease ? 'a' : 'no'} release`, () => {
    const signals = signalsOf(subject, 'M CHANGELOG.md +30', 'M package.json +1 -1');
    assert.is(weigh(signals).record, isRelease, JSON.stringify(signals));
  });

const measuredOf = (feature: string, message: string, ...files: string[]): number => {
  const { facts, measured } = readCommit(changeOf(message, ...files), parseMessage(message), DEFAULTS);
  return FEATURES.find(({ name }) => name === feature)?.of(facts, measured) ?? Number.NaN;
};

for (const [body, kinds] of [
  ['The pump was not switched off because the relay only closes when both valves do.', 5],
  ['La bomba no se apagaba porque el relé solo cierra cuando todas las válvulas cierran.', 4],
  ['Die Pumpe war nicht aus, weil das Relais aber erst schließt, wenn jede Klappe zu ist.', 6],
  ['Насос не выключался, потому что реле закрывается только когда каждый клапан закрыт.', 5],
  ['Add the pump, the relay and both valves to the board.', 0],
  ['Füge Pumpe, Relais und Klappen hinzu.', 0],
] as const)
  test(`"${body.slice(0, 40)}…" argues in ${kinds} kinds of words`, () => {
    assert.is(measuredOf('kinds of reasoning in a sentence', `fix: pump\n\n${body}`, 'M a.c +2 -1'), kinds);
  });

for (const [path, where, learnt] of [
  ['docs/build-status.md', 40, 0],
  ['ops/progress.json', 40, 0],
  ['BACKLOG.md', 40, 0],
  ['docs/gotchas.md', 0, 40],
  ['notes/lessons-learned.md', 0, 40],
  ['FINDINGS.md', 0, 40],
  ['docs/statuses.md', 0, 0],
  ['src/state.ts', 0, 0],
  ['docs/next/index.md', 0, 0],
] as const)
  test(`${path} tells ${where > 0 ? 'where it stands' : learnt > 0 ? 'what was learnt' : 'neither'}`, () => {
    const file = `M ${path} +40 -2`;
    assert.is(measuredOf('new lines on where it stands', 'update', file), where);
    assert.is(measuredOf('new lines on what was learnt', 'update', file), learnt);
  });

for (const [subject, isSure] of [
  ['Session handoff: the weir is next', true],
  ['docs: session closeout', true],
  ['fix: raise the timeout of the handover', false],
  ['feat: hand-off of calls between towers', false],
] as const)
  test(`"${subject}" ${isSure ? 'closes' : 'closes no'} session by itself`, () => {
    const one = signalsOf(subject, 'M docs/calls.md +9 -2').find(({ rule }) => rule === 'session-closed');
    assert.is((one?.weight ?? 0) >= 1, isSure);
  });

test('a replacement within one file is found, and weighs less than one across files', () => {
  const of = (...files: string[]) => measuredOf('found: approach', 'Switch from cron to timers', ...files);
  const [one, two] = [of('M src/a.ts +40 -30'), of('M src/a.ts +40 -30', 'M src/b.ts +4 -3')];
  assert.ok(one > 0 && one < two, `${one} ${two}`);
});

test('what was measured elsewhere is numbers of a few repositories each, and most of them are known features', () => {
  const readings = readReadings();
  const repositories = new Set(readings.map(({ repo }) => repo));
  assert.ok(readings.length >= 800 && repositories.size >= 90, `${readings.length} ${repositories.size}`);
  assert.ok(
    readings.every(({ values }) => values.length === FEATURES.length && values.some((one) => one !== 0)),
  );
  const unused = FEATURES.filter((_, at) => readings.every(({ values }) => values[at] === 0));
  assert.ok(unused.length < 8, unused.map(({ name }) => name).join(', '));
});

test.run();
