// An installation whose bundle only notes what it was called with: what is tested is what git, the shells and
// the user's own hooks make of it.
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Fault, inspect } from '../../src/core/install/inspect.ts';
import { choosePlace, hookPaths, parseInto } from '../../src/core/install/place.ts';
import { type Plan, planInstall, planUninstall } from '../../src/core/install/plan.ts';
import { carryOut } from '../../src/effects/install/carry-out.ts';
import { readShipped } from '../../src/effects/install/contents.ts';
import { readCommitId } from '../../src/git/repository.ts';
import { groundOf, lookAround } from '../../src/read/installation.ts';
import type { Session } from '../../src/read/session.ts';
import { createFolder, type TestRepository } from './repository.ts';

/**
 * Appends `NAME ARGS | INPUT` to $NOTES; ends by the signal $STUB_KILL, else with $STUB_EXIT, else as if git
 * might go on.
 */
const STUB = `const { appendFileSync, readFileSync } = require('node:fs');
const [, , command, ...words] = process.argv;
const input = words[0] === 'pre-push' || words[0] === 'post-rewrite' ? readFileSync(0, 'utf8') : '';
if (process.env.NOTES) appendFileSync(process.env.NOTES, words.join(' ') + ' | ' + input.trimEnd() + '\\n');
if (process.env.STUB_KILL) process.kill(process.pid, process.env.STUB_KILL);
process.exit(Number(process.env.STUB_EXIT ?? 11));
`;

const VERSION = '1.2.3';

let stub: string | null = null;

/** The folder of a bundle with the project's real shims beside it. */
export function stubHome(): string {
  if (stub !== null) return stub;
  stub = createFolder('handoff-stub-');
  mkdirSync(join(stub, 'bundle'));
  writeFileSync(join(stub, 'bundle', 'cli.js'), STUB);
  writeFileSync(join(stub, 'bundle', 'part.js'), '\n');
  cpSync(fileURLToPath(new URL('../../hooks', import.meta.url)), join(stub, 'hooks'), { recursive: true });
  return stub;
}

export type InstallOptions = { readonly into?: string; readonly cwd?: string; readonly isDry?: boolean };

export function installIn({ dir, env }: TestRepository, options: InstallOptions = {}): Plan {
  const session = sessionIn(options.cwd ?? dir, env);
  const shipped = readShipped(session.home, VERSION);
  const { repository, around, present } = lookAround(session, shipped.hooks);
  const place = choosePlace(around, parseInto(options.into), present.manifest?.into);
  const head = readCommitId(repository.place, 'HEAD');
  const plan = planInstall(present, { place, head, version: VERSION, ...shipped, agents: [] });
  if (!options.isDry) carryOut(plan.changes, groundOf(around));
  return plan;
}

export function uninstallFrom({ dir, env }: TestRepository, options: InstallOptions = {}): Plan {
  const session = sessionIn(options.cwd ?? dir, env);
  const { hooks } = readShipped(session.home, VERSION);
  const { around, present } = lookAround(session, hooks);
  const plan = planUninstall(present, hookPaths(around, hooks), (_agent, _path, text) => text);
  if (!options.isDry) carryOut(plan.changes, groundOf(around));
  return plan;
}

/** What stands in the way of hooks there. */
export function inspectIn({ dir, env }: TestRepository): readonly Fault[] {
  const session = sessionIn(dir, env);
  const { hooks } = readShipped(session.home, VERSION);
  const { around, present } = lookAround(session, hooks);
  return inspect(around, present.manifest, { hooks, version: VERSION }).faults;
}

const sessionIn = (cwd: string, env: Session['env']): Session => ({
  cwd,
  env,
  now: new Date(0),
  home: join(stubHome(), 'bundle'),
  version: VERSION,
});

/** What the bundle was called with while `run` ran: `NAME ARGS | INPUT`, in order. */
export function notesOf({ dir }: TestRepository, run: (env: { NOTES: string }) => void): string[] {
  const notes = join(dir, '.git', 'notes-of-the-stub');
  writeFileSync(notes, '');
  run({ NOTES: notes });
  return readFileSync(notes, 'utf8').split('\n').slice(0, -1);
}
