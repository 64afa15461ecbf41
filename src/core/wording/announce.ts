// What is said where nobody is asked: that an update was drafted, what only the author can add, and the one
// command that does it. For a coding agent these lines are the prompt: facts, at most eight of them.
import type { DraftInto } from '../config/defaults.ts';
import type { Draft, Tracking } from '../types.ts';
import { commandIn, commandLine, commitCommand } from './command.ts';
import { foldLine } from './lines.ts';

/** Lines for points of the entry; the file has them all. */
const MOST_POINTS = 3;
const MOST_LINES = 8;
const LONGEST_POINT = 100;

const LANDED: Readonly<Record<DraftInto, readonly [done: string, where: string]>> = {
  worktree: ['drafted', 'in the work tree, not staged'],
  index: ['drafted', 'staged for the next commit'],
  commit: ['committed', 'by itself'],
};

const ONLY_WRITTEN = ['drafted', 'in the work tree; git ignores the file'] as const;

/** One line, for a person who has seen the draft. */
export function confirmDraft(
  { path, added }: Draft,
  into: DraftInto,
  tracking: Tracking = 'committed',
): string {
  const [done, where] = tracking === 'ignored' ? ONLY_WRITTEN : LANDED[into];
  const file = foldLine(path);
  if (added.length === 0) return `handoff: brought the commit ids in ${file} up to date, ${where}`;
  return `handoff: ${done} an update of ${file} for ${countCommits(added.length)}, ${where}`;
}

export type Announced = {
  readonly draft: Draft;
  readonly into: DraftInto;
  /** Whether a coding agent made the commits, as far as its environment says. */
  readonly isAgent?: boolean;
  /** Files that were written beside the context file. */
  readonly beside?: readonly string[];
  /** As in `commandIn`. */
  readonly directory?: string;
  readonly tracking?: Tracking;
};

/** Lines without a final line ending. */
export function announceDraft(announced: Announced): string {
  const { draft, into, isAgent = false, beside = [], directory = '', tracking = 'committed' } = announced;
  const rest = [
    ...leftOut(draft),
    ...describeMasked(draft.masked),
    ...blanks(draft.blanks, isAgent),
    ...commands(draft, { into, beside, directory, tracking }),
  ];
  const said = points(draft, Math.min(MOST_POINTS, MOST_LINES - 1 - rest.length));
  return [
    confirmDraft(draft, into, tracking),
    ...said.map((point, at) => `  ${at === 0 ? 'says' : '    '} ${point}`),
    ...rest,
  ].join('\n');
}

/** What stands below either where there are more commits than were looked at. */
export const describeUnseen = (seen: number): string =>
  `  note only the newest ${seen} commits were looked at; for all: ${commandLine('draft')}`;

/** Below what the gate says of a commit that an agent was kept from. */
export const AGAIN =
  'Nothing was committed. Stage the decision too, and run the same commit again; --no-verify skips this.';

/** For an agent whose turn ends while a draft waits: asked once for each commit. */
export const describeOpenDraft = (path: string, directory: string): string =>
  [
    `handoff: ${foldLine(path)} has a drafted update of your commits that is not committed`,
    ...blanks(['next', 'gotcha', 'blocker'], true),
    ...commands(
      { path, blanks: ['next'] },
      { into: 'worktree', beside: [], directory, tracking: 'committed' },
    ),
    '  skip end the turn again: this is not asked a second time for this commit',
  ].join('\n');

const countCommits = (count: number): string => (count === 1 ? 'one commit' : `${count} commits`);

const describeMasked = ([first, ...others]: readonly string[]): string[] => {
  if (first === undefined) return [];
  const what = /^[0-9a-f]{40,64}$/.test(first) ? `the message of ${first.slice(0, 7)}` : first;
  const more = others.length === 0 ? '' : ` (and ${others.length} more)`;
  return [`  note ${what}${more} holds a secret: it was left out here, but git keeps it; revoke it`];
};

function points({ points: all }: Draft, most: number): string[] {
  const shown = all.length > most ? most - 1 : most;
  const more = all.length - shown;
  return [
    ...all.slice(0, shown).map((text) => cut(text, LONGEST_POINT)),
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

const BLANKS: Readonly<Record<string, string>> = { next: 'next step' };

const nameOf = (blank: string): string => BLANKS[blank] ?? blank;

const blanks = (names: readonly string[], isAgent: boolean): string[] =>
  names.length === 0
    ? []
    : [`  add  what only ${isAgent ? 'you know' : 'the author knows'}: ${names.map(nameOf).join(', ')}`];

const leftOut = ({ leftOut: count = 0, unread = 0 }: Draft): string[] => [
  ...(count === 0 ? [] : [`  note ${count} older changes were too many for one draft, and left out`]),
  ...(unread === 0 ? [] : [`  note ${unread} more of the changed documents were too many to be read`]),
];

const PARKED = 'takes it out before a pull or a switch; a later draft brings it back';

/** What remains to be done, in this order: the first blank, then the commit of what was only written. */
function commands(
  { path, blanks: [blank] }: Pick<Draft, 'path' | 'blanks'>,
  { into, beside, directory, tracking }: Required<Omit<Announced, 'draft' | 'isAgent'>>,
): string[] {
  const fill = blank === undefined ? [] : [commandIn(directory, `note ${blank} "‹${nameOf(blank)}›"`)];
  const isPending = into === 'worktree' && tracking !== 'ignored';
  const isNew = tracking === 'uncommitted';
  const keep = isPending ? [commitCommand(isNew ? [] : [path], isNew ? [path, ...beside] : beside)] : [];
  const fixes = [...fill, ...keep].map((command, at) => `  ${at === 0 ? 'fix ' : '    '} ${command}`);
  const skip =
    isPending && !isNew && beside.length === 0 ? [`  skip ${commandIn(directory, 'park')}  ${PARKED}`] : [];
  return [...fixes, ...skip];
}
