// Finds the decision that settles a question, with its rationale and whether it still stands.

import { decisionsGoverning } from '../core/decisions/citations.ts';
import { formOf, readDecisions } from '../core/decisions/decisions.ts';
import { findMentions } from '../core/decisions/mentions.ts';
import { notedDecisions } from '../core/decisions/noted.ts';
import { searchDecisions } from '../core/decisions/search.ts';
import { createSuccession, latestAfter } from '../core/decisions/succession.ts';
import type { Decision, Document } from '../core/types.ts';
import { describeNothingFound, formatDecision, formatDecisionJson } from '../core/wording/decide.ts';
import { print, printLines, say } from '../effects/say.ts';
import { readCurrent } from '../read/current.ts';
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
    const { documents } = await readCurrent(session, KINDS);
    const known = withNoted(documents);
    const governing = new Set(paths.flatMap((path) => decisionsGoverning(known, path)));
    const found = searchDecisions(paths.length === 0 ? known : [...governing], question);
    if (hasOption(args, 'json')) await print(found.map((one) => `${formatDecisionJson(one)}\n`).join(''));
    else if (found.length === 0) {
      const mentions = findMentions(
        documents.filter((one) => formOf(one) === 'context'),
        question,
      );
      say(describeNothingFound([question, ...paths].filter(Boolean).join(', '), mentions));
    } else {
      const shown = question === '' ? found : found.slice(0, MOST_SHOWN);
      const successor = createSuccession(known);
      const texts = shown.map((one) => {
        const replaced = known.filter((old) => successor(old) === one.decision);
        return formatDecision(one, { latest: latestAfter(one.decision, successor), replaced });
      });
      await printLines(`${texts.join('\n\n')}\n`);
    }
    return 0;
  },
};

const MOST_SHOWN = 5;

const withNoted = (documents: readonly Document[]): Decision[] => [
  ...readDecisions(documents),
  ...documents.filter((document) => formOf(document) === 'context').flatMap(notedDecisions),
];
