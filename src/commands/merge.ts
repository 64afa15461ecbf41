// Unites a context file or a decision log that two branches changed: as git's merge driver, and where markers
// stand already.
import { relative } from 'node:path';
import { readMarked } from '../core/merge/marked.ts';
import { mergeTexts, type Versions } from '../core/merge/merge.ts';
import { wrongUsage } from '../core/problem.ts';
import type { ExitCode } from '../core/types.ts';
import {
  describeMergeUsage,
  describeNoConflict,
  describeOpenConflict,
  describeUnited,
} from '../core/wording/merge.ts';
import { readText, writeAtomic } from '../effects/files.ts';
import { say } from '../effects/say.ts';
import { openProject } from '../read/project.ts';
import type { Command, Session } from './session.ts';

export const merge: Command = {
  usage: 'FILE   (as a merge driver: %O %A %B %P)',
  examples: ['SESSION_CONTEXT.md', 'docs/decisions.md'],
  mostWords: 4,
  options: {},
  run: (session, { words: [first, ours, theirs, path] }) => {
    if (first === undefined || (ours !== undefined && theirs === undefined))
      throw wrongUsage(describeMergeUsage());
    if (ours === undefined || theirs === undefined) return uniteFile(session, first);
    return Promise.resolve(drive(session.cwd, { base: first, ours, theirs, path: path ?? ours }));
  },
};

type Files = { readonly base: string; readonly ours: string; readonly theirs: string; readonly path: string };

/** Where something is left, each version gets what could be united: git's own merge of the three then marks
 * the rest. */
function drive(top: string, files: Files): ExitCode {
  const read = (path: string) => readText(top, path) ?? '';
  const [base, ours, theirs] = [read(files.base), read(files.ours), read(files.theirs)];
  const merged = mergeTexts({ path: files.path, base: base === '' ? null : base, ours, theirs });
  writeAtomic(top, { path: files.ours, before: ours, text: merged.as('ours') });
  if (merged.isClean) return 0;
  writeAtomic(top, { path: files.base, before: base, text: merged.as('base') });
  writeAtomic(top, { path: files.theirs, before: theirs, text: merged.as('theirs') });
  return 1;
}

async function uniteFile(session: Session, name: string): Promise<ExitCode> {
  const { top, objects } = await openProject(session);
  const path = relative(top, `${session.cwd}/${name}`).replaceAll('\\', '/');
  const before = readText(top, path);
  const staged = await objects.read([1, 2, 3].map((stage) => `:${stage}:${path}`));
  objects.close();
  const versions = versionsOf(path, staged, before);
  if (versions === null) {
    say(describeNoConflict(path));
    return 0;
  }
  const merged = mergeTexts(versions);
  const text = merged.isClean ? merged.as('ours') : merged.marked();
  if (text !== before) writeAtomic(top, { path, before, text });
  say(merged.isClean ? describeUnited(path) : describeOpenConflict(path));
  return merged.isClean ? 0 : 1;
}

/** What git has of a conflict; else what the markers in the file say. */
function versionsOf(
  path: string,
  [base = null, ours = null, theirs = null]: readonly (string | null)[],
  text: string | null,
): Versions | null {
  if (ours !== null && theirs !== null) return { path, base, ours, theirs };
  const marked = text === null ? null : readMarked(text);
  return marked === null ? null : { path, ...marked };
}
