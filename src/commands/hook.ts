// What the shims call: one file a hook.
import type { Command, Hook } from './session.ts';

export const HOOKS: Readonly<Record<string, () => Promise<{ readonly run: Hook }>>> = {
  'commit-msg': () => import('./hooks/commit-msg.ts'),
  'post-commit': () => import('./hooks/post-commit.ts'),
  'post-rewrite': () => import('./hooks/post-rewrite.ts'),
  'post-merge': () => import('./hooks/post-merge.ts'),
  'post-checkout': () => import('./hooks/post-checkout.ts'),
  'pre-push': () => import('./hooks/pre-push.ts'),
};

export const hook: Command = {
  usage: 'NAME [ARGS...]',
  examples: ['post-commit', 'commit-msg .git/COMMIT_EDITMSG'],
  options: {},
  run: async (session, { words: [name = '', ...args] }) => {
    const hook = HOOKS[name];
    // A hook that a newer version's shim knows is no fault.
    if (hook === undefined || session.env.HANDOFF === '0') return 0;
    return (await hook()).run(session, args);
  },
};
