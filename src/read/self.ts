// What the repository says of itself: its documents, manifests, README, directories and branch.
import type { DocumentKind } from '../core/config/defaults.ts';
import { findDocuments } from '../core/config/documents.ts';
import { currentPhase, directoriesOf, placeDocuments, readOpening } from '../core/init/documents.ts';
import type { ProjectFacts } from '../core/init/facts.ts';
import { LOCK_PATHS, MANIFEST_PATHS, readManifest } from '../core/init/project.ts';
import { hasFile } from '../effects/files.ts';
import { readBranch } from '../git/head.ts';
import { readTrackedPaths } from '../git/paths.ts';
import { readCommitId } from '../git/repository.ts';
import { readDocuments, readIfText } from './documents.ts';
import { readLeftOut } from './left-out.ts';
import type { Project } from './project.ts';
import { findContextFiles } from './territories.ts';

type DocumentPaths = ProjectFacts['documents'];

/** The first document of each kind that is there, tracked or not; in HEAD where the checkout is sparse. */
export function readPlaced(project: Project): DocumentPaths {
  const { place, top, config } = project;
  const leftOut = readLeftOut(project.repository);
  const has = (path: string): boolean => hasFile(top, path) || leftOut.has(path);
  const tracked = readTrackedPaths(place, ['*.md', '*.markdown']).filter(has);
  const kinds = Object.keys(config.documents) as DocumentKind[];
  const found = kinds.map((kind) => {
    const named = config.documents[kind].filter(has);
    const all =
      kind === 'context'
        ? findContextFiles({ ...project, leftOut })
        : [...named, ...findDocuments(kind, tracked, config)];
    return [kind, all[0]] as const;
  });
  return Object.fromEntries(found.filter(([, path]) => path !== undefined));
}

/** `directory`: the work tree's name, for a project that names itself nowhere. */
export function readProjectFacts(
  project: Project,
  there: DocumentPaths,
  { today, directory }: { readonly today: string; readonly directory: string },
): ProjectFacts {
  const { place, top, config } = project;
  const locks = LOCK_PATHS.filter((path) => hasFile(top, path));
  const manifests = MANIFEST_PATHS.flatMap((path) => {
    const text = readIfText(top, path);
    return text === null ? [] : (readManifest(path, text, locks) ?? []);
  });
  const readme = README.find((path) => hasFile(top, path)) ?? null;
  const opening = readme === null ? null : readOpening(readIfText(top, readme) ?? '');
  return {
    name: manifests.find(({ name }) => name !== null)?.name ?? opening?.title ?? directory,
    description:
      manifests.find(({ description }) => description !== null)?.description ?? opening?.paragraph ?? null,
    branch: readBranch(place),
    head: readCommitId(place, 'HEAD')?.slice(0, 7) ?? null,
    today,
    readme,
    manifests: manifests.filter(({ commands }) => Object.keys(commands).length > 0),
    directories: directoriesOf(readTrackedPaths(place, [])),
    phase: currentPhase(readDocuments(project, ['phases'])),
    documents: placeDocuments(config, there),
  };
}

const README = ['README.md', 'readme.md', 'Readme.md', 'README.markdown'];
