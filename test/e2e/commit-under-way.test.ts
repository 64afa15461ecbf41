// A draft that would be a commit of its own while the user's commit is being made: it waits for another time,
// as git gives up a commit under which HEAD has moved.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { CLI, createProject } from '../helpers/project.ts';
import { copyRepository } from '../helpers/repository.ts';

const template = createProject({ 'src/a.js': 'a();\n' });
template.commit('feat: complete Phase 1, the engine', { 'src/a.js': 'b();\n' }, { HANDOFF: '0' });
test.after(template.remove);

const WAITS = '#!/bin/sh\n: >started\nwhile [ ! -e go ]; do sleep 0.05; done\n';

const MOMENTS: readonly (readonly [moment: string, hook: string, args: readonly string[]])[] = [
  ['in the user’s pre-commit', '.git/hooks/pre-commit', ['commit', '-am', 'chore: mine']],
  ['in prepare-commit-msg', '.git/hooks/prepare-commit-msg', ['commit', '-am', 'chore: mine']],
  ['in the editor', 'editor', ['-c', 'core.editor=./editor', 'commit', '-a']],
];

if (process.platform !== 'linux') console.log('skipped: what other processes do is read from /proc');
else
  for (const [moment, hook, args] of MOMENTS)
    test(`a commit that is ${moment} keeps its HEAD`, async () => {
      const repository = copyRepository(template);
      const { dir, env } = repository;
      const isEditor = hook === 'editor';
      repository.write(hook, isEditor ? `${WAITS}echo 'chore: mine' >"$1"\n` : WAITS);
      repository.run('chmod', ['+x', hook]);
      repository.write('src/a.js', 'c();\n');
      const child = spawn('git', [...args], { cwd: dir, env, stdio: 'ignore' });
      const ended = once(child, 'exit');
      while (!existsSync(join(dir, 'started'))) await wait(20);
      const { status, stderr } = repository.run('node', [CLI, 'draft', '--into', 'commit']);
      writeFileSync(join(dir, 'go'), '');
      const [code] = await ended;
      assert.is(status, 3, stderr);
      assert.match(
        stderr,
        /^handoff: a commit is being made, so nothing was written\n {2}fix {2}git handoff/,
      );
      assert.is(code, 0);
      assert.match(repository.git('log', '-2', '--format=%s'), /^chore: mine\nfeat: complete Phase 1/);
      const later = repository.run('node', [CLI, 'draft', '--into', 'commit']);
      assert.is(later.status, 0, later.stderr);
      repository.remove();
    });

test.run();
