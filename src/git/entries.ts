// Parses what `--raw --numstat -z` prints, token by token (tokens are what stands between NULs):
//   :100644 100644 <id> <id> M | path            :100644 100644 <id> <id> R087 | before | after
//   ::100644 100644 100644 <id> <id> <id> MM | path      (a merge: what differs from every parent; one path
//                                                         for RR too, its older name stands in the counts)
//   12\t3\tpath                 12\t3\t | before | after            -\t-\tpath  (binary)
import type { ChangedFile } from '../core/types.ts';

/** What git is asked to print for it. */
export const DIFF = '--raw --numstat -z --no-abbrev -M --no-color --no-ext-diff --no-textconv'.split(' ');

export type EntryParser = {
  /** True when the token belonged to an entry. */
  readonly take: (token: string) => boolean;
  readonly files: () => ChangedFile[];
};

type Counts = Pick<ChangedFile, 'added' | 'deleted' | 'from'>;
type Raw = Omit<ChangedFile, 'added' | 'deleted'>;

export function createEntryParser(): EntryParser {
  const raws: Raw[] = [];
  const counted = new Map<string, Counts>();
  // An entry that is open, and how many tokens with paths it still waits for.
  let raw: Raw | null = null;
  let counts: Counts = UNCOUNTED;
  let from: string | null = null;
  let awaited = 0;

  const start = (token: string): boolean => {
    const head = token.startsWith('\n') ? token.replace(/^\n+/, '') : token;
    if (head.startsWith(':')) {
      raw = parseRaw(head);
      awaited = !head.startsWith('::') && 'RC'.includes(raw.status) ? 2 : 1;
      return true;
    }
    const tab = head.indexOf('\t', head.indexOf('\t') + 1);
    if (tab < 0) return head === '';
    counts = parseCounts(head.slice(0, tab));
    if (tab < head.length - 1) counted.set(head.slice(tab + 1), counts);
    else awaited = 2;
    return true;
  };
  const take = (token: string): boolean => {
    if (awaited === 0) return start(token);
    awaited -= 1;
    if (awaited > 0) {
      from = token;
      return true;
    }
    if (raw === null) counted.set(token, from === null ? counts : { ...counts, from });
    else raws.push(from === null ? { ...raw, path: token } : { ...raw, from, path: token });
    raw = null;
    from = null;
    return true;
  };
  return { take, files: () => raws.map((one) => withCounts(one, counted.get(one.path))) };
}

// Written out, not spread: a long range has a million of them.
function withCounts({ path, status, mode, blobs, ...raw }: Raw, counts: Counts = UNCOUNTED): ChangedFile {
  const { added, deleted } = counts;
  const from = raw.from ?? counts.from;
  return from === undefined
    ? { path, status, mode, blobs, added, deleted }
    : { path, from, status, mode, blobs, added, deleted };
}

const UNCOUNTED: Counts = { added: null, deleted: null };

function parseCounts(head: string): Counts {
  const tab = head.indexOf('\t');
  return { added: parseCount(head.slice(0, tab)), deleted: parseCount(head.slice(tab + 1)) };
}

const parseCount = (text: string): number | null => (text === '-' ? null : Number(text));

function parseRaw(header: string): Raw {
  let parents = 1;
  while (header.startsWith(':', parents)) parents++;
  const words = header.slice(parents).split(' ');
  const status = (words.at(-1) ?? 'M').charAt(0) as ChangedFile['status'];
  const blobs = [words[parents + 1] ?? '', words.at(-2) ?? ''] as const;
  return { path: '', status, mode: words[parents] ?? '', blobs };
}
