// lefthook: a command of ours under each hook, in YAML, TOML or JSON. It renames a hook of somebody else's
// and no longer runs it,
// so such hooks stay plain. https://lefthook.dev/configuration/
import { addMember } from '../../json.ts';
import { argumentsOf, readsInput } from '../githooks.ts';
import { type Manager, shimLine } from './manager.ts';
import { appendTables } from './toml.ts';
import { hasAt, insertLines } from './yaml.ts';

const NAMES = ['lefthook', '.lefthook', '.config/lefthook'];
const ENDINGS = ['yml', 'yaml', 'json', 'jsonc', 'toml'];

export const LEFTHOOK: Manager = {
  name: 'lefthook',
  configs: NAMES.flatMap((name) => ENDINGS.map((ending) => `${name}.${ending}`)),
  isConfig: () => true,
  isStub: (text) => text.includes('call_lefthook'),
  mayRun: () => true,
  addHooks: (text, hooks, path) => ADDERS[path.slice(path.lastIndexOf('.') + 1)]?.(text, hooks) ?? null,
  stubFor: (hook, model) => replaceName(model.text, model.hook, hook),
  command: 'npx lefthook install',
  mustStage: false,
};

type Command = { readonly run: string; readonly use_stdin?: true };

// lefthook puts the hook's arguments into the command as they are, spaces included, and gives that to a
// shell.
const commandFor = (hook: string): Command => ({
  run: shimLine(
    hook,
    argumentsOf(hook)
      .map((number) => `"{${number}}"`)
      .join(' '),
  ),
  ...(readsInput(hook) ? { use_stdin: true } : {}),
});

const pathFor = (hook: string): string[] => [hook, 'commands'];

type Adder = (text: string, hooks: readonly string[]) => string | null;

function addYaml(text: string, hooks: readonly string[]): string | null {
  const absent = hooks.filter((hook) => !hasAt(text, [hook]));
  const present = hooks.filter(
    (hook) => !absent.includes(hook) && !hasAt(text, [...pathFor(hook), 'handoff-hooks']),
  );
  const lines = absent.flatMap((hook) => [
    `${hook}:`,
    '  commands:',
    ...commandLines(hook).map((line) => `    ${line}`),
  ]);
  const edits = [
    ...present.map((hook) => ({ path: pathFor(hook), lines: commandLines(hook) })),
    ...(lines.length === 0 ? [] : [{ path: [], lines }]),
  ];
  return edits.reduce<string | null>(
    (edited, edit) => (edited === null ? null : insertLines(edited, edit)),
    text,
  );
}

const commandLines = (hook: string): string[] => [
  'handoff-hooks:',
  ...Object.entries(commandFor(hook)).map(([key, value]) => `  ${key}: ${value}`),
];

function addJson(text: string, hooks: readonly string[]): string | null {
  try {
    return hooks.reduce(
      (edited, hook) => addMember(edited, [...pathFor(hook), 'handoff-hooks'], commandFor(hook)),
      text,
    );
  } catch {
    return null;
  }
}

const addToml: Adder = (text, hooks) =>
  appendTables(
    text,
    hooks.filter((hook) => !text.includes(`[${hook}.commands.handoff-hooks]`)).flatMap(tomlLines),
  );

const tomlLines = (hook: string): string[] => [
  `[${hook}.commands.handoff-hooks]`,
  ...Object.entries(commandFor(hook)).map(([key, value]) => `${key} = ${JSON.stringify(value)}`),
];

const ADDERS: Readonly<Record<string, Adder>> = {
  yml: addYaml,
  yaml: addYaml,
  json: addJson,
  jsonc: addJson,
  toml: addToml,
};

// call_lefthook run "pre-commit" "$@"
function replaceName(text: string, from: string, to: string): string | null {
  const call = `call_lefthook run "${from}"`;
  return text.includes(call) ? text.replace(call, `call_lefthook run "${to}"`) : null;
}
