// A command line, read by the command's own table. What it does not know is told in our words, not node's.
import { type ParseArgsConfig, parseArgs } from 'node:util';
import type { Arguments, Option } from './commands/session.ts';
import { type Problem, wrongUsage } from './core/problem.ts';

type Options = Readonly<Record<string, Option>>;

/** Throws Problem (2) for an option that `options` does not have, or whose value is missing or not wanted. */
export async function parseArguments(
  name: string,
  argv: readonly string[],
  options: Options,
): Promise<Arguments> {
  const config = { args: [...argv], options, allowPositionals: true, strict: false, tokens: true } as const;
  const { values, positionals, tokens } = parseArgs(config satisfies ParseArgsConfig);
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    const option = options[token.name];
    if (option === undefined)
      throw await problemOf((usage) =>
        usage.describeUnknownOption(name, token.rawName, Object.keys(options)),
      );
    if (option.type === 'string' && isMissing(token))
      throw await problemOf((usage) => usage.describeNoValue(name, token.rawName));
    if (option.type === 'boolean' && token.value !== undefined)
      throw await problemOf((usage) => usage.describeValue(name, token.rawName, token.value ?? ''));
  }
  return { options: values, words: positionals };
}

// `--chosen --rationale x`: the next option was taken for the value.
const isMissing = ({
  value,
  inlineValue,
}: {
  value?: string | undefined;
  inlineValue?: boolean | undefined;
}) => value === undefined || (inlineValue !== true && /^--?\p{L}/u.test(value));

type Usage = typeof import('./core/wording/usage.ts');

const problemOf = async (describe: (usage: Usage) => Parameters<typeof wrongUsage>[0]): Promise<Problem> =>
  wrongUsage(describe(await import('./core/wording/usage.ts')));
