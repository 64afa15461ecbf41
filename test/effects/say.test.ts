import { spawnSync } from 'node:child_process';
import { Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { mayColour, print, removeControls, say } from '../../src/effects/say.ts';
import { cleanEnvironment } from '../helpers/repository.ts';

const spelled = (text: string, first: number): string =>
  String.fromCodePoint(...[...text].map((sign) => first + sign.charCodeAt(0)));
const tags = (text: string): string => spelled(text, 0xe0000);
const selectors = (text: string): string => spelled(text, 0xe0100 - 16);

const cleaned: readonly (readonly [situation: string, text: string, shown: string])[] = [
  ['keeps letters, tabs and lines', 'Ä\té\n語\n', 'Ä\té\n語\n'],
  ['keeps line endings of Windows', 'a\r\nb\r\n', 'a\r\nb\r\n'],
  ['removes a carriage return that would overwrite the line', 'safe\revil', 'safeevil'],
  ['removes escape sequences', '\x1b[2Ja\x9b1mb\x07\x7f', '[2Ja1mb'],
  ['removes bidi marks', 'a\u202eb\u2066c\u200fd\u061ce', 'abcde'],
  ['removes letters of tags', `a${tags('run rm')}b`, 'ab'],
  ['removes variation selectors that spell bytes', `a${selectors('run rm')}b`, 'ab'],
  ['removes fillers, annotations and invisible signs of formulas', 'a\u3164\uffa0\ufff9b\u2063c', 'abc'],
  ['keeps what makes a sign an emoji', '⚙️ ✔︎', '⚙️ ✔︎'],
  ['keeps what joins letters and emoji', 'می\u200cخواهم 👩\u200d💻', 'می\u200cخواهم 👩\u200d💻'],
];

for (const [situation, text, shown] of cleaned)
  test(`printing ${situation}`, () => assert.is(removeControls(text), shown));

/** A stream that keeps what it gets, or fails. */
function createStream(code?: string): { stream: Writable; seen: () => string } {
  let seen = '';
  const write = (chunk: Buffer, _: string, done: (error?: Error) => void): void => {
    if (code === undefined) seen += chunk.toString();
    done(code === undefined ? undefined : Object.assign(new Error(code), { code }));
  };
  return { stream: new Writable({ write }), seen: () => seen };
}

test('talk ends with a line feed, the answer is as it is', async () => {
  const [talk, answer] = [createStream(), createStream()];
  say('one', talk.stream);
  say('two\n', talk.stream);
  assert.is(await print('three', answer.stream), true);
  assert.is(talk.seen(), 'one\ntwo\n');
  assert.is(answer.seen(), 'three');
});

test('a reader that has gone is no failure', async () => {
  assert.is(await print('a', createStream('EPIPE').stream), false);
  say('a', createStream('EPIPE').stream);
});

test('an answer that cannot be written is a failure', async () => {
  const failure = await print('a', createStream('ENOSPC').stream).catch((error) => error);
  assert.is(failure.code, 3);
});

test('a long answer into `head` ends without a stack', () => {
  const say = fileURLToPath(new URL('../../src/effects/say.ts', import.meta.url));
  const script = `
    import { print } from ${JSON.stringify(say)};
    const lines = 'a line that is not short\\n'.repeat(100);
    let count = 0;
    while (count < 10000 && (await print(lines))) count += 1;
    if (count === 10000) process.exitCode = 9;
  `;
  const command =
    '{ "$0" --import tsx --input-type=module --eval "$1" 2>&1; echo "exit $?" >&2; } | head -n 1';
  const { stdout, stderr } = spawnSync('sh', ['-c', command, process.execPath, script], {
    env: cleanEnvironment(),
    encoding: 'utf8',
  });
  assert.is(stdout, 'a line that is not short\n');
  assert.is(stderr, 'exit 0\n');
});

const colours: readonly (readonly [isTTY: boolean, env: Record<string, string>, may: boolean])[] = [
  [true, {}, true],
  [false, {}, false],
  [true, { NO_COLOR: '1' }, false],
  [true, { NO_COLOR: '' }, true],
  [true, { TERM: 'dumb' }, false],
  [false, { FORCE_COLOR: '1' }, true],
  [true, { FORCE_COLOR: '0' }, false],
  [false, { FORCE_COLOR: '1', NO_COLOR: '1' }, false],
];

for (const [isTTY, env, may] of colours)
  test(`${may ? 'colours' : 'does not colour'} ${isTTY ? 'a terminal' : 'a file'} under ${JSON.stringify(env)}`, () =>
    assert.is(mayColour({ isTTY }, env), may));

test.run();
