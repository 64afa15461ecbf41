// What every command is, and what it is given: one verb, its options, its run.
import type { ExitCode } from '../core/types.ts';
import type { Session } from '../read/session.ts';

export type { Session } from '../read/session.ts';

export type Option = {
  readonly type: 'boolean' | 'string';
  readonly short?: string;
  readonly multiple?: boolean;
  readonly says: string;
};

export type OptionValue = string | boolean | readonly (string | boolean)[] | undefined;

export type Arguments = {
  readonly options: Readonly<Record<string, OptionValue>>;
  readonly words: readonly string[];
};

export type Command = {
  /** What stands behind the command's name in its usage line. */
  readonly usage: string;
  readonly options: Readonly<Record<string, Option>>;
  /** Two of them, without the command's name: they run as they stand in a project that has a past. */
  readonly examples: readonly [string, string];
  /** How many words it takes at most; any number of them where it does not say. */
  readonly mostWords?: number;
  readonly run: (session: Session, args: Arguments) => Promise<ExitCode>;
};

/** One hook's work; `args` are git's own for it. */
export type Hook = (session: Session, args: readonly string[]) => Promise<ExitCode>;

/** An option's text; undefined where it was not given. */
export const textOption = (args: Arguments, name: string): string | undefined => {
  const value = args.options[name];
  return typeof value === 'string' ? value : undefined;
};

/** All texts of an option that may be given several times. */
export const textOptions = (args: Arguments, name: string): string[] => {
  const value = args.options[name];
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
};

export const hasOption = (args: Arguments, name: string): boolean => args.options[name] === true;
