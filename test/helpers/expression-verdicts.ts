// The regular expressions of src/: those that are written out, and those that are put together when it runs.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as acorn from 'acorn';
import { transformSync } from 'esbuild';
import { checkSync } from 'recheck';

export type Expression = { readonly source: string; readonly flags: string; readonly file: string };

/** `linear`; `unknown` where recheck gives up; else a text on which the time grows faster than its length. */
export type Verdict = 'linear' | 'unknown' | Attack;
export type Attack = {
  readonly degree: string;
  readonly prefix: string;
  readonly pump: string;
  readonly suffix: string;
};

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Verdicts by `keyOf`, for recheck takes minutes: bench/expressions.ts writes them. */
export const VERDICTS = `${root}test/fixtures/expressions.json`;

/** Names an expression in the file of verdicts: long ones are alternations of a thousand words. */
export const keyOf = ({ source, flags }: Expression): string => {
  const whole = `/${source}/${flags}`;
  return `${createHash('sha256').update(whole).digest('hex').slice(0, 12)} ${whole.slice(0, 60)}`;
};

export function expressions(): readonly Expression[] {
  const files = readdirSync(`${root}src`, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.ts'),
  );
  const all = [...files.flatMap(writtenIn), ...built()];
  return [...new Map(all.map((one) => [keyOf(one), one])).values()];
}

function writtenIn(file: string): Expression[] {
  const { code } = transformSync(readFileSync(`${root}src/${file}`, 'utf8'), {
    loader: 'ts',
    target: 'esnext',
  });
  const found: Expression[] = [];
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    const { regex, ...rest } = node as { regex?: { pattern: string; flags: string } };
    if (regex !== undefined) found.push({ source: regex.pattern, flags: regex.flags, file });
    for (const value of Object.values(rest)) visit(value);
  };
  visit(acorn.parse(code, { ecmaVersion: 'latest', sourceType: 'module' }));
  return found;
}

// In a process of its own, for the constructor is watched there.
const built = (): Expression[] =>
  JSON.parse(
    execFileSync(process.execPath, ['--import', 'tsx', `${root}test/helpers/built-expressions.ts`], {
      cwd: root,
      encoding: 'utf8',
      maxBuffer: 1e8,
    }),
  );

/** What recheck says within `timeout` milliseconds. */
export function judge({ source, flags }: Expression, timeout: number): Verdict {
  // Where a sticky expression begins is given, as where `^` stands.
  const whole = flags.includes('y') ? `^(?:${source})` : source;
  const known = flags.replace(/[dgvym]/g, '') + (flags.includes('m') ? 'm' : '');
  try {
    const found = checkSync(whole, known, { timeout });
    if (found.status === 'safe') return 'linear';
    const [pump] = found.status === 'vulnerable' ? found.attack.pumps : [];
    if (found.status !== 'vulnerable' || pump === undefined) return 'unknown';
    const { complexity, attack } = found;
    return {
      degree: complexity.type === 'polynomial' ? String(complexity.degree) : complexity.type,
      prefix: pump.prefix,
      pump: pump.pump,
      suffix: attack.suffix,
    };
  } catch {
    return 'unknown';
  }
}

export const attackOf = ({ prefix, pump, suffix }: Attack, length: number): string =>
  prefix +
  pump.repeat(Math.max(1, Math.ceil((length - prefix.length - suffix.length) / pump.length))) +
  suffix;
