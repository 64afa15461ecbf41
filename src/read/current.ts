// The documents as they are now: on disk, and in a bare repository as HEAD has them.
import { readConfig } from '../core/config/config.ts';
import type { Config, DocumentKind } from '../core/config/defaults.ts';
import type { Document } from '../core/types.ts';
import { hasFile } from '../effects/files.ts';
import { readPathsAt, readWorkPaths } from '../git/paths.ts';
import { readRepository } from '../git/repository.ts';
import { readDocumentsAt, readIfText, readTextsAt, readWorkDocuments, withText } from './documents.ts';
import { openProject } from './project.ts';
import type { Session } from './session.ts';
import { readConfigTextsAt } from './settings.ts';

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
    read: (paths) => readTextsAt(place, 'HEAD', paths),
  };
}
