#!/usr/bin/env node
// Starts the bundle. In an installation V8 keeps what it compiled of it, a file for each hook: compiling
// takes longer than all that a hook does. V8 itself looks at no more than the length of the source, and
// crashes on damaged data: the file holds the data twice and the source once, which are compared (to load
// node:zlib for checksums takes longer than to read them), and is out of the way until a run that used it has
// ended well.
import { readFileSync, renameSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { Script } from 'node:vm';

const [, , command, hook] = process.argv;
const name = command === 'hook' ? hook : command;
// The smaller the script, the sooner it starts, even from what is kept of it.
const PART = name === 'commit-msg' || command === 'brief' ? name : command === 'hook' ? 'hook' : 'main';
const BUNDLE = join(__dirname, `${PART}.js`);
const CACHE = nameCache(name);

// V8 makes an expression ready for its interpreter first, and anew where it is used twice: a tenth of what a
// hook takes. A V8 that does not know the flag would say so on stderr.
const NEWEST_V8 = 13;
if (Number.parseInt(process.versions.v8, 10) <= NEWEST_V8) setFlagsFromString('--no-regexp-tier-up');

/** As node itself ends where it cannot run a script, which a shim knows; and what a command ends with. */
const [UNABLE, CANNOT_RUN] = [1, 3];

// A run compiles what it comes by; after so many, little is left that the next one has to compile.
const ENOUGH = 8;

/** At the end of the file: the length of what V8 gave, and in how many runs it grew; numbers of 32 bits. */
const TRAILER = 8;

// The build has made a function of it, which takes what any script of CommonJS is given.
const bytes = readBundle();
const known = takeCache(CACHE);
const script = new Script(bytes.toString('latin1'), { filename: BUNDLE, cachedData: known?.data });
const isKnown = script.cachedDataRejected === false;
const runs = isKnown ? (known?.runs ?? 0) : 0;
if (CACHE !== null) process.on('exit', isKnown && runs >= ENOUGH ? putBack : keepCache);
script.runInThisContext()(require, BUNDLE, __dirname);

/** A stack would say no more to a user. */
function readBundle(): Buffer {
  try {
    return readFileSync(BUNDLE);
  } catch (error) {
    writeSync(2, `handoff: the bundle could not be read: ${(error as Error).message}\n`);
    process.exit(command === 'hook' ? UNABLE : CANNOT_RUN);
  }
}

/** Null where nothing may be kept: the package belongs to npm. */
function nameCache(name = ''): string | null {
  const isInstalled = basename(__dirname) === 'bundle' && basename(dirname(__dirname)) === 'handoff-hooks';
  return isInstalled && /^[a-z-]{1,20}$/.test(name) ? join(__dirname, `compiled-${name}`) : null;
}

type Cache = { readonly data: Buffer; readonly runs: number };

// A run that dies leaves none, and the next one compiles anew.
function takeCache(path: string | null): Cache | undefined {
  if (path === null) return undefined;
  try {
    renameSync(path, `${path}.used`);
    const file = readFileSync(`${path}.used`);
    const [length, runs] = [8, 4].map((fromEnd) => file.readUInt32LE(file.length - fromEnd));
    const data = file.subarray(0, length);
    const others = file.subarray(data.length, -TRAILER);
    const isWhole = data.equals(others.subarray(0, length)) && bytes.equals(others.subarray(length));
    return isWhole ? { data, runs: runs ?? 0 } : undefined;
  } catch {
    return undefined;
  }
}

function putBack(): void {
  try {
    renameSync(`${CACHE}.used`, `${CACHE}`);
  } catch {
    // Another run of that moment has put it back, or made a new one.
  }
}

// At the end of a run, when all that it needed is compiled.
function keepCache(): void {
  const data = script.createCachedData();
  const trailer = Buffer.alloc(TRAILER);
  trailer.writeUInt32LE(data.length);
  trailer.writeUInt32LE(runs + 1, 4);
  try {
    writeFileSync(`${CACHE}.${process.pid}`, Buffer.concat([data, data, bytes, trailer]));
    renameSync(`${CACHE}.${process.pid}`, `${CACHE}`);
    rmSync(`${CACHE}.used`, { force: true });
  } catch {
    // A full disk, or a directory that is read only: the next run compiles anew.
  }
}
