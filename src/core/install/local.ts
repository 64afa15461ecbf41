// A hooks directory of the repository's own for where core.hooksPath names one that many repositories share:
// ours, then the shared hook of the same name. It lies in our directory; the repository's own git config
// points to it.

import type { Disk } from '../types.ts';
import { hookBlock, markedLines } from './block.ts';
import { toBytes } from './bytes.ts';
import { textAt } from './disk.ts';
import { GIT_HOOKS } from './githooks.ts';
import { type Contents, homeOf } from './home.ts';
import type { FileEdit } from './manifest.ts';

export type Shared = { readonly commonDir: string; readonly sharedDir: string | null };

/**
 * Hook files by their path in our directory. A hook that the shared directory gets later is chained by the
 * next install.
 */
export function localHooks(disk: Disk, { sharedDir }: Shared, ours: readonly string[]): Contents {
  const theirs = sharedDir === null ? [] : GIT_HOOKS.filter((hook) => disk.has(`${sharedDir}/${hook}`));
  const names = [...new Set([...ours, ...theirs])];
  return new Map(
    names.map((hook) => {
      const next = theirs.includes(hook) ? quote(toBytes(`${sharedDir}/${hook}`)) : null;
      const body = ours.includes(hook)
        ? hookBlock({ hook, next, isMade: true, isShared: false })
        : `[ ! -x ${next} ] || exec ${next} "$@"\n`;
      return [`local/${hook}`, `#!/bin/sh\n${body}`] as const;
    }),
  );
}

/**
 * The repository's git config, pointing to that directory. A relative path would be read from each worktree's
 * own top.
 */
export function localConfig(disk: Disk, { commonDir }: Shared): FileEdit {
  const path = `${commonDir}/config`;
  const before = textAt(disk, path);
  const value = toBytes(`${homeOf(commonDir)}/local`).replace(/["\\]/g, '\\$&');
  const block = markedLines(['[core]', `\thooksPath = "${value}"`]);
  const text = before ?? '';
  const after = text === '' || text.endsWith('\n') ? text + block : `${text}\n${block.trimEnd()}`;
  return { kind: 'settings', name: 'git', path, before, after };
}

const quote = (path: string): string => `'${path.replaceAll("'", "'\\''")}'`;
