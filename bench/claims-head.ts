// Whether what claims say is what the head of the file becomes: plays messages through real commits, each in
// a scratch repository of its own: `node --import tsx bench/claims-head.ts FILE.jsonl [FROM COUNT]`, after a
// build.
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createFolder, openRepository } from '../test/helpers/repository.ts';
import { type Expected, type Row, readRows } from './claims.ts';

const cli = fileURLToPath(new URL('../dist/cli.js', import.meta.url));
const HEAD = `# Session Context

**Updated:** 2026-03-04

## Current State

(states)

## Next

- Read the plan

## Current Blockers

(blockers)

## Gotchas

- Sacks are weighed wet

## Rejected

- A second queue

## Session Log
`;

// A unit that the message speaks of is in the file, and runs; one that it says has begun has not.
const statesOf = ({ message, says }: Row): string => {
  const named = says.flatMap(({ kind, id, unit }) =>
    id === undefined ? [] : [`${unit} ${id}: ${kind === 'phase-started' ? 'not started' : 'in progress'}`],
  );
  const other =
    /(?:phase|fase|фаза|этап|etap|faza|sprint|フェーズ|阶段)\s?\d+/iu.exec(message)?.[0] ?? 'Phase 90';
  const all = [...new Set(named.length > 0 ? named : [`${other}: in progress`])];
  return all.map((name) => `- ${name.charAt(0).toUpperCase()}${name.slice(1)}`).join('\n');
};

const blockersOf = ({ says }: Row): string =>
  says.flatMap(({ kind, text }) => (kind === 'unblocked' ? [`- ${text}`] : [])).join('\n') || 'None';

/** The lines of the head that a commit with this message adds, and those that it takes away. */
function play(row: Row): { readonly added: string[]; readonly gone: string[] } {
  const dir = createFolder('handoff-claims-');
  const repository = openRepository(dir);
  repository.git('init', '-q');
  const before = HEAD.replace('(states)', statesOf(row)).replace('(blockers)', blockersOf(row));
  repository.commit('docs: start', { 'SESSION_CONTEXT.md': before });
  repository.run('node', [cli, 'install']);
  const code = Array.from({ length: 120 }, (_, line) => `export const bin${line} = ${line};\n`).join('');
  repository.commit(row.message, { 'src/bins.ts': code });
  // What is not urgent waits for a few commits.
  repository.run('node', [cli, 'draft']);
  const after = readFileSync(join(dir, 'SESSION_CONTEXT.md'), 'utf8');
  rmSync(dir, { recursive: true, force: true });
  const [old, now] = [linesOf(before), linesOf(after)];
  return {
    added: now.filter((line) => !old.includes(line)),
    gone: old.filter((line) => !now.includes(line)),
  };
}

// The head ends where the log begins: the first section that the start of the file did not have.
function linesOf(text: string): string[] {
  const known: readonly string[] = (HEAD.match(/^#.*$/gm) ?? []).filter((line) => line !== '## Session Log');
  const lines = text.split('\n');
  const end = lines.findIndex((line) => /^#{1,2}\s/.test(line) && !known.includes(line));
  return lines
    .slice(0, end < 0 ? undefined : end)
    .filter((line) => line.trim() !== '' && !line.startsWith('**Updated'));
}

/** Of a unit, as the file begins with it. */
const lineOf = ({ id, unit = '' }: Expected): string =>
  `- ${unit.charAt(0).toUpperCase()}${unit.slice(1)} ${id}:`;

const IN_HEAD: readonly string[] = [
  'phase-done',
  'phase-started',
  'blocker',
  'unblocked',
  'next',
  'gotcha',
  'rejected',
];
const STATE = /^- (?:.{2,30}: (?:in progress|not started)$|.{2,40} (?:complete|in progress))/;

const counts = { asked: 0, found: 0, wrong: 0 };
const [path = '', from = '0', count = '40'] = process.argv.slice(2);
for (const row of readRows(path).slice(Number(from), Number(from) + Number(count))) {
  const { added, gone } = play(row);
  const isQuiet = added.length + gone.length === 0;
  const isAsSaid = isQuiet !== row.says.some(({ kind }) => IN_HEAD.includes(kind));
  const units = row.says.filter(({ kind }) => kind === 'phase-done');
  const changed = units.filter((one) => gone.some((line) => line.startsWith(lineOf(one))));
  counts.asked += units.length;
  counts.found += changed.length;
  const moved = row.says.filter(({ kind }) => kind.startsWith('phase-'));
  counts.wrong += gone.filter(
    (line) => STATE.test(line) && !moved.some((one) => line.startsWith(lineOf(one))),
  ).length;
  console.log(`${isAsSaid ? 'ok   ' : isQuiet ? 'LESS ' : 'FALSE'} ${JSON.stringify(row.message)}`);
  if (isQuiet) continue;
  for (const line of gone) console.log(`        - ${line}`);
  for (const line of added) console.log(`        + ${line}`);
}
const { asked, found, wrong } = counts;
const percent = (part: number, all: number): string => ((100 * part) / Math.max(1, all)).toFixed(1);
console.log(
  `phase-done in the head: ${found} of ${asked} (recall ${percent(found, asked)} %), ${wrong} false (precision ${percent(found, found + wrong)} %)`,
);
