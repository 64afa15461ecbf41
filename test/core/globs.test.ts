// Globs of settings and documents: what they match, which are refused, and that no path makes one slow.
import picomatch from 'picomatch';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { readConfig } from '../../src/core/config/config.ts';
import { DEFAULTS } from '../../src/core/config/defaults.ts';
import { matchesGlob } from '../../src/core/config/documents.ts';
import { compileGlob, globFault } from '../../src/core/config/globs.ts';
import { PRESETS } from '../../src/core/gate/presets.ts';
import { Problem } from '../../src/core/problem.ts';

const PATHS = [
  'a',
  'b',
  'a/b',
  'a/b.md',
  'a/.b/c.md',
  '.github/x.yml',
  'docs/phases/phase1.md',
  'docs/x/y/phase-2.md',
  'docs/decisions.md',
  'decisions.md',
  'x/adr/0001-use.md',
  'adr/a/b.md',
  'db/migrate/1_x.rb',
  'src/migrations/a/1.sql',
  'schema.prisma',
  'x.schema.json',
  'deploy/Dockerfile',
  'Dockerfile.dev',
  'a[1].md',
  'a b.md',
  'a+b$.md',
  '{x}.md',
  'phase/1/x',
  'über/ä.md',
];

const GLOBS = [
  ...Object.values(DEFAULTS.documents).flat(),
  ...Object.values(PRESETS).flat(),
  '*',
  '**',
  '*/*',
  '**/*',
  'a/**',
  '**/a',
  'a/**/b',
  '**/b.*',
  '**.md',
  'docs/**.md',
  'a?b.md',
  '?',
  'a[[]1].md',
  '[ab]',
  '[^a]',
  '[a-c]/b.md',
  'phase/[0-9]/*',
  '{a,b}',
  '{a,b}/{b,c}.md',
  '{docs,{x,y}/adr}/**/*.md',
  'docs/{phases/,}phase*.md',
  '*.{md,txt}',
  'a+b$.md',
  '*b*',
  'üb*/*.md',
  '*e*i*s*',
];

for (const glob of GLOBS)
  test(`${glob} matches what it does in picomatch`, () => {
    const [ours, theirs] = [compileGlob(glob), picomatch(glob, { dot: true })];
    for (const path of PATHS) assert.is(ours(path), theirs(path), path);
  });

for (const [glob, path, isMatch] of [
  ['v{1..12}/x', 'v12/x', true],
  ['v{1..12}/x', 'v13/x', false],
  ['v{01..12}/x', 'v03/x', true],
  ['{a..c}.md', 'b.md', true],
  ['app/\\(auth\\)/*', 'app/(auth)/page.tsx', true],
  ['{x}.md', '{x}.md', true],
  ['[!a]', 'a', false],
  ['[!a]', 'b', true],
  ['*/b*/**', 'a/b', true],
  ['*/b*/**', 'a/b/c', true],
  ['a{b', 'a{b', true],
  ['a[b', 'a[b', true],
] as const)
  test(`${glob} ${isMatch ? 'matches' : 'does not match'} ${path}`, () =>
    assert.is(compileGlob(glob)(path), isMatch));

const REFUSED = [
  '(a+)+$',
  '+(a|aa)*',
  '@(a|b)/c',
  '!(x).md',
  '*(*(a))b',
  '?(a)',
  'docs/(x).md',
  '!docs/**',
  '{1..99999}',
  '{1..60}/{1..60}',
  '{-900..900}',
  'a'.repeat(201),
  '{a,(b|c)}',
];

for (const glob of REFUSED) {
  test(`${glob.slice(0, 30)} in the settings is a fault that says so`, async () => {
    for (const settings of [{ documents: { decisions: glob } }, { gate: { paths: ['a', glob] } }]) {
      const fault = await readConfig([JSON.stringify(settings), null]).catch((error) => error);
      assert.instance(fault, Problem);
      assert.is(fault.text.why.length, 1);
    }
  });
  test(`${glob.slice(0, 30)} in a document matches nothing`, () => {
    for (const path of [...PATHS, glob, 'a'.repeat(60)]) assert.not(matchesGlob(glob, path));
  });
}

test('our own globs are fine', () => {
  for (const glob of GLOBS) assert.is(globFault(glob), null, glob);
});

test('more than 200 globs are a fault', async () => {
  const settings = { gate: { paths: Array.from({ length: 201 }, (_, at) => `a${at}`) } };
  assert.instance(await readConfig([JSON.stringify(settings), null]).catch((error) => error), Problem);
});

// A backtracking matcher needs years for these.
for (const [glob, unit] of [
  ['*a*a*a*a*a*a*a*a*a*a*a*a*b', 'a'],
  ['**/a/**/a/**/a/**/a/**/a/**/b', 'a/'],
  ['{a,aa,aaa}{a,aa,aaa}{a,aa,aaa}*{a,aa}*{a,aa}*b', 'a'],
  ['{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}*c', 'ab'],
  ['{*,**}{*,**}{*,**}{*,**}x', 'a/'],
] as const)
  test(`${glob} is done with a long path at once`, () => {
    const matches = compileGlob(glob);
    const start = performance.now();
    for (let length = 4000; length < 4020; length++) assert.not(matches(unit.repeat(length)));
    assert.ok(performance.now() - start < 2000);
  });

test.run();
