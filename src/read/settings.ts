// The settings that the gate obeys: those that are committed; where they have faults, the last that had none.
import { CONFIG_FILES, type ConfigTexts, readConfig } from '../core/config/config.ts';
import { type Config, DEFAULTS } from '../core/config/defaults.ts';
import type { SettingsInForce } from '../core/gate/settings.ts';
import { orProblem, Problem } from '../core/problem.ts';
import { readObjects } from '../git/blobs.ts';
import { readIds } from '../git/log.ts';
import type { GitPlace } from '../git/run.ts';

export type GateSettings = {
  readonly config: Config;
  /** What is wrong with those of the revision; null: nothing. */
  readonly fault: Problem | null;
  /** Undefined where nothing is wrong. */
  readonly settings?: SettingsInForce;
};

/** Versions of the settings that are looked through at most. */
const MOST_VERSIONS = 100;

/** `texts`: those of the revision. What makes the settings unreadable must not open the gate. Throws
 * GitProblem. */
export async function readGateSettings(
  place: GitPlace,
  revision: string,
  texts: ConfigTexts = readConfigTextsAt(place, revision),
): Promise<GateSettings> {
  const config = await orProblem(readConfig(texts));
  if (!(config instanceof Problem)) return { config, fault: null };
  const older = await readOlder(place, revision);
  return { config: older.config, fault: config, settings: { unreadable: texts, texts: older.texts } };
}

type Older = { readonly config: Config; readonly texts: ConfigTexts };

async function readOlder(place: GitPlace, revision: string): Promise<Older> {
  const ids = [...readIds(place, [`-n${MOST_VERSIONS}`, revision], CONFIG_FILES)];
  const found = readObjects(place, ids.flatMap(configNames));
  for (const at of ids.keys()) {
    const [own = null, manifest = null] = found.slice(at * CONFIG_FILES.length);
    const config = await orProblem(readConfig([own, manifest]));
    if (!(config instanceof Problem)) return { config, texts: [own, manifest] };
  }
  return { config: DEFAULTS, texts: [null, null] };
}

/** What the config files said at a revision; nothing where there is no such revision. */
export const readConfigTextsAt = (place: GitPlace, revision: string): ConfigTexts =>
  readObjects(place, configNames(revision)) as unknown as ConfigTexts;

export const configNames = (revision: string): string[] => CONFIG_FILES.map((path) => `${revision}:${path}`);
