// Where the project stands: phases, milestones, releases, sessions, and what was planned.
import { readTakenBack } from '../claims/index.ts';
import { isDocument } from '../config/documents.ts';
import { type Outline, readOutline } from '../markdown/outline.ts';
import type { DocumentChange } from '../types.ts';
import { type Facts, sum } from './facts.ts';
import { byClaim, byTrailer, type Find, type Found, inTime, ramp, says, shows } from './rule.ts';
import { anyOf, anywhere, either, findAll, has, L, quoted, WORD } from './words.ts';

const STAGE = String.raw`(?:phases?|milestones?|sprints?|stages?|steps?|iterations?|workstreams?|epics?|waves?|slices?
  |tasks?|parts?|sessions?|weeks?|étapes?|jalons?|semaines?|fases?|etapas?|hitos?|marcos?|tareas?|tarefas?|sesi[oó]n
  |sess[aã]o|semanas?|etappe|meilenstein|schritt|fazy|faza|etapy?|krok|semana|веха|(?:этап|фаз|спринт|задач)${L}{0,3})(?![a-z\u00df-\u024f\u0370-\u052f_%])`;
// `3`, `5.2`, `-4b`, `#2`, `IV`; a date is none.
const NUMBER = String.raw`(?![ \t]{0,2}\d{4}-\d\d)[ \t]{0,2}[-#:]?[ \t]{0,2}(?:\d{1,4}(?:[.–-]\d{1,3}){0,3}${L}?|[a-z]|[ivx]{1,5})`;
const DONE = `(?:completed?|completes|completion|done|finish(?:e[sd])?|validated|shipped|landed|closed
  |close[sd]? out|delivered|fully|100 ?%|✅|✓|✔|☑|🎉|termin[ée]{1,2}s?|finie?s?|validée?s?|livrée?s?|complet[ao]s?
  |completad[ao]s?|terminad[ao]s?|conclu[ií]d[ao]s?|finalizad[ao]s?|abgeschlossen|fertig|erledigt|voltooid
  |(?:ukończon|zakończon)${L}{0,2}|заверш${L}{1,6}|готов${L}{0,2})`;
const COMPLETE = 'completed?|completes|finish(?:e[sd])?|close[sd]?(?: out)?|termine|complét?é?|completa';

export const NUMBERED = either(
  anyOf(`${STAGE}${NUMBER}`),
  anywhere(String.raw`第\s?[\d一二三四五六七八九十]{1,3}\s?阶段|フェーズ\s?\d|\d\s?단계`),
);
export const COMPLETED = either(
  anyOf(String.raw`${STAGE}(?:${NUMBER})?[^\n.;]{0,60}?(?<!${WORD})${DONE}`),
  anyOf(String.raw`(?:${COMPLETE}) (?:[^\s]{1,20} ){0,4}?${STAGE}`),
  anyOf(String.raw`[mp]\d{1,2}[^\n.;]{0,40}?(?<!${WORD})${DONE}`),
  anyOf(String.raw`all (?:\d{1,3} )?(?:[^\s]{1,20} ){0,2}(?:tasks|steps|phases|workstreams|items|milestones)[^\n]{0,20}?
    (?<!${WORD})${DONE}`),
  anywhere(String.raw`阶段[^\n]{0,20}完成|フェーズ[^\n]{0,20}完了|단계[^\n]{0,20}완료`),
);
export const NUMBERED_DONE = anyOf(
  String.raw`(?<=^[^\n]{0,20})${STAGE}${NUMBER}[^\n.;]{0,40}?(?<!${WORD})${DONE}`,
  'm',
);

export const findCompletion: Find = (facts) =>
  byClaim(facts, 'phase-done') ??
  byRevert(facts) ??
  byChecklist(facts) ??
  inTime(byTrailer(facts, 'phase') ?? says(facts.subject, COMPLETED) ?? byBody(facts));

// What the file says of a phase is not true any more.
const byRevert = ({ message }: Facts): Found | null =>
  readTakenBack(message)?.claims.some(({ kind }) => kind === 'phase-done')
    ? { evidence: quoted(message.subject), isUrgent: true }
    : null;

// In passing a message speaks of phases that others finished; with code, at the start of a line, it means its own.
const byBody = ({ body, claim, code }: Facts): Found | null =>
  code.length === 0 || claim === 'fix' ? null : says(body, NUMBERED_DONE, 0.6);

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
    const stage = findAll(title, NUMBERED)[0] ?? (order === 1 ? title : null);
    if (stage === null) continue;
    const markers = lines.slice(from, to).map(({ marker }) => marker);
    const open = markers.filter((marker) => marker.includes('[ ]')).length;
    counted.set(stage, { open, done: markers.filter((marker) => /\[[xX]\]/.test(marker)).length });
  }
  return counted;
}

export const findStep: Find = ({ subject, message }) =>
  says(`${message.scope ?? ''} ${subject}`.trim(), NUMBERED);

export const VERSION = /(?<![\w.])v\d{1,3}\.\d{1,3}(?:\.\d{1,4})?(?![\w.])/g;

export const findRelease: Find = ({ claim, subject }) =>
  claim === 'release' ? { evidence: quoted(subject) } : says(subject, VERSION, 0.6);

export const CLOSING = anyOf(
  String.raw`session[ -](?:\w{1,5} )?clos(?:e|ing|eout)|clos(?:e|ing)[ -]?out|wrap(?:s|ping)?[- ]?up|hand-?off|handover
  |end[- ]of[- ]session wrap|post-?mortem|retrospective`,
);

export const findClosing: Find = ({ subject, claim }) => (claim === 'chore' ? null : says(subject, CLOSING));

export const PLANNED = anyOf(
  'plan(?:s|ning)?|spec(?:s|ification)?|design|architecture|requirements|rfc|roadmap',
);
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
