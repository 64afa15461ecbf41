// Writes the handoff documents that are missing, filled with what the repository says of itself.
import { basename } from 'node:path';
import { formatISO } from 'date-fns';
import { missingDocuments } from '../core/init/documents.ts';
import { changesBetween, withTexts } from '../core/install/disk.ts';
import { describeInitialized } from '../core/wording/init.ts';
import { describeChanges } from '../core/wording/install.ts';
import { carryOut, checkChanges } from '../effects/install/carry-out.ts';
import { readDisk } from '../effects/install/read.ts';
import { printLines, say } from '../effects/say.ts';
import { openProject } from '../read/project.ts';
import { readPlaced, readProjectFacts } from '../read/self.ts';
import { type Command, hasOption, type Session } from './session.ts';

export const init: Command = {
  usage: '[--dry-run]',
  examples: ['--dry-run', ''],
  mostWords: 0,
  options: { 'dry-run': { type: 'boolean', says: 'print what would be written, and write nothing' } },
  async run(session, args) {
    await writeDocuments(session, hasOption(args, 'dry-run'));
    return 0;
  },
};

/** Writes all of them or none. Throws Problem (3): no work tree, a folder that cannot be written to. */
export async function writeDocuments(session: Session, isDry: boolean): Promise<void> {
  const project = await openProject(session);
  const { top } = project;
  const there = readPlaced(project);
  const facts = readProjectFacts(project, there, {
    today: formatISO(session.now, { representation: 'date' }),
    folder: basename(top),
  });
  const documents = missingDocuments(facts, there).map(({ path, text }) => ({
    path: `${top}/${path}`,
    text,
  }));
  const disk = readDisk(documents.map(({ path }) => path));
  const changes = changesBetween(
    disk,
    withTexts(
      disk,
      documents.filter(({ path }) => !disk.has(path)),
    ),
  );
  const ground = { tops: [top], gitDir: project.repository.commonDir };
  if (isDry) checkChanges(changes, ground);
  else carryOut(changes, ground);
  await printLines(describeChanges({ isDry, changes }, { top, home: null }));
  say(describeInitialized(changes.filter(({ kind }) => kind === 'write').length, isDry));
}
