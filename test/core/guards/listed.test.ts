// What is said of guards themselves: faults, files that are passed over, findings in the tree.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { DEFAULTS } from '../../../src/core/config/defaults.ts';
import { findPassedOver } from '../../../src/core/guards/added.ts';
import { findInTree } from '../../../src/core/guards/breaches.ts';
import { guardFaults, listGuards } from '../../../src/core/guards/force.ts';
import { createMatch } from '../../../src/effects/patterns.ts';

const log = (...lines: readonly string[]) => ({
  path: 'docs/decisions.md',
  text: `# Decisions\n\n## Decision 1: A\n\n**Chosen:** a\n**Rationale:** b\n${lines.map((line) => `**Guard:** \`${line}\`\n`).join('')}`,
});
const listed = (...lines: readonly string[]) => listGuards([log(...lines)], DEFAULTS);
const guardsOf = (...lines: readonly string[]) => listed(...lines).guards.map(({ guard }) => guard);

const INVALID = [
  ['forbid everything', /a guard is forbid/],
  ['forbid pattern /(/ in src/**', /Unterminated group/],
  ['forbid import', /one name/],
  ['require pattern /a/ in src/**', /that matches/],
  ['forbid path src/** until tomorrow', /not a phase/],
] as const;

for (const [line, reason] of INVALID)
  test(`warns of ${line} with path, line and reason`, () => {
    const [fault, ...others] = guardFaults(listed(line).invalid, []);
    assert.equal(others, []);
    assert.equal([fault?.level, fault?.path, fault?.line], ['warning', 'docs/decisions.md', 7]);
    assert.match(fault?.message ?? '', reason);
  });

test('warns of a pattern that was stopped, and of that alone', () => {
  const guards = guardsOf('forbid pattern /^(a+)+$/ in src/**', 'forbid pattern /b+/ in src/**');
  const slow: { source: string; flags: string }[] = [];
  const match = createMatch((pattern) => slow.push(pattern));
  const document = { path: 'src/a.txt', text: `${'a'.repeat(40)}!\nbb\n` };
  const found = findInTree([document.path], [document], { guards, match });
  assert.equal(
    found.map(({ line }) => line),
    [2],
  );
  const faults = guardFaults([], guards, slow);
  assert.equal(
    faults.map(({ rule, line }) => [rule, line]),
    [['guard-slow', 7]],
  );
});

test('names what guards pass over, and nothing that they do not look at', () => {
  const guards = guardsOf('forbid emoji in src/**', 'forbid import mistral');
  const paths = ['src/a.bin', 'src/b.txt', 'src/big.txt', 'vendor/x/c.py', 'docs/d.bin'];
  const texts = [
    { path: 'src/a.bin', text: 'a\0b' },
    { path: 'src/b.txt', text: 'b' },
    { path: 'src/big.txt', text: 'b'.repeat(600_000) },
    { path: 'docs/d.bin', text: '\0' },
  ];
  assert.equal(findPassedOver(paths, guards, texts), [
    { path: 'src/a.bin', reason: 'binary' },
    { path: 'src/big.txt', reason: 'huge' },
    { path: 'vendor/x/c.py', reason: 'vendored' },
  ]);
  assert.equal(findPassedOver(paths, [], texts), []);
});

test('finds in the tree what is there already, for each form', () => {
  const guards = guardsOf('forbid import mistral', 'forbid dependency left-pad', 'forbid path **/Dockerfile');
  const texts = [
    { path: 'src/a.py', text: 'import os\nimport mistralai\n' },
    { path: 'package.json', text: '{"dependencies": {"left-pad": "1"}}' },
  ];
  const paths = [...texts.map(({ path }) => path), 'Dockerfile'];
  const found = findInTree(paths, texts, { guards, match: createMatch() });
  assert.equal(
    found.map(({ path, line }) => [path, line]),
    [
      ['src/a.py', 2],
      ['package.json', 1],
      ['Dockerfile', null],
    ],
  );
});

test.run();
