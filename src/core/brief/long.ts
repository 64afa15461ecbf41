// What a brief reads of a context file that is far too long.
import { splitLines } from '../markdown/lines.ts';

/** Characters. */
const LONGEST_READ = 1_000_000;

/** 1-based, the last one included. */
export type Unread = { readonly from: number; readonly to: number };

/** The same lines, those in the middle of a longer text left empty. */
export function withoutMiddle(text: string): { readonly text: string; readonly unread?: Unread } {
  const half = LONGEST_READ / 2;
  const [from, to] = [half, text.length - half].map((at) => lineStart(text, at)) as [number, number];
  if (from >= to) return { text };
  const first = splitLines(text.slice(0, from)).length + 1;
  const middle = text.slice(from, to).replace(/[^\r\n]+/g, '');
  return {
    text: text.slice(0, from) + middle + text.slice(to),
    unread: { from: first, to: first + splitLines(middle).length - 1 },
  };
}

const lineStart = (text: string, at: number): number =>
  Math.max(text.lastIndexOf('\n', at - 1), text.lastIndexOf('\r', at - 1)) + 1;
