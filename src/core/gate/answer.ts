// What a change and its message answer the gate with: a new decision, a citation, a waiver; or why each falls
// short.
import type { Config, DocumentKind } from '../config/defaults.ts';
import { isDocument } from '../config/documents.ts';
import { createFinder } from '../decisions/citations.ts';
import type { Gap } from '../decisions/complete.ts';
import { formOf, readDecisions, readEntries } from '../decisions/decisions.ts';
import { isDateId } from '../decisions/identity.ts';
import { idsIn } from '../decisions/ids.ts';
import { isAboutDecisions } from '../decisions/log.ts';
import { countWords, isPlaceholder, wordsOnly } from '../decisions/placeholders.ts';
import { linkDecisions } from '../decisions/succession.ts';
import { readTemplates } from '../decisions/templates.ts';
import { countMissing } from '../groups.ts';
import { scanBlocks } from '../markdown/blocks.ts';
import { trailersNamed } from '../message/index.ts';
import type { Change, Decision, Document, DocumentChange, Message } from '../types.ts';
import type { GateContext } from './context.ts';
import { findNewEntries } from './newEntries.ts';

/** Why something that was meant as an answer is none. */
export type Shortfall =
  | { readonly kind: 'incomplete'; readonly decision: Decision; readonly gaps: readonly Gap[] }
  | { readonly kind: 'superseded'; readonly id: string; readonly decision: Decision }
  | { readonly kind: 'unknown'; readonly id: string }
  | { readonly kind: 'unreasoned' };

export type Answer = {
  readonly kind: 'entry' | 'citation' | 'waiver' | null;
  readonly decision: Decision | null;
  readonly waiver: string | null;
  readonly shortfalls: readonly Shortfall[];
  /** The log whose new text counts although its style is not known. */
  readonly unparsed: string | null;
};

/** A quick look at a whole message: whether it can hold a trailer for the gate. */
export const mayAnswer = (message: string): boolean => /^decision(?:-waiver)?\s*:/im.test(message);

export function readAnswer(change: Change, message: Message, context: GateContext): Answer {
  const logs = decisionChanges(change, context.config);
  const decisions = mayDecide(change, message, context.config) ? context.decisions : [];
  const templates = logs.length === 0 ? NONE : templatesFor(logs, context);
  const entries = findNewEntries(logs, { decisions, templates });
  const complete = entries.find(({ gaps }) => gaps.length === 0)?.entry.decision ?? null;
  const unparsed = complete === null ? findUnparsed(logs, context.config) : null;
  const citations = readCitations(message, decisionsBehind(logs, decisions));
  const cited = citations.find(({ kind }) => kind === 'stands')?.decision ?? null;
  const waiver = readWaiver(message);
  const isEntry = complete !== null || unparsed !== null;
  return {
    kind: isEntry ? 'entry' : cited !== null ? 'citation' : waiver?.reason ? 'waiver' : null,
    decision: complete ?? cited,
    waiver: waiver?.reason ?? null,
    unparsed,
    shortfalls: [
      ...entries.map(
        ({ entry, gaps }): Shortfall => ({ kind: 'incomplete', decision: entry.decision, gaps }),
      ),
      ...citations.flatMap(({ shortfall }) => shortfall ?? []),
      ...(waiver?.reason === null ? [{ kind: 'unreasoned' } as const] : []),
    ],
  };
}

const NONE: ReadonlySet<string> = new Set();

// A directory's template is seldom part of the change, a log's own one always.
const templatesFor = (logs: readonly DocumentChange[], { templates }: GateContext): ReadonlySet<string> =>
  new Set([...(templates?.() ?? NONE), ...readTemplates(textsBefore(logs))]);

const textsBefore = (logs: readonly DocumentChange[]): Document[] =>
  logs.flatMap(({ path, before }) => (before === null ? [] : { path, text: before }));

/** The changes of those documents that hold decisions; a context file need not. */
function decisionChanges({ documents }: Change, config: Config): DocumentChange[] {
  const isOf = (kind: DocumentKind, { path, from = path }: DocumentChange) =>
    [path, from].some((name) => isDocument(kind, name, config));
  const isAbout = ({ before, after }: DocumentChange) =>
    [before, after].some((text) => text !== null && isAboutDecisions(text));
  return documents.filter((one) => isOf('decisions', one) || (isOf('context', one) && isAbout(one)));
}

/** All decisions as the change leaves them. */
export const decisionsAfter = (change: Change, { config, decisions }: GateContext): Decision[] =>
  decisionsBehind(decisionChanges(change, config), decisions);

function decisionsBehind(logs: readonly DocumentChange[], decisions: readonly Decision[]): Decision[] {
  const touched = new Set(logs.flatMap(({ path, from = path }) => [path, from]));
  const texts = logs.flatMap(({ path, after }) => (after === null ? [] : { path, text: after }));
  return linkDecisions([...decisions.filter(({ path }) => !touched.has(path)), ...readDecisions(texts)]);
}

/** Whether a change may add a decision, or cites one. */
export const mayDecide = (change: Change, message: Message, config: Config): boolean =>
  trailersNamed(message, 'decision').length > 0 || decisionChanges(change, config).length > 0;

const ENOUGH_SENTENCES = 2;

function findUnparsed(logs: readonly DocumentChange[], config: Config): string | null {
  const log = logs.find(({ path, before, after }) => {
    if (after === null || !isDocument('decisions', path, config)) return false;
    const documents = [before ?? '', after].map((text) => ({ path, text }));
    const isLog = documents.every((document) => formOf(document) === 'log');
    return (
      isLog && readEntries(documents).length === 0 && netSentences(before ?? '', after) >= ENOUGH_SENTENCES
    );
  });
  return log?.path ?? null;
}

type Citation = {
  readonly kind: string;
  readonly decision: Decision | null;
  readonly shortfall: Shortfall | null;
};

/** One for each id of each `Decision:` trailer. */
function readCitations({ trailers }: Message, decisions: readonly Decision[]): Citation[] {
  const cited = trailers.filter(({ key }) => key === 'decision').flatMap(({ value }) => citedIds(value));
  const find = createFinder(decisions);
  return cited.map((id) => {
    const all = find(id);
    // Records of one day are told apart by their files' names.
    const meant = all.length > 1 && isDateId(id) ? [] : all;
    const standing = meant.find(({ status }) => status === 'stands');
    if (standing !== undefined) return { kind: 'stands', decision: standing, shortfall: null };
    const [dead] = meant;
    if (dead === undefined) return { kind: 'unknown', decision: null, shortfall: { kind: 'unknown', id } };
    return { kind: 'superseded', decision: null, shortfall: { kind: 'superseded', id, decision: dead } };
  });
}

// `14`, `D-14, ADR-3`, `14 (why it holds)`, `14 - why`: numbers behind the first word of prose are no
// citations.
function citedIds(value: string): string[] {
  const list = /^[^.;(]{0,80}?(?=\s[–—-]\s|[.;(]|$)/.exec(value)?.[0] ?? value;
  const ids = idsIn(list);
  return ids.length === 0 ? [value.trim()] : ids;
}

/** `reason: null`: there are only empty ones; null: there is no waiver. */
export function readWaiver({ trailers }: Message): { readonly reason: string | null } | null {
  const reasons = trailers.filter(({ key }) => key === 'decision-waiver').map(({ value }) => value.trim());
  if (reasons.length === 0) return null;
  const isReason = (text: string) => !isPlaceholder(text) && text.toLowerCase() !== 'reason';
  return { reason: reasons.find(isReason) ?? null };
}

// For a log whose style is not known: the sentences that a change adds to it.
const FEWEST_WORDS = 4;

/** Sentences of prose added, less those removed. */
const netSentences = (before: string, after: string): number => {
  const known = sentencesOf(before);
  const now = sentencesOf(after);
  return countMissing(now, known) - countMissing(known, now);
};

function sentencesOf(text: string): string[] {
  const prose = scanBlocks(text)
    .map((line) => (['text', 'item', 'quote', 'table'].includes(line.kind) ? line.content : ''))
    .join('\n');
  return prose
    .split(/(?<=[.!?:;])\s+|(?<=[。！？；])|\n{2,}|\n(?=[|*-])/)
    .filter((sentence) => countWords(sentence) >= FEWEST_WORDS && !isPlaceholder(sentence))
    .map(wordsOnly);
}
