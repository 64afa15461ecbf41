// Get Shit Done lists all phases with a box each in its roadmap, and the plans of each phase below its
// heading.
// https://github.com/gsd-build/get-shit-done
import type { PlanFormat } from './format.ts';

export const gsdRoadmap: PlanFormat = { name: 'gsd-roadmap', paths: ['.planning/ROADMAP.md'] };
