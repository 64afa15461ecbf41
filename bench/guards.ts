// What guards say of real histories: `node --import tsx bench/guards.ts [--list OUT.jsonl]
// NAME=REPOSITORY...`. The decisions below are such as a project of that kind takes; each guard is the one
// that their text asks for, as it is offered, in force from the first commit on. Each finding is held against
// git's own diff: a line that git does not call added, or that only moved, is a violation.
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { findBreaches, type Match } from '../src/core/guards/breaches.ts';
import { type Guard, parseGuard } from '../src/core/guards/guard.ts';
import { guardsAskedFor } from '../src/core/guards/offers.ts';
import type { Change } from '../src/core/types.ts';
import { createMatch } from '../src/effects/patterns.ts';
import { openObjects } from '../src/git/blobs.ts';
import { readNameBatches } from '../src/git/log.ts';
import { readRepository } from '../src/git/repository.ts';
import { readChanges, withGuarded } from '../src/read/change.ts';

const EVERYWHERE = [
  'No emojis in code',
  'Defer Docker to Phase 4+',
  'No Terraform before Phase 3',
  'No Kubernetes before Phase 5',
];
const SCRIPT = [
  'Undici, not Axios',
  'Replace Request with Undici',
  'Never import lodash',
  'Do not add a dependency on lodash',
  'Switch from Mocha to Vitest',
  'Switch from Tap to Borp',
  'Never import should',
  'Pug, not Jade',
  'Do not import connect',
  'Never import joi',
  'Never import ejs',
  'Never import proxyquire',
  'Do not import haml',
  'Never import supertest',
  'No dependency on coveralls',
  'Do not import semver',
  'Never import node:http',
  'No dependency on typescript',
];
const PYTHON = [
  'Never import pickle',
  'Never import simplejson',
  'Switch from Nose to Pytest',
  'Never import unittest',
  'Do not import chardet',
  'Never import urllib3',
  'Never import six',
  'Do not import importlib.metadata',
  'Never import typing_extensions',
  'No dependency on simplejson',
  'Always pass trust_remote_code',
  'Always pass `weights_only=True` to `torch.load`',
  'All subprocess.run calls must pass check=True',
  'Always pass timeout to requests.get',
  'Do not import bitsandbytes',
  'Never import deepspeed',
];
const GO = [
  'Never import io/ioutil',
  'Never import reflect',
  'Do not import github.com/spf13/viper',
  'Never import github.com/golang/protobuf',
  'No dependency on github.com/stretchr/testify',
  'No imports of unsafe',
  'Never import gopkg.in/yaml.v2',
  'Never import net/http/httputil',
];
const DECISIONS = [...EVERYWHERE, ...SCRIPT, ...PYTHON, ...GO];

function guardsOf(decisions: readonly string[]): Guard[] {
  return decisions.flatMap((title) =>
    guardsAskedFor(title, true).flatMap((text) => {
      const rule = parseGuard(text.replace(/ (?:until|from) [^/]*$/, ''));
      if ('reason' in rule) throw new Error(`${text}: ${rule.reason}`);
      return {
        ...rule,
        path: 'docs/decisions.md',
        line: 1,
        decision: { id: null, title },
        words: title,
        ended: null,
      };
    }),
  );
}

type Finding = {
  readonly repository: string;
  readonly sha: string;
  readonly decision: string;
  readonly guard: string;
  readonly path: string;
  readonly line: number | null;
  readonly what: string;
  /** The lines around it. */
  readonly text: string;
  /** Null: git calls the line added, in each parent's diff. */
  readonly violation: string | null;
};

type Scene = {
  readonly name: string;
  readonly dir: string;
  readonly guards: readonly Guard[];
  readonly match: Match;
};

function findingsIn({ name, dir, guards, match }: Scene, change: Change): Finding[] {
  return findBreaches(change, guards, match).map(({ guard, path, line, what }) => ({
    repository: name,
    sha: change.commit.sha ?? '',
    decision: guard.words,
    guard: guard.text,
    path,
    line,
    what,
    text: line === null ? '' : around(change, path, line),
    violation: violationOf(dir, change, { path, line }),
  }));
}

function around({ documents }: Change, path: string, line: number): string {
  const lines = linesOf(documents.find((one) => one.path === path)?.after ?? '');
  return lines
    .slice(Math.max(0, line - 3), line + 3)
    .join('\n')
    .slice(0, 600);
}

type Place = { readonly path: string; readonly line: number | null };

/** What git's own diff says against it. */
function violationOf(dir: string, { commit, documents }: Change, { path, line }: Place): string | null {
  const file = commit.files.find((one) => one.path === path);
  if (file === undefined) return 'the commit does not touch the file';
  if (line === null) return 'ARC'.includes(file.status) ? null : `the file is ${file.status}`;
  const text = linesOf(documents.find((one) => one.path === path)?.after ?? '')[line - 1] ?? '';
  const parents = commit.parents.length === 0 ? [EMPTY_TREE] : commit.parents;
  const faults = parents.flatMap((parent) =>
    faultIn(diffOf(dir, [parent, commit.sha ?? ''], [path, file.from ?? path]), line, text),
  );
  return faults[0] ?? null;
}

const linesOf = (text: string): string[] => text.split(/\r\n|\n|\r/);

const EMPTY_TREE = '4b825dc642cb6eb9a060e54bf8d69288fbee4904';

const diffOf = (dir: string, [from, to]: readonly [string, string], paths: readonly string[]): string =>
  execFileSync('git', ['-C', dir, 'diff', '-U0', '-M', '--no-ext-diff', from, to, '--', ...new Set(paths)], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });

// Of several equal lines two diffs may call different ones new: then there have to be more of them than
// before.
function faultIn(diff: string, line: number, text: string): string[] {
  const added = new Map<number, string>();
  const removed: string[] = [];
  let at = 0;
  for (const own of diff.split('\n')) {
    const hunk = /^@@ -\S+ \+(\d+)/.exec(own);
    if (hunk !== null) at = Number(hunk[1]);
    else if (own.startsWith('+') && !own.startsWith('+++ ')) added.set(at++, plain(own.slice(1)));
    else if (own.startsWith('-') && !own.startsWith('--- ')) removed.push(plain(own.slice(1)));
  }
  const count = (lines: Iterable<string>) => [...lines].filter((one) => one === plain(text)).length;
  if (count(added.values()) <= count(removed))
    return [added.has(line) ? `line ${line} only moved` : `line ${line} is not added`];
  return added.has(line) ? [] : [TIE];
}

const TIE = 'git calls another line of the same text added';

const plain = (line: string): string => line.replace(/\s+/g, ' ').trim();

async function judge(scene: Scene): Promise<{ readonly commits: number; readonly findings: Finding[] }> {
  const place = readRepository({ cwd: scene.dir, env: process.env }).place;
  const objects = openObjects(place);
  const findings: Finding[] = [];
  let commits = 0;
  const wanted = withGuarded(() => [], scene.guards);
  for await (const changes of readChanges(readNameBatches(place, ['HEAD']), wanted, objects.read)) {
    commits += changes.length;
    for (const change of changes) findings.push(...findingsIn(scene, change));
  }
  objects.close();
  return { commits, findings };
}

const args = process.argv.slice(2);
const list = args[0] === '--list' ? args[1] : undefined;
const repositories = args.slice(list === undefined ? 0 : 2).map((one) => one.split('='));
const guards = guardsOf(DECISIONS);
console.log(`${guards.length} guards of ${DECISIONS.length} decisions\n`);
console.log('| repository | commits | findings | violations | seconds |\n| --- | --- | --- | --- | --- |');
const all: Finding[] = [];
let total = 0;
for (const [name = '', dir = ''] of repositories) {
  const slow: string[] = [];
  const started = performance.now();
  const match = createMatch(({ source }) => slow.push(source));
  const { commits, findings } = await judge({ name, dir, guards, match });
  const told = findings.filter(({ violation }) => violation !== null);
  const violations = told.filter(({ violation }) => violation !== TIE);
  const seconds = ((performance.now() - started) / 1000).toFixed(0);
  console.log(`| ${name} | ${commits} | ${findings.length} | ${violations.length} | ${seconds} |`);
  for (const { sha, path, line, violation } of told)
    console.error(`see ${name} ${sha} ${path}:${line} ${violation}`);
  for (const source of slow) console.error(`slow ${source}`);
  all.push(...findings);
  total += commits;
}
console.log(
  `| all | ${total} | ${all.length} | ${all.filter(({ violation }) => violation !== null && violation !== TIE).length} | |\n`,
);
const counts = new Map<string, number>();
for (const { guard } of all) counts.set(guard, (counts.get(guard) ?? 0) + 1);
for (const [guard, count] of [...counts].sort((a, b) => b[1] - a[1]))
  console.log(`${String(count).padStart(6)}  ${guard}`);
if (list !== undefined) writeFileSync(list, all.map((one) => `${JSON.stringify(one)}\n`).join(''));
