// The repository's documents as they are now, on disk, and as they were at a commit.
import type { Config, DocumentKind } from '../core/config/defaults.ts';
import { findDocuments, isDocument } from '../core/config/documents.ts';
import { Problem } from '../core/problem.ts';
import type { Document } from '../core/types.ts';
import { hasFile, readText } from '../effects/files.ts';
import { readObjects } from '../git/blobs.ts';
import { readPathsAt, readWorkPaths } from '../git/paths.ts';
import type { GitPlace } from '../git/run.ts';
import type { Told } from '../git/told.ts';
import { readLeftOut } from './left-out.ts';
import { MARKDOWN, type Project } from './project.ts';

/** Tracked documents of some kinds, with their text on disk. */
export const readDocuments = (project: Project, kinds: readonly DocumentKind[]): Document[] =>
  readOnDisk(project, kinds, project.markdown());

/** As `readDocuments`, with those that git does not track yet. */
export const readWorkDocuments = (project: Project, kinds: readonly DocumentKind[]): Document[] =>
  readOnDisk(project, kinds, readWorkPaths(project.place, MARKDOWN));

function readOnDisk(project: Project, kinds: readonly DocumentKind[], paths: readonly string[]): Document[] {
  const seen = paths.filter(project.sees);
  return readPaths(project, new Set(kinds.flatMap((kind) => findDocuments(kind, seen, project.config))));
}

/** Documents under these paths, with their text on disk. */
export function readPaths({ top, sees, repository }: Project, paths: Iterable<string>): Document[] {
  const leftOut = readLeftOut(repository);
  return [...paths].filter(sees).flatMap((path) => {
    const text = hasFile(top, path) ? readText(top, path) : leftOut.read(path);
    return text === null ? [] : [{ path, text }];
  });
}

/** Documents of some kinds as a commit has them. */
export const readDocumentsAt = (place: GitPlace, revision: string, wanted: Wanted): Document[] =>
  readDocumentsOf(place, [revision], wanted)[0] ?? [];

type Wanted = { readonly config: Config; readonly kinds: readonly DocumentKind[] };

/** As `readDocumentsAt`, of several commits. */
export function readDocumentsOf(
  place: GitPlace,
  revisions: readonly string[],
  { config, kinds }: Wanted,
): Document[][] {
  const isWanted = (path: string) => kinds.some((kind) => isDocument(kind, path, config));
  const listed = revisions.map((revision) => readPathsAt(place, revision).filter(isWanted));
  const names = listed.flatMap((paths, at) => paths.map((path) => `${revisions[at]}:${path}`));
  const texts = readObjects(place, names);
  return listed.map((paths) => withText(paths, texts.splice(0, paths.length)));
}

/** HEAD's documents under these paths (undefined: not known), where the shell told of all; else null. */
export function documentsTold(told: Told | null, paths: readonly string[] | undefined): Document[] | null {
  const objects = paths?.map((path) => told?.objects.get(`HEAD:${path}`));
  if (paths === undefined || objects?.some((object) => object === undefined)) return null;
  return paths.flatMap((path, at) => {
    const object = objects?.[at];
    return object?.kind === 'blob' ? [{ path, text: object.text }] : [];
  });
}

/** Those of the paths that are text there. */
export function readTextsAt(place: GitPlace, revision: string, paths: readonly string[]): Document[] {
  const names = paths.map((path) => `${revision}:${path}`);
  return withText(paths, readObjects(place, names));
}

export const withText = (paths: readonly string[], texts: readonly (string | null)[]): Document[] =>
  paths.flatMap((path, index) => {
    const text = texts[index] ?? null;
    return text === null ? [] : [{ path, text }];
  });

/** A file that cannot be read says nothing. */
export function readIfText(top: string, path: string): string | null {
  try {
    return readText(top, path);
  } catch (error) {
    if (error instanceof Problem) return null;
    throw error;
  }
}
