// What the paths of decision documents say: a directory of records, a file's name.

/** A path's last name without its extension. */
export const baseName = (path: string): string => (path.split('/').at(-1) ?? '').replace(/\.[^.]+$/, '');

const RECORDS = /(?:^|\/)(?:adrs?|decisions?|decision[-_]records?|architecture[-_]decisions?|rfcs?)\//i;

export const isInDirectory = (path: string): boolean => RECORDS.test(path);

/** What numbers its decisions together: a file, or a directory of records. */
export const logOf = (path: string): string =>
  isInDirectory(path) ? path.slice(0, path.lastIndexOf('/') + 1) : path;
