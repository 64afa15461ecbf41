// The README: every command in it runs as it stands, every link leads somewhere, and its screens are those of
// a run.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { folded, readPicture, runScreens, textOf, timeless } from '../../bench/screens.ts';
import { CLI, createProject } from '../helpers/project.ts';
import { copyRepository } from '../helpers/repository.ts';

const ROOT = new URL('../../', import.meta.url);
const TEXT = readFileSync(new URL('README.md', ROOT), 'utf8');

// What the reader puts in place of a word in capitals.
const WORDS: Readonly<Record<string, string>> = { COMMAND: 'why' };

const fenced = [...TEXT.matchAll(/^```sh\n([\s\S]*?)^```$/gm)].flatMap(([, lines = '']) =>
  lines.trim().split('\n'),
);
const inline = [...TEXT.matchAll(/`((?:git handoff|HANDOFF=0) [^`]+)`/g)].map(([, line = '']) => line);
const OURS = [...new Set([...fenced, ...inline])].filter((line) => !line.startsWith('npm '));

/** As it is typed, in a clone whose node_modules has no copy of ours. */
const typed = (line: string): string =>
  line
    .replace(/\s+/g, ' ')
    .replace(/^npx handoff-hooks/, `"${process.execPath}" "${CLI}"`)
    .replace(/\b[A-Z]{4,}\b/g, (word) => WORDS[word] ?? word)
    .replace(/^HANDOFF=0 git commit$/, 'HANDOFF=0 git commit --allow-empty -m "chore: nothing"');

const template = createProject({ 'src/index.js': 'export {};\n' });
test.after(template.remove);

test('there are commands to run', () => assert.ok(OURS.length > 12, OURS.join('\n')));

for (const line of OURS)
  test(`\`${line.replace(/\s+/g, ' ')}\` runs as it stands`, () => {
    const repository = copyRepository(template);
    const { status, stderr } = repository.run('sh', ['-c', typed(line)]);
    assert.ok(status === 0 || status === 1, `${status} ${stderr}`);
    repository.remove();
  });

test('a fresh clone is set up by two commands', () => {
  assert.equal(
    fenced.filter((line) => line.startsWith('npm ')),
    ['npm ci && npm run demo', 'npm ci && npm test'],
  );
});

test('every command stands in the table', () => {
  const [, table = ''] = TEXT.split('\n## Commands\n');
  const rows = table.split('\n## ')[0]?.match(/^\| `[^|]*(?:\\\|[^|]*)*\|/gm) ?? [];
  const named = rows.flatMap((row) => [...row.matchAll(/`([a-z]+)[^`]*`/g)].map(([, name = '']) => name));
  const commands = readdirSync(new URL('src/commands/', ROOT), { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => name.replace(/\.ts$/, ''));
  assert.equal(
    named.sort(),
    commands.filter((name) => !['hook', 'session', 'directory'].includes(name)).sort(),
  );
});

test('every link leads to a file', () => {
  const links = [...TEXT.matchAll(/\]\(([^)#]+)\)/g)].map(([, path = '']) => path);
  assert.ok(links.length > 10);
  assert.equal(
    links.filter((path) => !path.startsWith('https:') && !existsSync(new URL(path, ROOT))),
    [],
  );
});

test('its screens are what a run prints: node --import tsx bench/screens.ts', () => {
  for (const { name, lines } of runScreens())
    assert.is(timeless(textOf(readPicture(name))), timeless(folded(lines).join('\n')), name);
});

test.run();
