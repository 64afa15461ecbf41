// The shell line of an agent's hook.
import type { Moment } from './agent.ts';

/** It finds the installed script through git, so that settings that are committed work in every clone, and
 * says nothing where the hooks are not installed. It never changes: Codex trusts a hook by the hash of its
 * line, and what is installed may be of any version. */
export const hookLine = (agent: string, moment: Moment): string =>
  `f=$(git rev-parse --git-common-dir 2>/dev/null)/handoff-hooks/hooks/lib/agent; [ ! -f "$f" ] || sh "$f" ${agent} ${moment}`;
