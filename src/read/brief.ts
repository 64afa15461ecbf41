// What a brief is made of: the documents as they are, the history since the context file was updated, and
// what became of the paths that it quotes.

import type { BriefFacts, PauseFacts } from '../core/brief/facts.ts';
import { type Unread, withoutMiddle } from '../core/brief/long.ts';
import type { Config, DocumentKind } from '../core/config/defaults.ts';
import { readContext } from '../core/context/context.ts';
import { companionsOf } from '../core/context/formats/index.ts';
import { isSeenFrom, localConfig, partOf, WHOLE } from '../core/context/territories.ts';
import { readScripts, readTargets } from '../core/drift/commands.ts';
import type { Runnable } from '../core/drift/facts.ts';
import { once } from '../core/memo.ts';
import { oursInPlace } from '../core/merge/marked.ts';
import { parseMessage } from '../core/message/index.ts';
import { planPaths } from '../core/phases/plans/index.ts';
import type { Document } from '../core/types.ts';
import { readAhead } from '../git/ahead.ts';
import { openObjects } from '../git/blobs.ts';
import { type Head, parseHead, readHead } from '../git/head.ts';
import { readCommits } from '../git/log.ts';
import type { Repository } from '../git/repository.ts';
import type { GitPlace } from '../git/run.ts';
import { readIfText } from './documents.ts';
import { countSince, daysBetween, freshnessOf, type Where } from './freshness.ts';
import { readHookless } from './hookless.ts';
import { judgeFacts } from './judge.ts';
import { readSince } from './judged.ts';
import { readOthers } from './kept.ts';
import type { Known } from './last-update.ts';
import { revisionsSince } from './listing.ts';
import { readLostPaths } from './lost-paths.ts';
import { readMemory } from './memory.ts';
import type { Reader } from './reader.ts';
import type { Session } from './session.ts';
import { openSource, presentDocuments, type Source } from './source.ts';

/** `task`: null where there is none. Throws Problem (3): a context file that is no text. */
export async function readBriefFacts(
  session: Session,
  { repository, config: whole, facts: { contextPath }, where }: Reader,
  task: string | null,
): Promise<BriefFacts> {
  const memory = readMemory(repository);
  const known = knownOf(repository, contextPath);
  const objects = openObjects(repository.place);
  // git works while the context file is read.
  const [told, context] = await Promise.all([
    readAhead(repository.place, known && revisionsSince(known, null)),
    readContextFile(repository, contextPath),
  ]);
  const head = told === null ? readHead(repository.place) : parseHead(told.objects.get('HEAD') ?? null);
  const { territory, all, files } = where(told?.markdown ?? undefined);
  const root = territory?.root ?? '';
  const config = localConfig(whole, { root });
  const sees = (path: string) => territory === null || isSeenFrom(path, territory, all);
  const source = openSource(repository, { markdown: told?.markdown, sees });
  const documents = once(() => readDocuments(source, config, context));
  const facts = judgeFacts({ config, contextPath, documents: () => documents().recorded });
  const [since, now] = await Promise.all([
    countSince(
      { repository, context: context?.whole ?? null, head },
      { objects, told, known },
      { facts, memory, part: territory === null ? WHOLE : partOf(territory, all) },
    ),
    readNow({ repository, context, head }, source, documents),
  ]);
  const { present } = documents();
  const hookless = await readHookless(repository);
  return {
    ...now,
    freshness: {
      ...freshnessOf(session, {
        head,
        repository,
        contextPath: context?.path ?? null,
        ...since,
      }),
      directory: all.length > 1 ? root || './' : undefined,
      others: readOthers(repository.place, context?.path ?? null, files),
      hookless: hookless.commits.length === 0 ? undefined : hookless,
    },
    present,
    plans: source.read(plansIn(source.paths(), root)),
    decisions: facts.decisions(),
    commits:
      context === null && head !== null
        ? await readNewest(repository.place)
        : [...since.account.recent].reverse(),
    conflict: context?.conflict,
    unread: context?.unread,
    runnable: readRunnable(repository, context && root),
    task: task === null ? null : { text: task, documents: readForTask(source, present, context) },
    pause: readPause(session, { head, source, longBreak: config.brief.longBreak }),
    config,
  };
}

/** Commits that are told of where no context file tells of anything. */
const MOST_NEWEST = 20;

async function readNewest(place: GitPlace): Promise<BriefFacts['commits']> {
  const newest: BriefFacts['commits'][number][] = [];
  for await (const commit of readCommits(place, [`--max-count=${MOST_NEWEST}`, 'HEAD']))
    newest.push({ commit, message: parseMessage(commit.message) });
  return newest;
}

const plansIn = (paths: readonly string[], root: string): string[] =>
  planPaths(paths.flatMap((path) => (path.startsWith(root) ? path.slice(root.length) : []))).map(
    (path) => `${root}${path}`,
  );

/** Of the directory that the context file speaks for; null: there is no context file. */
function readRunnable({ top }: Repository, root: string | null): Runnable {
  if (top === null || root === null) return { scripts: null, targets: null };
  const read = (path: string) => readIfText(top, `${root}${path}`);
  return { scripts: readScripts(read('package.json')), targets: readTargets(read('Makefile')) };
}

/** Where the last update was found before; null: nowhere, or of another file. */
function knownOf({ gitDir }: Repository, contextPath: string | null): Known | null {
  const known = readSince(gitDir);
  return known?.path === contextPath ? known : null;
}

/** `conflict`: the line where git's conflict markers begin; the text is our side. `whole`: with what is not
 * read of a long one. */
type ContextFile = Document & {
  readonly conflict?: number;
  readonly whole: Document;
  readonly unread?: Unread;
};

async function readContextFile(repository: Repository, path: string | null): Promise<ContextFile | null> {
  const document = path === null ? null : openSource(repository).readOne(path);
  if (document === null) return null;
  const ours = oursInPlace(document.text);
  const whole = ours === null ? document : { ...document, text: ours.text };
  const read = { ...whole, ...withoutMiddle(whole.text), whole };
  readContext(read.text);
  return ours === null ? read : { ...read, conflict: ours.line };
}

type Documents = {
  readonly present: BriefFacts['present'];
  /** Those that may hold decisions. */
  readonly recorded: readonly Document[];
};

function readDocuments(source: Source, config: Config, context: Document | null): Documents {
  const present = presentDocuments(source, config);
  const records = source.read(present.decisions);
  return context === null
    ? { present: { ...present, context: ['README.md'].filter(source.has) }, recorded: records }
    : {
        present: { ...present, context: [context.path, ...companionsOf(context.path).filter(source.has)] },
        recorded: [...records, context],
      };
}

async function readNow(
  { repository, context, head }: Where,
  source: Source,
  documents: () => Documents,
): Promise<Pick<BriefFacts, 'document' | 'phases' | 'lost'>> {
  const phases = source.read(documents().present.phases);
  if (context === null) return { document: null, phases, lost: [] };
  const document = { path: context.path, context: readContext(context.text) };
  return { document, phases, lost: head === null ? [] : await readLostPaths(repository, source, document) };
}

const TASK_KINDS: readonly DocumentKind[] = [
  'architecture',
  'decisions',
  'phases',
  'setup',
  'hypothesis',
  'models',
];

function readForTask(
  source: Source,
  present: Readonly<Record<DocumentKind, readonly string[]>>,
  context: Document | null,
): readonly Document[] {
  const paths = new Set(TASK_KINDS.flatMap((kind) => present[kind]));
  const documents = source.read([...paths]);
  return context === null ? documents : [...documents, context];
}

/** Files that pin a tool's version with their first line. */
const PINS = '.nvmrc .node-version .python-version .ruby-version .tool-versions rust-toolchain'.split(' ');

function readPause(
  { now }: Session,
  {
    head,
    source,
    longBreak,
  }: { readonly head: Head | null; readonly source: Source; readonly longBreak: number },
): PauseFacts {
  const days = head === null ? 0 : daysBetween(head.committedAt, now.getTime() / 1000);
  if (days < longBreak) return { days, pins: [] };
  const pinned = source.read(PINS.filter(source.has));
  return { days, pins: pinned.map(({ path, text }) => ({ path, value: text.split('\n')[0] ?? '' })) };
}
