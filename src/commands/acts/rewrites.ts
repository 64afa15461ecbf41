// Remembers the new ids of commits that an amend or a rebase replaced.
import { mapCommitIds } from '../../core/draft/ids.ts';
import { rememberDrafts } from '../../core/draft/landing.ts';
import { addRewrites } from '../../core/draft/rewritten.ts';
import { applyEffects } from '../../effects/apply.ts';
import { readAutostash, readStashed, replaceStashed } from '../../effects/autostash.ts';
import { blobsOf } from '../../effects/stored.ts';
import { readMemory } from '../../read/memory.ts';
import type { Project } from '../../read/project.ts';
import { readTerritories } from '../../read/territories.ts';

/** `lines` are post-rewrite's: `<old id> <new id>`. */
export async function rememberRewrites(project: Project, lines: readonly string[]): Promise<void> {
  const rewritten = addRewrites(readMemory(project.repository).rewritten, lines);
  await applyEffects(
    [{ kind: 'remember', name: 'rewritten', value: Object.fromEntries(rewritten) }],
    project,
  );
}

/** The draft that git holds in an autostash keeps naming commits by their present ids. Throws Problem (3),
 * with nothing done. */
export async function followInStash(project: Project): Promise<void> {
  const { drafts, rewritten } = readMemory(project.repository);
  for (const { path } of readTerritories(project)) {
    const stashed = readAutostash(project);
    const before = stashed === null ? null : readStashed(project, stashed, path);
    if (stashed === null || before === null) continue;
    const [committed = null] = await project.objects.read([`${stashed.parents[0]}:${path}`]);
    const text = mapCommitIds(before, rewritten, committed ?? before);
    if (text === before) continue;
    const [old, marks] = [before, text].map((one) => blobsOf(project.place, { path, text: one }));
    const mark = drafts.find(({ blob }) => old?.includes(blob));
    if (mark !== undefined)
      await applyEffects([rememberDrafts(drafts, marks?.map((blob) => ({ ...mark, blob })) ?? [])], project);
    replaceStashed(project, stashed, { path, text });
  }
}
