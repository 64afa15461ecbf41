// What is said where nobody is asked: that an update was drafted, what only the author can add, and the one command
// that does it. For a coding agent these lines are the prompt: facts, at most eight of them.
import type { DraftInto } from '../config/defaults.ts';
import type { Draft } from '../types.ts';
import { foldLine } from './lines.ts';

/** Points of the entry that are shown; the file has them all. */
const MOST_POINTS = 3;
const LONGEST_POINT = 100;

const LANDED: Readonly<Record<DraftInto, readonly [done: string, where: string]>> = {
  worktree: ['drafted', 'in the work tree, not staged'],
  index: ['drafted', 'staged for the next commit'],
  commit: ['committed', 'by itself'],
};

/** One line, for a person who has seen the draft. */
export function confirmDraft({ path, added }: Draft, into: DraftInto): string {
  const [done, where] = LANDED[into];
  const file = foldLine(path);
  if (added.length === 0) return `handoff: brought the commit ids in ${file} up to date, ${where}`;
  return `handoff: ${done} an update of ${file} for ${countCommits(added.length)}, ${where}`;
}

/** Lines without a final line ending. `isAgent`: a coding agent made the commits, as far as its environment says. */
export function announceDraft(draft: Draft, into: DraftInto, isAgent = false): string {
  return [
    confirmDraft(draft, into),
    ...points(draft).map((point, at) => `  ${at === 0 ? 'says' : '    '} ${point}`),
    ...leftOut(draft),
    ...describeMasked(draft.masked),
    ...blanks(draft.blanks, isAgent),
    ...command(draft, into),
  ].join('\n');
}

/** What stands below either where there are more commits than were looked at. */
export const describeUnseen = (seen: number): string =>
  `  note only the newest ${seen} commits were looked at; for all: npx handoff-hooks draft`;

const countCommits = (count: number): string => (count === 1 ? 'one commit' : `${count} commits`);

const describeMasked = ([sha]: readonly string[]): string[] =>
  sha === undefined
    ? []
    : [
        `  note the message of ${sha.slice(0, 7)} holds a secret: it was left out here, but git keeps it; revoke it`,
      ];

function points({ points: all }: Draft): string[] {
  const more = all.length - MOST_POINTS;
  return [
    ...all.slice(0, MOST_POINTS).map((text) => cut(text, LONGEST_POINT)),
    ...(more > 0 ? [`and ${more} more`] : []),
  ];
}

const cut = (text: string, length: number): string =>
  [...text].length <= length
    ? text
    : `${[...text]
        .slice(0, length - 1)
        .join('')
        .trimEnd()}…`;

const blanks = (names: readonly string[], isAgent: boolean): string[] =>
  names.length === 0
    ? []
    : [`  left ${names.join(', ')}: known to ${isAgent ? 'you' : 'the author of the commits'} alone`];

const leftOut = ({ leftOut: count = 0 }: Draft): string[] =>
  count === 0 ? [] : [`  note ${count} older changes were too many for one draft, and left out`];

/** What remains to be done: the first blank, else the commit of what was only written. */
function command({ path, blanks: [blank] }: Draft, into: DraftInto): string[] {
  if (blank !== undefined) return [`  fix  npx handoff-hooks note ${blank} "..."`];
  if (into !== 'worktree') return [];
  return [`  fix  git commit -m "docs: update the session context" -- ${quoteWord(path)}`];
}

/** As one word of a POSIX shell. */
export const quoteWord = (text: string): string =>
  /^[\w./-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
