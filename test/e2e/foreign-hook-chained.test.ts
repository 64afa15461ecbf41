// A hook that was there before ours keeps running as it did, whatever it is written in.
import { chmodSync, copyFileSync, linkSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { installIn, notesOf, uninstallFrom } from '../helpers/installed.ts';
import { createRepository, type TestRepository } from '../helpers/repository.ts';
import { snapshot } from '../helpers/snapshot.ts';

const HOOKS = '.git/hooks';

function withHook(name: string, text: string | Buffer, mode = 0o755): TestRepository {
  const repository = createRepository();
  repository.write(`${HOOKS}/${name}`, text);
  chmodSync(join(repository.dir, HOOKS, name), mode);
  return repository;
}

const SEEN = 'echo "theirs $*" >>"$NOTES"';

type Case = { readonly title: string; readonly text: string };

const SHELL_HOOKS: readonly Case[] = [
  { title: 'a plain script', text: `#!/bin/sh\n${SEEN}\n` },
  { title: 'a script that ends with exit 0', text: `#!/bin/sh\n${SEEN}\nexit 0\n` },
  { title: 'a script that ends with exec', text: `#!/bin/sh\nexec sh -c '${SEEN}' sh "$@"\n` },
  { title: 'a script under set -eu', text: `#!/bin/sh -eu\nset -eu\n${SEEN}\n` },
  { title: 'a script with no first line', text: `${SEEN}\n` },
  { title: 'a script with no final newline', text: `#!/bin/sh\n${SEEN}` },
  { title: 'a bash script', text: `#!/usr/bin/env bash\nset -o pipefail\nall=("$@")\n${SEEN}\n` },
  { title: 'CRLF behind the first line', text: `#!/bin/sh\n${SEEN} #\r\n` },
  { title: 'bytes that are no UTF-8', text: `#!/bin/sh\n# caf\u00e9\n${SEEN}\n` },
];

for (const { title, text } of SHELL_HOOKS)
  test(`runs ours, then ${title}, with its arguments`, () => {
    const repository = withHook('commit-msg', Buffer.from(text, 'latin1'));
    const before = snapshot(join(repository.dir, HOOKS));
    assert.equal(installIn(repository).leftovers, []);
    const notes = notesOf(repository, (env) =>
      assert.is(repository.commit('one', { a: '1' }, env).status, 0),
    );
    const file = '.git/COMMIT_EDITMSG';
    assert.equal(notes, [`commit-msg ${file} | `, `theirs ${file}`, 'post-commit | ']);
    uninstallFrom(repository);
    assert.equal(snapshot(join(repository.dir, HOOKS)), before);
    repository.remove();
  });

const OTHER_HOOKS: readonly Case[] = [
  {
    title: 'a node script',
    text: `#!${process.execPath}\nrequire('fs').appendFileSync(process.env.NOTES, 'theirs ' + process.argv.slice(2) + '\\n')\n`,
  },
  {
    title: 'a script that hands itself to another interpreter',
    text: `#!/bin/sh\n':' //; exec '${process.execPath}' "$0" "$@"\nrequire('fs').appendFileSync(process.env.NOTES, 'theirs ' + process.argv.slice(2) + '\\n')\n`,
  },
  {
    title: 'a script of an unknown shell',
    text: `#!/usr/bin/awk -f\nBEGIN { print "theirs " ARGV[1] >> ENVIRON["NOTES"]; exit }\n`,
  },
];

for (const { title, text } of OTHER_HOOKS)
  test(`moves ${title} aside unchanged and calls it`, () => {
    const repository = withHook('commit-msg', text);
    const before = snapshot(join(repository.dir, HOOKS));
    installIn(repository);
    assert.is(repository.read(`${HOOKS}/commit-msg.before-handoff`), text);
    const notes = notesOf(repository, (env) =>
      assert.is(repository.commit('one', { a: '1' }, env).status, 0),
    );
    assert.equal(notes.slice(0, 2), ['commit-msg .git/COMMIT_EDITMSG | ', 'theirs .git/COMMIT_EDITMSG']);
    uninstallFrom(repository);
    assert.equal(snapshot(join(repository.dir, HOOKS)), before);
    repository.remove();
  });

test('keeps the name of a hook that goes by its name', () => {
  const text = `#!${process.execPath}\nconst { basename } = require('path');\nrequire('fs').appendFileSync(process.env.NOTES, 'theirs ' + basename(process.argv[1]) + '\\n');\n`;
  const repository = withHook('commit-msg', text);
  repository.write(`${HOOKS}/post-commit`, text);
  chmodSync(join(repository.dir, HOOKS, 'post-commit'), 0o755);
  const before = snapshot(join(repository.dir, HOOKS));
  installIn(repository);
  assert.equal(installIn(repository).changes, []);
  const notes = notesOf(repository, (env) => repository.commit('one', { a: '1' }, env));
  assert.equal(
    notes.filter((note) => note.startsWith('theirs')),
    ['theirs commit-msg', 'theirs post-commit'],
  );
  uninstallFrom(repository);
  assert.equal(snapshot(join(repository.dir, HOOKS)), before);
  repository.remove();
});

for (const interpreter of ['/bin/sh', '/usr/bin/perl'])
  test(`lets a failing ${interpreter} hook fail the commit with ours in front of it`, () => {
    const repository = withHook('commit-msg', `#!${interpreter}\nexit 7;\n`);
    installIn(repository);
    assert.is(repository.run('git', ['hook', 'run', 'commit-msg', '--', 'x']).status, 7);
    assert.is(repository.commit('one', { a: '1' }).status, 1);
    repository.remove();
  });

for (const interpreter of ['/bin/sh', '/usr/bin/env bash'])
  test(`gives the whole standard input to ours and to a ${interpreter} hook`, () => {
    const repository = withHook('post-rewrite', `#!${interpreter}\nset -e\nsed 's/^/theirs /' >>"$NOTES"\n`);
    installIn(repository);
    repository.commit('one', { a: '1' });
    const old = repository.git('rev-parse', 'HEAD');
    const notes = notesOf(repository, (env) => {
      repository.run('git', ['commit', '--amend', '--message', 'two'], env);
    });
    const pair = `${old} ${repository.git('rev-parse', 'HEAD')}`;
    assert.equal(notes.slice(-2), [`post-rewrite amend | ${pair}`, `theirs ${pair}`]);
    repository.remove();
  });

test('leaves standard input empty where git sent nothing', () => {
  const repository = withHook('pre-push', '#!/bin/sh\nwc -c >>"$NOTES"\n');
  installIn(repository);
  repository.commit('one', { a: '1' });
  const push = ['push', '--quiet', repository.dir, 'HEAD:refs/heads/main'];
  const notes = notesOf(repository, (env) => repository.run('git', push, env));
  assert.equal(notes, [`pre-push ${repository.dir} ${repository.dir} | `, '0']);
  repository.remove();
});

for (const mode of [0o644, 0o600])
  test(`keeps a hook off that has mode ${mode.toString(8)}`, () => {
    const repository = withHook('commit-msg', `#!/bin/sh\n${SEEN}\n`, mode);
    const before = snapshot(join(repository.dir, HOOKS));
    installIn(repository);
    const notes = notesOf(repository, (env) => repository.commit('one', { a: '1' }, env));
    assert.equal(notes, ['commit-msg .git/COMMIT_EDITMSG | ', 'post-commit | ']);
    uninstallFrom(repository);
    assert.equal(snapshot(join(repository.dir, HOOKS)), before);
    repository.remove();
  });

test('moves a linked hook aside as the link that it is', () => {
  const repository = createRepository();
  repository.write('tools/commit-msg', `#!/bin/sh\n${SEEN}\n`);
  chmodSync(join(repository.dir, 'tools/commit-msg'), 0o755);
  symlinkSync('../../tools/commit-msg', join(repository.dir, HOOKS, 'commit-msg'));
  const before = snapshot(repository.dir);
  installIn(repository);
  const notes = notesOf(repository, (env) => repository.commit('one', {}, env));
  assert.ok(notes.includes('theirs .git/COMMIT_EDITMSG'));
  assert.is(repository.read('tools/commit-msg'), `#!/bin/sh\n${SEEN}\n`);
  uninstallFrom(repository);
  assert.equal(
    snapshot(join(repository.dir, HOOKS)),
    Object.fromEntries(
      Object.entries(before).flatMap(([path, state]) =>
        path.startsWith(`${HOOKS}/`) ? [[path.slice(HOOKS.length + 1), state]] : [],
      ),
    ),
  );
  repository.remove();
});

test('puts ours back in front of a hook that was rewritten since', () => {
  const repository = withHook('commit-msg', '#!/bin/sh\nexit 0\n');
  installIn(repository);
  repository.write(`${HOOKS}/commit-msg`, `#!/bin/sh\n${SEEN}\n`);
  installIn(repository);
  const notes = notesOf(repository, (env) => repository.commit('one', { a: '1' }, env));
  assert.equal(notes.slice(0, 2), ['commit-msg .git/COMMIT_EDITMSG | ', 'theirs .git/COMMIT_EDITMSG']);
  repository.remove();
});

type Stop = { readonly title: string; readonly again: (from: string, to: string) => void };

const PROGRAM = '#!/usr/bin/env python3\nprint("theirs")\n';
const STOPS: readonly Stop[] = [
  { title: 'has two names of one file', again: linkSync },
  { title: 'was copied back by hand', again: copyFileSync },
];

for (const { title, again } of STOPS)
  for (const name of ['commit-msg', 'pre-push', 'post-merge'])
    test(`puts ours in the place of a ${name} hook that was kept and not replaced: it ${title}`, () => {
      const repository = withHook(name, PROGRAM);
      const hook = join(repository.dir, HOOKS, name);
      const before = snapshot(join(repository.dir, HOOKS));
      installIn(repository);
      const installed = snapshot(join(repository.dir, HOOKS));
      rmSync(hook);
      again(`${hook}.before-handoff`, hook);
      assert.equal(installIn(repository).leftovers, []);
      assert.equal(snapshot(join(repository.dir, HOOKS)), installed);
      uninstallFrom(repository);
      assert.equal(snapshot(join(repository.dir, HOOKS)), before);
      repository.remove();
    });

test('runs once in a hook of husky 8, which starts itself a second time', () => {
  const repository = withHook(
    'commit-msg',
    `#!/usr/bin/env sh\n. "$(dirname -- "$0")/_/husky.sh"\n\n${SEEN}\n`,
  );
  repository.write(
    `${HOOKS}/_/husky.sh`,
    'if [ -z "$husky_skip_init" ]; then\n  husky_skip_init=1; export husky_skip_init\n  sh -e "$0" "$@"\n  exit $?\nfi\n',
  );
  installIn(repository);
  const notes = notesOf(repository, (env) => repository.commit('one', { a: '1' }, env));
  assert.equal(notes.slice(0, 2), ['commit-msg .git/COMMIT_EDITMSG | ', 'theirs .git/COMMIT_EDITMSG']);
  repository.remove();
});

test.run();
