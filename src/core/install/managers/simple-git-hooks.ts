// simple-git-hooks: one command a hook, in package.json or a JSON file. It deletes hooks that its settings do
// not name.
// https://github.com/toplenboren/simple-git-hooks#usage
import { addMember, childOf, type JsonNode, parseJson } from '../../json.ts';
import { applyEdits } from '../../markdown/lines.ts';
import { readsInput } from '../githooks.ts';
import { type Manager, type Stub, shimLine } from './manager.ts';

const KEY = 'simple-git-hooks';

export const SIMPLE_GIT_HOOKS: Manager = {
  name: KEY,
  configs: ['.simple-git-hooks.json', 'simple-git-hooks.json', 'package.json'],
  isConfig: (text, path) => commandsIn(text, path) !== null,
  isStub: (text) => text.includes('SKIP_SIMPLE_GIT_HOOKS'),
  mayRun: () => true,
  addHooks: (text, hooks, path) => {
    try {
      return hooks.reduce((edited, hook) => addHook(edited, hook, path), text);
    } catch {
      return null;
    }
  },
  stubFor,
  command: 'npx simple-git-hooks',
  mustStage: false,
};

const pathTo = (path: string): string[] => (path.endsWith('package.json') ? [KEY] : []);

/** The object of commands; null where there is none, as in a package.json without the key. */
function commandsIn(text: string, path: string): JsonNode | null {
  try {
    const node = pathTo(path).reduce<JsonNode | undefined>(
      (at, key) => at && childOf(at, key),
      parseJson(text),
    );
    return node?.kind === 'object' ? node : null;
  } catch {
    return null;
  }
}

function addHook(text: string, hook: string, path: string): string {
  const commands = commandsIn(text, path);
  const there = commands === null ? undefined : childOf(commands, hook);
  const ours = shimLine(hook, '"$@"');
  if (there === undefined) return addMember(text, [...pathTo(path), hook], ours);
  const theirs = String(there.value);
  if (theirs.includes(`/hooks/${hook}`)) return text;
  // Whoever comes second finds standard input read: that is us.
  const both = readsInput(hook) ? `${theirs} && { ${ours}; }` : `{ ${ours}; } && ${theirs}`;
  return applyEdits(text, [{ start: there.start, end: there.end, text: JSON.stringify(both) }]);
}

// What stands above the command is the same in each of its files.
function stubFor(hook: string, { hook: name, text, config }: Stub): string | null {
  const old = commandOf(config.before, name, config.path);
  const command = commandOf(config.after, hook, config.path);
  if (old === null || command === null || !text.endsWith(old)) return null;
  return text.slice(0, text.length - old.length) + command;
}

function commandOf(text: string, hook: string, path: string): string | null {
  const node = commandsIn(text, path);
  const value = node === null ? undefined : childOf(node, hook)?.value;
  return typeof value === 'string' ? value : null;
}
