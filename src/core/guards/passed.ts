// Files that guards look at by their path, and that are passed over all the same.
import type { Document } from '../types.ts';
import { isMeant, passedOver, unread } from './governs.ts';
import type { Guard } from './guard.ts';

export type PassedOver = { readonly path: string; readonly reason: string };

/** `texts`: of the files that were read. */
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
    const own = meant.some(({ form }) => form.kind !== 'path') ? text.get(path) : undefined;
    const reason = passedOver(path) ?? (own === undefined ? null : unread(own));
    return reason === null ? [] : [{ path, reason }];
  });
}
