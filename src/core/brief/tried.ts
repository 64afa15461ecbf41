// What was tried or weighed and given up: by what commits claim, by reverts that say why, by decisions that
// were rejected, and by the log's own lines.
import { readClaims, reasonOfRevert } from '../claims/index.ts';
import { foldName } from '../context/roles.ts';
import { createSuccession } from '../decisions/succession.ts';
import type { RecentCommit } from '../drift/facts.ts';
import { parseMessage } from '../message/index.ts';
import type { Decision, Message } from '../types.ts';
import { cleanLine, cut } from '../wording/lines.ts';
import type { Point } from './point.ts';

/** `from`: the commit's id, or the document's line. */
export type Attempt = { readonly text: string; readonly from: string };

type Sources = {
  /** Points of the context file's own section, and of its log. */
  readonly points: readonly Point[];
  readonly path: string;
  /** Newest first. */
  readonly commits: readonly RecentCommit[];
  readonly decisions: readonly Decision[];
};

/** What the file says first, then the newest. */
export function findTried({ points, path, commits, decisions }: Sources): Attempt[] {
  const found = [
    ...points.map(({ text, line }) => ({ text, from: `${path}:${line}` })),
    ...commits.flatMap(({ commit, message }) =>
      givenUp(message).map((text) => ({ text, from: commit.sha.slice(0, 7) })),
    ),
    ...decisions
      .filter(({ status }) => status === 'rejected')
      .map((one) => ({ text: nameOf(one), from: `${one.path}:${one.line}` })),
    ...replacedOnes(decisions),
  ];
  const told: string[] = [];
  return found.flatMap(({ text, from }) => {
    const words = foldName(text);
    if (told.some((before) => isSaidBy(before, words))) return [];
    told.push(words);
    return [{ text: cleanLine(text), from }];
  });
}

/** From here on words that begin in the same way say the same. */
const SAME_FROM = 30;

// The log has less of a revert's reason than its message, or more.
const isSaidBy = (one: string, other: string): boolean =>
  one === other ||
  (Math.min(one.length, other.length) >= SAME_FROM && (one.startsWith(other) || other.startsWith(one)));

const nameOf = ({ id, title }: Decision): string => `${id === null ? '' : `${id}: `}${title}`;

/** Decisions that were replaced, the newest ones. */
const MOST_REPLACED = 5;

// What was chosen once and given up, with the reason of what took its place.
function replacedOnes(decisions: readonly Decision[]): Attempt[] {
  const successor = createSuccession(decisions);
  return decisions
    .flatMap((old): Attempt[] => {
      const by = old.status === 'superseded' ? successor(old) : undefined;
      if (by === undefined) return [];
      const chosen = old.chosen === null || old.chosen === old.title ? '' : ` → ${cut(old.chosen, 80)}`;
      const reason = by.rationale === null ? '' : `: ${cut(by.rationale, 120)}`;
      return [
        {
          text: `${nameOf(old)}${chosen}; replaced by ${by.id ?? by.title}${reason}`,
          from: `${old.path}:${old.line}`,
        },
      ];
    })
    .slice(-MOST_REPLACED)
    .reverse();
}

// Claims take long to read, and few messages reject anything.
const MAY_REJECT =
  /reject|ruled? out|abandon|gave up|give up|dropped|tried|discard|against|revert|rollback|roll back|verworfen|verwarf|abgelehnt|abandonn|rejet|descart|rechaz|rejeit|scartat|odrzuc|отказ|отверг|відхил|відмов|放弃|弃用|否决|却下|断念|포기|기각/i;

function givenUp(message: Message): string[] {
  if (!MAY_REJECT.test(message.subject) && !MAY_REJECT.test(message.body)) return [];
  const claimed = readClaims(message)
    .filter(({ kind }) => kind === 'rejected')
    .map(({ text }) => text);
  const reason = message.kind === 'revert' && claimed.length === 0 ? reasonOfRevert(message) : null;
  return reason === null ? claimed : [`${nameOfReverted(message)}: ${reason}`];
}

function nameOfReverted({ subject, description }: Message): string {
  const quoted = /^[^"“]*["“](.+)["”]/.exec(subject)?.[1];
  return quoted === undefined ? description : parseMessage(quoted).description;
}
