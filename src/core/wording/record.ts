// What is said around drafts: no context file, nothing owed, changes under one's feet.
import type { ProblemText } from '../problem.ts';
import type { Gate } from '../types.ts';
import { addCommand, commandLine, commitCommand, decideCommand, pathsHere, quoteWord } from './command.ts';
import { foldLine } from './lines.ts';

/** `leftOut`: a context file that a sparse checkout leaves out of the work tree. */
export const describeNoContext = (leftOut: string | null): ProblemText =>
  leftOut === null
    ? NO_CONTEXT
    : {
        what: `${leftOut} is left out of this sparse checkout`,
        why: 'nothing is drafted where the file is not',
        fix: `git sparse-checkout add ${quoteWord(leftOut)}`,
      };

const NO_CONTEXT: ProblemText = {
  what: 'no context file found',
  why: 'no SESSION_CONTEXT.md, SESSION_HANDOFF.md or the like was found',
  fix: `${commandLine('init')}   or name your file in handoff.config.json: { "documents": { "context": "..." } }`,
};

export const describeNothingOwed = (path: string): string =>
  `handoff: ${path} accounts for every commit that deserves a record`;

export const describeUnknownPlace = (word: string, places: readonly string[]): ProblemText => ({
  what: `there is no place ${word} for a draft`,
  fix: `--into takes one of: ${places.join(', ')}`,
});

export const describeContextChanged = (path: string): string =>
  foldLine(`handoff: ${path} changed: read it again before you go on`);

export const describeReplayUsage = (): ProblemText => ({
  what: 'replay takes one range',
  fix: `${commandLine('replay v1.0..HEAD')}   or, for the whole history: ${commandLine('replay HEAD')}`,
});

/** `branch`: null where HEAD is detached. */
export const describePending = (path: string, branch: string | null, isNew = false): ProblemText => ({
  what: `the update of ${path}${branch === null ? '' : ` for ${branch}`} is drafted, but not committed`,
  fix: isNew ? commitCommand([], [path]) : commitCommand([path]),
});

/** An amend that was meant for the commit before. */
export const describeAmendedUpdate = (path: string, others: readonly string[]): ProblemText => ({
  what: `this amended the commit that updates ${path}, not the one before it: it now holds ${others.slice(0, MOST_NAMED).join(', ')}${others.length > MOST_NAMED ? ', …' : ''} too`,
  fix: [
    `git reset --soft HEAD~1 && git restore --staged ${pathsHere([path])}`,
    'git commit --amend --no-edit',
    commitCommand([path]),
  ],
});

const MOST_NAMED = 3;

/** `title` and `place`: of the decision that the commit lacks, and where it would be written. */
export const describeSkippedGate = ({ files }: Gate, title: string, place: string): ProblemText => ({
  what: `the hooks were skipped: ${files.join(', ')} changed with no decision`,
  fix: [decideCommand(title), addCommand([place]), 'git commit --amend --no-edit'],
});
