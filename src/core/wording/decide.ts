// What is said when a decision is written or looked for.
import type { Told } from '../decisions/told.ts';
import type { ProblemText } from '../problem.ts';
import type { Decision } from '../types.ts';
import { commandLine, decideCommand } from './command.ts';
import { joinLines } from './lines.ts';

export const TITLE_QUESTION = 'What is decided, in a few words?';
export const CHOSEN_QUESTION = 'What was chosen?';
export const RATIONALE_QUESTION = 'Why?';

/** `missing`: of title, chosen, rationale. */
export const describeMissing = (
  missing: readonly string[],
  why = 'there is no terminal to ask at',
): ProblemText => ({
  what: `a decision needs ${missing.map((name) => (name === 'title' ? 'a title' : `--${name}`)).join(' and ')}`,
  why,
  fix: decideCommand(),
});

export const describeNoDecision = (id: string): ProblemText => ({
  what: `there is no decision ${id} to replace`,
  fix: `${commandLine('decisions')}   lists them all`,
});

export const describeDecided = (places: readonly string[]): string =>
  `handoff: decision written in ${places[0]}${places.length > 1 ? ` (also ${places.slice(1).join(', ')})` : ''}; commit it with the change`;

export const describeNothingFound = (question: string): string =>
  question === ''
    ? 'handoff: no decision is recorded yet'
    : `handoff: no decision is about ${JSON.stringify(question)}`;

export const describeMentionsOnly = (question: string): string =>
  `handoff: no decision settles ${JSON.stringify(question)}; these lines mention it`;

/** A sentence of a kept file, with where it stands. */
export const formatTold = ({ text, path, line, title, kind, status }: Told): string =>
  joinLines([
    `${clip(text)}   (${[kind === 'said' ? 'said' : 'mentions', status === 'stands' ? null : status].filter(Boolean).join(', ')})   ${path}:${line}`,
    ...(title === '' ? [] : [`  under   ${clip(title)}`]),
  ]);

/** Like a decision's line, its title the sentence; `kind`: `said` or `mention`. */
export const formatToldJson = ({ text, path, line, title, kind, status, score }: Told): string =>
  JSON.stringify({
    ...{ id: null, title: text, chosen: null, rationale: null, status, supersededBy: null, date: null },
    ...{ path, line, score: Math.round(score * 100) / 100, rejected: null, kind, under: title },
  });

export type RankedDecision = { readonly decision: Decision; readonly score: number };

/** The decision that is in force in its place, and those whose place it took. */
export type Neighbours = { readonly latest: Decision | undefined; readonly replaced: readonly Decision[] };

/** For people: what was chosen and why, whether it is in force, what it replaced and what replaced it. */
export function formatDecision({ decision }: RankedDecision, { latest, replaced }: Neighbours): string {
  const { id, date, status, path, line, chosen, rationale, rejected } = decision;
  const isInChosen = rationale !== null && chosen?.includes(rationale) === true && chosen.length <= LONGEST;
  const name = nameOf(decision).join('  ');
  const lines = [
    `${name}   (${[date !== id ? date : null, status].filter(Boolean).join(', ')})   ${path}:${line}`,
    ...(chosen === null ? [] : [`  chosen  ${clip(chosen)}`]),
    ...(rationale === null || isInChosen ? [] : [`  why     ${clip(rationale)}`]),
    ...(rejected === null ? [] : [`  not     ${clip(rejected)}`]),
    ...replaced
      .map((old) => `  before  ${[...nameOf(old), old.chosen].filter(Boolean).join('  ')}`)
      .map(clip),
    ...(status !== 'superseded' ? [] : [`  now     ${describeSuccessor(decision, latest)}`]),
  ];
  return joinLines(lines);
}

const nameOf = ({ id, title }: Decision): string[] =>
  [id, title].filter((word) => word !== null).filter(Boolean);

const describeSuccessor = ({ supersededBy }: Decision, successor: Decision | undefined): string =>
  successor === undefined
    ? (supersededBy ?? 'nothing in its place')
    : `${nameOf(successor).join('  ')}   ${successor.path}:${successor.line}`;

const LONGEST = 300;

const clip = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text);

/** A line of JSON; fields may be added, never renamed. */
export const formatDecisionJson = ({ decision, score }: RankedDecision): string => {
  const { id, title, chosen, rationale, rejected, status, supersededBy, date, path, line } = decision;
  const answer = { id, title, chosen, rationale, status, supersededBy, date, path, line, score, rejected };
  return JSON.stringify(answer);
};
