// Spec Kit keeps the tasks of a feature in `specs/001-name/tasks.md`, phase by phase.
// https://github.com/github/spec-kit
import type { PlanFormat } from './format.ts';

export const specKit: PlanFormat = { name: 'spec-kit', paths: ['specs/*/tasks.md'] };
