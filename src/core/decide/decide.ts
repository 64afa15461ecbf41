// A new decision as edits of the documents that keep decisions: the entry in its log's own style, what lists
// it, and the link from what it replaces.
import { type Dating, UNDATED } from '../dates/day.ts';
import { formOf, readEntries } from '../decisions/decisions.ts';
import { type Entry, sourceOf } from '../decisions/entry.ts';
import { logOf } from '../decisions/paths.ts';
import { guardCode, withGuard } from '../guards/write.ts';
import { type BlockLine, scanBlocks } from '../markdown/blocks.ts';
import { escapeInline } from '../markdown/inline.ts';
import { applyEdits, lineEndingOf } from '../markdown/lines.ts';
import type { Document, Edit } from '../types.ts';
import { insertHeading, type TitledDecision } from './heading.ts';
import { insertItem } from './item.ts';
import { nameLike } from './like.ts';
import { anchorOf, headerEdits, type ListedPair, listingEdits } from './listing.ts';
import {
  chooseLog,
  digitsOf,
  fileName,
  findEntry,
  type Log,
  newestOf,
  nextId,
  nextNumber,
  referenceLike,
  referenceTo,
} from './log.ts';
import { writeRecord } from './record.ts';
import { insertRow } from './row.ts';
import { supersedeEdits } from './supersede.ts';

export type Request = {
  readonly title: string;
  readonly chosen: string;
  readonly rationale: string;
  /** The number of the decision that it replaces; null: none. */
  readonly supersedes: string | null;
  /** As `parseGuard` reads them. */
  readonly guards?: readonly string[];
  /** ISO 8601 with an offset. */
  readonly now: string;
};

/** A file as it is to be; `before` null: a new one. */
export type WrittenFile = { readonly path: string; readonly before: string | null; readonly text: string };

/** The first file is the one with the new decision. `documents`: all that may hold or list decisions, the
 * preferred one first; `fallback`: where a log is made when there is none. Null: what is to be replaced is
 * not there. */
export function writeDecision(
  documents: readonly Document[],
  request: Request,
  fallback: string,
): readonly WrittenFile[] | null {
  const log = chooseLog(readEntries(documents), request.supersedes, documents);
  if (log === null)
    return request.supersedes === null ? [startLog(documents, saidOf(request, null), fallback)] : null;
  const old = request.supersedes === null ? null : (findEntry(log.entries, request.supersedes) ?? null);
  const { dating } = sourceOf(documentAt(log, log.sample.decision.path));
  const said = saidOf(request, old === null ? null : referenceIn(log, old), dating);
  const { kind } = log.sample;
  if (kind === 'record') return addRecord(log, old, said);
  return addEntry(log, { kind, old }, kind === 'heading' ? said : withGuardsInside(said));
}

// A row and an item have no line for it.
const withGuardsInside = ({ guards, rationale, ...said }: TitledDecision): TitledDecision => ({
  ...said,
  guards: [],
  rationale: guards.reduce(withGuard, rationale),
});

const saidOf = (
  { title, chosen, rationale, guards = [], now: iso }: Request,
  supersedes: string | null,
  dating: Dating = UNDATED,
): TitledDecision => ({
  title: escapeInline(title),
  chosen: escapeInline(chosen),
  rationale: escapeInline(rationale),
  supersedes,
  guards: guards.map(guardCode),
  now: { iso, dating },
});

const INSERT = { heading: insertHeading, row: insertRow, item: insertItem } as const;

type Addition = { readonly kind: keyof typeof INSERT; readonly old: Entry | null };

function addEntry(log: Log, { kind, old }: Addition, said: TitledDecision): WrittenFile[] {
  const document = documentAt(log, log.sample.decision.path);
  const lines = scanBlocks(document.text);
  const { at, text } = INSERT[kind](log, lines, said);
  const edits = [
    ...(old === null ? [] : supersedeEdits(old, document.text, nextReference(log, said))),
    { start: at, end: at, text },
    ...headerEdits(log, lines, said.now),
    ...(kind === 'heading' ? listingEdits(log, document.text, listedHeadings(log, lines, said)) : []),
  ];
  return [edited(document, edits)];
}

function addRecord(log: Log, old: Entry | null, said: TitledDecision): WrittenFile[] {
  const record = writeRecord(log, documentAt(log, log.sample.decision.path).text, said);
  const link = `[${nextId(log) ?? said.title}](${fileName(record.path)})`;
  return [
    { ...record, before: null },
    ...(old === null ? [] : [replaced(documentAt(log, old.decision.path), old, link)]),
    ...listedFiles(log, record.path, said),
  ];
}

const replaced = (document: Document, old: Entry, link: string): WrittenFile =>
  edited(document, supersedeEdits(old, document.text, link));

function listedHeadings(log: Log, lines: readonly BlockLine[], { title, now }: TitledDecision): ListedPair {
  const { id, title: oldTitle, line } = newestOf(log).decision;
  const heading = lines[line - 1]?.content ?? '';
  const next = nameLike(
    heading,
    { number: digitsOf(id), title: oldTitle },
    { number: nextNumber(log), title, now },
  );
  return {
    old: { title: oldTitle, target: anchorOf(heading), now },
    next: { title, target: anchorOf(next), now },
  };
}

// The directory's index: its readme, a list.
function listedFiles(log: Log, path: string, { title, now }: TitledDecision): WrittenFile[] {
  const newest = newestOf(log).decision;
  const pair = {
    old: { title: newest.title, target: fileName(newest.path), now },
    next: { title, target: fileName(path), now },
  };
  return log.documents
    .filter((document) => formOf(document) === 'none' && logOf(document.path) === logOf(path))
    .map((document) => edited(document, listingEdits(log, document.text, pair)))
    .filter(({ before, text }) => before !== text);
}

const referenceIn = (log: Log, entry: Entry): string => {
  const line = scanBlocks(documentAt(log, entry.decision.path).text)[entry.decision.line - 1];
  return referenceTo(entry, line?.content ?? '');
};

const nextReference = (log: Log, { title, now }: TitledDecision): string =>
  referenceLike(log, referenceIn(log, log.sample), { title, day: now.iso.slice(0, 10) });

const documentAt = ({ documents }: Log, path: string): Document =>
  documents.find((document) => document.path === path) ?? { path, text: '' };

const edited = ({ path, text }: Document, edits: readonly Edit[]): WrittenFile => ({
  path,
  before: text,
  text: applyEdits(text, edits),
});

/** `fallback`: the path of a log that is still to be made. */
function startLog(
  documents: readonly Document[],
  said: TitledDecision,
  fallback: string,
): Document & { before: string | null } {
  const log = documents.find((document) => formOf(document) === 'log');
  const before = log?.text ?? null;
  const eol = lineEndingOf(before ?? '');
  const start = before === null || before.trim() === '' ? `# Decisions${eol}` : before;
  const gap = /[\r\n]$/.test(start) ? '' : eol;
  const text = `${start}${gap}${eol}${firstEntry(said).join(eol)}${eol}`;
  return { path: log?.path ?? fallback, before, text };
}

const firstEntry = ({ title, chosen, rationale, guards, now }: TitledDecision): string[] => [
  `## Decision 1: ${title}`,
  '',
  `**Date:** ${now.iso.slice(0, 10)}  `,
  `**Chosen:** ${chosen}  `,
  `**Rationale:** ${rationale}${guards.length > 0 ? '  ' : ''}`,
  ...guards.map((guard, at) => `**Guard:** ${guard}${at < guards.length - 1 ? '  ' : ''}`),
];
