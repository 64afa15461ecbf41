// What an entry says, as data: a line for each thing that a reader needs, most significant first, none twice.
import { foldName } from '../context/roles.ts';
import { meansId } from '../decisions/identity.ts';
import { groupBy } from '../groups.ts';
import { cutText, oneLine } from '../markdown/inline.ts';
import { trailersNamed } from '../message/index.ts';
import type { Decision, OwedCommit } from '../types.ts';
import { phaseDone, severalOf, type Words } from '../wording/draft.ts';
import type { DraftFacts } from './facts.ts';
import { completedPhases, nextByPhases, phaseNamed, readPhases } from './phases.ts';
import { areaOf, capitalize, detailsOf, phraseOf } from './phrase.ts';

export type LineKind =
  | 'phase'
  | 'built'
  | 'deviation'
  | 'decision'
  | 'gotcha'
  | 'blocker'
  | 'unblocked'
  | 'result'
  | 'minor'
  | 'next';

export type EntryLine = {
  readonly kind: LineKind;
  /** `Gotcha`, `Next`; null where the text speaks for itself. */
  readonly label: string | null;
  readonly text: string;
  /** Commits that it is about, oldest first, in full; never empty. */
  readonly ids: readonly string[];
  readonly weight: number;
  /** More of the same commit's words, the most telling first; shown while there is room. */
  readonly details: readonly string[];
};

export type EntryFacts = DraftFacts & {
  readonly words: Words;
  readonly maxLines: number;
  /** Whether the file says so already: a gotcha is not told twice. */
  readonly isKnown: (gotcha: string) => boolean;
};

const ORDER: readonly LineKind[] = [
  'phase',
  'built',
  'deviation',
  'decision',
  'gotcha',
  'blocker',
  'unblocked',
  'result',
  'minor',
  'next',
];

/** Oldest commit first; at most `maxLines` lines with their details. */
export function entryLines(commits: readonly OwedCommit[], facts: EntryFacts): EntryLine[] {
  const told = distinct([
    ...commits.flatMap((commit) => tellCommit(commit, facts)),
    ...answered(commits, facts),
  ]);
  const next = nextLine(commits, facts);
  const room = Math.max(1, facts.maxLines - (next === null ? 0 : 1));
  const lines = fit(squash(told, commits, facts.words), room, facts.words);
  return [...spread(lines, room), ...(next === null ? [] : [next])];
}

function tellCommit(owed: OwedCommit, facts: EntryFacts): EntryLine[] {
  const { commit, message, verdict } = owed;
  const base = { ids: [commit.sha], weight: verdict.weight, details: [] };
  const trailers = TRAILERS.flatMap(({ key, kind }) =>
    trailersNamed(message, key)
      .map(oneLine)
      .filter((text) => text !== '' && !(kind === 'gotcha' && facts.isKnown(text)))
      .map((text): EntryLine => ({ ...base, kind, label: facts.words[kind], text })),
  );
  return [mainLine(owed, facts), ...trailers, ...decisionLines(owed, facts)];
}

const TRAILERS = [
  { key: 'deviation', kind: 'deviation' },
  { key: 'gotcha', kind: 'gotcha' },
  { key: 'blocker', kind: 'blocker' },
  { key: 'unblocked', kind: 'unblocked' },
  { key: 'result', kind: 'result' },
] as const;

function mainLine(owed: OwedCommit, { words }: EntryFacts): EntryLine {
  const { commit, message, verdict } = owed;
  const phases = completedPhases(owed).filter((id) => phaseNamed(message.subject) !== id);
  const phrase = phraseOf(owed, words);
  const details = detailsOf(owed).filter((detail) => detail !== phrase);
  const text =
    phases.length === 0 ? phrase : `${phases.map((id) => phaseDone(words, id)).join(', ')}: ${phrase}`;
  return { kind: kindOf(owed), label: null, text, ids: [commit.sha], weight: verdict.weight, details };
}

function kindOf(owed: OwedCommit): LineKind {
  const has = (pattern: RegExp) =>
    owed.verdict.signals.some(({ rule, weight }) => weight > 0 && pattern.test(rule));
  if (completedPhases(owed).length > 0 || has(/^phase-completed$/)) return 'phase';
  if (owed.verdict.gate.needed || has(/^(?:architecture|schema|restructured)$/)) return 'deviation';
  return owed.verdict.record ? 'built' : 'minor';
}

// The decision that the gate saw, and those that the message cites.
function decisionLines(
  { commit, message, verdict }: OwedCommit,
  { decisions, words }: EntryFacts,
): EntryLine[] {
  const cited = trailersNamed(message, 'decision').flatMap((id) => findDecision(decisions, id) ?? []);
  const all = [...new Set([...(verdict.gate.decision === null ? [] : [verdict.gate.decision]), ...cited])];
  return all.map((decision): EntryLine => {
    const { id, title, rationale } = decision;
    const why = rationale === null ? '' : ` — ${cutText(oneLine(rationale), 160)}`;
    const label = [words.decision, id].filter(Boolean).join(' ');
    return {
      kind: 'decision',
      label,
      text: oneLine(title) + why,
      ids: [commit.sha],
      weight: verdict.weight,
      details: [],
    };
  });
}

const findDecision = (decisions: readonly Decision[], cited: string): Decision | undefined =>
  decisions.find(({ id }) => id !== null && meansId(cited, id));

// What a person filled in belongs to the commit just made.
function answered(commits: readonly OwedCommit[], { answers = {}, words }: EntryFacts): EntryLine[] {
  const newest = commits.at(-1);
  if (newest === undefined) return [];
  return (['gotcha', 'blocker'] as const).flatMap((kind): EntryLine[] => {
    const text = oneLine(answers[kind] ?? '');
    const line = {
      kind,
      label: words[kind],
      text,
      ids: [newest.commit.sha],
      weight: newest.verdict.weight,
      details: [],
    };
    return text === '' ? [] : [line];
  });
}

function nextLine(commits: readonly OwedCommit[], { answers, phases, words }: EntryFacts): EntryLine | null {
  const newest = commits.at(-1);
  const saying = commits.findLast(({ message }) => trailersNamed(message, 'next').length > 0);
  const trailer = saying === undefined ? '' : trailersNamed(saying.message, 'next').join('; ');
  const planned = () => nextByPhases(readPhases(phases), commits) ?? '';
  const text = oneLine(answers?.next || trailer || planned());
  const source = !answers?.next && trailer !== '' ? saying : newest;
  if (text === '' || source === undefined) return null;
  return { kind: 'next', label: words.next, text, ids: [source.commit.sha], weight: 0, details: [] };
}

// The same thing said by two commits is one line with both ids.
function distinct(lines: readonly EntryLine[]): EntryLine[] {
  const groups = groupBy(lines, ({ kind, label, text }) => `${kind} ${label} ${foldName(text) || text}`);
  return [...groups.values()].flatMap(([first, ...same]) =>
    first === undefined ? [] : [merge(first, same)],
  );
}

const merge = (first: EntryLine, others: readonly EntryLine[]): EntryLine => ({
  ...first,
  ids: [...new Set([first, ...others].flatMap(({ ids }) => ids))],
  weight: Math.max(first.weight, ...others.map(({ weight }) => weight)),
});

// Minor changes of one sort in one part of the code make one line.
function squash(lines: readonly EntryLine[], commits: readonly OwedCommit[], words: Words): EntryLine[] {
  const byId = new Map(commits.map((owed) => [owed.commit.sha, owed]));
  const minor = lines.filter(({ kind }) => kind === 'minor');
  const groups = groupBy(minor, ({ ids: [id = ''] }) => `${sortOf(byId.get(id))} ${partOf(byId.get(id))}`);
  const squashed = [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined || group.length < 2) return group;
    const owed = byId.get(first.ids[0] ?? '');
    const text = severalOf(words[sortOf(owed)], group.length, partOf(owed));
    return [{ ...merge(first, group), text: capitalize(text), details: [] }];
  });
  return [...lines.filter(({ kind }) => kind !== 'minor'), ...squashed];
}

type Sort = 'fixes' | 'tests' | 'documents' | 'changes';

const SORTS: Readonly<Record<string, Sort>> = {
  fix: 'fixes',
  bugfix: 'fixes',
  hotfix: 'fixes',
  test: 'tests',
  tests: 'tests',
  docs: 'documents',
  doc: 'documents',
};

function sortOf(owed: OwedCommit | undefined): Sort {
  const { type = null, description = '' } = owed?.message ?? {};
  const verb =
    /^\p{L}+/u
      .exec(description)?.[0]
      .toLowerCase()
      .replace(/(?:es|ed)$/, '') ?? '';
  return SORTS[type ?? verb] ?? 'changes';
}

const partOf = (owed: OwedCommit | undefined): string | null =>
  owed?.message.scope ?? areaOf(owed?.commit.files.map(({ path }) => path) ?? []);

// Kinds in their order, heavier first in each. What does not fit is one line in the authors' words: what was built can
// be looked up by its ids, a gotcha cannot.
function fit(lines: readonly EntryLine[], room: number, words: Words): EntryLine[] {
  const place = ({ kind }: EntryLine) => ORDER.indexOf(kind);
  const ordered = [...lines].sort((a, b) => place(a) - place(b) || b.weight - a.weight);
  if (ordered.length <= room) return ordered;
  const rank = ({ kind }: EntryLine) => (kind === 'minor' ? 2 : Number(kind === 'built'));
  const kept = new Set(
    [...ordered].sort((a, b) => rank(a) - rank(b) || b.weight - a.weight).slice(0, room - 1),
  );
  const [first, ...others] = ordered.filter((line) => !kept.has(line));
  if (first === undefined) return ordered;
  const told = [first, ...others].map(({ text }) => cutText(text, LONGEST_PART)).join('; ');
  const rest = {
    ...merge(first, others),
    kind: 'minor' as const,
    label: words.also,
    text: cutText(told, LONGEST_REST),
    details: [],
  };
  return [...ordered.filter((line) => kept.has(line)), rest];
}

const LONGEST_PART = 60;
const LONGEST_REST = 300;
const MOST_DETAILS = 6;

// Room that is left goes to details, a round at a time, the heaviest commit first.
function spread(lines: readonly EntryLine[], room: number): EntryLine[] {
  const shown = new Map(lines.map((line) => [line, 0]));
  const byWeight = [...lines].sort((a, b) => b.weight - a.weight);
  let left = room - lines.length;
  for (let round = 1; round <= MOST_DETAILS; round++) {
    for (const line of byWeight) {
      if (left <= 0 || line.details.length < round) continue;
      shown.set(line, round);
      left--;
    }
  }
  return lines.map((line) => ({ ...line, details: line.details.slice(0, shown.get(line)) }));
}
