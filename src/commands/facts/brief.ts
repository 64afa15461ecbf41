// What a brief is made of: the documents as they are, the history since the context file was updated, and what became
// of the paths that it quotes.
import type { BriefFacts, Freshness } from '../../core/brief/brief.ts';
import { quotedPaths } from '../../core/brief/paths.ts';
import type { PauseFacts } from '../../core/brief/pause.ts';
import type { DocumentKind } from '../../core/config/defaults.ts';
import { readContext } from '../../core/context/context.ts';
import { readDecisions } from '../../core/decisions/decisions.ts';
import { isUpdateDue } from '../../core/draft/due.ts';
import type { LostPath } from '../../core/drift/drift.ts';
import type { Document } from '../../core/types.ts';
import { readGitLines } from '../../effects/gitdir.ts';
import { type Head, readHead } from '../../git/head.ts';
import { type Loss, readLosses } from '../../git/lost.ts';
import { readTrackedNames } from '../../git/paths.ts';
import type { Repository } from '../../git/repository.ts';
import { readIgnored } from '../../git/tracking.ts';
import type { Session } from '../session.ts';
import { judgeFacts } from './judge.ts';
import { type Account, readAccount } from './ledger.ts';
import { readMemory } from './memory.ts';
import type { Reader } from './reader.ts';
import { openSource, presentDocuments, type Source } from './source.ts';

const NO_ACCOUNT: Account = { lastUpdate: null, recent: [], passed: 0, open: [], owed: [], weight: 0 };

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
  const present = presentDocuments(source, config);
  const context = contextPath === null ? null : source.readOne(contextPath);
  const document = context === null ? null : { path: context.path, context: readContext(context.text) };
  const records = source.read(present.decisions);
  const recorded = context === null ? records : [...records, context];
  const head = readHead(repository.place);
  const [since, lost] = await Promise.all([
    readSince({ repository, config, head }, context, recorded),
    document === null || head === null ? [] : readLostPaths(repository, source, document),
  ]);
  return {
    document,
    freshness: freshnessOf(session, {
      head,
      branch: readBranch(repository),
      contextPath: context?.path ?? null,
      ...since,
    }),
    present: { ...present, context: context === null ? [] : [context.path] },
    phases: source.read(present.phases),
    decisions: readDecisions(recorded),
    commits: [...since.account.recent].reverse(),
    lost,
    task: task === null ? null : { text: task, documents: readForTask(source, present, context) },
    pause: readPause(session, { head, source, longBreak: config.brief.longBreak }),
    config,
  };
}

type Since = { readonly account: Account; readonly isDue: boolean };
type Where = Pick<Reader, 'repository' | 'config'> & { readonly head: Head | null };

async function readSince(
  { repository, config, head }: Where,
  context: Document | null,
  recorded: readonly Document[],
): Promise<Since> {
  if (context === null || head === null) return { account: NO_ACCOUNT, isDue: false };
  const memory = readMemory(repository);
  const facts = judgeFacts({ config, contextPath: context.path, memory, documents: () => recorded });
  const kept = { facts, memory, context: { ...context, committed: context.text } };
  const account = await readAccount(repository.place, kept, { most: MOST_LOOKED_AT });
  const occasion = { limit: config.debt.limit, newest: null, putOff: memory.putOff };
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

async function readLostPaths(
  { place, top }: Repository,
  source: Source,
  { path, context }: NonNullable<BriefFacts['document']>,
): Promise<LostPath[]> {
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const missing = quotedPaths(context, folder).filter(
    (quoted) => !source.has(quoted.path) && !source.has(`${folder}${quoted.path}`),
  );
  const names = missing.map((quoted) => quoted.path);
  const losses = await readLosses(place, names);
  const ignored =
    top === null
      ? []
      : readIgnored(
          place,
          losses.map((loss) => loss.path),
        );
  const elsewhere =
    top === null
      ? []
      : readTrackedNames(
          place,
          losses.filter(isBare).map((loss) => loss.path),
        );
  return losses
    .filter((loss) => !ignored.includes(loss.path) && !elsewhere.includes(loss.path))
    .map((loss) => ({ ...loss, line: missing.find((quoted) => quoted.path === loss.path)?.line ?? 1 }));
}

// A name without a folder may mean any file of that name.
const isBare = ({ path, to }: Loss): boolean => to === null && !path.includes('/');

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
