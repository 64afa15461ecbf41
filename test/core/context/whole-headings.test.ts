// Headings are read for all that they say: what is over, about a part, or how to do it bears no role.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { pointsOf } from '../../../src/core/brief/points.ts';
import { readContext } from '../../../src/core/context/context.ts';
import type { Role } from '../../../src/core/context/names.ts';

const told = (text: string, role: Role) =>
  pointsOf(readContext(`# Notes of a session\n\n${text}`), role)
    .filter(({ isHeading }) => !isHeading)
    .map(({ text: said }) => said);

for (const [heading, role, isOne] of [
  ['Blockers Resolved', 'blockers', false],
  ['Resolved Blockers', 'blockers', false],
  ['Issues/Blockers', 'blockers', true],
  ['Next Steps/TODO', 'next', true],
  ['CI/CD Next', 'blockers', false],
  ['In Progress / Remaining', 'next', true],
  ['Future work (not required)', 'next', false],
  ['Next Session Quick Start', 'next', false],
  ['Next Session Commands', 'next', false],
  ['Next Session Plan', 'next', true],
  ['Current Migration State', 'state', false],
  ['Current Project State', 'state', true],
  ['Invoices in progress', 'state', false],
  ['Work in Progress', 'state', true],
  ['Pendientes conocidos', 'next', true],
  ['Problemas encontrados y resueltos', 'gotchas', true],
  ['Problèmes connus', 'gotchas', true],
  ['Gotchas that cost a day', 'gotchas', true],
  ['Known issues to be aware of', 'gotchas', true],
  ['Testing considerations', 'gotchas', false],
  ['Key facts to remember', 'gotchas', true],
  ["What's NOT done yet", 'next', true],
  ['Resume with a rebuilt index', 'next', false],
  ['What exists today', 'state', true],
  ['Planning status (2026-04-19)', 'state', true],
  ['Harbour list (COMPLETED)', 'state', false],
  ['Decision log query API', 'decisions', false],
  ['Other follow-ups (lower priority)', 'next', true],
  ['Decisiones de diseño importantes', 'decisions', true],
  ['Decisions captured from the plan', 'decisions', true],
  ['If you pick this up again', 'next', true],
  ['Outstanding, in priority order', 'next', true],
  ['The rules that are not negotiable', 'standards', true],
  ['Operational facts worth knowing', 'gotchas', true],
  ['Current considerations', 'gotchas', false],
  ['Files modified this session', 'done', false],
  ['Current capabilities (end to end)', 'state', true],
] as const)
  test(`${heading}: ${isOne ? '' : 'not '}${role}`, () =>
    assert.equal(told(`## ${heading}\n- The key is late\n`, role), isOne ? ['The key is late'] : []));

for (const inner of ['Resolved', 'Not actually issues', 'Key files', 'Commands', 'Fixed this week'])
  test(`a section lends no role to ${inner}`, () =>
    assert.equal(told(`## Blockers\n- One\n\n### ${inner}\n- Two\n`, 'blockers'), ['One']));

test('a sub-heading that names a thing belongs to its section', () =>
  assert.equal(told('## Next Steps\n\n### Search\n- Index titles\n', 'next'), ['Index titles']));

test('a label’s value is its paragraph and its list', () => {
  const text = 'Next:   write the tide table, then\n        print it\n        - in colour\nOwner:  Ana\n';
  assert.equal(told(text, 'next'), ['write the tide table, then print it', 'in colour']);
  assert.equal(told('**Status:** works  \n**Branch:** main\n', 'state'), ['works']);
});

test('what a section of risks says of blockers holds for all of it', () => {
  const text = '## Blockers & Risks\n\n**Current blockers**: None\n\n**Risks**:\n- Costs may grow\n';
  assert.equal(told(text, 'blockers'), []);
  assert.equal(told(text.replace('None', 'no key'), 'blockers'), ['no key']);
});

test('a blank of the template above blockers hides none of them', () =>
  assert.equal(told('## Blockers\n\n[What affects the work]\n\n- One\n', 'blockers'), ['One']));

test('a column of fields is a point for each', () =>
  assert.equal(told('## Current State\n\nPlan: 1 of 3\nActivity: yesterday\n', 'state'), [
    'Plan: 1 of 3',
    'Activity: yesterday',
  ]));

test('open decisions are no rules', () =>
  assert.equal(told('## Open decisions\n- Which port\n', 'decisions'), []));

test('of sections that each session wrote, the newest says what is next', () => {
  const session = (day: string, next: string) => `## Session ${day}\n\n### Next Steps\n- ${next}\n\n`;
  const text = session('2026-02-01', 'old') + session('2026-02-03', 'new') + session('2026-02-02', 'older');
  const stacked = `${text}## Setup\n- npm ci\n`;
  assert.ok(!told(stacked, 'next').includes('older'));
});

test('a status below each of several sessions is theirs, not the project’s', () => {
  const sessions = [1, 2].map((id) => `## Session ${id}: pilots\n\n**Status:** DONE\n`).join('\n');
  assert.equal(told(sessions, 'state'), []);
  assert.equal(told('## Overview\n\n**Status:** in review\n', 'state'), ['in review']);
});

test('prose that comes to none holds nothing', () => {
  assert.equal(told('## Pending Todos\n\nFrom the parking lot.\n\nNone yet.\n', 'next'), []);
  assert.equal(told('## Next\n\n- Paint the quay.\n- None yet.\n', 'next'), ['Paint the quay.']);
});

test('of a history by sprints the newest says what blocks', () => {
  const sprint = (id: number, blocker: string) => `## Sprint ${id}\n\n### Blockers\n\n${blocker}\n\n`;
  const text = `${sprint(9, '')}${sprint(8, '- No crane')}${sprint(7, '- No key')}`;
  assert.equal(told(text, 'blockers'), []);
  assert.equal(told(text.replace('### Blockers\n\n\n', '### Blockers\n\n- Fog\n'), 'blockers'), ['Fog']);
});

test('a file kept inside one fence of Markdown is read', () =>
  assert.equal(
    pointsOf(
      readContext('```markdown\n# Context\n\n## Next\n\n- Paint\n\n```sh\nls\n```\n\nEnd.\n```\n'),
      'next',
    ).map(({ text }) => text),
    ['Paint', 'End.'],
  ));

test('what is completed is a part of the state', () =>
  assert.equal(told('## Current Status\n\n### Completed work on the quay\n\n- Stones\n', 'state'), [
    'Stones',
  ]));

test('a second copy of the file’s title begins its template, which says nothing', () => {
  const copy = (next: string) => `# Active Context\n\n**Next Steps:**\n\n- ${next}\n\n`;
  const context = readContext(`${copy('Paint the quay')}${copy('Outline the tasks')}`);
  assert.equal(
    pointsOf(context, 'next').map(({ text }) => text),
    ['Paint the quay'],
  );
});

test('a label may narrow down what is known or next', () => {
  const text = 'Known fog horn limitation: it is loud\nNext build slice: a second crane\nSuite: 21 passed\n';
  assert.equal(told(`## Notes\n\n${text}`, 'gotchas'), ['it is loud']);
  assert.equal(told(`## Notes\n\n${text}`, 'next'), ['a second crane']);
});

test('what is kept for the record or not yet decided is not told as what holds', () => {
  assert.equal(told('## Current State\n\n- PREVIOUS wave: stones\n- The quay stands\n', 'state'), [
    'The quay stands',
  ]);
  assert.equal(told('## Decisions\n\n- Decision needed: which crane\n- Steel\n', 'decisions'), ['Steel']);
});

test.run();
