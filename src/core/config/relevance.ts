// Which changed files a judgement has to read, before and after.
import { declaresDependencies } from '../manifests.ts';
import { memoize } from '../memo.ts';
import type { ChangedFile } from '../types.ts';
import { CONFIG_FILES } from './config.ts';
import type { Config, DocumentKind } from './defaults.ts';
import { documentsOf } from './documents.ts';

const KINDS: readonly DocumentKind[] = ['context', 'phases', 'architecture', 'decisions', 'roadmap'];

/** Documents, manifests and our own settings; never a submodule. */
export function isRelevant(file: ChangedFile, config: Config): boolean {
  if (file.mode === '160000') return false;
  const isRelevantPath = relevantPaths(config);
  return isRelevantPath(file.path) || (file.from !== undefined && isRelevantPath(file.from));
}

const relevantPaths = memoize((config: Config) => {
  const isKind = documentsOf(KINDS, config);
  return memoize(
    (path: string) =>
      isKind(path) || declaresDependencies(path) || CONFIG_FILES.some((name) => name === path),
  );
}, 4);
