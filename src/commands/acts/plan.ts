// What node leaves behind for the hooks' shell, so that the next quiet commit ends without node: the plan of
// this repository, and how HEAD was judged.
import { join } from 'node:path';
import { GUARD_KINDS, isDocument, matchesGlob } from '../../core/config/documents.ts';
import { readDecisions } from '../../core/decisions/decisions.ts';
import { hasNoDraft } from '../../core/draft/due.ts';
import { guardsInForce } from '../../core/guards/force.ts';
import { guardGlobs } from '../../core/guards/governs.ts';
import type { Guard } from '../../core/guards/guard.ts';
import {
  ALLOWANCE,
  gateGlobs,
  NO_ALLOWANCE,
  type PathFacts,
  pathTable,
  shellPlan,
} from '../../core/quiet/plan.ts';
import type { ChangedFile, Document } from '../../core/types.ts';
import { readText } from '../../effects/files.ts';
import {
  isNoteSince,
  readNote,
  removeNote,
  renewNote,
  stateDirectory,
  writeNote,
  writeState,
} from '../../effects/state.ts';
import { rangeArguments } from '../../git/log.ts';
import { readDocumentsAt } from '../../read/documents.ts';
import { recordsAmong } from '../../read/judge.ts';
import { readAffects, readKnownGuards } from '../../read/judged.ts';
import type { Known } from '../../read/last-update.ts';
import { revisionsSince } from '../../read/listing.ts';
import { readMemory } from '../../read/memory.ts';
import type { HookProject } from '../../read/project.ts';
import { findContextFiles } from '../../read/territories.ts';

/** HEAD, as it was judged. */
export type JudgedHead = {
  readonly sha: string;
  /** What it stands on; the commits up to there were judged before. */
  readonly parent: string | null;
  /** Null where that was not looked at. */
  readonly files: readonly ChangedFile[] | null;
  /** Hundredths of debt that still fit below the limit. */
  readonly room: number;
  readonly since: Known | null;
};

/** Nothing is left where the settings cannot be told, or are about to change. Throws Problem (3). */
export async function leavePlan(project: HookProject, judged: JudgedHead): Promise<void> {
  const { gitDir, settingsFile, fault } = project;
  if (settingsFile === undefined || fault !== null) return;
  const { affects, guards } = recordedAt(project, judged);
  const { config, gateConfig } = project;
  const facts = { config, gateConfig, settingsFile, affects, guards: guardGlobs(guards) };
  if (!isPlanned(project, facts)) planPaths(gitDir, facts);
  const [contextPath = null, ...others] = findContextFiles(project);
  const plan = shellPlan({ ...facts, contextPath, others });
  if (plan === null) return;
  if (readNote(gitDir, 'plan') !== plan || !isSinceInstalled(project, 'plan'))
    writeNote(gitDir, 'plan', plan);
  renewNote(gitDir, 'affects.json', `${JSON.stringify(affects)}\n`);
  renewNote(gitDir, 'guards.json', `${JSON.stringify(guards)}\n`);
  writeState(gitDir, 'since', judged.since);
  const { since } = judged;
  const range = since && rangeArguments(revisionsSince(since, readMemory(project.repository).baseline));
  renewNote(gitDir, 'range', range === null ? '' : `${range}\n`);
  const globs = gateGlobs(facts);
  const isClean = judged.files?.every((file) => !globs.some((glob) => touches(glob, file))) === true;
  // Until there is a first draft every commit is judged at once.
  const mayWait = judged.room > 0 && (contextPath === null || hasDraft(project, contextPath));
  const { commits, lines } = mayWait ? ALLOWANCE : NO_ALLOWANCE;
  const count = [judged.sha, commits, lines, isClean ? 'clean' : 'gate'];
  writeNote(gitDir, 'count', `${count.join(' ')}\n`);
}

// To compile globs takes longer than to see that they are the same.
const isPlanned = (project: HookProject, facts: PathFacts): boolean =>
  readNote(project.gitDir, 'paths.key') === JSON.stringify(facts) && isSinceInstalled(project, 'paths');

const isSinceInstalled = ({ gitDir, repository }: HookProject, note: string): boolean =>
  isNoteSince(gitDir, note, join(stateDirectory(repository.commonDir), 'bundle/cli.js'));

function planPaths(gitDir: string, facts: PathFacts): void {
  writeNote(gitDir, 'paths', pathTable(facts));
  writeNote(gitDir, 'paths.key', JSON.stringify(facts));
}

const touches = (glob: string, { path, from = path }: ChangedFile): boolean =>
  [path, from].some((name) => matchesGlob(glob.toLowerCase(), name.toLowerCase()));

/** In this worktree, in the one that the clone was made with, or in the clone that the file comes from. */
const hasDraft = ({ repository }: HookProject, contextPath: string): boolean =>
  [repository.gitDir, repository.commonDir].some(
    (gitDir) => readMemory({ ...repository, gitDir }).drafts.length > 0,
  ) || !hasNoDraft(readText(repository.top, contextPath) ?? '');

type GoverningFacts = { readonly affects: readonly string[]; readonly guards: readonly Guard[] };

/** Read anew only when the documents may have changed. */
function recordedAt(
  { place, gitDir, gateConfig: config }: HookProject,
  { sha, parent, files }: JudgedHead,
): GoverningFacts {
  const [affects, guards] = [readAffects(gitDir, parent), readKnownGuards(gitDir, parent)];
  const isRecord = (path: string) => GUARD_KINDS.some((kind) => isDocument(kind, path, config));
  if (
    affects !== undefined &&
    guards !== undefined &&
    files?.some(({ path, from = path }) => isRecord(path) || isRecord(from)) === false
  )
    return { affects, guards };
  const documents = readDocumentsAt(place, sha, { config, kinds: GUARD_KINDS });
  const records = recordsAmong(documents, config);
  leaveRecords(gitDir, records);
  return {
    affects: readDecisions(records).flatMap((one) => (one.status === 'stands' ? one.affects : [])),
    guards: guardsInForce(documents, config),
  };
}

/** For the shell's commit-msg, which asks git for their texts. */
function leaveRecords(gitDir: string, documents: readonly Document[]): void {
  const paths = documents.map(({ path }) => path);
  if (paths.length > MOST_RECORDS || paths.some((path) => path.includes('\n'))) removeNote(gitDir, 'records');
  else renewNote(gitDir, 'records', paths.map((path) => `${path}\n`).join(''));
}

const MOST_RECORDS = 30;
