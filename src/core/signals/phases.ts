// Where the project stands: phases, milestones, releases, sessions, and what was planned.
import { readTakenBack } from '../claims/index.ts';
import { isDocument } from '../config/documents.ts';
import { type Outline, readOutline } from '../markdown/outline.ts';
import type { DocumentChange } from '../types.ts';
import { fold } from '../words/lexicon.ts';
import { type Facts, sum } from './facts.ts';
import { byClaim, byTrailer, type Find, type Found, inTime, ramp, says, saysAt, shows } from './rule.ts';
import { completedAt, lineCompletedAt, numberedAt } from './stages.ts';
import { anyOf, has, quoted } from './words.ts';

export const findCompletion: Find = (facts) =>
  byClaim(facts, 'phase-done') ??
  byRevert(facts) ??
  byChecklist(facts) ??
  inTime(byTrailer(facts, 'phase') ?? saysAt(facts.subject, completedAt(facts.subject)) ?? byBody(facts));

// What the file says of a phase is not true any more.
const byRevert = ({ message }: Facts): Found | null =>
  readTakenBack(message)?.claims.some(({ kind }) => kind === 'phase-done')
    ? { evidence: quoted(message.subject), isUrgent: true }
    : null;

// In passing a message speaks of phases that others finished; with code, at the start of a line, it means its
// own.
const byBody = ({ body, claim, code }: Facts): Found | null =>
  code.length === 0 || claim === 'fix' ? null : saysAt(body, lineCompletedAt(body), 0.6);

function byChecklist({ documents, config }: Facts): Found | null {
  for (const { path, before, after } of documents) {
    const isStaged = isDocument('phases', path, config) || isDocument('roadmap', path, config);
    const title = isStaged ? tickedOff(before, after) : null;
    if (title !== null) return { evidence: { kind: 'ticked', path, title } };
  }
  return null;
}

/** The title of a stage, or of the whole document, whose last open box was ticked. */
function tickedOff(before: DocumentChange['before'], after: DocumentChange['after']): string | null {
  if (before === null || after === null) return null;
  const earlier = countBoxes(readOutline(before));
  const [finished] = [...countBoxes(readOutline(after))].find(
    ([title, { open, done }]) => open === 0 && done > 0 && (earlier.get(title)?.open ?? 0) > 0,
  ) ?? [null];
  return finished;
}

type Boxes = { readonly open: number; readonly done: number };

// By title, for the first heading and for those that name a stage: `Phase 2`.
function countBoxes({ lines, sections }: Outline): Map<string, Boxes> {
  const counted = new Map<string, Boxes>();
  for (const [order, { title, from, to }] of sections.entries()) {
    const at = numberedAt(title);
    const stage = at >= 0 ? fold(title).slice(at) : order === 1 ? title : null;
    if (stage === null) continue;
    const markers = lines.slice(from, to).map(({ marker }) => marker);
    const open = markers.filter((marker) => marker.includes('[ ]')).length;
    counted.set(stage, { open, done: markers.filter((marker) => /\[[xX]\]/.test(marker)).length });
  }
  return counted;
}

export const findStep: Find = ({ subject, message }) => {
  const text = `${message.scope ?? ''} ${subject}`.trim();
  return saysAt(text, numberedAt(text));
};

const VERSION = /(?<![\w.])v\d{1,3}\.\d{1,3}(?:\.\d{1,4})?(?![\w.])/g;

export const findRelease: Find = ({ claim, subject }) =>
  claim === 'release' ? { evidence: quoted(subject) } : says(subject, VERSION, 0.6);

const CLOSING = anyOf(
  String.raw`session[ -](?:\w{1,5} )?clos(?:e|ing|eout)|clos(?:e|ing)[ -]?out|wrap(?:s|ping)?[- ]?up
  |session hand-?off|end[- ]of[- ]session wrap|post-?mortem|retrospective`,
);
// Connections, clients and devices are handed over, too.
const HANDED_OVER = anyOf('hand-?off|handover');
const PERHAPS = 0.7;

export const findClosing: Find = ({ subject, claim }) =>
  claim === 'chore' ? null : (says(subject, CLOSING) ?? says(subject, HANDED_OVER, PERHAPS));

const PLANNED = anyOf('plan(?:s|ning)?|spec(?:s|ification)?|design|architecture|requirements|rfc|roadmap');
/** Lines that make an edit of a plan another plan. */
const REPLANNED = 80;

export const findPlan: Find = ({ files, claim, subject, code }) => {
  const plans = files.filter(({ kind, plus, isMoved }) => kind === 'plan' && plus > 0 && !isMoved);
  const written = plans.filter(({ isNew, plus }) => isNew || plus >= REPLANNED);
  if (code.length > written.length + 2) return null;
  const lines = sum(written, ({ plus }) => plus);
  const share = claim === 'plan' || has(subject, PLANNED) ? 1 : 0.6;
  return shows(written, share * ramp(lines, 20, 90));
};
