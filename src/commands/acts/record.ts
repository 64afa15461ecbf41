// From what is owed to the effects of an update: draft, ask where a person sits, land where the answer says.
import type { DraftInto } from '../../core/config/defaults.ts';
import { hasNoDraft, isUpdateDue, roomBelow } from '../../core/draft/due.ts';
import { landDraft, leaveOut, putOff } from '../../core/draft/landing.ts';
import { addPending } from '../../core/draft/parked.ts';
import { formatProblem } from '../../core/problem.ts';
import type { ChangedFile, Draft, Effect } from '../../core/types.ts';
import { readRecordedIds } from '../../core/verdict/recorded.ts';
import { announceDraft, confirmDraft, describeUnseen } from '../../core/wording/announce.ts';
import { describeNoContext, describePutOff } from '../../core/wording/record.ts';
import { isAgentRun } from '../../effects/agent.ts';
import { applyEffects } from '../../effects/apply.ts';
import { mayAsk } from '../../effects/audience.ts';
import { editText } from '../../effects/edit.ts';
import { readState } from '../../effects/state.ts';
import { blobsOf, nameBlobs } from '../../effects/stored.ts';
import { collectCommits, readNameBatches } from '../../git/log.ts';
import { readDraft } from '../../read/draft.ts';
import { readAffects, readJudged, readSince } from '../../read/judged.ts';
import type { Known } from '../../read/last-update.ts';
import { type Ledger, readLedger, sinceOf, trackingOf } from '../../read/ledger.ts';
import { readPending } from '../../read/memory.ts';
import type { HookProject, Project } from '../../read/project.ts';
import { directoryOf, findHomes, findLeftOut, type Home } from '../../read/territories.ts';
import type { Session } from '../session.ts';
import { BOUNDLESS } from './count.ts';
import { moveOlderEntries, tellGrowth } from './growth.ts';

export type RecordOutcome = {
  readonly effects: readonly Effect[];
  /** Hundredths of debt that fit below the limit once they are done; null where that cannot be told. */
  readonly room: number | null;
  /** What the newest commit changed; null where nobody looked. */
  readonly files: readonly ChangedFile[] | null;
  readonly since: Known | null;
};

const NOTHING: RecordOutcome = { effects: [], room: BOUNDLESS, files: null, since: null };

/** What is to happen after a commit, or (`newest` null) after history was rewritten. */
export async function record(
  session: Session,
  project: HookProject,
  newest: string | null,
): Promise<RecordOutcome> {
  if (session.env.HANDOFF_MODE === 'off') return { ...NOTHING, room: null };
  const homes = findHomes(project);
  const [first] = homes;
  if (first === undefined) return { ...NOTHING, effects: tellOnce(project) };
  if (homes.length === 1) return recordIn(session, first, newest);
  let recorded = NOTHING;
  for (const home of await touchedSince(homes, readJudged(project.gitDir))) {
    // What one remembers the next one reads.
    await applyEffects(recorded.effects, project);
    const next = await recordIn(session, home, newest);
    const room = recorded.room === null || next.room === null ? null : Math.min(recorded.room, next.room);
    recorded = { ...next, room, files: recorded.files ?? next.files };
  }
  return recorded;
}

/** Those whose part of the commits since one that was judged holds something. */
async function touchedSince(
  homes: readonly Home<HookProject>[],
  judged: string | null,
): Promise<readonly Home<HookProject>[]> {
  const [first] = homes;
  if (first === undefined || judged === null) return homes;
  const revisions = [`--max-count=${MOST_SINCE}`, '--ignore-missing', 'HEAD', `^${judged}`];
  const commits = await collectCommits(readNameBatches(first.place, revisions));
  if (commits.length === MOST_SINCE) return homes;
  return homes.filter(({ part }) => commits.some((commit) => part(commit) !== null));
}

const MOST_SINCE = 100;

async function recordIn(
  session: Session,
  project: Home<HookProject>,
  newest: string | null,
): Promise<RecordOutcome> {
  const { gitDir, head } = project;
  // Those of the commit before, which the newest one is judged by.
  const affects = readAffects(gitDir, head?.parents[0] ?? null);
  const ledger = await readLedger(project, { known: readSince(gitDir), affects });
  const files = ledger.listed.find(({ sha }) => sha === newest)?.files ?? null;
  return { ...(await catchUp({ session, project, ledger }, newest)), files, since: sinceOf(ledger) };
}

type CatchUpOutcome = Omit<RecordOutcome, 'files' | 'since'>;

async function catchUp(scene: RecordFacts, newest: string | null): Promise<CatchUpOutcome> {
  const { session, project, ledger } = scene;
  const occasion = {
    limit: project.config.debt.limit,
    newest,
    putOff: ledger.memory.putOff,
    isFirst: hasNoDraft(ledger.context.onDisk),
  };
  if (!isUpdateDue(ledger.owed, occasion))
    return { effects: followIds(project, ledger), room: roomBelow(ledger.owed, occasion) };
  const draft = await readDraft(session, project, ledger);
  if (draft.text === draft.before) return { effects: [], room: 0 };
  if (mayAsk(session.env)) return { effects: await settle(scene, draft, newest), room: null };
  const effects = announce(scene, { draft, into: project.config.draft.into });
  const isDrafted = readRecordedIds(draft.text);
  const left = ledger.owed.filter(({ commit }) => !isDrafted(commit.sha));
  return { effects, room: roomBelow(left, { ...occasion, putOff: [], isFirst: false }) };
}

/** A pending draft keeps naming commits by their present ids; nothing is said of it. */
function followIds(project: Project, ledger: Ledger): readonly Effect[] {
  const { path, onDisk, text } = ledger.context;
  const draft = {
    path,
    before: onDisk,
    text,
    entry: '',
    points: [],
    commits: [],
    added: [],
    blanks: [],
    masked: [],
  };
  return text === onDisk ? [] : land(project, ledger, { draft, into: 'worktree' });
}

/** That there is nothing to keep up is said once in the life of a clone. */
function tellOnce(project: Project): readonly Effect[] {
  if (readState(project.gitDir, 'no-context') !== null) return [];
  return [
    { kind: 'say', text: formatProblem(describeNoContext(findLeftOut(project))) },
    { kind: 'remember', name: 'no-context', value: 'said' },
  ];
}

export type RecordFacts = { readonly session: Session; readonly project: Home; readonly ledger: Ledger };

async function settle(scene: RecordFacts, draft: Draft, newest: string | null): Promise<readonly Effect[]> {
  const { session, project, ledger } = scene;
  const { askAboutDraft } = await import('./question.ts');
  const answer = await askAboutDraft(session, project, draft);
  const later = [putOff(draft.commits), say(describePutOff(), ledger)];
  if (answer === 'later') return later;
  if (answer === 'never') return newest === null ? later : [leaveOut(newest, ledger.memory.never)];
  const done = answer === 'edit' ? await editDraft(project, draft) : await fillBlanks(scene, draft);
  if (done === null) return later;
  return confirm(project, ledger, { draft: done, into: answer === 'commit' ? 'commit' : 'worktree' });
}

async function editDraft(project: Project, draft: Draft): Promise<Draft | null> {
  const text = await editText(project, draft);
  return text === null ? null : { ...draft, text };
}

/** Null: a question went unanswered, which is "not now". */
async function fillBlanks({ session, project, ledger }: RecordFacts, draft: Draft): Promise<Draft | null> {
  const { askForBlanks } = await import('./question.ts');
  const answers = await askForBlanks(session, project, draft);
  if (answers === null) return null;
  return Object.keys(answers).length === 0 ? draft : await readDraft(session, project, ledger, answers);
}

export type Landing = { readonly draft: Draft; readonly into: DraftInto };

/** Lands the draft, and says what is in it and what is left to its author. */
export function announce({ session, project, ledger }: RecordFacts, landed: Landing): readonly Effect[] {
  const effects = land(project, ledger, landed);
  const beside = effects.flatMap((effect) =>
    effect.kind === 'write' && effect.path !== landed.draft.path ? effect.path : [],
  );
  const directory = project.directoryFrom(directoryOf(session, project));
  const tracking = trackingOf(project, ledger.context);
  const isAgent = isAgentRun(session.env);
  const text = announceDraft({ ...landed, isAgent, beside, directory, tracking });
  return [...effects, say(text, ledger)];
}

/** Lands a draft that its author has seen. */
function confirm(project: Project, ledger: Ledger, landed: Landing): readonly Effect[] {
  return [
    ...land(project, ledger, landed),
    say(confirmDraft(landed.draft, landed.into, trackingOf(project, ledger.context)), ledger),
  ];
}

const say = (text: string, { isWhole, listed: { length } }: Ledger): Effect => ({
  kind: 'say',
  text: isWhole ? text : `${text}\n${describeUnseen(length)}`,
});

function land(project: Project, ledger: Ledger, { draft, into }: Landing): readonly Effect[] {
  const { memory, context } = ledger;
  const { drafts } = memory;
  // A commit of its own, and the index, take the context file alone.
  const trimmed = into === 'worktree' ? moveOlderEntries(project, draft) : { draft, effects: [] };
  const { onDisk, committed, blob: known } = context;
  const isCommitted = known !== null && draft.before === onDisk && onDisk === committed;
  const blobOf = nameBlobs(project.place, { path: draft.path, text: onDisk }, project.told?.file ?? null);
  const before = isCommitted ? known : blobOf(draft.before);
  const isOurs = before === known || drafts.some((mark) => mark.blob === before && mark.isOurs);
  const blobs = blobsOf(project.place, trimmed.draft, blobOf);
  const landed = landDraft(trimmed.draft, { into, drafts, blobs, isOurs });
  const pending = { path: draft.path, committed: known, before: draft.before, text: trimmed.draft.text };
  // What went into an archive does not come back out of it.
  const isAlone = into === 'worktree' && trimmed.effects.length === 0;
  const waits: Effect = isAlone
    ? { kind: 'remember', name: 'pending', value: addPending(readPending(project), pending) }
    : { kind: 'forget', name: 'pending' };
  return [waits, ...trimmed.effects, ...landed, ...tellGrowth(project, trimmed.draft)];
}
