// Rules about where the project stands: phases, milestones, releases, sessions, and what was planned.
import { isDocument } from '../config/documents.ts';
import type { DocumentChange } from '../types.ts';
import { type Facts, sum } from './facts.ts';
import { byTrailer, type Found, listFiles, type Rule, ramp, says } from './rule.ts';

const STAGE =
  'phases?|milestones?|sprints?|stages?|steps?|iterations?|workstreams?|epics?|waves?|slices?|tasks?|parts?|sessions?|weeks?|étapes?|jalons?|semaines?|fases?|etapas?|hitos?|marcos?|tareas?|tarefas?|sesi[oó]n|sess[aã]o|semanas?|etappe|meilenstein|schritt|fazy|faza|etapy?|krok|semana|этап\\p{L}{0,3}|фаз\\p{L}{0,3}|спринт\\p{L}{0,3}|веха|задач\\p{L}{0,3}';
const NUMBER =
  '(?![ \\t]{0,2}\\d{4}-\\d\\d)[ \\t]{0,2}[-#:]?[ \\t]{0,2}(?:\\d{1,4}(?:[.\\-–]\\d{1,3}){0,3}\\p{L}?|[A-Z]|[IVX]{1,5})';
const DONE =
  'completed?|completes|completion|done|finish(?:e[sd])?|validated|shipped|landed|closed|close[sd]? out|delivered|fully|100 ?%|✅|✓|✔|☑|🎉|termin[ée]+s?|fini[e]?s?|valid[ée]e?s?|livrée?s?|complet[ao]s?|completad[ao]s?|terminad[ao]s?|conclu[ií]d[ao]s?|finalizad[ao]s?|abgeschlossen|fertig|erledigt|voltooid|completat[ao]|ukończon\\p{L}{0,2}|zakończon\\p{L}{0,2}|заверш\\p{L}{1,6}|готов\\p{L}{0,2}';

const stage = `(?<![\\p{L}\\p{N}_])(?:${STAGE})(?![\\p{L}_%])`;
const word = (pattern: string) => `(?<![\\p{L}\\p{N}_])(?:${pattern})(?![\\p{L}\\p{N}_%])`;
const NUMBERED = new RegExp(
  `${stage}${NUMBER}(?![\\p{L}\\p{N}])|第\\s?[\\d一二三四五六七八九十]{1,3}\\s?阶段|フェーズ\\s?\\d|\\d\\s?단계`,
  'iu',
);
const COMPLETED = new RegExp(
  `${stage}(?:${NUMBER})?[^\\n.;]{0,60}?${word(DONE)}|${word('completed?|completes|finish(?:e[sd])?|close[sd]?(?: out)?|termine|complét?é?|completa')} (?:[^\\s]{1,20} ){0,4}?${stage}|阶段[^\\n]{0,20}完成|フェーズ[^\\n]{0,20}完了|단계[^\\n]{0,20}완료|${word('all')} (?:\\d{1,3} )?(?:[^\\s]{1,20} ){0,2}(?:tasks|steps|phases|workstreams|items|milestones)[^\\n]{0,20}?${word(DONE)}`,
  'iu',
);
const CLOSING =
  /(?<!\p{L})(?:session[ -](?:\w{1,5} )?clos(?:e|ing|eout)|clos(?:e|ing) ?-?out|closeout|end[- ]of[- ]session wrap|wrap(?:s|ping)?[- ]?up|hand-?off|handover|post-?mortem|retrospective)(?!\p{L})/iu;
const VERSION = /(?<![\w.])v\d{1,3}\.\d{1,3}(?:\.\d{1,4})?(?![\w.])/;

export const PHASE_RULES: readonly Rule[] = [
  {
    name: 'phase-completed',
    weight: 1.7,
    isUrgent: true,
    looksFor:
      'a phase, milestone, sprint or numbered stage that is said to be complete, or whose checklist is',
    find: (facts) => byTrailer(facts, 'phase') ?? byChecklist(facts) ?? bySubject(facts),
  },
  {
    name: 'phase-step',
    weight: 0.9,
    isUrgent: false,
    looksFor: 'the number of a phase, sprint or stage that the commit works on',
    find: ({ subject, message }) => says(`${message.scope ?? ''} ${subject}`, NUMBERED),
  },
  {
    name: 'release',
    weight: 1,
    isUrgent: false,
    looksFor: 'a version that the commit releases',
    find: ({ claim, subject }) =>
      claim === 'release' ? { evidence: `"${subject.slice(0, 80)}"` } : says(subject, VERSION, 0.6),
  },
  {
    name: 'session-closed',
    weight: 1.3,
    isUrgent: false,
    looksFor: 'a session that was closed or handed over, with what it leaves behind',
    find: ({ subject, claim }) => (claim === 'chore' ? null : says(subject, CLOSING)),
  },
  {
    name: 'plan',
    weight: 1.1,
    isUrgent: false,
    looksFor: 'a new plan, specification or design that later work will follow',
    find: findPlan,
  },
];

function bySubject({ subject, body, claim, code }: Facts): Found | null {
  return (
    says(subject, COMPLETED) ?? (code.length === 0 || claim === 'fix' ? null : says(body, NUMBERED_DONE, 0.6))
  );
}

const NUMBERED_DONE = new RegExp(`^[^\\n]{0,20}?${stage}${NUMBER}[^\\n.;]{0,40}?${word(DONE)}`, 'imu');

// A phase document whose last open box this commit ticks.
function byChecklist({ documents, config }: Facts): Found | null {
  const done = documents.find(
    ({ path, before, after }) =>
      isDocument('phases', path, config) && openBoxes(before) > 0 && after !== null && openBoxes(after) === 0,
  );
  return done === undefined ? null : { evidence: `${done.path}: every box of its checklist is ticked` };
}

const openBoxes = (text: DocumentChange['before']): number =>
  text === null ? 0 : [...text.matchAll(/^\s{0,8}[-*+] \[ \]/gm)].length;

function findPlan({ files, claim, subject, code }: Facts): Found | null {
  const plans = files.filter(({ kind, plus, isMoved }) => kind === 'plan' && plus > 0 && !isMoved);
  const written = plans.filter(({ isNew, plus }) => isNew || plus >= 80);
  if (written.length === 0 || code.length > written.length + 2) return null;
  const isSaid =
    claim === 'plan' ||
    /(?<!\p{L})(?:plan|spec|design|architecture|requirements|rfc|roadmap)/iu.test(subject);
  return {
    evidence: listFiles(written),
    strength:
      (isSaid ? 1 : 0.6) *
      ramp(
        sum(written, (file) => file.plus),
        20,
        90,
      ),
  };
}
