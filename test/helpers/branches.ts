// Branches of one file, as our own commands and its authors write them: drafts, notes, decisions, entries by
// hand.
import { DEFAULTS } from '../../src/core/config/defaults.ts';
import { writeDecision } from '../../src/core/decide/decide.ts';
import { addNote } from '../../src/core/draft/note.ts';
import { draftUpdate } from '../../src/core/draft/update.ts';
import type { Document } from '../../src/core/types.ts';
import { owedCommit } from '../core/draft/facts.ts';

/** Deeds of one branch in the order of their times. */
export const inOrder = (deeds: readonly Deed[]): readonly Deed[] =>
  [...deeds].sort((a, b) => Date.parse(timeOf(a.id)) - Date.parse(timeOf(b.id)));

/** What was done on a branch; numbers make it differ from what was done elsewhere. */
export type Deed =
  | { readonly kind: 'phase' | 'work' | 'blocker' | 'gotcha' | 'next' | 'entry'; readonly id: number }
  | { readonly kind: 'decision'; readonly id: number; readonly day: number };

const WORDS = ['gauge', 'planner', 'lock', 'weir', 'sluice', 'pump', 'basin', 'ferry', 'crane', 'quay'];
const nameOf = (id: number): string => `${WORDS[id % WORDS.length]} ${'abcdefghij'[id % 10]}${id}`;
const shaOf = (id: number): string => `${id.toString(16).padStart(6, '0')}a1`.padEnd(40, 'c0');
const timeOf = (id: number): string =>
  `2026-05-${String(1 + (id % 28)).padStart(2, '0')}T${String(id % 24).padStart(2, '0')}:30:00+02:00`;

const MESSAGES: Readonly<Record<string, (id: number) => string>> = {
  phase: (id) => `feat: complete Phase ${2 + (id % 4)}`,
  work: (id) => `feat(${WORDS[id % 10]}): build the ${nameOf(id)}`,
  blocker: (id) => `feat: wire the ${nameOf(id)}\n\nBlocker: no licence for the ${nameOf(id)}`,
  gotcha: (id) => `fix: turn the ${nameOf(id)}\n\nGotcha: the ${nameOf(id)} counts from one`,
  next: (id) => `feat: dig the ${nameOf(id)}\n\nNext: paint the ${nameOf(id)}`,
};

export function doDeed(file: Document, deed: Deed): string {
  const { kind, id } = deed;
  if (deed.kind === 'decision') {
    const said = {
      title: `Use the ${nameOf(id)}`,
      chosen: nameOf(id),
      rationale: `it is ${WORDS[id % 7]} proof`,
    };
    const now = `2026-06-${String(1 + deed.day).padStart(2, '0')}T10:00:00+02:00`;
    const written = writeDecision([file], { ...said, supersedes: null, now }, file.path);
    return written?.find(({ path }) => path === file.path)?.text ?? file.text;
  }
  if (kind === 'entry') {
    return addNote(file, { kind: 'result', text: `The ${nameOf(id)} holds ${id} litres` }, timeOf(id)).text;
  }
  const commit = owedCommit({
    sha: shaOf(id),
    message: MESSAGES[kind]?.(id) ?? '',
    record: true,
    weight: 3,
    files: [`src/${WORDS[id % 10]}.ts`],
  });
  const facts = { now: timeOf(id), phases: [], decisions: () => [] };
  return draftUpdate(file, [commit], facts, DEFAULTS).text;
}
