// What one commit has to say, as data: its subject, its trailers, the decisions it stands on, what comes
// next.
import { type Claim, type ClaimKind, claimsOf, isRepaired } from '../claims/index.ts';
import { foldName } from '../context/roles.ts';
import { findCited } from '../decisions/citations.ts';
import { cutSentence, cutText, oneLine } from '../markdown/inline.ts';
import { trailersNamed } from '../message/index.ts';
import { readPhases } from '../phases/documents.ts';
import { unitKind, unitsIn } from '../phases/units.ts';
import type { Commit, Decision, Message, OwedCommit } from '../types.ts';
import { phaseDone, type Words } from '../wording/draft.ts';
import type { DraftFacts } from './facts.ts';
import { nextByPhases } from './phases.ts';
import { capitalize, detailsOf, isTitle, keepsRecords, phraseOf, saysNothing, saysWhy } from './phrase.ts';
import { isOnPaper } from './range.ts';

export type LineKind =
  | 'phase'
  | 'built'
  | 'deviation'
  | 'decision'
  | 'gotcha'
  | 'blocker'
  | 'unblocked'
  | 'result'
  | 'rejected'
  | 'learned'
  | 'document'
  | 'section'
  | 'done'
  | 'planned'
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
  /** Nobody misses it: it has a line only where there is no other. */
  readonly isBare?: boolean;
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
  return [mainLine(owed, facts), ...claimLines(owed, facts), ...decisionLines(owed, facts)];
}

/** Kinds of claims that have a line of their own, in the order of the entry. */
const TOLD = [
  'deviation',
  'decision',
  'gotcha',
  'blocker',
  'unblocked',
  'result',
  'rejected',
  'learned',
] as const satisfies readonly ClaimKind[];

const isTold = (kind: ClaimKind): kind is (typeof TOLD)[number] => (TOLD as readonly string[]).includes(kind);

// What the subject says is told by the main line.
function claimLines(owed: OwedCommit, facts: EntryFacts): EntryLine[] {
  const base = { ids: [owed.commit.sha], weight: owed.verdict.weight, details: [] };
  const claims = claimsOf(owed).filter((claim) => !isRepaired(owed.message, claim));
  return claims.flatMap(({ kind, text, source, quote }): EntryLine[] => {
    const isKnown = kind === 'gotcha' && facts.isKnown(text);
    const isMain = foldName(quote) === foldName(owed.message.subject);
    if (!isTold(kind) || isKnown || isMain || source === 'document' || /[:：]$/.test(text)) return [];
    // `Result: much better quality` praises.
    if (kind === 'result' && source !== 'trailer' && !/\d/.test(text) && !HYPOTHESIS.test(quote)) return [];
    const said = oneLine(text).replace(/ \| /g, ' — ');
    return [{ ...base, kind, label: facts.words[kind], text: said }];
  });
}

const HYPOTHESIS = /hypothes|hypoth[eè]s|hipótes|ipotes|hipotez|гипотез|гіпотез|假设|假説|仮説|가설|\bh\d/i;

function mainLine(owed: OwedCommit, { words }: EntryFacts): EntryLine {
  const { commit, message, verdict } = owed;
  const phrase = phraseOf(owed, words);
  const named = unitsIn(`${message.description}; ${phrase}`).flatMap(({ units }) =>
    units.map(({ id }) => id.toLowerCase()),
  );
  // `M3 complete`
  const isShort = (unit: string | null, id: string) =>
    foldName(phrase)
      .split(' ')
      .includes(`${unit?.charAt(0)}${id}`.toLowerCase());
  const phases = claimsOf(owed).filter(
    ({ kind, unit, id }) =>
      kind === 'phase-done' && id !== null && !named.includes(id.toLowerCase()) && !isShort(unit, id),
  );
  const all = detailsOf(owed).filter((detail) => detail !== phrase);
  const causes = claimsOf(owed).filter((claim) => isRepaired(message, claim));
  const details = [
    ...causes.map((claim) => oneLine(claim.text)),
    ...(isOnPaper(commit) ? all.filter(saysWhy).slice(0, MOST_OF_PAPER) : all),
  ];
  const done = phases.map(({ unit, id }) =>
    unitKind(unit ?? '') === 'phase'
      ? phaseDone(words, id ?? '')
      : `${capitalize(unit ?? '')} ${id} ${words.done}`,
  );
  const text = done.length === 0 ? phrase : `${done.join(', ')}: ${phrase}`;
  const line = { label: null, text, ids: [commit.sha], weight: verdict.weight };
  if (done.length === 0 && isBare(owed)) return { ...line, kind: 'minor', details: [], isBare: true };
  if (done.length > 0 || !isEmpty(message) || kindOf(owed) === 'phase')
    return { ...line, kind: kindOf(owed), details };
  // A step that every phase has, and what came of it.
  const told = details.length === 0 ? text : `${text} — ${cutText(details.join('; '), LONGEST_STEP)}`;
  return { ...line, kind: 'minor', text: told, details: [] };
}

// It keeps records, adds tests, asks, or says nothing but where its files are.
const isBare = (owed: OwedCommit): boolean =>
  !claimsOf(owed).some(({ kind }) => kind === 'phase-done') &&
  (keepsRecords(owed) ||
    [owed.message.type, owed.message.scope].some((word) =>
      /^(?:tests?|testing|e2e|specs?)$/.test(word ?? ''),
    ) ||
    TESTS.test(owed.message.description) ||
    MACHINES.test(owed.message.description) ||
    NAMES_FILES.test(owed.message.description) ||
    /[?？](?:\s|$)/.test(owed.message.description) ||
    TIDIES.test(owed.message.description) ||
    (isEmpty(owed.message) && owed.message.scope === null && detailsOf(owed).length === 0));

const isEmpty = ({ type, description }: Message): boolean =>
  ((type === 'wip' || /^wip\b/i.test(description)) && description.length < SHORTEST_BEGUN) ||
  (type === null && /^[a-z]{1,14}$/i.test(description)) ||
  saysNothing(description);

// `Update tasks`, `Test md file`, `add TASK-081 completion note`, `Add the implementation plan`
const NAMES_FILES =
  /^(?:update|updated|test|tests?|edit|add|change|fix) (?:the |some |md |more )?(?:tasks?|files?|md file|notes?|stuff|things)$|\bcompletion notes?\b|^(?:add|create|write|draft|update|revise)\s(?:\S+\s){0,8}?(?:implementation plan|design spec|design doc(?:ument)?)$/i;

// `Add tests for the lock`, `Tighten coverage of the gauges`
const TESTS =
  /^(?:add|cover|expand|extend|fix|harden|more|new|strengthen|tighten|update)\w*\s(?:(?!with\s)\S+\s){0,6}?(?:\S*-)?(?:tests?|specs?|coverage)(?:$|\s(?:for|of)\b)/i;
// `Update the host's IP address`
const MACHINES = /^(?:change|fix|set|update)\w*\s.{0,60}\b(?:ip|server|host) address\b/i;

const TIDIES =
  /^(?:(?:fix|apply|run)\s)?(?:bump|format|formatting|reformat|lint|linting|prettier|biome|black|gofmt|typos?|whitespace|lockfile|(?:up|down)grade deps|update (?:deps|dependencies|lockfile|(?:the )?gitignore))\b.{0,25}$|\b(?:mypy|lint|type) cleanup\b|^(?:git)?ignore\b|^(?:add|clean(?: up)?|create|drop|remove|tidy)\s(?:\S+\s){0,4}(?:placeholders?|comments|console\.logs?|debug (?:logs?|prints?)|unused imports)$|\bsnapshots? \d{4}-|\d{4}-\d\d-\d\dT\d\d:\d\d|\[(?:skip ci|ci skip|bot)\]/i;

/** A merge tells of nothing of its own; the title of what it merged says what was done. */
export const isMerge = ({ parents }: Commit): boolean => parents.length > 1;

/** Whether there is nothing in a commit to tell: the file accounts for it by telling of later ones. */
export const isSilent = (owed: OwedCommit): boolean => claimsOf(owed).length === 0 && isBare(owed);

/** Details of a commit of documents alone: the documents say the rest. */
const MOST_OF_PAPER = 2;
const LONGEST_STEP = 200;
/** Characters from on which `wip: …` says something. */
const SHORTEST_BEGUN = 30;

function kindOf(owed: OwedCommit): LineKind {
  const claims = claimsOf(owed);
  const isMain = ({ quote }: Claim) => foldName(quote) === foldName(owed.message.subject);
  const main = claims.find((claim) => isTold(claim.kind) && isMain(claim));
  const has = (pattern: RegExp) =>
    owed.verdict.signals.some(({ rule, weight }) => weight > 0 && pattern.test(rule));
  if (claims.some(({ kind }) => kind === 'phase-done')) return 'phase';
  if (main !== undefined && isTold(main.kind)) return main.kind;
  if (owed.verdict.gate.needed || has(/^(?:architecture|schema|restructured)$/)) return 'deviation';
  return owed.verdict.record ? 'built' : 'minor';
}

/** Characters of a rationale that tell it from others; of a title. */
const SHORTEST_ECHO = 40;
const LONGEST_TITLE = 240;

// The decision that the gate saw, and those that the message cites.
function decisionLines(
  { commit, message, verdict }: OwedCommit,
  { decisions, words }: EntryFacts,
): EntryLine[] {
  const cited = trailersNamed(message, 'decision').flatMap((id) => findDecision(decisions(), id) ?? []);
  const all = [...new Set([...(verdict.gate.decision === null ? [] : [verdict.gate.decision]), ...cited])];
  const named = all.filter(({ id, title }) => isTitle(id, title));
  return named.map((decision): EntryLine => {
    const { id, title, rationale } = decision;
    const said = cutSentence(oneLine(rationale ?? ''), 160);
    const why = said === '' || title.includes(said.slice(0, SHORTEST_ECHO)) ? '' : ` — ${said}`;
    const label = [words.decision, id].filter(Boolean).join(' ');
    return {
      kind: 'decision',
      label,
      text: cutSentence(oneLine(title), LONGEST_TITLE) + why,
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

// `TODO: the bell is out of tune` is one of many things to do.
const FILED = /^\W{0,4}(?:to-?do|backlog|follow-?ups?|later|some day|someday)\b/i;

export function nextLine(
  commits: readonly OwedCommit[],
  { answers, phases, words }: EntryFacts,
): EntryLine | null {
  const newest = commits.at(-1);
  const nextOf = (owed: OwedCommit) =>
    claimsOf(owed).filter(
      ({ kind, source, quote }) => kind === 'next' && source !== 'document' && !FILED.test(quote),
    );
  const saying = commits.findLast((owed) => nextOf(owed).length > 0);
  const said =
    saying === undefined
      ? ''
      : nextOf(saying)
          .map(({ text }) => text)
          .join('; ');
  const planned = () => nextByPhases(readPhases(phases), commits) ?? '';
  const text = oneLine(answers?.next || said || planned());
  const source = !answers?.next && said !== '' ? saying : newest;
  if (text === '' || source === undefined) return null;
  return { kind: 'next', label: words.next, text, ids: [source.commit.sha], weight: 0, details: [] };
}
