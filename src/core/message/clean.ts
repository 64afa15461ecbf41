// What git makes of the file that commit-msg gets: comment lines and the diff of `commit -v` go, blank lines
// shrink.

export type Cleanup = {
  /** core.commentChar: a character, a longer string, or `auto`. */
  readonly commentChar: string;
  /** False when no editor opened (`-m`, `-F`; GIT_EDITOR is `:`): nothing is a comment then. */
  readonly hasEditor: boolean;
};

// Of `git commit -v`; everything from this line on is cut.
const SCISSORS = '------------------------ >8 ------------------------';
// What `core.commentChar=auto` may choose, in git's builtin/commit.c.
const AUTO_CHARS = '#;@!$%^&|:';

/** The message as the commit will have it, ending with no line break. After git's `strbuf_stripspace`. */
export function cleanMessage(raw: string, { commentChar, hasEditor }: Cleanup): string {
  const lines = raw.split(/\r?\n/);
  return collapseBlankLines(hasEditor ? stripComments(lines, commentChar) : lines);
}

function stripComments(lines: readonly string[], configured: string): readonly string[] {
  const char = configured === 'auto' ? chosenChar(lines) : configured;
  const scissors = lines.indexOf(`${char} ${SCISSORS}`);
  const above = scissors < 0 ? lines : lines.slice(0, scissors);
  return above.filter((line) => !line.startsWith(char));
}

// git's own hints stand at the end of the file, or right above the scissors.
function chosenChar(lines: readonly string[]): string {
  const scissors = lines.findIndex((line) => line.endsWith(` ${SCISSORS}`));
  const last = lines[scissors] ?? lines.findLast((line) => line.trim() !== '') ?? '';
  return AUTO_CHARS.includes(last.charAt(0)) && last !== '' ? last.charAt(0) : '#';
}

function collapseBlankLines(lines: readonly string[]): string {
  const trimmed = lines.map((line) => line.trimEnd());
  const kept = trimmed.filter((line, index) => line !== '' || trimmed[index - 1] !== '');
  return kept.join('\n').replace(/^\n/, '').replace(/\n$/, '');
}
