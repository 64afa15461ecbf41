// A status or progress file of a project, under the names that people give it.
import type { Format } from './format.ts';

const NAMES = [
  'STATE.md',
  'PROGRESS.md',
  'STATUS.md',
  'PROJECT_STATUS.md',
  'PROJECT_STATE.md',
  'CURRENT_STATE.md',
  'NEXT_SESSION.md',
];

export const status: Format = {
  name: 'status',
  paths: [...NAMES, ...NAMES.map((name) => `docs/${name}`)],
  companions: [],
};
