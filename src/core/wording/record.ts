// What is said around drafts: no context file, nothing owed, changes under one's feet.
import type { ProblemText } from '../problem.ts';
import type { Gate } from '../types.ts';
import {
  addCommand,
  commandLine,
  commitCommand,
  decideCommand,
  pathsHere,
  quoteText,
  quoteWord,
} from './command.ts';
import { foldLine } from './lines.ts';

/** `leftOut`: a context file that a sparse checkout leaves out of the work tree. */
export const describeNoContext = (leftOut: string | null): ProblemText =>
  leftOut === null
    ? NO_CONTEXT
    : {
        what: `${leftOut} is left out of this sparse checkout`,
        why: 'nothing is drafted where the file is not',
        fix: `git sparse-checkout add ${quoteWord(leftOut)}`,
      };

const NO_CONTEXT: ProblemText = {
  what: 'no context file found',
  why: 'no SESSION_CONTEXT.md, SESSION_HANDOFF.md or the like was found',
  fix: `${commandLine('init')}   or name your file in handoff.config.json: { "documents": { "context": "..." } }`,
};

export const describeNothingOwed = (path: string): string =>
  `handoff: ${path} accounts for every commit that deserves a record`;

export const describeUnknownPlace = (word: string, places: readonly string[]): ProblemText => ({
  what: `there is no place ${word} for a draft`,
  fix: `--into takes one of: ${places.join(', ')}`,
});

export const describeContextChanged = (path: string): string =>
  foldLine(`handoff: ${path} changed: read it again before you go on`);

export const describeReplayUsage = (): ProblemText => ({
  what: 'replay takes one range',
  fix: `${commandLine('replay v1.0..HEAD')}   or, for the whole history: ${commandLine('replay HEAD')}`,
});

/** `branch`: null where HEAD is detached. */
export const describePending = (path: string, branch: string | null, isNew = false): ProblemText => ({
  what: `the update of ${path}${branch === null ? '' : ` for ${branch}`} is drafted, but not committed`,
  fix: isNew ? commitCommand([], [path]) : commitCommand([path]),
});

/** An amend that was meant for the commit before. */
export const describeAmendedUpdate = (path: string, others: readonly string[]): ProblemText => ({
  what: `this amended the commit that updates ${path}, not the one before it: it now holds ${others.slice(0, MOST_NAMED).join(', ')}${others.length > MOST_NAMED ? ', …' : ''} too`,
  fix: [
    `git reset --soft HEAD~1 && git restore --staged ${pathsHere([path])}`,
    'git commit --amend --no-edit',
    commitCommand([path]),
  ],
});

const MOST_NAMED = 3;

/** `title` and `place`: of the decision that the commit lacks, and where it would be written. */
export const describeSkippedGate = ({ files }: Gate, title: string, place: string): ProblemText => ({
  what: `the hooks were skipped: ${files.join(', ')} changed with no decision`,
  fix: [decideCommand(title), addCommand([place]), 'git commit --amend --no-edit'],
});

// What is said of a context file that only ever grows.
export const describeGrowth = (path: string, characters: number): string =>
  [
    `handoff: ${path} has grown to ${Math.round(characters / 1000)} KB`,
    '  fix  set "draft": { "keepEntries": 20 } in handoff.config.json to move older log entries to docs/session-log',
  ].join('\n');

// What is said around lines that are recorded by hand.
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

// What is said of a draft that is taken out of the way.
export const describeParked = (path: string): string =>
  `handoff: took the draft out of ${foldLine(path)}; it comes back with  ${commandLine('draft')}`;

export const describeNothingPending = (path: string): string =>
  `handoff: no draft of ours waits in ${foldLine(path)}; nothing was changed`;

export const describeNotParked = (path: string): ProblemText => ({
  what: `the draft in ${foldLine(path)} was edited in the same lines, so nothing was taken out`,
  fix: commitCommand([path]),
});

// What a person is asked about a draft.
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
