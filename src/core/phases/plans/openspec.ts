// OpenSpec keeps the tasks of a proposed change below numbered headings; a change that is done moves to an
// archive.
// https://github.com/Fission-AI/OpenSpec
import type { PlanFormat } from './format.ts';

export const openspec: PlanFormat = { name: 'openspec', paths: ['openspec/changes/*/tasks.md'] };
