// Files that guards look at by their path, and that are passed over all the same.
import type { Document } from '../types.ts';
import { isMeant, passedOver, unread } from './governs.ts';
import type { Guard } from './guard.ts';

export type PassedOver = { readonly path: string; readonly reason: string };

/** `paths`: without submodules and what was deleted. `texts`: of the files that were read. */
export function findPassedOver(
  paths: readonly string[],
  guards: readonly Guard[],
  texts: readonly Document[],
): PassedOver[] {
  if (guards.length === 0) return [];
  const text = new Map(texts.map((document) => [document.path, document.text]));
  return paths.flatMap((path) => {
    const meant = guards.filter(({ form }) => isMeant(form, path));
    if (meant.length === 0) return [];
    const isRead = meant.some(({ form }) => form.kind !== 'path');
    const reason = passedOver(path) ?? (isRead ? reasonOf(text.get(path)) : null);
    return reason === null ? [] : [{ path, reason }];
  });
}

// A commit may have more files than are read, and git less than the commit names.
const reasonOf = (text: string | undefined): string | null =>
  text === undefined ? 'not read' : unread(text);
