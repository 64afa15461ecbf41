// The parts of a glob, and what braces stand for.

/** Wildcards, classes, braces and single characters, in order; `**` takes the slash beside it. */
export function splitParts(glob: string): string[] {
  const parts: string[] = [];
  for (let at = 0; at < glob.length; ) {
    const part = partAt(glob, at);
    parts.push(part);
    at += part.length;
  }
  return parts;
}

function partAt(glob: string, at: number): string {
  const stars = starsAt(glob, at);
  if (stars !== null) return stars;
  if (glob[at] === '\\') return glob.slice(at, at + 2);
  if (glob[at] === '[') return /^\[[!^]?\]?[^\]/]*\]/.exec(glob.slice(at))?.[0] ?? '[';
  return glob[at] === '{' ? (bracesAt(glob, at) ?? '{') : (glob[at] ?? '');
}

function starsAt(glob: string, at: number): string | null {
  const isStart = at === 0 || glob[at - 1] === '/';
  if (at === glob.length - 3 && glob.endsWith('/**')) return '/**';
  if (isStart && glob.startsWith('**/', at)) return '**/';
  // Beside other characters it is no more than `*`, but in front of all of them.
  if (glob.startsWith('**', at) && (at === 0 || (isStart && at === glob.length - 2))) return '**';
  return glob[at] === '*' ? '*' : null;
}

/** From a brace to the one that closes it; null where none does. */
function bracesAt(glob: string, start: number): string | null {
  let depth = 0;
  for (let at = start; at < glob.length; at++) {
    if (glob[at] === '\\') at++;
    else if (glob[at] === '{') depth++;
    else if (glob[at] === '}' && --depth === 0) return glob.slice(start, at + 1);
  }
  return null;
}

/** What braces stand for; null: themselves. */
export function choicesOf(inside: string): readonly string[] | null {
  const range = rangeOf(inside);
  if (range !== null) return valuesOf(range);
  const choices = splitChoices(inside);
  return choices.length < 2 ? null : choices;
}

function splitChoices(inside: string): string[] {
  const choices = [''];
  const put = (text: string) => choices.push((choices.pop() ?? '') + text);
  for (let at = 0; at < inside.length; at++) {
    const whole =
      inside[at] === '{' ? bracesAt(inside, at) : inside[at] === '\\' ? inside.slice(at, at + 2) : null;
    if (whole !== null) {
      put(whole);
      at += whole.length - 1;
    } else if (inside[at] === ',') choices.push('');
    else put(inside[at] ?? '');
  }
  return choices;
}

type Range = { readonly first: number; readonly last: number; readonly write: (value: number) => string };

export function rangeOf(inside: string): Range | null {
  const [, first = '', last = ''] = /^(-?\d+|[a-zA-Z])\.\.(-?\d+|[a-zA-Z])$/.exec(inside) ?? [];
  if (first === '') return null;
  if (/\d$/.test(first) !== /\d$/.test(last)) return null;
  if (!/\d$/.test(first))
    return {
      first: first.charCodeAt(0),
      last: last.charCodeAt(0),
      write: (code) => String.fromCharCode(code),
    };
  const width = [first, last].some((text) => /^-?0\d/.test(text)) ? Math.max(first.length, last.length) : 0;
  return { first: Number(first), last: Number(last), write: (value) => `${value}`.padStart(width, '0') };
}

const valuesOf = ({ first, last, write }: Range): string[] =>
  Array.from({ length: Math.abs(last - first) + 1 }, (_, at) => write(Math.min(first, last) + at));
