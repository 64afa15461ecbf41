// What is shipped: the scripts of the built bundle.
import { readdirSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { fileURLToPath } from 'node:url';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { createRepository } from './helpers/repository.ts';

const DIST = new URL('../dist/', import.meta.url);
const scripts = readdirSync(DIST).filter((name) => name.endsWith('.js'));

test('the bundle has a script that starts it and one that has all', () => {
  for (const name of ['cli.js', 'main.js', 'hook.js']) assert.ok(scripts.includes(name), fileURLToPath(DIST));
});

for (const name of scripts)
  test(`${name} is spelled in ASCII, as it is read a byte a letter`, () => {
    const foreign = readFileSync(new URL(name, DIST)).findIndex((byte) => byte > 0x7f);
    assert.is(foreign, -1);
  });

// `require` with a name, or with anything else: `require(name)` finds what stands in the work tree above an
// installation.
const REQUIRE = /\brequire\((?:"([^"]*)"|'([^']*)'|`([^`$]*)`|([^)]*))\)/g;
const loads = (text: string): readonly (string | undefined)[] =>
  [...text.matchAll(REQUIRE)].map(([, ...names]) => names.slice(0, 3).find((name) => name !== undefined));

const SOURCES = /^\.\/(?:commands|hooks)\/[a-z-]+\.ts$/;
const isOurs = (name: string): boolean => SOURCES.test(name) || scripts.includes(name.replace(/^\.\//, ''));

for (const script of scripts)
  test(`${script} loads nothing but modules of Node and files of the bundle`, () => {
    const text = readFileSync(new URL(script, DIST), 'utf8');
    const foreign = loads(text).filter((name) => name === undefined || !(isBuiltin(name) || isOurs(name)));
    assert.equal(foreign, []);
    // `import(?:s|ed)?` is a piece of an expression.
    assert.not.match(text, /\bimport\((?!\?)|\bcreateRequire\(|\brequire\.resolve\(/);
  });

test('a name that is no module of Node is found among what is loaded', () => {
  assert.equal(loads(`try{a=require("supports-color")}catch{}require(name)`), ['supports-color', undefined]);
});

const licences = readFileSync(new URL('licenses.txt', DIST), 'utf8');
const ROOT = fileURLToPath(new URL('..', import.meta.url));
const about = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));

/** Name and version of every package that the sources load. */
async function readBundled(): Promise<readonly string[]> {
  const { build } = await import('esbuild');
  const { metafile } = await build({
    absWorkingDir: ROOT,
    entryPoints: ['src/cli.ts'],
    bundle: true,
    metafile: true,
    write: false,
    platform: 'node',
    format: 'esm',
    outdir: 'dist',
    external: ['supports-color'],
  });
  const [output] = Object.values(metafile.outputs);
  const paths = Object.entries(output?.inputs ?? {}).filter(([, { bytesInOutput }]) => bytesInOutput > 0);
  const folders = paths.flatMap(([path]) => /^node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? []);
  return [...new Set(folders)].map((folder) => {
    const { name, version } = JSON.parse(readFileSync(`${ROOT}${folder}/package.json`, 'utf8'));
    return `${name} ${version}`;
  });
}

test('the licence text of every package in the bundle ships', async () => {
  const packages = await readBundled();
  for (const name of ['conventional-commits-parser', 'date-fns', 'debug', 'inquirer', 'simple-git', 'yaml'])
    assert.ok(
      packages.some((one) => one.startsWith(`${name} `)),
      name,
    );
  const texts = `\n${licences}`.split(/\n(?=\S+ \d[^ \n]* \([^)\n]+\)\n)/);
  for (const one of packages) {
    const text = texts.find((text) => text.startsWith(`${one} (`)) ?? '';
    assert.match(text, /Permission (?:is hereby granted|to use, copy)|Redistribution and use/, one);
  }
});

test('the package ships them', () => {
  assert.ok(about.files.includes('dist'));
});

const namesIn = (path: string): string[] =>
  readdirSync(new URL(`../${path}`, import.meta.url), { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => name.replace(/\.ts$/, ''))
    .sort();
const HOOKS = namesIn('src/commands/hooks');
/** Files of the directory that are no command of their own. */
const NO_COMMANDS = ['directory', 'hook', 'session'];

test('every hook answers from the bundle: node ends with 11, and misses nothing', () => {
  const { run, commit, remove } = createRepository();
  commit('feat: a');
  for (const name of HOOKS) {
    const args = name === 'commit-msg' ? ['.git/COMMIT_EDITMSG'] : [];
    const words = [fileURLToPath(new URL('cli.js', DIST)), 'hook', name, ...args];
    const { status, stderr } = run('node', words, { HANDOFF_PROCESS: '1' });
    assert.is(status, 11, name);
    assert.not.match(stderr, /a fault of handoff-hooks/, name);
  }
  remove();
});

test('every command starts from the bundle', () => {
  const { run, remove } = createRepository();
  for (const name of namesIn('src/commands').filter((one) => !NO_COMMANDS.includes(one))) {
    const { status, stdout } = run('node', [fileURLToPath(new URL('cli.js', DIST)), name, '--help']);
    assert.is(status, 0, name);
    assert.match(stdout, name);
  }
  remove();
});

test.run();
