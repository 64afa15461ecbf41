// What a brief is made of: the documents as they are, the history since the context file was updated, and what became
// of the paths that it quotes.
import type { BriefFacts, Freshness } from '../../core/brief/brief.ts';
import { quotedPaths } from '../../core/brief/paths.ts';
import type { PauseFacts } from '../../core/brief/pause.ts';
import type { DocumentKind } from '../../core/config/defaults.ts';
import { readContext } from '../../core/context/context.ts';
import { readDecisions } from '../../core/decisions/decisions.ts';
import type { LostPath } from '../../core/drift/drift.ts';
import type { Document } from '../../core/types.ts';
import { readGitLines } from '../../effects/gitdir.ts';
import { type Head, readHead } from '../../git/head.ts';
import { readLosses } from '../../git/lost.ts';
import type { Repository } from '../../git/repository.ts';
import { readIgnored } from '../../git/tracking.ts';
import type { Session } from '../session.ts';
import type { Reader } from './reader.ts';
import { openSource, presentDocuments, type Source } from './source.ts';
import { NO_STANDING, readStanding, type Standing } from './standing.ts';

const SECONDS_A_DAY = 86_400;

/** `task`: null where there is none. Throws GitProblem. */
export async function readBriefFacts(
  session: Session,
  { repository, config, facts }: Reader,
  task: string | null,
): Promise<BriefFacts> {
  const source = openSource(repository);
  const present = presentDocuments(source, config);
  const [context] = facts.contextPath === null ? [] : await source.read([facts.contextPath]);
  const document = context === undefined ? null : { path: context.path, context: readContext(context.text) };
  const head = readHead(repository.place);
  const isKnown = context !== undefined && head !== null;
  const standing = isKnown ? await readStanding({ repository, config, facts }, context) : NO_STANDING;
  const records = await source.read(present.decisions);
  return {
    document,
    freshness: freshnessOf(session, { head, repository, standing, context }),
    present: { ...present, context: context === undefined ? [] : [context.path] },
    phases: await source.read(present.phases),
    decisions: readDecisions(context === undefined ? records : [...records, context]),
    commits: standing.recent,
    lost: document === null || head === null ? [] : await readLostPaths(repository, source, document),
    task: task === null ? null : { text: task, documents: await readForTask(source, present, context) },
    pause: await readPause(session, { head, source, longBreak: config.brief.longBreak }),
    config,
  };
}

const daysBetween = (from: number, to: number): number =>
  Math.max(0, Math.floor((to - from) / SECONDS_A_DAY));

type Stand = {
  readonly head: Head | null;
  readonly repository: Repository;
  readonly standing: Standing;
  readonly context: Document | undefined;
};

function freshnessOf({ now }: Session, { head, repository, standing, context }: Stand): Freshness {
  const { lastUpdate, recent, owed, isDue } = standing;
  const daysUntil = (seconds: number) =>
    lastUpdate === null ? 0 : daysBetween(Date.parse(lastUpdate.date) / 1000, seconds);
  return {
    contextFile: context?.path ?? null,
    branch: readBranch(repository),
    head: head?.sha ?? null,
    lastUpdate: lastUpdate === null ? null : { sha: lastUpdate.sha, date: lastUpdate.date },
    commits: recent.length,
    days: daysUntil(now.getTime() / 1000),
    daysBehind: daysUntil(head?.committedAt ?? 0),
    owed: owed
      .filter(({ verdict }) => verdict.record)
      .map(({ commit, message }) => ({ sha: commit.sha, subject: message.subject })),
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
  const ignored = new Set(top === null ? [] : readIgnored(place, names));
  const losses = await readLosses(
    place,
    names.filter((name) => !ignored.has(name)),
  );
  return losses.map((loss) => ({
    ...loss,
    line: missing.find((quoted) => quoted.path === loss.path)?.line ?? 1,
  }));
}

const TASK_KINDS: readonly DocumentKind[] = [
  'architecture',
  'decisions',
  'phases',
  'setup',
  'hypothesis',
  'models',
];

async function readForTask(
  source: Source,
  present: Readonly<Record<DocumentKind, readonly string[]>>,
  context: Document | undefined,
): Promise<Document[]> {
  const paths = new Set(TASK_KINDS.flatMap((kind) => present[kind]));
  const documents = await source.read([...paths]);
  return context === undefined ? documents : [...documents, context];
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

async function readPause(
  { now }: Session,
  {
    head,
    source,
    longBreak,
  }: { readonly head: Head | null; readonly source: Source; readonly longBreak: number },
): Promise<PauseFacts> {
  const days = head === null ? 0 : daysBetween(head.committedAt, now.getTime() / 1000);
  if (days < longBreak) return { days, pins: [] };
  const pinned = await source.read(PINS.filter(source.has));
  return { days, pins: pinned.map(({ path, text }) => ({ path, value: text.split('\n')[0] ?? '' })) };
}
