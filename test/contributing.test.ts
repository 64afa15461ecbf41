// The recipes of CONTRIBUTING.md, carried out word for word in a copy of the sources: all of them together
// compile and work, and a recipe that lacks a part does not compile or fails a test.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { cleanEnvironment, createFolder, createRepository } from './helpers/repository.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const COPIED = [
  'src',
  'hooks',
  'test',
  'bench',
  'tools',
  'docs',
  'package.json',
  'tsconfig.json',
  'LICENSE',
  'README.md',
];

type Step = {
  readonly recipe: string;
  readonly path: string;
  /** Null for a new file. */
  readonly where: 'below' | 'above' | 'instead of' | null;
  /** How the line starts that the text goes beside. */
  readonly line: string;
  readonly text: string;
};

const STEP =
  /^(?:In `([^`]+)`, (below|above|instead of) `([^`]+)`|A new file `([^`]+)`):\n```\w+\n([\s\S]*?)^```$/gm;

const stepsOf = (document: string): Step[] =>
  document.split(/^### /m).flatMap((part) => {
    const recipe = part.slice(0, part.indexOf('\n'));
    return [...part.matchAll(STEP)].map(([, path, where, line = '', fresh, text = '']) => ({
      recipe,
      path: path ?? fresh ?? '',
      where: (where as Step['where']) ?? null,
      line,
      text,
    }));
  });

const STEPS = stepsOf(readFileSync(join(ROOT, 'CONTRIBUTING.md'), 'utf8'));
const RECIPES = [...new Set(STEPS.map(({ recipe }) => recipe))];

function carryOut(home: string, { path, where, line, text }: Step): void {
  const file = join(home, path);
  if (where === null) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    return;
  }
  const before = readFileSync(file, 'utf8');
  const start = before.startsWith(line) ? 0 : before.indexOf(`\n${line}`) + 1;
  assert.ok(start > 0 || before.startsWith(line), `${path} has no line that starts with ${line}`);
  const end = before.indexOf('\n', start) + 1;
  const [from, to] = { below: [end, end], above: [start, start], 'instead of': [start, end] }[where] as [
    number,
    number,
  ];
  writeFileSync(file, before.slice(0, from) + text + before.slice(to));
}

/** A copy of the sources after these steps. */
function copyWith(steps: readonly Step[]): string {
  const home = createFolder('handoff-recipes-');
  for (const name of COPIED) cpSync(join(ROOT, name), join(home, name), { recursive: true });
  symlinkSync(join(ROOT, 'node_modules'), join(home, 'node_modules'));
  cpSync(join(ROOT, 'test/fixtures/recipes/tr.txt'), join(home, 'src/core/words/tr.ts'));
  for (const step of steps) carryOut(home, step);
  return home;
}

const node = (home: string, ...args: string[]) =>
  spawnSync(process.execPath, args, { cwd: home, encoding: 'utf8', env: cleanEnvironment({}) });

/** The test that walks the directories. */
const WALKING = '^lists\\.test\\.ts$';

const compiles = (home: string) => node(home, 'node_modules/typescript/bin/tsc', '--noEmit');
const passes = (home: string, pattern: string) =>
  node(home, '--import', 'tsx', 'node_modules/uvu/bin.js', 'test', pattern);

const whole = copyWith(STEPS);

test('there are six recipes', () => {
  assert.equal(RECIPES, ['A language', 'A date format', 'A signal', 'A hook', 'A hook manager', 'An agent']);
});

test('all recipes together compile', () => {
  const { status, stdout } = compiles(whole);
  assert.is(status, 0, stdout);
});

test('with them the tests pass that are near to them', () => {
  const built = node(whole, 'tools/build.mjs');
  assert.is(built.status, 0, built.stderr);
  const { status, stdout } = passes(whole, `${WALKING}|core/(words/words|dates/dates|signals)\\.test\\.ts$`);
  assert.is(status, 0, stdout);
});

test('they work in what is built of them', () => {
  const cli = join(whole, 'dist/cli.js');
  const repository = createRepository();
  const run = (...args: string[]) => repository.run('node', [cli, ...args]);
  repository.commit('chore: start', {
    'SESSION_CONTEXT.md':
      '# Durum\n\n**Güncellendi:** 8-Nov-2025\n\n## Güncel Durum\n\n- Faz 1 sürüyor\n\n## Güncelleme Günlüğü\n\n### 8-Nov-2025\n\n- Başladık\n',
    'hooks.json': '{}\n',
    '.rules': '# Ours\n',
  });

  assert.is(run('install', '--into', 'hookster', '--agent', 'zed').status, 0);
  assert.match(repository.read('hooks.json'), /pre-rebase/);
  assert.match(repository.read('.rules'), /git handoff brief/);
  assert.is(run('install', '--into', 'git').status, 0);

  repository.commit('feat: faz 1 tamamlandı', { 'src/a.js': 'export const a = 1;\n', LICENSE: 'MIT\n' });
  const [judged = ''] = run('why', 'HEAD', '--json').stdout.split('\n');
  assert.ok(
    JSON.parse(judged).signals.some(({ rule }: { rule: string }) => rule === 'licence'),
    judged,
  );
  const context = repository.read('SESSION_CONTEXT.md');
  assert.match(context, /Faz 1 tamamlandı/);
  assert.match(context, /^### \d{1,2}-[A-Z][a-z]{2}-20(?!25)\d\d$/m);

  repository.git('checkout', '--quiet', '--force', '-b', 'side', 'HEAD~1');
  repository.commit('docs: a word', { 'a.txt': 'a\n' });
  const { stdout, stderr } = repository.run('git', ['rebase', '-']);
  assert.match(stdout + stderr, /handoff: rebasing onto -|handoff: rebasing onto @\{-1\}/);
  repository.remove();
});

// A signal or a date format is one row: without it nothing is there.
const PARTS = STEPS.filter(
  ({ recipe, where }) => where !== null && !['A date format', 'A signal'].includes(recipe),
);

for (const recipe of [...new Set(PARTS.map((step) => step.recipe))])
  test(`${recipe}: a forgotten line does not compile or fails a test`, () => {
    for (const left of PARTS.filter((step) => step.recipe === recipe)) {
      const home = copyWith(STEPS.filter((step) => step.recipe === recipe && step !== left));
      if (compiles(home).status !== 0) continue;
      assert.is.not(passes(home, WALKING).status, 0, `${left.path}: ${left.line}`);
    }
  });

test.run();
