// What a person is asked about a draft.

export const DRAFT_QUESTION = 'Record this?';

export const DRAFT_CHOICES = [
  { value: 'commit', name: 'Yes, as a commit of its own' },
  { value: 'write', name: 'Yes, into the work tree' },
  { value: 'edit', name: 'Edit it first' },
  { value: 'later', name: 'Not now' },
  { value: 'never', name: 'Never for this commit' },
] as const;

/** By the name of the blank; Enter passes. */
export const BLANK_QUESTIONS: Readonly<Record<string, string>> = {
  next: 'Next (Enter to pass):',
  gotcha: 'A gotcha that the next session must know (Enter to pass):',
  blocker: 'A blocker (Enter to pass):',
};
