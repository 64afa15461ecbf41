// A folder's whole content, for comparing before and after: modes, bytes, links, empty folders.
import { lstatSync, readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';

/**
 * `kind mode bytes` by path below the folder; `skip` names what is left out at any depth; git's sample hooks
 * are.
 */
export function snapshot(folder: string, skip: readonly string[] = []): Record<string, string> {
  const names = readdirSync(folder)
    .filter((name) => !skip.includes(name) && !name.endsWith('.sample'))
    .sort();
  return Object.assign({}, ...names.map((name) => stateOf(folder, name, skip)));
}

function stateOf(folder: string, name: string, skip: readonly string[]): Record<string, string> {
  const path = join(folder, name);
  const stat = lstatSync(path);
  if (stat.isSymbolicLink()) return { [name]: `link ${readlinkSync(path)}` };
  const mode = (stat.mode & 0o777).toString(8);
  if (!stat.isDirectory()) return { [name]: `file ${mode} ${readFileSync(path, 'latin1')}` };
  const below = Object.entries(snapshot(path, skip)).map(([inner, state]) => [`${name}/${inner}`, state]);
  return { [name]: `folder ${mode}`, ...Object.fromEntries(below) };
}
