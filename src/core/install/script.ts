// What a hook file is, and where our block goes in one that is a shell script: above everything that could
// end it early (`exit 0`, a trailing `exec`, `set -e`) or use up its arguments.

/** bash, dash and the like run a POSIX block; others (zsh, fish, node, python, a binary) do not for sure. */
const SHELLS = ['sh', 'bash', 'dash', 'ash', 'ksh', 'mksh', 'sh.exe', 'bash.exe'];

/** A script that git hands to a shell: by its first line, or, as text with no such line, by git's own
 * fallback. */
export function isShellScript(text: string): boolean {
  if (text.includes('\0')) return false;
  if (!text.startsWith('#!')) return true;
  const words = firstLine(text)
    .slice(2)
    .trim()
    .split(/[\s/\\]+/);
  return words.some((word) => SHELLS.includes(word)) && !isHandedOn(text);
}

/** `block` in its place; a text without a final newline stays without one. */
export function insertBlock(text: string, block: string): string {
  const at = placeFor(text);
  if (at > 0 && text[at - 1] !== '\n') return `${text}\n${block.slice(0, -1)}`;
  return text.slice(0, at) + block + text.slice(at);
}

/** Nothing but an interpreter's line. */
export const isBare = (text: string): boolean => text.replace(/^#!.*/, '').trim() === '';

// A script in two languages: a shell reads the first lines and hands the file to another interpreter.
//   #!/bin/sh
//   ''':'; exec python3 "$0" "$@"
const isHandedOn = (text: string): boolean =>
  /\bexec\b(?:(?!\bexec\b)[^\n|;&()])*[ "']\$\{?0\}?["']?(?:\s|$)/.test(text);

// husky 5 to 8: this line runs the whole file a second time and exits, so what stands above it would run
// twice.
//   . "$(dirname -- "$0")/_/husky.sh"
const RUNS_AGAIN = /^[ \t]*(?:\.|source)[ \t].*\/_\/husky\.sh\b.*(?:\n|$)/m;

function placeFor(text: string): number {
  const again = RUNS_AGAIN.exec(text);
  if (again !== null) return again.index + again[0].length;
  return text.startsWith('#!') ? firstLine(text).length : 0;
}

/** With its newline. */
const firstLine = (text: string): string => text.slice(0, text.indexOf('\n') + 1 || text.length);
