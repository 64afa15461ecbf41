// Where guards are written: lines `Guard:` of decisions, of what not to do and of standards, in the
// document's own style.
import type { Config } from '../config/defaults.ts';
import { isDocument, mayDecideIn } from '../config/documents.ts';
import { placesOf, readContext } from '../context/context.ts';
import { readEntries } from '../decisions/decisions.ts';
import type { Entry } from '../decisions/entry.ts';
import { isPlaceholder } from '../decisions/placeholders.ts';
import { linkDecisions } from '../decisions/succession.ts';
import { type BlockLine, scanBlocks } from '../markdown/blocks.ts';
import { oneLine, plainText } from '../markdown/inline.ts';
import { indentOf } from '../markdown/items.ts';
import { cellsOf } from '../markdown/tables.ts';
import type { Decision, Document } from '../types.ts';
import { type Guard, type InvalidGuard, parseGuard, type Source } from './guard.ts';

export type Guards = { readonly guards: readonly Guard[]; readonly invalid: readonly InvalidGuard[] };

export const NO_GUARDS: Guards = { guards: [], invalid: [] };

/** Of all documents that may hold some; those that are no longer in force too. */
export function readGuards(documents: readonly Document[], config: Config): Guards {
  const wanted = documents.filter(({ text }) => MAY_GUARD.test(text));
  if (wanted.length === 0) return NO_GUARDS;
  const entries = documents
    .filter(({ path }) => mayDecideIn(path, config))
    .map((document) => ({ path: document.path, entries: readEntries([document]) }));
  const linked = linkDecisions(entries.flatMap((one) => one.entries.map(({ decision }) => decision)));
  let at = 0;
  const owners = new Map(
    entries.map(({ path, entries: own }) => [
      path,
      own.map((entry): Owner => ({ entry, decision: linked[at++] ?? entry.decision })),
    ]),
  );
  const found = wanted.flatMap((document) => guardsIn(document, owners.get(document.path) ?? [], config));
  return {
    guards: found.filter((one) => 'form' in one),
    invalid: found.filter((one) => 'reason' in one),
  };
}

const MAY_GUARD = /\bguards?\b/i;

type Owner = { readonly entry: Entry; readonly decision: Decision };

function guardsIn(document: Document, owners: readonly Owner[], config: Config): (Guard | InvalidGuard)[] {
  const lines = scanBlocks(document.text);
  const isHeld = heldLines(document, config);
  const below = itemsBelowLabels(lines);
  return lines.flatMap((_, index) => {
    const texts = saidAt(lines, index, below);
    if (texts.length === 0) return [];
    const owner = owners.findLast(
      ({ entry }) => entry.kind === 'record' || (entry.decision.line <= index + 1 && index < entry.to),
    );
    const isExpected = owner !== undefined || isHeld(index + 1);
    const source = sourceOf(document, { lines, index }, owner);
    return texts.flatMap((text): (Guard | InvalidGuard)[] => {
      const rule = parseGuard(text);
      if (/[‹›…]/.test(text)) return [];
      if (!('reason' in rule)) return [{ ...rule, ...source }];
      // `{js,ts}` of a glob looks like one.
      if (isPlaceholder(text)) return [];
      const isMeant = isExpected || /^[\s`]*(?:forbid|require)\b/i.test(text);
      return isMeant ? [{ ...rule, path: source.path, line: source.line, text: oneLine(text) }] : [];
    });
  });
}

// In a context file a `Guard:` elsewhere may be about anything.
function heldLines({ path, text }: Document, config: Config): (line: number) => boolean {
  if (!isDocument('context', path, config)) return () => true;
  const context = readContext(text);
  const held = (['doNot', 'standards'] as const).flatMap((role) =>
    placesOf(context, role).flatMap(({ items }) => items.map(({ line }) => line)),
  );
  const lines = new Set(held);
  return (line) => lines.has(line);
}

const READ: ReadonlySet<BlockLine['kind']> = new Set(['item', 'text', 'quote', 'table']);
const LABEL =
  /(?:^|[.;!?。！？—–(](?:\*\*|__|\*|_)?\s*|(?:\*\*|__)\s+|\s-\s|<br\s*\/?>\s*)(?:>\s*)?(?:\*\*|__|\*|_)?guards?\s?(?:(?:\*\*|__|\*|_)\s?:|:(?:\*\*|__|\*|_)?)\s*(.*)$/i;

/** What stands behind the label on that line, or below a label that has nothing behind it. */
function saidAt(lines: readonly BlockLine[], index: number, below: ReadonlySet<number>): string[] {
  const line = lines[index];
  if (line === undefined || !READ.has(line.kind)) return [];
  if (line.kind === 'table') return saidInRow(lines, index);
  const text = LABEL.exec(line.content)?.[1];
  if (text !== undefined) return splitGuards(joined(lines, index, text));
  return below.has(index) ? splitGuards(joined(lines, index, line.content)) : [];
}

// A long guard is wrapped as any other prose.
function joined(lines: readonly BlockLine[], index: number, text: string): string {
  if (text.trim() === '') return text;
  const rest: string[] = [text];
  for (let at = index + 1; at < lines.length && lines[at]?.kind === 'text'; at++) {
    const next = lines[at]?.content ?? '';
    if (LABEL.test(next) || /^(?:\*\*|__)?[\p{L}][^:]{0,40}:/u.test(next)) break;
    rest.push(next);
  }
  const whole = rest.join(' ');
  return rest.length > 1 && 'reason' in parseGuard(whole) && !('reason' in parseGuard(text)) ? text : whole;
}

function itemsBelowLabels(lines: readonly BlockLine[]): ReadonlySet<number> {
  const below = new Set<number>();
  for (const [index, { kind }] of lines.entries())
    if (kind === 'item' && isBelowLabel(lines, index, below)) below.add(index);
  return below;
}

// `Guards:` or `### Guards` with a list below. `known`: those of the items above.
function isBelowLabel(lines: readonly BlockLine[], index: number, known: ReadonlySet<number>): boolean {
  const own = indentOf(lines[index]?.text ?? '');
  for (let at = index - 1; at >= 0; at--) {
    const line = lines[at];
    if (line === undefined || line.kind === 'blank') continue;
    if (line.kind === 'heading') return /^guards?\s*:?$/i.test(plainText(line.content));
    if (line.kind === 'item' && indentOf(line.text) >= own) {
      if (indentOf(line.text) > own) continue;
      return LABEL.exec(line.content)?.[1]?.trim() !== '' && known.has(at);
    }
    if (line.kind === 'text' && /^\s/.test(line.text) && LABEL.exec(line.content) === null) continue;
    return LABEL.exec(line.content)?.[1]?.trim() === '';
  }
  return false;
}

// `| Guard | forbid import x |`, a column named Guard, or a cell that says it in full.
function saidInRow(lines: readonly BlockLine[], index: number): string[] {
  const cells = cellsOf(lines[index]?.text ?? '').map((cell) => cell.replace(/\\\|/g, '|'));
  if (/^guards?:?$/i.test(plainText(cells[0] ?? '')) && cells.length === 2)
    return splitGuards(cells[1] ?? '');
  let head = index;
  while (lines[head - 1]?.kind === 'table') head--;
  const column = cellsOf(lines[head]?.text ?? '').findIndex((cell) => /^guards?$/i.test(plainText(cell)));
  const isBody = index > head + 1;
  if (isBody && column >= 0)
    return splitGuards(cells[column] ?? '').filter((text) => !/^[\s—–-]*$/.test(text));
  return cells.flatMap((cell) => splitGuards(LABEL.exec(cell)?.[1] ?? ''));
}

// `` `forbid import a`, `forbid import b` `` are two; one may also have its name or glob as code alone.
function splitGuards(text: string): string[] {
  const spans = [...text.matchAll(/(?<!`)(`+)(?!`)\s*((?:forbid|require)\s.*?)\s*\1(?!`)/gi)].map(
    (match) => match[2] ?? '',
  );
  if (spans.length > 0) return spans;
  return text
    .replace(/<br\s*\/?>/gi, ';')
    .split(/;\s*(?=(?:forbid|require)\s)/i)
    .map((one) =>
      one
        .replace(/(?<![)\s])[)\s]+$/, (end) => (one.includes('(') ? end : ''))
        .replace(/`/g, '')
        .trim(),
    )
    .filter((one) => one !== '');
}

type Spot = { readonly lines: readonly BlockLine[]; readonly index: number };

function sourceOf({ path }: Document, spot: Spot, owner: Owner | undefined): Source {
  const line = spot.index + 1;
  if (owner === undefined) return { path, line, decision: null, words: ruleAt(spot), ended: null };
  const { id, title, chosen, status, supersededBy } = owner.decision;
  const ended =
    status === 'stands'
      ? null
      : status === 'superseded'
        ? `superseded by ${supersededBy ?? 'another'}`
        : status;
  return { path, line, decision: { id, title }, words: oneLine(plainText(chosen ?? title)), ended };
}

// The rule that it stands behind, below or beside.
function ruleAt({ lines, index }: Spot): string {
  const own = lines[index];
  const before = (own?.content ?? '').replace(LABEL, '').trim();
  if (before !== '' && own?.kind !== 'table') return oneLine(plainText(before));
  if (own?.kind === 'table') return oneLine(plainText(cellsOf(own.text)[0] ?? ''));
  const indent = indentOf(own?.text ?? '');
  const above = lines
    .slice(0, index)
    .findLast(
      ({ kind, text, content }) =>
        kind === 'heading' ||
        ((kind === 'item' || kind === 'text') &&
          !LABEL.test(content) &&
          (kind === 'text' || indentOf(text) < Math.max(indent, 1))),
    );
  return oneLine(plainText(above?.content ?? ''));
}
