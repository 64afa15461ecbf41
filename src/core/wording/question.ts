// What a person is asked about a draft.
import { commandLine } from './command.ts';

export const DRAFT_QUESTION = 'Record this?';

export const DRAFT_CHOICES = [
  { value: 'commit', name: 'Yes, as a commit of its own' },
  { value: 'write', name: 'Yes, into the work tree' },
  { value: 'edit', name: 'Edit it first' },
  { value: 'later', name: 'Not now' },
  { value: 'never', name: 'Never for this commit' },
] as const;

/** For a terminal that has no room for the diff and the menu; lines of 40 columns at most. */
export const describeHiddenDiff = (): string =>
  'See the diff: choose "Edit it first", or\n"Not now", then git handoff draft --stdout';

/** One line for all blanks; what stands before the first label answers the first of them. */
export const askForAll = (blanks: readonly string[]): string =>
  `Add what only you know, as  ${blanks.map((blank) => `${blank}: …`).join('  ')}  (Enter to pass):`;

/** `the importer; blocker: no key yet` as an answer for each blank that it has one for. */
export function readAnswers(line: string, blanks: readonly string[]): Readonly<Record<string, string>> {
  const label = new RegExp(`(?:^|[\\s;,|.])(${blanks.join('|')}):(?=\\s)`, 'i');
  const [first = '', ...others] = line.split(label);
  const pairs = others.flatMap((name, at) =>
    at % 2 === 0 ? [[name.toLowerCase(), others[at + 1] ?? ''] as const] : [],
  );
  const answers = [[blanks[0] ?? '', first] as const, ...pairs]
    .map(([blank, text]) => [blank, text.trim().replace(/(?<!\s)\s*[;,|]$/, '')] as const)
    .filter(([blank, text]) => blank !== '' && text !== '');
  return Object.fromEntries(answers);
}

/** What `draft` makes up for later. */
export const describePutOff = (): string =>
  `handoff: put off; to come back to it:  ${commandLine('draft')}   (the next commit that matters asks again)`;
