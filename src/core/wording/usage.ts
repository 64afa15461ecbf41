// The help texts.

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
