// Lists guards with where they come from, whether they are in force, and what they would find today.

import { GUARD_KINDS } from '../core/config/documents.ts';
import { findPassedOver } from '../core/guards/added.ts';
import { findInTree } from '../core/guards/breaches.ts';
import { guardFaults, listGuards } from '../core/guards/force.ts';
import { isGuardedPath } from '../core/guards/governs.ts';
import { type Guard, parseGuard } from '../core/guards/guard.ts';
import { suggestGuards } from '../core/guards/suggest.ts';
import { parsePlace, writeGuard } from '../core/guards/write.ts';
import { wrongUsage } from '../core/problem.ts';
import type { Effect, ExitCode } from '../core/types.ts';
import {
  describeGuardAdded,
  describeGuardFault,
  describeGuardKnown,
  describeNoGuardPlace,
  formatGuards,
  formatGuardsJson,
  formatSuggestions,
} from '../core/wording/guards.ts';
import { applyAnyway } from '../effects/apply.ts';
import { print, printLines } from '../effects/say.ts';
import { type Current, readCurrent } from '../read/current.ts';
import { readWorkDocuments } from '../read/documents.ts';
import { guardBook } from '../read/judge.ts';
import { openProject } from '../read/project.ts';
import { type Command, hasOption, type Session } from './session.ts';

export const guards: Command = {
  usage: '[add PATH:LINE GUARD] [--all|--suggest] [--json]',
  examples: ['--suggest', 'add docs/decisions.md:3 "forbid import mistral"'],
  mostWords: 3,
  options: {
    all: { type: 'boolean', says: 'what those in force would find in the files as they are' },
    suggest: { type: 'boolean', says: 'guards that decisions and rules ask for; writes nothing' },
    json: { type: 'boolean', says: 'one object' },
  },
  async run(session, args) {
    if (args.words.length > 0) return add(session, args.words);
    const current = await readCurrent(session, GUARD_KINDS);
    const listed = listGuards(current.documents, current.config);
    if (hasOption(args, 'suggest')) {
      const known = listed.guards.map(({ guard }) => guard.text);
      const found = suggestGuards(current.documents, current.config, known);
      if (hasOption(args, 'json')) await print(`${JSON.stringify({ suggestions: found })}\n`);
      else await printLines(`${formatSuggestions(found)}\n`);
      return 0;
    }
    const inForce = listed.guards.flatMap(({ guard, endedBy }) => (endedBy === null ? [guard] : []));
    const { slow, ...tree } = hasOption(args, 'all') ? lookThrough(current, inForce) : UNSEEN;
    const faults = guardFaults(listed.invalid, inForce, slow);
    const report = { guards: listed.guards, faults, ...tree };
    if (hasOption(args, 'json')) await print(`${formatGuardsJson(report)}\n`);
    else await printLines(`${formatGuards(report)}\n`);
    return 0;
  },
};

/** Throws Problem (2): no such place, or not a guard. */
async function add(session: Session, [verb = '', at = '', said = '']: readonly string[]): Promise<ExitCode> {
  const rule = parseGuard(said);
  if (verb !== 'add' || at === '') throw wrongUsage(describeNoGuardPlace(verb === 'add' ? at : verb));
  if ('reason' in rule) throw wrongUsage(describeGuardFault(said, rule.reason));
  const project = await openProject(session);
  const place = parsePlace(at);
  const documents = readWorkDocuments(project, GUARD_KINDS);
  const document = documents.find(({ path }) => path === place?.path);
  const known = listGuards(documents, project.config).guards.find(
    ({ guard }) => guard.text === rule.text && guard.ended === null,
  )?.guard;
  if (known !== undefined)
    return applyAnyway([{ kind: 'say', text: describeGuardKnown(known, rule.text) }], project);
  const text = document && place && writeGuard(document, place.line, rule.text);
  if (!document || !place || !text) throw wrongUsage(describeNoGuardPlace(at));
  const write: Effect = { kind: 'write', path: document.path, before: document.text, text };
  return applyAnyway([write, { kind: 'say', text: describeGuardAdded(place, rule.text) }], project);
}

const UNSEEN = { found: null, passedOver: [], slow: [] } as const;

/** Files whose texts are held at a time. */
const MOST_TOGETHER = 200;

function lookThrough({ paths: list, read }: Current, inForce: readonly Guard[]) {
  const { match, slow } = guardBook(inForce);
  const paths = list();
  const isRead = (path: string) =>
    inForce.some(({ form }) => form.kind !== 'path' && isGuardedPath(form, path));
  const groups = Array.from({ length: Math.ceil(paths.length / MOST_TOGETHER) }, (_, at) =>
    paths.slice(at * MOST_TOGETHER, (at + 1) * MOST_TOGETHER),
  ).map((group) => {
    const texts = read(group.filter(isRead));
    return {
      found: findInTree(group, texts, { guards: inForce, match }),
      passedOver: findPassedOver(group, inForce, texts),
    };
  });
  return {
    found: groups.flatMap(({ found }) => found),
    passedOver: groups.flatMap((group) => group.passedOver),
    slow,
  };
}
