// Prints the expressions that src/core makes at run time: of words, of other expressions, of `letters`.
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Expression } from './expression-verdicts.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const made = new Map<string, Expression>();
const Plain = RegExp;
globalThis.RegExp = new Proxy(Plain, {
  construct(target, given: [string | RegExp, string?]) {
    const one = Reflect.construct(target, given) as RegExp;
    made.set(String(one), { source: one.source, flags: one.flags, file: '(built)' });
    return one;
  },
});

for (const room of ['core', 'agents'])
  for (const file of readdirSync(`${root}src/${room}`, { recursive: true, encoding: 'utf8' }))
    if (file.endsWith('.ts')) await import(`${root}src/${room}/${file}`);

// Most of them are made when they are first used.
const { readRows } = await import('../../bench/claims.ts');
const { readClaims } = await import('../../src/core/claims/index.ts');
const { DEFAULTS } = await import('../../src/core/config/defaults.ts');
const { readContext } = await import('../../src/core/context/context.ts');
const { readDecisions } = await import('../../src/core/decisions/decisions.ts');
const { parseMessage } = await import('../../src/core/message/index.ts');
const { findSignals } = await import('../../src/core/signals/index.ts');

const fixtures = (room: string, end: string): string[] =>
  readdirSync(`${root}test/fixtures/${room}`, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith(end))
    .map((file) => `${root}test/fixtures/${room}/${file}`);

for (const file of fixtures('claims', '.jsonl'))
  for (const { message } of readRows(file).slice(0, 60)) {
    const files = [{ path: 'src/a.ts', status: 'M', added: 90, deleted: 3 }] as const;
    const commit = { sha: null, parents: ['0'], date: '2026-01-01T00:00:00Z', message, files };
    readClaims(parseMessage(message));
    findSignals({ commit, documents: [] }, parseMessage(message), DEFAULTS);
  }
for (const file of [...fixtures('contexts', '.md').slice(0, 8), `${root}docs/decisions.md`]) {
  const text = readFileSync(file, 'utf8');
  readContext(text);
  readDecisions([{ path: 'docs/decisions.md', text }]);
}

process.stdout.write(JSON.stringify([...made.values()]));
