// Guards that the texts of decisions and rules ask for in so many words; in doubt none.
import type { Config } from '../config/defaults.ts';
import { isDocument } from '../config/documents.ts';
import { placesOf, readContext } from '../context/context.ts';
import { readDecisions } from '../decisions/decisions.ts';
import { oneLine, plainText } from '../markdown/inline.ts';
import type { Document } from '../types.ts';
import { parseGuard } from './guard.ts';

/** `path`, `line`: where the line `Guard:` belongs. */
export type Suggestion = {
  readonly path: string;
  readonly line: number;
  readonly words: string;
  readonly text: string;
};

type Said = Omit<Suggestion, 'text'> & { readonly isDecision: boolean };

/** `known`: the texts of guards that are written down already. */
export function suggestGuards(
  documents: readonly Document[],
  config: Config,
  known: readonly string[],
): Suggestion[] {
  const written = new Set(known.map((text) => text.toLowerCase()));
  return [...decisionTexts(documents), ...ruleTexts(documents, config)]
    .flatMap(({ isDecision, ...said }) => proposed(said.words, isDecision).map((text) => ({ ...said, text })))
    .filter(({ text }) => !('reason' in parseGuard(text)) && isFirst(written, text.toLowerCase()));
}

const isFirst = (seen: Set<string>, text: string): boolean => !seen.has(text) && seen.add(text) !== undefined;

const decisionTexts = (documents: readonly Document[]): Said[] =>
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

const ruleTexts = (documents: readonly Document[], config: Config): Said[] =>
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

// A language or a kind of thing is not imported.
const NO_PACKAGE =
  /^(?:python|javascript|typescript|java|rust|ruby|kotlin|swift|docker|windows|linux|macos)$/i;
const NAMED = /^[^.;]*?\b[A-Z][\w.-]*,? not ([A-Z][a-z]{3,}[A-Za-z]*)(?: for [^.;]*)?[.)]?$/;
const DOCKER =
  /^(?:no|do not (?:use|add)|don't (?:use|add)|never (?:use|add)) docker (?:before|until) (phase \d+)\b/i;
const DEFERRED = /^defer docker (?:to|until) (phase \d+)\b/i;
const EMOJI = /^(?:no|never use|do not use|don't use) emojis? in (?:the )?(?:source )?code\b[.!]?$/i;
const REMOTE_CODE =
  /\b(?:must|always|required)\b.*\btrust_remote_code ?= ?True\b|\btrust_remote_code ?= ?True\b.*\brequired\b/;
const NEGATED = /\b(?:not|never|no longer|n't)\b/i;

function proposed(words: string, isDecision: boolean): string[] {
  const name = isDecision ? NAMED.exec(words)?.[1] : undefined;
  const phase = DOCKER.exec(words)?.[1] ?? DEFERRED.exec(words)?.[1];
  return [
    ...(name === undefined || NO_PACKAGE.test(name) ? [] : [`forbid import ${name.toLowerCase()}`]),
    ...(phase === undefined ? [] : [`forbid path **/Dockerfile until P${phase.slice(1)}`]),
    ...(EMOJI.test(words) ? ['forbid emoji in **/*.{js,jsx,ts,tsx,py,go,rs,java,rb}'] : []),
    ...(REMOTE_CODE.test(words) && !NEGATED.test(words)
      ? ['require pattern /from_pretrained\\(/ in **/*.py that matches /trust_remote_code\\s*=\\s*True/']
      : []),
  ];
}
