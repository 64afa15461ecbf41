// What install, uninstall and status say.

import type { Leftover } from '../install/chain.ts';
import { fromBytes } from '../install/disk.ts';
import type { Place } from '../install/local.ts';
import { isInside, relativeTo } from '../install/paths.ts';
import type { ProblemText } from '../problem.ts';
import type { DiskChange } from '../types.ts';
import { commandLine, pathsHere } from './command.ts';
import { foldLine } from './lines.ts';

/** Where paths are shown from, and which of them are ours alone. */
export type View = { readonly top: string; readonly home: string | null };

const OWNERS: Readonly<Partial<Record<Place['into'], string>>> = {
  git: 'the directory that git runs hooks from',
  local: 'a directory of this repository, set in front of the shared one',
};

export function describePlace({ into, directory, settings }: Place, { top }: View): string {
  const goal = settings === null ? `${relativeTo(top, directory)}/` : relativeTo(top, settings.path);
  return `handoff: hooks go into ${goal} (${OWNERS[into] ?? `${into} runs the hooks of this repository`})`;
}

/** Such as an unpacked archive, or the build of an image. */
export const describeNoRepository = (): string =>
  'handoff: not a git repository, so there are no hooks to install';

export const describeBareWithoutWorktree = (): ProblemText => ({
  what: 'this repository is bare and has no worktree, so no commits are made here',
  fix: 'install in a clone; here, a pre-receive hook can run: npx handoff-hooks check OLD..NEW',
});

/** `scope`: of the configuration that says so. */
export const describeHooksOff = (hooksDir: string, scope: string): ProblemText => ({
  what: `hooks are turned off here: core.hooksPath leads to ${hooksDir}, which is not a directory`,
  why: `set in the ${scope} configuration`,
  fix:
    scope === 'command'
      ? 'run it again without -c core.hooksPath and without GIT_CONFIG_*'
      : `git config --${scope} --unset-all core.hooksPath   then ${commandLine('install')}`,
});

export const describeInactive = (into: Place['into'], activate: string): ProblemText => ({
  what: `${into} does not run the hooks of this repository, so nothing was changed`,
  why: `git does not look for hooks where ${into} has them`,
  fix: `${activate}   then ${commandLine(`install --into ${into}`)}`,
});

/** For a path that holds no file of its own. */
export const describeUnwirable = (path: string): ProblemText => ({
  what: `${path} is a link or a directory, and an agent is wired by a file`,
  fix: 'wire the file that it leads to by hand, or make it a file',
});

export const describeNoHome = (): ProblemText => ({
  what: '--user needs a home, and HOME is not set',
  fix: `HOME=… ${commandLine('install --user --agent claude')}`,
});

export const describeNoUserAgent = (names: readonly string[]): ProblemText => ({
  what: '--user needs to know which agent',
  fix: commandLine(`install --user --agent ${names[0]}`),
});

export const describeNoUserFile = (name: string, names: readonly string[]): ProblemText => ({
  what: `${name} has no settings in a home that we know`,
  fix: commandLine(`install --user ${names.map((one) => `--agent ${one}`).join(' ')}`),
});

const USER_FILE = { same: 'is as it should be', planned: 'would be changed', changed: 'changed' } as const;

/** `path`: below the home. */
export const describeUserFile = (path: string, done: keyof typeof USER_FILE): string =>
  `handoff: ~/${path} ${USER_FILE[done]}`;

/** For hooks that go to others with the repository: they run there once our bundle is there too. */
export const describeTeam = (): string =>
  'handoff: commit them; for teammates they run after npx handoff-hooks install, which a "prepare" script can do';

/** Of an uninstall: files that everyone has who clones the repository. */
export const describeShared = (paths: readonly string[]): string =>
  `handoff: ${paths.join(', ')} ${paths.length === 1 ? 'is' : 'are'} committed and shared: once you commit this, the hooks are gone for the whole team; to go alone, git restore ${pathsHere(paths)}`;

/** A command that is left to the user. */
export const describePending = (command: string): string => `handoff: now run: ${command}`;

/** A line for each change outside of our own directory, one for all inside of it; in a dry run with the lines
 * that come and go. */
export function describeChanges({ changes, isDry }: Done, view: View): string {
  const home = view.home;
  const isOurs = ({ path }: DiskChange) => home !== null && isInside(home, path);
  const own = changes.filter(isOurs);
  const others = changes.filter((change) => !isOurs(change));
  const lines = [
    ...(home === null || own.length === 0 ? [] : [describeOwn(own, { ...view, home })]),
    ...others.flatMap((change) => [describeChange(change, view), ...(isDry ? changedLines(change) : [])]),
  ];
  return lines.map((line) => `${foldLine(line)}\n`).join('');
}

export const describeLeftovers = (leftovers: readonly Leftover[], { top }: View): string[] =>
  leftovers.map(({ path, reason }) => foldLine(`handoff: ${relativeTo(top, path)}: ${REASONS[reason]}`));

/** The last line; `changes` are what was done, or would be. */
export function closing(command: 'install' | 'uninstall', { isDry, changes }: Done): string {
  const { nothing, done } = CLOSINGS[command];
  if (changes.length === 0) return nothing;
  return isDry ? 'handoff: nothing was written (--dry-run)' : done();
}

export type Done = { readonly isDry: boolean; readonly changes: readonly DiskChange[] };

const CLOSINGS = {
  install: {
    nothing: 'handoff: everything is in place already',
    done: () => `handoff: installed; ${commandLine('uninstall')}  takes all of it back`,
  },
  uninstall: {
    nothing: 'handoff: nothing of ours is installed here',
    done: () => 'handoff: uninstalled',
  },
} as const;

const REASONS: Readonly<Record<Leftover['reason'], string>> = {
  'aside-taken': 'is in the way of backing up the hook beside it; rename one of the two',
  'not-a-file': 'is neither a file nor a link, so it was left alone',
  'unmatched-marker':
    'has one of our two marker lines without the other; remove what is left of the block by hand',
  changed:
    'was changed since in a way that hides which part is ours; take out the lines with handoff-hooks by hand',
  replaced: 'is the earlier hook, and another one has taken its place; keep the one you want',
};

function describeOwn(
  changes: readonly DiskChange[],
  { top, home }: View & { readonly home: string },
): string {
  const isGone = changes.some(({ kind, path }) => kind === 'remove-directory' && path === home);
  const count = changes.filter(({ kind }) => kind === 'write' || kind === 'remove').length;
  return `${isGone ? 'remove' : 'write'} ${relativeTo(top, home)}/ (${count} files of ours)`;
}

const VERBS: Readonly<Record<DiskChange['kind'], string>> = {
  'make-directory': 'make',
  'remove-directory': 'remove',
  move: 'move',
  write: 'write',
  remove: 'remove',
};

function describeChange(change: DiskChange, { top }: View): string {
  const path = relativeTo(top, change.path);
  if (change.kind === 'move') return `move ${path} to ${relativeTo(top, change.to)}`;
  const verb = change.kind === 'write' && change.before !== null ? 'edit' : VERBS[change.kind];
  return `${verb} ${path}${change.kind.endsWith('directory') ? '/' : ''}`;
}

function changedLines(change: DiskChange): string[] {
  if (change.kind !== 'write') return [];
  const before = toLines(change.before?.text ?? '');
  const after = toLines(change.after.text);
  const same = before.findIndex((line, index) => line !== after[index]);
  const head = same < 0 ? Math.min(before.length, after.length) : same;
  const tail = sharedTail(before.slice(head), after.slice(head));
  return [
    ...before.slice(head, before.length - tail).map((line) => `  - ${line}`),
    ...after.slice(head, after.length - tail).map((line) => `  + ${line}`),
  ];
}

function sharedTail(before: readonly string[], after: readonly string[]): number {
  const differs = before.toReversed().findIndex((line, index) => line !== after.at(-1 - index));
  return differs < 0 ? Math.min(before.length, after.length) : differs;
}

const toLines = (bytes: string): string[] =>
  bytes === '' ? [] : fromBytes(bytes).replace(/\n$/, '').split('\n');
