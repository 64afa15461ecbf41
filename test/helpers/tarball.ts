// The package as users get it: packed once, unpacked into a folder of its own.
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cleanEnvironment, createFolder } from './repository.ts';

let cli: string | null = null;

/** The packed package's own cli.js. */
export function packedCli(): string {
  if (cli !== null) return cli;
  const folder = createFolder('handoff packed-');
  const root = fileURLToPath(new URL('../..', import.meta.url));
  // The bundle is built already; packing must not build it again under other tests.
  const args = ['pack', '--silent', '--ignore-scripts', '--pack-destination', folder];
  const options = {
    cwd: root,
    env: cleanEnvironment(),
    encoding: 'utf8',
    shell: process.platform === 'win32',
  } as const;
  const name = execFileSync('npm', args, options).trim().split('\n').at(-1) ?? '';
  execFileSync('tar', ['-xzf', join(folder, name), '-C', folder]);
  cli = join(folder, 'package/dist/cli.js');
  return cli;
}
