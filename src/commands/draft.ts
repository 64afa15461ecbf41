// Drafts the update for all commits since the last one.

import type { DraftInto } from '../core/config/defaults.ts';
import { wrongUsage } from '../core/problem.ts';
import type { Draft } from '../core/types.ts';
import { readRecordedIds } from '../core/verdict/recorded.ts';
import { describeNothingOwed, describeUnknownPlace } from '../core/wording/record.ts';
import { applyAnyway } from '../effects/apply.ts';
import { refuseUnknown } from '../git/repository.ts';
import { readDraft } from '../read/draft.ts';
import { type Ledger, readLedger } from '../read/ledger.ts';
import { isDraftPending } from '../read/memory.ts';
import { openHome } from '../read/territories.ts';
import { announce } from './acts/record.ts';
import { type Arguments, type Command, hasOption, textOption } from './session.ts';

const PLACES: readonly DraftInto[] = ['worktree', 'commit', 'index'];

export const draft: Command = {
  usage: '[--since REV] [--stdout] [--into worktree|commit|index]',
  examples: ['--stdout', '--into worktree'],
  mostWords: 0,
  options: {
    since: { type: 'string', says: 'start behind this commit instead of the last update' },
    stdout: { type: 'boolean', says: 'print the new entry and write nothing' },
    into: { type: 'string', says: 'where the draft lands: worktree, commit or index' },
  },
  run: async (session, args) => {
    const into = placeOf(args);
    const project = await openHome(session);
    const since = textOption(args, 'since');
    if (since !== undefined) refuseUnknown(project.place, since);
    const ledger = await readLedger(project, { since, most: Number.POSITIVE_INFINITY });
    const draft = await readDraft(session, project, ledger);
    // A draft that waits in the work tree lands where the command asks for.
    const isWaiting = into !== null && into !== 'worktree' && isDraftPending(project, project.contextPath);
    if (draft.text === draft.before && !isWaiting)
      return applyAnyway([{ kind: 'say', text: describeNothingOwed(project.contextPath) }], project);
    if (hasOption(args, 'stdout'))
      return applyAnyway([{ kind: 'print', text: `${draft.entry.trim()}\n` }], project);
    const told = isWaiting ? { ...draft, ...waitingIn(ledger) } : draft;
    return applyAnyway(
      announce({ session, project, ledger }, { draft: told, into: into ?? project.config.draft.into }),
      project,
    );
  },
};

// The commits that an uncommitted draft tells of.
function waitingIn({ listed, context }: Ledger): Pick<Draft, 'commits' | 'added'> {
  const [drafted, before] = [readRecordedIds(context.onDisk), readRecordedIds(context.committed)];
  const commits = listed.map(({ sha }) => sha).filter((sha) => drafted(sha) && !before(sha));
  return { commits, added: commits };
}

function placeOf(args: Arguments): DraftInto | null {
  const word = textOption(args, 'into');
  const place = PLACES.find((name) => name === word);
  if (word !== undefined && place === undefined) throw wrongUsage(describeUnknownPlace(word, PLACES));
  return place ?? null;
}
