// What a command could not read of this clone, for whoever says it at the end.
export { missingObjects } from '../git/missing.ts';
