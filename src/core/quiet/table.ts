// The trip wires as the hooks' shell reads them: lines of fields between tabs. Those of the rules are the
// same in every repository and are written when the package is built; those of a project's own globs when its
// settings are read.
import * as files from '../signals/files.ts';
import { RULES } from '../signals/rules.ts';
import type { Wire, Within } from '../signals/wire.ts';
import { rowsOf } from './globs.ts';
import { spellingsOf } from './tokens.ts';

type Line = readonly string[];

export const RULE_WIRES: readonly Wire[] = RULES.flatMap(({ wires }) => wires);

/** What the package ships. */
export const formatTable = (): string =>
  formatLines([
    ...singleLines(),
    ...RULE_WIRES.filter((wire) => !isSingle(wire)).flatMap(linesOf),
    ...LINES_THAT_COUNT,
  ]);

/** The last line says that nothing is missing. */
export const formatLines = (lines: readonly Line[]): string =>
  [...lines, ['end']].map((line) => `${line.join('\t')}\n`).join('');

/** `kind`: what a touched path does, as hooks/lib/wires.awk knows it. */
export const pathLines = (kind: string, globs: readonly string[]): readonly Line[] =>
  [...new Set(globs)].flatMap((glob) => rowsOf(glob).map((pieces) => ['path', kind, ...pieces]));

function linesOf(wire: Wire): readonly Line[] {
  if (wire.kind === 'moved') return [['moved', String(wire.files)]];
  if (wire.kind === 'path') return pathLines('node', wire.globs);
  // The project's own globs say where they are.
  if (wire.kind === 'document') return [];
  return [
    textLine(
      wire.within,
      wire.lists.map((words) => words()),
    ),
  ];
}

const isSingle = (wire: Wire): boolean => wire.kind === 'text' && wire.lists.length === 1;

const singleWords = (within: Within): readonly string[] =>
  RULE_WIRES.flatMap((wire) =>
    wire.kind === 'text' && isSingle(wire) && wire.within === within ? wire.lists[0]() : [],
  );

/** All that one word is enough for, at once. Most messages have no letter that is foreign to ASCII. */
function singleLines(): readonly Line[] {
  const words = singleWords('message');
  const isPlain = (word: string): boolean => /^[ -~]*$/.test(word);
  return [
    textLine('message', [words.filter(isPlain)]),
    textLine('foreign', [words.filter((word) => !isPlain(word))]),
    textLine('subject', [singleWords('subject')]),
  ];
}

const textLine = (within: string, lists: readonly (readonly string[])[]): Line => [
  'text',
  within,
  ...lists.map((words) => formatWords(words.flatMap(tokenized))),
];

const tokenized = (word: string): readonly string[] =>
  word.endsWith('*') ? spellingsOf(word.slice(0, -1)).map(openEnded) : spellingsOf(word);
const openEnded = (tokens: string): string => tokens.trimEnd();

/** Of words that are looked for anywhere in a text, those that hold another one say nothing more. */
function formatWords(words: readonly string[]): string {
  const all = [...new Set(words)];
  return joinWords(all.filter((word) => !all.some((other) => other !== word && word.includes(other))));
}

const joinWords = (words: Iterable<string>): string => [...new Set(words)].join('|');

const inDirectories = (names: Iterable<string>): string[] => [...names].map((name) => `/${name}/`);

/** Whose lines count: no rule asks for those of data, pictures, tests, and of prose that plans nothing. */
const LINES_THAT_COUNT: readonly Line[] = [
  ['lines', 'never', ` ${[...files.ASSET, ...files.DATA, 'lock'].join(' ')} `],
  ['lines', 'prose', ` ${[...files.DOC].join(' ')} `],
  [
    'lines',
    'planned',
    joinWords([...inDirectories(files.PLANS), ...inDirectories(files.AGENTS), ...files.PLAN_WORDS]),
  ],
  [
    'lines',
    'made',
    joinWords([
      ...inDirectories([...files.VENDORED, ...files.GENERATED, ...files.TESTS]),
      ...files.TEST_MARKS,
    ]),
  ],
];
