// The hooks that git knows: https://git-scm.com/docs/githooks. Server-side ones have no work tree to keep a
// context in.

export const GIT_HOOKS: readonly string[] = (
  'pre-commit commit-msg prepare-commit-msg post-commit pre-push post-checkout post-merge post-rewrite ' +
  'pre-merge-commit pre-rebase pre-auto-gc applypatch-msg pre-applypatch post-applypatch post-index-change ' +
  'reference-transaction push-to-checkout sendemail-validate'
).split(' ');

/** How many arguments git gives to each of ours. */
const ARGUMENTS: Readonly<Record<string, number>> = {
  'commit-msg': 1,
  'post-checkout': 3,
  'post-commit': 0,
  'post-merge': 1,
  'post-rewrite': 1,
  'pre-push': 2,
};

/** The numbers of a hook's arguments, from 1. */
export const argumentsOf = (hook: string): number[] =>
  Array.from({ length: ARGUMENTS[hook] ?? 0 }, (_, index) => index + 1);

/** Only these of ours are told anything on standard input. */
export const readsInput = (hook: string): boolean => hook === 'pre-push' || hook === 'post-rewrite';
