// A family of plans: documents that hold phases or open tasks, which are read and never written.
export type PlanFormat = {
  readonly name: string;
  /** Globs from the top level. */
  readonly paths: readonly string[];
};
