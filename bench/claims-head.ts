// Whether what claims say is what the head of the file becomes: plays messages through real commits, each in a scratch
// repository of its own: `node --import tsx bench/claims-head.ts FILE.jsonl [FROM COUNT]`, after a build.
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createFolder, openRepository } from '../test/helpers/repository.ts';
import { type Row, readRows } from './claims.ts';

const cli = fileURLToPath(new URL('../dist/cli.js', import.meta.url));
const HEAD = `# Session Context

**Updated:** 2026-03-04

## Current State

(states)

## Next

- Read the plan

## Current Blockers

None

## Gotchas

- Sacks are weighed wet

## Session Log
`;

// A unit that the message speaks of is in the file, and is running.
const statesOf = ({ message, says }: Row): string => {
  const named = says.flatMap(({ id, unit }) => (id === undefined ? [] : [`${unit} ${id}`]));
  const other = /(?:phase|fase|фаза|faza|sprint)\s\d+/iu.exec(message)?.[0];
  const all = [...new Set(named.length > 0 ? named : [other ?? 'Phase 90'])];
  return all.map((name) => `- ${name.charAt(0).toUpperCase()}${name.slice(1)}: in progress`).join('\n');
};

/** The lines of the head that a commit with this message adds, and those that it takes away. */
function play(row: Row): { readonly added: string[]; readonly gone: string[] } {
  const dir = createFolder('handoff-claims-');
  const repository = openRepository(dir);
  repository.git('init', '-q');
  const before = HEAD.replace('(states)', statesOf(row));
  repository.commit('docs: start', { 'SESSION_CONTEXT.md': before });
  repository.run('node', [cli, 'install']);
  const code = Array.from({ length: 120 }, (_, line) => `export const bin${line} = ${line};\n`).join('');
  repository.commit(row.message, { 'src/bins.ts': code });
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

const [path = '', from = '0', count = '40'] = process.argv.slice(2);
for (const row of readRows(path).slice(Number(from), Number(from) + Number(count))) {
  const { added, gone } = play(row);
  const isQuiet = added.length + gone.length === 0;
  const isAsSaid = isQuiet === (row.says.length === 0);
  console.log(`${isAsSaid ? 'ok   ' : isQuiet ? 'LESS ' : 'FALSE'} ${JSON.stringify(row.message)}`);
  if (isQuiet) continue;
  for (const line of gone) console.log(`        - ${line}`);
  for (const line of added) console.log(`        + ${line}`);
}
