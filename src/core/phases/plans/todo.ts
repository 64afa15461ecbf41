// A list of open tasks, with or without headings.
import type { PlanFormat } from './format.ts';

export const todo: PlanFormat = { name: 'todo', paths: ['TODO.md', 'docs/TODO.md'] };
