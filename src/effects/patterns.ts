// Runs the patterns of guards, which anybody may have written, with a limit of time.
import { type Context, createContext, Script } from 'node:vm';

type Pattern = { readonly source: string; readonly flags: string };
type Extent = { readonly from: number; readonly to: number };
type Match = (pattern: Pattern, texts: readonly string[]) => readonly (readonly Extent[])[] | null;

/** Milliseconds for one pattern over one file, and for all that are too slow, together. */
const LONGEST = 100;
const LONGEST_OF_ALL = 1000;

// What repeats without a bound may take longer than anybody waits; all else is run as it is.
const REPEATS = /[*+]|\{\d*,\}|\\[1-9k]/;

/** `onSlow` is told of each pattern that was stopped. */
export function createMatch(onSlow: (pattern: Pattern) => void = () => {}): Match {
  let left = LONGEST_OF_ALL;
  const slow = new Set<string>();
  return (pattern, texts) => {
    const key = `${pattern.source}/${pattern.flags}`;
    if (slow.has(key) || left <= 0) return null;
    const word = wordOf(pattern);
    const likely = texts.map((text) => (text.includes(word) ? text : ''));
    if (word !== '' && likely.every((text) => text === '')) return texts.map(() => []);
    const own = word === '' ? texts : likely;
    if (!REPEATS.test(pattern.source)) return own.map((text) => matchesOf(pattern, text));
    const found = runLimited(pattern, own);
    if (found !== null) return found;
    slow.add(key);
    onSlow(pattern);
    left -= LONGEST;
    return null;
  };
}

/** Letters that stand in whatever a plain pattern matches, such as `from_pretrained`; '' where that is not
 * certain. */
function wordOf({ source, flags }: Pattern): string {
  if (/[|(?]/.test(source.replace(/\\./g, '')) || flags.includes('i')) return '';
  const plain = source.replace(
    /\[(?:\\.|[^\]\\])*\](?:[*+]|\{[^}]*\})?|\\[a-zA-Z0-9]+(?:\{[^}]*\})?|\\./g,
    ' ',
  );
  const words = plain.match(/[A-Za-z_]{3,}(?![A-Za-z_*{])/g) ?? [];
  return words.reduce((longest, word) => (word.length > longest.length ? word : longest), '');
}

/** Matches of one text at most. */
const MOST = 200;

function matchesOf({ source, flags }: Pattern, text: string): Extent[] {
  const found: Extent[] = [];
  for (const match of text.matchAll(new RegExp(source, `g${flags}`))) {
    found.push({ from: match.index, to: match.index + match[0].length });
    if (found.length >= MOST) break;
  }
  return found;
}

const SCRIPT = `texts.map((text) => {
  const found = [];
  for (const match of text.matchAll(new RegExp(source, 'g' + flags))) {
    found.push(match.index, match.index + match[0].length);
    if (found.length >= ${2 * MOST}) break;
  }
  return found.join();
}).join('\\n')`;

type Room = { readonly script: Script; readonly globals: Record<string, unknown>; readonly context: Context };

let room: Room | null = null;

function openRoom(): Room {
  const globals = {};
  return { script: new Script(SCRIPT), globals, context: createContext(globals) };
}

// What comes back is one string: nothing of the other realm is kept.
function runLimited({ source, flags }: Pattern, texts: readonly string[]): Extent[][] | null {
  room ??= openRoom();
  const { script, globals, context } = room;
  Object.assign(globals, { source, flags, texts: [...texts] });
  const run = (): unknown => script.runInContext(context, { timeout: LONGEST });
  try {
    const said = unlessStarved(run);
    return texts.length === 0 ? [] : String(said).split('\n').map(readExtents);
  } catch {
    return null;
  }
}

// The limit is one of the clock: on a busy machine the time may have gone to others.
function unlessStarved<Value>(run: () => Value): Value {
  const before = process.cpuUsage();
  try {
    return run();
  } catch (error) {
    const { user, system } = process.cpuUsage(before);
    if ((user + system) / 1000 > LONGEST / 2) throw error;
    return run();
  }
}

function readExtents(line: string): Extent[] {
  const offsets = line === '' ? [] : line.split(',').map(Number);
  return offsets.flatMap((from, at) => (at % 2 === 0 ? [{ from, to: offsets[at + 1] ?? from }] : []));
}
