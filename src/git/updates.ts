// When a file last changed.
import { type GitPlace, tryGit } from './run.ts';

export type LastUpdate = { readonly sha: string /** ISO 8601, the author's. */; readonly date: string };

/** The last commit of this history that changed the path; null where there is none. */
export function readLastUpdate(place: GitPlace, path: string): LastUpdate | null {
  const format = ['-1', '--no-show-signature', '--format=%H %aI'];
  const answer = tryGit(place, ['log', ...format, 'HEAD', '--', `:(top,literal)${path}`])?.trim() ?? '';
  const [sha = '', date = ''] = answer.split(' ');
  return sha === '' ? null : { sha, date };
}
