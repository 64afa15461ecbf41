// What node leaves behind for the hooks' shell, so that the next quiet commit ends without node: the plan of this
// repository, and how HEAD was judged.
import { isDocument, matchesGlob } from '../../core/config/documents.ts';
import { readDecisions } from '../../core/decisions/decisions.ts';
import type { PlanFacts } from '../../core/plan/plan.ts';
import type { ChangedFile } from '../../core/types.ts';
import { readNote, readState, writeNote, writeState } from '../../effects/state.ts';
import { findContextFiles, readDocumentsAt } from './documents.ts';
import { readMemory } from './memory.ts';
import type { HookProject } from './project.ts';

/** HEAD, as it was judged. */
export type Judged = {
  readonly sha: string;
  /** What it stands on; the commits up to there were judged before. */
  readonly parent: string | null;
  /** Seconds since the epoch. */
  readonly authoredAt: number;
  /** Null where that was not looked at. */
  readonly files: readonly ChangedFile[] | null;
  /** Hundredths of debt that still fit below the limit. */
  readonly room: number;
};

/** Nothing is left where the settings cannot be told, or are about to change. Throws Problem (3). */
export async function leavePlan(project: HookProject, judged: Judged): Promise<void> {
  const { gitDir, settingsFile, fault } = project;
  if (settingsFile === undefined || fault !== null) return;
  const { compilePlan, gateGlobs } = await import('../../core/plan/plan.ts');
  const affects = readAffects(project, judged);
  const facts: PlanFacts = { ...project, settingsFile, affects, ...readContextFacts(project) };
  const { shell, awk } = compilePlan(facts);
  writeState(gitDir, 'affects', affects);
  writeNote(gitDir, 'plan.txt', awk);
  writeNote(gitDir, 'plan.sh', shell);
  const globs = gateGlobs(facts);
  const isClean = judged.files?.every((file) => !globs.some((glob) => touches(glob, file))) === true;
  const count = [judged.sha, judged.room, judged.authoredAt, isClean ? 'clean' : 'gate'];
  writeNote(gitDir, 'count', `${count.join(' ')}\n`);
}

/** The commit that was judged last; null where none was, or not by this installation. */
export const readJudged = (gitDir: string): string | null => readNote(gitDir, 'count')?.split(' ')[0] ?? null;

const touches = (glob: string, { path, from = path }: ChangedFile): boolean =>
  [path, from].some((name) => matchesGlob(glob.toLowerCase(), name.toLowerCase()));

const readContextFacts = (project: HookProject): Pick<PlanFacts, 'contextPath' | 'drafts'> => ({
  contextPath: findContextFiles(project)[0] ?? null,
  drafts: readMemory(project.repository).drafts.map(({ blob }) => blob),
});

/** Globs that standing decisions govern; read anew only when the documents may have changed. */
function readAffects(
  { place, gitDir, gateConfig: config }: HookProject,
  { sha, parent, files }: Judged,
): string[] {
  const known = readState(gitDir, 'affects');
  const isSame =
    files !== null &&
    parent !== null &&
    readJudged(gitDir) === parent &&
    !files.some(({ path, from = path }) =>
      [path, from].some(
        (name) => isDocument('decisions', name, config) || isDocument('context', name, config),
      ),
    );
  if (isSame && Array.isArray(known)) return known.filter((glob) => typeof glob === 'string');
  const documents = readDocumentsAt(place, sha, { config, kinds: ['decisions', 'context'] });
  return readDecisions(documents).flatMap(({ status, affects }) => (status === 'stands' ? affects : []));
}
