// What the diffs of documents claim: a box that was open before and is ticked now is done.
import { scanBlocks } from '../markdown/blocks.ts';
import { oneLine, plainText } from '../markdown/inline.ts';
import type { DocumentChange } from '../types.ts';
import type { Claim } from './claim.ts';

const LONGEST_DOCUMENT = 5_000_000;
const LONGEST_ITEM = 2000;
const MOST_CLAIMS = 200;

/** At most a few hundred, in the order of the documents. */
export const readDocumentClaims = (documents: readonly DocumentChange[]): readonly Claim[] =>
  documents.flatMap(tickedIn).slice(0, MOST_CLAIMS);

type Box = { readonly text: string; readonly isTicked: boolean };

function tickedIn({ path, before, after }: DocumentChange): Claim[] {
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

function boxesOf(text: string): Box[] {
  if (text.length > LONGEST_DOCUMENT) return [];
  return scanBlocks(text).flatMap(({ marker, content }) => {
    const mark = content.length > LONGEST_ITEM ? undefined : /\[([ xX])\]/.exec(marker)?.[1];
    return mark === undefined ? [] : [{ text: oneLine(plainText(content)), isTicked: mark !== ' ' }];
  });
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
