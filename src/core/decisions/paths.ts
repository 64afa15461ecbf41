// What the paths of decision documents say: a directory of records, a file's name.

/** A path's last name without its extension. */
export const baseName = (path: string): string => (path.split('/').at(-1) ?? '').replace(/\.[^.]+$/, '');

const RECORDS = /(?:^|\/)(?:adrs?|decisions?|decision[-_]records?|architecture[-_]decisions?|rfcs?)\//i;

// `docs/spec/ADR-001-lanes.md` is a record wherever it is.
const RECORD = /(?:^|\/)adr[-_]\d[^/]*\.md$/i;

export const isInDirectory = (path: string): boolean => RECORDS.test(path) || RECORD.test(path);

/** What numbers its decisions together: a file, or a directory of records. */
export const logOf = (path: string): string =>
  isInDirectory(path)
    ? path.slice(0, path.length - (NESTED.exec(path) ?? NAME.exec(path) ?? [''])[0].length)
    : path;

// `adr/0007-lanes/0007-lanes.md` is a record of `adr/`.
const NESTED = /(?<=\/)([^/]{1,200})\/\1(?:[._-][a-z]{2})?\.md$/;
const NAME = /[^/]*$/;

/** Whether each record has a directory of its name. */
export const isNested = (path: string): boolean => NESTED.test(path);
