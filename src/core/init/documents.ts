// Which of the handoff documents are missing, and what goes into each.
import type { Config, DocumentKind } from '../config/defaults.ts';
import { letters } from '../letters.ts';
import { plainText } from '../markdown/inline.ts';
import { readOutline } from '../markdown/outline.ts';
import { readPhases } from '../phases/documents.ts';
import type { Document } from '../types.ts';
import { NO_STATE, TEMPLATES } from '../wording/templates.ts';
import { type Directory, FIRST_PHASE, type ProjectFacts } from './facts.ts';

/** The first phase with something left to do; the one that is written now where there was none. */
export function currentPhase(documents: readonly Document[]): ProjectFacts['phase'] {
  if (documents.length === 0) return FIRST_PHASE;
  const open = readPhases(documents).find(({ items }) => items.some(({ isDone }) => !isDone));
  return open === undefined
    ? null
    : { title: open.title, next: open.items.find(({ isDone }) => !isDone)?.text ?? null };
}

/** In the order in which they are read. */
const WRITTEN: readonly (readonly [DocumentKind, string])[] = [
  ['context', 'SESSION_CONTEXT.md'],
  ['phases', 'docs/phases/phase0.md'],
  ['architecture', 'docs/architecture.md'],
  ['start', 'START_HERE.md'],
  ['hypothesis', 'docs/hypothesis.md'],
  ['conversation', 'docs/conversation_summary.md'],
  ['decisions', 'docs/decisions.md'],
  ['setup', 'docs/setup.md'],
];

/** Where each kind stands, or will: the document that is there, the configured path, the workflow's own. */
export function placeDocuments(config: Config, there: ProjectFacts['documents']): ProjectFacts['documents'] {
  const planned = WRITTEN.map(
    ([kind, usual]) => [kind, there[kind] ?? configured(config, kind) ?? usual] as const,
  );
  return { ...there, ...Object.fromEntries(planned) };
}

/** The documents of the kinds that are not `there`. */
export const missingDocuments = (facts: ProjectFacts, there: ProjectFacts['documents']): Document[] =>
  WRITTEN.flatMap(([kind]) => {
    const path = facts.documents[kind];
    const template = TEMPLATES[kind];
    return there[kind] !== undefined || path === undefined || template === undefined
      ? []
      : [{ path, text: template(facts) }];
  });

/** For a context file alone: no phase is written down beside it. */
export const withoutPhase = (facts: ProjectFacts, there: ProjectFacts['documents']): ProjectFacts =>
  there.phases === undefined ? { ...facts, phase: { title: NO_STATE, next: null } } : facts;

const configured = ({ documents }: Config, kind: DocumentKind): string | undefined =>
  documents[kind].find((glob) => !/[*?{}[\]!]/.test(glob));

/** The directories at the top with what is tracked in them, the fullest first. */
export function directoriesOf(paths: readonly string[]): Directory[] {
  const inDirectories = paths.filter((path) => path.includes('/') && !path.startsWith('.'));
  const directoryOf = (path: string) => path.slice(0, path.indexOf('/'));
  return [...new Set(inDirectories.map(directoryOf))]
    .map((directory) => {
      const inside = inDirectories.filter((path) => directoryOf(path) === directory);
      return { path: directory, files: inside.length, ending: commonEnding(inside) };
    })
    .sort((a, b) => b.files - a.files || (a.path < b.path ? -1 : 1));
}

function commonEnding(paths: readonly string[]): string | null {
  const counts = new Map<string, number>();
  for (const path of paths) {
    const ending = /\.[^./]+$/.exec(path)?.[0] ?? '';
    counts.set(ending, (counts.get(ending) ?? 0) + 1);
  }
  const [ending = ''] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? [];
  return ending || null;
}

// What a README says first: its title, and the first paragraph of prose below it.
type Opening = { readonly title: string | null; readonly paragraph: string | null };

export function readOpening(text: string): Opening {
  const { lines, sections } = readOutline(text);
  const title = sections.find(({ level }) => level === 1)?.title ?? '';
  const from = lines.findIndex(({ kind, content }) => kind === 'text' && isProse(content));
  const rest = from < 0 ? [] : lines.slice(from);
  const to = rest.findIndex(({ kind }) => kind !== 'text');
  const paragraph = rest.slice(0, to < 0 ? rest.length : to).map(({ content }) => content);
  return { title: plainText(title) || null, paragraph: plainText(paragraph.join(' ')) || null };
}

// Badges, images and HTML stand above the prose of many.
const isProse = (line: string): boolean =>
  letters`^[\p{L}\p{N}*_\x60"'([]`.test(line) && !/^\[?!?\[/.test(line);
