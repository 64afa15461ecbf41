// Whether a commit got past commit-msg without being judged, as `--no-verify` lets it.
import { judgeGate } from '../../core/gate/judge.ts';
import { isBlocked } from '../../core/gate/plan.ts';
import { guardsInForce } from '../../core/guards/force.ts';
import { once } from '../../core/memo.ts';
import { parseMessage } from '../../core/message/index.ts';
import { formatProblem } from '../../core/problem.ts';
import type { Effect } from '../../core/types.ts';
import { describeSkippedGate } from '../../core/wording/record.ts';
import { readNote, readState } from '../../effects/state.ts';
import type { Head } from '../../git/head.ts';
import { readCommit } from '../../git/log.ts';
import { readChange } from '../../read/change.ts';
import { readDocumentsAt } from '../../read/documents.ts';
import { gateFacts } from '../../read/judge.ts';
import type { HookProject } from '../../read/project.ts';
import type { Session } from '../session.ts';

/** `head`: the commit that was made. A notice, when the gate would have stopped the commit. */
export async function findSkippedGate(
  { env }: Session,
  project: HookProject,
  head: Head,
): Promise<readonly Effect[]> {
  const { place, gitDir, gateConfig: config, settings, objects } = project;
  const [parent = null] = head.parents;
  if (isMarked(readState(gitDir, 'gate'), parent, head.tree)) return [];
  if (isPassed(readNote(gitDir, 'passed'), parent, env.HANDOFF_PROCESS)) return [];
  const commit = readCommit(place, head.sha);
  if (commit === null) return [];
  const documents = once(() =>
    readDocumentsAt(place, `${head.sha}^`, { config, kinds: ['decisions', 'context'] }),
  );
  const guards = () => guardsInForce(documents(), config);
  const change = await readChange(commit, config, objects.read);
  const message = parseMessage(commit.message);
  const gate = judgeGate(change, message, gateFacts({ config, settings, documents, guards }));
  if (!isBlocked(gate)) return [];
  const { decisionPlace } = await import('./stopped.ts');
  const problem = describeSkippedGate(gate, message.description, decisionPlace(env, project));
  return [{ kind: 'say', text: formatProblem(problem) }];
}

const isMarked = (mark: unknown, parent: string | null, tree: string | null): boolean =>
  typeof mark === 'object' &&
  mark !== null &&
  'parent' in mark &&
  'tree' in mark &&
  mark.parent === parent &&
  mark.tree === tree;

// The shell's word, `<parent> <hundredths> <process>`, of the git that runs this hook too.
function isPassed(note: string | null, parent: string | null, process: string | undefined): boolean {
  const [base, , by] = (note ?? '').trim().split(' ');
  return process !== undefined && by === process && base === parent;
}
