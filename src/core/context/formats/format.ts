// What is known of a family of context files: under which names it goes, and which documents go with it.
export type Format = {
  readonly name: string;
  /** From the top level, the preferred one first. */
  readonly paths: readonly string[];
  /** Documents beside the file that a reader needs too. */
  readonly companions: readonly string[];
};
