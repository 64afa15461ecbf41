// Which role a heading plays that is a phrase and no name: by the stem of a word, in the languages people
// write.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { roleOfTitle } from '../../../src/core/context/roles.ts';

const ROLES: Readonly<Record<string, readonly string[]>> = {
  next: [
    '🚀 次にやるとよいこと（未実施の強化候補）',
    '運用受け入れ残件',
    '4. 다음 구현 순서',
    '尚未执行（待办）',
    '後续計划 / 未完成',
    'Следующий шаг релиза',
    'Наступні кроки розробки',
    'Próximos sprints',
    'Pendiente crítico (próximo sprint)',
    'Migrações pendentes',
    'Améliorations possibles (non prioritaires)',
    'Prochain contrôle',
    'Nächste Phasen',
    'Offene technische Themen',
    'Wie weitermachen?',
    'Prossimi step (in ordine)',
    'Następne zadania projektu',
    'Sonraki adımlar',
    'Openstaande punten van het project',
    'Next authorised stage',
    'Where to resume',
    'v1.1 roadmap — suggested priorities',
    'Internal work still open',
    'Specific TODOs the others can pick up',
    'Quick wins (low effort)',
    'Priority 2: the mooring',
  ],
  state: [
    '最終ステータス（2026-07-24）',
    '現在のサイト状態（数値）',
    '当前工作焦点',
    '프로젝트 개요 및 현재 상황',
    'Активный этап',
    'Kernstand in één alinea',
    'Aktueller Production-Stand (13.04.2026)',
    'Où en est le projet',
    'Mevcut Durum',
    '1. Where the build actually is',
    'Current verdict',
    'Working now',
  ],
  gotchas: [
    '7. 踩過的坑',
    'Quirks vivos al 2026-04-29',
    'Les pièges à connaître',
    'Two env gotchas that burned time',
  ],
  doNot: [
    'What the crew should NOT do',
    '不做的事（明确排除）',
    '勝手に進めてはいけないこと',
    'Was man nicht anfassen darf: nicht anfassen',
    'Что делать нельзя',
  ],
  standards: [
    'Feste Regeln',
    '著作権ルール（厳守）',
    '协作铁律',
    'Principles that do not bend',
    'Rules for the next agent',
  ],
  rejected: ['試したがダメだったこと', 'Ruled out so far', 'What did not work', 'Опции: отвергнутые'],
};

for (const [role, titles] of Object.entries(ROLES))
  for (const title of titles) test(`${role}: ${title}`, () => assert.is(roleOfTitle(title)?.role, role));

// The word names a thing, or what is over, or how something is done.
const NONE = [
  'Next.js build',
  'Alert Priority System',
  'User experience priorities',
  'Roadmap progress evolution',
  'Next trade window',
  'Kontext für den nächsten Agenten',
  'Contexto para la próxima sesión',
  'Next prompt to execute',
  'Where to look next',
  'Guidance for the next agent',
  'Remaining time calculation service',
  '旧次セッションへの引き継ぎ事項',
  '2026-03-07（第十六轮后续修正：样式收口）',
  'Current migration state',
  '当前测试覆盖率',
  '系统规范',
  'Structure of the resume page component',
  'Estimated remaining:',
];

for (const title of NONE) test(`${title}: none`, () => assert.is(roleOfTitle(title)?.role ?? null, null));

test.run();
