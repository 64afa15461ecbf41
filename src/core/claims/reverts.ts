// A revert takes back what the reverted commit claimed, and the revert of a revert gives it again.
import { parseMessage } from '../message/index.ts';
import type { ChangedFile, Message } from '../types.ts';
import type { Claim } from './claim.ts';

export type Said = {
  readonly sha: string | null;
  readonly message: Message;
  readonly claims: readonly Claim[];
};

type Entry = Said & { isActive: boolean; target: Entry | null };

const SHA = /^This reverts commit ([0-9a-f]{7,64})/m;
const QUOTED = /^(?:Revert|Reapply|Undo|Rollback|Roll back) ["“](.*)["”]/;
const NAMED = /^(?:revert(?:\([^()]{0,80}\))?!?:|(?:undo|roll ?back) )\s*["“]?(.*?)["”]?$/i;

/** Of several commits, oldest first, what each still claims once the reverts among them are taken into
 * account. */
export function withoutReverted(said: readonly Said[]): readonly (readonly Claim[])[] {
  const entries: Entry[] = [];
  for (const one of said) {
    const target = targetOf(one.message, entries);
    entries.push({ ...one, isActive: true, target });
    if (target !== null) setActive(target, /^Reapply /.test(one.message.subject));
  }
  return entries.map(({ claims, isActive }) => (isActive ? claims : []));
}

/** What a commit takes back that reverts another one; null where it reverts none. `sha` as far as the message
 * has it. */
export function takesBack(
  message: Message,
  claimsOf: (reverted: Message) => readonly Claim[],
): { readonly sha: string | null; readonly claims: readonly Claim[] } | null {
  const { subject, body } = message;
  const sha = SHA.exec(body)?.[1] ?? null;
  const name = subjectReverted(message);
  if (/^Reapply /.test(subject) || (sha === null && name === null)) return null;
  return { sha, claims: name === null ? [] : claimsOf(parseMessage(name)) };
}

function setActive(entry: Entry, isActive: boolean): void {
  let [one, active]: [Entry | null, boolean] = [entry, isActive];
  for (; one !== null; one = one.target, active = !active) one.isActive = active;
}

type Made = {
  readonly commit: { readonly sha: string; readonly files?: readonly ChangedFile[] };
  readonly message: Message;
};

/** Of several commits, oldest first: each revert, and which of the others it takes back for good. */
export function revertedIn<One extends Made>(commits: readonly One[]): ReadonlyMap<One, One> {
  const said = commits.map((one) => ({ one, sha: one.commit.sha, message: one.message }));
  return new Map(
    said.flatMap(({ one, sha, message }, at) => {
      if (!isRevert(message) || /^reapply /i.test(message.subject)) return [];
      const before = said.slice(0, at);
      const gone = targetOf(message, before) ?? makerOf(one, before);
      const isBack = said.slice(at).some((later) => later.message.body.includes(`commit ${sha}`));
      return gone === null || isBack ? [] : [[one, gone.one] as const];
    }),
  );
}

// `revert: notifications`, in other words than the commit had that made all files which it deletes.
function makerOf<One extends Made>(
  revert: One,
  before: readonly { readonly one: One }[],
): { one: One } | null {
  const gone = (revert.commit.files ?? []).filter(({ status }) => status === 'D').map(({ path }) => path);
  const isMaker = ({ one }: { readonly one: One }) =>
    gone.every((path) => one.commit.files?.some((file) => file.path === path && file.status === 'A'));
  return gone.length === 0 ? null : (before.findLast(isMaker) ?? null);
}

/** Ids, in full, of the commits that nothing is left to say of: their reverts are told. `reverts` as
 * `revertedIn` gives them. */
export const takenBackBy = (
  reverts: ReadonlyMap<Made, Made>,
  isTold: (sha: string) => boolean,
): ReadonlySet<string> =>
  new Set([...reverts].flatMap(([{ commit }, gone]) => (isTold(commit.sha) ? [gone.commit.sha] : [])));

/** The subject of the commit that a message says it reverts; null where it reverts none, or names none. */
export const subjectReverted = ({ subject }: Message): string | null =>
  /^Reapply /.test(subject) ? null : (nameIn(subject) ?? null);

/** What `Revert "x"` quotes, at the start of a text; null where it quotes nothing. */
export const quotedRevert = (text: string): string | null => QUOTED.exec(text)?.[1] ?? null;

const nameIn = (subject: string): string | undefined => quotedRevert(subject) ?? NAMED.exec(subject)?.[1];

const isRevert = ({ subject, body }: Message): boolean => SHA.test(body) || nameIn(subject) !== undefined;

/** The newest of several commits, oldest first, that the message says it reverts: by its id, else by its
 * subject. */
function targetOf<One extends Pick<Said, 'sha' | 'message'>>(
  { subject, body }: Message,
  entries: readonly One[],
): One | null {
  const sha = SHA.exec(body)?.[1];
  const bySha = sha === undefined ? undefined : entries.findLast((entry) => entry.sha?.startsWith(sha));
  if (bySha !== undefined) return bySha;
  const name = nameIn(subject);
  if (name === undefined || name === '') return null;
  const wanted = new Set([name, parseMessage(name).description].map((text) => text.toLowerCase()));
  return (
    entries.findLast(({ message }) =>
      [message.subject, message.description].some((text) => wanted.has(text.toLowerCase())),
    ) ?? null
  );
}

const BY_TOOL = /^(?:this reverts commit|reverts? )|^\S+-by:|^reverts\s+\S+#\d+/i;

/** The first paragraph that a revert has beside git's own line; null where it says nothing of why. */
export function reasonOfRevert({ body }: Pick<Message, 'body'>): string | null {
  const [reason] = body
    .replace(
      /^This reverts commit [0-9a-f]{7,64}(?:, reversing\s+changes made to [0-9a-f]{7,64})?\.?(?=\s|$)/gm,
      '',
    )
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.replace(/\s+/g, ' ').trim())
    .filter((paragraph) => /\p{L}{3}/u.test(paragraph) && !BY_TOOL.test(paragraph));
  return reason?.replace(/(?<!\.)\.$/, '') ?? null;
}
