// The documents as they are now: on disk, and in a bare repository as HEAD has them.
import { readConfig } from '../core/config/config.ts';
import type { Config, DocumentKind } from '../core/config/defaults.ts';
import type { Document } from '../core/types.ts';
import { hasFile } from '../effects/files.ts';
import { readObjects } from '../git/blobs.ts';
import { readPathsAt, readWorkPaths } from '../git/paths.ts';
import { readRepository } from '../git/repository.ts';
import { readDocumentsAt, readIfText, readWorkDocuments } from './documents.ts';
import { openProject, readConfigTextsAt } from './project.ts';
import type { Session } from './session.ts';

export type Current = {
  readonly config: Config;
  readonly documents: readonly Document[];
  /** All paths of the tree. */
  readonly paths: () => readonly string[];
  /** The texts of those of them that are text. */
  readonly read: (paths: readonly string[]) => Document[];
};

/** Throws Problem (3). */
export async function readCurrent(session: Session, kinds: readonly DocumentKind[]): Promise<Current> {
  const { place, top } = readRepository({ cwd: session.cwd, env: session.env });
  if (top !== null) {
    const project = await openProject(session);
    return {
      config: project.config,
      documents: readWorkDocuments(project, kinds),
      paths: () => [...new Set(readWorkPaths(place, []))].filter((path) => hasFile(top, path)),
      read: (paths) =>
        withText(
          paths,
          paths.map((path) => readIfText(top, path)),
        ),
    };
  }
  const config = await readConfig(readConfigTextsAt(place, 'HEAD'));
  return {
    config,
    documents: readDocumentsAt(place, 'HEAD', { config, kinds }),
    paths: () => readPathsAt(place, 'HEAD'),
    read: (paths) =>
      withText(
        paths,
        readObjects(
          place,
          paths.map((path) => `HEAD:${path}`),
        ),
      ),
  };
}

const withText = (paths: readonly string[], texts: readonly (string | null)[]): Document[] =>
  paths.flatMap((path, index) => {
    const text = texts[index] ?? null;
    return text === null ? [] : [{ path, text }];
  });
