// The house: which room may import what, who may exit, and that every test runs.
import { readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { dirname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { test } from 'uvu';
import * as assert from 'uvu/assert';

const root = fileURLToPath(new URL('..', import.meta.url));

const listFiles = (folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length));

const source = (file: string): string => readFileSync(join(root, file), 'utf8');

type Import = { readonly name: string; readonly isType: boolean };

function importsOf(file: string): Import[] {
  const statement =
    /(?:^|\n)\s*(?:import|export)\s+(type\s)?[^'";]*?from\s+'([^']+)'|(?:^|\n)import\s+'([^']+)'|\bimport\(\s*'([^']+)'\s*\)/g;
  return [...source(file).matchAll(statement)].map((match) => ({
    name: match[2] ?? match[3] ?? match[4] ?? '',
    isType: match[1] !== undefined,
  }));
}

/** A relative import as a path from the root, such as `src/core/types.ts`; a package by its name. */
const target = (file: string, name: string): string =>
  name.startsWith('.') ? normalize(join(dirname(file), name)) : name;

const PURE = [
  'conventional-commits-parser',
  'date-fns',
  'fastest-levenshtein',
  'smol-toml',
  'stemmer',
  'valibot',
  'yaml',
];

const ROOMS: Readonly<
  Record<string, { readonly rooms: readonly string[]; readonly packages: readonly string[] }>
> = {
  'src/core/': { rooms: ['src/core/'], packages: PURE },
  'src/agents/': { rooms: ['src/agents/', 'src/core/'], packages: [] },
  'src/git/': {
    rooms: ['src/git/', 'src/core/types.ts', 'src/core/problem.ts', 'src/core/wording/command.ts'],
    packages: ['node:child_process', 'node:fs', 'node:os', 'node:path', 'simple-git'],
  },
  'src/effects/': {
    rooms: [
      'src/effects/',
      'src/git/',
      'src/core/types.ts',
      'src/core/problem.ts',
      'src/core/unseen.ts',
      'src/core/wording/command.ts',
    ],
    packages: [
      'node:fs',
      'node:tty',
      'node:path',
      'node:os',
      'node:buffer',
      'node:crypto',
      'node:stream',
      'node:child_process',
      'node:vm',
      'inquirer',
    ],
  },
  'src/read/': {
    rooms: ['src/read/', 'src/core/', 'src/git/', 'src/effects/', 'src/agents/'],
    packages: ['date-fns', 'node:path'],
  },
  'src/mcp/': {
    rooms: ['src/mcp/', 'src/core/', 'src/effects/'],
    packages: ['@modelcontextprotocol/server', '@valibot/to-json-schema', 'valibot'],
  },
  'src/commands/': { rooms: ['src/'], packages: ['date-fns', 'node:path'] },
  'src/start.ts': { rooms: [], packages: ['node:fs', 'node:path', 'node:v8', 'node:vm'] },
  'src/argv.ts': { rooms: ['src/commands/session.ts', 'src/core/'], packages: ['node:util'] },
  'src/cli.ts': {
    rooms: [
      'src/argv.ts',
      'src/commands/',
      'src/core/problem.ts',
      'src/core/types.ts',
      'src/core/wording/',
      'src/effects/say.ts',
      'src/read/starter.ts',
      'src/read/missing.ts',
    ],
    packages: ['node:path', 'node:url'],
  },
};

const roomOf = (file: string): string => Object.keys(ROOMS).find((room) => file.startsWith(room)) ?? '';

const isAllowed = (file: string, name: string): boolean => {
  const { rooms, packages } = ROOMS[roomOf(file)] ?? { rooms: [], packages: [] };
  const path = target(file, name);
  if (name.startsWith('.')) return path !== 'src/cli.ts' && rooms.some((room) => path.startsWith(room));
  return packages.some((allowed) => name === allowed || name.startsWith(`${allowed}/`));
};

const files = listFiles('src');

test('every source file stands in a room', () => {
  assert.ok(files.length > 10);
  assert.equal(
    files.filter((file) => roomOf(file) === ''),
    [],
  );
});

test('a room imports only what it may know', () => {
  const strays = files.flatMap((file) =>
    importsOf(file)
      .filter(({ name }) => !isAllowed(file, name))
      .map(({ name }) => `${file} imports ${name}`),
  );
  assert.equal(strays, []);
});

test('node’s own modules are imported by their full names', () => {
  const bare = files.flatMap((file) =>
    importsOf(file)
      .filter(({ name }) => builtinModules.includes(name))
      .map(({ name }) => `${file}: ${name}`),
  );
  assert.equal(bare, []);
});

/** Files that lead back to themselves by what they import. */
function inCircles(imports: ReadonlyMap<string, readonly string[]>): string[] {
  const reachedFrom = (file: string): ReadonlySet<string> => {
    const reached = new Set(imports.get(file) ?? []);
    for (const one of reached) for (const next of imports.get(one) ?? []) reached.add(next);
    return reached;
  };
  return [...imports.keys()].filter((file) => reachedFrom(file).has(file));
}

test('no files import one another in a circle, types included', () => {
  const relative = (file: string) =>
    importsOf(file).flatMap(({ name }) => (name.startsWith('.') ? target(file, name) : []));
  assert.equal(inCircles(new Map(files.map((file) => [file, relative(file)]))), []);
  assert.equal(
    inCircles(
      new Map([
        ['a', ['b']],
        ['b', ['c', 'a']],
        ['c', []],
      ]),
    ),
    ['a', 'b'],
  );
});

// Lines of each room at most; a room over its budget is a reason to look for what is said twice. Tables of
// words count apart: a language is data.
const BUDGETS: Readonly<Record<string, number>> = {
  'src/core/brief/': 3130,
  'src/core/claims/': 2311,
  'src/core/config/': 762,
  'src/core/context/': 1703,
  'src/core/dates/': 593,
  'src/core/decide/': 1340,
  'src/core/decisions/': 3423,
  'src/core/draft/': 4003,
  'src/core/drift/': 931,
  'src/core/gate/': 1103,
  'src/core/guards/': 1642,
  'src/core/head/': 3156,
  'src/core/init/': 348,
  'src/core/install/': 1849,
  'src/core/markdown/': 791,
  'src/core/merge/': 596,
  'src/core/message/': 287,
  'src/core/page/': 613,
  'src/core/phases/': 850,
  'src/core/quiet/': 257,
  'src/core/signals/': 2156,
  'src/core/verdict/': 314,
  'src/core/wording/': 2510,
  'src/core/words/': 2466,
  'src/core/': 993,
  'src/agents/': 786,
  'src/git/': 1598,
  'src/effects/': 2771,
  'src/mcp/': 237,
  'src/read/': 3190,
  'src/commands/': 2793,
  'src/': 317,
};

test('a room keeps to its budget of lines', () => {
  const rooms = Object.keys(BUDGETS).sort((a, b) => b.length - a.length);
  const counted = new Map<string, number>();
  for (const file of files) {
    const room = rooms.find((one) => file.startsWith(one)) ?? '';
    counted.set(room, (counted.get(room) ?? 0) + source(file).split('\n').length - 1);
  }
  const over = [...counted].filter(([room, lines]) => lines > (BUDGETS[room] ?? 0));
  assert.equal(over, []);
});

test('no comment is wider than 110 columns', () => {
  const wide = [...files, ...listFiles('test'), ...listFiles('bench')].flatMap((file) =>
    source(file)
      .split('\n')
      .flatMap((line, at) =>
        line.length > 110 && /^\s*(?:\/\/ |\/?\*)/.test(line) && !/https?:|biome-ignore/.test(line)
          ? [`${file}:${at + 1}`]
          : [],
      ),
  );
  assert.equal(wide, []);
});

// Comments and texts may name these things; code may not.
const code = (file: string): string =>
  source(file)
    .replace(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$/gm, '')
    .replace(/'(?:[^'\\\n]|\\.)*'/g, "''");

test('only cli.ts, and what starts it, exits, reads argv or the environment', () => {
  const outside = files.filter(
    (file) =>
      !['src/cli.ts', 'src/start.ts'].includes(file) &&
      /\bprocess\.(?:exit|exitCode|argv|env|cwd)\b/.test(code(file)),
  );
  assert.equal(outside, []);
});

test('the core knows no clock and no process', () => {
  const impure = files.filter(
    (file) =>
      /^src\/(?:core|agents)\//.test(file) &&
      /\bprocess\b\.|\bDate\.now\b|new Date\(\)|\bMath\.random\b/.test(code(file)),
  );
  assert.equal(impure, []);
});

test('commands hold no regular expressions, no process and none of git’s arguments', () => {
  const found = files
    .filter((file) => /^src\/(?:commands|read)\//.test(file))
    .filter((file) =>
      /(?<![\w)\]])\/(?![/*\s])(?:[^/\\\n]|\\.)+\/[a-z]*[.,;)\s]|new RegExp|\bprocess\.|\b(?:tryGit|runGit|runGitBytes|streamGit)\(/.test(
        code(file),
      ),
    );
  assert.equal(found, []);
});

test('one door to git: only git/ starts a process by that name', () => {
  const spawners = files.filter((file) =>
    /(?:spawn|execFile)(?:Sync)?\(\s*''?git|(?:spawn|execFile)(?:Sync)?\('git'/.test(source(file)),
  );
  assert.equal(
    spawners.filter((file) => !file.startsWith('src/git/')),
    [],
  );
});

test('every test file runs its tests', () => {
  const silent = listFiles('test').filter(
    (file) => file.endsWith('.test.ts') && !/^\s*(?:\w+)\.run\(\);/m.test(source(file)),
  );
  assert.equal(silent, []);
  assert.ok(listFiles('test').filter((file) => file.endsWith('.test.ts')).length >= 3);
});

test.run();
