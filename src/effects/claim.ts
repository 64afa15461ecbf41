// Lets one of several processes that start at the same moment do a thing, and remembers that it was done.
import { mkdirSync, readdirSync, readFileSync, statSync, unlinkSync } from 'node:fs';
import { join } from 'node:path';
import { isLink } from './files.ts';
import { createWhole, removeQuietly } from './replace.ts';
import { stateDirectory } from './state.ts';

export type Claim = {
  /** The git directory. */
  readonly gitDir: string;
  /** What is claimed, such as `briefed`; a directory of ours. */
  readonly topic: string;
  /** By whom: any text. */
  readonly name: string;
  readonly now: Date;
};

const DAY = 86_400_000;
const KEPT_DAYS = 30;

/** What the last claim of that name left; null: there is none. */
export function readClaim(claim: Claim): string | null {
  try {
    return readFileSync(fileOf(claim), 'utf8');
  } catch {
    return null;
  }
}

export type Terms = {
  readonly value: string;
  /** How long a claim keeps out others with the same value. */
  readonly seconds: number;
};

/** False: somebody holds it. Where nothing can be written it is everybody's. */
export function takeClaim(claim: Claim, terms: Terms): boolean {
  try {
    if (isLink(stateDirectory(claim.gitDir))) return true;
    mkdirSync(directoryOf(claim), { recursive: true });
    removeOld(claim);
    return (
      createWhole(fileOf(claim), terms.value) ||
      (!isHeld(claim, terms) && tryRemove(claim) && createWhole(fileOf(claim), terms.value))
    );
  } catch {
    return true;
  }
}

function isHeld(claim: Claim, { seconds, value }: Terms): boolean {
  const stat = statSync(fileOf(claim), { throwIfNoEntry: false });
  const age = claim.now.getTime() - (stat?.mtimeMs ?? 0);
  return stat === undefined || (age < seconds * 1000 && readClaim(claim) === value);
}

const directoryOf = ({ gitDir, topic }: Claim): string => join(stateDirectory(gitDir), topic);

const fileOf = (claim: Claim): string =>
  join(directoryOf(claim), Buffer.from(claim.name.slice(0, 100)).toString('base64url'));

// Of two processes that find the same old claim, one removes it.
function tryRemove(claim: Claim): boolean {
  try {
    unlinkSync(fileOf(claim));
    return true;
  } catch {
    return false;
  }
}

function removeOld(claim: Claim): void {
  for (const name of readdirSync(directoryOf(claim))) {
    const file = join(directoryOf(claim), name);
    const age = claim.now.getTime() - (statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0);
    if (age > KEPT_DAYS * DAY) removeQuietly(file);
  }
}

// What hooks/lib/governed.awk has told each session: a file for each, named by its id and that of a subagent.
const KEPT_MS = 30 * 86_400_000;

/** Of a session whose context is gone, and of old ones. Never throws. */
export function forgetTold(gitDir: string, session: string | null): void {
  const directory = join(stateDirectory(gitDir), 'told');
  const own = session === null ? null : `${session.replace(/[^A-Za-z0-9_-]/g, '_').slice(0, 80)}.`;
  try {
    for (const name of readdirSync(directory)) {
      const file = join(directory, name);
      const isOld = Date.now() - (statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0) > KEPT_MS;
      if (isOld || (own !== null && name.startsWith(own))) removeQuietly(file);
    }
  } catch {}
}
