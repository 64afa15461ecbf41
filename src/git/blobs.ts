// The texts of blobs and of paths in a tree, many through one `cat-file --batch`.
import { type GitPlace, runGitBytes } from './run.ts';

/** Text of each object named (`<id>`, `HEAD:path`, `:path` for the index), in order; null: not there, or no blob. Throws GitProblem. */
export function readObjects(place: GitPlace, names: readonly string[]): (string | null)[] {
  // A name with a line break cannot be asked for in a batch of lines.
  const asked = names.filter((name) => !name.includes('\n'));
  if (asked.length === 0) return names.map(() => null);
  const output = runGitBytes(place, ['cat-file', '--batch'], { input: `${asked.join('\n')}\n` });
  const found = parseBatch(output, asked.length);
  return names.map((name) => (name.includes('\n') ? null : (found.shift() ?? null)));
}

// `<id> blob <size>\n<bytes>\n` for what is there, `<name> missing\n` for what is not.
function parseBatch(output: Buffer, count: number): (string | null)[] {
  const texts: (string | null)[] = [];
  let at = 0;
  while (texts.length < count && at < output.length) {
    const lineEnd = output.indexOf(10, at);
    const header = /^[0-9a-f]{40,64} (\w+) (\d+)$/.exec(output.toString('utf8', at, lineEnd));
    at = lineEnd + 1;
    if (header === null) texts.push(null);
    else {
      const size = Number(header[2]);
      texts.push(header[1] === 'blob' ? output.toString('utf8', at, at + size) : null);
      at += size + 1;
    }
  }
  return texts;
}
