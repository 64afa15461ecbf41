// The formats of context files: their names, when they count, and what is read from a file of each.
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { pointsOf } from '../../../src/core/brief/points.ts';
import { DEFAULTS } from '../../../src/core/config/defaults.ts';
import { findDocuments } from '../../../src/core/config/documents.ts';
import { readContext } from '../../../src/core/context/context.ts';
import { FORMATS, mustSayState, saysState } from '../../../src/core/context/formats/index.ts';
import { session } from '../../../src/core/context/formats/session.ts';
import { EDGE, rowsOf } from '../../../src/core/quiet/globs.ts';

const FIXTURES = new URL('../../fixtures/formats/', import.meta.url);

for (const format of FORMATS)
  test(`${format.name}: every name is a default, and a fixture of it says what is next`, () => {
    for (const path of format.paths) assert.ok(DEFAULTS.documents.context.includes(path), path);
    const [file] = readdirSync(new URL(`${format.name}/`, FIXTURES)).filter(
      (name) => !name.endsWith('.json'),
    );
    const read = (name: string) => readFileSync(new URL(`${format.name}/${name}`, FIXTURES), 'utf8');
    const context = readContext(read(file ?? ''));
    assert.ok(saysState(context, format.paths[0] ?? ''));
    const expected = JSON.parse(read('points.json'));
    const found = Object.fromEntries(
      Object.keys(expected).map((role) => [
        role,
        pointsOf(context, role as 'next')
          .filter(({ isDone, isHeading }) => !isDone && !isHeading)
          .map(({ text }) => text),
      ]),
    );
    assert.equal(found, expected);
  });

for (const [path, must] of [
  ['SESSION_CONTEXT.md', false],
  ['docs/SESSION_HANDOFF.md', false],
  ['pkg/api/SESSION_CONTEXT.md', false],
  ['STATUS.md', true],
  ['HANDOFF.md', true],
  ['.planning/STATE.md', true],
  ['docs/PROGRESS.md', true],
  ['claude-progress.txt', true],
  ['ai/HANDOFF.md', true],
  ['SESSION_NOTES.md', true],
] as const)
  test(`${path} counts ${must ? 'only where it tells the state' : 'whatever it says'}`, () =>
    assert.is(mustSayState(path), must));

for (const text of [
  '# Service status\n\n| Service | Uptime |\n|---|---|\n| API | 99.9 % |\n',
  '# State\n\nThis module keeps the state of the store.\n\n## Reducers\n- add\n- remove\n',
  '# Design handoff\n\n## Colours\n- blue\n',
  '',
])
  test(`no context file: ${JSON.stringify(text.slice(0, 24))}`, () =>
    assert.not(saysState(readContext(text), 'STATUS.md')));

const DAY = '**Date:** 2026-05-02\n';
for (const [path, text, isOne] of [
  ['HANDOVER.md', `# Tide tables: handover\n\n${DAY}\nThe gauges of all ports are read.\n`, true],
  ['docs/HANDOFF.md', '# Tides\n\n## Gauges\n\n- [x] read them\n- [ ] store them\n', true],
  ['.agents/session_notes.md', `# 潮汐 引き継ぎ\n\n> 最終更新: 2026-05-01\n\n## 構成\n- gauge\n`, true],
  ['ai/HANDOFF.md', `# การส่งมอบ\n\n${DAY}\n## สิ่งที่ทำ\n- gauge\n`, true],
  ['HANDOFF.md', '# Приливы · мост\n\nСостояние на 06.08.2026 · ветка main\n\n## 1. Стек\n- Go\n', true],
  ['HANDOFF.md', '# Приливы · мост\n\n## 1. Стек\n- Go\n', false],
  ['docs/HANDOFF.md', '# HANDOFF — Tides\n\n## 1) Ports\n- Vigo\n', true],
  ['docs/HANDOFF.md', '# Handoff of calls\n\n## Ports\n- Vigo\n', false],
  ['PROGRESS.md', '# Progress\n\nLast updated: 2026-07-12\n\n## Milestones\n\n- [x] 1. Boot\n', true],
  ['PROGRESS.md', '# Progress bars\n\n## Colours\n\n- [x] blue\n', false],
  ['docs/HANDOFF.md', `# Handoff protocol\n\n${DAY}\nAn agent hands a call over to a person.\n`, false],
  ['docs/HANDOVER.md', `# Shift handover: user guide\n\n- [ ] count the till\n`, false],
  ['HANDOFF.md', `# Design handoff\n\n${DAY}\n## Colours\n- blue\n`, false],
  ['docs/SESSION.md', '# Session\n\nThe store keeps a session for an hour.\n\n## Cookies\n- sid\n', false],
  ['docs/STATUS.md', `# Service status\n\n${DAY}\n- [ ] api\n`, false],
  ['ESTADO.md', '# Mareas\n\n## Puertos\n- Vigo\n', true],
  ['docs/estado.md', '# Guía de estados\n\n## Puertos\n- Vigo\n', true],
  ['进度.md', '# 潮汐\n\n## 港口\n- 青岛\n', true],
  ['docs/引き継ぎ.md', '# 潮汐\n\n## 港\n- 横浜\n', true],
  ['docs/引き継ぎ.md', '# 引き継ぎマニュアル\n\n## 港\n- 横浜\n', false],
  ['docs/ai-handoff.md', '# Tides\n\n## 2026-05-01T10:00:00Z — gauges\n', true],
  ['docs/ai-handoff.md', '# Tides\n\n## Gauges\n- read\n', false],
  ['.claude/HANDOFF.md', '# Tides: for whoever is next\n\n## Gauges\n- read them first\n', true],
  ['.claude/handoff.md', '# Handoff template\n\n## Gauges\n- read them first\n', false],
  ['DEVLOG.md', '# Tides\n\n## 2026-05-01\n- read the gauges\n\n## 2026-05-02\n- drew them\n', true],
  ['docs/project-state.md', '# Project state\n\n## Gauges\n- read\n', true],
  ['docs/avance.md', '# Avance\n\n## Puertos\n- Vigo\n', false],
] as const)
  test(`${path} is ${isOne ? 'a' : 'no'} context file: ${text.slice(2, 24).split('\n')[0]}`, () =>
    assert.is(saysState(readContext(text), path), isOne));

for (const path of [
  ...['docs/session-handoff.md', 'docs/memory-bank/activeContext.md', 'docs/activeContext.md'],
  ...['ESTADO.md', 'docs/estado_actual.md', 'docs/ai-handoff.md', 'AI_HANDOVER.md', 'docs/project-state.md'],
  ...['IMPLEMENTATION_STATUS.md', 'docs/dev-progress.md', 'DEVLOG.md', 'docs/work_log.md', '进度.md'],
  ...['docs/项目进度.md', 'docs/引き継ぎ.md', '인수인계.md', '.claude/RESUME.md', 'ai/current-sprint.md'],
  ...['.agent/HANDOFF.md', 'SESSION_NOTES.md', 'CURRENT_STATUS.md', 'docs/llm_handoff.md'],
])
  test(`looks at ${path}`, () => assert.equal(findDocuments('context', [path], DEFAULTS), [path]));

for (const path of [
  ...['docs/legacy-cleanup-handoff.md', 'reports/handoff-2026.md', 'docs/estado/tabla.md', 'src/进度.md'],
  ...['docs/resume.md', 'lib/devlog.md', 'docs/stand.md'],
])
  test(`does not look at ${path}`, () => assert.equal(findDocuments('context', [path], DEFAULTS), []));

test('the names of the default settings are few pieces for the shell', () => {
  for (const glob of session.paths)
    assert.ok(
      rowsOf(glob).every((pieces) => pieces.length > 0),
      glob,
    );
  assert.ok(session.paths.flatMap(rowsOf).length < 300);
  assert.equal(rowsOf('docs/引き継ぎ.md'), [[`${EDGE}/docs/引き継ぎ.md${EDGE}`]]);
});

test.run();
