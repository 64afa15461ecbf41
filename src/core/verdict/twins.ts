// Commits of this history that a line with the id of another commit tells of: rebased, amended,
// cherry-picked, squashed.
import { foldName } from '../context/roles.ts';
import type { OwedCommit } from '../types.ts';
import type { FileUpdate, NamingLine } from './recorded.ts';

export type Candidate = Pick<OwedCommit, 'message'> & {
  readonly sha: string;
  /** What it did to the context file; null: nothing, or a commit of no weight that changed other files
   * too. */
  readonly update: FileUpdate | null;
  /** Whether its own content deserves a record. */
  readonly isWork: boolean;
};

export type Unrecorded = {
  /** Commits that no id accounts for, oldest first. */
  readonly candidates: readonly Candidate[];
  /** Lines of the committed file that name commits. */
  readonly lines: readonly NamingLine[];
};

/** Ids that decide on the candidates where they are of no commit of this history. */
export function idsInQuestion({ candidates, lines }: Unrecorded): string[] {
  const subjects = candidates.filter(({ isWork }) => isWork).map(({ message }) => subjectOf(message));
  const twins = lines.filter(({ text }) => subjects.some((subject) => readsAs(foldedText(text), subject)));
  const brought = candidates.flatMap(({ update }) => update?.naming ?? []);
  return [...new Set([...twins, ...brought].flatMap(({ ids }) => ids))];
}

/** Candidates that are recorded all the same. `isForeign`: of an id in question, that it is of no commit of
 * this history. A line with foreign ids that reads as a candidate's subject accounts for it (once for each
 * such id). Of what is left a commit that brought such lines is a squash: they tell of its own work. Where it
 * holds no work, the commits right before it were rewritten: as many of them as there are such ids. */
export function findTwins(
  { candidates, lines }: Unrecorded,
  isForeign: (id: string) => boolean,
): ReadonlySet<string> {
  const free = lines.flatMap(({ text, ids }) =>
    ids.filter(isForeign).map((id) => ({ id, words: foldedText(text) })),
  );
  const recorded = new Set<string>();
  const used = new Set<string>();
  for (const { sha, message, isWork } of candidates) {
    const subject = subjectOf(message);
    const twin = isWork ? free.find(({ id, words }) => !used.has(id) && readsAs(words, subject)) : undefined;
    if (twin === undefined) continue;
    recorded.add(sha);
    used.add(twin.id);
  }
  for (const [at, { sha, update, isWork }] of candidates.entries()) {
    const brought = new Set(update?.naming.flatMap(({ ids }) => ids).filter(isForeign));
    const left = [...brought].filter((id) => !used.has(id));
    for (const id of brought) used.add(id);
    const before = isWork ? [sha] : workBefore(candidates.slice(0, at), recorded).slice(0, left.length);
    if (left.length > 0) for (const one of before) recorded.add(one);
  }
  return recorded;
}

/** Nearest first. */
const workBefore = (earlier: readonly Candidate[], recorded: ReadonlySet<string>): string[] =>
  earlier
    .filter(({ sha, isWork }) => isWork && !recorded.has(sha))
    .map(({ sha }) => sha)
    .reverse();

const LONGEST = 120;

// Forges put the number of the pull request behind the subject.
const subjectOf = ({ description }: Candidate['message']): string =>
  foldedText(
    description
      .slice(0, 2 * LONGEST)
      .replace(/(?<!\s)(?:\s*\(#\d+\))+\s*$/, '')
      .slice(0, LONGEST),
  );

const foldedText = (text: string): string => foldName(text.replace(/(?<!\s)(?:\s*\(#\d+\))+\s*$/, ''));

/** The line may have a label, a scope or a phase in front of the subject, never the other way round. */
const readsAs = (line: string, subject: string): boolean =>
  subject !== '' &&
  (line === subject || (subject.length >= SHORTEST && ` ${line} `.includes(` ${subject} `)));

const SHORTEST = 8;
