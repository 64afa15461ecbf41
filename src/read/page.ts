// What a page is made of: the facts of a brief, the newest commits with their verdicts, and where they can be
// seen.
import { basename } from 'node:path';
import { buildBrief } from '../core/brief/brief.ts';
import { readDecisions } from '../core/decisions/decisions.ts';
import type { PageCommit, PageFacts } from '../core/page/facts.ts';
import { readObjects } from '../git/blobs.ts';
import { countCommits, readCommitBatches, readIds } from '../git/log.ts';
import { readLosses } from '../git/lost.ts';
import { readRemote } from '../git/repository.ts';
import type { GitPlace } from '../git/run.ts';
import { readBriefFacts } from './brief.ts';
import { judgeInOrder } from './judge-order.ts';
import { showProgress } from './range.ts';
import { openReader, type Reader } from './reader.ts';
import type { Session } from './session.ts';
import { openSource } from './source.ts';

/** Commits that a page shows at most. */
const MOST_COMMITS = 1000;

/** With the top of the work tree. Throws Problem (3): no repository, faults in the config. */
export async function readPage(session: Session): Promise<{ facts: PageFacts; top: string | null }> {
  const reader = await openReader(session);
  return { facts: await readFacts(session, reader), top: reader.repository.top };
}

async function readFacts(session: Session, reader: Reader): Promise<PageFacts> {
  const { repository, guards } = reader;
  const { place, top, gitDir } = repository;
  const told = await readBriefFacts(session, reader, null);
  const { document } = told;
  const brief = buildBrief(told);
  const isBegun = brief.freshness.head !== null;
  const gone = isBegun && document === null ? await readGone(reader) : null;
  const archive = told.decisions.length === 0 ? (gone?.to ?? null) : null;
  const decisions = archive === null ? told.decisions : readArchived(reader, archive);
  const paths = [
    ...new Set([...(document === null ? [] : [document.path]), ...decisions.map(({ path }) => path)]),
  ];
  const unpublished = isBegun ? readIds(place, ['HEAD', '--not', '--remotes=origin']) : new Set<string>();
  return {
    name: basename(top ?? gitDir),
    version: session.version,
    made: session.now.toISOString(),
    remote: readRemote(place),
    isPublished: (sha) => !unpublished.has(sha),
    committed: isBegun ? readCommitted(reader, paths) : new Set(),
    brief,
    document,
    gone,
    archive,
    phases: told.phases,
    decisions,
    guards: isBegun ? guards().inForce : [],
    commits: isBegun ? await readJudged(reader) : [],
    total: isBegun ? await countCommits(place, ['HEAD']) : 0,
  };
}

/** Of the names of a context file, the preferred one that history knows. */
async function readGone({ repository, config }: Reader) {
  const names = config.documents.context.filter((name) => !name.includes('*'));
  const losses = await readLosses(repository.place, names);
  return names.flatMap((name) => losses.find(({ path }) => path === name) ?? [])[0] ?? null;
}

const readArchived = ({ repository }: Reader, path: string) =>
  readDecisions(openSource(repository).read([path]));

function readCommitted({ repository }: Reader, paths: readonly string[]): ReadonlySet<string> {
  const names = paths.map((path) => `HEAD:${path}`);
  const texts = readObjects(repository.place, names);
  const now = new Map(
    openSource(repository)
      .read(paths)
      .map(({ path, text }) => [path, text]),
  );
  return new Set(paths.filter((path, at) => now.get(path) === texts[at]));
}

async function readJudged(reader: Reader): Promise<readonly PageCommit[]> {
  const found: PageCommit[] = [];
  for await (const batch of judgeInOrder(reader, newest(reader.repository.place)))
    for (const [commit, verdict, claims] of batch) {
      const { sha } = commit;
      if (sha !== null) found.push({ commit: { ...commit, sha }, verdict, claims });
    }
  return found;
}

function newest(place: GitPlace) {
  const revisions = [`--max-count=${MOST_COMMITS}`, '--reverse', '--end-of-options', 'HEAD'];
  return showProgress(readCommitBatches(place, revisions), place, revisions);
}
