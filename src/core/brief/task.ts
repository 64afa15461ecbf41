// What of the documents bears on a task or on a pasted error: the decision that answers it, and the sections, ranked.
import { searchDecisions } from '../decisions/search.ts';
import { plainText } from '../markdown/inline.ts';
import { readOutline } from '../markdown/outline.ts';
import { rank } from '../ranking.ts';
import type { Decision, Document } from '../types.ts';
import { cleanLine } from '../wording/lines.ts';

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
  /** The decision that answers it, whether it stands or not; null where none does. */
  readonly decision: Decision | null;
  /** Best first. */
  readonly passages: readonly Passage[];
};

const MOST_PASSAGES = 8;
/** Share of the best passage's score below which one is left out. */
const WEAKEST = 0.25;

export function findForTask(
  task: string,
  documents: readonly Document[],
  decisions: readonly Decision[],
): TaskFindings {
  const question = isError(task) ? `${task} ${causesOf(task).join(' ')}` : task;
  const weightOf = isError(task) ? ({ title }: Passage) => (TRAPS.test(title) ? 2 : 1) : () => 1;
  const ranked = rank(documents.flatMap(splitPassages), question, ({ title, lines }) => ({
    title,
    text: lines.join('\n'),
  }))
    .map(({ item, score }) => ({ item, score: score * weightOf(item) }))
    .sort((a, b) => b.score - a.score);
  const least = (ranked[0]?.score ?? 0) * WEAKEST;
  return {
    task,
    decision: findAnswer(task, decisions),
    passages: ranked
      .filter(({ score }) => score >= least)
      .slice(0, MOST_PASSAGES)
      .map(({ item }) => item),
  };
}

function splitPassages({ path, text }: Document): Passage[] {
  const { lines, sections } = readOutline(text);
  return sections.flatMap(({ from, bodyTo, level }) => {
    const own = lines
      .slice(level === 0 ? from : from + 1, bodyTo)
      .filter(({ kind }) => kind !== 'comment' && kind !== 'front');
    const said = own.map((line) => cleanLine(line.text)).filter(Boolean);
    const above = sections.filter((outer) => outer.level > 0 && outer.from <= from && from < outer.to);
    const title = above.map((outer) => cleanLine(plainText(outer.title))).join(' › ');
    return said.length === 0 ? [] : [{ path, line: from + 1, title, lines: said }];
  });
}

const isError = (task: string): boolean =>
  /\b(?:errors?|exceptions?|traceback|fatal|panic(?:ked)?|failed|failure|segfault|oom|killed|exit (?:code|status)|E[A-Z]{4,}|\w+(?:Error|Exception))\b|^\s+at \S+ \(/m.test(
    task,
  );

// Where traps and limits stand.
const TRAPS =
  /gotcha|pitfall|limit|hardware|environment|setup|troubleshoot|known issue|constraint|requirement|quirk/i;

// What an error text does not say but is about: the words under which a document keeps its cause.
const CAUSES: readonly (readonly [RegExp, string])[] = [
  [/out of memory|\boom\b|heap|allocat|cuda|vram|killed/i, 'memory ram vram gpu gb'],
  [/enospc|no space|disk quota/i, 'disk space storage gb'],
  [
    /etimedout|econnrefused|econnreset|timed? ?out|unreachable|socket/i,
    'network timeout proxy port rate limit',
  ],
  [/eacces|eperm|permission denied|forbidden|\b40[13]\b/i, 'permission access token credentials'],
  [
    /module ?not ?found|no module named|cannot find (?:module|package)|import ?error|undefined reference/i,
    'dependency install import version path',
  ],
  [/unsupported|deprecated|incompatible|version|abi|syntax ?error/i, 'version compatibility python node'],
  [/\b429\b|rate limit|quota/i, 'rate limit quota budget'],
  [/database is locked|deadlock|lock/i, 'lock concurrency transaction'],
  [/encod|decod|unicode|utf/i, 'encoding utf'],
];

const causesOf = (task: string): string[] =>
  CAUSES.flatMap(([sign, words]) => (sign.test(task) ? [words] : []));

/** Share of a question's words that a decision must hold to answer it. */
const ANSWERED = 0.5;

function findAnswer(task: string, decisions: readonly Decision[]): Decision | null {
  const [best] = searchDecisions(decisions, task);
  return best !== undefined && best.held >= ANSWERED ? best.decision : null;
}
