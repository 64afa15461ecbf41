// The texts of blobs and of paths in a tree, many through one `cat-file --batch`.
import { spawn } from 'node:child_process';
import { FRUGALLY, type GitPlace, runGitBytes } from './run.ts';

/** Text of each object named (`<id>`, `HEAD:path`, `:path` for the index), in order; null: not there, or no blob. */
export type ReadObjects = (names: readonly string[]) => Promise<(string | null)[]>;

/** As ReadObjects, at once, through a git process of its own. Throws GitProblem. */
export function readObjects(place: GitPlace, names: readonly string[]): (string | null)[] {
  const asked = names.filter(isAskable);
  if (asked.length === 0) return names.map(() => null);
  const replies = createReplyParser();
  const found = replies.take(runGitBytes(place, ['cat-file', '--batch'], { input: `${asked.join('\n')}\n` }));
  return names.map((name) => (isAskable(name) ? (found.shift() ?? null) : null));
}

/** One git process for many questions, started at the first; `close` ends it. What stands under an id is asked once. */
export function openObjects(place: GitPlace): { readonly read: ReadObjects; readonly close: () => void } {
  let batch: Batch | null = null;
  const shelf = createShelf();
  const read: ReadObjects = async (names) => {
    const texts = new Map(names.map((name) => [name, shelf.find(name)]));
    const asked = [...texts.keys()].filter((name) => texts.get(name) === undefined && isAskable(name));
    if (asked.length > 0) {
      batch ??= startBatch(place);
      const found = await batch.ask(asked);
      for (const [at, name] of asked.entries()) {
        texts.set(name, found[at] ?? null);
        shelf.keep(name, found[at] ?? null);
      }
    }
    return names.map((name) => texts.get(name) ?? null);
  };
  return { read, close: () => batch?.close() };
}

/** Characters of texts that are kept at hand: a commit finds most of its documents as the one before left them. */
const MOST_KEPT = 4_000_000;

type Shelf = {
  /** undefined: not known. */
  readonly find: (name: string) => string | null | undefined;
  readonly keep: (name: string, text: string | null) => void;
};

// Under their ids alone: what stands under another name may change.
function createShelf(): Shelf {
  const texts = new Map<string, string>();
  let length = 0;
  const keep = (name: string, text: string | null) => {
    if (text === null || !/^[0-9a-f]{40,64}$/.test(name)) return;
    texts.set(name, text);
    length += text.length;
    for (const [oldest, { length: freed }] of texts) {
      if (length <= MOST_KEPT) break;
      texts.delete(oldest);
      length -= freed;
    }
  };
  const find = (name: string) => (/^0{40,64}$/.test(name) ? null : texts.get(name));
  return { find, keep };
}

// A name with a line break cannot be asked for in a batch of lines.
const isAskable = (name: string): boolean => !name.includes('\n');

type Batch = {
  readonly ask: (names: readonly string[]) => Promise<(string | null)[]>;
  readonly close: () => void;
};

function startBatch(place: GitPlace): Batch {
  const child = spawn('git', [...FRUGALLY, 'cat-file', '--batch'], {
    cwd: place.cwd,
    env: { ...place.env, LC_ALL: 'C' },
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  const replies = createReplyParser();
  const arrived: (string | null)[] = [];
  let wake = () => {};
  let isOver = false;
  child.stdout.on('data', (chunk: Buffer) => {
    arrived.push(...replies.take(chunk));
    wake();
  });
  for (const event of ['error', 'close'] as const)
    child.on(event, () => {
      isOver = true;
      wake();
    });
  child.stdin.on('error', () => {});
  const ask = async (names: readonly string[]) => {
    child.stdin.write(`${names.join('\n')}\n`);
    while (arrived.length < names.length && !isOver)
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    return arrived.splice(0, names.length);
  };
  return { ask, close: () => child.stdin.end() };
}

// `<id> blob <size>\n<bytes>\n` for what is there, `<name> missing\n` for what is not.
function createReplyParser(): { readonly take: (chunk: Buffer) => (string | null)[] } {
  let chunks: Buffer[] = [];
  let length = 0;
  let needed = 0;
  const take = (chunk: Buffer): (string | null)[] => {
    chunks.push(chunk);
    length += chunk.length;
    if (length < needed) return [];
    const { texts, rest, missing } = parseReplies(Buffer.concat(chunks));
    chunks = [rest];
    length = rest.length;
    needed = length + missing;
    return texts;
  };
  return { take };
}

function parseReplies(bytes: Buffer): { texts: (string | null)[]; rest: Buffer; missing: number } {
  const texts: (string | null)[] = [];
  let at = 0;
  for (;;) {
    const lineEnd = bytes.indexOf(10, at);
    if (lineEnd < 0) return { texts, rest: bytes.subarray(at), missing: 1 };
    const header = /^[0-9a-f]{40,64} (\w+) (\d+)$/.exec(bytes.toString('utf8', at, lineEnd));
    const size = header === null ? -1 : Number(header[2]);
    const end = lineEnd + 1 + size + 1;
    if (end > bytes.length) return { texts, rest: bytes.subarray(at), missing: end - bytes.length };
    texts.push(header?.[1] === 'blob' ? bytes.toString('utf8', lineEnd + 1, lineEnd + 1 + size) : null);
    at = end;
  }
}
