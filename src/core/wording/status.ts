// What status says, to people and to programs.
import type { Fault, HookState, Inspection } from '../install/inspect.ts';
import { relativeTo } from '../install/paths.ts';
import type { ProblemText } from '../problem.ts';
import type { Tracking } from '../types.ts';
import { commandLine, packageCommand, quoteWord } from './command.ts';
import { joinLines } from './lines.ts';
import { describePending } from './record.ts';

export type Trouble = { readonly what: string; readonly fix: string };

export type Debt = {
  /** Commits to be recorded, and their weight; an update is drafted when it passes the limit. */
  readonly commits: number;
  readonly weight: number;
  readonly limit: number;
};

export type Status = {
  readonly inspection: Inspection;
  readonly isInstalled: boolean;
  readonly version: string;
  readonly contextFile: string | null;
  readonly elsewhere: readonly string[];
  readonly tracking: Tracking;
  readonly lastUpdate: { readonly sha: string; readonly date: string } | null;
  readonly debt: Debt | null;
  /** Names of the hooks that a probe commit ran; null: there was none. */
  readonly probed: readonly string[] | null;
  readonly troubles: readonly Trouble[];
};

const install = (): string => commandLine('install');

/** Paths are shown from `top`. */
export function describeFault(fault: Fault, top: string): Trouble {
  switch (fault.kind) {
    case 'not-installed':
      return { what: 'the hooks are not installed', fix: install() };
    case 'hooks-off':
      return {
        what: 'git runs no hooks here: core.hooksPath is empty, as in the shell of Gemini CLI',
        fix: `${commandLine('check')}   before a commit, ${commandLine('draft')} after it`,
      };
    case 'read-only':
      return {
        what: `${relativeTo(top, fault.path)} cannot be written here: nothing is remembered, and install and uninstall change nothing`,
        fix: `${commandLine('status')}   again outside of the sandbox`,
      };
    case 'no-bundle':
      return { what: 'the bundle that hooks run is gone', fix: packageCommand('install') };
    case 'damaged':
      return {
        what: `the bundle that hooks run is damaged: ${listFew(fault.paths)}`,
        fix: packageCommand('install'),
      };
    case 'old-bundle':
      return {
        what: `hooks run version ${fault.installed}; this is ${fault.running}`,
        fix: packageCommand('install'),
      };
    case 'inactive':
      return ASLEEP[fault.into]();
    case 'blind-worktree':
      return {
        what: `git runs no hooks in the worktree ${fault.path}: it has no ${fault.hooksPath}`,
        fix: `run what makes that directory there (npm install, npx husky), then ${install()}`,
      };
    case 'leftovers':
      return {
        what: `a run that was killed left ${listFew(fault.paths.map((path) => relativeTo(top, path)))}`,
        fix: `${install()}   removes it`,
      };
    case 'locked':
      return {
        what: `git is locked by ${relativeTo(top, fault.path)}: a git process is running or was killed`,
        fix: `rm ${quoteWord(relativeTo(top, fault.path))}   once no git process runs here`,
      };
    case 'missed':
      return {
        what: `${fault.hook} did not run in the probe${fault.reason === null ? '' : `: ${fault.reason}`}`,
        fix: `${install()}, then status --probe again`,
      };
    default:
      return describeHookFault(fault.kind, relativeTo(top, fault.hook.path));
  }
}

const MOST_PATHS = 3;

const listFew = (paths: readonly string[]): string =>
  `${paths.slice(0, MOST_PATHS).join(', ')}${paths.length > MOST_PATHS ? `, and ${paths.length - MOST_PATHS} more` : ''}`;

const ASLEEP = {
  husky: () => ({
    what: 'git does not run .husky: core.hooksPath is not set to .husky/_',
    fix: 'npx husky',
  }),
  local: () => ({
    what: 'git does not run hooks from our directory: core.hooksPath leads elsewhere',
    fix: install(),
  }),
} as const;

const HOOK_FAULTS = {
  missing: (path: string) => ({ what: `git finds no hook at ${path}`, fix: install() }),
  foreign: (path: string) => ({ what: `${path} was written anew, without ours`, fix: install() }),
  'no-run-bit': (path: string) => ({
    what: `git skips ${path}: it has no run bit`,
    fix: `chmod +x ${quoteWord(path)}`,
  }),
} as const;

const describeHookFault = (kind: keyof typeof HOOK_FAULTS, path: string): Trouble => HOOK_FAULTS[kind](path);

/** `note`: `<hook> <exit code> <git process>`, left where node ended without an answer; null: none since the
 * last good run. */
/** Hooks of ours that Codex does not run, and does not speak of. */
export const describeUntrusted = (count: number): Trouble[] =>
  count === 0
    ? []
    : [
        {
          what: `Codex skips ${count === 1 ? 'a hook' : `${count} hooks`} of ours in .codex/hooks.json in silence: they are not trusted yet`,
          fix: 'codex   once in this directory: trust the directory, then its hooks (/hooks shows them)',
        },
      ];

export function describeDeath(note: string | null): Trouble[] {
  const [hook = '', code = ''] = /^([a-z-]{1,20}) (\d{1,3}) \d+\n$/.exec(note ?? '')?.slice(1) ?? [];
  if (hook === '') return [];
  return [
    {
      what: `the last run of ${hook} came to no end: node exited with ${code}`,
      fix: commandLine(hook === 'commit-msg' ? 'check HEAD' : 'draft'),
    },
  ];
}

/** One line of JSON; fields may be added, never renamed. */
export function formatStatus(status: Status, top: string): string {
  const { inspection, isInstalled, version, contextFile, lastUpdate, debt, probed, troubles } = status;
  return JSON.stringify({
    installed: isInstalled,
    version,
    into: inspection.into,
    hooks: inspection.hooks.map((hook) => ({ ...hook, path: relativeTo(top, hook.path) })),
    contextFile,
    lastUpdate,
    debt,
    ...(probed === null ? {} : { probed }),
    problems: troubles,
  });
}

export function describeStatus(status: Status, top: string): string {
  const { inspection, isInstalled, version, probed, troubles } = status;
  return joinLines([
    `handoff-hooks ${version}, ${isInstalled ? `installed into ${inspection.into}` : 'not installed'}`,
    ...inspection.hooks.map((hook) => hookLine(hook, top)),
    ...contextLines(status),
    ...(probed === null ? [] : [`  probe: a real commit in a scratch worktree ran ${listed(probed)}`]),
    ...troubles.flatMap(({ what, fix }) => [`problem: ${what}`, `  fix: ${fix}`]),
    '',
  ]);
}

const hookLine = ({ name, path, state }: HookState, top: string): string =>
  `  ${name.padEnd(14)} ${state.padEnd(8)} ${relativeTo(top, path)}`;

function contextLines({ contextFile, elsewhere, lastUpdate, debt, tracking }: Status): string[] {
  if (contextFile === null) return ['  context file: none'];
  const when =
    lastUpdate === null
      ? NOT_COMMITTED[tracking]
      : `last updated ${lastUpdate.date.slice(0, 10)} (${lastUpdate.sha.slice(0, 7)})`;
  return [
    `  context file: ${contextFile}, ${when}`,
    ...(elsewhere.length === 0 ? [] : [`  other directories have their own: ${listFew(elsewhere)}`]),
    ...(debt === null ? [] : [`  ${describeDebt(debt)}`]),
  ];
}

const NOT_COMMITTED: Readonly<Record<Tracking, string>> = {
  committed: 'not committed on this branch',
  uncommitted: 'not committed yet',
  ignored: 'ignored by git: nothing is said of commits since',
  'left-out': 'left out of this sparse checkout: nothing is drafted here',
};

const describeDebt = ({ commits, weight, limit }: Debt): string =>
  commits === 0
    ? 'nothing is owed'
    : `owed: ${commits} ${commits === 1 ? 'commit' : 'commits'} of weight ${weight}; an update is drafted at ${limit}`;

const listed = (names: readonly string[]): string => (names.length === 0 ? 'none of ours' : names.join(', '));

/** What `status` has to say of the context file itself. */
export function describeContextFaults({
  contextFile,
  others,
  lastUpdate,
  unknownIds,
  pending,
  warnings,
  guardFaults,
}: ContextFiles): Trouble[] {
  const guards = guardFaults.map(({ message, fix }) => ({ what: message, fix }));
  if (contextFile === null) return [{ what: 'no context file found', fix: commandLine('init') }, ...guards];
  return [
    ...(others.length === 0 ? [] : [describeOthers(contextFile, others)]),
    ...(unknownIds.length === 0 ? [] : [describeUnknownIds(contextFile, unknownIds)]),
    ...(pending === null || unknownIds.length > 0
      ? []
      : [describeProblem(describePending(contextFile, pending.branch, lastUpdate === null))]),
    ...(warnings === 0 ? [] : [describeDriftCount(contextFile, warnings)]),
    ...guards,
  ];
}

const describeOthers = (contextFile: string, others: readonly string[]): Trouble => ({
  what: `${contextFile} is kept; ${others.join(', ')} could be the context file too`,
  fix: 'name the right one in handoff.config.json: {"documents": {"context": ["PATH"]}}',
});

const describeUnknownIds = (contextFile: string, ids: readonly string[]): Trouble => ({
  what: `the uncommitted draft in ${contextFile} tells of commits that are not in this history: ${ids.join(', ')}`,
  fix: 'commit it on the branch where it was drafted, or take those lines out',
});

const describeDriftCount = (contextFile: string, count: number): Trouble => ({
  what: `${contextFile} and git disagree in ${count} ${count === 1 ? 'place' : 'places'}`,
  fix: `${commandLine('brief')}   says where`,
});

type ContextFiles = {
  readonly contextFile: string | null;
  readonly others: readonly string[];
  readonly lastUpdate: unknown;
  readonly unknownIds: readonly string[];
  readonly pending: { readonly branch: string | null } | null;
  readonly warnings: number;
  readonly guardFaults: readonly { readonly message: string; readonly fix: string }[];
};

/** A problem that kept the context file's part from being read. */
export const describeProblem = ({ what, why, fix }: ProblemText): Trouble => ({
  what,
  fix: [fix ?? why ?? []].flat().join('; '),
});
