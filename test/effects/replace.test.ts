// The one writer of files: what it keeps, what it refuses, and that nothing of its own is left.
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { type NewFile, replaceFile, replaceLink, temporaryName } from '../../src/effects/replace.ts';
import { bundleScript } from '../helpers/bundle.ts';
import { createFolder } from '../helpers/repository.ts';

const made: string[] = [];
const keep = (folder: string): string => {
  made.push(folder);
  return folder;
};
test.after(() => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
});

const isRoot = process.geteuid?.() === 0;
const bytes = (text: string): Buffer => Buffer.from(text);

/** A directory with `a.md` in it, and one for temporary files. */
function createPlace(): { folder: string; file: string; staging: string } {
  const root = keep(createFolder());
  const [folder, staging] = [join(root, 'tree'), join(root, 'git')];
  for (const path of [folder, staging]) mkdirSync(path);
  writeFileSync(join(folder, 'a.md'), 'old\n');
  return { folder, file: join(folder, 'a.md'), staging };
}

const codeOf = (act: () => void): string => {
  try {
    act();
  } catch (error) {
    return (error as NodeJS.ErrnoException).code ?? String(error);
  }
  return 'none';
};

test('replaces what was read, and leaves nothing beside it', () => {
  const { folder, file, staging } = createPlace();
  replaceFile({ file, bytes: bytes('new\n'), expected: bytes('old\n'), staging, isDurable: true });
  assert.is(readFileSync(file, 'utf8'), 'new\n');
  assert.equal([readdirSync(folder), readdirSync(staging)], [['a.md'], []]);
});

test('makes a file that was missing, with the directories above it', () => {
  const { folder, staging } = createPlace();
  const file = join(folder, 'docs/log/b.md');
  replaceFile({ file, bytes: bytes('new\n'), expected: null, staging });
  assert.is(readFileSync(file, 'utf8'), 'new\n');
  assert.is(statSync(file).nlink, 1);
  assert.equal([readdirSync(join(folder, 'docs/log')), readdirSync(staging)], [['b.md'], []]);
});

type Refusal = {
  readonly situation: string;
  readonly prepare: (place: { folder: string; file: string }) => void;
  readonly next?: Partial<NewFile>;
  readonly code: string;
  readonly text?: string;
};

const refusals: readonly Refusal[] = [
  {
    situation: 'a file that holds something else by now',
    prepare: ({ file }) => writeFileSync(file, 'theirs\n'),
    code: 'CHANGED',
    text: 'theirs\n',
  },
  { situation: 'a file that is gone by now', prepare: ({ file }) => rmSync(file), code: 'ENOENT' },
  {
    situation: 'a file that somebody made meanwhile',
    prepare: () => {},
    next: { expected: null },
    code: 'CHANGED',
    text: 'old\n',
  },
  {
    situation: 'a link to nothing that somebody made meanwhile',
    prepare: ({ file, folder }) => {
      rmSync(file);
      symlinkSync(join(folder, 'victim'), file);
    },
    next: { expected: null },
    code: 'CHANGED',
  },
  {
    situation: 'a link that somebody put in its place',
    prepare: ({ file, folder }) => {
      writeFileSync(join(folder, 'victim'), 'old\n');
      rmSync(file);
      symlinkSync('victim', file);
    },
    code: 'ELOOP',
    text: 'old\n',
  },
  {
    situation: 'a file with a second name that holds something else by now',
    prepare: ({ file, folder }) => {
      writeFileSync(file, 'theirs\n');
      linkSync(file, join(folder, 'second'));
    },
    code: 'CHANGED',
    text: 'theirs\n',
  },
  {
    situation: 'a read-only file',
    prepare: ({ file }) => chmodSync(file, 0o444),
    code: 'EACCES',
    text: 'old\n',
  },
  {
    situation: 'a directory',
    prepare: ({ file }) => {
      rmSync(file);
      mkdirSync(file);
    },
    next: { expected: undefined },
    code: 'EISDIR',
  },
];

for (const { situation, prepare, next = {}, code, text } of refusals)
  test(`refuses ${situation}, and leaves nothing`, () => {
    const { folder, file, staging } = createPlace();
    prepare({ folder, file });
    const before = readdirSync(folder);
    const plan = { file, bytes: bytes('new\n'), expected: bytes('old\n'), staging, ...next };
    assert.is(
      codeOf(() => replaceFile(plan)),
      code,
    );
    if (text !== undefined) assert.is(readFileSync(file, 'utf8'), text);
    assert.equal([readdirSync(folder), readdirSync(staging)], [before, []]);
  });

test('never writes through a link in its place, be it asked to look or not', () => {
  const { folder, file, staging } = createPlace();
  writeFileSync(join(folder, 'victim'), 'the only copy\n');
  rmSync(file);
  symlinkSync('victim', file);
  replaceFile({ file, bytes: bytes('new\n'), staging });
  assert.not(lstatSync(file).isSymbolicLink());
  assert.is(readFileSync(join(folder, 'victim'), 'utf8'), 'the only copy\n');
});

test('a link under the name of a temporary file is not followed', () => {
  const { folder, file } = createPlace();
  const { random } = Math;
  writeFileSync(join(folder, 'victim'), 'the only copy\n');
  try {
    Math.random = () => 0.5;
    symlinkSync('victim', temporaryName(folder));
    assert.is(
      codeOf(() => replaceFile({ file, bytes: bytes('new\n') })),
      'EEXIST',
    );
  } finally {
    Math.random = random;
  }
  assert.is(readFileSync(join(folder, 'victim'), 'utf8'), 'the only copy\n');
  assert.is(readFileSync(file, 'utf8'), 'old\n');
});

test('keeps the mode, the inode and every name of a file that has several', () => {
  const { folder, file, staging } = createPlace();
  linkSync(file, join(folder, 'second'));
  chmodSync(file, 0o640);
  const { ino } = statSync(file);
  for (const text of ['longer than before\n', 'b\n']) {
    replaceFile({ file, bytes: bytes(text), expected: readFileSync(file), staging });
    assert.is(readFileSync(join(folder, 'second'), 'utf8'), text);
  }
  assert.equal([statSync(file).ino, statSync(file).mode & 0o777], [ino, 0o640]);
});

test('gives a file the mode that is asked for, whatever the umask', () => {
  const { file } = createPlace();
  replaceFile({ file, bytes: bytes('#!/bin/sh\n'), expected: bytes('old\n'), mode: 0o777 });
  assert.is(statSync(file).mode & 0o777, 0o777);
});

test('replaces a read-only file that is ours', () => {
  const { file } = createPlace();
  chmodSync(file, 0o444);
  replaceFile({ file, bytes: bytes('new\n'), isOurs: true });
  assert.is(readFileSync(file, 'utf8'), 'new\n');
});

if (isRoot)
  test('keeps owner and group, and gives a new file the group of a directory that passes its own on', () => {
    const { folder, file, staging } = createPlace();
    chownSync(file, 65534, 65533);
    replaceFile({ file, bytes: bytes('new\n'), expected: bytes('old\n'), staging });
    chownSync(folder, 0, 65533);
    chmodSync(folder, 0o2775);
    replaceFile({ file: join(folder, 'b.md'), bytes: bytes('new\n'), expected: null, staging });
    const owners = ['a.md', 'b.md'].map((name) => statSync(join(folder, name)));
    assert.equal(
      owners.map(({ uid, gid }) => [uid, gid]),
      [
        [65534, 65533],
        [0, 65533],
      ],
    );
  });

const OTHER_DISK = '/dev/shm';
const hasOtherDisk = existsSync(OTHER_DISK) && statSync(OTHER_DISK).dev !== statSync(createPlace().file).dev;
if (hasOtherDisk)
  test('writes beside the file where the directory for temporary files is on another disk', () => {
    const { folder, file } = createPlace();
    const staging = keep(temporaryName(OTHER_DISK));
    mkdirSync(staging);
    for (const [path, expected] of [
      [file, bytes('old\n')],
      [join(folder, 'b.md'), null],
    ] as const)
      replaceFile({ file: path, bytes: bytes('new\n'), expected, staging });
    assert.equal([readdirSync(folder).sort(), readdirSync(staging)], [['a.md', 'b.md'], []]);
    assert.is(readFileSync(join(folder, 'b.md'), 'utf8'), 'new\n');
  });

for (const names of [1, 2])
  test(`a file of ${names} names keeps its text where the new one finds no room`, () => {
    const { folder, file } = createPlace();
    const script = bundleScript('fixtures/effects/replace.mts', keep(createFolder()));
    if (names === 2) linkSync(file, join(folder, 'second'));
    const before = readdirSync(folder);
    // Blocks of 512 or of 1,024 bytes, by the shell.
    const limited = ['-c', 'ulimit -f 1; exec "$@"', 'sh', process.execPath, script, file, '5000'];
    assert.is(spawnSync('sh', limited, { encoding: 'utf8' }).stdout, 'EFBIG\n');
    assert.is(readFileSync(file, 'utf8'), 'old\n');
    assert.equal(readdirSync(folder), before);
  });

const PYTHON = 'import os, sys; ';
const attribute = (words: string, file: string) =>
  spawnSync('python3', ['-c', PYTHON + words, file], { encoding: 'utf8' });
const SET = 'os.setxattr(sys.argv[1], "user.handoff", b"kept")';
const GET = 'print(os.getxattr(sys.argv[1], "user.handoff").decode())';
const hasAttributes = process.platform === 'linux' && attribute(SET, createPlace().file).status === 0;
if (!hasAttributes) console.log('skipped: no extended attributes here, or no python3');

for (const names of hasAttributes ? [1, 2] : [])
  test(`a file of ${names} names keeps its extended attributes and its mode`, () => {
    const { folder, file } = createPlace();
    chmodSync(file, 0o640);
    attribute(SET, file);
    if (names === 2) linkSync(file, join(folder, 'second'));
    replaceFile({ file, bytes: bytes('new\n'), expected: bytes('old\n') });
    assert.is(readFileSync(file, 'utf8'), 'new\n');
    assert.is(statSync(file).mode & 0o777, 0o640);
    assert.is(attribute(GET, file).stdout, 'kept\n');
  });

for (const [mode, isSaid] of [
  ['-rw-r--r--@ ', true],
  ['-rw-r--r--+ ', true],
  ['-rw-r--r-- ', false],
  ['', false],
] as const)
  test(`where cp carries nothing over, a file that ls shows as "${mode}" ${isSaid ? 'loses more, and that is said' : 'loses nothing'}`, () => {
    const { folder, file } = createPlace();
    const bin = keep(createFolder());
    for (const [name, act] of [
      ['cp', 'exit 1'],
      ['ls', `echo '${mode}1 me us 4 a.md'`],
    ])
      writeFileSync(join(bin, `${name}`), `#!/bin/sh\n${act}\n`, { mode: 0o755 });
    const script = bundleScript('fixtures/effects/replace.mts', keep(createFolder()));
    const env = { ...process.env, PATH: `${bin}:${process.env.PATH}` };
    const { stdout, stderr } = spawnSync(process.execPath, [script, file, '3'], { encoding: 'utf8', env });
    assert.is(stdout, '');
    assert.is(
      /^handoff: .*a\.md is written anew without its extended attributes/.test(stderr),
      isSaid,
      stderr,
    );
    assert.is(readFileSync(file, 'utf8'), 'bbb');
    assert.equal(readdirSync(folder), ['a.md']);
  });

test('puts a link in the place of a file, and leaves both as they were where it cannot', () => {
  const { folder, file } = createPlace();
  replaceLink(file, 'docs/a.md');
  assert.is(readlinkSync(file), 'docs/a.md');
  mkdirSync(join(folder, 'taken'));
  assert.is(
    codeOf(() => replaceLink(join(folder, 'taken'), 'a.md')),
    'EISDIR',
  );
  assert.equal(readdirSync(folder).sort(), ['a.md', 'taken']);
});

test.run();
