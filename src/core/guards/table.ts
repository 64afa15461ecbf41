// What governs which files, as the agents' shell reads it: lines of fields between tabs, the texts as pieces
// of JSON.
import { findOrders } from '../brief/foreign.ts';
import { posixOf } from '../config/posix.ts';
import { isInDirectory } from '../decisions/paths.ts';
import { scanBlocks } from '../markdown/blocks.ts';
import type { Document } from '../types.ts';
import { describeGoverning, GOVERNED } from '../wording/governed.ts';
import type { Governing } from './governs.ts';

/** An agent, and what stands before and behind the text in its hook's answer, both in JSON. */
export type Envelope = { readonly agent: string; readonly head: string; readonly tail: string };

/** Rows that are written, at most: a log of 2,000 decisions is no reason to be slow at each edit. */
const MOST_ROWS = 500;

/** `watch <path>` lines first, of which a newer one makes the table old; `rows <number>`; then `answer` and
 * `row` lines and `end`. A path that holds a line break is not written. */
export function formatGoverned(
  governing: readonly Governing[],
  documents: readonly Document[],
  envelopes: readonly Envelope[],
): string {
  const rows = governing.slice(0, MOST_ROWS).flatMap(rowsOf);
  const watched = watchedPaths(governing, documents).filter((path) => !/[\r\n]/.test(path));
  return [
    ...watched.map((path) => `watch ${path}`),
    `rows ${rows.length}`,
    ...envelopes.map(({ agent, head, tail }) => `answer\t${agent}\t${head}\t${tail}`),
    `words\t${GOVERNED.map(inJson).join('\t')}`,
    ...rows.map((row) => row.join('\t')),
    'end\n',
  ].join('\n');
}

/** As it stands between quotation marks. */
const inJson = (text: string): string => JSON.stringify(text).slice(1, -1);

function rowsOf(one: Governing): (readonly string[])[] {
  const key = inJson(nameOf(one));
  const text = inJson(describeGoverning(one, isOrder));
  // As matchesGlob has it: case does not count in a document's name.
  const isCaseless = (glob: string) => /\.md$/i.test(glob);
  return [true, false].flatMap((caseless) => {
    const globs = one.globs.filter((glob) => isCaseless(glob) === caseless);
    const fits = globs.flatMap((glob) => posixOf(caseless ? glob.toLowerCase() : glob) ?? []);
    return fits.length === 0
      ? []
      : [['row', one.per, caseless ? 'lower' : 'as-is', fits.join('|'), key, text]];
  });
}

function nameOf({ decision, guards: [guard] }: Governing): string {
  const { path, id, title } = { path: guard?.path, id: null, title: guard?.text, ...decision };
  return [path, id, title].join(' ');
}

const isOrder = (line: string): boolean =>
  findOrders(scanBlocks(line), () => true).some(({ kind }) => kind === 'takeover');

/** The documents that say something, and directories in which another record may appear. */
function watchedPaths(governing: readonly Governing[], documents: readonly Document[]): readonly string[] {
  const guards = governing.flatMap((one) => one.guards);
  const named = [
    ...governing.flatMap(({ decision }) => decision?.path ?? []),
    ...guards.map(({ path }) => path),
  ];
  const depending = guards.some(({ term }) => term !== null) ? documents.map(({ path }) => path) : [];
  const records = documents
    .filter(({ path }) => isInDirectory(path) || /decision/i.test(path))
    .map(({ path }) => path);
  const directories = records.filter(isInDirectory).map((path) => path.slice(0, path.lastIndexOf('/')));
  return [...new Set([...directories, ...records, ...named, ...depending])];
}
