// Reads the decisions of a project: logs in one file, directories with a file a decision, sections of the
// context file.
import { type BlockLine, scanBlocks } from '../markdown/blocks.ts';
import type { Decision, Document } from '../types.ts';
import { createEntry, type Entry, type Source, sourceOf } from './entry.ts';
import { findEntryHeadings } from './headings.ts';
import { type Identity, meansId, parseIdentity, stripMarks } from './identity.ts';
import { roleOf } from './labels.ts';
import { hasEntries, isAboutDecisions, readContextLog, readLog } from './log.ts';
import { type Part, readParts } from './parts.ts';
import { baseName, isInDirectory } from './paths.ts';
import { headStamps } from './stamps.ts';
import { linkDecisions } from './succession.ts';
import { isAsideFile } from './templates.ts';

/** How a document keeps decisions; `none`: a directory's index or template. */
export type DocumentForm = 'log' | 'record' | 'context' | 'none';

/** All decisions that documents of the kinds decisions and context hold, in their order, links resolved both
 * ways. */
export const readDecisions = (documents: readonly Document[]): Decision[] =>
  linkDecisions(readEntries(documents).map(({ decision }) => decision));

export const readEntries = (documents: readonly Document[]): Entry[] =>
  documents.flatMap((document) => ENTRIES[formOf(document)](document));

/** Whether a document has any. */
export function hasDecisions(document: Document): boolean {
  const form = formOf(document);
  return form === 'log' ? hasEntries(document) : ENTRIES[form](document).length > 0;
}

const ENTRIES: Readonly<Record<DocumentForm, (document: Document) => Entry[]>> = {
  log: readLog,
  record: (document) => [readRecord(document)],
  context: readContextLog,
  none: () => [],
};

const LOG_NAME = /^(?:.*[-_ ])?(?:decisions?|adrs?|log|journal|register|records?)$/i;
const CONTEXT_NAME =
  /context|hand[-_]?o(?:ff|ver)|memory|state|status|progres|session|roadmap|todo|estado|avance|traspaso|stand|dev[-_]?log|work[-_]?log|[\u3000-\ud7ff]/i;

/** `2025-12.md` may hold all decisions of a month. */
const PERIOD = /^\d{4}(?:[-_.]?(?:\d{2}|q[1-4]))?$/i;

export function formOf({ path, text }: Document): DocumentForm {
  const name = baseName(path);
  if (!isInDirectory(path))
    return isAboutDecisions(name) || (!CONTEXT_NAME.test(name) && isLog(text)) ? 'log' : 'context';
  if (isAsideFile(name)) return 'none';
  if (/\d/.test(name) && !PERIOD.test(name)) return 'record';
  return LOG_NAME.test(name) || hasSeveral(text) ? 'log' : 'record';
}

// A document of another name is a log when it says so itself.
const isLog = (text: string): boolean =>
  isAboutDecisions(/^#\s+(.*)$/m.exec(text.slice(0, 2000))?.[1] ?? '') || hasSeveral(text);

// A record has numbered sections at most; a log has headings that are decisions by their words or dates.
const hasSeveral = (text: string): boolean =>
  findEntryHeadings(headStamps(scanBlocks(text))).filter(({ identity }) => identity?.prefix || identity?.date)
    .length > 1;

// A file of a decision directory: one record, named, numbered or dated.
function readRecord(document: Document): Entry {
  const { path, text } = document;
  const source = sourceOf(document);
  const lines = scanBlocks(text);
  const front = lines.filter((line) => line.kind === 'front').flatMap(frontField);
  const titleAt = lines.findIndex((line) => line.kind === 'heading' && line.level === 1);
  const heading = lines[titleAt]?.content ?? front.find(({ label }) => label === 'title')?.text ?? '';
  const identity = recordIdentity(source, heading);
  const body = lines.filter((line, index) => line.kind !== 'front' && index !== titleAt);
  const title = stripMarks(heading) || baseName(path);
  return createEntry({
    kind: 'record',
    ...source,
    line: titleAt < 0 ? 1 : titleAt + 1,
    to: lines.length,
    identity,
    heading,
    title,
    parts: [...front, ...readParts(body)],
  });
}

// `status: accepted` of a YAML front matter.
function frontField(line: BlockLine): Part[] {
  const [, label = '', value = ''] = /^([\w-]+):\s*(.*)$/s.exec(line.text) ?? [];
  const text = value.replace(/^["'[]|["'\]]$/g, '').trim();
  return label === '' || text === ''
    ? []
    : [
        {
          label: label.toLowerCase(),
          role: roleOf(label.replace(/[-_]/g, ' ')) ?? 'meta',
          text,
          isNested: false,
        },
      ];
}

// The heading's number where it agrees with the file's: `# Next.js 15` in `006-frontend.md` is decision 006.
function recordIdentity({ path, dating }: Source, heading: string): Identity | null {
  const named = parseIdentity(
    baseName(path)
      .replace(/^([a-z]+)[-_](?=\d)/i, '$1-')
      .replace(/^(\d{4}-\d{2}-\d{2}|.*?\d)(?<!(?<!\d)(?:19|20)\d{2}(?=-\d{2}-))[-_]/, '$1: '),
  );
  const titled = parseIdentity(heading, dating);
  if (named === null || named.id === null) return titled;
  if (titled?.id != null && (meansId(titled.id, named.id) || meansId(named.id, titled.id)))
    return { ...titled, id: titled.prefix === '' ? named.id : titled.id };
  return { ...named, title: stripMarks(heading) };
}
