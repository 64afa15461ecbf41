// The speed figures against their limits and against other people's hooks, in one run: `npm run bench`, or
// with `-- --short` a smoke test of the bench itself, of small repositories, that asserts nothing about time.
import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { createFolder } from '../test/helpers/repository.ts';
import { NO_HOOKS, OURS, QUIET_TITLE } from './groups.ts';
import { measure, outcomeOf, type Row } from './measure.ts';
import { type Plan, plansOf } from './plans.ts';
import { describeMiss, drawBars, formatResults, formatTable, type Table } from './report.ts';

const { values } = parseArgs({ options: { short: { type: 'boolean' }, rounds: { type: 'string' } } });
const isShort = values.short === true;
const rounds = Number(values.rounds ?? 21);
const scope = isShort
  ? { scale: 0.01, rounds: { warmUps: 1, counted: 1 }, hasPeers: false }
  : { scale: 1, rounds: { warmUps: 3, counted: rounds }, hasPeers: true };

const start = Date.now();
const scratch = createFolder('handoff-bench-');
process.on('exit', () => rmSync(scratch, { recursive: true, force: true }));
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(130));
process.env.TMPDIR = scratch;

// What the tables do not say by themselves.
const NOTES: readonly string[] = [
  'A ratio is to the first row of its kind, round by round. `misses`: the median is above the limit, and so are three rounds of four; `within the noise of`: the median alone.',
  '`brief` runs from the installation, as a session start runs it; `check` and `why` from the package, as CI does, where V8 may keep nothing.',
  '`brief` is held to its limit without git: its wall time less that of the same git processes, run by hand one after the other. The row of the whole has no limit.',
  '`commit-msg that needs node` is the hook alone, as git starts it, over a change of the architecture without a decision; the peer checks the message of the same commit.',
  'The empty sh hooks are two, commit-msg and post-commit, as ours in a commit are; the peers have commit-msg alone.',
  'Each commit has an author date of its own, a minute after the one before. A recorded commit follows a quiet one.',
];

const tables: Table[] = [];
for (const plan of plansOf(scope)) tables.push(await runPlan(plan));
const share = readQuietShare();
console.log(`\n${share}`);
const results = formatResults({ about: describeRun(), tables, notes: [share, ...NOTES] });
const rowsOfChart = tables[0]?.rows.filter(({ title }) => title === QUIET_TITLE) ?? [];
const chart = drawBars(rowsOfChart, { bare: NO_HOOKS, ours: OURS });
if (!isShort) {
  writeFileSync(new URL('./results.md', import.meta.url), results);
  writeFileSync(new URL('./results.svg', import.meta.url), chart);
  failOnMisses(tables);
}

/** In a folder of its own, which goes before the next plan makes its repositories. */
async function runPlan({ heading, rounds, groups }: Plan): Promise<Table> {
  console.log(`\n## ${heading}\n`);
  const folder = createFolder('handoff-plan-');
  process.env.TMPDIR = folder;
  const rows: Row[] = [];
  for (const group of groups()) rows.push(...(await measure(group, rounds)));
  process.env.TMPDIR = scratch;
  rmSync(folder, { recursive: true });
  console.log(formatTable(rows));
  return { heading, rows };
}

/** The sentence of bench/quiet.ts; throws where a commit is judged otherwise without node. */
function readQuietShare(): string {
  const program = fileURLToPath(new URL('./quiet.ts', import.meta.url));
  return execFileSync('node', ['--import', 'tsx', program], { encoding: 'utf8' }).trim();
}

function failOnMisses(tables: readonly Table[]): void {
  const missed = tables.flatMap(({ heading, rows }) =>
    rows.filter((row) => outcomeOf(row) === 'missed').map((row) => `${heading}: ${describeMiss(row)}`),
  );
  for (const miss of missed) console.error(`bench: ${miss}`);
  if (missed.length > 0) process.exitCode = 1;
}

function describeRun(): string {
  const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
  const machine = `${cpus().length} cores (${cpus()[0]?.model.trim()})`;
  const git = execFileSync('git', ['--version'], { encoding: 'utf8' }).trim();
  const minutes = ((Date.now() - start) / 60_000).toFixed(1);
  const few = Math.ceil(rounds / 3);
  return `handoff-hooks ${version}, Node ${process.versions.node}, ${git}, ${machine}. Made by \`npm run bench\` in ${minutes} minutes, ${rounds} rounds in turns (${few} in the large repositories) after two or three that do not count. Compare rows, not machines.`;
}
