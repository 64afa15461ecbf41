// Logs in blocks, as assistants' memory banks keep them: a line of date, time and title, above or below the
// heading `Decision`, and the sections of one decision after it at that heading's own level.
import { indexFrom } from '../groups.ts';
import type { BlockLine } from '../markdown/blocks.ts';
import { isLabel, roleOf } from './labels.ts';

// [2026-02-16 20:26:15] - **Several map providers**
const STAMP =
  /^(?:\*\*|`)?\[?\d{4}-\d\d-\d\d[ T]?(?:\d\d:\d\d(?::\d\d)?)?[^\]\w*]{0,4}\]?(?:\*\*|`)?\s*[-–—:]\s+(?=\S)(.*)$/;

export const isStamp = ({ kind, content }: BlockLine): boolean => kind === 'text' && STAMP.test(content);

// A block is around the sections that follow it, though they stand at its own level.
const ABOVE = 0.5;

/** The same lines, each block's first one a heading with the stamp for its text. */
export function headStamps(lines: readonly BlockLine[]): readonly BlockLine[] {
  const stamps = lines.flatMap((line, index) => (isStamp(line) ? [index] : []));
  if (stamps.length === 0) return lines;
  const headed = [...lines];
  for (const index of stamps) {
    const line = headed[index];
    const next = lines[indexFrom(lines, index + 1, ({ kind }) => kind !== 'blank')];
    let before = index - 1;
    while (lines[before]?.kind === 'blank') before--;
    const above = lines[before];
    if (line === undefined) continue;
    if (above !== undefined && isDecisionHeading(above)) {
      const title = STAMP.exec(line.content)?.[1] ?? '';
      headed[before] = { ...above, level: above.level - ABOVE, content: line.content };
      headed[index] = { ...line, content: title, text: title };
    } else if (next?.kind === 'heading' && isLabel(next.content))
      headed[index] = { ...line, kind: 'heading', level: next.level - ABOVE };
  }
  return headed;
}

// `## Decision`, `### Decision (Architect)`
export const isDecisionHeading = ({ kind, content }: BlockLine): boolean =>
  kind === 'heading' &&
  isLabel(content.replace(/(?<!\s)\s*\([^()]*\)\s*$/, '')) &&
  roleOf(content) === 'decision';
