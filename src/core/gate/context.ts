// What the gate judges against: the decisions in force, the settings, the project's templates.
import type { Config } from '../config/defaults.ts';
import type { Match } from '../guards/breaches.ts';
import type { Guard, Pattern } from '../guards/guard.ts';
import type { Decision } from '../types.ts';
import type { SettingsInForce } from './settings.ts';

export type GateContext = {
  /** Those that stand before the commit; looked at only where one of them matters. */
  readonly decisions: readonly Decision[];
  /** Globs that those of them govern, where that is known beforehand. */
  readonly affects?: readonly string[] | undefined;
  /** As at HEAD, or at the base of the range. */
  readonly config: Config;
  /** Where the settings there have faults. */
  readonly settings?: SettingsInForce | undefined;
  /** Sentences of the project's templates, as `readTemplates` gives them; asked for when a log changes. */
  readonly templates?: (() => ReadonlySet<string>) | undefined;
  /** Those in force before the commit, and how their patterns are run. */
  readonly guards?: GuardBook | undefined;
  /** A decision that nothing asks for is not looked for: that takes reading whole logs. */
  readonly isLazy?: boolean | undefined;
};

export type GuardBook = {
  readonly inForce: readonly Guard[];
  readonly match: Match;
  /** Patterns that were stopped so far. */
  readonly slow: readonly Pattern[];
};

type Sources = Omit<GateContext, 'decisions' | 'guards'> & {
  readonly decisions: () => readonly Decision[];
  readonly guards?: (() => GuardBook) | undefined;
};

/** With decisions and guards that are read when somebody looks at them. */
export const gateContext = ({
  config,
  settings,
  decisions,
  templates,
  affects,
  guards,
  isLazy,
}: Sources): GateContext => ({
  config,
  settings,
  templates,
  affects,
  isLazy,
  get decisions() {
    return decisions();
  },
  get guards() {
    return guards?.();
  },
});
