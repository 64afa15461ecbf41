// Guards of "What NOT to do" and of standards: under the headings of other languages too, in lists, tables
// and bold.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { DEFAULTS } from '../../../src/core/config/defaults.ts';
import { listGuards } from '../../../src/core/guards/force.ts';

const HEADINGS = [
  'What NOT to do',
  '❌ What NOT to Do',
  'Code Standards',
  'Standards',
  'Was man nicht tun sollte',
  'Konventionen',
  'À ne pas faire',
  'Conventions de code',
  'Qué no hacer',
  'O que não fazer',
  'Cosa non fare',
  'Czego nie robić',
  'Чего не делать',
  'Стандарты кода',
  'Чого не робити',
  'やってはいけないこと',
  'コーディング規約',
  '하지 말 것',
  '不要做的事',
  '代码规范',
];

const BODIES: readonly (readonly [style: string, body: (guard: string) => string])[] = [
  ['an item', (guard) => `- No Docker. Guard: ${guard}\n`],
  ['a numbered item in bold', (guard) => `1. **No Docker.** Guard: \`${guard}\`\n`],
  ['bold without a full stop', (guard) => `- **No Docker** Guard: ${guard}\n`],
  ['an item below the rule', (guard) => `- No Docker\n  - Guard: \`${guard}\`\n`],
  ['a line below the rule', (guard) => `- No Docker\n  **Guard:** \`${guard}\`\n`],
  ['a rule in bold', (guard) => `**No Docker.**\nGuard: ${guard}\n`],
  ['a check box', (guard) => `- [ ] No Docker (Guard: ${guard})\n`],
  [
    'a row with a column of its own',
    (guard) => `| Rule | Guard |\n| --- | --- |\n| No Docker | \`${guard}\` |\n`,
  ],
  ['a cell', (guard) => `| Rule | Why |\n| --- | --- |\n| No Docker | later. Guard: ${guard} |\n`],
  ['a cross and a dash', (guard) => `- ❌ No Docker — Guard: ${guard}\n`],
];

const context = (heading: string, body: string) => ({
  path: 'SESSION_CONTEXT.md',
  text: `# Session Context\n\n**Last Updated:** 2026-11-01\n\n## ${heading}\n\n${body}\n## Update Log\n\n### 2026-11-01\n\n- Started\n`,
});

const GUARD = 'forbid path **/Dockerfile until Phase 4';

for (const [style, body] of BODIES)
  test(`${style} is read under all headings, with the rule's words`, () => {
    for (const heading of HEADINGS) {
      const { guards, invalid } = listGuards([context(heading, body(GUARD))], DEFAULTS);
      assert.equal(invalid, [], heading);
      assert.equal(
        guards.map(({ guard, endedBy }) => [guard.text, endedBy]),
        [[GUARD, null]],
        heading,
      );
      assert.match(guards[0]?.guard.words ?? '', /No Docker/, heading);
    }
  });

test('one that is not valid is told with its line under all headings', () => {
  for (const heading of HEADINGS) {
    const { guards, invalid } = listGuards([context(heading, '- No Docker. Guard: keep it out\n')], DEFAULTS);
    assert.equal(guards, [], heading);
    assert.equal(
      invalid.map(({ line, text }) => [line, text]),
      [[7, 'keep it out']],
      heading,
    );
  }
});

test('under other headings the word guard is prose', () => {
  for (const heading of ['Current State', 'Update Log of the past', 'Nächste Schritte', 'Team']) {
    const { guards, invalid } = listGuards(
      [context(heading, '- Night guard: Bob\n- Guard: Bob\n')],
      DEFAULTS,
    );
    assert.equal([guards, invalid], [[], []], heading);
  }
});

test.run();
