// What the hooks' shell can see of a commit that a rule may find urgent: plain words, pieces of paths, numbers of files.
// A wire may be touched by more than its rule finds, never by less.
import type { DocumentKind } from '../config/defaults.ts';

/** In lower case; parts of words do as well. */
export type Words = readonly string[];

export type Wire =
  /** The message, or one line of it, or its first line, holds a word of each list. */
  | { readonly kind: 'text'; readonly within: Within; readonly lists: readonly [Words, ...Words[]] }
  /** A path fits one of the globs. */
  | { readonly kind: 'path'; readonly globs: readonly string[] }
  /** A path is a document of the kind, by the project's own globs. */
  | { readonly kind: 'document'; readonly of: DocumentKind }
  /** So many files came and went. */
  | { readonly kind: 'moved'; readonly files: number };

export type Within = 'message' | 'line' | 'subject';

/** Of an urgent rule at least one; any other may wait until the commits since the last start of node are judged. */
export type Wires = readonly [Wire, ...Wire[]];
export const COUNTS_ONLY = 'counts only';

export const mentions = (within: Within, ...lists: readonly [Words, ...Words[]]): Wire => ({
  kind: 'text',
  within,
  lists,
});

/** The author's own label: `Blocker: …`. */
export const labelled = (...labels: Words): Wire =>
  mentions(
    'message',
    labels.map((label) => `${label}:`),
  );
export const inPath = (...globs: readonly string[]): Wire => ({ kind: 'path', globs });
export const inDocument = (of: DocumentKind): Wire => ({ kind: 'document', of });
