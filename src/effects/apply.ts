// Carries out what the commands decided, in order.
import type { Effect, ExitCode } from '../core/types.ts';
import type { World } from './carry.ts';
import { writeAtomic } from './files.ts';
import { commitAlone, stageAlone } from './land.ts';
import { withDraftLock } from './lock.ts';
import { print, say } from './say.ts';
import { mayRemember, removeState, writeState } from './state.ts';

type Doers = {
  readonly [Kind in Effect['kind']]: (world: World, effect: Extract<Effect, { kind: Kind }>) => unknown;
};

const DOERS: Doers = {
  print: (_, { text }) => print(text),
  say: (_, { text }) => say(text),
  write: (world, effect) => {
    const write = () => writeAtomic(world.top, effect, world.gitDir);
    return mayRemember(world.gitDir) ? withDraftLock(world.gitDir, write) : write();
  },
  stage: (world, effect) => withDraftLock(world.gitDir, () => stageAlone(world, effect)),
  commit: (world, effect) => withDraftLock(world.gitDir, () => commitAlone(world, effect)),
  remember: (world, { name, value }) => writeState(world.gitDir, name, value, GUARDS.has(name)),
  forget: (world, { name }) => removeState(world.gitDir, name),
  exit: () => {},
};

/** What says that a text about to be written is ours. */
const GUARDS: ReadonlySet<string> = new Set(['drafts']);

/** The code of the first `exit`, which ends the list; 0 where there is none. Throws Problem (3) at the first
 * effect that cannot be had; those before it are done, those behind it are not. */
export async function applyEffects(effects: readonly Effect[], world: World): Promise<ExitCode> {
  for (const effect of effects) {
    await apply(world, effect);
    if (effect.kind === 'exit') return effect.code;
  }
  return 0;
}

/** As `applyEffects`; where the git directory is read-only, a file of the work tree is written all the
 * same. */
export function applyAnyway(effects: readonly Effect[], world: World): Promise<ExitCode> {
  if (mayRemember(world.gitDir)) return applyEffects(effects, world);
  const others = effects.filter(({ kind }) => kind !== 'remember' && kind !== 'forget');
  return applyEffects(others, world);
}

const apply = <Kind extends Effect['kind']>(world: World, effect: Extract<Effect, { kind: Kind }>): unknown =>
  (DOERS[effect.kind as Kind] as Doers[Kind])(world, effect);
