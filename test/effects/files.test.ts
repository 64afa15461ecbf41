import { execFileSync } from 'node:child_process';
import fs, {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { join } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { Problem } from '../../src/core/problem.ts';
import { takeClaim } from '../../src/effects/claim.ts';
import { readText, writeAtomic } from '../../src/effects/files.ts';
import { withDraftLock } from '../../src/effects/lock.ts';
import { readState, removeState, writeState } from '../../src/effects/state.ts';
import { createFolder } from '../helpers/repository.ts';

const made: string[] = [];
test.after.each(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true });
});

/** A folder `outside` beside the repository's `root`. */
function createRoot(): { root: string; outside: string } {
  const folder = createFolder();
  made.push(folder);
  const [root, outside] = [join(folder, 'root'), join(folder, 'outside')];
  for (const name of [root, outside]) mkdirSync(name);
  writeFileSync(join(outside, 'secret.md'), 'secret\n');
  return { root, outside };
}

const isProblem =
  (words: RegExp) =>
  (error: unknown): boolean =>
    error instanceof Problem && error.code === 3 && words.test(`${error.text.what} ${error.text.why}`);

test('reads a text with its BOM and its line endings', () => {
  const { root } = createRoot();
  writeFileSync(join(root, 'a.md'), '\ufeff# Ä\r\n');
  assert.is(readText(root, 'a.md'), '\ufeff# Ä\r\n');
});

test('a missing file and a missing folder are null', () => {
  const { root } = createRoot();
  assert.is(readText(root, 'a.md'), null);
  assert.is(readText(root, 'docs/a.md'), null);
});

const odd: readonly (readonly [what: string, make: (file: string) => unknown, why: RegExp])[] = [
  ['a folder', (file) => mkdirSync(file), /it is a directory, not a file/],
  ['a named pipe', (file) => execFileSync('mkfifo', [file]), /it is a pipe or a device, not a file/],
  ['a link to itself', (file) => symlinkSync(file, file), /run in a circle/],
  ['a link to nothing', (file) => symlinkSync(`${file}.gone`, file), /link to nothing/],
];
for (const [what, make, why] of odd)
  test(`says that ${what} is no text, and what mends it`, () => {
    const { root } = createRoot();
    make(join(root, 'a.md'));
    const isWhole = (error: unknown) => isProblem(why)(error) && (error as Problem).text.fix !== undefined;
    assert.throws(() => readText(root, 'a.md'), isWhole);
  });

const outsiders: readonly (readonly [situation: string, path: string, words: RegExp])[] = [
  ['a path with ..', '../outside/secret.md', /not inside/],
  ['an absolute path', '/etc/hostname', /not inside/],
  ['the root itself', '.', /not inside/],
  ['the git directory', '.git/hooks/post-commit', /not inside/],
  ['a symbolic link out of the repository', 'link.md', /not inside.*link to/],
  ['a file behind a linked folder', 'linked/secret.md', /not inside/],
  ['a new file behind a linked folder', 'linked/new/new.md', /not inside/],
  ['a symbolic link to nothing', 'dangling.md', /link to nothing/],
  ['a NUL in the path', 'a\0b', /not inside/],
  ['a folder', 'folder', /folder/],
  ['a path through a file', 'file.md/a.md', /a part of its path/],
];

for (const [situation, path, words] of outsiders) {
  test(`neither reads nor writes ${situation}`, () => {
    const { root, outside } = createRoot();
    symlinkSync(join(outside, 'secret.md'), join(root, 'link.md'));
    symlinkSync(outside, join(root, 'linked'));
    symlinkSync(join(outside, 'nothing.md'), join(root, 'dangling.md'));
    mkdirSync(join(root, 'folder'));
    writeFileSync(join(root, 'file.md'), '');
    assert.throws(() => readText(root, path), isProblem(words));
    assert.throws(() => writeAtomic(root, { path, before: null, text: 'ours' }), isProblem(words));
    assert.equal(readdirSync(outside), ['secret.md']);
    assert.is(readFileSync(join(outside, 'secret.md'), 'utf8'), 'secret\n');
  });
}

for (const [situation, bytes] of [
  ['binary', Buffer.from([0x23, 0x00, 0x0a])],
  ['Latin-1', Buffer.from([0x23, 0xe4, 0x0a])],
  ['UTF-16', Buffer.from('\ufeff# a\n', 'utf16le')],
] as const) {
  test(`refuses a ${situation} file and leaves its bytes`, () => {
    const { root } = createRoot();
    writeFileSync(join(root, 'a.md'), bytes);
    assert.throws(() => readText(root, 'a.md'), isProblem(/not UTF-8/));
    assert.throws(() => writeAtomic(root, { path: 'a.md', before: '', text: 'b' }), isProblem(/not UTF-8/));
    assert.equal(readFileSync(join(root, 'a.md')), bytes);
  });
}

test('writes a new file and the folders above it', () => {
  const { root } = createRoot();
  writeAtomic(root, { path: 'docs/log/2025.md', before: null, text: 'a\n' });
  assert.is(readText(root, 'docs/log/2025.md'), 'a\n');
});

test('keeps the mode of the file that it replaces', () => {
  const { root } = createRoot();
  writeFileSync(join(root, 'a.md'), 'a\n');
  chmodSync(join(root, 'a.md'), 0o755);
  writeAtomic(root, { path: 'a.md', before: 'a\n', text: 'b\n' });
  assert.is(readText(root, 'a.md'), 'b\n');
  assert.is(statSync(join(root, 'a.md')).mode & 0o777, 0o755);
});

test('writes through a symbolic link inside the repository and keeps the link', () => {
  const { root } = createRoot();
  mkdirSync(join(root, 'docs'));
  writeFileSync(join(root, 'docs/a.md'), 'a\n');
  symlinkSync('docs/a.md', join(root, 'a.md'));
  writeAtomic(root, { path: 'a.md', before: 'a\n', text: 'b\n' });
  assert.is(readFileSync(join(root, 'docs/a.md'), 'utf8'), 'b\n');
  assert.is(readText(root, 'a.md'), 'b\n');
});

test('writes nothing over a file that changed in the meantime', () => {
  const { root } = createRoot();
  writeFileSync(join(root, 'a.md'), 'theirs\n');
  const change = { path: 'a.md', before: 'a\n', text: 'b\n' };
  assert.throws(() => writeAtomic(root, change), isProblem(/changed in the meantime/));
  assert.throws(() => writeAtomic(root, { ...change, before: null }), isProblem(/changed in the meantime/));
  assert.is(readText(root, 'a.md'), 'theirs\n');
});

test('leaves a read-only file as it is, and no temporary file beside it', () => {
  const { root } = createRoot();
  writeFileSync(join(root, 'a.md'), 'a\n', { mode: 0o444 });
  assert.throws(
    () => writeAtomic(root, { path: 'a.md', before: 'a\n', text: 'b\n' }),
    isProblem(/could not be written it is read-only/),
  );
  assert.is(readText(root, 'a.md'), 'a\n');
  assert.equal(readdirSync(root), ['a.md']);
});

test('remembers a value until it is forgotten', () => {
  const { root } = createRoot();
  assert.is(readState(root, 'verdict'), null);
  writeState(root, 'verdict', { head: 'abc' });
  writeState(root, 'verdict', { head: 'def' });
  assert.equal(readState(root, 'verdict'), { head: 'def' });
  removeState(root, 'verdict');
  removeState(root, 'verdict');
  assert.is(readState(root, 'verdict'), null);
});

test('neither writes nor removes what a linked directory of state leads to', () => {
  const { root, outside } = createRoot();
  symlinkSync(outside, join(root, 'handoff-hooks'));
  writeFileSync(join(outside, 'verdict.json'), '1\n');
  assert.throws(() => writeState(root, 'verdict', 2), isProblem(/symbolic link, which is not followed/));
  removeState(root, 'verdict');
  const claim = { gitDir: root, topic: 'briefed', name: 'x', now: new Date() };
  assert.is(takeClaim(claim, { value: 'a', seconds: 1 }), true);
  assert.throws(() => withDraftLock(root, () => assert.unreachable()), isProblem(/symbolic link/));
  assert.equal(readdirSync(outside).sort(), ['secret.md', 'verdict.json']);
});

test('a lock appears with its owner in it, so that a kill leaves none without one', () => {
  const { root } = createRoot();
  const lock = join(root, 'handoff-hooks/lock');
  const { writeFileSync: write, writeSync: writeInto } = fs;
  let isEmpty = false;
  // What stands there at the moment of a write is what a kill would leave.
  const look = () => {
    isEmpty ||= existsSync(lock);
  };
  Object.assign(fs, {
    writeFileSync: (...args: Parameters<typeof write>) => {
      look();
      write(...args);
    },
    writeSync: (...args: Parameters<typeof writeInto>) => {
      look();
      return writeInto(...args);
    },
  });
  syncBuiltinESMExports();
  try {
    withDraftLock(root, () => assert.is(readFileSync(lock, 'utf8'), String(process.pid)));
  } finally {
    Object.assign(fs, { writeFileSync: write, writeSync: writeInto });
    syncBuiltinESMExports();
  }
  assert.not.ok(isEmpty);
  assert.equal(readdirSync(join(root, 'handoff-hooks')), []);
});

test('a corrupt memory is no memory', () => {
  const { root } = createRoot();
  writeState(root, 'verdict', 1);
  writeFileSync(join(root, 'handoff-hooks/verdict.json'), '{"head":');
  assert.is(readState(root, 'verdict'), null);
  assert.ok(existsSync(join(root, 'handoff-hooks/verdict.json')));
});

test.run();
