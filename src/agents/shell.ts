// What an agent's shell tool is about to run, as far as it certainly is one `git commit` of what is there
// now.

export type PlannedCommit = {
  /** `-a`: of all tracked files rather than of the index. */
  readonly isAll: boolean;
};

const COMMIT = /^\s*git\s+commit\b(?<options>[^;&|<>`$]*)(?:;[^;&|<>`$]*)?$/;
// Another directory, another tree, a message that is not here, or a person who said that no hook is to run.
const UNSURE =
  /\s(?:-(?=[a-zA-Z]*[nFCcp])[a-zA-Z]+|--(?:amend|no-verify|file|fixup|squash|reuse-message|patch|include|only|dry-run)|--)(?=[\s=]|$)/;
// A trailer that cites or waives may be in the message.
const ANSWER = /decision|adr/i;
const QUOTED = /'[^']{0,2000}'|"[^"]{0,2000}"/g;

/** Null: not a commit, or not one that can be judged before it is made. */
export function parseCommit(command: string): PlannedCommit | null {
  const bare = command.length > 4000 || ANSWER.test(command) ? '' : command.replace(QUOTED, '""');
  const options = COMMIT.exec(bare)?.groups?.options;
  if (options === undefined || UNSURE.test(options)) return null;
  return { isAll: /\s(?:-(?=[a-zA-Z]*a)[a-zA-Z]+|--all)(?=\s|$)/.test(options) };
}
