// Whether a commit got past commit-msg without being judged, as `--no-verify` lets it.

import { isBlocked } from '../../core/gate/plan.ts';
import type { Effect } from '../../core/types.ts';
import { judgeChange } from '../../core/verdict/judge.ts';
import { describeSkippedGate } from '../../core/wording/record.ts';
import { readState } from '../../effects/state.ts';
import { readObjects } from '../../git/blobs.ts';
import { readTreeId } from '../../git/head.ts';
import type { CommitAt } from '../../git/log.ts';
import { readChange } from './change.ts';
import { readDocumentsAt } from './documents.ts';
import { judgeFacts } from './judge.ts';
import { readMemory } from './memory.ts';
import type { HookProject } from './project.ts';

/** One line, when the gate would have stopped the commit. */
export async function findSkippedGate(project: HookProject, commit: CommitAt): Promise<readonly Effect[]> {
  const { place, gitDir, gateConfig: config } = project;
  if (isMarked(readState(gitDir, 'gate'), commit.parents[0] ?? null, readTreeId(place, commit.sha)))
    return [];
  const documents = () =>
    readDocumentsAt(place, `${commit.sha}^`, { config, kinds: ['decisions', 'context'] });
  const facts = judgeFacts({ config, contextPath: null, memory: readMemory(project.repository), documents });
  const change = await readChange(commit, config, async (names) => readObjects(place, names));
  const { gate } = judgeChange(change, facts);
  return isBlocked(gate) ? [{ kind: 'say', text: describeSkippedGate(gate) }] : [];
}

const isMarked = (mark: unknown, parent: string | null, tree: string | null): boolean =>
  typeof mark === 'object' &&
  mark !== null &&
  'parent' in mark &&
  'tree' in mark &&
  mark.parent === parent &&
  mark.tree === tree;
