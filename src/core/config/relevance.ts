// Which changed files a judgement has to read, before and after.
import { memoize } from '../memo.ts';
import type { ChangedFile } from '../types.ts';
import { CONFIG_FILES } from './config.ts';
import type { Config, DocumentKind } from './defaults.ts';
import { isDocument } from './documents.ts';

const KINDS: readonly DocumentKind[] = ['context', 'phases', 'architecture', 'decisions', 'roadmap'];

export const MANIFESTS: ReadonlySet<string> = new Set([
  'package.json',
  'pyproject.toml',
  'requirements.txt',
  'go.mod',
  'Cargo.toml',
  'Gemfile',
  'pom.xml',
  'composer.json',
]);

/** Documents, manifests and our own settings; never a submodule. */
export function isRelevant(file: ChangedFile, config: Config): boolean {
  if (file.mode === '160000') return false;
  const isRelevantPath = relevantPaths(config);
  return isRelevantPath(file.path) || (file.from !== undefined && isRelevantPath(file.from));
}

const relevantPaths = memoize((config: Config) => memoize((path: string) => isKnown(path, config)), 4);

const isKnown = (path: string, config: Config): boolean =>
  MANIFESTS.has(path.slice(path.lastIndexOf('/') + 1)) ||
  CONFIG_FILES.some((name) => name === path) ||
  KINDS.some((kind) => isDocument(kind, path, config));
