// The draft of an update, computed from what is owed and from the documents as they are on disk.
import { formatISO } from 'date-fns';
import { readDecisions } from '../core/decisions/decisions.ts';
import type { Answers } from '../core/draft/index.ts';
import { draftUpdate } from '../core/draft/update.ts';
import { once } from '../core/memo.ts';
import type { Draft } from '../core/types.ts';
import { readDocuments } from './documents.ts';
import type { Ledger } from './ledger.ts';
import { readRangeDocuments } from './range-documents.ts';
import type { Session } from './session.ts';
import type { Home } from './territories.ts';

/** Throws Problem (3) where the file cannot be edited: conflict markers, no text. */
export async function readDraft(
  { now }: Session,
  project: Home,
  { context, open, light, listed }: Ledger,
  answers?: Answers,
): Promise<Draft> {
  const isTold = new Map([...open, ...light].map((owed) => [owed.commit.sha, owed]));
  const told = listed.flatMap(({ sha }) => isTold.get(sha) ?? []);
  const facts = {
    now: formatISO(now),
    ...(await readRangeDocuments(project, told, context.path)),
    committed: context.committed,
    phases: readDocuments(project, ['phases']),
    decisions: once(() => readDecisions(readDocuments(project, ['decisions', 'context']))),
    ...(answers === undefined ? {} : { answers }),
  };
  const draft = draftUpdate({ path: context.path, text: context.text }, told, facts, project.config);
  return { ...draft, before: context.onDisk };
}
