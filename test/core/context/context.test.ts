// Which part of a context file plays which role, in nine real files and in the languages that occur.
import { readFileSync } from 'node:fs';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { placesOf, readContext } from '../../../src/core/context/context.ts';
import { foldLetters } from '../../../src/core/context/folding.ts';
import { NAMES, type Role } from '../../../src/core/context/names.ts';
import { foldName, roleOfTitle } from '../../../src/core/context/roles.ts';

const real = (name: string) =>
  readContext(readFileSync(new URL(`../../fixtures/contexts/${name}.md`, import.meta.url), 'utf8'));

const titles: readonly (readonly [title: string, role: Role | null])[] = [
  ['### **Where We Are**', 'state'],
  ['5. Current State (Sprint 38 Complete)', 'state'],
  ['🎯 **Next Session Priorities (Tomorrow)**', 'next'],
  ['10. Roadmap (What’s Next)', 'next'],
  ['Start here next session — 2026-05-01 (Sprint 10.23)', 'next'],
  ['=== SESSION HISTORY ===', 'log'],
  ['Known issues / gotchas', 'gotchas'],
  ['What NOT to Do', 'doNot'],
  ['Implementation Gotchas', 'gotchas'],
  ['Current Blockers', 'blockers'],
  ['Code Standards', 'standards'],
  ['Phase 6 : Production-Ready (MVP+) - EN COURS', 'phase'],
  ['Pendientes', 'next'],
  ['Onde Estamos', 'state'],
  ['Prochaine Action', 'next'],
  ['Décisions Architecturales', 'decisions'],
  ['Nächste Schritte', 'next'],
  ['현재 위치', 'state'],
  ['다음 세션 첫 순서', 'next'],
  ['当前状态', 'state'],
  ['Поточний стан', 'state'],
  ['Дата сесії', 'updated'],
  ['Znane problemy', 'gotchas'],
  ['Prossimi passi', 'next'],
  ['次のステップ', 'next'],
  ['Current Product State', 'state'],
  ['Next big tasks', 'next'],
  ['How to Continue Next Time', 'next'],
  ['FIRST THINGS TO DO when resuming', 'next'],
  ['Companies Still Remaining (To Do List)', 'next'],
  ['Незавершённая чистка (следующие шаги, низкий риск)', 'next'],
  ['НАСТУПНІ ВЕЛИКІ ЗАДАЧІ', 'next'],
  ['次に試すこと', 'next'],
  ['已知待办', 'next'],
  ['Blockers & Open Questions', 'blockers'],
  ['Known Considerations', 'gotchas'],
  ['ONDE PARAMOS', 'state'],
  ['Working Rules For Next Agents', 'standards'],
  ['Debugging Steps for Next Session', 'next'],
  ['Constraints For The Next Session', null],
  ['Important Context for Next Session', null],
  ['Pendientes para Próximas Sesiones', 'next'],
  ['Known TODO Items', 'next'],
  ['Weekly report status', null],
  ['Next.js build steps', null],
  ['How to check logs and status', null],
  ['Resolved issues', null],
  ['Current Best Model', null],
  ['11 permanently-thin cities (blocked on data sources)', null],
  ['Architecture', null],
  ['How to run the pipeline locally (RUNBOOK)', null],
  ['Immediate priorities', 'next'],
  ['Outstanding action items — check with the user', 'next'],
  ['Nächste Session', 'next'],
  ['Kontext für nächste Session', null],
  ['Tareas para la próxima sesión', 'next'],
  ['Contexto para la próxima sesión', null],
  ['Projekt-Status', 'state'],
  ['Token-Status', null],
  ['Wichtige Warnungen', 'gotchas'],
  ['Issues Conocidos', 'gotchas'],
  ['Notes for Next Session', 'gotchas'],
  ['16) Regles de non regression projet', 'standards'],
  ['8. 既知の問題と制約 (Known Issues)', 'gotchas'],
  ['既知の問題と制約', 'gotchas'],
  ['課題 (Known Issues & Constraints)', 'gotchas'],
  ['知见 (Insights & Known Issues)', null],
  ['6. 環境の注意点', 'gotchas'],
  ['検索の状態', null],
  ['残っている作業', 'next'],
  ['Do Not Regress', 'doNot'],
  ['Product invariants (do not regress)', 'standards'],
  ['Open nits (do not regress)', null],
  ['禁則 (What NOT to do)', 'doNot'],
  ['Key Files to Know', 'reading'],
  ['3. Environment & Technical Gotchas', 'gotchas'],
  ['How we test and tell of gotchas', null],
  ['Ongoing Tasks', 'state'],
  ['Key Files Modified This Session', 'done'],
];

for (const [title, role] of titles) {
  test(`takes "${title}" for ${role ?? 'nothing it knows'}`, () =>
    assert.is(roleOfTitle(title)?.role ?? null, role));
}

test('lists every name without marks that only a title has', () => {
  for (const name of Object.values(NAMES).flatMap((roles) =>
    Object.values(roles).flatMap((list) => list.split('|')),
  ))
    assert.is(foldLetters(name), foldName(name));
});

test('reads a living document: a blockers line inside a list, gotchas, dated sessions as the log', () => {
  const context = real('Anguijm+city-atlas-service');
  assert.equal(
    placesOf(context, 'blockers').map(({ items }) => items[0]?.text),
    ['none.'],
  );
  assert.is(placesOf(context, 'gotchas')[0]?.items.length, 6);
  assert.is(placesOf(context, 'next')[0]?.items[0]?.line, 14);
  assert.is(context.log?.entries.length, 4);
  assert.is(context.text.slice(context.headerDates[0]?.start, context.headerDates[0]?.end), '2026-05-11');
});

for (const text of [
  '# Nhật ký\n\n## Phiên gần nhất\n\nĐã sửa lỗi, câu không còn bị cắt giữa chừng nữa.\n',
  '# Stav projektu\n\n## Co je hotovo\n\nPřehled běží, měření řídí ventily.\n',
])
  test(`a file in a language without names of ours gets English labels: ${text.slice(2, 10)}`, () => {
    assert.is(readContext(text).language, 'en');
  });

test('reads a French file: its language, table rows as points', () => {
  const context = real('EncrEor+rlm-claude');
  assert.is(context.language, 'fr');
  assert.is(
    placesOf(context, 'decisions')[0]?.items[0]?.text,
    'Format chunks — Markdown (.md) — Lisible, facile a editer',
  );
  assert.is(context.log, null);
});

test('the title of the file is no section', () => {
  const stateOf = (sections: string) =>
    placesOf(readContext(`# Active Context\n\n${sections}`), 'state').flatMap(({ items }) =>
      items.map(({ text }) => text),
    );
  assert.equal(stateOf('## Current focus\n- here\n\n## Team\n- ours\n'), ['here']);
  assert.equal(stateOf('## Issue\n- here\n'), []);
  assert.equal(stateOf('- here\n'), ['here']);
});

test('reads labels as places and keeps checkboxes apart', () => {
  const context = readContext('# S\n\n**Blockers:** waiting for the key\n\n## Next\n\n- [ ] a\n  - [x] b\n');
  const [blocker] = placesOf(context, 'blockers');
  assert.is(context.text.slice(blocker?.value?.start, blocker?.value?.end), 'waiting for the key');
  assert.equal(
    placesOf(context, 'next')[0]?.items.map(({ text, depth, isDone, line }) => ({
      text,
      depth,
      isDone,
      line,
    })),
    [
      { text: 'a', depth: 0, isDone: false, line: 7 },
      { text: 'b', depth: 1, isDone: true, line: 8 },
    ],
  );
});

test('leaves what past log entries say out of the places', () => {
  const context = readContext(
    '## State\n\nx\n\n## Log\n\n### 2026-01-02\n\n#### Next steps\n\n- old\n\n### 2026-01-01\n\n- y\n',
  );
  assert.equal(placesOf(context, 'next'), []);
});

for (const [text, dates] of [
  ['# S\n\n**Document Version**: 3.22 **Last Updated**:\n2026-01-24 (Session #94)\n', ['2026-01-24']],
  ['# Session Context — 2026-06-25\n\n## State\n\nUpdated 2026-01-01\n', ['2026-06-25']],
  ['# S\n\n**Created:** 2025-01-01 | **Updated:** 2026-01-02\n', ['2026-01-02']],
  ['# S\n\n**Generated:** 2026-03-31 18:30:01 CEST\n', []],
  ['# S\n\n## Дата сесії\n\n3 січня 2026\n\n## x\n', ['3 січня 2026']],
  ['# S\n\n## A\n\nx\n\n---\n\n*Last updated: 2026-02-03*', ['2026-02-03']],
] as const) {
  test(`finds the header's dates: ${dates.join(', ') || 'none'}`, () => {
    const found = readContext(text).headerDates.map(({ start, end }) => text.slice(start, end));
    assert.equal(found, [...dates]);
  });
}

for (const [field, roles] of [
  ['**Stand:** 18.09.2026', []],
  ['**Stand:** 18.09.2026, der Sensor misst', ['state']],
  ['**Status:** 2026-09-18', []],
  ['**Status:** blocked', ['state']],
] as const)
  test(`a label for the state that bears a date alone says as of when: ${field}`, () =>
    assert.equal(
      readContext(`# S\n\n${field}\n`).places.map(({ role }) => role),
      roles,
    ));

test.run();
