// Where a reading command takes its documents from: the work tree, or HEAD in a bare repository.

import type { Config, DocumentKind } from '../core/config/defaults.ts';
import { findDocuments } from '../core/config/documents.ts';
import { Problem } from '../core/problem.ts';
import type { Document } from '../core/types.ts';
import { hasFile, readText } from '../effects/files.ts';
import { readPathsAt, readTrackedPaths } from '../git/paths.ts';
import type { Repository, WorkTree } from '../git/repository.ts';
import type { GitPlace } from '../git/run.ts';
import { readTextsAt } from './documents.ts';
import { readLeftOut } from './left-out.ts';
import { MARKDOWN } from './project.ts';

const ENDINGS = ['.md', '.markdown'];

export type Source = {
  /** Tracked Markdown files. */
  readonly paths: () => readonly string[];
  /** Null: there is none. Throws Problem (3): no text, not inside of the repository. */
  readonly readOne: (path: string) => Document | null;
  /** Those of the documents that can be read. */
  readonly read: (paths: readonly string[]) => readonly Document[];
  readonly has: (path: string) => boolean;
};

export type SourceOptions = {
  /** Tracked Markdown files of a work tree; null: not known yet. */
  readonly markdown?: readonly string[] | null | undefined;
  readonly sees?: (path: string) => boolean;
};

export function openSource(
  repository: Repository,
  { markdown = null, sees = () => true }: SourceOptions = {},
): Source {
  const { place, top } = repository;
  const source =
    top === null
      ? sourceAtHead(place)
      : sourceOnDisk({ ...repository, top }, () => markdown ?? readTrackedPaths(place, MARKDOWN));
  return { ...source, paths: () => source.paths().filter(sees) };
}

function sourceOnDisk({ top, ...repository }: WorkTree, paths: Source['paths']): Source {
  const leftOut = readLeftOut(repository);
  const readOne = (path: string) =>
    documentOf(path, hasFile(top, path) ? readText(top, path) : leftOut.read(path));
  const read = (paths: readonly string[]) => paths.flatMap((path) => skipProblems(() => readOne(path)) ?? []);
  return { paths, readOne, read, has: (path) => hasFile(top, path) || leftOut.hasAt(path) };
}

function sourceAtHead(place: GitPlace): Source {
  const all = readPathsAt(place, 'HEAD');
  const known = new Set(all);
  const read = (paths: readonly string[]) => readTextsAt(place, 'HEAD', paths);
  return {
    paths: () => all.filter((path) => ENDINGS.some((ending) => path.toLowerCase().endsWith(ending))),
    readOne: (path) => read([path])[0] ?? null,
    read,
    has: (path) => known.has(path) || all.some((other) => other.startsWith(`${path}/`)),
  };
}

const documentOf = (path: string, text: string | null): Document | null =>
  text === null ? null : { path, text };

function skipProblems<Value>(attempt: () => Value): Value | null {
  try {
    return attempt();
  } catch (error) {
    if (error instanceof Problem) return null;
    throw error;
  }
}

/** Paths by kind, each in the order of its globs. */
export function presentDocuments(source: Source, config: Config): Record<DocumentKind, readonly string[]> {
  const paths = source.paths();
  const kinds = Object.keys(config.documents) as DocumentKind[];
  const found = kinds.map((kind) => [kind, findDocuments(kind, paths, config)]);
  return Object.fromEntries(found) as Record<DocumentKind, readonly string[]>;
}
