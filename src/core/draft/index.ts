// Drafts: how the context file changes because of commits.
export type { Answers, DraftFacts } from './facts.ts';
export { mapCommitIds } from './ids.ts';
export { filesOfRange, MOST_TEXT, type RangeDocument, type RangeFile } from './range.ts';
