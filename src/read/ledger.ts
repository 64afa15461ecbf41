// What the context file of a work tree does not account for yet.

import { mapCommitIds } from '../core/draft/index.ts';
import type { Tracking } from '../core/types.ts';
import type { JudgeFacts } from '../core/verdict/judge.ts';
import { readText } from '../effects/files.ts';
import { isIgnored } from '../git/tracking.ts';
import { type Account, readAccount } from './account.ts';
import { readDocuments } from './documents.ts';
import { judgeFacts } from './judge.ts';
import type { Known } from './last-update.ts';
import type { Reach } from './listing.ts';
import { type Memory, readMemory } from './memory.ts';
import type { Project } from './project.ts';
import type { Home } from './territories.ts';

export type ContextText = {
  readonly path: string;
  readonly onDisk: string;
  /** As on disk, with the ids of rewritten commits brought up to date. */
  readonly text: string;
  /** As HEAD has it; what is on disk, where git does not keep the file. */
  readonly committed: string;
  /** Its id in HEAD; null where git does not keep it. */
  readonly blob: string | null;
  /** The commit that HEAD is; null before the first one. */
  readonly head: string | null;
};

export type Ledger = Account & { readonly context: ContextText; readonly memory: Memory };

/** Throws Problem (3): the context file is no text. */
export async function readLedger(
  project: Home,
  { affects, ...reach }: Omit<Reach, 'isCounted' | 'isHistory'> & Pick<JudgeFacts, 'affects'> = {},
): Promise<Ledger> {
  const { contextPath, part } = project;
  const memory = readMemory(project.repository);
  const context = await readContextText(project, contextPath, memory);
  const documents = () => readDocuments(project, ['decisions', 'context']);
  const facts = judgeFacts({ config: project.config, contextPath, documents, affects });
  const account = await readAccount(project, { facts, memory, context, part }, reach);
  return { ...account, context, memory };
}

async function readContextText(
  { objects, top }: Project,
  path: string,
  { rewritten }: Memory,
): Promise<ContextText> {
  const onDisk = readText(top, path) ?? '';
  const [head = null, committed = null] = await objects.find(['HEAD', `HEAD:${path}`]);
  const known = committed?.kind === 'blob' ? committed : null;
  const text = mapCommitIds(onDisk, rewritten, known?.text ?? onDisk);
  return {
    path,
    onDisk,
    text,
    committed: known?.text ?? onDisk,
    blob: known?.id ?? null,
    head: head?.id ?? null,
  };
}

/** How git keeps the context file; asked of git only where HEAD has none. */
export function trackingOf({ place }: Pick<Project, 'place'>, { blob, path }: ContextText): Tracking {
  if (blob !== null) return 'committed';
  return isIgnored(place, path) ? 'ignored' : 'uncommitted';
}

/** What the next search is spared; null where there is nothing to start from. */
export const sinceOf = ({
  context: { head, path },
  lastUpdate: commit,
  start,
  baseline,
}: Ledger): Known | null =>
  head === null || start === null ? null : { head, path, start, baseline, commit };
