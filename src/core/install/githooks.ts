// The hooks that git knows: https://git-scm.com/docs/githooks. Server-side ones have no work tree to keep a context in.

export const GIT_HOOKS: readonly string[] = [
  'pre-commit',
  'commit-msg',
  'prepare-commit-msg',
  'post-commit',
  'pre-push',
  'post-checkout',
  'post-merge',
  'post-rewrite',
  'pre-merge-commit',
  'pre-rebase',
  'pre-auto-gc',
  'applypatch-msg',
  'pre-applypatch',
  'post-applypatch',
  'post-index-change',
  'reference-transaction',
  'push-to-checkout',
  'sendemail-validate',
];

/** Only these of ours are told anything on standard input. */
export const readsInput = (hook: string): boolean => hook === 'pre-push' || hook === 'post-rewrite';
