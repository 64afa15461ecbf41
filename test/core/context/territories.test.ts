// Which part of a repository a context file speaks for, and which part of a commit belongs to it.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { DEFAULTS } from '../../../src/core/config/defaults.ts';
import { findDocuments } from '../../../src/core/config/documents.ts';
import { mustSayState } from '../../../src/core/context/formats/index.ts';
import {
  isSeenFrom,
  localConfig,
  mayHaveTerritory,
  nearestAbove,
  partOf,
  rootOf,
  territoriesOf,
} from '../../../src/core/context/territories.ts';
import type { ChangedFile } from '../../../src/core/types.ts';

const ROOTS: readonly (readonly [path: string, root: string])[] = [
  ['SESSION_CONTEXT.md', ''],
  ['docs/HANDOFF.md', ''],
  ['.planning/STATE.md', ''],
  ['memory-bank/activeContext.md', ''],
  ['.claude/handoff.md', ''],
  ['packages/a/SESSION_CONTEXT.md', 'packages/a/'],
  ['packages/a/docs/SESSION_CONTEXT.md', 'packages/a/'],
  ['apps/web/.planning/STATE.md', 'apps/web/'],
  ['services/api/docs/handoff/STATUS.md', 'services/api/'],
  ['crates/docs-gen/STATE.md', 'crates/docs-gen/'],
];

for (const [path, root] of ROOTS)
  test(`${path} speaks for ${root || 'the whole repository'}`, () => assert.is(rootOf(path), root));

for (const [path, may] of [
  ['packages/a/SESSION_CONTEXT.md', true],
  ['archive/SESSION_CONTEXT.md', false],
  ['docs/archived/v1/SESSION_CONTEXT.md', false],
  ['tests/repo/SESSION_CONTEXT.md', false],
  ['src/fixtures/one/SESSION_CONTEXT.md', false],
  ['examples/app/SESSION_CONTEXT.md', false],
  ['templates/SESSION_CONTEXT.md', false],
  ['vendor/lib/SESSION_CONTEXT.md', false],
  ['contest/SESSION_CONTEXT.md', true],
] as const)
  test(`${path} has ${may ? 'a' : 'no'} territory`, () => assert.is(mayHaveTerritory(path), may));

test('of two files for one directory the first counts', () => {
  const all = territoriesOf(['SESSION_CONTEXT.md', 'docs/SESSION_CONTEXT.md', 'a/docs/SESSION_CONTEXT.md']);
  assert.equal(
    all.map(({ path }) => path),
    ['SESSION_CONTEXT.md', 'a/docs/SESSION_CONTEXT.md'],
  );
});

const commitOf = (paths: readonly string[]) => ({
  files: paths.map((path): ChangedFile => ({ path, status: 'M', added: 1, deleted: 0 })),
});

const TWO = ['packages/a/CTX.md', 'packages/b/CTX.md'];
const THREE = ['CTX.md', ...TWO];
const NESTED = [...THREE, 'packages/a/ui/CTX.md'];

/** The context files, the paths of a commit, and for each file the paths that belong to it. */
const SHARES: readonly (readonly [string, readonly string[], readonly string[], Record<string, string[]>])[] =
  [
    ['one package', TWO, ['packages/b/x.ts'], { 'packages/b/CTX.md': ['packages/b/x.ts'] }],
    [
      'two packages and none above',
      TWO,
      ['packages/a/x.ts', 'packages/b/y.ts', 'tools/z.ts'],
      { 'packages/a/CTX.md': ['packages/a/x.ts'], 'packages/b/CTX.md': ['packages/b/y.ts'] },
    ],
    ['nothing of any', TWO, ['tools/z.ts'], {}],
    ['one package with one above', THREE, ['packages/b/x.ts'], { 'packages/b/CTX.md': ['packages/b/x.ts'] }],
    [
      'two packages with one above',
      THREE,
      ['packages/a/x.ts', 'packages/b/y.ts'],
      { 'CTX.md': ['packages/a/x.ts', 'packages/b/y.ts'] },
    ],
    ['the top level', THREE, ['README.md'], { 'CTX.md': ['README.md'] }],
    ['no file at all', THREE, [], { 'CTX.md': [] }],
    [
      'the deepest of three',
      NESTED,
      ['packages/a/ui/x.ts'],
      { 'packages/a/ui/CTX.md': ['packages/a/ui/x.ts'] },
    ],
    [
      'two levels',
      NESTED,
      ['packages/a/ui/x.ts', 'packages/a/y.ts'],
      { 'packages/a/CTX.md': ['packages/a/ui/x.ts', 'packages/a/y.ts'] },
    ],
    [
      "another's draft comes along",
      THREE,
      ['packages/a/CTX.md', 'packages/b/x.ts'],
      { 'packages/b/CTX.md': ['packages/a/CTX.md', 'packages/b/x.ts'] },
    ],
    [
      'its author told it at the top',
      THREE,
      ['CTX.md', 'packages/b/x.ts'],
      { 'CTX.md': ['CTX.md', 'packages/b/x.ts'] },
    ],
    ['a draft alone', THREE, ['packages/a/CTX.md'], { 'packages/a/CTX.md': ['packages/a/CTX.md'] }],
    ['a name that only begins alike', THREE, ['packages/ab/x.ts'], { 'CTX.md': ['packages/ab/x.ts'] }],
  ];

for (const [title, files, paths, wanted] of SHARES)
  test(`a commit belongs to the nearest file above all of its paths: ${title}`, () => {
    const all = territoriesOf(files);
    const found = all.flatMap((territory) => {
      const part = partOf(territory, all)(commitOf(paths));
      return part === null ? [] : [[territory.path, part.files.map(({ path }) => path)] as const];
    });
    assert.equal(Object.fromEntries(found), wanted);
  });

test('a directory sees its own documents first, those above it, and no neighbour', () => {
  const all = territoriesOf(THREE);
  const [, , b] = all;
  if (b === undefined) throw new Error('no third one');
  const paths = ['docs/decisions.md', 'packages/a/docs/decisions.md', 'packages/b/docs/decisions.md'];
  const seen = paths.filter((path) => isSeenFrom(path, b, all));
  const config = localConfig(DEFAULTS, b);
  assert.equal(findDocuments('decisions', seen, config), [
    'packages/b/docs/decisions.md',
    'docs/decisions.md',
  ]);
  const phases = ['docs/phases/phase1.md', 'packages/b/docs/phases/phase1.md'];
  assert.equal(findDocuments('phases', phases, config), ['packages/b/docs/phases/phase1.md']);
});

test('a directory may have any name', () => {
  const config = localConfig(DEFAULTS, { root: 'app/[slug] (new)/' });
  const path = 'app/[slug] (new)/docs/phases/phase1.md';
  assert.equal(findDocuments('phases', [path], config), [path]);
});

test('a status file of a package must say a state, as one at the top must', () => {
  assert.ok(mustSayState('packages/a/STATUS.md'));
  assert.not.ok(mustSayState('packages/a/SESSION_CONTEXT.md'));
});

test('nothing is above a path outside of every territory', () =>
  assert.is(nearestAbove(['tools/x.ts'], territoriesOf(TWO)), null));

test.run();
