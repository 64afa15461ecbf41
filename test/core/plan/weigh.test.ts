// Where the hooks' shell lets a commit pass without node, the full verdict is quiet: on real histories where they are
// at hand, on labelled commits, and on made-up ones that use every word that a rule listens for.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import fc from 'fast-check';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { readHistory, rebuildHistory } from '../../../bench/history.ts';
import { readLabelled } from '../../../bench/labelled.ts';
import { DEFAULTS } from '../../../src/core/config/defaults.ts';
import { HINTS } from '../../../src/core/plan/hints.ts';
import { samplesOf } from '../../../src/core/plan/sample.ts';
import { patternsOf } from '../../../src/core/plan/strengths.ts';
import type { Change, ChangedFile, Commit } from '../../../src/core/types.ts';
import { judgeChange } from '../../../src/core/verdict/judge.ts';
import { isUrgent } from '../../../src/core/verdict/verdict.ts';
import { openObjects } from '../../../src/git/blobs.ts';
import { readCommits } from '../../../src/git/log.ts';
import { readChange } from '../../../src/read/change.ts';
import { createFolder, openRepository } from '../../helpers/repository.ts';
import { LOG_FORM, logOf, openScales } from '../../helpers/scales.ts';

const real = new URL('../../../../shared/real/', import.meta.url);
const labelled = new URL('../../../../shared/corpus/dev-labelled.jsonl', import.meta.url);
const carried = new URL('../../../bench/history/demo.jsonl', import.meta.url);
const AWKS = ['mawk', 'gawk', 'busybox awk', 'original-awk', 'awk'].filter(
  (awk) => spawnSync('sh', ['-c', `${awk} 'BEGIN { exit }'`]).status === 0,
);

const FACTS = { config: DEFAULTS, contextPath: null };

/** Whether the rules make more of a commit than the shell says is possible. */
function isMoreThan(change: Change, bound: number | 'node'): boolean {
  if (bound === 'node') return false;
  const judged = judgeChange(change, { ...FACTS, decisions: () => [] });
  return !judged.isSettled && (isUrgent(judged) || Math.round(judged.weight * 100) > bound);
}

const histories = [
  carried,
  ...(existsSync(real) ? readdirSync(real) : [])
    .filter((name) => name.endsWith('.jsonl'))
    .map((name) => new URL(name, real)),
];

for (const history of histories)
  test(`no commit of ${history.pathname.split('/').at(-1)} weighs more than the shell says`, async () => {
    const dir = createFolder();
    rebuildHistory(readHistory(history), dir);
    const repository = openRepository(dir);
    const place = { cwd: dir, env: repository.env };
    const [scales, objects] = [openScales(), openObjects(place)];
    const wrong: string[] = [];
    let light = 0;
    for await (const commit of readCommits(place, ['HEAD'])) {
      const bound = scales.weigh(
        repository.git('diff-tree', '--root', '-r', '-M', '-c', '--no-abbrev', ...LOG_FORM, commit.sha),
      );
      if (bound !== 'node') light++;
      const change = await readChange(commit, DEFAULTS, objects.read);
      if (isMoreThan(change, bound)) wrong.push(commit.message);
    }
    for (const { close } of [scales, objects]) close();
    repository.remove();
    assert.equal(wrong, []);
    assert.ok(light > 0);
  });

test('no labelled commit weighs more than the shell says', () => {
  if (!existsSync(labelled)) return;
  const scales = openScales();
  const wrong = readLabelled(labelled.pathname).flatMap(({ sha, date, message, files }) => {
    const commit = { sha, parents: ['parent'], date, message, files };
    return isMoreThan({ commit, documents: [] }, scales.weigh(logOf(commit))) ? [message] : [];
  });
  scales.close();
  assert.equal(wrong, []);
});

const WORDS = Object.values(HINTS).flatMap((hint) =>
  patternsOf(hint).flatMap(({ pattern }) => samplesOf(pattern, 6)),
);
const PLAIN = ['the', 'a', 'list', 'of', 'things', '(#12)', '1.2', 'é', '—', '✅', 'Ünïcode', 'and', 'then'];
const SUBJECTS = [
  '',
  'feat: ',
  'fix(core): ',
  'schema: ',
  'chore(benchmark): ',
  'docs(phase): ',
  'chore!: ',
  'docs: ',
  'Add ',
  'Fix ',
  '[tag] ',
  '2026-01-02: ',
  'Release ',
];
const PATHS = [
  'src/a.ts',
  'src/types.ts',
  'test/a.test.ts',
  'README.md',
  'docs/plans/b.md',
  'db/schema.sql',
  'src/user_model.ts',
  'prisma/schema.prisma',
  'Dockerfile',
  'infra/helm/a.yaml',
  '.github/workflows/ci.yml',
  'package.json',
  'package-lock.json',
  'src/a.css',
  'tsconfig.json',
  'data/a.csv',
  'skills/a/SKILL.md',
  'bin/run',
  'notes.txt',
  'a b/ü.py',
  'vendor/x.js',
  'img/a.png',
  'migrations/1.sql',
  'docs/architecture.md',
  'docs/decisions.md',
  'docs/phases/phase1.md',
  'SESSION_CONTEXT.md',
];

const word = fc.oneof(fc.constantFrom(...WORDS), fc.constantFrom(...PLAIN));
const sentence = fc.array(word, { minLength: 1, maxLength: 7 }).map((words) => words.join(' '));
const file = fc.record({
  path: fc.constantFrom(...PATHS),
  status: fc.constantFrom('A', 'M', 'D', 'R', 'C' as const),
  added: fc.oneof(fc.nat(30), fc.nat(900)),
  deleted: fc.oneof(fc.nat(30), fc.nat(900)),
});
const commits = fc.record({
  start: fc.constantFrom(...SUBJECTS),
  subject: sentence,
  body: fc.array(sentence, { maxLength: 6 }),
  files: fc.uniqueArray(file, { minLength: 1, maxLength: 6, selector: ({ path }) => path }),
});

for (const awk of AWKS)
  test(`no commit weighs more than ${awk} says, whatever words and files it is made of`, () => {
    const scales = openScales(awk);
    const property = fc.property(commits, ({ start, subject, body, files }) => {
      const changed = files.map(
        (one): ChangedFile => (one.status === 'R' ? { ...one, from: `old/${one.path}` } : one) as ChangedFile,
      );
      const message = [`${start}${subject}`, '', ...body].join('\n');
      const commit: Commit = { sha: null, parents: ['parent'], date: '', message, files: changed };
      return !isMoreThan({ commit, documents: [] }, scales.weigh(logOf(commit)));
    });
    fc.assert(property, { numRuns: 150, seed: 7 });
    scales.close();
  });

test.run();
