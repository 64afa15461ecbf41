// How a command is printed so that it works as it stands: what starts us where it is read, and words that one
// shell reads as they are meant. A value that only the reader knows is a blank, `‹next step›`.
import { cleanLine, cut, seal } from './lines.ts';

/** What starts us: the git alias that install adds, the installed script where that name was taken, else
 * npm. */
export type Starter =
  | 'git handoff'
  | 'sh "$(git rev-parse --git-common-dir)/handoff-hooks/run"'
  | 'npx handoff-hooks';

export type Reader = {
  readonly starter: Starter;
  /** Whether commands are typed at the top level of the work tree, where paths need nothing in front. */
  readonly isAtTop: boolean;
};

// Which of them holds is the same for every sentence of a run: cli.ts says once how to find out, and nobody
// is told anything by which it would have to pass through every function that words something.
let reader: () => Reader = () => ({ starter: 'git handoff', isAtTop: true });

/** `read` is asked whenever a command is worded: install and uninstall change the answer. */
export const wordCommandsFor = (read: () => Reader): void => {
  reader = read;
};

/** `args` are words for the shell: foreign text goes through `quoteText` first. */
export const commandLine = (args: string): string => `${reader().starter} ${args}`;

/** `directory`: where it has to run, seen from where it is read; empty: there. */
export function commandIn(directory: string, args: string): string {
  const { starter } = reader();
  if (directory === '') return commandLine(args);
  const where = quoteWord(directory);
  return starter === 'git handoff'
    ? `git -C ${where} handoff ${args}`
    : `(cd ${where} && ${starter} ${args})`;
}

/** Where what is installed cannot help itself: from the package. */
export const packageCommand = (args: string): string => `npx handoff-hooks ${args}`;

const LONGEST_TITLE = 72;

/** The command that records a decision; `title`: foreign text, '' where nothing suggests one. */
export const decideCommand = (title = '', more = ''): string =>
  commandLine(
    `decide ${quoteText(cut(seal(title).replace(/^-+ ?/, ''), LONGEST_TITLE) || '‹title›')}${more} --chosen "‹what›" --rationale "‹why›"`,
  );

/** The command that stages these files, from whatever directory. */
export const addCommand = (paths: readonly string[]): string => `git add ${pathsHere(paths)}`;

/** The command that commits these files and nothing else; `added`: those of them that git may not know
 * yet. */
export function commitCommand(paths: readonly string[], added: readonly string[] = []): string {
  const first = added.length === 0 ? '' : `${addCommand(added)} && `;
  return `${first}git commit -m "docs: update the session context" -- ${pathsHere([...paths, ...added])}`;
}

/** A commit that a hook stopped. */
export type Retry = {
  readonly subject: string;
  /** Whether its message has more than the subject; git keeps all of it in COMMIT_EDITMSG. */
  readonly isLong: boolean;
  /** Whether an editor showed it, with comments. */
  readonly hasComments: boolean;
  /** What it was made of: the index, all tracked files (`-a`), or these files. */
  readonly from: 'index' | 'all' | readonly string[];
};

const LONGEST_SUBJECT = 100;

/** The command that makes it again, with the same message. */
export function retryCommand({ subject, isLong, hasComments, from }: Retry): string {
  const isPlain = !isLong && subject.length <= LONGEST_SUBJECT && cleanLine(subject) === subject;
  const message = isPlain
    ? `-m ${quoteText(subject)}`
    : `${hasComments ? '--cleanup=strip ' : ''}-F "$(git rev-parse --git-path COMMIT_EDITMSG)"`;
  const rest = from === 'index' ? '' : from === 'all' ? ' -a' : ` -- ${pathsHere(from)}`;
  return `git commit ${message}${rest}`;
}

/** `:/` is git's own word for the top level. */
export const pathsHere = (paths: readonly string[]): string =>
  paths.map((path) => quoteWord(reader().isAtTop ? path : `:/${path}`)).join(' ');

/** As one word of a POSIX shell. */
export const quoteWord = (text: string): string =>
  /^[\w:./-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;

/** As one word in quotation marks, double ones where nothing in it means something to a shell. */
export const quoteText = (text: string): string =>
  /["$`\\!]/.test(text) ? `'${text.replaceAll("'", "'\\''")}'` : `"${text}"`;
