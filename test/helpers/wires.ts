// The hooks' trip wires, asked by the awk program of the hooks whether a commit touches one.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DEFAULTS } from '../../src/core/config/defaults.ts';
import { pathTable } from '../../src/core/quiet/plan.ts';
import { formatTable } from '../../src/core/quiet/table.ts';
import { lowerAscii, tokensOf } from '../../src/core/quiet/tokens.ts';
import type { Commit } from '../../src/core/types.ts';
import { cleanEnvironment } from './repository.ts';

const PROGRAM = fileURLToPath(new URL('../../hooks/lib/wires.awk', import.meta.url));
const EACH = fileURLToPath(new URL('each.awk', import.meta.url));

export type WireTest = {
  /** `log`: as git tells the hooks of a commit. The lines that count, or that node is started. */
  readonly hold: (log: string) => number | 'node';
  /** Whether each message touches a wire by its words. */
  readonly holdAll: (messages: readonly string[]) => readonly boolean[];
  readonly close: () => void;
};

/** `awk`: the command, such as `busybox awk`. Throws what awk complains of. */
export function openWires(awk = 'awk', config = DEFAULTS): WireTest {
  const directory = mkdtempSync(join(tmpdir(), 'handoff-wires-'));
  const facts = { config, gateConfig: config, settingsFile: null, affects: [], guards: [] };
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
  const holdAll = (messages: readonly string[]): boolean[] => {
    const given = ['part=wires', ...tables, 'part=each', '-'];
    const { stdout, stderr } = spawnSync(command, [...words, '-f', PROGRAM, '-f', EACH, ...given], {
      input: messages.map((message) => ` ${message.replaceAll('\n', '\u0001')}\n`).join(''),
      env: cleanEnvironment({ LC_ALL: 'C' }),
      encoding: 'utf8',
    });
    if (stderr !== '') throw new Error(stderr);
    return stdout
      .split('\n')
      .slice(0, -1)
      .map((word) => word === 'node');
  };
  return { hold, holdAll, close: () => rmSync(directory, { recursive: true, force: true }) };
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

/** The table read once more, in TypeScript: whether a message touches a wire by its words. */
export function readWires(table: string): (message: string) => boolean {
  const wires = table
    .split('\n')
    .map((line) => line.split('\t'))
    .flatMap(([kind, within = '', ...lists]) =>
      kind === 'text' ? [{ within, lists: lists.map((list) => list.split('|')) }] : [],
    );
  return (message) => {
    const texts = textsOf(message);
    return wires.some(({ within, lists }) =>
      (texts[within] ?? []).some((text) => lists.every((words) => words.some((word) => text.includes(word)))),
    );
  };
}

function textsOf(text: string): Readonly<Record<string, readonly string[]>> {
  const [first = '', ...rest] = text.replace(/^\s*\n/, '').split('\n');
  const below = rest.join('\n').split(/\n(?=\s*(?:[-*+]\s|\n|$))/);
  const part = [first, ...below].map(tokens);
  const message = [tokens(text), labelTokens(first), ...rest.map(labelTokens)];
  return { subject: [tokens(first)], message, foreign: message, part };
}

const tokens = (text: string): string => tokensOf(lowerAscii(text));
const labelTokens = (line: string): string =>
  tokens(`${line}:`).replace(/(?: [\u2040-\u2fff\u{1f000}-\u{1ffff}])+ :/gu, ' :');
