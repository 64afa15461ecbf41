// What the gate judges against: the decisions in force, the settings, the project's templates.
import type { Config } from '../config/defaults.ts';
import type { Decision } from '../types.ts';

export type GateContext = {
  /** Those that stand before the commit; looked at only where one of them matters. */
  readonly decisions: readonly Decision[];
  /** Globs that those of them govern, where that is known beforehand. */
  readonly affects?: readonly string[] | undefined;
  /** As at HEAD, or at the base of the range. */
  readonly config: Config;
  /** Sentences of the project's templates, as `readTemplates` gives them; asked for when a log changes. */
  readonly templates?: (() => ReadonlySet<string>) | undefined;
  /** A decision that nothing asks for is not looked for: that takes reading whole logs. */
  readonly isLazy?: boolean | undefined;
};

type Sources = Omit<GateContext, 'decisions'> & { readonly decisions: () => readonly Decision[] };

/** With decisions that are read when somebody looks at them. */
export const gateContext = ({ config, decisions, templates, affects, isLazy }: Sources): GateContext => ({
  config,
  templates,
  affects,
  isLazy,
  get decisions() {
    return decisions();
  },
});
