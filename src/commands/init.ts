// Writes the handoff documents that are missing, filled with what the repository says of itself, or of its
// past.
import { basename } from 'node:path';
import { formatISO } from 'date-fns/formatISO';
import { missingDocuments, withoutPhase } from '../core/init/documents.ts';
import type { ProjectFacts } from '../core/init/facts.ts';
import { endOfHistory, MOST_COMMITS, startOfHistory } from '../core/init/history.ts';
import { changesBetween, withTexts } from '../core/install/disk.ts';
import { wrongUsage } from '../core/problem.ts';
import type { Document } from '../core/types.ts';
import { askInit, describeExtent, describeInitialized, type Extent, extents } from '../core/wording/init.ts';
import { describeChanges } from '../core/wording/install.ts';
import { askChoice } from '../effects/ask.ts';
import { mayAsk } from '../effects/audience.ts';
import { carryOut, checkChanges } from '../effects/install/carry-out.ts';
import { readDisk } from '../effects/install/read.ts';
import { printLines, say } from '../effects/say.ts';
import { openObjects } from '../git/blobs.ts';
import { readCommitId } from '../git/repository.ts';
import { openProject, type Project } from '../read/project.ts';
import { openReader } from '../read/reader.ts';
import { type Judged, judgeRange, startReplay } from '../read/replay.ts';
import { readPlaced, readProjectFacts } from '../read/self.ts';
import { type Command, hasOption, type Session } from './session.ts';

export const init: Command = {
  usage: '[--context | --all | --from-history] [--dry-run]',
  examples: ['', '--from-history'],
  mostWords: 0,
  options: {
    context: { type: 'boolean', says: 'the context file alone' },
    all: {
      type: 'boolean',
      says: 'all eight documents, as far as they are missing (the default without a terminal)',
    },
    'from-history': {
      type: 'boolean',
      says: 'the context file alone, as the commits so far would have kept it',
    },
    'dry-run': { type: 'boolean', says: 'print what would be written, and write nothing' },
  },
  async run(session, args) {
    const named = (['context', 'all', 'from-history'] as const).filter((name) => hasOption(args, name));
    if (named.length > 1) throw wrongUsage(describeExtent(named));
    await writeDocuments(session, { extent: named[0] ?? null, isDry: hasOption(args, 'dry-run') });
    return 0;
  },
};

type InitOptions = { readonly extent: Extent | null; readonly isDry: boolean };

/** Writes all of them or none; `extent` null: as a person chooses. Throws Problem (3): no work tree, a
 * directory that cannot be written to. */
export async function writeDocuments(session: Session, { extent, isDry }: InitOptions): Promise<void> {
  const project = await openProject(session);
  const { top } = project;
  const there = readPlaced(project);
  const facts = readProjectFacts(project, there, {
    today: formatISO(session.now, { representation: 'date' }),
    directory: basename(top),
  });
  const missing = missingDocuments(facts, there);
  const chosen = extent ?? (await chooseExtent(session, { project, missing, facts }));
  if (chosen === 'none') return;
  const alone = withoutPhase(facts, there);
  const wanted =
    chosen === 'all'
      ? missing
      : missingDocuments(alone, there).filter(({ path }) => path === facts.documents.context);
  const texts = chosen === 'from-history' ? await fromHistory(session, wanted, alone) : wanted;
  const documents = texts.map(({ path, text }) => ({ path: `${top}/${path}`, text }));
  const disk = readDisk(documents.map(({ path }) => path));
  const fresh = withTexts(
    disk,
    documents.filter(({ path }) => !disk.has(path)),
  );
  const changes = changesBetween(disk, fresh);
  const ground = { tops: [top], gitDir: project.repository.commonDir };
  if (isDry) checkChanges(changes, ground);
  else carryOut(changes, ground);
  await printLines(describeChanges({ isDry, changes }, { top, home: null }));
  say(describeInitialized(changes.filter(({ kind }) => kind === 'write').length, { isDry, extent: chosen }));
}

type Start = {
  readonly project: Project;
  readonly missing: readonly Document[];
  readonly facts: ProjectFacts;
};

/** A person chooses where the context file is among several that are missing. */
async function chooseExtent(session: Session, { project, missing, facts }: Start): Promise<Extent | 'none'> {
  const { env } = session;
  const hasContext = missing.some(({ path }) => path === facts.documents.context);
  if (!hasContext || missing.length < 2 || !mayAsk(env)) return 'all';
  const hasPast = readCommitId(project.place, 'HEAD~10') !== null;
  const asking = { env, message: askInit(), deadline: project.config.ask.deadline };
  return (await askChoice({ ...asking, choices: extents(missing.length, hasPast) })) ?? 'none';
}

// The file that the newest commits would have kept, one after the other.
async function fromHistory(
  session: Session,
  wanted: readonly Document[],
  facts: ProjectFacts,
): Promise<readonly Document[]> {
  const reader = await openReader(session);
  const { place } = reader.repository;
  if (readCommitId(place, 'HEAD') === null) return wanted;
  const range = readCommitId(place, `HEAD~${MOST_COMMITS}`) === null ? 'HEAD' : `HEAD~${MOST_COMMITS}..HEAD`;
  const objects = openObjects(place);
  try {
    const judged: Judged[] = [];
    for await (const one of judgeRange({ reader, range, read: objects.read })) judged.push(one);
    const past = judged.map(({ change, judged: { message } }) => ({ change, message }));
    return wanted.map(({ path }) => {
      const start = { path, text: startOfHistory(facts, past) };
      const replay = startReplay(reader, start);
      for (const one of judged) replay(one);
      return { path, text: endOfHistory(replay().context?.text ?? '', past, formatISO(session.now)) };
    });
  } finally {
    objects.close();
  }
}
