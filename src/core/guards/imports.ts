// What a source file imports, in JavaScript, TypeScript, Python and Go; comments and strings are no imports.
import { type Language, languageOf, mask } from './lexer.ts';

/** `line`: 1-based, of the name itself. */
export type Import = { readonly name: string; readonly line: number };

type Found = { readonly name: string; readonly at: number };

export function readImports(path: string, text: string): Import[] {
  const language = languageOf(path);
  if (language === null || !/import|require|\bfrom\b/.test(text)) return [];
  const found = READERS[language](mask(text, language).code, text);
  return withLines(text, found);
}

const READERS: Readonly<Record<Language, (code: string, text: string) => Found[]>> = {
  js: readScript,
  py: readPython,
  go: readGo,
};

function withLines(text: string, found: readonly Found[]): Import[] {
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

function readScript(code: string, text: string): Found[] {
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
function stringAt(code: string, text: string, from: number, quote: string): Found[] {
  const to = code.indexOf(quote, from);
  const name = to < 0 ? '' : text.slice(from, to);
  return name === '' || /[\s$]/.test(name) ? [] : [{ name, at: from }];
}

const PYTHON =
  /(?:^|[;:])[ \t]*(?:import[ \t]+([^;#\r\n]*)|from[ \t]+(\.*(?:\w[\w.]*)?)(?<![ \t])[ \t]+import\b[ \t]*(\([^)]{0,4000}\)|[^;#\r\n]*))/gm;
const DYNAMIC = /(?<![.\w])(?:__import__|(?:importlib\.)?import_module)\(\s*(['"])/g;

function readPython(code: string, text: string): Found[] {
  // A line that goes on behind a backslash is one.
  const whole = code.replace(/\\\r?\n/g, (end) => ' '.repeat(end.length));
  const found = [...whole.matchAll(PYTHON)].flatMap((match): Found[] => {
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

const modulesIn = (list: string, at: number): Found[] =>
  [...list.matchAll(/(?:^|,)(\s*)([\w.]+)/g)].map((match) => ({
    name: match[2] ?? '',
    at: at + match.index + match[0].length - (match[2]?.length ?? 0),
  }));

const GO = /^[ \t]*import[ \t]*(?:\(([^)]{0,8000})\)|(?:[\w.]+[ \t]+)?(["`]))/gm;

function readGo(code: string, text: string): Found[] {
  return [...code.matchAll(GO)].flatMap((match) => {
    const [all, block, quote] = match;
    if (block === undefined) return stringAt(code, text, match.index + all.length, quote ?? '');
    const start = match.index + all.length - block.length - 1;
    return [...block.matchAll(/(["`])\s*(["`])/g)].flatMap((one) =>
      stringAt(code, text, start + one.index + 1, one[1] ?? ''),
    );
  });
}
