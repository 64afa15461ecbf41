// The update of a context file: everything that the owed commits change in it, as splices into the user's text.
import type { Config } from '../config/defaults.ts';
import { readContext } from '../context/context.ts';
import { headerEdits } from '../head/header.ts';
import { updateAround } from '../head/reconcile.ts';
import { applyEdits } from '../markdown/splice.ts';
import type { Document, Draft, OwedCommit } from '../types.ts';
import { readRecordedIds } from '../verdict/recorded.ts';
import { composeEntry } from './compose.ts';
import type { DraftFacts } from './facts.ts';
import { findPending } from './pending.ts';
import { refusal } from './refuse.ts';

/**
 * `owed`: the commits that the committed file does not account for, oldest first. Those whose ids stand in `file`
 * already were drafted before: the entry that tells of them, and of no others, is extended; nothing else is said of
 * them. With no commit beyond them the draft is empty. Throws Problem (3) for a file that cannot be edited.
 */
export function draftUpdate(
  file: Document,
  owed: readonly OwedCommit[],
  facts: DraftFacts,
  config: Config,
): Draft {
  const refused = refusal(file);
  if (refused !== null) throw refused;
  const isCited = readRecordedIds(file.text);
  const [drafted, fresh] = [
    owed.filter(({ commit }) => isCited(commit.sha)),
    owed.filter(({ commit }) => !isCited(commit.sha)),
  ];
  if (fresh.length === 0) return unchanged(file);
  const mark = file.text.startsWith('\uFEFF') ? '\uFEFF' : '';
  const { text, leftOut } = updateAround(file.text.slice(mark.length), fresh, { facts, config });
  const context = readContext(text);
  const pending = findPending(context, drafted);
  const told = composeEntry(context, pending, fresh, { facts, config });
  const edits = [told.edit, ...headerEdits(context, facts.now, told.headline)];
  const commits = [...(pending?.commits ?? []), ...fresh].map(({ commit }) => commit.sha);
  return {
    path: file.path,
    before: file.text,
    text: mark + applyEdits(text, edits),
    entry: told.entry,
    commits,
    added: fresh.map(({ commit }) => commit.sha),
    blanks: told.blanks,
    leftOut,
  };
}

const unchanged = ({ path, text }: Document): Draft => ({
  path,
  before: text,
  text,
  entry: '',
  commits: [],
  added: [],
  blanks: [],
  leftOut: 0,
});
