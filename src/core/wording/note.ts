// What is said around lines that are recorded by hand.
import type { ProblemText } from '../problem.ts';
import { commandLine, quoteText } from './command.ts';

export const describeNoteUsage = (kinds: readonly string[]): ProblemText => ({
  what: 'note takes what it is and one line of text',
  fix: `${commandLine('note next "‹next step›"')}   or another of ${kinds.join(', ')}`,
});

export const describeMissingRationale = (text: string): ProblemText => ({
  what: 'a deviation needs its rationale',
  fix: commandLine(`note deviation ${quoteText(text)} --rationale "‹why›"`),
});

export const describeNoConversation = (paths: readonly string[]): ProblemText => ({
  what: 'there is no file for discussions',
  why: `looked for ${paths.join(', ')}`,
  fix: `${commandLine('init')}   or name yours in handoff.config.json: { "documents": { "conversation": "..." } }`,
});

export const NOTE_QUESTION = 'What is to be recorded?';
export const RATIONALE_QUESTION = 'Why does it deviate?';

/** A deviation and its rationale, as one line. */
export const withRationale = (text: string, rationale: string): string => `${text} — ${rationale}`;

type Place = { readonly path: string; readonly line: number };

export const describeNoted = ({ path, line }: Place): string => `handoff: noted in ${path}:${line}`;

export const describeKnown = ({ path, line }: Place): string => `handoff: ${path}:${line} says so already`;
