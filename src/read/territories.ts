// Which context files a repository has, and the project as the one sees it that speaks for a directory.

import { join, relative } from 'node:path';
import { DEFAULTS } from '../core/config/defaults.ts';
import { findDocuments } from '../core/config/documents.ts';
import { newestDay, readContext } from '../core/context/context.ts';
import { mustSayState, saysState } from '../core/context/formats/index.ts';
import {
  isNear,
  isOwnName,
  isSeenFrom,
  localConfig,
  mayHaveTerritory,
  nearestAbove,
  type PartOf,
  partOf,
  rootOf,
  type Territory,
  territoriesOf,
} from '../core/context/territories.ts';
import { cannotRun } from '../core/problem.ts';
import { describeNoContext } from '../core/wording/record.ts';
import { hasFile, listNames } from '../effects/files.ts';
import { readIfText } from './documents.ts';
import { keptFirst } from './kept.ts';
import { type LeftOut, readLeftOut } from './left-out.ts';
import { openProject, type Project } from './project.ts';
import type { Session } from './session.ts';

/** `leftOut`: for who only reads, files that a sparse checkout leaves out. */
type Looked = Pick<Project, 'place' | 'top' | 'config' | 'markdown'> & { readonly leftOut?: LeftOut };

/** Paths of context files, the preferred one first, or the one that is kept in its place; one that git
 * ignores counts too. */
export function findContextFiles(looked: Looked): readonly string[] {
  const { place, config } = looked;
  const names = config.documents.context.filter((path) => !path.includes('*') && hasFile(looked.top, path));
  const near = nearOf(looked, names);
  const files = findDocuments('context', [...new Set([...names, ...near])], config).filter((path) =>
    isContextFile(looked, path),
  );
  const [first = ''] = files;
  const beside = files.filter((path) => rootOf(path) === rootOf(first));
  if (beside.length < 2 || isChosen(config) || isOwnName(first)) return files;
  const dayOf = (path: string) => newestDay(readContext(readIfText(looked.top, path) ?? ''));
  const kept = keptFirst(place, beside, dayOf);
  return [...kept, ...files.filter((path) => !kept.includes(path))];
}

// Beside a file that bears our own name no other is looked for. At the top git may know nothing of one.
function nearOf({ top, config, markdown }: Looked, [first = '']: readonly string[]): readonly string[] {
  if (isChosen(config)) return markdown();
  return isOwnName(first)
    ? []
    : [...markdown().filter(isNear), ...listNames(top).filter((name) => name.endsWith('.md'))];
}

/** The context file that a sparse checkout leaves out; null where it leaves none out, or another is there. */
export const findLeftOut = (project: Project): string | null =>
  findContextFiles({ ...project, leftOut: readLeftOut(project.repository) }).find(
    (path) => !hasFile(project.top, path),
  ) ?? null;

const isChosen = ({ documents }: Looked['config']): boolean =>
  documents.context !== DEFAULTS.documents.context;

// A `STATUS.md` may be the status of anything.
function isContextFile({ top, config, leftOut }: Looked, path: string): boolean {
  const isThere = hasFile(top, path);
  if (!isThere && leftOut?.has(path) !== true) return false;
  if (isChosen(config)) return true;
  if (!mayHaveTerritory(path)) return false;
  if (!mustSayState(path)) return true;
  const text = isThere ? readIfText(top, path) : (leftOut?.read(path) ?? null);
  return text !== null && saysState(readContext(text), path);
}

const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1).toLowerCase();

/** The territories of a work tree, the preferred file's first. One file that the settings name speaks for all
 * of it. */
export function readTerritories(looked: Looked, files = findContextFiles(looked)): readonly Territory[] {
  const [first] = files;
  if (first === undefined) return [];
  const { config, markdown } = looked;
  const paths = isChosen(config) ? findDocuments('context', markdown(), config) : markdown();
  const others = paths.filter((path) => nameOf(path) === nameOf(first) && isContextFile(looked, path));
  const all = territoriesOf([first, ...files.filter((path) => nameOf(path) === nameOf(first)), ...others]);
  return isChosen(config) && all.length === 1 ? [{ path: first, root: '' }] : all;
}

/** A project as one context file sees it: its settings, its documents, its part of each commit. */
export type Home<Opened extends Project = Project> = Opened & {
  readonly contextPath: string;
  readonly root: string;
  readonly part: PartOf;
  /** From a directory to one of which commands speak of this file; empty: they do there. */
  readonly directoryFrom: (directory: string) => string;
};

export const enter = <Opened extends Project>(
  project: Opened,
  territory: Territory,
  all: readonly Territory[],
): Home<Opened> => ({
  ...project,
  contextPath: territory.path,
  root: territory.root,
  part: partOf(territory, all),
  directoryFrom: (directory) =>
    territoryAt(directory, project, all) === territory
      ? ''
      : relative(directory, join(project.top, territory.root)),
  config: localConfig(project.config, territory),
  sees: (path) => isSeenFrom(path, territory, all),
});

/** Where the user is: git runs a hook at the top level, and says where it was started. */
export const directoryOf = (
  { cwd, env: { GIT_PREFIX = '' } }: Pick<Session, 'cwd' | 'env'>,
  { top }: Pick<Looked, 'top'>,
): string => (cwd === top ? join(top, GIT_PREFIX) : cwd);

/** The territory of a directory: the nearest above it, else the preferred one. */
export function territoryAt(
  cwd: string,
  { top }: Pick<Looked, 'top'>,
  all: readonly Territory[],
): Territory | null {
  const here = relative(top, cwd).replaceAll('\\', '/');
  return nearestAbove([here === '' ? '' : `${here}/`], all) ?? all[0] ?? null;
}

/** The project as the context file sees it that speaks for the directory of the command; null: there is
 * none. */
export function findHome<Opened extends Project>(
  session: Pick<Session, 'cwd' | 'env'>,
  project: Opened,
): Home<Opened> | null {
  const all = readTerritories(project);
  const territory = territoryAt(directoryOf(session, project), project, all);
  return territory === null ? null : enter(project, territory, all);
}

/** As `findHome`, of a command that needs one. Throws Problem (3): no context file, no repository. */
export async function openHome(session: Session): Promise<Home> {
  const opened = await openProject(session);
  const home = findHome(session, opened);
  if (home === null) throw cannotRun(describeNoContext(findLeftOut(opened)));
  return home;
}

/** All of them, the preferred one first. */
export function findHomes<Opened extends Project>(project: Opened): readonly Home<Opened>[] {
  const all = readTerritories(project);
  return all.slice(0, MOST_HOMES).map((territory) => enter(project, territory, all));
}

/** A hook is waited for. */
const MOST_HOMES = 50;
