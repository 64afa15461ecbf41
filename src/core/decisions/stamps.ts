// Logs in blocks, as assistants' memory banks keep them: a line of date, time and title, above or below the
// heading `Decision`, and the sections of one decision after it at that heading's own level.
import { indexFrom } from '../groups.ts';
import { letters } from '../letters.ts';
import type { BlockLine } from '../markdown/blocks.ts';
import { parseIdentity } from './identity.ts';
import { isLabel, roleOf } from './labels.ts';

// [2026-02-16 20:26:15] - **Several map providers**
const STAMP =
  /^(?:\*\*|`)?\[?\d{4}-\d\d-\d\d[ T]?(?:\d\d:\d\d(?::\d\d)?)?[^\]\w*]{0,4}\]?(?:\*\*|`)?\s*[-–—:]\s+(?=\S)(.*)$/;

export const isStamp = ({ kind, content }: BlockLine): boolean => kind === 'text' && STAMP.test(content);

/** What a stamp is of; null: the text has none. */
export const stampTitle = (content: string): string | null => STAMP.exec(content)?.[1] ?? null;

/** `marker` of a heading that opens a block. */
export const BLOCK = 'block';

// A block is around the sections that follow it, though they stand at its own level.
const ABOVE = 0.5;
const HIGHEST = 2;

/** The same lines, each block's first one a heading with the stamp, or the first point, for its text. */
export function headStamps(lines: readonly BlockLine[]): readonly BlockLine[] {
  const stamps = lines.flatMap((line, index) => (isStamp(line) ? [index] : []));
  const opening = lines.flatMap((line, index) => (isDecisionHeading(line) ? [index] : []));
  if (stamps.length === 0 && opening.length < 2) return lines;
  const levels = opening.map((index) => lines[index]?.level ?? HIGHEST);
  const block: Opening = { kind: 'heading', marker: BLOCK, level: Math.min(HIGHEST, ...levels) - ABOVE };
  const headed = [...lines];
  for (const index of stamps) headStamp(headed, index, block);
  for (const index of opening) if (headed[index]?.marker !== BLOCK) headPoint(headed, index, block);
  return headed;
}

type Opening = Pick<BlockLine, 'kind' | 'marker' | 'level'>;

function headStamp(lines: BlockLine[], index: number, block: Opening): void {
  const line = lines[index];
  const above = lines[lines.findLastIndex(({ kind }, at) => at < index && kind !== 'blank')];
  if (line === undefined) return;
  if (above !== undefined && isDecisionHeading(above)) {
    const title = stampTitle(line.content) ?? '';
    lines[lines.indexOf(above)] = { ...above, ...block, content: line.content };
    lines[index] = { ...line, content: title, text: title };
    return;
  }
  if (isClosing(lines, index)) return;
  const next = lines[indexFrom(lines, index + 1, ({ kind }) => kind !== 'blank')];
  if (next?.kind === 'heading' && isLabel(next.content)) lines[index] = { ...line, ...block };
  else if (TIMED.test(line.content) && !isInEntry(lines, index)) lines[index] = { ...line, ...block };
}

// Below the last section of a decision, with nothing of its own: it says when that one was done.
function isClosing(lines: readonly BlockLine[], index: number): boolean {
  const next = lines[indexFrom(lines, index + 1, ({ kind }) => kind !== 'blank')];
  const at = lines.findLastIndex(
    ({ kind }, before) => before < index && (kind === 'heading' || kind === 'rule'),
  );
  const above = lines[at];
  const isAlone = next === undefined || next.kind === 'rule' || isStamp(next) || isDecisionHeading(next);
  const isSection = above?.kind === 'heading' && above.marker !== BLOCK && !isDecisionHeading(above);
  return (
    isAlone &&
    isSection &&
    roleOf(above.content) !== null &&
    lines.slice(at + 1, index).some(({ kind }) => kind === 'item' || kind === 'text')
  );
}

// `[2026-02-16 20:26:15] - Maps are cached` with nothing but its points below it.
const TIMED = /^(?:\*\*|`)?\[\d{4}-\d\d-\d\d[ T]\d\d:\d\d(?!.*\blog of updates\b)/i;

const isInEntry = (lines: readonly BlockLine[], index: number): boolean => {
  const around = lines[lines.findLastIndex(({ kind }, at) => at < index && kind === 'heading')];
  return around !== undefined && around.marker !== BLOCK && parseIdentity(around.content) !== null;
};

// `## Decision` over points that bear no stamp, with `## Rationale` beside it.
function headPoint(lines: BlockLine[], index: number, block: Opening): void {
  const heading = lines[index];
  const at = indexFrom(lines, index + 1, ({ kind }) => kind !== 'blank');
  const beside = lines[indexFrom(lines, index + 1, ({ kind }) => kind === 'heading')];
  const said = lines[at];
  if (heading === undefined || said === undefined || !/^(?:item|text)$/.test(said.kind)) return;
  const isAnswered = beside?.level === heading.level && roleOf(beside.content) === 'rationale';
  const around = lines.findLast(
    ({ kind, level }, i) => i < index && kind === 'heading' && level < heading.level,
  );
  const lastAt = lines.findLastIndex(({ kind }, i) => i < index && kind === 'heading');
  const isParted = lines.slice(lastAt + 1, index).some(({ kind }) => kind === 'rule');
  const isOwn =
    (lines[lastAt]?.marker === BLOCK && !isParted) ||
    (around !== undefined && around.marker !== BLOCK && around.level > 1);
  if (!letters`\p{L}`.test(said.content) || !isAnswered || isOwn) return;
  lines[index] = { ...heading, ...block, content: said.content };
}

// `## Decision`, `### Decision (Architect)`
export const isDecisionHeading = ({ kind, content }: BlockLine): boolean =>
  kind === 'heading' &&
  isLabel(content.replace(/(?<!\s)\s*\([^()]*\)\s*$/, '')) &&
  roleOf(content) === 'decision';
