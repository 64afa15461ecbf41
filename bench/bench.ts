// The speed figures against their limits and against other people's hooks, in one run: `npm run bench`, or with
// `-- --short` a smoke test of the bench itself that asserts nothing about time.
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { createFolder, type TestRepository } from '../test/helpers/repository.ts';
import {
  briefs,
  checks,
  gatedCommits,
  peakOf,
  QUIET_TITLE,
  quietCommits,
  recordedCommits,
} from './groups.ts';
import { type Group, isMissed, measure, type Row } from './measure.ts';
import { installPeers } from './peers.ts';
import { describeMiss, drawBars, formatResults, formatTable } from './report.ts';
import { createProject } from './repositories.ts';

const { values } = parseArgs({ options: { short: { type: 'boolean' }, rounds: { type: 'string' } } });
const isShort = values.short === true;
const rounds = Number(values.rounds ?? (isShort ? 2 : 25));

// Every repository is made in a folder of its own, and goes with it.
const scratch = createFolder('handoff-bench-');
process.env.TMPDIR = scratch;
process.on('exit', () => rmSync(scratch, { recursive: true, force: true }));

type Plan = { readonly heading: string; readonly rounds: number; readonly groups: () => readonly Group[] };

const ordinary: Plan = {
  heading: 'An ordinary project: 200 files',
  rounds,
  groups: () => {
    const project = createProject();
    const peers = isShort ? null : installPeers(createFolder('handoff-peers-'));
    return [
      quietCommits(project, { peers }),
      gatedCommits(project, peers),
      recordedCommits(project),
      briefs(project),
    ];
  },
};

const few = Math.ceil(rounds / 3);

const large: readonly Plan[] = [
  {
    heading: 'Long ranges',
    rounds: few,
    groups: () => [checks(createProject({ commits: 10_010 }), 10_000)],
  },
  { heading: '50,000 tracked files', rounds: few, groups: () => everyRow(createProject({ files: 50_000 })) },
  {
    heading: '5,000 staged files',
    rounds: few,
    groups: () => [quietCommits(createProject({ files: 5_000 }), { files: 5_000 })],
  },
  {
    heading: '20,000 commits since the last update',
    rounds: few,
    groups: () => everyRow(createProject({ commits: 20_000 })),
  },
  {
    heading: 'A context file of 200 KB',
    rounds: few,
    groups: () => everyRow(createProject({ log: 200_000 })),
  },
];

const everyRow = (project: TestRepository): readonly Group[] => [
  quietCommits(project),
  gatedCommits(project),
  recordedCommits(project),
  briefs(project),
];

function run({ heading, rounds, groups }: Plan): Row[] {
  console.log(`\n## ${heading}\n`);
  const rows = groups().flatMap((group) => measure(group, rounds));
  console.log(formatTable(rows));
  return rows;
}

/** MB at most for `why`, over a tenth of the commits and over all of them. */
function measureMemory(commits: number): string {
  const project = createProject({ commits });
  const [part, all] = [commits / 10, commits - 1].map((count) =>
    peakOf(project, ['why', `HEAD~${count}..HEAD`]),
  );
  return `\`why\` held at most ${part?.toFixed(0)} MB over ${(commits / 10).toLocaleString('en')} commits and ${all?.toFixed(0)} MB over ${commits.toLocaleString('en')}.`;
}

const plans = isShort ? [ordinary] : [ordinary, ...large];
const tables = plans.map((plan) => ({ heading: plan.heading, rows: run(plan) }));
const memory = measureMemory(isShort ? 500 : 100_000);
console.log(`\n${memory}`);
if (!isShort) {
  writeFileSync(
    new URL('./results.md', import.meta.url),
    formatResults({ about: describeRun(), tables, memory }),
  );
  writeFileSync(
    new URL('./results.svg', import.meta.url),
    drawBars(tables[0]?.rows.filter(({ title }) => title === QUIET_TITLE) ?? []),
  );
  const missed = tables.flatMap(({ rows }) => rows).filter(isMissed);
  for (const row of missed) console.error(`bench: ${describeMiss(row)}`);
  if (missed.length > 0) process.exitCode = 1;
}

function describeRun(): string {
  const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
  const machine = `${cpus().length} cores (${cpus()[0]?.model.trim()})`;
  return `handoff-hooks ${version}, Node ${process.versions.node}, ${machine}, ${rounds} rounds in turns. Made by \`npm run bench\`; compare rows, not machines.`;
}
