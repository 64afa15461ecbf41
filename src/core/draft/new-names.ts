// Settings that a range declares for the first time in an environment's example.
import type { DocumentChange } from '../types.ts';

/** `.env.example`, `env.template`, `.env.local.sample` */
const SETTINGS = /(?:^|\/)\.?env(?:[.-]\w+)*[.-](?:example|sample|template|dist|defaults?)$/i;
// What is made for tests and for others to copy declares nothing of the project.
const ASIDE = /(?:^|\/)(?:tests?|__tests__|fixtures?|examples?|samples?|templates?|benchmarks?)\//i;

/** Whether a file is one that declares names, by its path. */
export const declaresNames = (path: string): boolean => !ASIDE.test(path) && SETTINGS.test(path);

/** In the order of the file. */
export function newNames({ before, after }: DocumentChange): string[] {
  const known = settingsIn(before ?? '');
  return settingsIn(after ?? '').filter((name) => !known.includes(name));
}

// `PORT=80`, `# PORT=`, `export PORT=80`
const SETTING = /^[ \t]*(?:#[ \t]*)?(?:export[ \t]+)?([A-Z][A-Z0-9_]{2,60})[ \t]*=/gm;

const settingsIn = (text: string): string[] => [
  ...new Set([...text.matchAll(SETTING)].map(([, name = '']) => name)),
];
