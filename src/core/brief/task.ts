// What of the documents bears on a task or on a pasted error: the decision that answers it, and the sections,
// ranked.
import { searchDecisions } from '../decisions/search.ts';
import { createSuccession, latestAfter } from '../decisions/succession.ts';
import { plainText } from '../markdown/inline.ts';
import { type Outline, parentsOf, readOutline, type Section } from '../markdown/outline.ts';
import { rank, termsOf } from '../ranking.ts';
import type { Decision, Document } from '../types.ts';
import { cleanLine } from '../wording/lines.ts';
import { aboutError, gotchasFor, isError, TRAPS, trapsIn, weigherFor } from './error.ts';
import type { Point } from './point.ts';

export type Passage = {
  readonly path: string;
  /** 1-based, of its heading. */
  readonly line: number;
  /** The headings above it, outermost first. */
  readonly title: string;
  /** Its own lines, without those of its subsections. */
  readonly lines: readonly string[];
};

export type TaskFindings = {
  readonly task: string;
  /** The decision that answers it, whether it is in force or not; null where none does. */
  readonly decision: Decision | null;
  /** The one that is in force in its place. */
  readonly latest: Decision | null;
  /** Those that bear on a pasted error, best first; null: no error was pasted. */
  readonly gotchas: readonly Point[] | null;
  /** Best first. */
  readonly passages: readonly Passage[];
};

const MOST_PASSAGES = 8;
/** Share of the best passage's score below which one is left out. */
const WEAKEST = 0.25;

type Sources = {
  readonly documents: readonly Document[];
  readonly decisions: readonly Decision[];
  /** Of the context file. */
  readonly gotchas: readonly Point[];
};

export function findForTask(task: string, { documents, decisions, gotchas }: Sources): TaskFindings {
  const isPasted = isError(task);
  const object = isPasted ? task : objectOf(task);
  const question = isPasted ? aboutError(task) : object;
  const weigh = isPasted ? weigherFor(task) : null;
  const bears = ({ title, lines }: Passage) => weigh === null || weigh(`${title}\n${lines.join('\n')}`) > 0;
  const traps = isPasted ? gotchasFor(task, [...gotchas, ...documents.flatMap(trapsIn)]) : null;
  const weightOf = (passage: Passage) =>
    isPasted ? (TRAPS.test(passage.title) ? 2 : 1) : hasPhrase(object, passage) ? PHRASE : 1;
  const ranked = rank(
    documents.flatMap(({ path, text }) => passagesOf(path, readOutline(text))),
    question,
    ({ title, lines }) => ({ title, text: lines.join('\n') }),
  )
    .map(({ item, score }) => ({ item, score: score * weightOf(item) }))
    .sort((a, b) => b.score - a.score);
  const least = (ranked[0]?.score ?? 0) * WEAKEST;
  const decision = findAnswer(object, decisions);
  return {
    task,
    decision,
    latest: (decision && latestAfter(decision, createSuccession(decisions))) ?? null,
    gotchas: traps,
    passages: ranked
      .filter(({ score, item }) => score >= least && bears(item) && !isTold(item, traps ?? []))
      .slice(0, MOST_PASSAGES)
      .map(({ item }) => item),
  };
}

// A section whose points are told one by one.
const isTold = ({ path, line, lines }: Passage, traps: readonly Point[]): boolean =>
  traps.some(
    (trap) => trap.line > line && trap.line <= line + lines.length + 2 && (trap.path ?? path) === path,
  );

/** What each section says itself, below the titles of those around it. */
export function passagesOf(path: string, { lines, sections }: Outline): Passage[] {
  const parents = parentsOf(sections);
  return sections.flatMap((section) => {
    const { from, bodyTo, level } = section;
    const own = lines
      .slice(level === 0 ? from : from + 1, bodyTo)
      .filter(({ kind }) => kind !== 'comment' && kind !== 'front');
    const said = own.map((line) => cleanLine(line.text)).filter(Boolean);
    const titles: string[] = [];
    for (let one: Section | undefined = section; one !== undefined && one.level > 0; one = parents.get(one))
      titles.unshift(cleanLine(plainText(one.title)));
    return said.length === 0 ? [] : [{ path, line: from + 1, title: titles.join(' › '), lines: said }];
  });
}

/** What a task is about: without the words that ask, and without its verb. */
const ASKING =
  /^\W*(?:(?:please|now|next|then|help me(?: to)?|(?:can|could|would) you(?: please)?|(?:we|i|you)(?: now)? (?:need|want|have|should|must|would like)(?: to)?|let'?s|let us|time to|todo:?|task:?)\s+)+/i;
const VERB =
  /^\W*(?:[a-z]+(?:-[a-z]+)?(?:\s+(?:up|out|in|on|off|over))?\s+(?=(?:the|an?|our|all|this|that|these|those|some|any|my|its|each|every|new)\s)|(?:analy[sz]e|clean|configure|deploy|design|develop|document|draft|evaluate|explain|explore|finali[sz]e|generate|integrate|investigate|measure|migrate|move|optimi[sz]e|polish|port|prepare|profile|prototype|refine|rename|research|review|rewrite|simplify|split|train|tune|upgrade|validate|verify|wire)\s+)/i;

const objectOf = (task: string): string => {
  const asked = task.replace(ASKING, '');
  return asked.replace(VERB, '') || asked;
};

const PHRASE = 1.5;

// `compression layer`, both words in a row, says more than each of them somewhere.
function hasPhrase(object: string, { title, lines }: Passage): boolean {
  const words = termsOf(object).map(({ stem }) => stem);
  const said = termsOf(`${title}\n${lines.join('\n')}`).map(({ stem }) => stem);
  return words.length > 1 && said.some((word, at) => word === words[0] && said[at + 1] === words[1]);
}

/** Share of a question's words that a decision must hold to answer it, and how well it must hold them. */
const ANSWERED = 0.5;
const HELD_WELL = 0.4;

function findAnswer(task: string, decisions: readonly Decision[]): Decision | null {
  const [best] = searchDecisions(decisions, task);
  return best !== undefined && best.held >= ANSWERED && best.score >= HELD_WELL ? best.decision : null;
}
