// Lets the person change a text in their own editor.
import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type GitPlace, tryGit } from '../git/run.ts';
import type { World } from './carry.ts';
import { readText } from './files.ts';
import { removeQuietly, temporaryName } from './replace.ts';

/** The text as the editor left it; null when it was emptied, or the editor failed or is not to be had. Only
 * where `mayAsk`. */
export async function editText(
  world: World,
  { path, text }: { path: string; text: string },
): Promise<string | null> {
  const editor = readEditor(world.place);
  if (editor === null) return null;
  const directory = temporaryName(world.gitDir, 'edit');
  mkdirSync(directory, { mode: 0o700 });
  try {
    // The file's own name tells the editor what it is.
    const file = join(directory, basename(path));
    writeFileSync(file, text, { flag: 'wx' });
    const edited = (await runEditor(editor, file, world.place)) ? readText(directory, basename(path)) : null;
    return edited?.trim() ? edited : null;
  } finally {
    removeQuietly(directory);
  }
}

/** git sets GIT_EDITOR to `:` for the hooks of a commit that opens no editor; it is then the one behind
 * it. */
function readEditor(place: GitPlace): string | null {
  const read = (env: Record<string, undefined>) =>
    tryGit(place, ['var', 'GIT_EDITOR'], { env })?.trim() || null;
  const editor = read({});
  return editor === ':' ? read({ GIT_EDITOR: undefined }) : editor;
}

/** Whether it ended well. As git does it: the setting is a line of shell, the file an argument of it. */
async function runEditor(editor: string, file: string, { cwd, env }: GitPlace): Promise<boolean> {
  const terminal = openSync('/dev/tty', 'r+');
  // Ctrl-C in the editor is the editor's.
  const ignore = (): void => {};
  process.on('SIGINT', ignore);
  try {
    return await new Promise<boolean>((resolve) => {
      const args = ['-c', `${editor} "$@"`, editor, file];
      const child = spawn('sh', args, { cwd, env: { ...env }, stdio: [terminal, terminal, terminal] });
      child.on('error', () => resolve(false));
      child.on('close', (status) => resolve(status === 0));
    });
  } finally {
    process.off('SIGINT', ignore);
    closeSync(terminal);
  }
}
