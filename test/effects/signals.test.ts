// A signal that comes in the middle of work: the work is done, then the process ends by it.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { bundleScript } from '../helpers/bundle.ts';
import { createFolder } from '../helpers/repository.ts';

const bundles = createFolder();
test.after(() => rmSync(bundles, { recursive: true }));
const SCRIPT = bundleScript('fixtures/effects/shielded.mts', bundles);

async function until(isThere: () => boolean): Promise<void> {
  const last = Date.now() + 30_000;
  while (!isThere() && Date.now() < last) await wait(5);
  assert.ok(isThere());
}

async function endOf(child: ChildProcess): Promise<readonly unknown[]> {
  return child.exitCode !== null || child.signalCode !== null
    ? [child.exitCode, child.signalCode]
    : once(child, 'exit');
}

async function runUntil(moment: string, signal: NodeJS.Signals | null, how = 'plain') {
  const folder = createFolder();
  const child = spawn(process.execPath, [SCRIPT, folder, how], { stdio: 'ignore' });
  await until(() => existsSync(join(folder, moment)));
  if (signal !== null) child.kill(signal);
  const [code, by] = await endOf(child);
  const notes = readdirSync(folder).sort();
  rmSync(folder, { recursive: true });
  return { code, by, notes };
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  test(`${signal} in the middle of work ends the process right after it`, async () => {
    assert.equal(await runUntil('began', signal), { code: null, by: signal, notes: ['began', 'ended'] });
  });
  test(`${signal} after the work ends the process at once`, async () => {
    assert.equal(await runUntil('ended', signal), { code: null, by: signal, notes: ['began', 'ended'] });
  });
}

test('work within work is one piece', async () => {
  const { by, notes } = await runUntil('began', 'SIGINT', 'nested');
  assert.equal([by, notes], ['SIGINT', ['began', 'ended']]);
});

test('without a signal the process goes on', async () => {
  assert.equal(await runUntil('began', null), { code: 0, by: null, notes: ['began', 'ended', 'went on'] });
});

test.run();
