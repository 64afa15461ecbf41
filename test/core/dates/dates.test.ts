// Dates as real context files write them, and the same format written for another day.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import type { Language } from '../../../src/core/context/names.ts';
import { commonStyle, findDate, writeDate } from '../../../src/core/dates/dates.ts';
import { datingOf } from '../../../src/core/dates/dating.ts';
import { UNDATED } from '../../../src/core/dates/day.ts';

const NOW = '2026-06-05T09:07:03+02:00';

const rows: readonly (readonly [text: string, read: string, written: string, language?: Language])[] = [
  ['**Updated:** 2025-11-09, 12:01am', '2025-11-09, 12:01am', '2026-06-05, 9:07am'],
  ['**2025-11-08, 9:47pm:**', '2025-11-08, 9:47pm', '2026-06-05, 9:07am'],
  ['**2025-12-25 - Holistic Code Review**', '2025-12-25', '2026-06-05'],
  ['### Session 24 (2026-05-09–10) — PRs #34', '2026-05-09–10', '2026-06-05'],
  ['## Session 2026-05-10/11 (session 8)', '2026-05-10/11', '2026-06-05'],
  ['- **2026-08-19~20 (…)** — …', '2026-08-19~20', '2026-06-05'],
  ['# Sesión 17/06/2026 (Actualizado)', '17/06/2026', '05/06/2026'],
  ['*Last Updated: September 4, 2025 @ 4:55 PM*', 'September 4, 2025 @ 4:55 PM', 'June 5, 2026 @ 9:07 AM'],
  ['> Última atualização: 04/04/2026 às 22:30', '04/04/2026 às 22:30', '05/06/2026 às 09:07', 'pt'],
  ['Updated 04/09/2026', '04/09/2026', '06/05/2026'],
  ['**Generated:** 2026-03-31 16:30:01 UTC', '2026-03-31 16:30:01 UTC', '2026-06-05 07:07:03 UTC'],
  ['2026-01-18T14:03:00Z', '2026-01-18T14:03:00Z', '2026-06-05T07:07:03Z'],
  ['2026-01-18 14:03 -0500', '2026-01-18 14:03 -0500', '2026-06-05 02:07 -0500'],
  ['**Session 1 (3. Oktober 2025):**', '3. Oktober 2025', '5. Juni 2026'],
  ['18 Janvier 2026 à 14h30', '18 Janvier 2026 à 14h30', '5 Juin 2026 à 09h07'],
  ['3 fevrier 2026', '3 fevrier 2026', '5 juin 2026'],
  ['4 de mayo de 2026', '4 de mayo de 2026', '5 de junio de 2026'],
  ['3 січня 2026', '3 січня 2026', '5 червня 2026'],
  ['2026年6月1日（月）', '2026年6月1日（月）', '2026年6月5日（金）'],
  ['2026년 6월 1일', '2026년 6월 1일', '2026년 6월 5일'],
  ['2026-08-19 (수)', '2026-08-19 (수)', '2026-06-05 (금)'],
  ['Monday, January 5, 2026', 'Monday, January 5, 2026', 'Friday, June 5, 2026'],
  ['March 3rd, 2026', 'March 3rd, 2026', 'June 5th, 2026'],
  ['Jan 5, 2026', 'Jan 5, 2026', 'Jun 5, 2026'],
  ['2026.1.5', '2026.1.5', '2026.6.5'],
  ['05.01.2026 18:00', '05.01.2026 18:00', '05.06.2026 09:07'],
  ['March 13, 2026 at 5:04 p.m.', 'March 13, 2026 at 5:04 p.m.', 'June 5, 2026 at 9:07 a.m.'],
];

for (const [text, read, written, language] of rows) {
  test(`writes ${written} where it read ${read}`, () => {
    const date = findDate(text, { ...UNDATED, language: language ?? 'en' });
    assert.is(text.slice(date?.start, date?.end), read);
    assert.is(date?.styles[0] && writeDate(NOW, date.styles[0]), written);
  });
}

for (const text of [
  'docs/plans/2025-12-17-architecture-design.md',
  'version 1.2.3',
  '2026/02/30',
  'in 2026',
  '2026-01-18_RLM_001',
  '1st of June',
]) {
  test(`reads no date in: ${text}`, () => assert.is(findDate(text), null));
}

test('lets the other dates of a file settle which number is the day', () => {
  const dates = ['03/04/2026', '25/04/2026', '01/04/2026'].flatMap(
    (text, _, all) => findDate(text, datingOf(all.join(' '), 'en')) ?? [],
  );
  assert.is(commonStyle(dates)?.pattern, "dd'/'MM'/'yyyy");
});

test.run();
