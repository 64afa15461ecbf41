// Makes a git repository of an exported history: a line of JSON a commit, with message, date and changed
// files. A file with no text of its own gets placeholder lines that match its counts.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { cleanEnvironment } from '../test/helpers/repository.ts';

export type ExportedFile = {
  readonly path: string;
  readonly status: string;
  readonly added: number;
  readonly deleted: number;
  readonly text?: string;
};

export type ExportedCommit = {
  readonly date: string;
  readonly message: string;
  readonly files: readonly ExportedFile[];
};

export const readHistory = (file: string | URL): ExportedCommit[] =>
  readFileSync(file, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));

/** Branch `main` of a new repository, with its work tree. */
export function rebuildHistory(commits: readonly ExportedCommit[], dir: string): void {
  const env = cleanEnvironment();
  mkdirSync(dir, { recursive: true });
  execFileSync('git', ['init', '--quiet', '--initial-branch=main', dir], { env });
  const code = new Map<string, readonly string[]>();
  const stream = commits.map((commit) => importOf(commit, code)).join('');
  execFileSync('git', ['-C', dir, 'fast-import', '--quiet'], { env, input: stream, maxBuffer: 1 << 30 });
  execFileSync('git', ['-C', dir, 'reset', '--hard', '--quiet', 'main'], { env });
}

function importOf({ date, message, files }: ExportedCommit, code: Map<string, readonly string[]>): string {
  const who = `Ada <ada@example.invalid> ${Math.floor(Date.parse(date) / 1000)} +0000`;
  const changes = files.map((file) =>
    file.status === 'D'
      ? `D ${quote(file.path)}\n`
      : `M 100644 inline ${quote(file.path)}\n${data(textOf(file, code))}`,
  );
  return `commit refs/heads/main\nauthor ${who}\ncommitter ${who}\n${data(message)}${changes.join('')}`;
}

function textOf(file: ExportedFile, code: Map<string, readonly string[]>): string {
  if (file.text !== undefined) return file.text;
  const kept = (code.get(file.path) ?? []).slice(file.deleted);
  const added = Array.from({ length: file.added }, (_, line) => `line ${line} of ${file.path}`);
  code.set(file.path, [...kept, ...added]);
  return [...kept, ...added].map((line) => `${line}\n`).join('');
}

const data = (text: string): string => `data ${Buffer.byteLength(text)}\n${text}\n`;

const quote = (path: string): string => `"${path.replace(/[\\"]/g, '\\$&').replace(/\n/g, '\\n')}"`;
