// What one commit has to say, as data: its subject, its trailers, the decisions it stands on, what comes next.
import { findCited } from '../decisions/citations.ts';
import { cutSentence, oneLine } from '../markdown/inline.ts';
import { trailersNamed } from '../message/index.ts';
import { readPhases } from '../phases/documents.ts';
import type { Decision, OwedCommit } from '../types.ts';
import { phaseDone, type Words } from '../wording/draft.ts';
import type { DraftFacts } from './facts.ts';
import { completedPhases, nextByPhases, phaseNamed } from './phases.ts';
import { detailsOf, phraseOf } from './phrase.ts';

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

export function tellCommit(owed: OwedCommit, facts: EntryFacts): EntryLine[] {
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
  const named = phaseNamed(message.subject);
  // Without a trailer, a subject that names another phase is about that one.
  const isTold = named !== null && trailersNamed(message, 'phase').length === 0;
  const phases = isTold ? [] : completedPhases(owed).filter((id) => id !== named);
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
  const cited = trailersNamed(message, 'decision').flatMap((id) => findDecision(decisions(), id) ?? []);
  const all = [...new Set([...(verdict.gate.decision === null ? [] : [verdict.gate.decision]), ...cited])];
  return all.map((decision): EntryLine => {
    const { id, title, rationale } = decision;
    const why = rationale === null ? '' : ` — ${cutSentence(oneLine(rationale), 160)}`;
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

// What several decisions answer to means none of them.
function findDecision(decisions: readonly Decision[], cited: string): Decision | undefined {
  const [found, ...others] = findCited(cited, decisions);
  return others.length === 0 ? found : undefined;
}

// What a person filled in belongs to the commit just made.
export function answered(commits: readonly OwedCommit[], { answers = {}, words }: EntryFacts): EntryLine[] {
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

export function nextLine(
  commits: readonly OwedCommit[],
  { answers, phases, words }: EntryFacts,
): EntryLine | null {
  const newest = commits.at(-1);
  const saying = commits.findLast(({ message }) => trailersNamed(message, 'next').length > 0);
  const trailer = saying === undefined ? '' : trailersNamed(saying.message, 'next').join('; ');
  const planned = () => nextByPhases(readPhases(phases), commits) ?? '';
  const text = oneLine(answers?.next || trailer || planned());
  const source = !answers?.next && trailer !== '' ? saying : newest;
  if (text === '' || source === undefined) return null;
  return { kind: 'next', label: words.next, text, ids: [source.commit.sha], weight: 0, details: [] };
}
