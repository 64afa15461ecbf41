// Which decisions govern a file: those that stand and name it, or a glob that it fits.
import { matchesGlob } from '../config/documents.ts';
import type { Decision } from '../types.ts';

export const decisionsGoverning = (decisions: readonly Decision[], path: string): Decision[] =>
  decisions.filter(
    ({ affects, status }) => status === 'stands' && affects.some((glob) => matchesGlob(glob, path)),
  );
