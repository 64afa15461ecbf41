// What to read, and in which order: what the context file itself says, else the documents that are known.
import type { DocumentKind } from '../config/defaults.ts';
import type { Context } from '../context/context.ts';
import { baseName, isInDirectory } from '../decisions/paths.ts';
import { isAsideFile } from '../decisions/templates.ts';
import type { Decision } from '../types.ts';
import { cleanLine } from '../wording/lines.ts';
import type { BriefFacts } from './facts.ts';
import { quotedPaths } from './paths.ts';
import type { PhaseProgress } from './phase.ts';

const READING: readonly DocumentKind[] = [
  'context',
  'phases',
  'architecture',
  'start',
  'hypothesis',
  'conversation',
  'decisions',
  'models',
  'setup',
  'roadmap',
];

/** After a long break what was talked of comes before what was planned. */
const AFTER_BREAK: readonly DocumentKind[] = ['context', 'conversation', 'hypothesis', 'phases'];

/** Of a kind with many documents the first ones; a directory of decisions is not read from end to end. */
const MOST_OF_A_KIND = 3;

type Facts = Pick<BriefFacts, 'present' | 'document' | 'decisions' | 'lost'>;

/** Paths. */
export function readingOrder(facts: Facts, phase: PhaseProgress | null, isAfterBreak: boolean): string[] {
  const { present, document } = facts;
  const kinds = isAfterBreak ? [...new Set([...AFTER_BREAK, ...READING])] : READING;
  const isOver = overIn(facts.decisions);
  const own = document === null ? [] : listedIn(document, facts);
  const paths = kinds.flatMap((kind) => {
    if (kind === 'context')
      return document === null ? present.context : [...new Set([document.path, ...present.context])];
    const current = present[kind].filter((path) => path === phase?.path);
    const live = present[kind].filter((path) => !isAside(path) && !isOver(path));
    return current.length > 0 ? current : live.slice(0, MOST_OF_A_KIND);
  });
  const [context, others] = [paths.slice(0, 1), paths.slice(1)];
  const plan = phase?.path == null || paths.includes(phase.path) ? [] : [phase.path];
  return [...new Set([...context, ...own, ...plan, ...others])].map(cleanLine);
}

const PUT_AWAY = /(?:^|\/)(?:legacy|archived?|archives|old|deprecated|superseded)\//i;

const isAside = (path: string): boolean => PUT_AWAY.test(path) || isAsideFile(baseName(path));

// A record that another replaced is read from the one that holds now.
function overIn(decisions: readonly Decision[]): (path: string) => boolean {
  const live = new Set(decisions.flatMap(({ path, status }) => (status === 'superseded' ? [] : path)));
  const all = new Set(decisions.map(({ path }) => path));
  return (path) => isInDirectory(path) && all.has(path) && !live.has(path);
}

/** Paths from which on a list is one to be read. */
const FEWEST = 2;

// `## Read before touching anything` and the documents that it lists, in its order.
function listedIn(
  { path, context }: { readonly path: string; readonly context: Context },
  { lost }: Pick<Facts, 'lost'>,
): string[] {
  const lists = context.places.filter(({ role, kind }) => role === 'reading' && kind !== 'field');
  const isGone = (one: string) => lost.some((other) => other.path === one);
  const own = quotedPaths(context, path.slice(0, path.lastIndexOf('/') + 1))
    .filter(({ line }) => lists.some(({ from, to }) => from < line && line <= to))
    .map((quoted) => quoted.path)
    .filter((one) => /\.(?:md|mdx|markdown|txt)$/i.test(one) && one !== path && !isGone(one));
  return own.length < FEWEST ? [] : own;
}
