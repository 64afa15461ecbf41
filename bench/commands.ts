// What is measured of the commands: the brief, and those that read a range.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { createFolder, type TestRepository } from '../test/helpers/repository.ts';
import { OURS } from './groups.ts';
import { type Contender, type Group, timed } from './measure.ts';
import { COMMITLINT, installPeer } from './peers.ts';
import { bareNode, CLI, copyOf, installOurs, type Program, runCli, runProgram } from './programs.ts';

const BRIEF = { must: 3 };
const CHECK = 1.5;
const WHY = 2;
// A garbage collector's choice of moment is worth a quarter of the heap.
const MEMORY = { must: 1.25 };

/**
 * The brief as a whole, its git processes run by hand one after the other, and what is left of it without
 * them.
 */
export function briefs(plain: TestRepository): Group {
  const project = installOurs(copyOf(plain));
  // As an agent's session start runs it.
  const brief = { name: 'node', args: ['.git/handoff-hooks/bundle/cli.js', 'brief'] };
  const script = recordGit(project, brief);
  const byHand = () => runProgram(project, { name: 'sh', args: [script] });
  return {
    title: 'brief',
    contenders: [
      bareNode(project),
      { name: `${OURS}, as a whole`, take: timed(() => runProgram(project, brief)) },
      { name: 'its git processes by hand', take: timed(byHand) },
      {
        name: `${OURS}, without its git processes`,
        derive: ([, whole = 0, git = 0]) => whole - git,
        ...BRIEF,
      },
    ],
  };
}

/** Path of a script that starts git just as a program does, with the same standard input. */
function recordGit(project: TestRepository, program: Program): string {
  const folder = createFolder();
  const real = project.run('sh', ['-c', 'command -v git']).stdout.trim();
  // Only cat-file is asked in writing; on a pipe that nobody closes tee would wait for ever.
  const wrapper = `#!/bin/sh
printf '%s\\0' "$@" >'${folder}/'$$.args
case " $* " in *' cat-file '*) tee '${folder}/'$$.input | '${real}' "$@" ;; *) exec '${real}' "$@" ;; esac
`;
  writeFileSync(join(folder, 'git'), wrapper, { mode: 0o755 });
  const env = { PATH: [folder, project.env.PATH].join(delimiter) };
  runProgram(project, { ...program, env });
  const script = join(folder, 'script');
  writeFileSync(script, linesOf(folder).join(''));
  return script;
}

function linesOf(folder: string): string[] {
  const names = readdirSync(folder);
  const calls = names.filter((name) => name.endsWith('.args'));
  return calls.map((name) => {
    const args = readFileSync(join(folder, name), 'utf8').split('\0').slice(0, -1);
    const input = name.replace('.args', '.input');
    const from = names.includes(input) ? join(folder, input) : '/dev/null';
    return `git ${args.map(quoted).join(' ')} <${quoted(from)} >/dev/null\n`;
  });
}

const quoted = (word: string): string => `'${word.replaceAll("'", "'\\''")}'`;

/** Commands over the last so many commits, against the least that git needs to read them. */
export function ranges(project: TestRepository, commits: number, peers: string | null): readonly Group[] {
  const range = `HEAD~${commits}..HEAD`;
  const log = { name: 'git', args: ['log', '--raw', '--numstat', range] };
  const groupOf = (command: string, must: number, others: readonly Contender[] = []): Group => ({
    title: `${command} over ${inWords(commits)} commits`,
    contenders: [
      { name: '`git log --raw --numstat`', take: timed(() => runProgram(project, log)) },
      { name: OURS, take: timed(() => runCli(project, command, range)), must },
      ...others,
    ],
  });
  const linted = peers === null ? [] : [lintedRange(project, commits, peers)];
  return [groupOf('check', CHECK, linted), groupOf('why', WHY), memories(project, commits)];
}

function lintedRange(project: TestRepository, commits: number, prefix: string): Contender {
  installPeer(COMMITLINT, project, prefix);
  const args = ['--from', `HEAD~${commits}`];
  const lint = () => runProgram(project, { name: './node_modules/.bin/commitlint', args });
  return { name: '`commitlint --from`', take: timed(lint) };
}

function memories(project: TestRepository, commits: number): Group {
  const peakOver = (count: number) => ({
    name: `${inWords(count)} commits`,
    take: () => peakOf(project, 'check', `HEAD~${count}..HEAD`),
  });
  return {
    title: 'memory of check, node alone',
    unit: 'MB',
    contenders: [peakOver(commits / 2), { ...peakOver(commits), ...MEMORY }],
  };
}

/** The most that our node process held, in MB, its children not counted. */
function peakOf(project: TestRepository, ...args: string[]): number {
  // getrusage would count what the process held before it became node.
  const report = `import { readFileSync } from 'node:fs';
process.on('exit', () => console.error(readFileSync('/proc/self/status', 'utf8')));`;
  const preload = `data:text/javascript,${encodeURIComponent(report)}`;
  const { status, stderr } = project.run('node', ['--import', preload, CLI, ...args]);
  const peak = /VmHWM:\s+(\d+) kB/.exec(stderr)?.[1];
  if (status !== 0 || peak === undefined) throw new Error(`no peak of ${args.join(' ')}: ${stderr}`);
  return Number(peak) / 1024;
}

const inWords = (count: number): string => count.toLocaleString('en');
