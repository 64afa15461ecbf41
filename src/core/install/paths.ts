// Absolute paths with forward slashes, as git prints them on every platform, and the same relative to a
// directory, so that what is written down outlives a move of the repository.

export const isInside = (directory: string, path: string): boolean =>
  path === directory || path.startsWith(directory.endsWith('/') ? directory : `${directory}/`);

/** The directory of a path; `/` and `C:/` are their own. */
export const parentOf = (path: string): string => path.slice(0, path.lastIndexOf('/')) || '/';

/** `path` as seen from `directory`, with `..` where needed; itself where the two share nothing (two
 * drives). */
export function relativeTo(directory: string, path: string): string {
  const from = directory.split('/');
  const to = path.split('/');
  const shared = from.findIndex((part, index) => part !== to[index]);
  const common = shared < 0 ? from.length : shared;
  if (common === 0) return path;
  return [...from.slice(common).map(() => '..'), ...to.slice(common)].join('/');
}

/** The reverse of `relativeTo`. */
export function absoluteFrom(directory: string, path: string): string {
  if (/^(?:\/|[A-Za-z]:)/.test(path)) return path;
  return path
    .split('/')
    .reduce((at, part) => (part === '..' ? at.slice(0, at.lastIndexOf('/')) : `${at}/${part}`), directory);
}
