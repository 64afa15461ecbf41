// Reads the claims of commits: of each its trailers, its subject, its body and the documents that it changed.
import { plainText } from '../markdown/inline.ts';
import { parseMessage } from '../message/index.ts';
import type { DocumentChange, Message } from '../types.ts';
import { type Claim, distinctClaims, type MessageClaim } from './claim.ts';
import { readDocumentClaims } from './documents.ts';
import { labelOf } from './labels.ts';
import { claimsOfBody } from './of-body.ts';
import { claimsOfLabel } from './of-label.ts';
import { phasesIn } from './of-sentence.ts';
import { claimsOfSubject } from './of-subject.ts';
import { withoutScreens } from './on-screen.ts';
import { reasonOfRevert, takesBack, withoutReverted } from './reverts.ts';
import { readSubject } from './subject.ts';
import { mayClaim } from './trips.ts';

/** In the order of the sources, each claim once. */
export function readClaims(message: Message, documents: readonly DocumentChange[] = []): readonly Claim[] {
  const fromMessage = claimsOfMessage(message).map((said) => ({ ...said, scope: message.scope }));
  return distinctClaims([...fromMessage, ...readDocumentClaims(documents)]);
}

/** Commits, oldest first: what each claims that no later one of them reverts. */
export const readAllClaims = (
  commits: readonly { sha: string | null; message: Message; documents?: readonly DocumentChange[] }[],
): readonly (readonly Claim[])[] =>
  withoutReverted(
    commits.map(({ sha, message, documents }) => ({ sha, message, claims: readClaims(message, documents) })),
  );

/** As `takesBack`: the claims of the commit that a revert takes back, by its quoted subject. */
export const readTakenBack = (message: Message): ReturnType<typeof takesBack> =>
  takesBack(message, readClaims);

function claimsOfMessage(message: Message): MessageClaim[] {
  if (message.kind === 'fixup' || !mayClaim(message)) return [];
  const isRevert = message.kind === 'revert' || REVERTS.test(message.subject);
  const { trailers: own, body } = withoutScreens(message);
  const trailers = own.flatMap(({ key, value }) => claimsOfTrailer(key, value));
  const isOfOthers = message.kind === 'merge' || message.parts?.[0]?.sha !== undefined;
  const subject = isOfOthers
    ? titleOfMerge({ ...message, body }, REVERTS.test(body))
    : claimsOfSubject(message, isRevert);
  const claims = withoutHints([...trailers, ...subject, ...claimsBelow({ ...message, body })]);
  return isRevert
    ? claims.filter(({ kind }) => !kind.startsWith('phase-')).map((claim) => withReason(claim, body))
    : claims;
}

// `Rejected: BirdNET`, in a revert whose body says why.
function withReason(claim: MessageClaim, body: string): MessageClaim {
  if (claim.kind !== 'rejected' || HAS_REASON.test(claim.text)) return claim;
  const told = body.split('\n').filter((line) => (labelOf(line)?.kind ?? 'unknown') === 'unknown');
  const reason = reasonOfRevert({ body: told.join('\n') });
  return reason === null || reason.includes(claim.text)
    ? claim
    : { ...claim, text: `${claim.text} — ${reason}` };
}

const HAS_REASON = /\s[—–|-]\s|[:;,(]|\b(?:because|since|as|due to|weil|denn|parce que|porque|perché)\b/;

// `Waiting for the spare part`, and below it `Blocker: the valve is not delivered`: one blocker, named once.
const withoutHints = (claims: readonly MessageClaim[]): MessageClaim[] =>
  claims.filter(
    ({ kind, source }) =>
      kind !== 'blocker' ||
      source !== 'subject' ||
      claims.every((one) => one.kind !== 'blocker' || one.source === 'subject' || one.source === 'body'),
  );

const REVERTS = /^(?:revert|reapply|undo|roll ?back|back out|backout)\b/i;

// A body that repeats what others said: a release's changelog, the notes of an upgraded library.
const REPEATS =
  /^(?:\S{0,30}\(?release\)?[!:]|(?:\S{0,40}:\s)?release[\s:]|version packages|v?\d+\.\d+\.\d+|\[?maven-release|(?:\S{0,40}:\s)?(?:bump|update|upgrade)s?\s\S.{0,80}\s(?:from\s\S+\s)?to\s)/i;

function claimsBelow(message: Message): MessageClaim[] {
  if (REPEATS.test(message.subject)) return [];
  if (message.parts === undefined) return claimsOfBody(message.body);
  const parts = message.parts.map(({ sha, text }) => ({ sha, message: parseMessage(text) }));
  const said = parts.map((part) => ({ ...part, claims: claimsOfPart(part.message) }));
  return withoutReverted(said).flat();
}

// Below `Merge pull request #12` a forge writes the title that the request had.
function titleOfMerge(message: Message, isRevert: boolean): MessageClaim[] {
  const [title = ''] = message.body.trimStart().split('\n', 1);
  const isTitle = message.kind === 'merge' && readSubject(title).type !== null;
  return isTitle ? claimsOfSubject({ ...message, subject: title, scope: null }, isRevert) : [];
}

const claimsOfPart = (message: Message): Claim[] =>
  claimsOfMessage(message).map((said) => ({
    ...said,
    scope: message.scope,
    source: said.source === 'subject' ? 'body' : said.source,
  }));

function claimsOfTrailer(key: string, value: string): MessageClaim[] {
  const label = labelOf(`${key.replace(/-/g, ' ')}: x`) ?? labelOf(`${key}: x`);
  const quote = `${key}: ${value}`;
  if (label === null || label.kind === 'unknown') return [];
  if (label.kind === 'unit') return phasesIn(quote, 'trailer', true);
  // The keys of trailers come in lower case, which does not make `Decision: use SQLite` the scope of a
  // change.
  const name = label.kind === 'decision' ? 'Decision' : label.name;
  return claimsOfLabel({ ...label, name, value: plainText(value) }, 'trailer', quote);
}
