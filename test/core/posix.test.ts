// A glob as awk reads it fits the paths that the glob itself fits.
import { spawnSync } from 'node:child_process';
import * as fc from 'fast-check';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { compileGlob, globFault } from '../../src/core/config/globs.ts';
import { posixOf } from '../../src/core/config/posix.ts';

const PATHS = [
  'src/a.ts',
  'src/deep/er/a.test.tsx',
  'a.ts',
  'docs/x.md',
  'docs/décisions.md',
  'lib/[id]/page.tsx',
  'lib/i/page.tsx',
  'a+b (1).txt',
  'a^b$c.txt',
  'src',
  'src/',
  'x{y}',
  'app/7/v12.ts',
  'app/v2.ts',
];

const GLOBS = [
  'src/**',
  '**/*.ts',
  '**/*.{ts,tsx}',
  'src/*/a.ts',
  'src/*',
  '**',
  '*',
  '?.ts',
  'docs/décisions.md',
  'docs/*.md',
  'lib/[hi]/*.tsx',
  'lib/[!j]/page.tsx',
  'lib/\\[id\\]/page.tsx',
  'a+b*.txt',
  'a^b$c.txt',
  'x{y}',
  'app/**/v{1..12}.ts',
  '**/deep/**',
  '{src,docs}/**/*.{md,ts}',
];

/** Pairs, each held by awk. */
function heldByAwk(awk: readonly string[], pairs: readonly (readonly [string, string])[]): boolean[] {
  const [program = '', ...args] = awk;
  const { stdout, status } = spawnSync(program, [...args, 'BEGIN { FS = "\t" } { print ($2 ~ $1) }'], {
    input: pairs.map((pair) => `${pair.join('\t')}\n`).join(''),
    encoding: 'utf8',
    env: { PATH: process.env.PATH, LC_ALL: 'C' },
  });
  assert.is(status, 0);
  return stdout
    .trimEnd()
    .split('\n')
    .map((line) => line === '1');
}

const AWKS = [['awk'], ['mawk'], ['gawk'], ['busybox', 'awk']].filter(
  ([program = '', ...args]) => spawnSync(program, [...args, 'BEGIN { exit 0 }']).status === 0,
);

for (const awk of AWKS)
  test(`${awk.join(' ')} finds the paths that a glob finds`, () => {
    const pairs = GLOBS.flatMap((glob) => PATHS.map((path) => [glob, path] as const));
    const found = heldByAwk(
      awk,
      pairs.map(([glob, path]) => [posixOf(glob) ?? 'none', path]),
    );
    const wrong = pairs.filter(([glob, path], at) => found[at] !== compileGlob(glob)(path));
    assert.equal(wrong, []);
  });

test('any glob and any path agree', () => {
  const piece = fc.constantFrom(
    'a',
    'b',
    '.',
    '/',
    '*',
    '**',
    '?',
    '[ab]',
    '[!a]',
    '{a,b}',
    '+',
    '^',
    '$',
    '\\*',
    '-',
    'ü',
    '{',
    ']',
  );
  const glob = fc.array(piece, { minLength: 1, maxLength: 8 }).map((pieces) => pieces.join(''));
  const path = fc.array(fc.constantFrom('a', 'b', '.', '/', '*', '+', '^', '$', '-', 'ü', '{', ']'), {
    maxLength: 8,
  });
  const rows = fc.sample(
    fc.tuple(
      glob,
      path.map((pieces) => pieces.join('')),
    ),
    { numRuns: 3000, seed: 7 },
  );
  const held = rows.flatMap(([one, text]) => {
    const expression = globFault(one) === null && text !== '' ? posixOf(one) : null;
    return expression === null ? [] : [{ one, text, expression }];
  });
  assert.ok(held.length > 1500);
  const found = heldByAwk(
    AWKS[0] ?? [],
    held.map(({ expression, text }) => [expression, text]),
  );
  const isBytes = (one: string, text: string) => /[?[]/.test(one) && /[^ -~]/.test(text);
  const wrong = held.filter(
    ({ one, text }, at) => found[at] !== compileGlob(one)(text) && (found[at] || !isBytes(one, text)),
  );
  assert.equal(wrong, []);
});

test('a glob that is not used, or that awk may read otherwise, is left out', () => {
  for (const glob of ['!a', '(a|b)', '[a\\d]', 'x'.repeat(300)]) assert.is(posixOf(glob), null, glob);
});

test.run();
