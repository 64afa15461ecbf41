// Guards that the text of a decision or a note asks for: nothing is enforced that a person did not confirm.
import type { Config } from '../../core/config/defaults.ts';
import { guardQuestion } from '../../core/wording/guards.ts';
import { askYes } from '../../effects/ask.ts';
import { mayAsk } from '../../effects/audience.ts';
import type { Environment } from '../../git/run.ts';

export type GuardAnswers = {
  /** To be written. */
  readonly confirmed: readonly string[];
  /** Nobody was asked about these. */
  readonly open: readonly string[];
};

/** Throws Problem (3). */
export async function offerGuards(
  env: Environment,
  { ask }: Pick<Config, 'ask'>,
  guards: readonly string[],
): Promise<GuardAnswers> {
  if (guards.length === 0 || !mayAsk(env)) return { confirmed: [], open: guards };
  const confirmed: string[] = [];
  for (const guard of guards)
    if (await askYes({ env, message: guardQuestion(guard), deadline: ask.deadline })) confirmed.push(guard);
  return { confirmed, open: [] };
}
