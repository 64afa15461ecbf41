// Asks the person at the terminal; every question ends, with an answer or without one.
import type { Answer } from '../core/types.ts';
import type { Environment } from '../git/run.ts';
import { stopClock } from './clock.ts';
import { mayColour, removeControls } from './say.ts';
import { openTerminal, type Terminal } from './terminal.ts';

export type Choice<Value extends string> = { readonly value: Value; readonly name: string };

/** `deadline`: seconds without a key until there is no answer. */
type Asking = { readonly env: Environment; readonly message: string; readonly deadline: number };

export type DraftQuestion = Asking & {
  /** A unified diff, shown above the question. */
  readonly diff: string;
  /** What stands for it where there is no room: the menu must be seen. */
  readonly instead: string;
  readonly choices: readonly Choice<Answer>[];
};

/** Only where `mayAsk`. `later` when nobody answers. */
export async function askDraft({ diff, instead, choices, ...asking }: DraftQuestion): Promise<Answer> {
  const question = {
    type: 'select',
    choices: choices.map((choice) => ({ ...choice })),
    loop: false,
  } as const;
  const answer = await ask(asking, question, (terminal) => {
    if (isSmall(terminal.output)) {
      terminal.output.write(`${removeControls(instead)}\n`);
      return;
    }
    const text = removeControls(diff);
    terminal.output.write(mayColour(terminal.output, asking.env) ? paintDiff(text) : text);
  });
  return choices.find(({ value }) => value === answer)?.value ?? 'later';
}

/** Rows and columns below which a diff would push the menu out of sight. */
const [FEWEST_ROWS, FEWEST_COLUMNS] = [16, 50];

const isSmall = ({ rows, columns }: { rows: number; columns: number }): boolean =>
  rows > 0 && columns > 0 && (rows < FEWEST_ROWS || columns < FEWEST_COLUMNS);

/** Null when nobody answered. Only where `mayAsk`. */
export async function askChoice<Value extends string>({
  choices,
  ...asking
}: Asking & { readonly choices: readonly Choice<Value>[] }): Promise<Value | null> {
  const shown = choices.map((choice) => ({ ...choice }));
  const answer = await ask(asking, { type: 'select', choices: shown, loop: false });
  return choices.find(({ value }) => value === answer)?.value ?? null;
}

/** One line, trimmed; empty when it was passed over with Enter, null when nobody answered. Only where
 * `mayAsk`. */
export async function askText(asking: Asking): Promise<string | null> {
  const answer = await ask(asking, { type: 'input' });
  return answer === null ? null : removeControls(String(answer ?? '')).trim();
}

/** Whether the person said yes; no when nobody answered. Only where `mayAsk`. */
export const askYes = async (asking: Asking): Promise<boolean> =>
  (await ask(asking, { type: 'confirm', default: false })) === true;

type Question =
  | { readonly type: 'input' }
  | { readonly type: 'confirm'; readonly default: boolean }
  | { readonly type: 'select'; readonly choices: { value: string; name: string }[]; readonly loop: boolean };

async function ask(
  { env, message, deadline }: Asking,
  question: Question,
  show: (terminal: Terminal) => void = () => {},
): Promise<unknown> {
  stopClock(env);
  const terminal = openTerminal(deadline, Number(env.HANDOFF_PROCESS) || null);
  const { keys: input, output, signal } = terminal;
  try {
    const { createPromptModule } = await import('inquirer');
    await letTypedAheadPass();
    show(terminal);
    const theme = mayColour(output, env) ? {} : PLAIN;
    const asked = { ...question, theme, name: 'answer', message: removeControls(message) };
    const answer = createPromptModule({ input, output, signal })(asked);
    // Behind the next poll for input: on a busy machine it may be the first since the terminal was opened.
    setImmediate(terminal.listen);
    return (await answer).answer;
  } catch (error) {
    if (signal.aborted) return null;
    throw error;
  } finally {
    terminal.close();
  }
}

/** Long enough for what was typed before to arrive, too short to be noticed; in milliseconds. */
const TYPED_AHEAD = 60;

const letTypedAheadPass = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, TYPED_AHEAD));

const asIs = (text: string): string => text;

/** inquirer's looks without colours, which it has whatever NO_COLOR says. */
const PLAIN = {
  prefix: { idle: '?', done: '✔' },
  style: {
    answer: asIs,
    message: asIs,
    error: asIs,
    defaultAnswer: asIs,
    help: asIs,
    highlight: asIs,
    key: asIs,
    disabled: asIs,
    description: asIs,
    keysHelpTip: (keys: readonly (readonly [key: string, action: string])[]) =>
      keys.map((words) => words.join(' ')).join(', '),
  },
};

const COLOURS: readonly (readonly [start: string, code: number])[] = [
  ['@@', 36],
  ['+', 32],
  ['-', 31],
];

const paintDiff = (diff: string): string =>
  diff
    .split('\n')
    .map((line) => {
      const code = COLOURS.find(([start]) => line.startsWith(start))?.[1];
      return code === undefined ? line : `\x1b[${code}m${line}\x1b[39m`;
    })
    .join('\n');
