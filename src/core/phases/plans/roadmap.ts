// A roadmap by phases or milestones, with boxes or with a status behind each heading.
import type { PlanFormat } from './format.ts';

export const roadmap: PlanFormat = { name: 'roadmap', paths: ['ROADMAP.md', 'docs/ROADMAP.md'] };
