// What is known of a commit that the gate stops, for the commands that make it again with a decision.
import { basename } from 'node:path';
import type { Config } from '../../core/config/defaults.ts';
import { placeOfNext } from '../../core/decide/log.ts';
import { parseMessage } from '../../core/message/index.ts';
import type { Commit } from '../../core/types.ts';
import type { Retry } from '../../core/wording/command.ts';
import type { StoppedCommit } from '../../core/wording/gate.ts';
import { hasFile } from '../../effects/files.ts';
import type { Environment } from '../../git/run.ts';
import { readDocuments, readWorkDocuments } from '../../read/documents.ts';
import type { Project } from '../../read/project.ts';
import { findHome } from '../../read/territories.ts';

export function describeStopped(env: Environment, project: Project, commit: Commit): StoppedCommit {
  const { subject, description } = parseMessage(commit.message);
  const places = [decisionPlace(env, project)];
  return {
    title: description,
    places,
    subject,
    isLong: commit.message.trim() !== subject,
    hasComments: env.GIT_EDITOR !== ':',
    from: fromIndex(env.GIT_INDEX_FILE, [...commit.files.map(({ path }) => path), ...places]),
  };
}

// A fault in what only helps to answer the gate must not open it.
/** Where `decide` would write the next decision: a log, or a directory with a file for each. */
export function decisionPlace(env: Environment, project: Project): string {
  const fallback = fallbackPath(project.config);
  try {
    const home = findHome({ cwd: project.top, env }, project) ?? project;
    const tracked = placeOfNext(readDocuments(home, HOLDERS), '');
    if (isFirstPlace(home, tracked)) return tracked;
    return placeOfNext(readWorkDocuments(home, HOLDERS), fallbackPath(home.config));
  } catch {
    return fallback;
  }
}

const HOLDERS = ['decisions', 'context'] as const;

/** Whether no log that git does not track yet can come before that one: then git need not look for any. */
function isFirstPlace({ top, config }: Project, log: string): boolean {
  const globs = config.documents.decisions;
  const at = globs.indexOf(log);
  return at >= 0 && globs.slice(0, at).every((glob) => isPlain(glob) && !hasFile(top, glob));
}

const isPlain = (glob: string): boolean => !glob.includes('*') && !glob.includes('{');

/** Where decisions go that have no place yet: the first name that is no pattern. */
export const fallbackPath = ({ documents }: Config): string =>
  documents.decisions.find(isPlain) ?? 'docs/decisions.md';

// git's names for the index of `commit -a` and of `commit -- PATH`: `index.lock`, `next-index-4711.lock`.
function fromIndex(indexFile: string | undefined, paths: readonly string[]): Retry['from'] {
  const name = basename(indexFile ?? 'index');
  if (name.startsWith('next-index')) return [...new Set(paths)];
  return name === 'index.lock' ? 'all' : 'index';
}
