// Finds the decision that settles a question, with its rationale and whether it still stands.

import { decisionsGoverning } from '../core/decisions/citations.ts';
import { formOf, readDecisions } from '../core/decisions/decisions.ts';
import { notedDecisions } from '../core/decisions/noted.ts';
import { searchDecisions } from '../core/decisions/search.ts';
import { createSuccession, latestAfter } from '../core/decisions/succession.ts';
import { besideTold, findTold, isAnswered, keptPaths, NO_FINDINGS } from '../core/decisions/told.ts';
import type { Decision, Document } from '../core/types.ts';
import {
  describeMentionsOnly,
  describeNothingFound,
  formatDecision,
  formatDecisionJson,
  formatTold,
  formatToldJson,
} from '../core/wording/decide.ts';
import { print, printLines, say } from '../effects/say.ts';
import { type Current, readCurrent } from '../read/current.ts';
import { type Command, hasOption, textOptions } from './session.ts';

const KINDS = ['decisions', 'context'] as const;

export const decisions: Command = {
  usage: '[WORDS...] [--path FILE]... [--json]',
  examples: ['"which database"', '--path src/index.js'],
  options: {
    json: { type: 'boolean', says: 'a line of JSON for each decision' },
    path: { type: 'string', multiple: true, says: 'only those that govern this file; several of them' },
  },
  async run(session, args) {
    const question = args.words.join(' ');
    const paths = textOptions(args, 'path');
    const current = await readCurrent(session, KINDS);
    const known = withNoted(current.documents);
    const governing = new Set(paths.flatMap((path) => decisionsGoverning(known, path)));
    const hits = searchDecisions(paths.length === 0 ? known : [...governing], question);
    const told =
      question === '' || paths.length > 0 || isAnswered(hits)
        ? NO_FINDINGS
        : findTold(readKept(current), question);
    const { before, found, after } = besideTold(hits, told, known);
    if (hasOption(args, 'json'))
      await print(
        [...before.map(formatToldJson), ...found.map(formatDecisionJson), ...after.map(formatToldJson)]
          .map((line) => `${line}\n`)
          .join(''),
      );
    else if (before.length + found.length + after.length === 0)
      say(describeNothingFound([question, ...paths].filter(Boolean).join(', ')));
    else {
      const least = (found[0]?.score ?? 0) * WEAKEST;
      const shown =
        question === '' ? found : found.filter(({ score }) => score >= least).slice(0, MOST_SHOWN);
      const successor = createSuccession(known);
      const texts = shown.map((one) => {
        const replaced = known.filter((old) => successor(old) === one.decision);
        return formatDecision(one, { latest: latestAfter(one.decision, successor), replaced });
      });
      if (found.length === 0 && before.length === 0) say(describeMentionsOnly(question));
      await printLines(`${[...before.map(formatTold), ...texts, ...after.map(formatTold)].join('\n\n')}\n`);
    }
    return 0;
  },
};

const MOST_SHOWN = 5;
/** Share of the best one's score below which another is not shown. */
const WEAKEST = 0.3;

// Beside the log and the context file: rules, plans, specifications, records in other directories.
function readKept(current: Current): readonly Document[] {
  const own = new Set(current.documents.map(({ path }) => path));
  const others = keptPaths(current.paths()).filter((path) => !own.has(path));
  return [...current.documents, ...current.read(others)];
}

const withNoted = (documents: readonly Document[]): Decision[] => [
  ...readDecisions(documents),
  ...documents.filter((document) => formOf(document) === 'context').flatMap(notedDecisions),
];
