// The memory bank of Cline and Roo Code: what is being done now, beside what works and what is left.
// https://docs.cline.bot/features/memory-bank
import type { Format } from './format.ts';

export const memoryBank: Format = {
  name: 'memory-bank',
  paths: [
    'memory-bank/activeContext.md',
    'docs/memory-bank/activeContext.md',
    '.memory-bank/activeContext.md',
    'memory_bank/activeContext.md',
    'docs/activeContext.md',
    'activeContext.md',
  ],
  companions: ['progress.md', 'systemPatterns.md'],
};
