// Our merge driver in the repository's own git config and attributes: nothing to commit, and all worktrees
// have it.
import type { Disk } from '../types.ts';
import { markedLines } from './block.ts';
import { textAt } from './disk.ts';
import type { FileEdit } from './manifest.ts';

/** Files that are read before anything is planned. */
export const driverPaths = (commonDir: string): string[] => [
  `${commonDir}/config`,
  `${commonDir}/info/attributes`,
];

// Where ours cannot start or leaves something, git's own merge sees to the rest: else it would keep one side,
// unmarked.
const DRIVER =
  'node \\"$(git rev-parse --git-common-dir)/handoff-hooks/bundle/cli.js\\" merge %O %A %B %P || ' +
  'git merge-file -q --marker-size=%L -L ours -L base -L theirs %A %O %B';

/** `patterns`: gitattributes' own, of the context files and decision logs. */
export function driverEdits(disk: Disk, commonDir: string, patterns: readonly string[]): FileEdit[] {
  const [config = '', attributes = ''] = driverPaths(commonDir);
  const section = [
    '[merge "handoff"]',
    '\tname = handoff-hooks: entries of both sides stay',
    `\tdriver = "${DRIVER}"`,
  ];
  return [
    append(disk, config, section),
    append(
      disk,
      attributes,
      patterns.map((pattern) => `${pattern} merge=handoff`),
    ),
  ];
}

function append(disk: Disk, path: string, lines: readonly string[]): FileEdit {
  const before = textAt(disk, path);
  const text = before ?? '';
  const block = markedLines(lines);
  const after = text === '' || text.endsWith('\n') ? text + block : `${text}\n${block.trimEnd()}`;
  return { kind: 'settings', name: 'git', path, before, after };
}

/**
 * Of our globs those that gitattributes can say, in its words; a directory of records has a file for each.
 */
export const patternsOf = (globs: readonly string[]): string[] => [
  ...new Set(
    globs.filter((glob) => !/[{}\s]|\*\.|\*\/\*/.test(glob)).map((glob) => glob.replace(/^\*\*\//, '')),
  ),
];
