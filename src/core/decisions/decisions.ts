// Reads the decisions of a project: logs in one file, directories with a file a decision, sections of the
// context file.

import { scanBlocks } from '../markdown/blocks.ts';
import type { Decision, Document } from '../types.ts';
import type { Entry } from './entry.ts';
import { findEntryHeadings } from './headings.ts';
import { isAboutDecisions, readContextLog, readLog } from './log.ts';
import { baseName, isInDirectory } from './paths.ts';
import { readRecord } from './record.ts';
import { headStamps } from './stamps.ts';
import { linkDecisions } from './succession.ts';
import { isAsideFile } from './templates.ts';

/** How a document keeps decisions; `none`: a directory's index or template. */
export type DocumentForm = 'log' | 'record' | 'context' | 'none';

/**
 * All decisions that documents of the kinds decisions and context hold, in their order, links resolved both
 * ways.
 */
export const readDecisions = (documents: readonly Document[]): Decision[] =>
  linkDecisions(readEntries(documents).map(({ decision }) => decision));

export const readEntries = (documents: readonly Document[]): Entry[] =>
  documents.flatMap((document) => ENTRIES[formOf(document)](document));

const ENTRIES: Readonly<Record<DocumentForm, (document: Document) => Entry[]>> = {
  log: readLog,
  record: (document) => [readRecord(document)],
  context: readContextLog,
  none: () => [],
};

const LOG_NAME = /^(?:.*[-_ ])?(?:decisions?|adrs?|log|journal|register|records?)$/i;
const CONTEXT_NAME = /context|hand-?o(?:ff|ver)|memory|state|status|progress|session|roadmap|todo/i;

export function formOf({ path, text }: Document): DocumentForm {
  const name = baseName(path);
  if (!isInDirectory(path))
    return isAboutDecisions(name) || (!CONTEXT_NAME.test(name) && isLog(text)) ? 'log' : 'context';
  if (isAsideFile(name)) return 'none';
  if (/\d/.test(name)) return 'record';
  return LOG_NAME.test(name) || hasSeveral(text) ? 'log' : 'record';
}

// A document of another name is a log when it says so itself.
const isLog = (text: string): boolean =>
  isAboutDecisions(/^#\s+(.*)$/m.exec(text.slice(0, 2000))?.[1] ?? '') || hasSeveral(text);

// A record has numbered sections at most; a log has headings that are decisions by their words or dates.
const hasSeveral = (text: string): boolean =>
  findEntryHeadings(headStamps(scanBlocks(text))).filter(({ identity }) => identity?.prefix || identity?.date)
    .length > 1;
