// Our merge driver in the repository's own git config and attributes: nothing to commit, and all worktrees
// have it.
import type { Disk } from '../types.ts';
import { appendBlock, markedLines } from './block.ts';
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
    gitSettings(disk, config, section),
    gitSettings(
      disk,
      attributes,
      patterns.map((pattern) => `${pattern} merge=handoff`),
    ),
  ];
}

/** Our lines at the end of a file of git's own settings. */
export function gitSettings(disk: Disk, path: string, lines: readonly string[]): FileEdit {
  const before = textAt(disk, path);
  return {
    kind: 'settings',
    name: 'git',
    path,
    before,
    after: appendBlock(before ?? '', markedLines(lines)),
  };
}

/** Of our globs those that gitattributes can say, in its words; a directory of records has a file for
 * each. */
export const patternsOf = (globs: readonly string[]): string[] => [
  ...new Set(
    globs.filter((glob) => !/[{}\s]|\*\.|\*\/\*/.test(glob)).map((glob) => glob.replace(/^\*\*\//, '')),
  ),
];

// git runs it at the top level, in a linked worktree with GIT_DIR set: then a subdirectory would be taken for
// the top.
const ALIAS =
  '![ -n "$GIT_WORK_TREE" ] || unset GIT_DIR; cd "./$GIT_PREFIX" && ' +
  'sh "$(git rev-parse --git-common-dir)/handoff-hooks/run"';

const LINE = `\thandoff = "${ALIAS.replace(/["\\]/g, '\\$&')}"`;

/** Whether it stands in the text of a git config. */
export const hasAlias = (config: string): boolean => config.includes(LINE);

/** Whether a value that git gives for `alias.handoff` is ours. */
export const isOurAlias = (value: string): boolean => value === ALIAS;

export const aliasEdit = (disk: Disk, commonDir: string): FileEdit =>
  gitSettings(disk, `${commonDir}/config`, ['[alias]', LINE]);
