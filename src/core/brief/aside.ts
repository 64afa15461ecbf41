// Points that a part holds and no section tells: of what is over, of where to look, of when alone.
import type { Role } from '../context/names.ts';
import type { Point } from './point.ts';

/** Roles of what holds now, not of what was learned. */
export const NOW: readonly Role[] = ['state', 'next', 'blockers'];

// Below `See docs/archive.md for:` stands what is there.
const TABLE_OF = /^\W*see (?:also )?(?:the )?[\x60"'[*]{0,3}[\w./-]+\.md\b[^.]{0,30}\bfor\W*$/i;

export function withoutPointed(points: readonly Point[]): Point[] {
  let isThere = false;
  return points.filter(({ text, kind }) => {
    isThere = kind === 'item' ? isThere : TABLE_OF.test(text);
    return !isThere;
  });
}

// `PREVIOUS Wave: …` is kept for the record, and `Decision needed: …` is none yet.
const PAST = /^\W*(?:PREVIOUS|SUPERSEDED|OBSOLETE|OUTDATED)\b/;
const OPEN_DECISION =
  /^\W*(?:decisions? (?:is )?(?:needed|pending|required)|to (?:be decided|decide)|undecided)\b/i;

const NO_BLOCKER =
  /\bnot (?:a |an )?(?:\w+ )?block(?:er|ing|ed)\b|\bnon-block(?:er|ing)\b|\b(?:does not|doesn't|do not|don't) block\b|不算.{0,6}阻塞|不阻塞|非阻塞|\((?:verified|confirmed|tested)\b[^()]{0,40}\)\W*$/i;

// `Decisions are logged in PROJECT.md.`, `(See BACKLOG.md)`: where to look, and nothing of what is there.
const POINTER =
  /^\W*(?:(?:all|full|recent|key|open|current|remaining|complete|detailed|the|our|milestone-level)\b ?)*(?:[\w\x60-]+ )?(?:decisions?|decision log|to-?dos?|tasks?|items?|log|history|backlog|details?)\b[^.:;]{0,60}\b(?:logged|recorded|kept|tracked|documented|archived|listed|maintained|preserved|lives?|found|stored|managed)\b (?:only )?(?:in|at|under|by)\b|^\W*see (?:also )?(?:the )?[\x60"'[*]{0,3}[\w./-]+\.md\b/i;

// `All milestone items are closed.`, `0 todos in the list`
const ALL_CLEAR =
  /^\W*(?:all|every|no|0|zero)\b[^.:;]{0,50}\b(?:to-?dos?|items?|tasks?|goals?|priorities|steps)\b(?:[^.:;]{0,50}\b(?:are|is|were|been|now|all)?\b ?(?:closed|cleared|done|completed?|resolved|finished|addressed)\b| (?:in|left|open|remaining|pending)\b)/i;
const GOES_ON = /\b(?:next|then|now|ready|start|begin|continue|proceed|open|but|except)\b/i;
export const isAllClear = (text: string): boolean => {
  const [first = '', ...rest] = text.split(/(?<=[.!])\s/);
  return ALL_CLEAR.test(first) && !GOES_ON.test(rest.join(' '));
};

// `The index is reconciled and is complete.`, `Historical blocker closed by the user`, `2026-04-25: Fixed the
// build`
const SAID_OVER =
  /^[^.;:]{1,90}\b(?:is|are|was|were|has been|have been)(?: now| all| fully| already)* (?:completed?|resolved|closed|fixed|done|mitigated|cleared|lifted|implemented|solved|no longer (?:a )?block(?:er|ed|ing))\b/i;
const HELD_BACK =
  /\b(?:not|until|once|when|after|before|if|but|still|except|only|remain(?:s|ing)?|however|unless|yet|partly|partially|must|needs?|should|will|cannot|can't)\b/i;
const FORMER =
  /^\W*(?:RESOLVED|FIXED|CLOSED|CLEARED|DONE)\b[\s*]*[:(—–-]|^\W*(?:historical|former|previous|prior|past|old) (?:blocker|concern|impediment|issue)s?\b|^[^.:—–-]{1,40}\s[—–-]\s(?:nothing (?:further|more|left|open|pending)|none)\b|\s[—–-]{1,2}\s\**(?:confirmed|verified|available|granted|received|approved|provided|obtained|answered)\**(?:\s*\([^()]*\))?\W*$|^\W*\d{4}-\d\d-\d\d\W+(?:[\w/-]+ ){0,2}?(?:applied|fixed|replaced|removed|completed|reviewed|implemented|added|updated|verified|created|refactored)\b/i;

function isSaidOver(text: string): boolean {
  const [sentence = ''] = text.split(/[.!;](?:\s|$)/);
  return SAID_OVER.test(sentence) && !HELD_BACK.test(sentence);
}

/** The status of something, and nothing to do. */
const STATUS_ALONE = /^\W*(?:not (?:yet )?started|tbd|pending|planned)\W*$/i;
export const isStatusAlone = (text: string): boolean => STATUS_ALONE.test(text);

/** `2025-09-09 02:57 EST`: when, and nothing of what. */
const DAY_ALONE =
  /^\W*\d{4}-\d\d-\d\d\W+(?:branch|commit|head|version)\b.{0,60}$|^\W*\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d)?(?:\.\d{1,3})?)?(?: ?[A-Z]{1,4})?\W*$/i;

/** `0 0`, what a script wrote. */
const NUMBERS_ALONE = /^[\d\s.,:;%/()*_-]+$/;

/** `Formatting - all rules are complete` */
const ENDS_COMPLETE = /^[^—–-]{1,80}\s[—–-]\s([^—–.;-]{1,80})\bcompleted?\W*$/i;

// `Resolved: the leak`, `✅ Fixed the parser`, `Hydration warning（已修复）`
const MENDED =
  /^\W*(?:resolved|fixed|solved|behoben|corregid[oa]|resuelt[oa]|résolu|risolto|исправлено|решено|已解决|已修复|解決済み?|修正済み?)[\s*]*[:：(—–-]|^\s*✅\s*(?:fixed|resolved|solved)\b|:\*\*\s*(?:resolved|fixed|solved) \w|[(（](?:just |now )?(?:resolved|fixed|solved|已修复|已解决|解決済み?|修正済み?)[)）][\s*.]*$/iu;

/** Whether a point is of what was wrong and no longer is. */
export const isMended = (text: string): boolean => MENDED.test(text);

export const isLeftAside = (text: string, role: Role): boolean =>
  (NOW.includes(role) && (DAY_ALONE.test(text) || NUMBERS_ALONE.test(text))) ||
  (role === 'next' && !HELD_BACK.test(ENDS_COMPLETE.exec(text)?.[1] ?? 'not')) ||
  POINTER.test(text) ||
  (role === 'gotchas' && isMended(text)) ||
  (role === 'blockers' && (NO_BLOCKER.test(text) || FORMER.test(text) || isSaidOver(text))) ||
  (role === 'next' && (STATUS_ALONE.test(text) || (isSaidOver(text) && !GOES_ON.test(text)))) ||
  (NOW.includes(role) && PAST.test(text)) ||
  (role === 'decisions' && OPEN_DECISION.test(text));
