import fc from 'fast-check';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { cutBlocks, hasUnmatchedMarker, hookBlock, markedLines } from '../../../src/core/install/block.ts';
import { absoluteFrom, relativeTo } from '../../../src/core/install/paths.ts';
import { insertBlock, isShellScript } from '../../../src/core/install/script.ts';

const block = (hook: string) => hookBlock({ hook, isMade: false, next: null, isShared: false });

const line = fc.oneof(
  fc.string(),
  fc.constantFrom('#!/bin/sh', '#!/bin/sh -e', 'exit 0', '. "$(dirname -- "$0")/_/husky.sh"', ''),
);
const script = fc
  .tuple(fc.array(line), fc.constantFrom('\n', '\r\n'), fc.boolean())
  .map(([lines, eol, isEnded]) => lines.join(eol) + (isEnded ? eol : ''));

test('comes out of any text as if it had never been there', () => {
  fc.assert(
    fc.property(script, fc.constantFrom('commit-msg', 'pre-push'), (text, hook) => {
      const cut = cutBlocks(insertBlock(text, block(hook)));
      assert.is(cut.rest, text);
      assert.is(cut.blocks, 1);
    }),
  );
});

test('comes out of a text that an editor gave other line endings', () => {
  const text = '#!/bin/sh\necho one\n';
  const edited = insertBlock(text, block('commit-msg')).replaceAll('\n', '\r\n');
  assert.is(cutBlocks(edited).rest, text.replaceAll('\n', '\r\n'));
});

test('is cut wherever it stands, twice if it stands there twice', () => {
  const text = `a\n${markedLines(['x'], '    ')}b\n${markedLines(['y'])}c`;
  assert.equal(cutBlocks(text), { rest: 'a\nb\nc', isMade: false, blocks: 2 });
});

for (const [title, text] of [
  ['a start without an end', `a\n${markedLines(['x']).split('\n').slice(0, 2).join('\n')}\n`],
  ['an end without a start', `${markedLines(['x']).split('\n').slice(1).join('\n')}a\n`],
] as const)
  test(`is torn as ${title}, and stays as it is`, () => {
    assert.ok(hasUnmatchedMarker(text));
    assert.is(cutBlocks(text).rest, text);
  });

for (const [text, isShell] of [
  ['#!/bin/sh\n', true],
  ['#!/bin/sh', true],
  ['#! /bin/bash -e\n', true],
  ['#!/usr/bin/env bash\n', true],
  ['#!/usr/bin/env -S sh -e\n', true],
  ['#!/usr/bin/env FOO=1 dash\r\n', true],
  ['#!C:/Program Files/Git/usr/bin/sh.exe\n', true],
  ['echo hello\n', true],
  ['', true],
  ['#!/usr/bin/env node\n', false],
  ['#!/usr/bin/env python3\n# sh\n', false],
  ['#!/bin/zsh\n', false],
  ['#!/usr/bin/fish\n', false],
  ['#!/bin/sh\nexec node "$0" "$@"\n', false],
  ["#!/bin/sh\n''':'; exec python3 '$0' \"$@\"\n'''\n", false],
  ['#!/bin/sh\nexec node "$(dirname "$0")/hook.js" "$@"\n', true],
  ['#!/bin/sh\nexec "$0.local" "$@"\n', true],
  ['\u007fELF\u0002\u0000', false],
] as const)
  test(`takes ${JSON.stringify(text)} for ${isShell ? 'a shell script' : 'another program'}`, () => {
    assert.is(isShellScript(text), isShell);
  });

for (const [folder, path, relative] of [
  ['/r/.git', '/r/.git/hooks/x', 'hooks/x'],
  ['/r/.git', '/r/.husky/x', '../.husky/x'],
  ['/r/.git', '/other/x', '../../other/x'],
  ['/r/.git', '/r/.github/x', '../.github/x'],
  ['C:/r/.git', 'C:/r/x', '../x'],
  ['C:/r/.git', 'D:/r/x', 'D:/r/x'],
] as const)
  test(`writes ${path} as ${relative} below ${folder}, and reads it back`, () => {
    assert.is(relativeTo(folder, path), relative);
    assert.is(absoluteFrom(folder, relative), path);
  });

test.run();
