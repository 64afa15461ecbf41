// The update of a context file: everything that the owed commits change in it, as splices into the user's
// text.
import { revertedIn, takenBackBy } from '../claims/index.ts';
import type { Config } from '../config/defaults.ts';
import { readContext } from '../context/context.ts';
import { headerEdits } from '../head/header.ts';
import { reconcileHead } from '../head/reconcile.ts';
import { applyEdits } from '../markdown/lines.ts';
import { MASK, maskMessage, maskSecrets } from '../secrets.ts';
import type { Document, Draft, OwedCommit } from '../types.ts';
import { readRecordedIds } from '../verdict/recorded.ts';
import { composeEntry } from './compose.ts';
import type { DraftFacts } from './facts.ts';
import { withoutDeleted } from './overtaken.ts';
import { findPending } from './pending.ts';
import { documentsOf, type RangeDocument } from './range.ts';
import { refusal } from './refuse.ts';
import { isMerge, isSilent } from './tell.ts';

/** `owed`: the commits that the committed file does not account for, oldest first. Those whose ids stand in
 * `file` already were drafted before: the entry that tells of them, and of no others, is extended; nothing
 * else is said of them. With no commit of weight beyond them the draft is empty. Throws Problem (3) for a
 * file that cannot be edited. */
export function draftUpdate(
  file: Document,
  owed: readonly OwedCommit[],
  facts: DraftFacts,
  config: Config,
): Draft {
  const refused = refusal(file);
  if (refused !== null) throw refused;
  const isCited = readRecordedIds(file.text);
  const gone = takenBackBy(revertedIn(owed), isCited);
  const safe = owed.filter(({ commit }) => !gone.has(commit.sha)).map((one) => readable(one, file.path));
  const drafted = safe.filter(({ commit }) => isCited(commit.sha));
  const last = safe.findLastIndex(({ commit }) => isCited(commit.sha));
  const isPassed = (one: OwedCommit, at: number) => at < last && (!weighs(one) || isSilent(one));
  const left = safe.filter((one, at) => !isCited(one.commit.sha) && !isPassed(one, at));
  const fresh = left.filter(({ commit }) => !isMerge(commit));
  if (fresh.length === 0) return unchanged(file);
  const counted = fresh.some(weighs) ? fresh.filter(weighs) : fresh;
  const mark = file.text.startsWith('\uFEFF') ? '\uFEFF' : '';
  const before = file.text.slice(mark.length);
  const { text, leftOut } = reconcileHead(before, withoutDeleted(left), facts);
  const context = readContext(text);
  const pending = findPending(context, drafted);
  const documents = facts.documents ?? documentsOf(safe);
  const told = composeEntry(context, pending, fresh, { facts: { ...facts, documents }, config });
  const isOwed = (one: OwedCommit) => weighs(one) && (drafted.length === 0 || !isSilent(one));
  if (!fresh.some(isOwed) && !told.isNews) return unchanged(file);
  const edits = [told.edit, ...headerEdits(context, facts.now)];
  const commits = [...(pending?.commits ?? []), ...counted].map(({ commit }) => commit.sha);
  return {
    path: file.path,
    before: file.text,
    text: mark + applyEdits(text, edits),
    entry: told.entry,
    points: told.points,
    commits,
    added: counted.map(({ commit }) => commit.sha),
    blanks: told.blanks,
    leftOut,
    unread: facts.unread ?? 0,
    masked: maskedIn(fresh, documents, told.entry),
  };
}

// Without secrets, and without what the context file itself shows: a commit that carried a draft along did
// not do what that draft says. Claims are kept with a message, so that one is a new one.
function readable(owed: OwedCommit, path: string): OwedCommit {
  const message = maskMessage(owed.message);
  const documents = owed.documents.filter((one) => one.path !== path);
  const isSame = documents.length === owed.documents.length;
  return isSame ? { ...owed, message } : { ...owed, message: { ...message }, documents };
}

// Messages by their commit, documents by their path; those of documents are looked for where the entry left
// one out.
function maskedIn(
  fresh: readonly OwedCommit[],
  documents: readonly RangeDocument[],
  entry: string,
): string[] {
  const holds = (text: string | null) => maskSecrets(text ?? '').includes(MASK);
  const isTold = entry.includes(MASK);
  return [
    ...fresh.filter(({ message }) => JSON.stringify(message).includes(MASK)).map(({ commit }) => commit.sha),
    ...documents
      .filter(({ path, after }) => isTold && entry.includes(path) && holds(after))
      .map(({ path }) => path),
  ];
}

// What weighs nothing is told beside the others, and is no reason for an entry.
const weighs = ({ verdict }: OwedCommit): boolean => verdict.weight > 0;

const unchanged = ({ path, text }: Document): Draft => ({
  path,
  before: text,
  text,
  entry: '',
  points: [],
  commits: [],
  added: [],
  blanks: [],
  leftOut: 0,
  masked: [],
});
