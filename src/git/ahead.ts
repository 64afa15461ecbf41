// What a command asks git all at once, so that git works while the command reads files.
import { spawn } from 'node:child_process';
import { rangeArguments, rangeOptions } from './log.ts';
import { FRUGALLY, type GitPlace } from './run.ts';
import { parseTold, type Told } from './told.ts';

// Of src/git/told.ts. Node takes as long to start a process, and to listen to it, as git for its answer.
const TELL = `printf 'HEAD\\n\\n\\n'
echo HEAD | git cat-file --batch
git ls-files -z --cached -- '*.md' '*.markdown' && printf '\\0' || exit 0
echo
[ $# = 0 ] || exec git "$@"`;

/** HEAD, the tracked Markdown files and a range (null: none), as the hooks' shell tells of them. Null where
 * there is no shell, or no git. */
export async function readAhead(place: GitPlace, revisions: readonly string[] | null): Promise<Told | null> {
  const args = revisions === null ? [] : [...FRUGALLY, ...rangeOptions(revisions)];
  const child = spawn('sh', ['-c', TELL, 'sh', ...args], {
    cwd: place.cwd,
    env: { ...place.env, LC_ALL: 'C', GIT_FLUSH: '0' },
    stdio: ['ignore', 'pipe', 'ignore'],
    windowsHide: true,
  });
  const chunks: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  await new Promise((resolve) => {
    for (const event of ['error', 'close']) child.on(event, resolve);
  });
  const range = revisions === null ? '' : rangeArguments(revisions);
  return parseTold(Buffer.concat(chunks), { file: '', range });
}
