// Parses what `--raw --numstat -z` prints, token by token (tokens are what stands between NULs):
//   :100644 100644 <id> <id> M | path            :100644 100644 <id> <id> R087 | before | after
//   ::100644 100644 100644 <id> <id> <id> MM | path      (a merge: what differs from every parent)
//   12\t3\tpath                 12\t3\t | before | after            -\t-\tpath  (binary)
import type { ChangedFile } from '../core/types.ts';

export type EntryParser = {
  /** True when the token belonged to an entry. */
  readonly take: (token: string) => boolean;
  readonly files: () => ChangedFile[];
};

type Counts = { readonly added: number | null; readonly deleted: number | null };
type Raw = Omit<ChangedFile, 'added' | 'deleted'>;

/** An entry whose paths follow in tokens of their own: one, or those before and after a rename. */
type Open = { readonly count: number; readonly close: (paths: readonly string[]) => void };

export function createEntryParser(): EntryParser {
  const raws: Raw[] = [];
  const counts = new Map<string, Counts>();
  let open: Open | null = null;
  let paths: string[] = [];

  const take = (token: string): boolean => {
    if (open === null) {
      const bare = token.startsWith('\n') ? token.replace(/^\n+/, '') : token;
      open = openRaw(bare, raws) ?? openCounts(bare, counts);
      return open !== null || bare === '';
    }
    paths.push(token);
    return true;
  };
  const settle = (token: string): boolean => {
    const isTaken = take(token);
    if (open !== null && paths.length === open.count) {
      open.close(paths);
      open = null;
      paths = [];
    }
    return isTaken;
  };
  const files = () => raws.map((raw) => withCounts(raw, counts.get(raw.path)));
  return { take: settle, files };
}

// Written out, not spread: a long range has a million of them.
function withCounts({ path, from, status, mode, blobs }: Raw, counts: Counts = UNCOUNTED): ChangedFile {
  const { added, deleted } = counts;
  return from === undefined
    ? { path, status, mode, blobs, added, deleted }
    : { path, from, status, mode, blobs, added, deleted };
}

const UNCOUNTED: Counts = { added: null, deleted: null };

function openRaw(header: string, raws: Raw[]): Open | null {
  if (!header.startsWith(':')) return null;
  const raw = parseRaw(header);
  if (raw.status !== 'R' && raw.status !== 'C')
    return { count: 1, close: ([path = '']) => raws.push({ ...raw, path }) };
  return { count: 2, close: ([from = '', path = '']) => raws.push({ ...raw, from, path }) };
}

function openCounts(stat: string, counts: Map<string, Counts>): Open | null {
  const found = /^(\d+|-)\t(\d+|-)\t(.*)$/s.exec(stat);
  if (found === null) return null;
  const [, added = '', deleted = '', path = ''] = found;
  const count = { added: parseCount(added), deleted: parseCount(deleted) };
  if (path === '') return { count: 2, close: ([, after = '']) => counts.set(after, count) };
  return { count: 0, close: () => counts.set(path, count) };
}

const parseCount = (text: string): number | null => (text === '-' ? null : Number(text));

function parseRaw(header: string): Raw {
  let parents = 1;
  while (header.startsWith(':', parents)) parents++;
  const words = header.slice(parents).split(' ');
  const ids = words.slice(parents + 1, 2 * parents + 2);
  const status = (words.at(-1) ?? 'M').charAt(0) as ChangedFile['status'];
  return { path: '', status, mode: words[parents] ?? '', blobs: [ids[0] ?? '', ids.at(-1) ?? ''] };
}
