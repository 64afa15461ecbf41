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

export function createEntryParser(): EntryParser {
  const raws: Raw[] = [];
  const counts = new Map<string, Counts>();
  let waiting: ((path: string) => boolean) | null = null;

  const readTwoPaths = (done: (from: string, path: string) => void) => {
    waiting = (from) => {
      waiting = (path) => {
        waiting = null;
        done(from, path);
        return true;
      };
      return true;
    };
  };
  const readOnePath = (done: (path: string) => void) => {
    waiting = (path) => {
      waiting = null;
      done(path);
      return true;
    };
  };

  const takeRaw = (header: string) => {
    const raw = parseRaw(header);
    if (raw.status === 'R' || raw.status === 'C')
      readTwoPaths((from, path) => raws.push({ ...raw, from, path }));
    else readOnePath((path) => raws.push({ ...raw, path }));
  };
  const takeCounts = (added: string, deleted: string, path: string) => {
    const count = { added: parseCount(added), deleted: parseCount(deleted) };
    if (path === '') readTwoPaths((_, after) => counts.set(after, count));
    else counts.set(path, count);
  };

  const take = (token: string): boolean => {
    if (waiting !== null) return waiting(token);
    const bare = token.replace(/^\n+/, '');
    if (bare.startsWith(':')) takeRaw(bare);
    else {
      const stat = /^(\d+|-)\t(\d+|-)\t(.*)$/s.exec(bare);
      if (stat === null) return bare === '';
      takeCounts(stat[1] ?? '', stat[2] ?? '', stat[3] ?? '');
    }
    return true;
  };
  const files = () =>
    raws.map((raw) => ({ ...raw, ...(counts.get(raw.path) ?? { added: null, deleted: null }) }));
  return { take, files };
}

const parseCount = (text: string): number | null => (text === '-' ? null : Number(text));

function parseRaw(header: string): Raw {
  const parents = header.length - header.replace(/^:+/, '').length;
  const words = header.slice(parents).split(' ');
  const ids = words.slice(parents + 1, 2 * parents + 2);
  const status = (words.at(-1) ?? 'M').charAt(0) as ChangedFile['status'];
  return { path: '', status, mode: words[parents] ?? '', blobs: [ids[0] ?? '', ids.at(-1) ?? ''] };
}
