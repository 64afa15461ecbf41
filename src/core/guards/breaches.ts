// Where a commit breaks a guard, on the lines that it adds.
import { addedDependencies } from '../manifests.ts';
import { memoize, once } from '../memo.ts';
import type { Change, ChangedFile, Document } from '../types.ts';
import { namePath } from '../wording/lines.ts';
import { type Edited, openEdit, plainLine, removedIn } from './added.ts';
import { type Extent, extentOf } from './extent.ts';
import { isGuardedPath, unread } from './governs.ts';
import type { Form, Guard, Pattern } from './guard.ts';
import { languageOf, type Masked, mask } from './lexer.ts';
import { isNamed } from './names.ts';

/** `line`: 1-based; null: of the file as a whole. `what`: `imports mistralai`. */
export type Breach = {
  readonly guard: Guard;
  readonly path: string;
  readonly line: number | null;
  readonly what: string;
};

/** For each text the offsets of its matches; null: that took too long. */
export type Match = (pattern: Pattern, texts: readonly string[]) => readonly (readonly Extent[])[] | null;

/** Found in one file for one guard at most. */
const MOST_LINES = 5;

/** `change.documents` has the texts of all files that the guards look at. */
export function findBreaches(
  { commit, documents }: Change,
  guards: readonly Guard[],
  match: Match,
): Breach[] {
  const edits = once(() =>
    documents.filter(({ after }) => after === null || unread(after) === null).map(openEdit),
  );
  return guards.flatMap((guard) => {
    const { form } = guard;
    const files = commit.files.filter((file) => isGuardedPath(form, file.path));
    if (files.length === 0) return [];
    if (form.kind === 'path')
      return files
        .filter((file) => isNewThere(form, file))
        .map(({ path }) => ({ guard, path, line: null, what: `adds ${namePath(path)}` }));
    const own = edits().filter(({ path, from }) => isGuardedPath(form, path) || isGuardedPath(form, from));
    const found = own
      .filter(({ path, text }) => text !== null && isGuardedPath(form, path))
      .map((file) => ({ file, breaches: breachesIn(file, form, match) }))
      .filter(({ file, breaches }) => breaches.length > 0 && !isCopyOf(file, form, commit.files));
    return unmoved(found, own).flatMap(({ file, breaches }) =>
      breaches.slice(0, MOST_LINES).map((one) => ({ guard, path: file.path, ...one })),
    );
  });
}

// `x/urllib3/pool.py` that imports `urllib3.util` beside `x/urllib3/util.py`: the library itself, copied in.
function isCopyOf({ path, imports }: Edited, form: Form, files: readonly ChangedFile[]): boolean {
  const directories = path.split('/').slice(0, -1);
  const isOwn = (name: string): boolean => {
    const [first = '', second] = name.split('.');
    const at = directories.lastIndexOf(first);
    const module = [...directories.slice(0, at + 1), second].join('/');
    return (
      at >= 0 &&
      second !== undefined &&
      files.some((file) => file.path === `${module}.py` || file.path.startsWith(`${module}/`))
    );
  };
  if (form.kind !== 'import' || !path.endsWith('.py')) return false;
  return imports().some(({ name }) => isNamed(form.name, name) && isOwn(name));
}

type FoundIn = { readonly file: Edited; readonly breaches: readonly BreachPlace[] };

// A line that its own file loses came from there; else it may come from another one.
function unmoved(found: readonly FoundIn[], own: readonly Edited[]): FoundIn[] {
  if (found.length === 0) return [];
  const lost = new Map(own.map((file) => [file, removedIn(file)]));
  const without = (from: (file: Edited) => readonly Map<string, number>[], all: readonly FoundIn[]) =>
    all.map(({ file, breaches }) => ({
      file,
      breaches: breaches.filter(
        ({ line }) => line === null || !from(file).some((lines) => wasMoved(lines, file.lines()[line - 1])),
      ),
    }));
  const others = [...lost.values()];
  return without(
    () => others,
    without((file) => [lost.get(file) ?? new Map()], found),
  );
}

// One that is edited was there before.
const isNewThere = (form: Form, { status, path, from = path }: ChangedFile): boolean =>
  status === 'A' || ((status === 'R' || status === 'C') && !isGuardedPath(form, from));

function wasMoved(lost: Map<string, number>, line = ''): boolean {
  const count = lost.get(plainLine(line)) ?? 0;
  if (count > 0) lost.set(plainLine(line), count - 1);
  return count > 0;
}

type BreachPlace = Pick<Breach, 'line' | 'what'>;

function breachesIn(file: Edited, form: Form, match: Match): BreachPlace[] {
  if (form.kind === 'import') return importBreaches(file, form.name);
  if (form.kind === 'dependency') return dependencyBreaches(file, form.name);
  if (form.kind === 'emoji') return emojiBreaches(file);
  if (form.kind === 'pattern') return patternBreaches(file, form.pattern, match);
  return form.kind === 'require' ? missingIn(file, form, match) : [];
}

// A file that imported it before imports nothing new.
function importBreaches({ imports, added, known }: Edited, name: string): BreachPlace[] {
  const named = imports().filter((one) => isNamed(name, one.name));
  const found = named.length === 0 ? [] : named.filter(({ line }) => added().has(line));
  const seen = new Set<number>();
  return found
    .filter((one) => !known().has(one.name) && !seen.has(one.line) && seen.add(one.line))
    .map((one) => ({ line: one.line, what: `imports ${one.name}` }));
}

// A script of that name stands in the same file: a version tells them apart.
const VERSIONED = /[:=@<>~\s]\s{0,9}["'{]?\s{0,9}[\^~<>=*v]{0,4}\d[\w.*-]{0,60}["']?[,}\s]{0,20}$/;

function dependencyBreaches({ path, text, lines, added, befores }: Edited, name: string): BreachPlace[] {
  return addedDependencies(path, befores, text ?? '')
    .filter((one) => isNamed(name, one))
    .flatMap((one) => {
      const named = [...added()].filter((at) => lines()[at - 1]?.toLowerCase().includes(one.toLowerCase()));
      const line = named.find((at) => VERSIONED.test(lines()[at - 1] ?? '')) ?? named[0];
      return line === undefined ? [] : [{ line, what: `adds the dependency ${one}` }];
    });
}

const EMOJI = /\p{Emoji_Presentation}|\p{Extended_Pictographic}\uFE0F|[#*0-9]\uFE0F?\u20E3/u;

function emojiBreaches({ text, lines, added }: Edited): BreachPlace[] {
  if (!EMOJI.test(text ?? '')) return [];
  return [...added()].flatMap((line) => {
    const [emoji] = EMOJI.exec(lines()[line - 1] ?? '') ?? [];
    return emoji === undefined ? [] : [{ line, what: `adds ${emoji}` }];
  });
}

const LONGEST_LINE = 2000;

function patternBreaches({ lines, added }: Edited, pattern: Pattern, match: Match): BreachPlace[] {
  const own = [...added()].map((line) => ({ line, text: lines()[line - 1] ?? '' }));
  const found = match(
    pattern,
    own.map(({ text }) => text.slice(0, LONGEST_LINE)),
  );
  return own.flatMap(({ line, text }, at) => {
    const [first] = found?.[at] ?? [];
    if (first === undefined) return [];
    return [{ line, what: `adds ${shown(text.slice(first.from, first.to) || text)}` }];
  });
}

const shown = (text: string): string => {
  const line = plainLine(text);
  return line.length > 60 ? `${line.slice(0, 59)}…` : line;
};

const masked = memoize((text: string) => mask(text, 'js'), 8);
const maskedPython = memoize((text: string) => mask(text, 'py'), 8);
const maskedGo = memoize((text: string) => mask(text, 'go'), 8);

function maskedOf(path: string, text: string): Masked {
  const language = languageOf(path);
  if (language === null) return { code: text, uncommented: text };
  return language === 'js' ? masked(text) : language === 'py' ? maskedPython(text) : maskedGo(text);
}

type Required = Extract<Form, { kind: 'require' }>;

function missingIn(file: Edited, { pattern, matches }: Required, match: Match): BreachPlace[] {
  const { path, added } = file;
  const [text, lines] = [file.text ?? '', file.lines()];
  const found = match(
    pattern,
    lines.map((line) => line.slice(0, LONGEST_LINE)),
  );
  if (found === null || found.every((ones) => ones.length === 0)) return [];
  const { code, uncommented } = maskedOf(path, text);
  const starts = startsOf(text);
  const extents = found.flatMap((ones, index) =>
    ones.flatMap(({ from, to }) => {
      const start = starts[index] ?? 0;
      return isCode(code, text, start + from, start + to)
        ? [extentOf(code, { from: start + from, to: start + to })]
        : [];
    }),
  );
  const touched = extents.flatMap((extent) => {
    const [first, last] = [lineAt(starts, extent.from), lineAt(starts, Math.max(extent.from, extent.to - 1))];
    for (let line = first; line <= last; line++) if (added().has(line)) return [{ extent, line }];
    return [];
  });
  if (touched.length === 0) return [];
  const met = match(
    matches,
    touched.map(({ extent }) => uncommented.slice(extent.from, extent.to)),
  );
  if (met === null) return [];
  return touched.flatMap(({ extent, line }, at) => {
    if ((met[at] ?? []).length > 0 || hasSpread(code.slice(extent.from, extent.to))) return [];
    return [
      { line, what: `${shown(text.slice(extent.from, extent.to))} does not match /${matches.source}/` },
    ];
  });
}

// What is spread into a call may bring what is required.
const hasSpread = (call: string): boolean => /(?:\*\*|\.\.\.)\s*[A-Za-z_$({[]/.test(call);

// In a comment, inside a string, or the definition of what is called.
function isCode(code: string, text: string, from: number, to: number): boolean {
  const [own, said] = [code.slice(from, to), text.slice(from, to)];
  if (own.trim() === '' || own[0] !== said[0]) return false;
  return (
    !/(?:\bdef|\bfunction|\bfunc)\s+[\w.]*$/.test(code.slice(Math.max(0, from - 60), from)) &&
    !/^\s*(?:async\s+)?(?:def|function|func)\s/.test(own)
  );
}

function startsOf(text: string): number[] {
  const starts = [0];
  for (const match of text.matchAll(/\r\n|\n|\r/g)) starts.push(match.index + match[0].length);
  return starts;
}

function lineAt(starts: readonly number[], offset: number): number {
  let [low, high] = [0, starts.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low + 1;
}

/** `documents`: the texts of those of the paths that guards look at. */
export function findInTree(
  paths: readonly string[],
  documents: readonly Document[],
  { guards, match }: { readonly guards: readonly Guard[]; readonly match: Match },
): Breach[] {
  const files = paths.map((path) => ({ path, status: 'A', added: null, deleted: null }) as const);
  const commit = { sha: null, parents: [], date: '', message: '', files };
  const added = documents.map(({ path, text }) => ({ path, before: null, after: text }));
  return findBreaches({ commit, documents: added }, guards, match);
}
