// What install did is taken back byte for byte, whatever happened around it since; what cannot be is listed.
import { chmodSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { describeChanges } from '../../src/core/wording/install.ts';
import { installIn, uninstallFrom } from '../helpers/installed.ts';
import { createRepository, type TestRepository } from '../helpers/repository.ts';
import { snapshot } from '../helpers/snapshot.ts';

function withHooks(hooks: Readonly<Record<string, string>>): TestRepository {
  const repository = createRepository();
  repository.commit('start', { a: '1' });
  for (const [name, text] of Object.entries(hooks)) {
    repository.write(`.git/hooks/${name}`, Buffer.from(text, 'latin1'));
    chmodSync(join(repository.dir, '.git/hooks', name), 0o751);
  }
  return repository;
}

const THEIRS: readonly string[] = [
  '#!/bin/sh\necho hello\n',
  '#!/bin/sh\necho hello',
  '#!/bin/sh',
  '#!/bin/sh\n',
  '#!/bin/sh\r\necho hello\r\n',
  'echo hello',
  '',
  '\n\n',
  '#!/usr/bin/env python3\nprint(1)',
  '\u0000\u00ff\u0001binary',
];

const everything = ({ dir }: TestRepository) => snapshot(join(dir, '.git'));

for (const text of THEIRS)
  test(`restores a hook of ${JSON.stringify(text)}`, () => {
    const repository = withHooks({ 'commit-msg': text, 'post-rewrite': text });
    const before = everything(repository);
    installIn(repository);
    installIn(repository);
    assert.equal(uninstallFrom(repository).leftovers, []);
    assert.equal(everything(repository), before);
    repository.remove();
  });

test('changes nothing when it installs a second time', () => {
  const repository = withHooks({ 'commit-msg': '#!/bin/sh\ntrue\n', 'pre-push': '#!/usr/bin/env node\n' });
  installIn(repository);
  const before = everything(repository);
  assert.equal(installIn(repository).changes, []);
  assert.equal(everything(repository), before);
  repository.remove();
});

test('does exactly what a dry run prints, both ways', () => {
  const repository = withHooks({ 'commit-msg': '#!/bin/sh\ntrue\n', 'pre-push': '#!/usr/bin/env node\n' });
  const untouched = everything(repository);
  for (const act of [installIn, uninstallFrom]) {
    const before = everything(repository);
    const planned = act(repository, { isDry: true });
    assert.equal(everything(repository), before);
    act(repository);
    assert.equal(predict(before, planned.changes, join(repository.dir, '.git')), everything(repository));
  }
  assert.equal(everything(repository), untouched);
  repository.remove();
});

function predict(
  before: Record<string, string>,
  changes: ReturnType<typeof installIn>['changes'],
  root: string,
): Record<string, string> {
  const after = { ...before };
  for (const change of changes) {
    const path = change.path.slice(root.length + 1);
    if (change.kind === 'make-directory') after[path] = 'folder 755';
    else if (change.kind === 'write')
      after[path] = `file ${change.after.mode.toString(8)} ${change.after.text}`;
    else {
      if (change.kind === 'move') after[change.to.slice(root.length + 1)] = after[path] ?? '';
      delete after[path];
    }
  }
  return after;
}

test('prints every change, and the lines that come and go', () => {
  const repository = withHooks({ 'commit-msg': '#!/bin/sh\ntrue\n', 'pre-push': '#!/usr/bin/env node\n' });
  const { changes } = installIn(repository, { isDry: true });
  const view = { top: repository.dir, home: `${repository.dir}/.git/handoff-hooks` };
  const text = describeChanges({ changes, isDry: true }, view);
  assert.match(text, /^move \.git\/hooks\/pre-push to \.git\/hooks\/pre-push\.before-handoff$/m);
  assert.match(text, /^edit \.git\/hooks\/commit-msg\n {2}\+ # >>> handoff-hooks >>>$/m);
  assert.match(text, /^write \.git\/hooks\/pre-push\n {2}\+ #!\/bin\/sh$/m);
  assert.not.match(text, /^ {2}- /m);
  repository.remove();
});

const AROUND: readonly (readonly [title: string, edit: (text: string) => string, left: string])[] = [
  ['below', (text) => `${text}echo more\n`, '#!/bin/sh\necho hello\necho more\n'],
  [
    'above',
    (text) => text.replace('#!/bin/sh\n', '#!/bin/sh\necho first\n'),
    '#!/bin/sh\necho first\necho hello\n',
  ],
  [
    'inside the block',
    (text) => text.replace('handoff_home=', '# mine\nhandoff_home='),
    '#!/bin/sh\necho hello\n',
  ],
  ['as CRLF', (text) => text.replaceAll('\n', '\r\n'), '#!/bin/sh\r\necho hello\r\n'],
  ['as a new hook', () => '#!/bin/sh\nsomething else\n', '#!/bin/sh\nsomething else\n'],
];

for (const [title, edit, left] of AROUND)
  test(`takes out its block alone after an edit ${title}`, () => {
    const repository = withHooks({ 'commit-msg': '#!/bin/sh\necho hello\n' });
    installIn(repository);
    repository.write('.git/hooks/commit-msg', edit(repository.read('.git/hooks/commit-msg')));
    assert.equal(uninstallFrom(repository).leftovers, []);
    assert.is(repository.read('.git/hooks/commit-msg'), left);
    repository.remove();
  });

test('keeps what was added to a file that it made', () => {
  const repository = withHooks({});
  installIn(repository);
  repository.write('.git/hooks/commit-msg', `${repository.read('.git/hooks/commit-msg')}echo mine\n`);
  uninstallFrom(repository);
  assert.is(repository.read('.git/hooks/commit-msg'), '#!/bin/sh\necho mine\n');
  repository.remove();
});

test('takes back everything although its manifest is gone', () => {
  const repository = withHooks({ 'commit-msg': '#!/bin/sh\ntrue\n', 'pre-push': '#!/usr/bin/env node\n' });
  const before = everything(repository);
  installIn(repository);
  rmSync(join(repository.dir, '.git/handoff-hooks'), { recursive: true });
  uninstallFrom(repository);
  assert.equal(everything(repository), before);
  repository.remove();
});

test('lists a hook that cannot go back to its place', () => {
  const repository = withHooks({ 'commit-msg': '#!/usr/bin/env node\n' });
  installIn(repository);
  repository.write('.git/hooks/commit-msg', '#!/bin/sh\nsomebody else\n');
  const path = `${repository.dir}/.git/hooks/commit-msg.before-handoff`;
  assert.equal(uninstallFrom(repository).leftovers, [{ path, reason: 'replaced' }]);
  assert.is(repository.read('.git/hooks/commit-msg'), '#!/bin/sh\nsomebody else\n');
  repository.remove();
});

test('leaves a torn block alone and says so', () => {
  const repository = withHooks({ 'commit-msg': '#!/bin/sh\n# >>> handoff-hooks >>>\ntrue\n' });
  const path = `${repository.dir}/.git/hooks/commit-msg`;
  assert.equal(installIn(repository).leftovers, [{ path, reason: 'unmatched-marker' }]);
  assert.equal(uninstallFrom(repository).leftovers, [{ path, reason: 'unmatched-marker' }]);
  assert.is(repository.read('.git/hooks/commit-msg'), '#!/bin/sh\n# >>> handoff-hooks >>>\ntrue\n');
  repository.remove();
});

test('makes the hooks folder where there is none, and takes it away again', () => {
  const repository = createRepository(undefined, ['--template=']);
  const before = everything(repository);
  installIn(repository);
  uninstallFrom(repository);
  assert.equal(everything(repository), before);
  repository.remove();
});

test('keeps the baseline of the first installation', () => {
  const repository = withHooks({});
  const first = repository.git('rev-parse', 'HEAD');
  installIn(repository);
  repository.commit('two', { a: '2' });
  installIn(repository);
  assert.is(JSON.parse(repository.read('.git/handoff-hooks/install.json')).baseline, first);
  repository.remove();
});

test.run();
