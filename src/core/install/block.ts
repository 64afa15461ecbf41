// The only text of ours in a user's hook: a block between two marker lines, in POSIX sh, that calls the hook
// of the same name in `<git common dir>/handoff-hooks/hooks`. It says itself how to take it back, so that it
// can be taken out of a clone that has no manifest.
import { readsInput } from './githooks.ts';

const START = '# >>> handoff-hooks >>>';
const END = '# <<< handoff-hooks <<<';
const MADE = '# handoff-hooks made this file and takes it away again.';

export type BlockForm = {
  readonly hook: string;
  /** We made the file; there is nothing else in it. */
  readonly isMade: boolean;
  /** The hook that is called behind ours, as a shell word; null where there is none. */
  readonly next: string | null;
  /** The hook goes with the repository to people who have not installed anything. */
  readonly isShared: boolean;
};

/** Lines that each end with `\n`. Fit for `sh -eu`; leaves arguments and standard input to what follows. */
export function hookBlock({ hook, isMade, next, isShared }: BlockForm): string {
  const shim = `"$handoff_home/hooks/${hook}"`;
  return lines([
    START,
    '# Keeps SESSION_CONTEXT.md true. `npx handoff-hooks uninstall` takes this out again.',
    ...(isMade ? [MADE] : []),
    `handoff_home=\${GIT_DIR:-.git}/handoff-hooks`,
    // A linked worktree has a directory of that name too, for what is remembered there.
    `[ -f ${shim} ] ||`,
    '  handoff_home=$(git rev-parse --git-common-dir 2>/dev/null)/handoff-hooks || :',
    ...(readsInput(hook) ? readingInput(shim, hook) : plain(shim, hook)),
    ...(isShared || hook !== 'commit-msg' ? [] : sayGone),
    'fi',
    ...(next === null ? [] : callNext(next)),
    END,
  ]);
}

export type Cut = {
  /** The text without our blocks. */
  readonly rest: string;
  /** Whether one of them said that the file is ours. */
  readonly isMade: boolean;
  readonly blocks: number;
};

/** Works on a text of any line ending and indentation, whatever stands between the markers. */
export function cutBlocks(text: string): Cut {
  const block = findBlock(text);
  if (block === null) return { rest: text, isMade: false, blocks: 0 };
  const later = cutBlocks(text.slice(0, block.start) + text.slice(block.end));
  const isMade = later.isMade || text.slice(block.start, block.end).includes(MADE);
  return { rest: later.rest, isMade, blocks: later.blocks + 1 };
}

/** Whether one marker stands there without the other. */
export function hasUnmatchedMarker(text: string): boolean {
  const { rest } = cutBlocks(text);
  return rest.includes(START) || rest.includes(END);
}

/** Any lines between our markers, at an indentation; `comment` opens one where `#` does not. */
export const markedLines = (inner: readonly string[], indent = '', comment = ''): string =>
  lines([comment + START, ...inner, comment + END].map((line) => indent + line));

/** A block behind a text, which ends as it ended before. */
export const appendBlock = (text: string, block: string): string =>
  text === '' || text.endsWith('\n') ? text + block : `${text}\n${block.trimEnd()}`;

// The shim ends with 0 or 10. A shell that can't open its files, as where too many are open, ends it with its
// own code.
const notRun = (hook: string): string =>
  `case $? in 10) exit 1 ;; *) (exec >&2; echo 'handoff: ${hook} not run: the shell could not read its files') ;; esac`;

function plain(shim: string, hook: string): string[] {
  return [`if [ -f ${shim} ]; then`, `  (. ${shim}) || ${notRun(hook)}`];
}

// What came on standard input is read once and given to both: ours, then the rest of the hook.
function readingInput(shim: string, hook: string): string[] {
  return [
    `if [ -f ${shim} ]; then`,
    '  handoff_input=$(cat)',
    `  (. ${shim}) <<HANDOFF || ${notRun(hook)}`,
    '$handoff_input',
    'HANDOFF',
    '  if [ -z "$handoff_input" ]; then exec </dev/null; else exec <<HANDOFF',
    '$handoff_input',
    'HANDOFF',
    '  fi',
  ];
}

const sayGone = [
  'else',
  "  echo 'handoff: commit-msg not run: npx handoff-hooks install repairs it, uninstall removes it' >&2",
];

const callNext = (hook: string): string[] => [
  '# The hook that stood here before, as it was.',
  `handoff_next=${hook}`,
  '[ ! -x "$handoff_next" ] || exec "$handoff_next" "$@"',
];

const lines = (all: readonly string[]): string => all.map((line) => `${line}\n`).join('');

function findBlock(text: string): { readonly start: number; readonly end: number } | null {
  const from = lineStart(text, text.indexOf(START));
  const close = from < 0 ? -1 : text.indexOf(END, from);
  if (close < 0) return null;
  const newline = text.indexOf('\n', close);
  // A file without a final newline got one in front of the block.
  if (newline < 0) return { start: Math.max(0, from - 1), end: text.length };
  return { start: from, end: newline + 1 };
}

const lineStart = (text: string, at: number): number => (at < 0 ? -1 : text.lastIndexOf('\n', at) + 1);
