// Leaves behind, for the shell of agents' hooks, what governs which files: the decisions as they are in the
// work tree.
import { AGENTS } from '../../agents/index.ts';
import { readDecisions } from '../../core/decisions/decisions.ts';
import { GUARD_KINDS, guardsInForce } from '../../core/guards/force.ts';
import { whatGoverns } from '../../core/guards/governs.ts';
import { type Envelope, formatGoverned } from '../../core/guards/table.ts';
import { writeNote } from '../../effects/state.ts';
import { readWorkDocuments } from '../../read/documents.ts';
import { recordsAmong } from '../../read/judge.ts';
import { openProject } from '../../read/project.ts';
import type { Session } from '../session.ts';

/** Says nothing. Throws Problem (3). */
export async function leaveGoverned(session: Session): Promise<''> {
  const project = await openProject(session);
  const documents = readWorkDocuments(project, GUARD_KINDS);
  const decisions = readDecisions(recordsAmong(documents, project.config));
  const governing = whatGoverns(decisions, guardsInForce(documents, project.config));
  writeNote(project.repository.gitDir, 'governed', formatGoverned(governing, documents, ENVELOPES));
  return '';
}

const TEXT = '\u0001';

const ENVELOPES: readonly Envelope[] = AGENTS.flatMap(({ name, formatGoverned: format }) => {
  if (format === null) return [];
  const [head = '', tail = ''] = format(TEXT).split(JSON.stringify(TEXT).slice(1, -1));
  return [{ agent: name, head, tail }];
});
