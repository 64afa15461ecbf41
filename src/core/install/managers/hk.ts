// hk: its settings carry the gate alone, as it shows what a step says only where the step fails. Where git
// starts hooks from its configuration (2.54), hk leaves the hooks directory alone, and ours stay plain ones
// there.
// https://hk.jdx.dev/hooks.html#commit-msg
import { lineEndingOf } from '../../markdown/lines.ts';
import { markedLines } from '../block.ts';
import { type Manager, shimLine } from './manager.ts';
import { replaceFlag } from './pre-commit.ts';

export const HK: Manager = {
  name: 'hk',
  configs: ['hk.pkl', '.config/hk.pkl'],
  isConfig: () => true,
  // test "${HK:-1}" = "0" || exec hk run pre-commit --from-hook "$@"
  isStub: (text) => /\$\{HK:-1\}/.test(text),
  mayRun: (hook) => hook === 'commit-msg',
  addHooks: (text, hooks) => hooks.reduce(addStep, text),
  stubFor: (hook, model) => replaceFlag(model.text, ` run ${model.hook} `, ` run ${hook} `),
  command: 'hk install',
  mustStage: false,
};

function addStep(text: string | null, hook: string): string | null {
  if (text === null || text.includes(STEP)) return text;
  const hooks = openBrace(text, /^hooks\s*\{/m, 0);
  if (hooks === null) return null;
  const own = `["${hook}"]`;
  const at = text.indexOf(own, hooks);
  if (at < 0) return insertAt(text, hooks, [`${own} { steps { ${step(hook)} } }`]);
  const block = openBrace(text, /^\s*\{/, at + own.length);
  const steps = block === null ? null : openBrace(text, /^\s*steps\s*\{/, block);
  return steps === null ? null : insertAt(text, steps, [step(hook)]);
}

const STEP = '["handoff-hooks"]';

// A string between #" and "# needs no escapes. The value in double braces is hk's, which puts it in as it is.
const step = (hook: string): string => `${STEP} { check = #"${shimLine(hook, '"{{commit_msg_file}}"')}"# }`;

/** Where the text goes on behind the brace that `form` ends with, looked for from `from` on. */
function openBrace(text: string, form: RegExp, from: number): number | null {
  const found = form.exec(text.slice(from));
  return found === null ? null : from + found.index + found[0].length;
}

// A marker is a comment to the end of its line, so what stood on behind the brace goes on in a line of its
// own.
function insertAt(text: string, at: number, lines: readonly string[]): string {
  const rest = text.slice(at);
  const ending = lineEndingOf(text);
  const block = markedLines(lines, '', '// ').trimEnd().replaceAll('\n', ending);
  return text.slice(0, at) + ending + block + (/^\r?\n/.test(rest) ? '' : ending) + rest;
}
