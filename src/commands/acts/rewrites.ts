// Remembers the new ids of commits that an amend or a rebase replaced.
import { addRewrites } from '../../core/draft/rewritten.ts';
import { applyEffects } from '../../effects/apply.ts';
import { readMemory } from '../../read/memory.ts';
import type { Project } from '../../read/project.ts';

/** `lines` are post-rewrite's: `<old id> <new id>`. */
export async function rememberRewrites(project: Project, lines: readonly string[]): Promise<void> {
  const rewritten = addRewrites(readMemory(project.repository).rewritten, lines);
  await applyEffects(
    [{ kind: 'remember', name: 'rewritten', value: Object.fromEntries(rewritten) }],
    project,
  );
}
