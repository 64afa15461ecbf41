// Names that a range declares for the first time: settings in an environment's example, dependencies.
import { addedDependencies, declaresDependencies } from '../manifests.ts';
import type { DocumentChange } from '../types.ts';

/** `.env.example`, `env.template`, `.env.local.sample` */
const SETTINGS = /(?:^|\/)\.?env(?:[.-]\w+)*[.-](?:example|sample|template|dist|defaults?)$/i;
// What is made for tests and for others to copy declares nothing of the project.
const ASIDE = /(?:^|\/)(?:tests?|__tests__|fixtures?|examples?|samples?|templates?|benchmarks?)\//i;

/** Whether a file is one that declares names, by its path. */
export const declaresNames = (path: string): boolean =>
  !ASIDE.test(path) && (SETTINGS.test(path) || declaresDependencies(path));

/** In the order of the file; of a manifest that is new, none: all of it is new. */
export function newNames({ path, before, after }: DocumentChange): string[] {
  if (SETTINGS.test(path)) {
    const known = settingsIn(before ?? '');
    return settingsIn(after ?? '').filter((name) => !known.includes(name));
  }
  return before === null || after === null
    ? []
    : addedDependencies(path, [before], after).filter((name) => !name.startsWith('@types/'));
}

// `PORT=80`, `# PORT=`, `export PORT=80`
const SETTING = /^[ \t]*(?:#[ \t]*)?(?:export[ \t]+)?([A-Z][A-Z0-9_]{2,60})[ \t]*=/gm;

const settingsIn = (text: string): string[] => [
  ...new Set([...text.matchAll(SETTING)].map(([, name = '']) => name)),
];
