// What a language must say before it counts as known: every key is required, and alternatives are parted by
// `|`.

/** What a section is for. `reading`: what to read first. `updated`: the label of the header's date. */
export type Role =
  | 'log'
  | 'blockers'
  | 'doNot'
  | 'gotchas'
  | 'standards'
  | 'decisions'
  | 'next'
  | 'phase'
  | 'state'
  | 'reading'
  | 'done'
  | 'updated'
  | 'results'
  | 'resolved'
  | 'rejected'
  | 'questions';

/** What is numbered: Sprint 4 is not Phase 4. */
export type Unit = 'phase' | 'sprint' | 'milestone' | 'stage' | 'iteration';

/** Words by which files and messages say how far something is. */
export type Statuses = {
  /** Words that mean "under way" wherever they are. */
  readonly running: string;
  /** Words that mean "not done" where they are all that a cell, bracket or clause says. */
  readonly open: string;
  /** Words that mean "under way" where they are all that a cell, bracket or clause says. */
  readonly active: string;
  /** Before a unit: that it runs now. */
  readonly inside: string;
  /** Of what was wrong: that it is not any more. */
  readonly fixed: string;
  /** What a status says once it is done; one word. */
  readonly done: string;
  /** What else means done. */
  readonly closed: string;
  /** What a list says that has nothing in it. */
  readonly none: string;
};

/** `status`, `neutral`: labels over facts of any kind. `quiet`: labels that claim nothing. */
export type LabelKind =
  | 'next'
  | 'blocker'
  | 'unblocked'
  | 'gotcha'
  | 'result'
  | 'decision'
  | 'deviation'
  | 'rejected'
  | 'learned'
  | 'done'
  | 'status'
  | 'neutral'
  | 'quiet';

/** The words of the clauses that core/claims accepts; null where the language has no such form. In lower
 * case. */
export type Clauses = {
  /** Before a unit: the, our, all of. */
  readonly articles: string;
  /** Behind a unit: that it is one of this project. */
  readonly frames: string | null;
  /** Between a unit and the word of completion. */
  readonly copulas: string;
  readonly adverbs: string;
  /** Behind a unit: that it is over, in every inflection; `reached` counts for milestones alone. */
  readonly over: string;
  readonly reached: string;
  /** The same, where a copula or an adverb comes before it: is `in place`, is fully `implemented`. */
  readonly settled: string | null;
  /** Before a unit: that this commit completes it. */
  readonly completes: string;
  /** The same behind a comma: ..., `completing` phase 3. */
  readonly completing: string | null;
  /** `mark` Phase 3 `as` complete. */
  readonly marks: string;
  readonly as: string;
  /** `update` ROADMAP.md: Phase 3 complete. */
  readonly edits: string;
  /** Before and behind a unit: that it has begun. */
  readonly begins: string;
  readonly begun: string;
  /** Before a unit that has begun: `work on` phase 3. */
  readonly workOn: string | null;
  /** Behind a unit that begins: `with` the first sensor. */
  readonly means: string | null;
  /** Before a verb: this commit, we. */
  readonly subjects: string;
  /** ..., `which` is complete now. */
  readonly which: string | null;
  /** Before a clause: now that, with this. */
  readonly openers: string;
  /** Behind a clause: with this, today. */
  readonly tails: string;
  /** Behind a unit that a verb completes: `with the last` sensor, `to the` club. */
  readonly additions: string | null;
  /** `shipped to` the pilots, `signed off by` the auditor: what follows restricts nothing. */
  readonly handed: string;
  readonly and: string;
  /** Restricts what is said before it, wherever it follows: except, but. */
  readonly limits: string;
  /** Restricts where it follows at once, and may be part of a title: not, only, when. */
  readonly hedges: string;
  /** Hedges that restrict no more than their own clause once it has words of its own: when, without. */
  readonly conjunctions: string | null;
  /** Makes what follows a condition, a plan or a question. */
  readonly doubts: string;
  /** The type of a subject that says what is not done: `plan: phase 3 complete`. */
  readonly undone: string;
  /** `Phase 3: all tasks done`: all that a unit consists of. */
  readonly wholes: string;
  /** In a title in brackets: that it names a part of the unit. */
  readonly parts: string;
  /** `we are` `blocked on`, `waiting for`. */
  readonly waiters: string;
  readonly waits: string;
  /** The same behind what is waited for. */
  readonly waitsAfter: string | null;
  /** `cannot` `finish` it `without` the key. */
  readonly cannot: string | null;
  readonly works: string | null;
  readonly lacking: string | null;
  readonly freed: string | null;
  readonly decided: string | null;
  readonly decidedAfter: string | null;
  /** Phase 4 `is next`; `the next step is` the export. */
  readonly nextIs: string;
  readonly nextFirst: string;
  /** `revert to` polling: push loses messages. */
  readonly failedWith: string | null;
  readonly gaveUp: string | null;
  readonly tried: string | null;
  readonly failing: string | null;
  readonly learnedThat: string | null;
  readonly deviates: string | null;
  readonly cares: string | null;
  /** `hypothesis` `rejected`. */
  readonly confirmed: string;
  readonly verdicts: string;
};

/** What a draft adds to what commits say. */
export type Says = {
  readonly log: string;
  readonly next: string;
  readonly gotcha: string;
  readonly blocker: string;
  readonly unblocked: string;
  readonly result: string;
  readonly deviation: string;
  readonly decision: string;
  readonly rejected: string;
  readonly learned: string;
  readonly fix: string;
  readonly also: string;
  /** Of a list with nothing in it. */
  readonly none: string;
  /** `#` is the phase's number. */
  readonly phaseDone: string;
  readonly done: string;
  readonly older: string;
};

export type Words = {
  readonly units: Readonly<Record<Unit, string>>;
  /** What a unit is cut into. */
  readonly pieces: string;
  /** From January on, in the case that stands beside a day; null where months are numbers. */
  readonly months: string | null;
  readonly statuses: Statuses;
  readonly sections: Readonly<Record<Role, string>>;
  readonly labels: Readonly<Record<LabelKind, string>>;
  readonly clauses: Clauses;
  readonly says: Says;
};
