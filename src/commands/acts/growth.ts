// A log that only ever grows: older entries move out where the config asks for it; elsewhere it is said once
// that it can.
import { type Config, DEFAULTS } from '../../core/config/defaults.ts';
import { archiveEntries, archivesOf } from '../../core/draft/archive.ts';
import type { Document, Draft, Effect } from '../../core/types.ts';
import { isDrafted } from '../../core/verdict/recorded.ts';
import { describeGrowth } from '../../core/wording/record.ts';
import { readText } from '../../effects/files.ts';
import { readState } from '../../effects/state.ts';
import type { Project } from '../../read/project.ts';

/** Characters from which on a file is worth a word. */
const LARGE = 40_000;

// An author's own entries move where the config asks for it, or where the file has a link to older ones.
const isUnasked = ({ draft }: Config, file: Document): boolean =>
  draft.keepEntries === DEFAULTS.draft.keepEntries && archivesOf(file).length === 0;

export type TrimmedDraft = { readonly draft: Draft; readonly effects: readonly Effect[] };

/** The draft of a context file in the work tree without its older entries; the effects write them where they
 * go. */
export function moveOlderEntries({ top, config }: Project, draft: Draft): TrimmedDraft {
  const file = { path: draft.path, text: draft.text };
  const keep = config.draft.keepEntries;
  const mayMove = isUnasked(config, file) ? isDrafted : () => true;
  const moved = archiveEntries(file, { keep, mayMove }, (path) => readText(top, path));
  if (moved === null) return { draft, effects: [] };
  const write = ({ path, text }: Document): Effect => ({
    kind: 'write',
    path,
    before: readText(top, path),
    text,
  });
  return { draft: { ...draft, text: moved.text }, effects: moved.years.map(write) };
}

/** Once in the life of a clone. */
export function tellGrowth({ gitDir, config }: Project, { path, text }: Draft): readonly Effect[] {
  const isKept = config.draft.keepEntries === 0 || isUnasked(config, { path, text });
  if (text.length < LARGE || !isKept || readState(gitDir, 'growth') !== null) return [];
  return [
    { kind: 'say', text: describeGrowth(path, text.length) },
    { kind: 'remember', name: 'growth', value: 'said' },
  ];
}
