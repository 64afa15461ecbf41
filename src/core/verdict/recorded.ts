// Which commits a text names by their ids, and whether a change of the context file is its author's own
// update.
import { isArchive } from '../draft/archive.ts';
import { splitLines } from '../markdown/lines.ts';
import type { ChangedFile } from '../types.ts';

// A commit id as people and tools write it: a word of 7 to 40 (or 64) hex digits with at least one digit in
// it, so that "defaced" is a word.
const ID = /\b(?=[0-9a-f]*[0-9])[0-9a-f]{7,64}\b/g;

/** Tells whether a commit's id stands in the text, in full or abbreviated. */
export function readRecordedIds(text: string): (sha: string) => boolean {
  const lengths = new Map<number, Set<string>>();
  for (const [id] of text.toLowerCase().matchAll(ID)) {
    const known = lengths.get(id.length) ?? new Set();
    lengths.set(id.length, known.add(id));
  }
  return (sha) => [...lengths].some(([length, ids]) => ids.has(sha.slice(0, length)));
}

// As a draft writes them: `(1a2b3c4, 5d6e7f8)` at the end of a line or of a table's cell.
const IN_BRACKETS = /\(([0-9a-f]{7,64}(?:, [0-9a-f]{7,64})*)\)(?=\s*(?:\||$))/g;
// Elsewhere a number is a number: 20260105.
const WORD = /\b(?=[0-9]*[a-f])(?=[a-f]*[0-9])[0-9a-f]{7,64}\b/g;

/** What both begin with, which few lines have. */
const HEX = /[0-9a-f]{7}/;

/** A line that names commits: what it says without their ids, and the ids as they stand there. */
export type NamingLine = { readonly text: string; readonly ids: readonly string[] };

/** Null: the line names no commit. */
export function readNaming(line: string): NamingLine | null {
  if (line.search(HEX) < 0) return null;
  const bracketed = [...line.matchAll(IN_BRACKETS)].flatMap(([, ids = '']) => ids.split(', '));
  const text = line.replace(IN_BRACKETS, '');
  const ids = [...bracketed, ...[...text.matchAll(WORD)].map(([id]) => id)];
  return ids.length === 0 ? null : { text: text.replace(WORD, '').trim(), ids };
}

/** Whether most lines of an entry are a draft's. */
export function isDrafted(entry: string): boolean {
  const lines = splitLines(entry).filter(({ text }) => text.trim() !== '');
  return lines.filter(({ text }) => text.search(IN_BRACKETS) >= 0).length * 2 >= lines.length;
}

/** Lines of a text that name commits. */
export const readNamingLines = (text: string): NamingLine[] =>
  splitLines(text).flatMap((line) => readNaming(line.text) ?? []);

/** What a commit did to the context file. */
export type FileUpdate = {
  /** Its author wrote it: it changes more than white space, and by other lines than a draft's. */
  readonly isOwn: boolean;
  /** The lines that it adds and that name commits. */
  readonly naming: readonly NamingLine[];
  /** Whether ids went that stood in the file before. */
  readonly hasLostIds: boolean;
};

/** `before`, `after`: the file's text, null where it is not there. */
export function readUpdate(before: string | null, after: string | null): FileUpdate {
  const old = new Set(splitLines(before ?? '').map(({ text }) => text.trim()));
  const lines = splitLines(after ?? '').map(({ text }) => text.trim());
  const added = lines.filter((line) => !old.has(line));
  const naming = added.flatMap((line) => readNaming(line) ?? []);
  return {
    isOwn: isWritten(added) && hasSubstance(before, after),
    naming,
    hasLostIds: hasLostIds(old, new Set(lines), naming),
  };
}

// `(1a2b3c4)` at the end of a line, or ids alone in a cell.
const DRAFTED = /[(|]\s*[0-9a-f]{7,64}(?:, [0-9a-f]{7,64})*\s*(?:\)\s*(?:\||$)|\|)/;

/** Lines beside those of a draft from which on they are their author's own, and how many for each of its. */
const FEWEST_OWN = 6;
const OWN_EACH = 3;

// An author names commits too (`in 1a2b3c4`, a cell of a table of commits) and says more beside it; a draft
// brings few lines without ids into the head.
function isWritten(added: readonly string[]): boolean {
  const drafted = added.filter((line) => DRAFTED.test(line)).length;
  const plain = added.filter((line) => /^(?!#).*\S\s+\S/.test(line) && !DRAFTED.test(line)).length;
  return drafted === 0 || (plain >= FEWEST_OWN && plain > drafted * OWN_EACH);
}

function hasLostIds(
  old: ReadonlySet<string>,
  lines: ReadonlySet<string>,
  naming: readonly NamingLine[],
): boolean {
  const gone = [...old].flatMap((line) => (lines.has(line) ? [] : (readNaming(line)?.ids ?? [])));
  const added = new Set(naming.flatMap(({ ids }) => ids));
  return gone.some((id) => !added.has(id));
}

/** Whether a text changed by more than white space. */
export const hasSubstance = (before: string | null, after: string | null): boolean =>
  bare(before) !== bare(after);

const bare = (text: string | null): string => (text ?? '').replace(/\s+/g, '');

/** Whether a commit carries context files and what moved out of them alone: such a commit is the record. */
export const isUpkeep = (files: readonly ChangedFile[], contexts: readonly string[]): boolean =>
  files.length > 0 &&
  files.every(({ path }) => contexts.some((context) => path === context || isArchive(path, context)));
