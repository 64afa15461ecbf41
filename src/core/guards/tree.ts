// What guards would find in files as they are, whoever wrote their lines.
import type { Document } from '../types.ts';
import { type Breach, findBreaches, type Match } from './breaches.ts';
import type { Guard } from './guard.ts';

/** `documents`: the texts of those of the paths that guards look at. */
export function findInTree(
  paths: readonly string[],
  documents: readonly Document[],
  { guards, match }: { readonly guards: readonly Guard[]; readonly match: Match },
): Breach[] {
  const files = paths.map((path) => ({ path, status: 'A', added: null, deleted: null }) as const);
  const commit = { sha: null, parents: [], date: '', message: '', files };
  const added = documents.map(({ path, text }) => ({ path, before: null, after: text }));
  return findBreaches({ commit, documents: added }, guards, match);
}
