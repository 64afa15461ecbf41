// Writes the next decision, in the style of the log that it goes to.
import { formatISO } from 'date-fns/formatISO';
import type { Config } from '../core/config/defaults.ts';
import { type WrittenFile, writeDecision } from '../core/decide/decide.ts';
import { listGuards } from '../core/guards/force.ts';
import { parseGuard } from '../core/guards/guard.ts';
import { guardsAskedFor } from '../core/guards/offers.ts';
import { findAdded } from '../core/guards/write.ts';
import { wrongUsage } from '../core/problem.ts';
import { decideCommand } from '../core/wording/command.ts';
import {
  CHOSEN_QUESTION,
  describeDecided,
  describeMissing,
  describeNoDecision,
  RATIONALE_QUESTION,
  TITLE_QUESTION,
} from '../core/wording/decide.ts';
import { describeGuardFault, describeOpenGuards } from '../core/wording/guards.ts';
import { blanksIn, describeBlanks } from '../core/wording/usage.ts';
import { applyAnyway } from '../effects/apply.ts';
import { askText } from '../effects/ask.ts';
import { mayAsk } from '../effects/audience.ts';
import { readWorkDocuments } from '../read/documents.ts';
import { openProject } from '../read/project.ts';
import { findHome } from '../read/territories.ts';
import { offerGuards } from './acts/guards.ts';
import { fallbackPath } from './acts/stopped.ts';
import { type Arguments, type Command, type Session, textOption, textOptions } from './session.ts';

export const decide: Command = {
  usage: 'TITLE [--chosen TEXT] [--rationale TEXT] [--supersedes N] [--guard GUARD]...',
  examples: [
    '"SQLite for the index" --chosen "one table" --rationale "20,000 files are slow to list"',
    '"Postgres" --chosen "a server" --rationale "two machines write" --supersedes 1',
  ],
  options: {
    chosen: { type: 'string', says: 'what was chosen' },
    rationale: { type: 'string', says: 'why' },
    supersedes: { type: 'string', says: 'the number of the decision that it replaces' },
    guard: { type: 'string', multiple: true, says: 'what commits are held to: "forbid import mistral"' },
  },
  async run(session, args) {
    const opened = await openProject(session);
    const project = findHome(session, opened) ?? opened;
    const documents = readWorkDocuments(project, ['decisions', 'context']);
    const guards = readGuardOptions(args);
    const said = await readSaid(session, args, project.config);
    const supersedes = textOption(args, 'supersedes') ?? null;
    const known = listGuards(documents, project.config).guards.map(({ guard }) => guard.text);
    const asked = guardsAskedFor(`${said.title}. ${said.chosen}`, true);
    const offered = await offerGuards(
      session.env,
      project.config,
      asked.filter((text) => ![...known, ...guards].includes(text)),
    );
    const request = {
      ...said,
      supersedes,
      guards: [...guards, ...offered.confirmed],
      now: formatISO(session.now),
    };
    const files = writeDecision(documents, request, fallbackPath(project.config));
    if (files === null) throw wrongUsage(describeNoDecision(supersedes ?? ''));
    const writes = files.map((file) => ({ kind: 'write', ...file }) as const);
    const text = [
      describeDecided(files.map(({ path }) => path)),
      ...describeOpenGuards(placeOfNew(files), offered.open),
    ].join('\n');
    return applyAnyway([...writes, { kind: 'say', text }], project);
  },
};

function placeOfNew([file]: readonly WrittenFile[]): { readonly path: string; readonly line: number } {
  const { path = '', before = null, text = '' } = file ?? {};
  const added = findAdded(before === null ? null : { path, text: before }, { path, text });
  return { path, line: added?.line ?? 1 };
}

/** Throws Problem (2): one that is not valid. */
const readGuardOptions = (args: Arguments): string[] =>
  textOptions(args, 'guard').map((text) => {
    const rule = parseGuard(text);
    if ('reason' in rule) throw wrongUsage(describeGuardFault(text, rule.reason));
    return rule.text;
  });

type DecisionWords = { readonly title: string; readonly chosen: string; readonly rationale: string };

/** As the command line has it; what is missing is asked for at a terminal. Throws Problem (2). */
async function readSaid(session: Session, args: Arguments, config: Config): Promise<DecisionWords> {
  const given = {
    title: args.words.join(' ').trim(),
    chosen: textOption(args, 'chosen')?.trim() ?? '',
    rationale: textOption(args, 'rationale')?.trim() ?? '',
  };
  const blanks = blanksIn({ ...given, supersedes: textOption(args, 'supersedes') ?? '' });
  if (blanks.length > 0) throw wrongUsage(describeBlanks(blanks, decideCommand()));
  // Ctrl-C, Esc, or no answer in time: nothing more is asked.
  let isLeft = false;
  const ask = async (text: string, message: string): Promise<string> => {
    if (text !== '' || !mayAsk(session.env)) return text;
    if (isLeft) return '';
    const answer = await askText({ env: session.env, message, deadline: config.ask.deadline });
    isLeft = answer === null;
    return answer ?? '';
  };
  const title = await ask(given.title, TITLE_QUESTION);
  const chosen = await ask(given.chosen, CHOSEN_QUESTION);
  const rationale = await ask(given.rationale, RATIONALE_QUESTION);
  const missing = Object.entries({ title, chosen, rationale }).flatMap(([name, text]) =>
    text === '' ? [name] : [],
  );
  if (missing.length > 0)
    throw wrongUsage(describeMissing(missing, isLeft ? 'the question was left' : undefined));
  return { title, chosen, rationale };
}
