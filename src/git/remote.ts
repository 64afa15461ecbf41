// Where a repository is published.
import { type GitPlace, tryGit } from './run.ts';

/** The address of `origin` as it is configured; null where there is none. */
export const readRemote = (place: GitPlace): string | null =>
  tryGit(place, ['config', '--get', 'remote.origin.url'])?.trim() || null;
