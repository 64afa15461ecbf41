// Guards that the texts of decisions and rules ask for in so many words; in doubt none.
import type { Config } from '../config/defaults.ts';
import { isDocument } from '../config/documents.ts';
import { placesOf, readContext } from '../context/context.ts';
import { readDecisions } from '../decisions/decisions.ts';
import { oneLine, plainText } from '../markdown/inline.ts';
import type { Document } from '../types.ts';
import { guardsAskedFor } from './offers.ts';

/** `path`, `line`: where the line `Guard:` belongs. */
export type Suggestion = {
  readonly path: string;
  readonly line: number;
  readonly words: string;
  readonly text: string;
};

type SuggestionSource = Omit<Suggestion, 'text'> & { readonly isDecision: boolean };

/** `known`: the texts of guards that are written down already. */
export function suggestGuards(
  documents: readonly Document[],
  config: Config,
  known: readonly string[],
): Suggestion[] {
  const written = new Set(known.map((text) => text.toLowerCase()));
  return [...decisionTexts(documents), ...ruleTexts(documents, config)]
    .flatMap(({ isDecision, ...said }) =>
      guardsAskedFor(said.words, isDecision).map((text) => ({ ...said, text })),
    )
    .filter(({ text }) => isFirst(written, text.toLowerCase()));
}

const isFirst = (seen: Set<string>, text: string): boolean => !seen.has(text) && seen.add(text) !== undefined;

const decisionTexts = (documents: readonly Document[]): SuggestionSource[] =>
  readDecisions(documents)
    .filter(({ status }) => status === 'stands')
    .flatMap(({ path, line, title, chosen }) =>
      [title, chosen ?? ''].map((text) => ({
        path,
        line,
        words: oneLine(plainText(text)),
        isDecision: true,
      })),
    );

const ruleTexts = (documents: readonly Document[], config: Config): SuggestionSource[] =>
  documents
    .filter(({ path }) => isDocument('context', path, config))
    .flatMap(({ path, text }) => {
      const context = readContext(text);
      return (['doNot', 'standards'] as const)
        .flatMap((role) => placesOf(context, role))
        .flatMap(({ items }) => items)
        .map(({ line }) => ({
          path,
          line,
          words: oneLine(
            plainText((context.outline.lines[line - 1]?.text ?? '').replace(/^\s*(?:[-*+]|\d+[.)])\s+/, '')),
          ),
          isDecision: false,
        }));
    });
