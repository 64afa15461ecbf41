// Which characters of a source file are code, comment or the inside of a string: enough to find imports and
// calls.

export type Language = 'js' | 'py' | 'go';

const LANGUAGES: readonly (readonly [Language, RegExp])[] = [
  ['js', /\.(?:[cm]?[jt]sx?)$/i],
  ['py', /\.pyi?$/i],
  ['go', /\.go$/i],
];

export const languageOf = (path: string): Language | null =>
  LANGUAGES.find(([, pattern]) => pattern.test(path))?.[0] ?? null;

/** Of the same length as the source, line breaks kept. */
export type Masked = {
  /** Comments and the insides of strings are blanks; their quotes stay. */
  readonly code: string;
  /** Comments alone are blanks. */
  readonly uncommented: string;
};

type Span = { readonly from: number; readonly to: number; readonly kind: 'comment' | 'string' };

const blank = (text: string): string => text.replace(/[^\r\n]/g, ' ');

export function mask(source: string, language: Language): Masked {
  const spans = spansOf(source, language);
  const without = (kinds: readonly Span['kind'][]): string => {
    let at = 0;
    let text = '';
    for (const { from, to, kind } of spans) {
      if (!kinds.includes(kind)) continue;
      text += source.slice(at, from) + blank(source.slice(from, to));
      at = to;
    }
    return text + source.slice(at);
  };
  return { code: without(['comment', 'string']), uncommented: without(['comment']) };
}

// What may open something; what stands between two of them is code.
const OPENERS: Readonly<Record<Language, RegExp>> = {
  js: /\/\/|\/\*|['"`/{}]/g,
  go: /\/\/|\/\*|['"`]/g,
  py: /#|"""|'''|['"]/g,
};

function spansOf(source: string, language: Language): Span[] {
  const spans: Span[] = [];
  // Of JavaScript: the braces that are open in each `${` of a template, innermost last.
  const templates: number[] = [];
  const opener = new RegExp(OPENERS[language].source, 'g');
  for (let match = opener.exec(source); match !== null; match = opener.exec(source)) {
    const [mark] = match;
    const at = match.index;
    if (mark === '{' || mark === '}') {
      const depth = templates.length - 1;
      if (depth < 0) continue;
      templates[depth] = (templates[depth] ?? 0) + (mark === '{' ? 1 : -1);
      if ((templates[depth] ?? 0) > 0) continue;
      templates.pop();
      opener.lastIndex = readTemplate(source, at + 1, spans, templates);
      continue;
    }
    if (mark === '`' && language === 'js') opener.lastIndex = readTemplate(source, at + 1, spans, templates);
    else if (mark === '/' && !mayBePattern(source, at)) continue;
    else opener.lastIndex = readSpan(source, at, mark, spans);
  }
  return spans;
}

function readSpan(source: string, at: number, mark: string, spans: Span[]): number {
  const isComment = mark === '//' || mark === '#' || mark === '/*';
  const from = isComment ? at : at + mark.length;
  const to = endOf(source, from, mark);
  spans.push({ from, to, kind: isComment ? 'comment' : 'string' });
  return isComment ? to : Math.max(to + (source.startsWith(mark, to) ? mark.length : 0), from);
}

/** Where what a mark opened ends: before its closing mark, or at the end of the line where it cannot go
 * on. */
function endOf(source: string, from: number, mark: string): number {
  if (mark === '//' || mark === '#') return endAt(source, from, /\r|\n/g);
  if (mark === '/*') return Math.min(endAt(source, from + 2, /\*\//g) + 2, source.length);
  if (mark === '`') return endAt(source, from, /`/g);
  if (mark.length === 3) return closing(source, from, mark === '"""' ? /\\[\s\S]|"""/g : /\\[\s\S]|'''/g);
  if (mark === '/') return closing(source, from, /\\.|\[(?:\\.|[^\]\\\r\n]){0,500}\]|\/|[\r\n]/g);
  return closing(source, from, mark === '"' ? /\\[\s\S]|"|[\r\n]/g : /\\[\s\S]|'|[\r\n]/g);
}

function endAt(source: string, from: number, end: RegExp): number {
  end.lastIndex = from;
  return end.exec(source)?.index ?? source.length;
}

function closing(source: string, from: number, pattern: RegExp): number {
  pattern.lastIndex = from;
  for (let match = pattern.exec(source); match !== null; match = pattern.exec(source))
    if (
      match[0].length === 3 ? !match[0].startsWith('\\') && !match[0].startsWith('[') : match[0].length === 1
    )
      return match.index;
  return source.length;
}

function readTemplate(source: string, from: number, spans: Span[], templates: number[]): number {
  const part = /\\[\s\S]|`|\$\{/g;
  part.lastIndex = from;
  for (let match = part.exec(source); match !== null; match = part.exec(source)) {
    if (match[0].startsWith('\\')) continue;
    spans.push({ from, to: match.index, kind: 'string' });
    if (match[0] === '${') templates.push(1);
    return match.index + match[0].length;
  }
  spans.push({ from, to: source.length, kind: 'string' });
  return source.length;
}

// A slash behind a value divides.
function mayBePattern(source: string, at: number): boolean {
  const before = source.slice(Math.max(0, at - 40), at).trimEnd();
  if (before === '' || /[=(,;:?!&|{}[\n+\-*%~^<>]$/.test(before)) return !/[<]$/.test(before);
  return /(?:^|[^\w$.])(?:return|typeof|case|in|of|do|else|yield|await|void|delete|throw)$/.test(before);
}
