// What an entry says, as data: a line for each thing that a reader needs, most significant first, none twice.

import { revertedIn } from '../claims/index.ts';
import { foldName } from '../context/roles.ts';
import { groupBy } from '../groups.ts';
import { wordsOf } from '../head/same.ts';
import { caseless } from '../letters.ts';
import { cutText } from '../markdown/inline.ts';
import { once } from '../memo.ts';
import type { Message, OwedCommit } from '../types.ts';
import type { Words } from '../wording/draft.ts';
import { tellDocument } from './documents.ts';
import {
  builtSince,
  givenAgain,
  overtakingIn,
  recordedBefore,
  repairedIn,
  withoutDeleted,
} from './overtaken.ts';
import { areaOf, areWithin, inLines, keepsRecords, saysNothing, saysWhy } from './phrase.ts';
import { isPaper } from './range.ts';
import { standing } from './standing.ts';
import {
  answered,
  type EntryFacts,
  type EntryLine,
  isSilent,
  type LineKind,
  nextLine,
  tellCommit,
} from './tell.ts';

export type { EntryFacts, EntryLine } from './tell.ts';

const ORDER: readonly LineKind[] = [
  'phase',
  'built',
  'deviation',
  'decision',
  'gotcha',
  'blocker',
  'unblocked',
  'result',
  'rejected',
  'learned',
  'document',
  'section',
  'done',
  'planned',
  'minor',
  'next',
];

/** Oldest commit first; at most `maxLines` lines with their details. */
export function entryLines(commits: readonly OwedCommit[], facts: EntryFacts): EntryLine[] {
  const { said, light } = tellCommits(commits, facts);
  const papers = tellDocuments(commits, facts, said);
  const told = distinct([...said, ...papers.filter(isPoint), ...answered(commits, facts)]);
  const next = nextLine(withoutDeleted(commits), facts);
  const most = Math.min(facts.maxLines, FEWEST_LINES + commits.length);
  const beside = papers.filter((line) => !isPoint(line)).slice(0, MOST_BESIDE);
  const bare = told.filter(({ isBare }) => isBare === true);
  const news = told.filter((line) => !bare.includes(line));
  // The newest are told: what came before them had its chance.
  const minor = light.reverse().slice(0, MOST_LIGHT);
  const last = closing(bare, [...news, ...beside, ...minor], commits);
  const room = Math.max(1, most - (next === null ? 0 : 1) - last.length);
  const kept = Math.max(1, room - Math.min(beside.length, KEPT_BESIDE));
  const lines = fit(squash(news, commits), kept, facts.words);
  const all = withoutEchoes(
    inOrder([...lines, ...[...beside, ...minor].slice(0, Math.max(0, room - lines.length))]),
  );
  return [...spread(all, room), ...last, ...(next === null ? [] : [next])];
}

// What nobody misses has a line where there is no other, or where nothing else names a commit that claims
// something.
function closing(
  bare: readonly EntryLine[],
  others: readonly EntryLine[],
  commits: readonly OwedCommit[],
): EntryLine[] {
  const isTold = (id: string) => others.some(({ ids }) => ids.includes(id));
  const isSaid = (id: string) => commits.some((one) => one.commit.sha === id && !isSilent(one));
  const named =
    others.length === 0 ? bare : bare.filter(({ ids }) => ids.some((id) => isSaid(id) && !isTold(id)));
  return oneLineOf(named);
}

/** Lines of an entry of one commit, less one. */
const FEWEST_LINES = 11;
/** Lines of what documents say, at most; and those that are kept whatever else there is to say. */
const MOST_BESIDE = 6;
const KEPT_BESIDE = 3;
/** Decisions, blockers and gotchas of documents. */
const MOST_LABELLED = 4;
/** Lines of commits that weigh nothing. */
const MOST_LIGHT = 4;

const isPoint = ({ kind }: EntryLine): boolean => !['document', 'section', 'done', 'planned'].includes(kind);

// Commits that weigh nothing have a line where there is room; what they decide or meet is said like any
// other's.
function tellCommits(commits: readonly OwedCommit[], facts: EntryFacts) {
  const said: EntryLine[] = [];
  const light: EntryLine[] = [];
  const taken: Taken[] = [];
  // What was tried and taken back within the range is one line: that of the revert.
  const reverted = revertedIn(commits);
  const undone = new Set(reverted.values());
  const repaired = repairedIn(commits);
  const again = new Map([...givenAgain(commits), ...builtSince(commits), ...recordedBefore(commits)]);
  const overtakes = overtakingIn(commits);
  const told = commits.flatMap((owed) => {
    const [main, ...others] = tellCommit(owed, facts);
    if (main === undefined || undone.has(owed)) return [];
    const { line, by } = standing(main, overtakes);
    const left = others.map((one) => standing(one, overtakes)).filter((one) => one.by === null);
    const isAgain = again.get(owed)?.commit.sha;
    return [{ owed, by: isAgain ?? by, main: line, others: left.map((one) => one.line) }];
  });
  const overtakers = new Set(told.map(({ by }) => by));
  for (const { owed, by, main, others } of told) {
    said.push(...others);
    const gone = reverted.get(owed);
    const maker = repaired.get(owed)?.commit.sha;
    if (by !== null) taken.push({ line: main, by, isOver: true });
    else if (isRepeated(main, others)) continue;
    else if (gone !== undefined)
      said.push({ ...main, ids: [gone.commit.sha, owed.commit.sha], details: main.details.slice(0, 2) });
    else if (maker !== undefined && !main.details.some(saysWhy))
      taken.push({ line: main, by: maker, isOver: false });
    else if (owed.verdict.weight > 0 || main.kind !== 'minor' || overtakers.has(owed.commit.sha))
      said.push(main);
    else if (main.isBare !== true && !isUpkeep(owed)) light.push(main);
  }
  return { said: withTaken(said, taken), light: distinct(light) };
}

/** A line whose commit has its id with another's; `isOver`: it is told nowhere. */
type Taken = { readonly line: EntryLine; readonly by: string; readonly isOver: boolean };

// A repair of what the same range made is part of it, unless it says why, and what a later commit overtook is
// part of that: the line that stands has both ids.
function withTaken(said: readonly EntryLine[], taken: readonly Taken[]): EntryLine[] {
  const bearers = new Map(taken.map(({ line, by }) => [line.ids[0] ?? '', by]));
  const bearerOf = (id: string, steps = 0): string =>
    steps > taken.length ? id : bearers.has(id) ? bearerOf(bearers.get(id) ?? '', steps + 1) : id;
  const isOf = ({ label, ids }: EntryLine, id: string) => label === null && ids.includes(id);
  const left = taken.filter(({ by, isOver }) => !isOver && !said.some((line) => isOf(line, bearerOf(by))));
  const told = said.map((line) => {
    const own = taken.filter(({ by }) => isOf(line, bearerOf(by))).map((one) => one.line);
    return own.length === 0 ? line : { ...line, ids: merge(line, own).ids };
  });
  return [...told, ...left.map(({ line }) => line)];
}

// `Waiting for the key` beside `Blocker: the key`, `Decide on the scale` beside `Decision 2: a spring scale`
const isRepeated = ({ label, text, details }: EntryLine, others: readonly EntryLine[]): boolean =>
  label === null &&
  details.length === 0 &&
  others.some(
    (one) =>
      (one.label !== null && foldName(text).endsWith(` ${foldName(one.text)}`)) ||
      (one.kind === 'decision' && DECIDES.test(text)),
  );
const DECIDES = caseless`^(?:decid|decision|decisión|décid|décision|decis|entscheid|beschlie|adr|decyzj|решен|реши|рішен|виріш)|^(?:决定|決定|결정)`;

const UPKEEP =
  /^(?:v?\d+\.\d+[\w.-]*$|(?:bump|release|format|lint|typos?|merge|version|sync|trigger|re-?run|update (?:the )?(?:readme|change-?log|lock|gitignore|road-?map|state|status|progress|tracking|context|plans?|docs?$|documentation$))\b)|\b(?:typos?|formatting|lint|prettier|whitespace|lockfile|gitignore)\b/i;

/** Characters from on which the subject of a chore may say something. */
const SHORTEST_TOLD = 30;

const isUpkeep = (owed: OwedCommit): boolean => keepsRecords(owed) || isChore(owed.message);

const isChore = ({ type, kind, description }: Message): boolean =>
  (kind !== 'plain' && kind !== 'revert') ||
  /^(?:style|deps|release|wip|tests?)$/.test(type ?? '') ||
  (/^(?:chore|ci|build)$/.test(type ?? '') && description.length < SHORTEST_TOLD) ||
  saysNothing(description) ||
  UPKEEP.test(description);

function tellDocuments(
  commits: readonly OwedCommit[],
  { documents = [], words }: EntryFacts,
  said: readonly EntryLine[],
): EntryLine[] {
  // `Decision 2: SQLite — one file` says all that `Decision: 2 SQLite` does.
  const told = said.map(({ label, text }) => foldName(`${label ?? ''} ${text}`));
  const texts = once(() => said.map(({ text }) => wordsOf(text)));
  const isTold = (label: string, point: string) =>
    told.some((one) => one.startsWith(foldName(`${label} ${point}`))) ||
    (label === '' && texts().some((words) => isNearlyWithin(wordsOf(point), words)));
  const work = new Set(commits.flatMap(workOf));
  const isUnderWay = (point: string) => work.has(idAt(point));
  const names = once(() => said.map(({ text, details }) => [text, ...details].join(' ').toLowerCase()));
  const isNamed = (name: string) => names().some((one) => one.includes(name.toLowerCase()));
  const lines = documents.flatMap((one) => {
    const brought = commits.find(({ commit }) => commit.sha === one.sha);
    if (brought === undefined) return [];
    // What a commit wrote down as a plan and says that it carried out is not open.
    const isOver = one.before === null && /\b(?:complete|completed|done)\b|✅/i.test(brought.message.subject);
    const found = tellDocument(one, words, { isTold, isUnderWay, isNamed });
    return found.filter(({ kind }) => !isOver || kind !== 'planned');
  });
  const labelled = lines.filter(isPoint).slice(0, MOST_LABELLED);
  const sections = lines.filter(({ kind }) => kind === 'section');
  const kept = sections.filter((line) => isThin(line, commits)).slice(0, MOST_SECTIONS);
  const others = lines.filter((line) => !isPoint(line) && (line.kind !== 'section' || kept.includes(line)));
  return [...labelled, ...distinctTexts(others)];
}

const MOST_SECTIONS = 2;

// What a commit wrote into its documents, its message says in other words; a record's says nothing.
const isThin = ({ ids }: EntryLine, commits: readonly OwedCommit[]): boolean =>
  commits.some((owed) => {
    const isOnPaper = owed.commit.files.every(({ path }) => isPaper(path));
    return ids.includes(owed.commit.sha) && (isOnPaper ? keepsRecords(owed) : owed.message.body === '');
  });

// `01-02` of `feat(01-02): two halls`, `US-7` of `US-7: labels`: what a commit of code worked on.
const workOf = ({ message: { scope, description }, commit: { files } }: OwedCommit): string[] =>
  files.every(({ path }) => isPaper(path)) ? [] : [idAt(scope ?? ''), idAt(description)].filter(Boolean);

/** The number that a plan's item begins with, in lower case; empty where it has none. */
const idAt = (text: string): string =>
  /^\W{0,3}((?:\p{L}{1,8}-?)?\d+(?:[-.]\d+)*)(?=$|[^\p{L}\p{N}])/u.exec(text)?.[1]?.toLowerCase() ?? '';

// A document that was copied or moved says the same below another name.
const distinctTexts = (lines: readonly EntryLine[]): EntryLine[] =>
  [...groupBy(lines, ({ text }) => foldName(text.replace(/^\S+: /, ''))).values()].flatMap(
    ([first]) => first ?? [],
  );

// What a line says, no detail says again, and no document in other words.
function withoutEchoes(all: readonly EntryLine[]): EntryLine[] {
  const lines = all.filter(
    (line, at) =>
      line.label === null ||
      !all.some(
        (one, other) =>
          other !== at &&
          one.kind === line.kind &&
          isWithin(line, one) &&
          (other < at || !isWithin(one, line)),
      ),
  );
  const told = lines.map(({ text }) => foldName(text));
  const isEcho = (detail: string) => {
    const said = foldName(detail.replace(/^[\w ]{2,20}: /, ''));
    return said.length >= SHORTEST_ECHO && told.some((one) => one.includes(said));
  };
  const isOwn = ({ text }: EntryLine, detail: string) => {
    const [words, others] = [wordsOf(detail), wordsOf(text)];
    return words.size > 2 && [...words].every((word) => others.has(word));
  };
  return lines.map((line) => ({
    ...line,
    details: inLines(line.details.filter((detail) => !isEcho(detail) && !isOwn(line, detail))),
  }));
}

const SHORTEST_ECHO = 16;

// Nine words in ten of the one stand in the other.
const isWithin = ({ text }: EntryLine, { text: other }: EntryLine): boolean =>
  isNearlyWithin(wordsOf(text), wordsOf(other));

const isNearlyWithin = (words: ReadonlySet<string>, others: ReadonlySet<string>): boolean =>
  words.size > 5 && areWithin(words, others, 0.9);

// The same thing said by two commits is one line with both ids.
function distinct(lines: readonly EntryLine[]): EntryLine[] {
  const groups = groupBy(lines, ({ kind, label, text }) => {
    const said = text.replace(/(?<!\s)\s+\(#\d+\)$/, '');
    return `${kind} ${label} ${/^\d/.test(said) ? said : foldName(said) || said}`;
  });
  return [...groups.values()].flatMap(([first, ...same]) =>
    first === undefined ? [] : [merge(first, same)],
  );
}

const merge = (first: EntryLine, others: readonly EntryLine[]): EntryLine => ({
  ...first,
  ids: [...new Set([first, ...others].flatMap(({ ids }) => ids))],
  weight: Math.max(first.weight, ...others.map(({ weight }) => weight)),
});

// Minor changes of one part of the code make one line, in their authors' words; one that says why has its
// own: below a line of several nobody could tell whose reason it is.
function squash(lines: readonly EntryLine[], commits: readonly OwedCommit[]): EntryLine[] {
  const byId = new Map(commits.map((owed) => [owed.commit.sha, owed]));
  const minor = lines.filter(({ kind, details }) => kind === 'minor' && !details.some(saysWhy));
  const groups = groupBy(minor, ({ ids: [id = ''] }) => partOf(byId.get(id)));
  return [...lines.filter((line) => !minor.includes(line)), ...[...groups.values()].flatMap(oneLineOf)];
}

const oneLineOf = ([first, ...others]: readonly EntryLine[]): EntryLine[] =>
  first === undefined ? [] : others.length === 0 ? [first] : [joined([first, ...others])];

function joined(lines: readonly [EntryLine, ...EntryLine[]]): EntryLine {
  const [first, ...others] = lines;
  const told = lines.map(({ text }, at) => {
    const isSame = leadOf(text) === leadOf(lines[at - 1]?.text ?? '');
    return cutText(isSame ? text.slice(leadOf(text).length) : text, LONGEST_PART);
  });
  return { ...merge(first, others), text: listed(told), details: [] };
}

const leadOf = (text: string): string => /^\S{1,40}: /.exec(text)?.[0] ?? '';

// As many as fit, and how many more there are: `a; b; … (+3)`.
function listed(texts: readonly string[]): string {
  let told = '';
  for (const [index, text] of texts.entries()) {
    const longer = index === 0 ? text : `${told}; ${text}`;
    if (longer.length > LONGEST_REST) return `${told}; … (+${texts.length - index})`;
    told = longer;
  }
  return told;
}

// Steps that every phase has are one sort, whatever the phase.
const partOf = (owed: OwedCommit | undefined): string =>
  owed !== undefined && saysNothing(owed.message.description)
    ? ''
    : (owed?.message.scope ?? areaOf(owed?.commit.files.map(({ path }) => path) ?? []) ?? '');

const inOrder = (lines: readonly EntryLine[]): EntryLine[] =>
  [...lines].sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind) || b.weight - a.weight);

// Kinds in their order, heavier first in each. What does not fit is one line in the authors' words: what was
// built can be looked up by its ids, a gotcha cannot.
function fit(lines: readonly EntryLine[], room: number, words: Words): EntryLine[] {
  const ordered = inOrder(lines);
  if (ordered.length <= room) return ordered;
  const rank = ({ kind }: EntryLine) => (kind === 'minor' ? 2 : Number(kind === 'built' || kind === 'done'));
  const kept = new Set(
    [...ordered].sort((a, b) => rank(a) - rank(b) || b.weight - a.weight).slice(0, room - 1),
  );
  const [first, ...others] = ordered.filter((line) => !kept.has(line)).map(withLabel);
  if (first === undefined) return ordered;
  const rest = { ...joined([first, ...others]), kind: 'minor' as const, label: words.also };
  return [...ordered.filter((line) => kept.has(line)), rest];
}

const withLabel = (line: EntryLine): EntryLine =>
  line.label === null ? line : { ...line, text: `${line.label}: ${line.text}` };

const LONGEST_PART = 100;
const LONGEST_REST = 400;
const MOST_DETAILS = 8;
/** Lines up to which an entry takes in details that say no more than that something was done. */
const SHORT_ENTRY = 8;

// Room that is left goes to details, a round at a time, the heaviest commit first; the last of a commit's
// lines takes in the rest of them, as far as a line goes.
function spread(lines: readonly EntryLine[], room: number): EntryLine[] {
  const shown = new Map(lines.map((line) => [line, 0]));
  const byWeight = [...lines].sort((a, b) => b.weight - a.weight);
  let left = room - lines.length;
  for (let round = 1; round <= MOST_DETAILS; round++) {
    for (const line of byWeight) {
      const detail = line.details[round - 1];
      if (detail === undefined || shown.get(line) !== round - 1) continue;
      if (left <= (saysWhy(detail) ? 0 : Math.max(0, room - SHORT_ENTRY))) continue;
      shown.set(line, round);
      left--;
    }
  }
  return lines.map((line) => withDetails(line, shown.get(line) ?? 0));
}

function withDetails(line: EntryLine, count: number): EntryLine {
  const { details } = line;
  if (details.length <= count) return line;
  const kept = details.slice(0, Math.max(0, count - 1));
  const rest = cutText(details.slice(kept.length).join('; '), LONGEST_DETAILS);
  if (count > 0) return { ...line, details: [...kept, rest] };
  const isFull = line.text.length + SHORTEST_DETAIL > LONGEST_DETAILS;
  return {
    ...line,
    details: [],
    text: isFull ? line.text : `${line.text} — ${cutText(rest, LONGEST_DETAILS - line.text.length)}`,
  };
}

/** Characters of a line that takes in several details; and what is worth to begin one with. */
const LONGEST_DETAILS = 360;
const SHORTEST_DETAIL = 60;
