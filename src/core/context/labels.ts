// Labels: `**Blockers:** none`, `**Status**: done`, `Next: …`, at the start of a line's content.
import { letters } from '../letters.ts';

export type Label = {
  /** Without its marks and its colon. */
  readonly name: string;
  /** Offset of the value in the text; the text's length where there is none on this line. */
  readonly valueAt: number;
  readonly value: string;
  readonly isBold: boolean;
};

const BOLD = letters`^[^\p{L}\p{N}*_]*(\*\*|__)([^*_:：]{1,60}?)\s*([:：])?\1\s*([:：])?\s*`;
const PLAIN = letters`^[^\p{L}\p{N}*_]*([\p{L}\p{N}][^:：*\x60|[\]()]{0,39}?)\s?[:：](?=\s|$)\s*`;

/** The label that a content starts with; one without a colon counts only when it is bold and alone. */
export function labelOf(content: string): Label | null {
  const bold = BOLD.exec(content);
  if (bold !== null) {
    const value = content.slice(bold[0].length);
    if (bold[3] === undefined && bold[4] === undefined && value.trim() !== '') return null;
    return { name: bold[2] ?? '', valueAt: bold[0].length, value: value.trim(), isBold: true };
  }
  const plain = PLAIN.exec(content);
  if (plain === null) return null;
  const value = content.slice(plain[0].length);
  return { name: plain[1] ?? '', valueAt: plain[0].length, value: value.trim(), isBold: false };
}
