// Reads a commit message: subject, body, Conventional Commits' type and scope, trailers, and whether git or a
// person wrote it.
import { type CommitMeta, CommitParser } from 'conventional-commits-parser';
import { cutLines } from '../markdown/lines.ts';
import { memoize } from '../memo.ts';
import type { Message } from '../types.ts';
import { partsOf, SQUASHED } from './parts.ts';
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
