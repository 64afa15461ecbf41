// The draft of an update, computed from what is owed and from the documents as they are on disk.
import { formatISO } from 'date-fns';
import { readDecisions } from '../core/decisions/decisions.ts';
import type { Answers } from '../core/draft/index.ts';
import { draftUpdate } from '../core/draft/update.ts';
import { once } from '../core/memo.ts';
import type { Draft } from '../core/types.ts';
import { readDocuments } from './documents.ts';
import type { Ledger } from './ledger.ts';
import type { Project } from './project.ts';
import type { Session } from './session.ts';

/** Throws Problem (3) where the file cannot be edited: conflict markers, no text. */
export function readDraft(
  { now }: Session,
  project: Project,
  { context, open }: Ledger,
  answers?: Answers,
): Draft {
  const facts = {
    now: formatISO(now),
    committed: context.committed,
    phases: readDocuments(project, ['phases']),
    decisions: once(() => readDecisions(readDocuments(project, ['decisions', 'context']))),
    ...(answers === undefined ? {} : { answers }),
  };
  const draft = draftUpdate({ path: context.path, text: context.text }, open, facts, project.config);
  return { ...draft, before: context.onDisk };
}
