// The hooks' awk program, asked what a commit can weigh at most.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DEFAULTS } from '../../src/core/config/defaults.ts';
import { awkPlan } from '../../src/core/plan/plan.ts';
import { formatTable } from '../../src/core/plan/table.ts';
import type { Commit } from '../../src/core/types.ts';
import { cleanEnvironment } from './repository.ts';

const programs = ['weigh', 'message', 'files'].flatMap((name) => [
  '-f',
  fileURLToPath(new URL(`../../hooks/lib/${name}.awk`, import.meta.url)),
]);

export type Scales = {
  /** `log`: as git tells the hooks of a commit. Hundredths at most, or that it is for node. */
  readonly weigh: (log: string) => number | 'node';
  readonly close: () => void;
};

/** `awk`: the command, such as `busybox awk`. Throws what awk complains of. */
export function openScales(awk = 'awk', contextPath: string | null = null): Scales {
  const folder = mkdtempSync(join(tmpdir(), 'handoff-scales-'));
  const facts = { config: DEFAULTS, gateConfig: DEFAULTS, settingsFile: null, affects: [] };
  writeFileSync(join(folder, 'plan'), awkPlan(facts));
  writeFileSync(join(folder, 'rules'), formatTable());
  const [command = '', ...words] = awk.split(' ');
  const parts = ['part=log', '-', 'part=plan', join(folder, 'plan'), 'part=rules', join(folder, 'rules')];
  const given = [`left=${MOST}`, 'note=/dev/stdout', `context=${contextPath ?? ''}`];
  const weigh = (log: string): number | 'node' => {
    const [, parent = ''] = (log.split('\n')[0] ?? '').split(' ');
    const { status, stdout, stderr } = spawnSync(
      command,
      [...words, ...programs, `judged=${parent}`, ...given, ...parts],
      { input: log, env: cleanEnvironment({ LC_ALL: 'C' }), encoding: 'utf8' },
    );
    if (stderr !== '') throw new Error(stderr);
    return status === 0 ? MOST - Number(stdout.split(' ')[1]) : 'node';
  };
  return { weigh, close: () => rmSync(folder, { recursive: true, force: true }) };
}

const MOST = 1_000_000;
const [SHA, PARENT] = ['1', '2'].map((digit) => digit.repeat(40));

/** How the hooks' shell asks git of a commit, but for its options that need no repository. */
export const LOG_FORM = ['--raw', '--numstat', '--format=%H %P%n%w(0,1,1)%B'];

/** A made-up commit as git would tell of it in that form. */
export function logOf({ parents, message, files }: Commit): string {
  const raw = files.map(({ path, from, status }) => {
    const paths = from === undefined ? path : `${from}\t${path}`;
    return `:100644 100644 ${PARENT} ${SHA} ${status}\t${paths}\n`;
  });
  const counts = files.map(({ path, added, deleted }) => `${added ?? '-'}\t${deleted ?? '-'}\t${path}\n`);
  const lines = message.trimEnd().split('\n');
  const said = lines.map((line) => (line === '' ? '\n' : ` ${line}\n`)).join('');
  const above = parents.length === 0 ? '' : ` ${parents.map(() => PARENT).join(' ')}`;
  return `${SHA}${above}\n${said}\n\n${raw.join('')}${counts.join('')}`;
}
