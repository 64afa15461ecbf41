// Where a reading command takes its documents from: the work tree, or HEAD in a bare repository.
import type { Config, DocumentKind } from '../../core/config/defaults.ts';
import { findDocuments } from '../../core/config/documents.ts';
import { orProblem, type Problem } from '../../core/problem.ts';
import type { Document } from '../../core/types.ts';
import { hasFile, readText } from '../../effects/files.ts';
import { readObjects } from '../../git/blobs.ts';
import { readPathsAt, readTrackedPaths } from '../../git/paths.ts';
import type { Repository } from '../../git/repository.ts';
import { MARKDOWN } from './documents.ts';

const ENDINGS = ['.md', '.markdown'];

export type Source = {
  /** Tracked Markdown files. */
  readonly paths: readonly string[];
  /** Those of the documents that can be read: text, inside of the repository. */
  readonly read: (paths: readonly string[]) => Promise<Document[]>;
  readonly has: (path: string) => boolean;
};

export function openSource({ place, top }: Repository): Source {
  return top === null ? sourceAtHead(place) : sourceOnDisk(place, top);
}

function sourceOnDisk(place: Repository['place'], top: string): Source {
  const read = async (paths: readonly string[]) => {
    const texts = await Promise.all(paths.map((path) => orProblem((async () => readText(top, path))())));
    return documentsOf(paths, texts);
  };
  return { paths: readTrackedPaths(place, MARKDOWN), read, has: (path) => hasFile(top, path) };
}

function sourceAtHead(place: Repository['place']): Source {
  const all = readPathsAt(place, 'HEAD');
  const known = new Set(all);
  const names = (paths: readonly string[]) => paths.map((path) => `HEAD:${path}`);
  return {
    paths: all.filter((path) => ENDINGS.some((ending) => path.toLowerCase().endsWith(ending))),
    read: async (paths) => documentsOf(paths, readObjects(place, names(paths))),
    has: (path) => known.has(path) || all.some((other) => other.startsWith(`${path}/`)),
  };
}

const documentsOf = (paths: readonly string[], texts: readonly (string | Problem | null)[]): Document[] =>
  paths.flatMap((path, index) => {
    const text = texts[index];
    return typeof text === 'string' ? [{ path, text }] : [];
  });

/** Paths by kind, each in the order of its globs. */
export const presentDocuments = (
  { paths }: Source,
  config: Config,
): Record<DocumentKind, readonly string[]> =>
  Object.fromEntries(
    Object.keys(config.documents).map((kind) => [kind, findDocuments(kind as DocumentKind, paths, config)]),
  ) as unknown as Record<DocumentKind, readonly string[]>;
