// The help texts, and what is said of a command line that makes no sense.
import { closest, distance } from 'fastest-levenshtein';
import type { ProblemText } from '../problem.ts';
import { commandLine } from './command.ts';

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
    'exit codes: 0 fine, 1 blocked by the gate, 2 wrong usage, 3 cannot run here',
    '',
    'handoff-hooks help COMMAND   its options, with examples',
  ].join('\n');

/** `handoff-hooks <command> --help`. */
export const describeCommand = (
  name: string,
  { usage, options, examples }: { usage: string; options: Options; examples: readonly string[] },
  everywhere: Options,
): string =>
  [
    `usage: handoff-hooks ${name} ${usage}`.trimEnd(),
    '',
    optionLines({ ...options, ...everywhere }),
    '',
    'examples:',
    ...examples.map((example) => `  ${commandLine(`${name} ${example}`).trimEnd()}`),
  ].join('\n');

export const describeNoCommand = (name: string, commands: readonly string[]): ProblemText => ({
  what: name.startsWith('-')
    ? `options come after the command, got ${name}`
    : `unknown command ${name}${didYouMean(name, commands)}`,
  fix: `${commandLine('--help')}   lists the commands`,
});

/** `option`: as it was written, such as `--jsno` or `-x`; `known`: names without dashes. */
export const describeUnknownOption = (
  command: string,
  option: string,
  known: readonly string[],
): ProblemText => ({
  what: `${command} has no option ${option}${didYouMean(
    option,
    known.map((name) => `--${name}`),
  )}`,
  fix: [helpFor(command), `a word that begins with a dash goes behind --:  ${command} -- ${option}`],
});

export const describeNoValue = (command: string, option: string): ProblemText => ({
  what: `${option} takes a value`,
  fix: [helpFor(command), `a value that begins with a dash: ${option}=-value`],
});

export const describeValue = (command: string, option: string, value: string): ProblemText => ({
  what: `${option} takes no value, got ${value}`,
  fix: helpFor(command),
});

export const describeNoDirectory = (path: string): ProblemText => ({
  what: `${path} is not a directory`,
  fix: '--cwd takes a directory that exists',
});

export const describeUnreadName = (path: string): ProblemText => ({
  what: `${path} cannot be opened: node reads no names that are not UTF-8`,
  fix: 'rename the directory whose name is shown with a question mark',
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
  what: `${command} takes ${['no arguments', 'one argument'][most] ?? `${most} arguments`}, got ${words[most] ?? ''}`,
  fix: helpFor(command),
});

const helpFor = (command: string): string => commandLine(`${command} --help`);

/** `: did you mean NAME?` where a name of `known` is a slip of `text`; else ''. */
function didYouMean(text: string, known: readonly string[]): string {
  const near = closest(text, [...known]);
  const isNear = lettersOf(near) === lettersOf(text) || distance(text, near) <= Math.max(1, text.length / 3);
  return isNear ? `: did you mean ${near}?` : '';
}

const lettersOf = (text: string): string => [...text].sort().join('');

/** `blanks`: such as `rationale ‹why›`; `fix`: the command with words of the user's own in their place. */
export const describeBlanks = (blanks: readonly string[], fix: string): ProblemText => ({
  what: `${blanks.join(' and ')} ${blanks.length > 1 ? 'are' : 'is'} still to be filled in`,
  why: 'nothing was written',
  fix: `${fix}   with your own words`,
});

// What a printed command leaves to be filled in: `‹why›`.
const BLANK = /‹[^‹›]*›/;

/** Such as `rationale ‹why›`, for each text by its name that still has a blank. */
export const blanksIn = (texts: Readonly<Record<string, string>>): string[] =>
  Object.entries(texts).flatMap(([name, text]) => BLANK.exec(text)?.map((blank) => `${name} ${blank}`) ?? []);
