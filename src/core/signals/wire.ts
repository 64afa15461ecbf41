// What the hooks' shell can see of a commit that a rule may find urgent: plain words, pieces of paths,
// numbers of files. A wire may be touched by more than its rule finds, never by less.
import type { DocumentKind } from '../config/defaults.ts';

/** In lower case; one that ends in `*` is the start of a word. */
export type Words = readonly string[];

/** Made where the table is written: no hook needs them. */
export type List = () => Words;

export type Wire =
  /** The message, or a part of it, holds a word of each list. */
  | { readonly kind: 'text'; readonly within: Within; readonly lists: readonly [List, ...List[]] }
  /** A path fits one of the globs. */
  | { readonly kind: 'path'; readonly globs: readonly string[] }
  /** A path is a document of the kind, by the project's own globs. */
  | { readonly kind: 'document'; readonly of: DocumentKind }
  /** So many files came and went. */
  | { readonly kind: 'moved'; readonly files: number };

/** `part`: an item or a paragraph, in which lines wrap. */
export type Within = 'message' | 'part' | 'subject';

/** Of an urgent rule at least one: what touches none may wait until the commits since the last start of node
 * are judged. */
export type Wires = readonly [Wire, ...Wire[]];

export const mentions = (within: Within, ...lists: readonly [List, ...List[]]): Wire => ({
  kind: 'text',
  within,
  lists,
});

export const inPath = (...globs: readonly string[]): Wire => ({ kind: 'path', globs });
export const inDocument = (of: DocumentKind): Wire => ({ kind: 'document', of });
