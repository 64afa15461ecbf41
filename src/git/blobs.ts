// The texts of blobs and of paths in a tree, many through one `cat-file --batch`.
import { spawn } from 'node:child_process';
import { addMissing, isMissing, UNFETCHED } from './missing.ts';
import {
  type Environment,
  FRUGALLY,
  type GitFailure,
  type GitPlace,
  GitProblem,
  runGitBytes,
} from './run.ts';

const ASK = ['cat-file', '--batch'];

/** Text of each object named (`<id>`, `HEAD:path`, `:path` for the index), in order; null: not there, or no
 * blob. */
export type ReadObjects = (names: readonly string[]) => Promise<(string | null)[]>;

/** As ReadObjects, at once, through a git process of its own. Throws GitProblem. */
export function readObjects(place: GitPlace, names: readonly string[]): (string | null)[] {
  const asked = names.filter(isAskable);
  if (asked.length === 0) return names.map(() => null);
  const found = askAtOnce(place, asked, {});
  return names.map((name) => (isAskable(name) ? textOf(found.shift() ?? null) : null));
}

/** Names that are asked for one by one, at most, where git ended over one of them. */
const MOST_ALONE = 200;

function askAtOnce(place: GitPlace, names: readonly string[], env: Environment): (GitObject | null)[] {
  try {
    return createReplyParser().take(runGitBytes(place, ASK, { input: `${names.join('\n')}\n`, env }));
  } catch (error) {
    if (!isMissing(error)) throw error;
    if (env === UNFETCHED && names.length === 1) return noteMissing(names[0] ?? '');
    if (env !== UNFETCHED) return askAtOnce(place, names, UNFETCHED);
    return names.map((name, at) =>
      at < MOST_ALONE ? (askAtOnce(place, [name], UNFETCHED)[0] ?? null) : null,
    );
  }
}

function noteMissing(name: string): [null] {
  addMissing(name);
  return [null];
}

/** What git has under a name; `text` of a blob or a commit. */
export type GitObject = { readonly id: string; readonly kind: string; readonly text: string };

export type Objects = {
  /** In the order of the names; null: not there. */
  readonly find: (names: readonly string[]) => Promise<(GitObject | null)[]>;
  readonly read: ReadObjects;
  readonly close: () => void;
};

/** One git process for many questions, started at the first; `close` ends it, and it keeps nobody alive. What
 * stands under an id is asked once. `known`: answers that are at hand already. */
export function openObjects(
  place: GitPlace,
  known: ReadonlyMap<string, GitObject | null> = new Map(),
): Objects {
  let batch: Batch | null = null;
  let ends = 0;
  const cache = createTextCache();
  const ask = async (names: readonly string[]) => {
    const asked = names.filter((name) => isAskable(name) && !known.has(name));
    const found: (GitObject | null)[] = [];
    while (found.length < asked.length) {
      batch ??= startBatch(place, ends === 0 ? {} : UNFETCHED);
      found.push(...(await batch.ask(asked.slice(found.length))));
      if (found.length === asked.length) break;
      // It ended over the first one that is unanswered: what it could not fetch is asked for once more
      // without.
      batch = null;
      ends += 1;
      if (ends > MOST_ALONE)
        throw new GitProblem(ASK, { status: 128, stderr: 'too many objects are missing' });
      if (ends > 1) found.push(...noteMissing(asked[found.length] ?? ''));
    }
    const isAsked = new Set(asked);
    return names.map((name) => (isAsked.has(name) ? (found.shift() ?? null) : (known.get(name) ?? null)));
  };
  const read: ReadObjects = async (names) => {
    const texts = new Map(names.map((name) => [name, cache.find(name)]));
    const asked = [...texts.keys()].filter((name) => texts.get(name) === undefined);
    for (const [at, found] of (await ask(asked)).entries()) {
      const [name = '', text] = [asked[at], textOf(found)];
      if (found === null && IS_ID.test(name)) addMissing(name);
      texts.set(name, text);
      cache.keep(name, text);
    }
    return names.map((name) => texts.get(name) ?? null);
  };
  return { find: ask, read, close: () => batch?.close() };
}

const textOf = (found: GitObject | null): string | null => (found?.kind === 'blob' ? found.text : null);

const IS_ID = /^[0-9a-f]{40,64}$/;

/** Characters of texts that are kept at hand: a commit finds most of its documents as the one before left
 * them. */
const MOST_KEPT = 4_000_000;

type TextCache = {
  /** undefined: not known. */
  readonly find: (name: string) => string | null | undefined;
  readonly keep: (name: string, text: string | null) => void;
};

// Under their ids alone: what stands under another name may change.
function createTextCache(): TextCache {
  const texts = new Map<string, string>();
  let length = 0;
  const keep = (name: string, text: string | null) => {
    if (text === null || !IS_ID.test(name)) return;
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
  /** Fewer answers than names: git ended over the next one. */
  readonly ask: (names: readonly string[]) => Promise<(GitObject | null)[]>;
  readonly close: () => void;
};

/** What keeps node alive. */
type Handle = { readonly ref: () => void; readonly unref: () => void };

function startBatch(place: GitPlace, env: Environment): Batch {
  const child = spawn('git', [...FRUGALLY, ...ASK], {
    cwd: place.cwd,
    env: { ...place.env, LC_ALL: 'C', ...env },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const replies = createReplyParser();
  const arrived: (GitObject | null)[] = [];
  let activate = () => {};
  let isOver = false;
  let failure: GitFailure = { status: 128, stderr: '' };
  child.stdout.on('data', (chunk: Buffer) => {
    arrived.push(...replies.take(chunk));
    activate();
  });
  child.on('error', ({ message }) => {
    failure = { status: null, stderr: message };
  });
  child.stderr.on('data', (chunk: Buffer) => {
    failure = { ...failure, stderr: `${failure.stderr}${chunk}`.slice(-2000) };
  });
  for (const event of ['error', 'close'] as const)
    child.on(event, () => {
      isOver = true;
      activate();
    });
  child.stdin.on('error', () => {});
  const [input, output, errors] = [child.stdin, child.stdout, child.stderr] as unknown as Handle[];
  for (const one of [child, input, output, errors]) one?.unref();
  const ask = async (names: readonly string[]) => {
    child.ref();
    output?.ref();
    child.stdin.write(`${names.join('\n')}\n`);
    while (arrived.length < names.length && !isOver)
      await new Promise<void>((resolve) => {
        activate = resolve;
      });
    child.unref();
    output?.unref();
    const problem = new GitProblem(ASK, failure);
    if (arrived.length < names.length && !isMissing(problem)) throw problem;
    return arrived.splice(0, names.length);
  };
  return { ask, close: () => child.stdin.end() };
}

// `<id> blob <size>\n<bytes>\n` for what is there, `<name> missing\n` for what is not.
function createReplyParser(): { readonly take: (chunk: Buffer) => (GitObject | null)[] } {
  let chunks: Buffer[] = [];
  let length = 0;
  let needed = 0;
  const take = (chunk: Buffer): (GitObject | null)[] => {
    chunks.push(chunk);
    length += chunk.length;
    if (length < needed) return [];
    const { objects, rest, missing } = parseReplies(Buffer.concat(chunks));
    chunks = [rest];
    length = rest.length;
    needed = length + missing;
    return objects;
  };
  return { take };
}

type Replies = {
  readonly objects: (GitObject | null)[];
  readonly rest: Buffer;
  /** Bytes that are wanted at least before there is another one. */
  readonly missing: number;
};

/** `most`: how many are read; what stands behind them is `rest`. */
export function parseReplies(bytes: Buffer, most = Number.POSITIVE_INFINITY): Replies {
  const objects: (GitObject | null)[] = [];
  let at = 0;
  for (;;) {
    if (objects.length === most) return { objects, rest: bytes.subarray(at), missing: 0 };
    const lineEnd = bytes.indexOf(10, at);
    if (lineEnd < 0) return { objects, rest: bytes.subarray(at), missing: 1 };
    const header = /^([0-9a-f]{40,64}) (\w+) (\d+)$/.exec(bytes.toString('utf8', at, lineEnd));
    const [, id = '', kind = '', size = '-1'] = header ?? [];
    const end = lineEnd + 1 + Number(size) + 1;
    if (end > bytes.length) return { objects, rest: bytes.subarray(at), missing: end - bytes.length };
    objects.push(header && { id, kind, text: bytes.toString('utf8', lineEnd + 1, end - 1) });
    at = end;
  }
}
