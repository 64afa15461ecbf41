// The help texts, and what is said of a command line that makes no sense.
import type { ProblemText } from '../problem.ts';

type OptionText = { readonly type: string; readonly short?: string; readonly says: string };
type Options = Readonly<Record<string, OptionText>>;

const optionLine = ([name, option]: [string, OptionText]): string => {
  const form = `${option.short === undefined ? '' : `-${option.short}, `}--${name}${option.type === 'string' ? ' VALUE' : ''}`;
  return `  ${form.padEnd(24)} ${option.says}`;
};

const optionLines = (options: Options): string =>
  Object.entries(options)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(optionLine)
    .join('\n');

/** `handoff-hooks --help`; `summaries` by command. */
export const describeCommands = (summaries: Readonly<Record<string, string>>, options: Options): string =>
  [
    'handoff-hooks: keeps SESSION_CONTEXT.md true, from git hooks',
    '',
    'usage: handoff-hooks <command> [options]',
    '',
    ...Object.entries(summaries).map(([name, says]) => `  ${name.padEnd(12)} ${says}`),
    '',
    optionLines(options),
    '',
    'exit codes: 0 fine, 1 the gate says no, 2 wrong usage, 3 cannot run here',
  ].join('\n');

/** `handoff-hooks <command> --help`. */
export const describeCommand = (
  name: string,
  command: { readonly usage: string; readonly options: Options },
  everywhere: Options,
): string =>
  [
    `usage: handoff-hooks ${name} ${command.usage}`.trimEnd(),
    '',
    optionLines({ ...command.options, ...everywhere }),
  ].join('\n');

export const describeNoFolder = (folder: string): ProblemText => ({
  what: `there is no folder ${folder}`,
  fix: '--cwd takes a folder that exists',
});

export const describeNoMessage = (path: string, why: string): ProblemText => ({
  what: `the message file ${path} could not be read`,
  why,
  fix: '--message-file takes a text file with the commit message, such as .git/COMMIT_EDITMSG',
});

export const describeTooManyWords = (
  command: string,
  words: readonly string[],
  most: number,
): ProblemText => ({
  what: `${command} takes ${most === 0 ? 'no words' : `${most === 1 ? 'one word' : `${most} words`}`}, and there is ${words[most] ?? ''}`,
  fix: `handoff-hooks ${command} --help`,
});

/** `blanks`: such as `rationale ‹why›`; `fix`: the command with words of the user's own in their place. */
export const describeBlanks = (blanks: readonly string[], fix: string): ProblemText => ({
  what: `${blanks.join(' and ')} ${blanks.length > 1 ? 'are' : 'is'} still to be filled in`,
  why: 'nothing was written',
  fix: `${fix}   with your own words`,
});
