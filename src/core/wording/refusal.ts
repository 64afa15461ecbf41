// Why a context file is not edited.
import type { ProblemText } from '../problem.ts';

export const refuseConflict = (path: string): ProblemText => ({
  what: `${path} has conflict markers, so no update was drafted`,
  fix: 'resolve the conflict; the next commit catches up',
});

export const refuseForeign = (path: string): ProblemText => ({
  what: `${path} is not UTF-8 text, so no update was drafted`,
  fix: `save ${path} as UTF-8`,
});

export const refuseGenerated = (path: string): ProblemText => ({
  what: `${path} says that it is generated and not to be edited, so no update was drafted`,
  fix: 'name another file in handoff.config.json: { "documents": { "context": "..." } }',
});

export const refuseLarge = (path: string, characters: number): ProblemText => ({
  what: `${path} is too large to edit (${characters} characters)`,
  fix: 'move its older entries to another file',
});
