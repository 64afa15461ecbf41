// Our hooks in a manager's settings, and the files that the manager would write for them, so that git runs
// them at once.
import { cannotRun } from '../problem.ts';
import type { Disk } from '../types.ts';
import { commandLine } from '../wording/command.ts';
import { textAt, withStates } from './disk.ts';
import { putEdit } from './edit.ts';
import type { Contents } from './home.ts';
import { localConfig, localHooks, type Place } from './local.ts';
import type { FileEdit } from './manifest.ts';
import { findStub } from './place.ts';

export type Settled = {
  readonly disk: Disk;
  readonly edits: readonly FileEdit[];
  /** The hooks that the manager runs from now on. */
  readonly hooks: readonly string[];
  /** For our directory. */
  readonly contents: Contents;
  /** See Plan. */
  readonly pending: readonly string[];
};

/** Everything that is not a hook file of the place's directory. Throws Problem (3) for settings whose form
 * does not let us. */
export function settle(disk: Disk, { place, hooks }: { place: Place; hooks: readonly string[] }): Settled {
  if (place.settings !== null)
    return putSettings(disk, { directory: place.directory, settings: place.settings }, hooks);
  if (place.local === null) return { disk, edits: [], hooks: [], contents: new Map(), pending: [] };
  const edit = localConfig(disk, place.local);
  return {
    disk: putEdit(disk, edit),
    edits: [edit],
    hooks,
    contents: localHooks(disk, place.local, hooks),
    pending: [],
  };
}

/** Hooks that are somebody else's stay out: the manager would push them aside. */
function putSettings(disk: Disk, { directory, settings }: Managed, hooks: readonly string[]): Settled {
  const { manager, path } = settings;
  const isFree = (hook: string) => {
    const text = textAt(disk, `${directory}/${hook}`);
    return !disk.has(`${directory}/${hook}`) || (text !== null && manager.isStub(text));
  };
  const ours = hooks.filter((hook) => manager.mayRun(hook) && isFree(hook));
  const before = textAt(disk, path);
  if (before === null && disk.has(path)) throw notAFile(path);
  const after = manager.addHooks(before ?? '', ours, path);
  if (after === null) throw rigid(path, manager.name);
  const edit: FileEdit = { kind: 'settings', name: manager.name, path, before, after };
  const edits = [edit, ...stubsFor(disk, { directory, settings }, { hooks: ours, edit })];
  const written = edits.reduce(putEdit, disk);
  const pending = [
    ...(manager.mustStage && after !== before ? [`git add ${path.slice(path.lastIndexOf('/') + 1)}`] : []),
    ...(findStub(manager, directory, disk) === null ? [manager.command] : []),
  ];
  return { disk: asPrograms(written, edits), edits, hooks: ours, contents: new Map(), pending };
}

type Managed = { readonly directory: string; readonly settings: NonNullable<Place['settings']> };
type SettingsEdit = { readonly hooks: readonly string[]; readonly edit: FileEdit };

function stubsFor(disk: Disk, { directory, settings }: Managed, { hooks, edit }: SettingsEdit): FileEdit[] {
  const model = findStub(settings.manager, directory, disk);
  if (model === null) return [];
  const config = { path: edit.path, before: edit.before ?? '', after: edit.after };
  return hooks.flatMap((hook): FileEdit[] => {
    const path = `${directory}/${hook}`;
    const before = textAt(disk, path);
    const after = settings.manager.stubFor(hook, { ...model, config });
    return after === null || after === before ? [] : [{ kind: 'stub', name: hook, path, before, after }];
  });
}

const asPrograms = (disk: Disk, edits: readonly FileEdit[]): Disk =>
  withStates(
    disk,
    edits
      .filter(({ kind }) => kind === 'stub')
      .map(({ path, after }) => [path, { kind: 'file', text: after, mode: 0o755 }] as const),
  );

const notAFile = (path: string) =>
  cannotRun({
    what: `${path} is a symbolic link, or no plain file, and was left as it is`,
    why: 'what a link leads to may be outside this repository',
    fix: `${commandLine('install --into git')}   or replace the link by a file`,
  });

const rigid = (path: string, name: string) =>
  cannotRun({
    what: `${path} is written in a form that ${name} reads and we cannot add to`,
    why: 'hooks are added to plain block maps, lists, tables and objects',
    fix: commandLine('install --into git'),
  });
