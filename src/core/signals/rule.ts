// The shape of a rule, and the few ways in which rules find their evidence.
import { trailersNamed } from '../message/index.ts';
import type { Facts, FileFact } from './facts.ts';

/** What a rule found: the words, the path, the numbers. */
export type Found = {
  readonly evidence: string;
  /** The share of the rule's weight that it earns, 0 to 1, or `BY_TRAILER`; absent: all of it. */
  readonly strength?: number | undefined;
};

export type Rule = {
  readonly name: string;
  /** Added when it applies; 1 alone deserves a record, a negative one speaks against it. */
  readonly weight: number;
  /** Recorded at once, whatever the debt. */
  readonly isUrgent: boolean;
  /** One sentence for `why` and for the table of rules. */
  readonly looksFor: string;
  readonly find: (facts: Facts) => Found | null;
};

const LONGEST_QUOTE = 100;

/** A trailer is the author's own word: nothing that speaks against a record outweighs it. */
const BY_TRAILER = 3;

/** The first value of a trailer, as evidence. */
export function byTrailer({ message }: Facts, key: string): Found | null {
  const value = trailersNamed(message, key).find((text) => text !== '');
  return value === undefined
    ? null
    : { evidence: `trailer "${key}: ${value.slice(0, LONGEST_QUOTE)}"`, strength: BY_TRAILER };
}

/** A quotation of the line around a match, cut to what fits. */
export function quote(text: string, pattern: RegExp): string | null {
  const match = pattern.exec(text);
  if (match === null) return null;
  const from = text.lastIndexOf('\n', match.index) + 1;
  const to = text.indexOf('\n', match.index + match[0].length);
  const line = text.slice(from, to < 0 ? undefined : to);
  const start = Math.max(0, Math.min(match.index - from, line.length) - 40);
  const cut = line.slice(start, start + LONGEST_QUOTE).trim();
  return `"${start > 0 ? '…' : ''}${cut}${start + LONGEST_QUOTE < line.length ? '…' : ''}"`;
}

/** The pattern's match as evidence, with all of the rule's weight. */
export function says(text: string, pattern: RegExp, strength?: number): Found | null {
  const evidence = quote(text, pattern);
  return evidence === null ? null : { evidence, strength };
}

/** `3 files, such as a/b.ts (+120 -0)`. */
export function listFiles(files: readonly FileFact[]): string {
  const [largest] = [...files].sort((a, b) => b.plus + b.minus - a.plus - a.minus);
  if (largest === undefined) return 'no files';
  const one = `${largest.path} (+${largest.plus} -${largest.minus})`;
  return files.length === 1 ? one : `${files.length} files, such as ${one}`;
}

/** 0 up to `from`, 1 from `to` on, straight in between. */
export const ramp = (value: number, from: number, to: number): number =>
  Math.max(0, Math.min(1, (value - from) / (to - from)));
