// The repositories that the bench runs in: an ordinary project, and the same grown large in one way each.
import { createFolder, openRepository, type TestRepository } from '../test/helpers/repository.ts';
import { type ExportedCommit, type ExportedFile, rebuildHistory } from './history.ts';

export type Size = {
  /** Source files. */
  readonly files?: number;
  readonly pathOf?: PathOf;
  /** Commits behind the one that wrote the context file. */
  readonly commits?: number;
  /** Characters of the context file's log. */
  readonly log?: number;
};

export function createProject({
  files = 200,
  commits = 20,
  log = 2000,
  pathOf = sourcePath,
}: Size = {}): TestRepository {
  const dir = createFolder('handoff-bench-');
  rebuildHistory(
    [
      startOf({ files, log, pathOf }),
      ...Array.from({ length: commits }, (_, at) => stepOf(at, pathOf(at % files))),
    ],
    dir,
  );
  const repository = openRepository(dir);
  repository.git('config', 'gc.auto', '0');
  return repository;
}

const START = Date.UTC(2026, 0, 1);
const dateOf = (minute: number): string => new Date(START + minute * 60_000).toISOString();

/** Path of a source file by its number. */
export type PathOf = (at: number) => string;

export const sourcePath: PathOf = (at) => `src/part${at % 100}/file${at}.ts`;
export const dataPath: PathOf = (at) => `data/part${at % 100}/file${at}.csv`;

function startOf({ files, log, pathOf }: Required<Omit<Size, 'commits'>>): ExportedCommit {
  const code = Array.from({ length: files }, (_, at) => added(pathOf(at), `export const value = ${at};\n`));
  const documents = [
    added('SESSION_CONTEXT.md', contextOf(log)),
    added('docs/architecture.md', ARCHITECTURE),
    added('docs/decisions.md', decisionsOf(12)),
    added('docs/phases/phase1.md', '# Phase 1\n\n- [ ] Read the input\n- [ ] Keep it\n'),
    added('package.json', '{ "name": "bench", "private": true }\n'),
  ];
  return { date: dateOf(0), message: 'chore: start', files: [...documents, ...code] };
}

const stepOf = (at: number, path: string): ExportedCommit => ({
  date: dateOf(at + 1),
  message: `style: tidy part ${at}`,
  files: [{ ...added(path, `export const value = ${-at};\n`), status: 'M', deleted: 1 }],
});

const added = (path: string, text: string): ExportedFile => ({
  path,
  status: 'A',
  added: text.split('\n').length - 1,
  deleted: 0,
  text,
});

const contextOf = (log: number): string => {
  const entry =
    '**2026-01-01, 9:00am:**\n- Read the input of one station and kept it on disk\n- Next: the next station\n\n';
  return `# Session Context\n\n**Updated:** 2026-01-01\n\n## Where We Are\n\n- Phase 1\n\n## Current Blockers\n\nNone\n\n## Update Log\n\n${entry.repeat(Math.ceil(log / entry.length))}`;
};

const ARCHITECTURE = `# Architecture\n\n${'One process reads the input and keeps it on disk.\n\n'.repeat(40)}`;

/** ARCHITECTURE with a change that asks for a decision. */
export const CHANGED_ARCHITECTURE = `${ARCHITECTURE}Two processes share the work: one of them reads, the other one writes to the disk.\n`;

/** A log of so many decisions. */
const decisionsOf = (count: number): string =>
  `# Decisions\n${Array.from(
    { length: count },
    (_, at) =>
      `\n## Decision ${at + 1}: Part ${at + 1}\n\n**Date:** 2026-01-01\n**Chosen:** the plain way for part ${at + 1}\n**Rationale:** it was measured, and part ${at + 1} does not need more\n`,
  ).join('')}`;
