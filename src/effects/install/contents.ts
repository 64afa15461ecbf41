// What the package ships for an installation: the bundle and the shims, as texts by their path in our
// directory.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cannotRun } from '../../core/problem.ts';

export type Shipped = {
  readonly contents: ReadonlyMap<string, string>;
  /** The supported hooks: the files of hooks/. */
  readonly hooks: readonly string[];
};

/** `home`: the running bundle's directory; the shims stand beside it, in the package as in an installation.
 * Throws Problem (3). */
export function readShipped(home: string, version: string): Shipped {
  const shims = join(home, '..', 'hooks');
  if (!existsSync(join(home, 'cli.js')) || !existsSync(shims))
    throw cannotRun({
      what: 'the bundle that hooks would run is not there',
      why: home,
      fix: 'npm run build, or install the package again',
    });
  // Without it node would read the type, and the name, from the package.json of the user's project.
  const about = `${JSON.stringify({ name: 'handoff-hooks', version, type: 'commonjs' })}\n`;
  const bundle = readFiles(home, 'bundle').filter(([path]) => !path.startsWith('bundle/compiled-'));
  const contents = new Map([
    ...bundle,
    ['bundle/files', listParts(bundle.map(([path]) => path))] as const,
    ['bundle/package.json', about] as const,
    ...readFiles(shims, 'hooks'),
    ['run', readFileSync(join(shims, 'lib', 'run'), 'latin1')] as const,
  ]);
  const hooks = readdirSync(shims, { withFileTypes: true }).filter((one) => one.isFile());
  return { contents, hooks: hooks.map(({ name }) => name).sort() };
}

// For the shims, which look whether all of them are there before node does.
const listParts = (paths: readonly string[]): string =>
  `${paths
    .filter((path) => path.endsWith('.js'))
    .map((path) => path.slice('bundle/'.length))
    .join(' ')}\n`;

function readFiles(directory: string, under: string): (readonly [string, string])[] {
  return readdirSync(directory, { withFileTypes: true }).flatMap((one) => {
    const path = join(directory, one.name);
    if (one.isDirectory()) return readFiles(path, `${under}/${one.name}`);
    return [[`${under}/${one.name}`, readFileSync(path, 'latin1')] as const];
  });
}
