// argv -> command. The only place that catches, the only exit.
import { resolve } from 'node:path';
import { parseArguments } from './argv.ts';
import type { Command, Session } from './commands/session.ts';
import { describeFailedHook, formatProblem, problemOf, wrongUsage } from './core/problem.ts';
import type { ExitCode } from './core/types.ts';
import { wordCommandsFor } from './core/wording/command.ts';
import { describeMissing } from './core/wording/missing.ts';
import { print, say } from './effects/say.ts';
import { missingObjects } from './read/missing.ts';
import { readReader } from './read/starter.ts';

declare const HANDOFF_VERSION: string;

type Entry = { readonly says: string; readonly load: () => Promise<Command> };

const COMMANDS: Readonly<Record<string, Entry>> & { readonly hook: Entry } = {
  install: {
    says: 'puts the hooks in place',
    load: async () => (await import('./commands/install.ts')).install,
  },
  uninstall: {
    says: 'takes back exactly that',
    load: async () => (await import('./commands/uninstall.ts')).uninstall,
  },
  why: {
    says: 'the verdict on commits or on the staged changes, with evidence',
    load: async () => (await import('./commands/why.ts')).why,
  },
  decide: {
    says: "writes the next decision in its log's own style",
    load: async () => (await import('./commands/decide.ts')).decide,
  },
  decisions: {
    says: 'the decision that settles a question, and whether it is in force',
    load: async () => (await import('./commands/decisions.ts')).decisions,
  },
  guards: {
    says: 'the guards of decisions and rules, and whether they are in force',
    load: async () => (await import('./commands/guards.ts')).guards,
  },
  check: {
    says: 'the gate over the index, a commit or a range',
    load: async () => (await import('./commands/check.ts')).check,
  },
  draft: {
    says: 'drafts the update for all commits since the last one',
    load: async () => (await import('./commands/draft.ts')).draft,
  },
  replay: {
    says: 'prints the context file as it would have been kept over a range',
    load: async () => (await import('./commands/replay.ts')).replay,
  },
  init: {
    says: 'writes the handoff documents that are missing',
    load: async () => (await import('./commands/init.ts')).init,
  },
  status: {
    says: 'what is installed, what git will run, what is owed',
    load: async () => (await import('./commands/status.ts')).status,
  },
  brief: {
    says: 'what a new session is told',
    load: async () => (await import('./commands/brief.ts')).brief,
  },
  page: {
    says: 'the state of the project as one HTML file',
    load: async () => (await import('./commands/page.ts')).page,
  },
  note: {
    says: 'records one line by hand, where it belongs',
    load: async () => (await import('./commands/note.ts')).note,
  },
  merge: {
    says: 'unites a context file or decision log that is in conflict',
    load: async () => (await import('./commands/merge.ts')).merge,
  },
  park: {
    says: 'takes a draft that is not committed out of the work tree',
    load: async () => (await import('./commands/park.ts')).park,
  },
  mcp: {
    says: 'serves the brief and the decisions to an MCP client, over stdio',
    load: async () => (await import('./commands/mcp.ts')).mcp,
  },
  hook: {
    says: 'what the hooks call; not for people',
    load: async () => (await import('./commands/hook.ts')).hook,
  },
};

const EVERYWHERE = {
  cwd: { type: 'string', says: 'work in this directory' },
  help: { type: 'boolean', short: 'h', says: 'this text' },
  version: { type: 'boolean', short: 'v', says: "the tool's version" },
} as const;

const { env } = process;

async function main(argv: readonly string[]): Promise<ExitCode> {
  const [first = '', ...rest] = argv;
  // git's own arguments for a hook may look like options.
  if (first === 'hook')
    return (await COMMANDS.hook.load()).run(openSession('.'), { options: {}, words: rest });
  openSession('.');
  if (['--version', '-v'].includes(first)) return answer(HANDOFF_VERSION);
  const isHelp = ['help', '--help', '-h', ''].includes(first);
  const [name, args] = isHelp ? [rest[0], ['--help']] : [first, rest];
  if (name === undefined || (isHelp && name.startsWith('-')))
    return answer((await usage()).describeCommands(summaries(), EVERYWHERE));
  const entry = COMMANDS[name];
  if (entry === undefined) throw wrongUsage((await usage()).describeNoCommand(name, Object.keys(COMMANDS)));
  return start(name, await entry.load(), args);
}

async function start(name: string, command: Command, args: readonly string[]): Promise<ExitCode> {
  const { options, words } = await parseArguments(name, args, { ...EVERYWHERE, ...command.options });
  if (options.version === true) return answer(HANDOFF_VERSION);
  if (options.help === true) return answer((await usage()).describeCommand(name, command, EVERYWHERE));
  const { mostWords = Number.POSITIVE_INFINITY } = command;
  if (words.length > mostWords)
    throw wrongUsage((await usage()).describeTooManyWords(name, words, mostWords));
  const { cwd = '.' } = options;
  // Node takes a name that is not UTF-8 for another one, at which there is nothing.
  const mayBeMissing = cwd !== '.' || resolve('.').includes('\ufffd');
  const directory = mayBeMissing ? await openNamed(String(cwd)) : '.';
  return command.run(openSession(directory), { options, words });
}

const openNamed = async (directory: string): Promise<string> =>
  (await import('./commands/directory.ts')).openDirectory(directory);

const usage = () => import('./core/wording/usage.ts');

const summaries = () => Object.fromEntries(Object.entries(COMMANDS).map(([name, { says }]) => [name, says]));

function openSession(directory: string): Session {
  const cwd = resolve(directory);
  wordCommandsFor(() => readReader({ cwd, env }));
  return { cwd, env, now: new Date(), home: import.meta.dirname, version: HANDOFF_VERSION };
}

async function answer(text: string): Promise<ExitCode> {
  await print(`${text}\n`);
  return 0;
}

/** What went wrong, said; its exit code. A hook says one line and costs nobody a commit. */
function report(error: unknown, isHook: boolean): ExitCode {
  const problem = problemOf(error);
  const isExplained = env.HANDOFF_DEBUG === '1';
  say(isHook && !isExplained ? describeFailedHook(problem.text) : formatProblem(problem.text));
  if (isExplained && error instanceof Error) say(error.stack ?? '');
  return isHook ? 0 : problem.code;
}

function sayMissing(): void {
  const { size } = missingObjects();
  if (size === 0) return;
  const text = describeMissing(size);
  say(isHook ? describeFailedHook(text) : formatProblem(text));
}

const argv = process.argv.slice(2);
const isHook = argv[0] === 'hook';

/** What the shims are told: stop git, or let it go on. Neither 0 nor 1, which node ends with that has run out
 * of work, or that cannot run us at all. */
const [STOP, GO_ON] = [10, 11];
const isForShim = isHook && env.HANDOFF_PROCESS !== undefined;

main(argv)
  .catch((error: unknown) => report(error, isHook))
  .then((code) => {
    sayMissing();
    process.exitCode = isHook && code === 1 ? STOP : isForShim && code === 0 ? GO_ON : code;
  });
