// The hooks' trip wires, asked by the awk program of the hooks whether a commit touches one.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DEFAULTS } from '../../src/core/config/defaults.ts';
import { pathTable } from '../../src/core/quiet/plan.ts';
import { formatTable } from '../../src/core/quiet/table.ts';
import type { Commit } from '../../src/core/types.ts';
import { cleanEnvironment } from './repository.ts';

const PROGRAM = fileURLToPath(new URL('../../hooks/lib/wires.awk', import.meta.url));

export type WireTest = {
  /** `log`: as git tells the hooks of a commit. The lines that count, or that node is started. */
  readonly hold: (log: string) => number | 'node';
  readonly close: () => void;
};

/** `awk`: the command, such as `busybox awk`. Throws what awk complains of. */
export function openWires(awk = 'awk', config = DEFAULTS): WireTest {
  const directory = mkdtempSync(join(tmpdir(), 'handoff-wires-'));
  const facts = { config, gateConfig: config, settingsFile: null, affects: [] };
  const tables = [formatTable(), pathTable(facts)].map((text, at) => {
    writeFileSync(join(directory, `${at}`), text);
    return join(directory, `${at}`);
  });
  const [command = '', ...words] = awk.split(' ');
  const hold = (log: string): number | 'node' => {
    const [, parent = ''] = (log.split('\n')[0] ?? '').split(' ');
    const given = [`judged=${parent}`, 'most=100', 'open=open', 'part=wires', ...tables, 'part=log', '-'];
    const { status, stdout, stderr } = spawnSync(command, [...words, '-f', PROGRAM, ...given], {
      input: log,
      env: cleanEnvironment({ LC_ALL: 'C' }),
      encoding: 'utf8',
    });
    if (stderr !== '') throw new Error(stderr);
    return status === 0 ? Number(stdout.split(' ')[1]) : 'node';
  };
  return { hold, close: () => rmSync(directory, { recursive: true, force: true }) };
}

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
