// The draft of an update, computed from what is owed and from the documents as they are on disk.
import { formatISO } from 'date-fns/formatISO';
import { readDecisions } from '../core/decisions/decisions.ts';
import {
  type Answers,
  filesOfRange,
  MOST_TEXT,
  type RangeDocument,
  type RangeFile,
} from '../core/draft/index.ts';
import { draftUpdate } from '../core/draft/update.ts';
import { once } from '../core/memo.ts';
import { roadmapPaths } from '../core/phases/plans/index.ts';
import type { Document, Draft, OwedCommit } from '../core/types.ts';
import type { ReadObjects } from '../git/blobs.ts';
import { readDocuments, readPaths } from './documents.ts';
import type { Ledger } from './ledger.ts';
import type { Project } from './project.ts';
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
    phases: readPhaseDocuments(project),
    decisions: once(() => readDecisions(readDocuments(project, ['decisions', 'context']))),
    ...(answers === undefined ? {} : { answers }),
  };
  const draft = draftUpdate({ path: context.path, text: context.text }, told, facts, project.config);
  return { ...draft, before: context.onDisk };
}

/** Documents of phases; where there are none, the roadmaps. */
function readPhaseDocuments(project: Project): readonly Document[] {
  const documents = readDocuments(project, ['phases']);
  return documents.length > 0 ? documents : readPaths(project, roadmapPaths(project.markdown()));
}

// The texts of the documents that a range of commits changed, before and after, as far as their number and
// size allow.
type RangeDocuments = { readonly documents: readonly RangeDocument[]; readonly unread: number };

/** Asked for at once: a text that is too long is read before its length is known. */
const MOST_TOGETHER = 8;

/** `commits` oldest first. A text that git does not have here costs nothing and says nothing. */
export async function readRangeDocuments(
  { objects, config }: Pick<Project, 'objects' | 'config'>,
  commits: readonly OwedCommit[],
  contextPath: string,
): Promise<RangeDocuments> {
  const range = filesOfRange(
    commits.map(({ commit }) => commit),
    contextPath,
    config,
  );
  const documents: RangeDocument[] = [];
  let length = 0;
  for (let at = 0; at < range.files.length && length <= MOST_TEXT; at += MOST_TOGETHER) {
    const files = range.files.slice(at, at + MOST_TOGETHER);
    const texts = await objects.read(files.flatMap(({ blobs }) => blobs));
    for (const [index, { path, sha, isNew }] of files.entries()) {
      const [before = null, after = null] = texts.slice(2 * index, 2 * index + 2);
      length += (before?.length ?? 0) + (after?.length ?? 0);
      if (length > MOST_TEXT) return { documents, unread: range.leftOut + range.files.length - at - index };
      if (after !== null && isNew === (before === null)) documents.push({ path, before, after, sha });
    }
  }
  return { documents: await withVersions(objects.read, documents, range.files), unread: range.leftOut };
}

/** Texts that one document had within a range, at most, and characters of those of all. */
const MOST_VERSIONS = 12;

// All that a document went through, or nothing: one that is missing would give its lines to the next.
async function withVersions(
  read: ReadObjects,
  documents: readonly RangeDocument[],
  files: readonly RangeFile[],
): Promise<RangeDocument[]> {
  const earlier = new Map(files.map((file) => [file.path, file.earlier]));
  const found: RangeDocument[] = [];
  let left = MOST_TEXT;
  for (const document of documents) {
    const versions = earlier.get(document.path) ?? [];
    left -= versions.length * (document.after?.length ?? 0);
    const isRead = versions.length > 0 && versions.length <= MOST_VERSIONS && left >= 0;
    const texts = isRead ? await read(versions.map(({ blob }) => blob)) : [];
    const known = versions.flatMap(({ sha }, at) => (texts[at] == null ? [] : [{ sha, text: texts[at] }]));
    found.push(known.length === versions.length ? { ...document, versions: known } : document);
  }
  return found;
}
