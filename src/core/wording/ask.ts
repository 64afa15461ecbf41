// What a person at the terminal is asked.
import type { Answer, Draft } from '../types.ts';
import { countCommits } from './announce.ts';

export const describeDraftQuestion = ({ path, commits }: Draft): string =>
  `Record ${countCommits(commits.length)} in ${path}?`;

/** Most wanted first. */
export const DRAFT_CHOICES: readonly { readonly value: Answer; readonly name: string }[] = [
  { value: 'commit', name: 'commit it separately' },
  { value: 'write', name: 'write it, uncommitted' },
  { value: 'edit', name: 'edit it first' },
  { value: 'later', name: 'not now' },
  { value: 'never', name: 'never for this commit' },
];

const BLANKS: Readonly<Record<string, string>> = {
  next: 'What comes next?',
  gotcha: 'What would have saved time to know?',
  blocker: 'What blocks the way?',
};

/** `blank`: one of a draft's blanks. */
export const describeBlankQuestion = (blank: string): string =>
  `${BLANKS[blank] ?? `${blank}?`} (Enter to pass)`;
