// What the diffs of documents claim: a box that was open before and is ticked now is done, a new open box is
// next, and a phase document whose status came to say done is a phase that is over.
import { foldName } from '../context/roles.ts';
import { type BlockLine, scanBlocks } from '../markdown/blocks.ts';
import { oneLine, plainText } from '../markdown/inline.ts';
import { readItems } from '../markdown/items.ts';
import { type Outline, readOutline } from '../markdown/outline.ts';
import { memoize } from '../memo.ts';
import type { DocumentChange } from '../types.ts';
import { fold } from '../words/lexicon.ts';
import type { Claim } from './claim.ts';
import { saysOver, statedUnits, statusOf } from './stated-units.ts';

const LONGEST_DOCUMENT = 5_000_000;
const LONGEST_ITEM = 2000;
const MOST_CLAIMS = 200;

/** At most a few hundred, in the order of the documents. */
export const readDocumentClaims = (documents: readonly DocumentChange[]): readonly Claim[] =>
  documents.flatMap((one) => [...tickedIn(one), ...openedIn(one), ...phasesOver(one)]).slice(0, MOST_CLAIMS);

type Box = { readonly text: string; readonly isTicked: boolean };

/** Boxes that were open before. */
export function tickedIn({ path, before, after }: DocumentChange): Claim[] {
  if (before === null || after === null || before === after) return [];
  const earlier = boxesOf(before);
  const open = countOf(earlier, false);
  const ticked = countOf(earlier, true);
  const claims: Claim[] = [];
  for (const { text, isTicked } of boxesOf(after)) {
    if (!isTicked) continue;
    if (takeOne(ticked, text) || !takeOne(open, text)) continue;
    claims.push({ kind: 'done', id: null, unit: null, text, source: 'document', quote: text, path });
  }
  return claims;
}

// Each question about a change asks for the boxes of both its texts.
const boxesOf = memoize((text: string): readonly Box[] => {
  if (text.length > LONGEST_DOCUMENT) return [];
  const lines = scanBlocks(text);
  return lines.flatMap(({ marker, content }, at) => {
    const mark = content.length > LONGEST_ITEM ? undefined : /\[([ xX])\]/.exec(marker)?.[1];
    if (mark === undefined) return [];
    const said = oneLine(plainText([content, ...wrapped(lines, at + 1)].join(' ')));
    return [{ text: said, isTicked: mark !== ' ' }];
  });
}, 2);

/** Lines that an item goes on in, at most. */
const MOST_WRAPPED = 8;

function wrapped(lines: readonly BlockLine[], from: number): string[] {
  const rest = lines.slice(from, from + MOST_WRAPPED);
  const end = rest.findIndex(({ kind, text }) => kind !== 'text' || !/^\s/.test(text));
  return rest.slice(0, end < 0 ? rest.length : end).map(({ text }) => text.trim());
}

function countOf(boxes: readonly Box[], isTicked: boolean): Map<string, number> {
  const counts = new Map<string, number>();
  for (const box of boxes)
    if (box.isTicked === isTicked) counts.set(box.text, (counts.get(box.text) ?? 0) + 1);
  return counts;
}

function takeOne(counts: Map<string, number>, text: string): boolean {
  const left = counts.get(text) ?? 0;
  if (left > 0) counts.set(text, left - 1);
  return left > 0;
}

/** Open boxes that are new. */
export function openedIn({ path, before, after }: DocumentChange): Claim[] {
  if (before === null || after === null || before === after) return [];
  const known = new Set(boxesOf(before).map(({ text }) => foldName(text)));
  const opened = boxesOf(after).filter(({ text, isTicked }) => !isTicked && !known.has(foldName(text)));
  return opened.map(({ text }) => ({
    kind: 'next',
    id: null,
    unit: null,
    text,
    source: 'document',
    quote: text,
    path,
  }));
}

/** Characters of a document in which its title and status are. */
const LONGEST_PHASE = 200_000;

const OF_NOBODY = /(?:^|[/._-])(?:templates?|examples?|samples?|fixtures?|archives?)(?:[/._-]|$)/i;

// Units whose own status came to say that they are over and that have no box open; or that the title names,
// where the last box was ticked and every step of the document has its boxes.
function phasesOver(change: DocumentChange): Claim[] {
  const { path, before, after } = change;
  if (
    before === null ||
    after === null ||
    before === after ||
    Math.max(before.length, after.length) > LONGEST_PHASE
  )
    return [];
  if (OF_NOBODY.test(path)) return [];
  const [old, now] = [readOutline(before), readOutline(after)];
  const earlier = statedUnits(old);
  const isWhole = tickedIn(change).length > 0 && !isStatusOpen(now) && coversSteps(now);
  const titled = titleOf(now);
  return [...statedUnits(now)].flatMap(([key, { unit, id, title, isOver, isOpen }]) => {
    const isSaid = isOver && earlier.get(key)?.isOver === false;
    if (isOpen || !(isSaid || (isWhole && titled.startsWith(`${unit} ${id}`)))) return [];
    const quote = `${unit} ${id}${title === '' ? '' : `: ${title}`}`;
    return [{ kind: 'phase-done', id, unit, text: title, source: 'document', quote, path }];
  });
}

const titleOf = ({ sections }: Outline): string =>
  fold(plainText(sections.find(({ level }) => level === 1)?.title ?? ''));

/** Whether a phase document's own status says that it is over, whatever its boxes say. */
export const isDeclaredOver = (text: string): boolean => isStatusDone(readOutline(text));

const isStatusDone = (outline: Outline): boolean => saysOver('phase', statusOf(outline) ?? '');

const isStatusOpen = (outline: Outline): boolean => statusOf(outline) !== null && !isStatusDone(outline);

// `### Step 2: …` without a box may be open still.
function coversSteps({ sections, lines }: Outline): boolean {
  const steps = sections.filter(({ title, level }) => level > 1 && /\d/.test(title));
  const inner = steps.filter(({ from, to }) => !steps.some((one) => one.from > from && one.to <= to));
  const items = readItems(lines, [0, lines.length]).filter(
    ({ kind, depth }) => kind === 'item' && depth === 0,
  );
  return (
    items.every(({ isDone }) => isDone !== null) &&
    inner.every(({ from, to }) => lines.slice(from, to).some(({ marker }) => /\[[xX]\]/.test(marker)))
  );
}
