// The messages that a squash carries: git's own `merge --squash` and the bodies that forges write.

/** One commit of a squash, oldest first. */
export type Part = { readonly sha: string | null; readonly text: string };

/** `git merge --squash` writes this subject, and the log below it, each message indented by four. */
export const SQUASHED = /^Squashed commit of the following:/;
const COMMIT = /^commit ([0-9a-f]{40,64})/;
const HEAD = /^(?:Author|Date|Merge): /;

// `feat: reports (#7)`, `feat: reports (!7)`
const OF_FORGE = /\([#!]\d{1,7}\)\s*$/;
const POINT = /^\* /;

/** Empty where the message is of one commit alone. */
export function partsOf(subject: string, body: string): readonly Part[] {
  const lines = body.split(/\r?\n|\r/);
  if (SQUASHED.test(subject)) return logged(lines).reverse();
  return isForged(subject, lines) ? pointed(lines) : [];
}

function logged(lines: readonly string[]): Part[] {
  const parts: { sha: string | null; text: string }[] = [];
  for (const line of lines) {
    const sha = COMMIT.exec(line)?.[1];
    const last = parts.at(-1);
    if (sha !== undefined) parts.push({ sha, text: '' });
    else if (last !== undefined && !HEAD.test(line)) last.text += `${line.replace(/^ {4}/, '')}\n`;
  }
  return parts.map(({ sha, text }) => ({ sha, text: text.trim() }));
}

// A list of subjects, each with its body below it; a list of points has no blank lines in it.
function isForged(subject: string, lines: readonly string[]): boolean {
  const first = lines.find((line) => line.trim() !== '');
  if (first === undefined || !POINT.test(first)) return false;
  const points = lines.flatMap((line, index) => (POINT.test(line) ? [index] : []));
  const isLoose = points.length > 1 && points.slice(1).every((index) => lines[index - 1]?.trim() === '');
  return OF_FORGE.test(subject) || isLoose;
}

function pointed(lines: readonly string[]): Part[] {
  const texts: string[] = [];
  for (const line of lines) {
    if (POINT.test(line)) texts.push(line.slice(2));
    else if (texts.length > 0) texts[texts.length - 1] += `\n${line}`;
  }
  return texts.map((text) => ({ sha: null, text: text.trim() }));
}
