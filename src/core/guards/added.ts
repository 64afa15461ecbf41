// Which lines a commit adds to its files; a line that only moved, or is indented otherwise, is not one.
import { compare, type Step } from '../markdown/diff.ts';
import { once } from '../memo.ts';
import type { Document, DocumentChange } from '../types.ts';
import { isMeant, passedOver, unread } from './governs.ts';
import type { Guard } from './guard.ts';
import { type Language, languageOf, mask } from './lexer.ts';

/** One file of a change; what takes long is looked at when somebody asks, and once for all guards. */
export type Edited = {
  readonly path: string;
  /** The path before. */
  readonly from: string;
  /** After the commit; null: it is gone. */
  readonly text: string | null;
  readonly lines: () => readonly string[];
  /** 1-based. Of a merge: what no parent has. */
  readonly added: () => ReadonlySet<number>;
  readonly removed: () => readonly string[];
  readonly imports: () => readonly Import[];
  readonly befores: readonly string[];
  /** Names that it imported before. */
  readonly known: () => ReadonlySet<string>;
};

const linesIn = (text: string): string[] => text.split(/\r\n|\n|\r/);

export function openEdit({ path, from = path, before, after, otherBefores = [] }: DocumentChange): Edited {
  const befores = [...(before === null ? [] : [before]), ...otherBefores];
  const lines = once(() => linesIn(after ?? ''));
  const scripts = once(() => befores.map((text) => compare(linesIn(text), after === null ? [] : lines())));
  return {
    path,
    from,
    text: after,
    lines,
    added: once(() => {
      const [first = new Set(lines().map((_, index) => index + 1)), ...others] = scripts().map(addedIn);
      return new Set([...first].filter((line) => others.every((other) => other.has(line))));
    }),
    removed: once(() =>
      before === null ? [] : (scripts()[0] ?? []).flatMap(({ mark, text }) => (mark === '-' ? [text] : [])),
    ),
    imports: once(() => readImports(path, after ?? '')),
    befores,
    known: once(() => new Set(befores.flatMap((text) => readImports(path, text)).map(({ name }) => name))),
  };
}

/** Lines as they are compared: white space says nothing. */
export const plainLine = (line: string): string => line.replace(/\s+/g, ' ').trim();

/** The lines that a file loses, with how often. */
export function removedIn({ removed }: Edited): Map<string, number> {
  const counts = new Map<string, number>();
  for (const text of removed()) counts.set(plainLine(text), (counts.get(plainLine(text)) ?? 0) + 1);
  return counts;
}

function addedIn(script: readonly Step[]): Set<number> {
  const added = new Set<number>();
  let line = 0;
  for (const { mark } of script) {
    if (mark === '-') continue;
    line++;
    if (mark === '+') added.add(line);
  }
  return added;
}

/** `line`: 1-based, of the name itself. */
type Import = { readonly name: string; readonly line: number };

type ImportedName = { readonly name: string; readonly at: number };

export function readImports(path: string, text: string): Import[] {
  const language = languageOf(path);
  if (language === null || !/import|require|\bfrom\b/.test(text)) return [];
  const found = READERS[language](mask(text, language).code, text);
  return withLines(text, found);
}

const READERS: Readonly<Record<Language, (code: string, text: string) => ImportedName[]>> = {
  js: readScript,
  py: readPython,
  go: readGo,
};

function withLines(text: string, found: readonly ImportedName[]): Import[] {
  let [line, from] = [1, 0];
  return [...found]
    .sort((a, b) => a.at - b.at)
    .map(({ name, at }) => {
      line += text.slice(from, at).split(/\r\n|\n|\r/).length - 1;
      from = at;
      return { name, line };
    });
}

const SCRIPT =
  /(?<![.\w$])(?:(?:import|export)\b\s*(?:[\w$*{][^;'"`()=]{0,4000}?\bfrom\s*)?|(?:require\b(?:\.resolve)?|import)\s*\(\s*)(['"`])/g;

function readScript(code: string, text: string): ImportedName[] {
  return [...code.matchAll(SCRIPT)].flatMap((match) => {
    const [whole, quote = ''] = match;
    if (/^export\s*['"`]$/.test(whole)) return [];
    const from = match.index + whole.length;
    // `require('a' + b)` names nothing.
    const isCall = /\(\s*['"`]$/.test(whole);
    if (isCall && !/^\s*[,)]/.test(code.slice(code.indexOf(quote, from) + 1).slice(0, 200))) return [];
    return stringAt(code, text, from, quote);
  });
}

// The inside of a string is blank in `code`, so that the next quote ends it.
function stringAt(code: string, text: string, from: number, quote: string): ImportedName[] {
  const to = code.indexOf(quote, from);
  const name = to < 0 ? '' : text.slice(from, to);
  return name === '' || /[\s$]/.test(name) ? [] : [{ name, at: from }];
}

const PYTHON =
  /(?:^|[;:])[ \t]*(?:import[ \t]+([^;#\r\n]*)|from[ \t]+(\.*(?:\w[\w.]*)?)(?<![ \t])[ \t]+import\b[ \t]*(\([^)]{0,4000}\)|[^;#\r\n]*))/gm;
const DYNAMIC = /(?<![.\w])(?:__import__|(?:importlib\.)?import_module)\(\s*(['"])/g;

function readPython(code: string, text: string): ImportedName[] {
  // A line that goes on behind a backslash is one.
  const whole = code.replace(/\\\r?\n/g, (end) => ' '.repeat(end.length));
  const found = [...whole.matchAll(PYTHON)].flatMap((match): ImportedName[] => {
    const [all, modules, from, names = ''] = match;
    if (modules !== undefined) return modulesIn(modules, match.index + all.length - modules.length);
    if (from === undefined || from.startsWith('.')) return [];
    const at = match.index + all.indexOf(from, all.indexOf('from') + 4);
    const start = match.index + all.length - names.length;
    return [
      { name: from, at },
      ...modulesIn(names.replace(/[()]/g, ' '), start).map((one) => ({
        ...one,
        name: `${from}.${one.name}`,
      })),
    ];
  });
  const dynamic = [...code.matchAll(DYNAMIC)].flatMap((match) =>
    stringAt(code, text, match.index + match[0].length, match[1] ?? ''),
  );
  return [...found, ...dynamic];
}

const modulesIn = (list: string, at: number): ImportedName[] =>
  [...list.matchAll(/(?:^|,)(\s*)([\w.]+)/g)].map((match) => ({
    name: match[2] ?? '',
    at: at + match.index + match[0].length - (match[2]?.length ?? 0),
  }));

const GO = /^[ \t]*import[ \t]*(?:\(([^)]{0,8000})\)|(?:[\w.]+[ \t]+)?(["`]))/gm;

function readGo(code: string, text: string): ImportedName[] {
  return [...code.matchAll(GO)].flatMap((match) => {
    const [all, block, quote] = match;
    if (block === undefined) return stringAt(code, text, match.index + all.length, quote ?? '');
    const start = match.index + all.length - block.length - 1;
    return [...block.matchAll(/(["`])\s*(["`])/g)].flatMap((one) =>
      stringAt(code, text, start + one.index + 1, one[1] ?? ''),
    );
  });
}

// Files that guards look at by their path, and that are passed over all the same.
export type PassedOver = { readonly path: string; readonly reason: string };

/** `paths`: without submodules and what was deleted. `texts`: of the files that were read. */
export function findPassedOver(
  paths: readonly string[],
  guards: readonly Guard[],
  texts: readonly Document[],
): PassedOver[] {
  if (guards.length === 0) return [];
  const text = new Map(texts.map((document) => [document.path, document.text]));
  return paths.flatMap((path) => {
    const meant = guards.filter(({ form }) => isMeant(form, path));
    if (meant.length === 0) return [];
    const isRead = meant.some(({ form }) => form.kind !== 'path');
    const reason = passedOver(path) ?? (isRead ? reasonOf(text.get(path)) : null);
    return reason === null ? [] : [{ path, reason }];
  });
}

// A commit may have more files than are read, and git less than the commit names.
const reasonOf = (text: string | undefined): string | null =>
  text === undefined ? 'not read' : unread(text);
