// Runs the patterns of guards, which anybody may have written, with a limit of time.
import { createContext, Script } from 'node:vm';

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
    if (!REPEATS.test(pattern.source)) return texts.map((text) => matchesOf(pattern, text));
    const found = runLimited(pattern, texts);
    if (found !== null) return found;
    slow.add(key);
    onSlow(pattern);
    left -= LONGEST;
    return null;
  };
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

let script: Script | null = null;

// What comes back is one string: nothing of the other realm is kept.
function runLimited({ source, flags }: Pattern, texts: readonly string[]): Extent[][] | null {
  script ??= new Script(SCRIPT);
  try {
    const said: unknown = script.runInContext(createContext({ source, flags, texts: [...texts] }), {
      timeout: LONGEST,
    });
    return texts.length === 0 ? [] : String(said).split('\n').map(readExtents);
  } catch {
    return null;
  }
}

function readExtents(line: string): Extent[] {
  const offsets = line === '' ? [] : line.split(',').map(Number);
  return offsets.flatMap((from, at) => (at % 2 === 0 ? [{ from, to: offsets[at + 1] ?? from }] : []));
}
