// What a command knows before it looks at any commit: the repository and its settings.

import { CONFIG_FILES, type ConfigTexts, readConfig, settingsFileOf } from '../core/config/config.ts';
import type { Config } from '../core/config/defaults.ts';
import type { SettingsInForce } from '../core/gate/settings.ts';
import { once } from '../core/memo.ts';
import { orProblem, Problem } from '../core/problem.ts';
import { readText } from '../effects/files.ts';
import { findWorkTree, readToldBytes } from '../effects/gitdir.ts';
import { type Objects, openObjects } from '../git/blobs.ts';
import { type Head, parseHead, readHead } from '../git/head.ts';
import { readTrackedPaths } from '../git/paths.ts';
import { readWorkTree, type WorkTree } from '../git/repository.ts';
import type { GitPlace } from '../git/run.ts';
import { parseTold, type Told } from '../git/told.ts';
import type { Session } from './session.ts';
import { configNames, readGateSettings } from './settings.ts';

export const MARKDOWN = ['*.md', '*.markdown'];

export type Project = {
  readonly repository: WorkTree;
  readonly place: GitPlace;
  readonly top: string;
  readonly gitDir: string;
  /** As the work tree has it. */
  readonly config: Config;
  /** Tracked Markdown files, asked for at most once. */
  readonly markdown: () => readonly string[];
  /** Whether a document concerns the part of the repository that is looked at. */
  readonly sees: (path: string) => boolean;
  /** For all that is asked of git's objects. */
  readonly objects: Objects;
  /** What is known already of git; null: nothing. */
  readonly told: Told | null;
};

/** Throws Problem (3): no repository, no work tree, a config with faults. */
export async function openProject(session: Session): Promise<Project> {
  const repository = readWorkTree({ cwd: session.cwd, env: session.env });
  const { place, top, gitDir } = repository;
  const config = await readConfig(readConfigTexts(top));
  const objects = openObjects(place);
  return {
    repository,
    place,
    top,
    gitDir,
    config,
    objects,
    told: null,
    markdown: listMarkdown(place),
    sees: () => true,
  };
}

/** A project as a hook sees it. */
export type HookProject = Project & {
  /** As HEAD has it: a change cannot soften the gate that judges it. */
  readonly gateConfig: Config;
  /** Where HEAD's has faults. */
  readonly settings: SettingsInForce | undefined;
  /** What is wrong with the work tree's config, whose settings are then HEAD's. */
  readonly fault: Problem | null;
  /** Where the settings stand, in HEAD as in the work tree; null: nowhere; undefined: not in the same
   * place. */
  readonly settingsFile: string | null | undefined;
  /** Null before the first commit. */
  readonly head: Head | null;
};

/** Throws Problem (3): no repository. */
export async function openHookProject(session: Session): Promise<HookProject> {
  const { cwd, env } = session;
  const repository = findWorkTree({ cwd, env }) ?? readWorkTree({ cwd, env });
  const { place, top, gitDir } = repository;
  const told = readTold(session);
  const objects = openObjects(place, told?.objects);
  const [found = null, ...files] = await objects.find(['HEAD', ...configNames('HEAD')]);
  const committed = files.map((file) => file?.text ?? null) as unknown as ConfigTexts;
  const { config: gateConfig, settings } = await readGateSettings(place, 'HEAD', committed);
  const present = await orProblem(readPresentTexts(top));
  const own = present instanceof Problem ? present : await orProblem(readConfig(present));
  const [config, fault] = own instanceof Problem ? [gateConfig, own] : [own, null];
  const file = present instanceof Problem ? undefined : settingsFileOf(present);
  const settingsFile = file === settingsFileOf(committed) ? file : undefined;
  // git has the parents of a shallow clone's first commits, which the commits themselves name, no more.
  const head = repository.isShallow ? readHead(place) : parseHead(found);
  const markdown = told?.markdown ?? null;
  const project = { repository, place, top, gitDir, config, objects, told, sees: () => true };
  return {
    ...project,
    markdown: markdown === null ? listMarkdown(place) : () => markdown,
    gateConfig,
    settings,
    fault,
    settingsFile,
    head,
  };
}

function readTold({
  env: { HANDOFF_TOLD, HANDOFF_TOLD_FILE: file = '', HANDOFF_RANGE: range = '' },
}: Session) {
  if (!HANDOFF_TOLD) return null;
  return parseTold(readToldBytes(), { file, range });
}

/** Tracked Markdown files, asked for at most once. */
export const listMarkdown = (place: GitPlace) => once(() => readTrackedPaths(place, MARKDOWN));

/** What the work tree's config files say. */
export const readConfigTexts = (top: string): ConfigTexts =>
  CONFIG_FILES.map((path) => readText(top, path)) as unknown as ConfigTexts;

// A promise, so that what cannot be read is a fault of the settings and no end of the hook.
const readPresentTexts = async (top: string): Promise<ConfigTexts> => readConfigTexts(top);
