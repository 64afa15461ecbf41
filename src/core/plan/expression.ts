// Reads a regular expression of ours as a tree, as far as our rules write them: no back references, no named groups.

/** One way to match: parts one after the other. */
export type Way = readonly Part[];

export type Part =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'class'; readonly isNegated: boolean; readonly members: readonly Member[] }
  | { readonly kind: 'group'; readonly ways: readonly Way[] }
  | { readonly kind: 'repeat'; readonly part: Part; readonly least: number; readonly most: number }
  | {
      readonly kind: 'look';
      readonly isBehind: boolean;
      readonly isNegated: boolean;
      readonly ways: readonly Way[];
    }
  | { readonly kind: 'start' | 'end' | 'edge' };

/** Characters from one to another, both included. */
export type Member = readonly [from: string, to: string];

/** Throws where the source holds what our rules do not use. */
export function parseExpression({ source }: RegExp): readonly Way[] {
  const { ways, rest } = readWays(source);
  if (rest !== '') throw new Error(`cannot read ${rest} of ${source}`);
  return ways;
}

type Read<Value> = Value & { readonly rest: string };

function readWays(text: string): Read<{ ways: Way[] }> {
  const ways: Way[] = [];
  for (let rest = text; ; rest = rest.slice(1)) {
    const way = readWay(rest);
    ways.push(way.parts);
    rest = way.rest;
    if (!rest.startsWith('|')) return { ways, rest };
  }
}

function readWay(text: string): Read<{ parts: Part[] }> {
  const parts: Part[] = [];
  let rest = text;
  while (rest !== '' && !/^[|)]/.test(rest)) {
    const read = readRepeated(readPart(rest));
    parts.push(read.part);
    rest = read.rest;
  }
  return { parts, rest };
}

// `{2,5}`, `{3}`, `{1,}`; lazy ones match the same texts.
const REPEAT = /^(?:([*+?])|\{(\d+)(,?)(\d*)\})\??/;
const SIGNS: Readonly<Record<string, readonly [number, number]>> = {
  '*': [0, Number.POSITIVE_INFINITY],
  '+': [1, Number.POSITIVE_INFINITY],
  '?': [0, 1],
};

function readRepeated({ part, rest }: Read<{ part: Part }>): Read<{ part: Part }> {
  const found = REPEAT.exec(rest);
  if (found === null) return { part, rest };
  const [all, sign = '', low = '', comma = '', high = ''] = found;
  const upTo = high === '' ? Number.POSITIVE_INFINITY : Number(high);
  const [least, most] = SIGNS[sign] ?? [Number(low), comma === '' ? Number(low) : upTo];
  return { part: { kind: 'repeat', part, least, most }, rest: rest.slice(all.length) };
}

const GROUP = /^\((?:\?(<?)([:=!]))?/;
const SIMPLE: Readonly<Record<string, Part>> = {
  '^': { kind: 'start' },
  $: { kind: 'end' },
  '\\b': { kind: 'edge' },
  '.': { kind: 'class', isNegated: true, members: [['\n', '\n']] },
};

function readPart(text: string): Read<{ part: Part }> {
  const simple = Object.keys(SIMPLE).find((start) => text.startsWith(start));
  if (simple !== undefined) return { part: SIMPLE[simple] as Part, rest: text.slice(simple.length) };
  if (text.startsWith('(')) return readGroup(text);
  if (text.startsWith('[')) return readClass(text);
  const { members, rest } = readMember(text);
  const [from, to] = members[0] ?? ['', ''];
  if (members.length === 1 && from === to) return { part: { kind: 'text', text: from }, rest };
  return { part: { kind: 'class', isNegated: /^\\[DSW]/.test(text), members }, rest };
}

function readGroup(text: string): Read<{ part: Part }> {
  const [start = '', behind, sign] = GROUP.exec(text) ?? [];
  const { ways, rest } = readWays(text.slice(start.length));
  const isLook = sign === '=' || sign === '!';
  const part: Part = isLook
    ? { kind: 'look', isBehind: behind === '<', isNegated: sign === '!', ways }
    : { kind: 'group', ways };
  return { part, rest: rest.slice(1) };
}

function readClass(text: string): Read<{ part: Part }> {
  const isNegated = text.startsWith('[^');
  const members: Member[] = [];
  let rest = text.slice(isNegated ? 2 : 1);
  while (!rest.startsWith(']')) {
    const from = readMember(rest);
    const to = /^-[^\]]/.test(from.rest) ? readMember(from.rest.slice(1)) : null;
    if (to === null) members.push(...from.members);
    else members.push([from.members[0]?.[0] ?? '', to.members[0]?.[1] ?? '']);
    rest = (to ?? from).rest;
  }
  return { part: { kind: 'class', isNegated, members }, rest: rest.slice(1) };
}

const SETS: Readonly<Record<string, readonly Member[]>> = {
  d: [['0', '9']],
  w: [
    ['a', 'z'],
    ['A', 'Z'],
    ['0', '9'],
    ['_', '_'],
  ],
  s: [
    [' ', ' '],
    ['\t', '\r'],
    ['\u00a0', '\u00a0'],
    ['\u2000', '\u3000'],
  ],
};
const CONTROLS: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', f: '\f', v: '\v' };

function readMember(text: string): Read<{ members: readonly Member[] }> {
  const code = /^\\u(?:\{([\da-f]+)\}|([\da-f]{4}))/i.exec(text);
  if (code !== null) {
    const letter = String.fromCodePoint(Number.parseInt(code[1] ?? code[2] ?? '', 16));
    return { members: [[letter, letter]], rest: text.slice(code[0].length) };
  }
  const isEscaped = text.startsWith('\\');
  const letter = String.fromCodePoint(text.codePointAt(isEscaped ? 1 : 0) ?? 0);
  const rest = text.slice(letter.length + Number(isEscaped));
  const set = isEscaped ? SETS[letter.toLowerCase()] : undefined;
  if (set !== undefined) return { members: set, rest };
  if (isEscaped && /[pPkBcx0-9]/.test(letter)) throw new Error(`cannot read \\${letter}`);
  const meant = (isEscaped ? CONTROLS[letter] : undefined) ?? letter;
  return { members: [[meant, meant]], rest };
}
