// How much of what maintainers wrote when they updated their context file a draft says, made from the
// repository as it was before the update; next to `git log --oneline` and to the whole messages of the same
// commits: the share of the words that came with each update, and of the things (bench/things.ts).
// `node --import tsx bench/coverage.ts GIT_DIR… [--show] [--things] [--mixed] [--most=N]`.
import { DEFAULTS } from '../src/core/config/defaults.ts';
import { findDocuments, isDocument } from '../src/core/config/documents.ts';
import { readDecisions } from '../src/core/decisions/decisions.ts';
import { tellDocument } from '../src/core/draft/documents.ts';
import type { RangeDocument } from '../src/core/draft/index.ts';
import { isPaper } from '../src/core/draft/range.ts';
import { draftUpdate } from '../src/core/draft/update.ts';
import { orProblem, Problem } from '../src/core/problem.ts';
import type { Draft, OwedCommit } from '../src/core/types.ts';
import { judgeChange } from '../src/core/verdict/judge.ts';
import { readUpdate } from '../src/core/verdict/recorded.ts';
import { decideVerdict } from '../src/core/verdict/verdict.ts';
import { wordsOf } from '../src/core/wording/draft.ts';
import { type Objects, openObjects, readObjects } from '../src/git/blobs.ts';
import { type CommitAt, readCommits } from '../src/git/log.ts';
import { readPathsAt } from '../src/git/paths.ts';
import { tryGit } from '../src/git/run.ts';
import { readChange } from '../src/read/change.ts';
import { readRangeDocuments } from '../src/read/draft.ts';
import {
  pointsOf,
  pointsOfMessage,
  SOURCES,
  type Source,
  type SourceLine,
  type Thing,
  thingsOf,
} from './things.ts';

const options = process.argv.slice(2);
const isShown = options.includes('--show');
/** Each thing with where git knows it from, and the drafted line that says it. */
const isListed = options.includes('--things');
/** Updates made in the commit of the work itself, too: the draft is made of it without the context file. */
const isMixed = options.includes('--mixed');
const most = Number(options.find((word) => word.startsWith('--most='))?.slice(7) ?? 6);
const MOST_COMMITS = 40;
const NOTHING_KNOWN = { isTold: () => false, isUnderWay: () => false, isNamed: () => false };
/** Known things from which on an update has a share of its own. */
const FEWEST_KNOWN = 3;
/** Characters of one commit's changes that are looked at. */
const MOST_CHANGES = 3_000_000;

type Pair = {
  readonly path: string;
  readonly before: string;
  readonly after: string;
  readonly range: readonly CommitAt[];
  readonly update: CommitAt;
};

const scores: Score[] = [];
const told: (readonly Thing[])[] = [];
for (const dir of options.filter((word) => !word.startsWith('--'))) {
  const place = { cwd: dir, env: { ...process.env, GIT_DIR: dir } };
  const objects = openObjects(place);
  const pairs = await orProblem(readPairs(place, objects));
  if (pairs instanceof Problem) {
    console.error(`${dir}: left out, for git lacks some of its files`);
    continue;
  }
  for (const pair of spread(pairs, most)) {
    const { draft, commits, documents } = await draftOf(place, objects, pair);
    scores.push(score(pair, draft, documents));
    const things = readThings(place, pair, draft);
    told.push(things);
    if (isShown) show(dir, pair, draft, commits);
    if (isListed) list(dir, pair, things, documents);
  }
  objects.close();
}
report(scores);
reportThings(told);

type Place = Parameters<typeof readObjects>[0];

/** Updates that their authors wrote, each with the commits since the one before. */
async function readPairs(place: Place, { read }: Objects): Promise<Pair[]> {
  const commits: CommitAt[] = [];
  for await (const commit of readCommits(place, ['--reverse', '--topo-order', 'HEAD'])) commits.push(commit);
  const counts = new Map<string, number>();
  for (const { files } of commits)
    for (const { path, status } of files)
      if (status === 'M' && isDocument('context', path, DEFAULTS))
        counts.set(path, (counts.get(path) ?? 0) + 1);
  const [path] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? [];
  if (path === undefined) return [];
  const pairs: Pair[] = [];
  let range: CommitAt[] = [];
  for (const update of commits) {
    const file = update.files.find((one) => one.path === path);
    const [before = null, after = null] = file?.blobs === undefined ? [] : await read(file.blobs);
    const isUpdate = file !== undefined && readUpdate(before, after).isOwn;
    const isTold = before !== null && after !== null && wordsIn(addedText(before, after)).size >= 12;
    const alone = update.files.every((one) => /\.(?:md|markdown)$/i.test(one.path));
    const work = alone ? [] : [{ ...update, files: update.files.filter((one) => one.path !== path) }];
    const told = [...range, ...work];
    const isPair = isUpdate && isTold && (alone || isMixed);
    if (isPair && told.length > 0 && told.length <= MOST_COMMITS)
      pairs.push({ path, before: before ?? '', after: after ?? '', range: told, update });
    range = isUpdate ? (isMixed ? [] : work) : [...range, update];
  }
  return pairs;
}

// Evenly over the history.
function spread<One>(all: readonly One[], count: number): One[] {
  const step = Math.max(1, all.length / count);
  return all.filter((_, at) => Math.floor(at / step) !== Math.floor((at - 1) / step)).slice(0, count);
}

async function draftOf(place: Place, objects: Objects, { path, before, range, update }: Pair) {
  const config = DEFAULTS;
  const revision = range.at(-1)?.sha ?? '';
  const paths = readPathsAt(place, revision);
  const documents = (kind: 'phases' | 'decisions') => {
    const found = findDocuments(kind, paths, config);
    const texts = readObjects(
      place,
      found.map((one) => `${revision}:${one}`),
    );
    return found.flatMap((one, at) => (texts[at] == null ? [] : [{ path: one, text: texts[at] ?? '' }]));
  };
  const known = documents('decisions');
  const commits: OwedCommit[] = [];
  for (const commit of range) {
    const change = await readChange(commit, config, objects.read);
    const judged = judgeChange(change, { config, decisions: () => readDecisions(known), contextPath: null });
    if (judged.needsNoRecord) continue;
    const verdict = decideVerdict(judged, { weight: 0, limit: config.debt.limit });
    commits.push({ commit, message: judged.message, verdict, documents: change.documents });
  }
  const facts = {
    now: update.date,
    ...(await readRangeDocuments({ objects, config }, commits, path)),
    phases: documents('phases'),
    decisions: () => readDecisions(known),
  };
  const draft = await orProblem((async () => draftUpdate({ path, text: before }, commits, facts, config))());
  return { draft: draft instanceof Problem ? null : draft, commits, documents: facts.documents };
}

function readThings(place: Place, { before, after, path, range }: Pair, draft: Draft | null): Thing[] {
  const sources = range.flatMap((commit) => sourcesOf(place, commit, path));
  const known = new Set(pointsOf(before));
  const drafted = pointsOf(draft?.text ?? '')
    .filter((point) => !known.has(point))
    .flatMap((point) => point.split('; '));
  return thingsOf(before, after, { sources, drafted });
}

// What a commit brought: its message, and the lines that it added.
function sourcesOf(place: Place, { sha, message, files }: CommitAt, contextPath: string): SourceLine[] {
  const id = sha.slice(0, 7);
  const paths = files.map(({ path }) => path).filter((path) => path !== contextPath);
  const show = (where: readonly string[]) =>
    tryGit(place, [
      'show',
      '--format=',
      '-U0',
      '--no-color',
      '--no-ext-diff',
      '-m',
      '--first-parent',
      sha,
      ...where,
    ]);
  const all = show(['--', ':/', `:(exclude,literal,top)${contextPath}`, ':(exclude,glob)**/*lock*']);
  // Some of its files may be too large to be here.
  const changes = (all ?? paths.map((path) => show(['--', path]) ?? '').join('')).slice(0, MOST_CHANGES);
  const added = changes.split(/^diff --git .*\n/m).flatMap((change): SourceLine[] => {
    const path = /^\+\+\+ b\/(.*)$/m.exec(change)?.[1];
    if (path === undefined) return [];
    const text = [...change.matchAll(/^\+(?!\+\+ )(.*)$/gm)].map(([, line = '']) => line).join('\n');
    const source: Source = isPaper(path) ? 'document' : 'code';
    const points = source === 'document' ? pointsOf(text) : text.split('\n');
    return points.map((point) => ({ source, from: `${id} ${path}`, text: point.slice(0, 2000) }));
  });
  return [
    ...pointsOfMessage(message).map((text): SourceLine => ({ source: 'message', from: id, text })),
    ...added.sort((a, b) => b.source.localeCompare(a.source)),
    ...paths.map((text): SourceLine => ({ source: 'path', from: id, text: text.replace(/\W+/g, ' ') })),
  ];
}

function list(
  dir: string,
  { update }: Pair,
  things: readonly Thing[],
  documents: readonly RangeDocument[],
): void {
  const rows = things.map(({ text, known, said }) => {
    if (known === null) return `  unknown  ${text.slice(0, 200)}`;
    const from = `           ${known.source} ${known.from}: ${known.text.slice(0, 200)}`;
    return said === null
      ? `  MISSED   ${text.slice(0, 200)}\n${from}`
      : `  said     ${text.slice(0, 200)}\n${from}\n           draft: ${said.slice(0, 200)}`;
  });
  const read = documents.flatMap((one) => [
    `  ${one.before === null ? 'new' : 'changed'} ${one.path}`,
    ...tellDocument(one, wordsOf('en'), NOTHING_KNOWN).flatMap(({ label, text, details }) =>
      [`${label ?? '-'} ${text}`, ...details].map((line) => `      ${line.slice(0, 200)}`),
    ),
  ]);
  console.log(`\n=== ${dir} ${update.sha.slice(0, 7)}: things\n${[...rows, ...read].join('\n')}`);
}

function saidOf(things: readonly Thing[]): number {
  return things.filter(({ said }) => said !== null).length;
}
function share(part: number, whole: number): string {
  return `${((100 * part) / (whole || 1)).toFixed(1)} %`;
}

function reportThings(updates: readonly (readonly Thing[])[]): void {
  const all = updates.flat();
  const known = updates.map((things) => things.filter((one) => one.known !== null));
  const rows = SOURCES.map((source) => {
    const from = known.flat().filter((one) => one.known?.source === source);
    return `${source} ${saidOf(from)} of ${from.length}`;
  });
  const shares = known
    .filter(({ length }) => length >= FEWEST_KNOWN)
    .map((things) => saidOf(things) / things.length);
  const mean = shares.reduce((sum, one) => sum + one, 0);
  const [part, whole] = [saidOf(known.flat()), known.flat().length];
  console.log(
    `${all.length} things written, git knows ${whole}, drafts say ${part} (${share(part, whole)}; an update ${share(mean, shares.length)}): ${rows.join(', ')}`,
  );
}

type Score = {
  readonly written: number;
  /** Of the words written, those that the messages, the documents of the range or its paths hold. */
  readonly known: number;
  readonly drafted: number;
  readonly oneline: number;
  readonly messages: number;
  readonly said: number;
  readonly points: number;
  readonly isEmpty: boolean;
};

function score(
  { before, after, range }: Pair,
  draft: Draft | null,
  documents: readonly RangeDocument[],
): Score {
  const written = wordsIn(addedText(before, after));
  const said = wordsIn(draft === null ? '' : addedText(before, draft.text));
  const sources = [
    ...range.flatMap(({ message, files }) => [message, ...files.map(({ path }) => path)]),
    ...documents.map((one) => addedText(one.before ?? '', one.after ?? '')),
  ];
  const shared = (words: ReadonlySet<string>) => [...written].filter((word) => words.has(word)).length;
  return {
    written: written.size,
    known: shared(wordsIn(sources.join('\n'))),
    drafted: shared(said),
    oneline: shared(wordsIn(range.map(({ message }) => message.split('\n')[0]).join('\n'))),
    messages: shared(wordsIn(range.map(({ message }) => message).join('\n'))),
    said: said.size,
    points:
      draft === null
        ? 0
        : draft.entry.split('\n').filter((line) => /^\s*(?:[-*+]|\d+\.)\s|^\s*\|/.test(line)).length,
    isEmpty: draft === null || draft.entry.trim() === '',
  };
}

function report(all: readonly Score[]): void {
  const sum = (key: 'written' | 'known' | 'drafted' | 'oneline' | 'messages' | 'said') =>
    all.reduce((total, one) => total + one[key], 0);
  const points = all.map((one) => one.points).sort((a, b) => a - b);
  const written = sum('written');
  console.log(
    [
      `${all.length} updates; of the words written, drafts say ${share(sum('drafted'), written)}
(${share(sum('drafted'), sum('known'))} of what git knows), git log --oneline`,
      `${share(sum('oneline'), written)}, whole messages ${share(sum('messages'), written)};`,
      `of the drafts' words ${share(sum('drafted'), sum('said'))} were written;`,
      `${all.filter(({ isEmpty }) => isEmpty).length} drafts are empty; points: median ${points[points.length >> 1]}, most ${points.at(-1)}`,
    ].join(' '),
  );
}

function show(
  dir: string,
  { before, after, range, update }: Pair,
  draft: Draft | null,
  commits: readonly OwedCommit[],
) {
  const light = commits.filter(({ verdict }) => verdict.weight <= 0).length;
  const { written, known, drafted, messages } = scores.at(-1) ?? {
    written: 0,
    known: 0,
    drafted: 0,
    messages: 0,
  };
  console.log(
    `\n=== ${dir} ${update.sha.slice(0, 7)}: ${range.length} commits, ${light} of no weight; words written ${written}, known ${known}, drafted ${drafted}, in messages ${messages}`,
  );
  const weights = new Map(commits.map(({ commit, verdict }) => [commit.sha, verdict.weight.toFixed(1)]));
  const told = range.map(({ sha, message }) => [
    sha.slice(0, 7),
    weights.get(sha) ?? '-',
    message.split('\n')[0],
  ]);
  console.log(told.map((words) => `    ${words.join(' ')}`).join('\n'));
  console.log(`--- written\n${addedText(before, after)}`);
  console.log(`--- drafted\n${draft === null ? '(refused)' : addedText(before, draft.text)}`);
}

function addedText(before: string, after: string): string {
  const known = new Set(before.split('\n'));
  return after
    .split('\n')
    .filter((line) => !known.has(line))
    .join('\n');
}

// Words and names of four letters or more, without accents and endings; ids and dates say nothing here.
function wordsIn(text: string): ReadonlySet<string> {
  const plain = text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase();
  const words = plain.match(/[\p{L}_][\p{L}\p{N}_]{3,}/gu) ?? [];
  return new Set(
    words.filter((word) => !/^[0-9a-f]{7,}$/.test(word)).map((word) => word.replace(/(?:ing|ed|es|s)$/, '')),
  );
}
