// The real hook managers. Those from npm are installed once, beside our own packages and not among them:
// their install scripts would put hooks and settings into this repository.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cleanEnvironment } from './repository.ts';

const FROM_NPM = { lefthook: '2.2.2', 'simple-git-hooks': '2.14.0', '@j178/prek': '0.5.3' } as const;

const CACHE = fileURLToPath(new URL('../../node_modules/.cache/', import.meta.url));
const HOME = join(CACHE, 'hook-managers', Object.values(FROM_NPM).join('-'));

/** A PATH that finds the managers' programs first. */
export const PATH = [join(HOME, 'node_modules/.bin'), process.env.PATH].join(delimiter);

/** The program's name; null, said aloud, where it cannot be had. */
export function findManager(name: 'lefthook' | 'simple-git-hooks' | 'prek' | 'pre-commit'): string | null {
  if (name !== 'pre-commit') installFromNpm();
  const { status } = spawnSync(name, ['--version'], { cwd: tmpdir(), env: cleanEnvironment({ PATH }) });
  if (status !== null) return name;
  console.log(`skipped: ${name} is not on this machine and could not be installed`);
  return null;
}

function installFromNpm(): void {
  if (existsSync(HOME)) return;
  mkdirSync(join(HOME, '..'), { recursive: true });
  const fresh = mkdtempSync(join(CACHE, 'hook-managers-'));
  writeFileSync(join(fresh, 'package.json'), JSON.stringify({ private: true, dependencies: FROM_NPM }));
  const args = ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline'];
  const { status } = spawnSync('npm', args, { cwd: fresh, shell: process.platform === 'win32' });
  if (status === 0) renameSync(fresh, HOME);
  else rmSync(fresh, { recursive: true });
}
