// Guards that a change takes away or weakens, both ways.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { DEFAULTS } from '../../../src/core/config/defaults.ts';
import { findDropped } from '../../../src/core/guards/dropped.ts';
import { guardsInForce } from '../../../src/core/guards/force.ts';

const PATH = 'docs/decisions.md';
const entry = (id: number, title: string, ...more: readonly string[]) =>
  `## Decision ${id}: ${title}\n\n**Chosen:** thing ${id}\n**Rationale:** it is small\n${more.map((line) => `${line}\n`).join('')}\n`;
const guard = (text: string) => `**Guard:** \`${text}\``;
const log = (...entries: readonly string[]) => `# Decisions\n\n${entries.join('')}`;

const BEFORE = log(
  entry(1, 'Files', guard('forbid import sqlite')),
  entry(2, 'Phi-3, not Mistral', guard('forbid import mistral until Phase 4')),
  entry(3, 'No eval', guard('forbid pattern /eval\\(/ in src/**')),
);

type Row = readonly [title: string, after: string | null, dropped: readonly string[]];

const swap = (from: string, to: string): string => BEFORE.replace(from, () => to);

const ROWS: readonly Row[] = [
  ['nothing changes', BEFORE, []],
  [
    'a line is taken out',
    swap(`${guard('forbid import sqlite')}\n`, ''),
    ['takes it out of docs/decisions.md'],
  ],
  ['the document is deleted', null, Array(3).fill('takes it out of docs/decisions.md')],
  [
    'the entry is taken out',
    swap(entry(1, 'Files', guard('forbid import sqlite')), ''),
    ['takes it out of docs/decisions.md'],
  ],
  [
    'it is put into a comment',
    swap(guard('forbid import sqlite'), `<!-- ${guard('forbid import sqlite')} -->`),
    ['takes it out of docs/decisions.md'],
  ],
  [
    'it is fenced',
    swap(guard('forbid import sqlite'), `\`\`\`\n${guard('forbid import sqlite')}\n\`\`\``),
    ['takes it out of docs/decisions.md'],
  ],
  [
    'it is misspelt',
    swap('forbid import sqlite', 'forbid imports sqlite'),
    ['takes it out of docs/decisions.md'],
  ],
  [
    'it names another thing',
    swap('forbid import sqlite', 'forbid import redis'),
    ['weakens it to forbid import redis'],
  ],
  [
    'it ends with a phase',
    swap('forbid import sqlite', 'forbid import sqlite until Phase 2'),
    ['weakens it to forbid import sqlite until Phase 2'],
  ],
  [
    'it ends sooner',
    swap('until Phase 4', 'until Phase 3'),
    ['weakens it to forbid import mistral until Phase 3'],
  ],
  [
    'it begins later',
    swap('until Phase 4', 'from Phase 4'),
    ['weakens it to forbid import mistral from Phase 4'],
  ],
  [
    'it looks at fewer files',
    swap('in src/**', 'in src/a/**'),
    ['weakens it to forbid pattern /eval\\(/ in src/a/**'],
  ],
  [
    'its decision is said to be superseded',
    swap(
      'it is small\n**Guard:** `forbid import sqlite`',
      'it is small\n**Status:** superseded by Decision 3\n**Guard:** `forbid import sqlite`',
    ),
    ['takes it out of docs/decisions.md'],
  ],
  ['it ends later', swap('until Phase 4', 'until Phase 5'), []],
  ['it never ends', swap(' until Phase 4', ''), []],
  ['it looks at all files', swap('in src/**', 'in **'), []],
  ['it is written in another way', swap(guard('forbid import sqlite'), '- Guard: Forbid import sqlite'), []],
  [
    'it moves to another decision',
    swap(`${guard('forbid import sqlite')}\n`, '').replace(
      '## Decision 3',
      () => `${entry(9, 'Files still', guard('forbid import sqlite'))}## Decision 3`,
    ),
    [],
  ],
  ['the words around it change', swap('it is small', 'it is very small'), []],
];

const changeOf = (after: string | null, more: Readonly<Record<string, unknown>> = {}) => ({
  commit: { sha: null, parents: ['p'], date: '', message: '', files: [] },
  documents: [{ path: PATH, before: BEFORE, after, ...more }],
});

const inForce = guardsInForce([{ path: PATH, text: BEFORE }], DEFAULTS);

test('three are in force before', () => assert.is(inForce.length, 3));

for (const [title, after, dropped] of ROWS)
  test(title, () =>
    assert.equal(
      findDropped(changeOf(after), inForce, DEFAULTS).map(({ what }) => what),
      dropped,
    ),
  );

test('a document that is renamed takes its guards along', () => {
  const change = changeOf(BEFORE, { path: 'docs/DECISIONS.md', from: PATH });
  assert.equal(findDropped(change, inForce, DEFAULTS), []);
});

test('a guard that goes to another document of the change is kept', () => {
  const rules = `# Session Context\n\n## What NOT to do\n\n- No sqlite. Guard: forbid import sqlite\n`;
  const { commit, documents } = changeOf(swap(`${guard('forbid import sqlite')}\n`, ''));
  const change = {
    commit,
    documents: [...documents, { path: 'SESSION_CONTEXT.md', before: '', after: rules }],
  };
  assert.equal(findDropped(change, inForce, DEFAULTS), []);
});

test('what a merge takes over from one parent was judged there', () => {
  const without = swap(`${guard('forbid import sqlite')}\n`, '');
  assert.equal(findDropped(changeOf(without, { otherBefores: [without] }), inForce, DEFAULTS), []);
  const own = findDropped(changeOf(without, { otherBefores: [BEFORE] }), inForce, DEFAULTS);
  assert.is(own.length, 1);
});

test('one that was not in force is taken out freely', () => {
  const old = log(
    entry(1, 'Files', '**Status:** superseded by Decision 2', guard('forbid import sqlite')),
    entry(2, 'SQLite'),
  );
  const now = guardsInForce([{ path: PATH, text: old }], DEFAULTS);
  const change = {
    ...changeOf(null),
    documents: [{ path: PATH, before: old, after: log(entry(2, 'SQLite')) }],
  };
  assert.equal(findDropped(change, now, DEFAULTS), []);
});

test.run();
