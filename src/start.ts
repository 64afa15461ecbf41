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

// A run compiles what it comes by; after so many, little is left that the next one has to compile.
const ENOUGH = 8;

// The build has made a function of it, which takes what any script of CommonJS is given.
const source = readFileSync(BUNDLE, 'latin1');
const kept = readCache();
const script = new Script(source, { filename: BUNDLE, cachedData: kept?.subarray(0, -1) });
const runs = script.cachedDataRejected === false ? (kept?.at(-1) ?? 0) : 0;
if (CACHE !== null && runs < ENOUGH) process.on('exit', keepCache);
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

// At the end of a run, when all that it needed is compiled. The last byte counts the runs.
function keepCache(): void {
  try {
    writeFileSync(`${CACHE}.${process.pid}`, Buffer.concat([script.createCachedData(), Buffer.of(runs + 1)]));
    renameSync(`${CACHE}.${process.pid}`, `${CACHE}`);
  } catch {}
}
