// Get Shit Done keeps its short memory in `.planning/STATE.md`, beside the phases of ROADMAP.md.
// https://github.com/gsd-build/get-shit-done
import type { Format } from './format.ts';

export const gsd: Format = { name: 'gsd', paths: ['.planning/STATE.md'], companions: ['ROADMAP.md'] };
