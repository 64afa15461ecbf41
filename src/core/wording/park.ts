// What is said of a draft that is taken out of the way.
import type { ProblemText } from '../problem.ts';
import { commandLine, commitCommand } from './command.ts';
import { foldLine } from './lines.ts';

export const describeParked = (path: string): string =>
  `handoff: took the draft out of ${foldLine(path)}; it comes back with  ${commandLine('draft')}`;

export const describeNothingPending = (path: string): string =>
  `handoff: no draft of ours waits in ${foldLine(path)}; nothing was changed`;

export const describeNotParked = (path: string): ProblemText => ({
  what: `the draft in ${foldLine(path)} was edited in the same lines, so nothing was taken out`,
  fix: commitCommand([path]),
});
