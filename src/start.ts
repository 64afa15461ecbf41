#!/usr/bin/env node
// Starts the bundle. In an installation V8 keeps what it compiled of it, a file for each hook: compiling takes longer
// than all that a hook does.
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { Script } from 'node:vm';

const [, , command, hook] = process.argv;
// The smaller the script, the sooner it starts, even from what is kept of it.
const PART =
  command === 'brief'
    ? 'brief.js'
    : command !== 'hook'
      ? 'main.js'
      : hook === 'commit-msg'
        ? 'commit-msg.js'
        : 'hook.js';
const BUNDLE = join(__dirname, PART);
const CACHE = nameCache(command === 'hook' ? hook : command);

const source = readFileSync(BUNDLE, 'latin1');
const known = readCache();
const script = new Script(`(function (require, __filename, __dirname) {${source}\n})`, {
  filename: BUNDLE,
  cachedData: known,
});
if (CACHE !== null && (known === undefined || script.cachedDataRejected === true))
  process.on('exit', keepCache);
script.runInThisContext()(require, BUNDLE, __dirname);

/** Null where nothing may be kept: the package belongs to npm. */
function nameCache(command = ''): string | null {
  const isInstalled = basename(__dirname) === 'bundle' && basename(dirname(__dirname)) === 'handoff-hooks';
  return isInstalled && /^[a-z-]{1,20}$/.test(command) ? join(__dirname, `compiled-${command}`) : null;
}

function readCache(): Buffer | undefined {
  try {
    return CACHE === null ? undefined : readFileSync(CACHE);
  } catch {
    return undefined;
  }
}

// At the end of a run, when all that it needed is compiled.
function keepCache(): void {
  try {
    writeFileSync(`${CACHE}.${process.pid}`, script.createCachedData());
    renameSync(`${CACHE}.${process.pid}`, `${CACHE}`);
  } catch {}
}
