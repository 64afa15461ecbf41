// What a document is about, by its name: which of its lists say where the project stands.
import { LOGS, PLANS, STANDING } from './range.ts';

// What blocks and surprises the project stands in its state files; a review has findings, a study risks.
const STATES =
  /(?:^|[/_-])(?:status|state|progress|hand-?off|hand-?over|session|active-?context|to-?dos?|lessons|gotchas|known-?issues)(?:[/._-]|$)/i;
// What is studied, checked or shown to users asks for no work and decides nothing.
const STUDY =
  /(?:^|[/_-])(?:research|pitfalls|features|verification|validation|uat|testing|architecture)(?:[/._-]|$)/i;
// A plan that is new is all to be done: its commit says so.
const AHEAD =
  /(?:^|[/_-])(?:to-?dos?|road-?map|backlog|status|state|progress|hand-?off|hand-?over|session|next)(?:[/._-]|$)/i;
// What is asked of a project; a box elsewhere (`complete when: [ ] it starts`) is a condition.
const ASKS = /(?:^|[/_-])(?:bugs?|issues?|ideas?|wish-?list|work|sessions?|notes?)(?:[/._-]|$)/i;
// `release-checklist.md` says what is done each time.
const LISTS =
  /(?:^|[/_-])(?:check-?list|template|guide|process|how-?to|run-?book|instructions)s?(?:[/._-]|$)/i;
// What was found, measured or done once, as its name or a date in it says.
const REPORT =
  /(?:^|[/_-])(?:reports?|results?|summary|summaries|findings|audit|diagnosis|analysis|post-?mortem|retro(?:spective)?|complete|benchmarks?|evaluation|bericht|ergebnisse|rapport|informe|resumo|relatorio|itogi|otchet)(?:[/._-]|$)|(?<!\d)20\d\d(?:-?[01]\d){2}/i;
const DAY = /(?<!\d)20\d\d(?:-?[01]\d){2}/;

/** A list of other documents, which say what they hold. */
export const INDEX = /(?:^|[/_-])(?:index|toc|contents)\.(?:md|markdown)$/i;

export type Sort = {
  /** What is studied or checked. */
  readonly isStudy: boolean;
  /** Instructions to agents, which keep decisions and states too. */
  readonly isStanding: boolean;
  /** Blockers and gotchas stand in it. */
  readonly isState: boolean;
  /** A box that is new is work to do; so is a point below `Next`; a mark, or `Done`, is work done. */
  readonly hasBoxes: boolean;
  readonly hasNext: boolean;
  readonly hasDone: boolean;
  /** Each point of it is news. */
  readonly isLog: boolean;
  readonly isReport: boolean;
};

export function sortOf(path: string, isNew: boolean): Sort {
  const [isStudy, isStanding, isReport] = [STUDY, STANDING, REPORT].map((names) => names.test(path));
  const [isPlan, isStateFile] = [PLANS.test(path), STATES.test(ownNames(path))];
  return {
    isStudy: isStudy === true,
    isStanding: isStanding === true,
    isState: isStateFile || isStanding === true,
    hasBoxes: !isNew && !isStudy && (isStateFile || isPlan || ASKS.test(path)),
    hasNext: !isStanding && (isNew ? AHEAD : PLANS).test(path),
    // A new document's list of marks is what a thing can do, or what somebody asks for.
    hasDone: !isStanding && !isStudy && (isNew ? DAY.test(path) : isStateFile || isPlan),
    isLog: LOGS.test(path) && !isNew && !LISTS.test(path),
    isReport: isReport === true,
  };
}

// `progress/halls.md`, `progress_updates/halls.md`; `09-state-recovery/` is about something else.
const ownNames = (path: string): string =>
  path
    .split('/')
    .filter(
      (name, at, { length }) =>
        at === length - 1 || !/[-_.]/.test(name) || /^(?:progress|sessions?|state|status)[-_]/i.test(name),
    )
    .join('/');
