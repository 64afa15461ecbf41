// What is said of a merge of a context file or a decision log.
import type { ProblemText } from '../problem.ts';
import { commandLine } from './command.ts';

export const describeMergeUsage = (): ProblemText => ({
  what: 'merge takes the name of a file in conflict',
  fix: commandLine('merge SESSION_CONTEXT.md'),
});

export const describeNoConflict = (path: string): string => `handoff: ${path} has no conflict`;

export const describeUnited = (path: string): string =>
  `handoff: ${path} holds what both sides wrote\n  next git add ${path}`;

export const describeOpenConflict = (path: string): string =>
  `handoff: both sides changed the same lines of ${path}; they stand between git's markers`;
