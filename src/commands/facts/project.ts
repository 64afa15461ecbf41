// What a command knows before it looks at any commit: the repository and its settings.
import { CONFIG_FILES, type ConfigTexts, readConfig, settingsFileOf } from '../../core/config/config.ts';
import type { Config } from '../../core/config/defaults.ts';
import { orProblem, Problem } from '../../core/problem.ts';
import { readText } from '../../effects/files.ts';
import { readObjects } from '../../git/blobs.ts';
import { readWorkTree, type WorkTree } from '../../git/repository.ts';
import type { GitPlace } from '../../git/run.ts';
import type { Session } from '../session.ts';

export type Project = {
  readonly repository: WorkTree;
  readonly place: GitPlace;
  readonly top: string;
  readonly gitDir: string;
  /** As the work tree has it. */
  readonly config: Config;
};

/** Throws Problem (3): no repository, no work tree, a config with faults. */
export async function openProject(session: Session): Promise<Project> {
  const repository = readWorkTree({ cwd: session.cwd, env: session.env });
  const { place, top, gitDir } = repository;
  return { repository, place, top, gitDir, config: await readConfig(readConfigTexts(top)) };
}

/** A project as a hook sees it. */
export type HookProject = Project & {
  /** As HEAD has it: a change cannot soften the gate that judges it. */
  readonly gateConfig: Config;
  /** What is wrong with the work tree's config, whose settings are then HEAD's. */
  readonly fault: Problem | null;
  /** Where the settings stand, in HEAD as in the work tree; null: nowhere; undefined: not in the same place. */
  readonly settingsFile: string | null | undefined;
};

/** Throws Problem (3): no repository, or faults in the config of HEAD. */
export async function openHookProject(session: Session): Promise<HookProject> {
  const repository = readWorkTree({ cwd: session.cwd, env: session.env });
  const { place, top, gitDir } = repository;
  const [committed, present] = [readConfigTextsAt(place, 'HEAD'), readConfigTexts(top)];
  const gateConfig = await readConfig(committed);
  const own = await orProblem(readConfig(present));
  const [config, fault] = own instanceof Problem ? [gateConfig, own] : [own, null];
  const file = settingsFileOf(present);
  const settingsFile = file === settingsFileOf(committed) ? file : undefined;
  return { repository, place, top, gitDir, config, gateConfig, fault, settingsFile };
}

/** What the work tree's config files say. */
export const readConfigTexts = (top: string): ConfigTexts =>
  CONFIG_FILES.map((path) => readText(top, path)) as unknown as ConfigTexts;

/** What the config files said at a revision; nothing where there is no such revision. */
export const readConfigTextsAt = (place: GitPlace, revision: string): ConfigTexts =>
  readObjects(
    place,
    CONFIG_FILES.map((path) => `${revision}:${path}`),
  ) as unknown as ConfigTexts;
