// Reads a commit message: subject, body, Conventional Commits' type and scope, trailers, and whether git or a
// person wrote it.
import { type CommitMeta, CommitParser } from 'conventional-commits-parser';
import { cutLines } from '../markdown/lines.ts';
import { memoize } from '../memo.ts';
import type { Message } from '../types.ts';
import { readTrailers } from './trailers.ts';

/** A message is cut to this many characters; what stands behind them cannot matter to a reader. */
export const LONGEST_MESSAGE = 100_000;

// The parser's own expressions for issue references take cubic time, so it gets no more than type, scope and
// mark.
const LONGEST_PREFIX = 100;
// `feat: x`, `feat(api)!: x`, `✨ feat: x`, `[web] feat: x`, `feat:x`, `feat：新增`; no `https://`, no
// `std::vector`.
const LETTER = 'A-Za-z\\u00c0-\\u1fff\\u3040-\\u9fff\\uac00-\\ud7a3';
const HEADER = new RegExp(
  String.raw`^(?:\[[^\]]{0,40}\]\s{0,2}){0,3}[^\d[(${LETTER}]{0,12}` +
    String.raw`([${LETTER}][\w${LETTER}-]{0,30})(?: ?\(([^()]{0,80})\))?(!)?[:：](?![:/\\])\s{0,4}(.*)$`,
);

const parser = new CommitParser({
  headerPattern: HEADER,
  headerCorrespondence: ['type', 'scope', 'breaking', 'description'],
});

const KINDS: readonly (readonly [Message['kind'], RegExp])[] = [
  ['fixup', /^(?:fixup|squash|amend)! /],
  [
    'merge',
    /^Merge(?: (?:remote-tracking )?branch(?:es)? | pull request #\d| tag '| commit '| [0-9a-f]{7,40} into |d in \S+ \(pull request #)/,
  ],
  ['revert', /^revert(?:\([^()]{0,80}\))?!?[ :]/i],
];

/** Any text, the empty one too. Comment lines are not looked for: see `cleanMessage`. */
export function parseMessage(text: string): Message {
  const cut = cutLines(text.slice(0, LONGEST_MESSAGE)).replace(/^\uFEFF?\s*/, '');
  const [subject = ''] = cut.split(/\r?\n|\r/, 1);
  const { trailers, rest } = readTrailers(cut.slice(subject.length));
  const header = readHeader(subject.trimEnd());
  const isBreaking = header.isBreaking || trailers.some(({ key }) => /^breaking[ -]change$/.test(key));
  const kind = KINDS.find(([, pattern]) => pattern.test(subject))?.[0] ?? 'plain';
  const body = SQUASHED.test(subject) ? unfoldLog(rest) : rest;
  const parts = partsOf(subject, cut.slice(subject.length));
  const message = { subject: subject.trimEnd(), body, ...header, isBreaking, trailers, kind };
  return parts.length > 0 ? { ...message, parts } : message;
}

// `commit 1a2b3c…`, `Author:` and `Date:`, and each message indented by four.
const LOG_HEAD = /^(?:commit [0-9a-f]{40,64}|(?:Author|Date|Merge): .*)$/;

const unfoldLog = (log: string): string =>
  log
    .split('\n')
    .filter((line) => !LOG_HEAD.test(line))
    .map((line) => line.replace(/^ {4}/, ''))
    .join('\n')
    .trim();

// `feat: x`, and the same again.
const parsePrefix = memoize((head: string): CommitMeta => parser.parse(head), 200);

type Header = Pick<Message, 'type' | 'scope' | 'isBreaking' | 'description'>;

function readHeader(subject: string): Header {
  const colon = subject.slice(0, LONGEST_PREFIX).search(/[:：]/);
  const head = subject.slice(0, colon + 2);
  const parsed = colon < 0 ? {} : parsePrefix(head);
  const { type, scope = null, breaking, description } = parsed;
  if (type == null) return { type: null, scope: null, isBreaking: false, description: subject };
  const prefix = head.length - (description ?? '').length;
  return {
    type: type.toLowerCase(),
    scope,
    isBreaking: breaking === '!',
    description: subject.slice(prefix).trim(),
  };
}

// What git makes of the file that commit-msg gets: comment lines and the diff of `commit -v` go, blank lines
// shrink.
export type Cleanup = {
  /** core.commentChar: a character, a longer string, or `auto`. */
  readonly commentChar: string;
  /** False when no editor opened (`-m`, `-F`; GIT_EDITOR is `:`): nothing is a comment then. */
  readonly hasEditor: boolean;
};

// Of `git commit -v`; everything from this line on is cut.
const SCISSORS = '------------------------ >8 ------------------------';
// What `core.commentChar=auto` may choose, in git's builtin/commit.c.
const AUTO_CHARS = '#;@!$%^&|:';

/** The message as the commit will have it, ending with no line break. After git's `strbuf_stripspace`. */
export function cleanMessage(raw: string, { commentChar, hasEditor }: Cleanup): string {
  const lines = raw.split(/\r?\n/);
  return collapseBlankLines(hasEditor ? stripComments(lines, commentChar) : lines);
}

function stripComments(lines: readonly string[], configured: string): readonly string[] {
  const char = configured === 'auto' ? chosenChar(lines) : configured;
  const scissors = lines.indexOf(`${char} ${SCISSORS}`);
  const above = scissors < 0 ? lines : lines.slice(0, scissors);
  return above.filter((line) => !line.startsWith(char));
}

// git's own hints stand at the end of the file, or right above the scissors.
function chosenChar(lines: readonly string[]): string {
  const scissors = lines.findIndex((line) => line.endsWith(` ${SCISSORS}`));
  const last = lines[scissors] ?? lines.findLast((line) => line.trim() !== '') ?? '';
  return AUTO_CHARS.includes(last.charAt(0)) && last !== '' ? last.charAt(0) : '#';
}

function collapseBlankLines(lines: readonly string[]): string {
  const trimmed = lines.map((line) => line.trimEnd());
  const kept = trimmed.filter((line, index) => line !== '' || trimmed[index - 1] !== '');
  return kept.join('\n').replace(/^\n/, '').replace(/\n$/, '');
}

/** One commit of a squash, oldest first. */
type Part = { readonly sha: string | null; readonly text: string };

/** `git merge --squash` writes this subject, and the log below it, each message indented by four. */
const SQUASHED = /^Squashed commit of the following:/;
const COMMIT = /^commit ([0-9a-f]{40,64})/;
const HEAD = /^(?:Author|Date|Merge): /;

// `feat: reports (#7)`, `feat: reports (!7)`
const OF_FORGE = /\([#!]\d{1,7}\)\s*$/;
const POINT = /^\* /;

/** Empty where the message is of one commit alone. */
function partsOf(subject: string, body: string): readonly Part[] {
  const lines = body.split(/\r?\n|\r/);
  if (SQUASHED.test(subject)) return logged(lines).reverse();
  return isForged(subject, lines) ? pointed(lines) : [];
}

function logged(lines: readonly string[]): Part[] {
  const parts: { sha: string | null; text: string }[] = [];
  for (const line of lines) {
    const sha = COMMIT.exec(line)?.[1];
    const last = parts.at(-1);
    if (sha !== undefined) parts.push({ sha, text: '' });
    else if (last !== undefined && !HEAD.test(line)) last.text += `${line.replace(/^ {4}/, '')}\n`;
  }
  return parts.map(({ sha, text }) => ({ sha, text: text.trim() }));
}

// A list of subjects, each with its body below it; a list of points has no blank lines in it.
function isForged(subject: string, lines: readonly string[]): boolean {
  const first = lines.find((line) => line.trim() !== '');
  if (first === undefined || !POINT.test(first)) return false;
  const points = lines.flatMap((line, index) => (POINT.test(line) ? [index] : []));
  const isLoose = points.length > 1 && points.slice(1).every((index) => lines[index - 1]?.trim() === '');
  return OF_FORGE.test(subject) || isLoose;
}

function pointed(lines: readonly string[]): Part[] {
  const texts: string[] = [];
  for (const line of lines) {
    if (POINT.test(line)) texts.push(line.slice(2));
    else if (texts.length > 0) texts[texts.length - 1] += `\n${line}`;
  }
  return texts.map((text) => ({ sha: null, text: text.trim() }));
}
