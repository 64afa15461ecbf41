// One thing, one file: what stands in a directory stands in its list.
import { readdirSync } from 'node:fs';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { AGENTS } from '../src/agents/index.ts';
import { HOOKS } from '../src/commands/hook.ts';
import { argumentsOf, readsInput } from '../src/core/install/githooks.ts';
import { MANAGERS } from '../src/core/install/managers/index.ts';
import { INTO } from '../src/core/install/manifest.ts';

/** What the files of a directory export that has this key. */
async function exportsWith(directory: string, key: string): Promise<unknown[]> {
  const home = new URL(`../src/${directory}/`, import.meta.url);
  const files = readdirSync(home).filter((name) => name.endsWith('.ts'));
  const modules = await Promise.all(files.map((name) => import(new URL(name, home).href)));
  const values = modules.flatMap((module) => Object.values(module as object));
  return [...new Set(values)].filter(
    (value) => typeof value === 'object' && value !== null && !Array.isArray(value) && key in value,
  );
}

const sorted = (values: readonly unknown[]): string[] =>
  values.map((value) => (value as { readonly name: string }).name).sort();

test('every agent is listed', async () => {
  const found = await exportsWith('agents', 'marks');
  assert.ok(found.length > 5);
  assert.equal(sorted(AGENTS), sorted(found));
});

test('every hook manager is listed, and may be named', async () => {
  const found = await exportsWith('core/install/managers', 'addHooks');
  assert.ok(found.length > 3);
  assert.equal(sorted(MANAGERS), sorted(found));
  assert.equal([...INTO].sort(), ['git', 'husky', 'local', ...sorted(MANAGERS)].sort());
});

const namesIn = (path: string): string[] =>
  readdirSync(new URL(`../${path}`, import.meta.url), { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => name.replace(/\.ts$/, ''))
    .sort();

const OURS = namesIn('src/commands/hooks');

test('every hook has a script that git runs and a line in the list', () => {
  assert.ok(OURS.length > 4);
  assert.equal(namesIn('hooks'), OURS);
  assert.equal(Object.keys(HOOKS).sort(), OURS);
});

// https://git-scm.com/docs/githooks
const WITHOUT_ARGUMENTS = ['post-commit'];

test('every hook of ours says how many arguments git gives it', () => {
  for (const hook of OURS)
    assert.is(argumentsOf(hook).length > 0, !WITHOUT_ARGUMENTS.includes(hook), `ARGUMENTS of ${hook}`);
  assert.ok(OURS.some(readsInput));
});

test.run();
