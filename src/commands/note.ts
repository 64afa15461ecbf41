// Records one line by hand, where it belongs.
import { formatISO } from 'date-fns/formatISO';
import { findDocuments } from '../core/config/documents.ts';
import { type DraftMark, rememberDrafts } from '../core/draft/landing.ts';
import { addNote, NOTE_KINDS, type Note, type Noted, type NoteKind } from '../core/draft/note.ts';
import { guardsAskedFor } from '../core/guards/offers.ts';
import { isGotcha, writeGuard } from '../core/guards/write.ts';
import { cannotRun, wrongUsage } from '../core/problem.ts';
import type { Document, Effect } from '../core/types.ts';
import { commandLine } from '../core/wording/command.ts';
import { describeGuardedDecision, describeOpenGuards } from '../core/wording/guards.ts';
import {
  describeKnown,
  describeMissingRationale,
  describeNoContext,
  describeNoConversation,
  describeNoted,
  describeNoteUsage,
  NOTE_QUESTION,
  RATIONALE_QUESTION,
  withRationale,
} from '../core/wording/record.ts';
import { blanksIn, describeBlanks } from '../core/wording/usage.ts';
import { applyAnyway } from '../effects/apply.ts';
import { askText } from '../effects/ask.ts';
import { mayAsk } from '../effects/audience.ts';
import { hasFile, readText } from '../effects/files.ts';
import { blobsOf } from '../effects/stored.ts';
import { readTrackedPaths } from '../git/paths.ts';
import { readBlobId } from '../git/tracking.ts';
import { readMemory } from '../read/memory.ts';
import { openProject, type Project } from '../read/project.ts';
import { findHome, findLeftOut } from '../read/territories.ts';
import { offerGuards } from './acts/guards.ts';
import { type Arguments, type Command, type Session, textOption } from './session.ts';

export const note: Command = {
  usage: `${NOTE_KINDS.join('|')} TEXT [--rationale TEXT]`,
  examples: ['gotcha "the API counts pages from 1"', 'next "measure recall on long files"'],
  options: { rationale: { type: 'string', says: 'why a deviation deviates' } },
  run: async (session, args) => {
    const kind = NOTE_KINDS.find((name) => name === args.words[0]);
    if (kind === undefined) throw wrongUsage(describeNoteUsage(NOTE_KINDS));
    const blanks = blanksIn({ text: textOf(args), rationale: textOption(args, 'rationale') ?? '' });
    if (blanks.length > 0) throw wrongUsage(describeBlanks(blanks, commandLine(`note ${kind} "‹text›"`)));
    const project = await openProject(session);
    const path = pathOf(session, project, kind);
    const asked = await readNote(session, project, { kind, args });
    const file = { path, text: readText(project.top, path) ?? '' };
    const noted = addNote(file, asked, formatISO(session.now));
    const place = { path, line: noted.line };
    if (noted.isKnown) return applyAnyway([{ kind: 'say', text: describeKnown(place) }], project);
    const { text, lines } = await guarded(session, project, { note: asked, noted, path });
    const effects = writeNoted(project, file, text);
    return applyAnyway(
      [...effects, { kind: 'say', text: [describeNoted(place), ...lines].join('\n') }],
      project,
    );
  },
};

type WrittenNote = { readonly note: Note; readonly noted: Noted; readonly path: string };

/** The file with the guards that the person confirmed, and what is said of the others. */
async function guarded({ env }: Session, { config }: Project, { note, noted, path }: WrittenNote) {
  const place = { path, line: noted.line };
  const guards = ['gotcha', 'deviation'].includes(note.kind)
    ? guardsAskedFor(note.text, note.kind === 'deviation')
    : [];
  if (note.kind !== 'gotcha' || !isGotcha(noted, noted.line))
    return { text: noted.text, lines: describeGuardedDecision(note.text, guards) };
  const { confirmed, open } = await offerGuards(env, config, guards);
  const text = confirmed.reduce(
    (written, guard) => writeGuard({ path, text: written }, noted.line, guard) ?? written,
    noted.text,
  );
  return { text, lines: describeOpenGuards(place, open) };
}

/** The document that keeps such notes. */
function pathOf(session: Session, project: Project, kind: NoteKind): string {
  const { place, top, config } = project;
  if (kind !== 'discussion') {
    const home = findHome(session, project);
    if (home === null) throw cannotRun(describeNoContext(findLeftOut(project)));
    return home.contextPath;
  }
  const paths = [...config.documents.conversation, ...readTrackedPaths(place, [])];
  const [path] = findDocuments('conversation', paths, config).filter((name) => hasFile(top, name));
  if (path === undefined) throw cannotRun(describeNoConversation(config.documents.conversation));
  return path;
}

type NoteRequest = { readonly kind: NoteKind; readonly args: Arguments };

const textOf = ({ words }: Arguments): string => words.slice(1).join(' ').trim();

/** As the command line has it; what is missing is asked for at a terminal. */
async function readNote(session: Session, project: Project, { kind, args }: NoteRequest): Promise<Note> {
  const ask = async (message: string): Promise<string | null> =>
    mayAsk(session.env)
      ? askText({ env: session.env, message, deadline: project.config.ask.deadline })
      : null;
  const text = textOf(args) || (await ask(NOTE_QUESTION));
  if (!text) throw wrongUsage(describeNoteUsage(NOTE_KINDS));
  if (kind !== 'deviation') return { kind, text };
  const rationale = textOption(args, 'rationale')?.trim() || (await ask(RATIONALE_QUESTION));
  if (!rationale) throw wrongUsage(describeMissingRationale(text));
  return { kind, text: withRationale(text, rationale) };
}

/** A draft with a note in it is a draft still: all that is uncommitted there is ours. */
function writeNoted(
  { repository, place }: Project,
  { path, text: before }: Document,
  text: string,
): readonly Effect[] {
  const { drafts } = readMemory(repository);
  const carried = drafts.find(({ blob }) => blob === readBlobId(place, path, before));
  const write: Effect = { kind: 'write', path, before, text };
  if (carried === undefined) return [write];
  const marks = blobsOf(place, { path, text }).map((blob): DraftMark => ({ ...carried, blob }));
  return [rememberDrafts(drafts, marks), write];
}
