// How much of what maintainers really wrote when they updated their context file the draft says already, against the
// bare subjects of the same commits: the share of the words that came with the update.
// `node --import tsx bench/coverage.ts [FOLDER] [--show]`
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { DEFAULTS } from '../src/core/config/defaults.ts';
import { isDocument } from '../src/core/config/documents.ts';
import { readDecisions } from '../src/core/decisions/decisions.ts';
import { draftUpdate } from '../src/core/draft/update.ts';
import type { Change, Document, DocumentChange, OwedCommit } from '../src/core/types.ts';
import { judgeChange } from '../src/core/verdict/judge.ts';
import { hasSubstance } from '../src/core/verdict/recorded.ts';
import { decideVerdict } from '../src/core/verdict/verdict.ts';
import { type ExportedCommit, readHistory } from './history.ts';

const isShown = process.argv.includes('--show');
const folder = process.argv.slice(2).find((argument) => !argument.startsWith('--')) ?? '../shared/real';
const isContext = (path: string) => /^(?:SESSION_CONTEXT|SESSION_HANDOFF)\.md$/.test(path);

type Score = {
  readonly written: number;
  readonly drafted: number;
  readonly subjects: number;
  readonly said: number;
};

for (const name of readdirSync(folder).filter((file) => file.endsWith('.jsonl'))) {
  const scores = scoreUpdates(readHistory(join(folder, name)));
  if (scores.length === 0) continue;
  const sum = (key: keyof Score) => scores.reduce((total, score) => total + score[key], 0);
  const share = (part: number, whole: number) => `${((100 * part) / whole).toFixed(1)} %`;
  console.log(
    `${name}: ${scores.length} updates; of the words written, drafts say ${share(sum('drafted'), sum('written'))}, ` +
      `bare subjects ${share(sum('subjects'), sum('written'))}; of the drafts' words ${share(sum('drafted'), sum('said'))} were written`,
  );
}

function scoreUpdates(history: readonly ExportedCommit[]): Score[] {
  const documents = new Map<string, string>();
  const scores: Score[] = [];
  let owed: OwedCommit[] = [];
  let passed: string[] = [];
  for (const [index, exported] of history.entries()) {
    const change = changeOf(exported, index, documents);
    const context = change.documents.find(({ path }) => isContext(path));
    const before = context?.before ?? null;
    owed.push(...judge(change));
    passed.push(change.commit.message.split('\n')[0] ?? '');
    follow(documents, change.documents);
    if (context === undefined || !hasSubstance(before, context.after)) continue;
    if (before !== null && context.after !== null && owed.length > 0)
      scores.push(
        score({ path: context.path, text: before }, context.after, {
          owed,
          passed,
          documents,
          now: exported.date,
        }),
      );
    owed = [];
    passed = [];
  }
  return scores;
}

function changeOf(
  { date, message, files }: ExportedCommit,
  index: number,
  known: ReadonlyMap<string, string>,
): Change {
  const documents = files.flatMap(({ path, status, text }): DocumentChange[] => {
    if (text === undefined && !known.has(path)) return [];
    return [
      {
        path,
        before: known.get(path) ?? null,
        after: status === 'D' ? null : (text ?? known.get(path) ?? null),
      },
    ];
  });
  const sha = `${index.toString(16).padStart(7, 'a')}${'0'.repeat(33)}`;
  const changed = files.map((file) => ({ ...file, status: file.status as 'M' }));
  return { commit: { sha, parents: ['0'.repeat(40)], date, message, files: changed }, documents };
}

function judge(change: Change): OwedCommit[] {
  const facts = {
    config: DEFAULTS,
    decisions: () => [],
    contextPath: null,
  };
  const judged = judgeChange(change, facts);
  if (judged.isSettled || judged.weight <= 0) return [];
  const verdict = decideVerdict(judged, { weight: 0, limit: DEFAULTS.debt.limit });
  return [
    {
      commit: { ...change.commit, sha: change.commit.sha ?? '' },
      message: judged.message,
      verdict,
      documents: change.documents,
    },
  ];
}

function follow(documents: Map<string, string>, changes: readonly DocumentChange[]): void {
  for (const { path, after } of changes)
    if (after === null) documents.delete(path);
    else documents.set(path, after);
}

type Update = {
  readonly owed: readonly OwedCommit[];
  readonly documents: ReadonlyMap<string, string>;
  /** Subjects of all commits, the minor ones too. */
  readonly passed: readonly string[];
  readonly now: string;
};

function score(file: Document, after: string, { owed, passed, documents, now }: Update): Score {
  const texts = [...documents].map(([path, text]) => ({ path, text }));
  const ofKind = (kind: 'phases' | 'decisions') =>
    texts.filter(({ path }) => isDocument(kind, path, DEFAULTS));
  const facts = { now, phases: ofKind('phases'), decisions: () => readDecisions(ofKind('decisions')) };
  const draft = draftUpdate(file, owed, facts, DEFAULTS);
  if (isShown) console.log(`\n--- ${now}, ${owed.length} commits\n${draft.entry}`);
  const written = wordsIn(addedText(file.text, after));
  const said = wordsIn(addedText(file.text, draft.text));
  const subjects = wordsIn(passed.join('\n'));
  const shared = (words: ReadonlySet<string>) => [...written].filter((word) => words.has(word)).length;
  return { written: written.size, drafted: shared(said), subjects: shared(subjects), said: said.size };
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
