// What a brief is made of: the documents as they are, the history since the context file was updated, and what became
// of the paths that it quotes.
import type { BriefFacts, Freshness } from '../../core/brief/brief.ts';
import type { PauseFacts } from '../../core/brief/pause.ts';
import type { Config, DocumentKind } from '../../core/config/defaults.ts';
import { readContext } from '../../core/context/context.ts';
import { isUpdateDue } from '../../core/draft/due.ts';
import { once } from '../../core/memo.ts';
import type { Document } from '../../core/types.ts';
import type { JudgeFacts } from '../../core/verdict/judge.ts';
import { readGitLines } from '../../effects/gitdir.ts';
import { openObjects } from '../../git/blobs.ts';
import { type Head, readHead } from '../../git/head.ts';
import type { Repository } from '../../git/repository.ts';
import type { Session } from '../session.ts';
import { type Account, readAccount } from './account.ts';
import { judgeFacts } from './judge.ts';
import { readLostPaths } from './lost-paths.ts';
import { type Memory, readMemory } from './memory.ts';
import type { Reader } from './reader.ts';
import { openSource, presentDocuments, type Source } from './source.ts';

const NO_ACCOUNT: Account = {
  lastUpdate: null,
  start: null,
  recent: [],
  passed: 0,
  open: [],
  owed: [],
  weight: 0,
};

/** Commits since the last update that are read for what they did; older ones are only counted. */
const MOST_LOOKED_AT = 200;

const SECONDS_A_DAY = 86_400;

/** `task`: null where there is none. Throws Problem (3): a context file that is no text. */
export async function readBriefFacts(
  session: Session,
  { repository, config, facts: { contextPath } }: Reader,
  task: string | null,
): Promise<BriefFacts> {
  const source = openSource(repository);
  const context = contextPath === null ? null : source.readOne(contextPath);
  const head = readHead(repository.place);
  const documents = once(() => readDocuments(source, config, context));
  const memory = readMemory(repository);
  const facts = judgeFacts({ config, contextPath, memory, documents: () => documents().recorded });
  // git walks the history while the documents are read.
  const [since, now] = await Promise.all([
    readSince({ repository, context, head }, facts, memory),
    readNow({ repository, context, head }, source, documents),
  ]);
  const { present } = documents();
  return {
    ...now,
    freshness: freshnessOf(session, {
      head,
      branch: readBranch(repository),
      contextPath: context?.path ?? null,
      ...since,
    }),
    present,
    decisions: facts.decisions(),
    commits: [...since.account.recent].reverse(),
    task: task === null ? null : { text: task, documents: readForTask(source, present, context) },
    pause: readPause(session, { head, source, longBreak: config.brief.longBreak }),
    config,
  };
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
    ? { present: { ...present, context: [] }, recorded: records }
    : { present: { ...present, context: [context.path] }, recorded: [...records, context] };
}

type Where = {
  readonly repository: Repository;
  readonly context: Document | null;
  readonly head: Head | null;
};

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

type Since = { readonly account: Account; readonly isDue: boolean };

async function readSince(
  { repository, context, head }: Where,
  facts: JudgeFacts,
  memory: Memory,
): Promise<Since> {
  if (context === null || head === null) return { account: NO_ACCOUNT, isDue: false };
  const kept = { facts, memory, context: { ...context, committed: context.text } };
  const { place } = repository;
  const account = await readAccount({ place, objects: openObjects(place) }, kept, { most: MOST_LOOKED_AT });
  const occasion = { limit: facts.config.debt.limit, newest: null, putOff: memory.putOff };
  return { account, isDue: isUpdateDue(account.owed, occasion) };
}

const daysBetween = (from: number, to: number): number =>
  Math.max(0, Math.floor((to - from) / SECONDS_A_DAY));

type Stand = Since & {
  readonly head: Head | null;
  readonly branch: string | null;
  readonly contextPath: string | null;
};

function freshnessOf({ now }: Session, { head, branch, account, isDue, contextPath }: Stand): Freshness {
  const { lastUpdate, passed, owed } = account;
  const daysUntil = (seconds: number) =>
    lastUpdate === null ? 0 : daysBetween(Date.parse(lastUpdate.date) / 1000, seconds);
  return {
    contextFile: contextPath,
    branch,
    head: head?.sha ?? null,
    lastUpdate: lastUpdate === null ? null : { sha: lastUpdate.sha, date: lastUpdate.date },
    commits: passed,
    days: daysUntil(now.getTime() / 1000),
    daysBehind: daysUntil(head?.committedAt ?? 0),
    owed: owed
      .filter(({ verdict }) => verdict.record)
      .map(({ commit, message }) => ({ sha: commit.sha, subject: message.subject }))
      .reverse(),
    isDue,
  };
}

const BRANCH = 'ref: refs/heads/';

/** Null: no branch, or one that the git directory does not tell by itself. */
function readBranch({ gitDir }: Repository): string | null {
  const [line = ''] = readGitLines(gitDir, 'HEAD');
  const name = line.startsWith(BRANCH) ? line.slice(BRANCH.length) : '';
  return name === '' || name === '.invalid' ? null : name;
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
const PINS = [
  '.nvmrc',
  '.node-version',
  '.python-version',
  '.ruby-version',
  '.tool-versions',
  'rust-toolchain',
];

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
