// A date in numbers is one day, whoever asks: the file's other dates decide which.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { readContext } from '../../../src/core/context/context.ts';
import { datingOf } from '../../../src/core/dates/dating.ts';
import { daysIn, findDay, leadingDay, UNDATED } from '../../../src/core/dates/day.ts';
import { writeDecision } from '../../../src/core/decide/decide.ts';
import { readDecisions } from '../../../src/core/decisions/decisions.ts';

const FILES: readonly (readonly [why: string, other: string, day: string, isSure: boolean])[] = [
  ['a day above 12 that stands first', 'since 25/12/2025', '2026-01-02', true],
  ['a day above 12 that stands second', 'since 12/25/2025', '2026-02-01', true],
  ['more of the one than of the other', '13/01/2026, 14/01/2026, 01/15/2026', '2026-01-02', true],
  ['a date with the year first that is near', 'see 2026-01-05', '2026-01-02', true],
  ['a date with the year first that is near to the other', 'see 2026-02-03', '2026-02-01', true],
  ['a month by name', 'agreed on 30 December 2025', '2026-01-02', true],
  ['nothing, in English', 'no other date', '2026-02-01', false],
  ['nothing, in Spanish', 'el diseño, año, señal y niño', '2026-01-02', false],
  ['its neighbours, which are near only so', '03/01/2026, 05/01/2026', '2026-01-02', false],
];

for (const [why, other, day, isSure] of FILES)
  test(`02/01/2026 is ${day} by ${why}`, () => {
    const context = readContext(`# C\n\n${other}\n\n## Update Log\n\n### 02/01/2026\n- did it\n`);
    assert.is(context.log?.entries[0]?.date?.day, day);
    assert.is(context.log?.entries[0]?.date?.isSure, isSure);
    const log = `# Decisions\n\n${other}\n\n## Decision 1: Use X (02/01/2026)\n\n**Chosen:** X\n\n## Decision 2: Y\n\n**Date:** 02/01/2026\n**Chosen:** Y\n`;
    const decisions = readDecisions([{ path: 'docs/decisions.md', text: log }]);
    assert.equal(
      decisions.map(({ date }) => date),
      [day, day],
    );
  });

test('a new decision is dated as the log dates its others', () => {
  const log =
    '# Decisions\n\n## Decision 1: A (25/12/2025)\n\n**Chosen:** A\n**Rationale:** it is small\n\n## Decision 2: B (02/01/2026)\n\n**Chosen:** B\n**Rationale:** it is fast\n';
  const request = { title: 'C', chosen: 'C', rationale: 'r', supersedes: null, now: '2026-03-04T09:00:00Z' };
  const [written] = writeDecision([{ path: 'docs/decisions.md', text: log }], request, 'x.md') ?? [];
  assert.match(written?.text ?? '', '## Decision 3: C (04/03/2026)');
});

const DAYS: readonly (readonly [text: string, day: string | null])[] = [
  ['on 2026-11-22, then', '2026-11-22'],
  ['on 22.11.2026, then', '2026-11-22'],
  ['on Nov 22, 2026, then', '2026-11-22'],
  ['on Sept. 2, 2026', '2026-09-02'],
  ['on 22 November 2026', '2026-11-22'],
  ['le 3 février 2026', '2026-02-03'],
  ['am 3. März 2026', '2026-03-03'],
  ['3 października 2026', '2026-10-03'],
  ['3 травня 2026', '2026-05-03'],
  ['Sprint 12, 2026, from March 5, 2026 on', '2026-03-05'],
  ['v1.2.2026', null],
  ['Marathon 5, 2026', null],
  ['2026-13-01', null],
  ['31.02.2026', null],
  ['20260118', null],
];

for (const [text, day] of DAYS)
  test(`${text}: ${day ?? 'no day'}`, () => assert.is(findDay(text, UNDATED)?.day ?? null, day));

test("a file's name may start with a day in one number", () => {
  assert.is(leadingDay('20260118-use-x', UNDATED)?.day, '2026-01-18');
  assert.is(leadingDay('x-20260118', UNDATED), null);
});

test('a million dates are read in the time that they take', () => {
  const text = '02/01/2026 1/1/1 March 33, 2026 '.repeat(30_000);
  const start = performance.now();
  assert.is(datingOf(text, 'en').order, null);
  assert.is([...daysIn(text, UNDATED)].length, 30_000);
  assert.ok(performance.now() - start < 5000);
});

test.run();
