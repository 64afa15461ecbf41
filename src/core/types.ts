// The nouns that every room shares: what git told (commits, changed files, documents), what was judged
// (signals, gate, verdict), and what is to happen (effects).

/** One file of a commit, as `git diff --raw --numstat -M` tells it. Line counts are null for binary files. */
export type ChangedFile = {
  readonly path: string;
  /** The path before, of a rename or a copy. */
  readonly from?: string | undefined;
  readonly status: 'A' | 'C' | 'D' | 'M' | 'R' | 'T' | 'U';
  readonly added: number | null;
  readonly deleted: number | null;
  /** The mode after, such as `100644`; `160000` is a submodule. Absent where the source does not tell. */
  readonly mode?: string | undefined;
  /** Blob ids before and after; all zeros where there is none. Absent where the source does not tell. */
  readonly blobs?: readonly [before: string, after: string] | undefined;
};

/** A commit as git tells it; `sha` is null for one that is still to be made. */
export type Commit = {
  readonly sha: string | null;
  readonly parents: readonly string[];
  /** The author's date, ISO 8601 with the author's own offset. */
  readonly date: string;
  readonly message: string;
  readonly files: readonly ChangedFile[];
};

/** A document's whole text before and after a commit; null: it was not there. */
export type DocumentChange = {
  readonly path: string;
  readonly from?: string | undefined;
  readonly before: string | null;
  readonly after: string | null;
  /** Of a merge: its texts in the parents but the first. */
  readonly otherBefores?: readonly string[] | undefined;
};

/** A commit with the texts of those of its documents that may matter. */
export type Change = { readonly commit: Commit; readonly documents: readonly DocumentChange[] };

/** A document at one point of history. */
export type Document = { readonly path: string; readonly text: string };

/** `Key: value` of a commit message; the key in lower case. */
export type Trailer = { readonly key: string; readonly value: string };

export type Message = {
  readonly subject: string;
  readonly body: string;
  /** Of a Conventional Commit, in lower case: `feat`; else null. */
  readonly type: string | null;
  readonly scope: string | null;
  readonly isBreaking: boolean;
  /** The subject without type and scope. */
  readonly description: string;
  readonly trailers: readonly Trailer[];
  readonly kind: 'plain' | 'merge' | 'revert' | 'fixup';
  /** Of a squash: the messages of its commits, oldest first. */
  readonly parts?: readonly { readonly sha: string | null; readonly text: string }[] | undefined;
};

/** What a rule found in a commit: data, which core/wording puts into words and nobody reads back. */
export type Evidence =
  | { readonly kind: 'trailer'; readonly key: string; readonly value: string }
  /** The author's words, on one line; cut where they go on. */
  | {
      readonly kind: 'quote';
      readonly text: string;
      readonly isCut?: readonly [before: boolean, after: boolean];
    }
  /** `path`: of the one with the most changed lines, `plus` and `minus`. */
  | {
      readonly kind: 'files';
      readonly count: number;
      readonly path: string;
      readonly plus: number;
      readonly minus: number;
    }
  | { readonly kind: 'ticked'; readonly path: string; readonly title: string }
  | { readonly kind: 'dependencies'; readonly names: readonly string[]; readonly isNamed: boolean }
  /** `type`: of a Conventional Commit; null where the subject says it. `lines`: of what runs. */
  | {
      readonly kind: 'feature';
      readonly type: string | null;
      readonly subject: string;
      readonly lines: number;
    }
  | { readonly kind: 'breaking' }
  /** `characters`: of the body. */
  /** What a judgement that was learnt counts, the most telling first. */
  | {
      readonly kind: 'measured';
      readonly parts: readonly { readonly name: string; readonly value: number }[];
    }
  | { readonly kind: 'gate'; readonly files: readonly string[]; readonly reason: string | null };

/** One reason why a commit matters, or does not (a negative weight). */
export type Signal = {
  readonly rule: string;
  readonly weight: number;
  /** Recorded at once, whatever the debt. */
  readonly isUrgent: boolean;
  readonly evidence: Evidence;
};

export type Decision = {
  /** As the log writes it, without its prefix's punctuation: `7`, `D-012`, `ADR-003`, or a date; null where
   * there is none. */
  readonly id: string | null;
  readonly title: string;
  readonly date: string | null;
  readonly chosen: string | null;
  readonly rationale: string | null;
  readonly status: 'stands' | 'superseded' | 'proposed' | 'rejected' | 'deprecated';
  readonly supersedes: readonly string[];
  readonly supersededBy: string | null;
  /** What was weighed and not taken, as the log lists it; null: it lists nothing. */
  readonly rejected: string | null;
  /** What it says that it replaces, in words rather than by number. */
  readonly replaced: string | null;
  /** All that it says below its title. */
  readonly text: string;
  /** Globs of the files that the decision governs. */
  readonly affects: readonly string[];
  readonly path: string;
  /** 1-based. */
  readonly line: number;
};

export type Severity = 'error' | 'warning';

/** One thing that the gate or `check` has to say, in the words of style.md: what, why, fix, skip. */
export type Finding = {
  readonly sha: string | null;
  readonly rule: string;
  readonly level: Severity;
  readonly path: string | null;
  readonly line: number | null;
  readonly message: string;
  readonly fix: string;
  /** The evidence, a sentence each: what was changed, what an attempted decision lacks. */
  readonly why?: readonly string[] | undefined;
  /** What a guard's decision is known by; of the rule `guards`. */
  readonly guard?: GuardPlace | undefined;
};

/** Where a guard stands: its line is 1-based; `decision` null: in a rule or a standard. */
export type GuardPlace = {
  readonly path: string;
  readonly line: number;
  readonly text: string;
  readonly decision: { readonly id: string | null; readonly title: string } | null;
};

export type Gate = {
  readonly needed: boolean;
  readonly satisfiedBy: null | 'entry' | 'citation' | 'waiver' | 'trivial';
  /** The changed architecture files. */
  readonly files: readonly string[];
  readonly findings: readonly Finding[];
  /** The decision that the commit adds or cites, needed or not (but see GateContext.isLazy). */
  readonly decision: Decision | null;
  readonly waiver: string | null;
};

export type Verdict = {
  readonly kind: 'quiet' | 'record' | 'block';
  /** Whether the commit deserves a record by its own content. */
  readonly record: boolean;
  /** The commit's own weight; what it adds to the debt. */
  readonly weight: number;
  readonly signals: readonly Signal[];
  readonly gate: Gate;
  /** It changed the context file itself, or says `Handoff: skip`. */
  readonly needsNoRecord: boolean;
};

/** A commit that the context file does not account for, judged. */
export type OwedCommit = {
  readonly commit: Commit & { readonly sha: string };
  readonly message: Message;
  readonly verdict: Verdict;
  readonly documents: readonly DocumentChange[];
};

/** A splice into a text: offsets in UTF-16 units into the text before. */
export type Edit = { readonly start: number; readonly end: number; readonly text: string };

/** What was made here while git ran no hooks of ours. */
export type Hookless = {
  /** Newest first. */
  readonly commits: readonly { readonly sha: string; readonly subject: string }[];
  /** What the gate would have stopped. */
  readonly findings: readonly Finding[];
};

/** How git keeps a file; `left-out`: of a sparse checkout. */
export type Tracking = 'committed' | 'uncommitted' | 'ignored' | 'left-out';

/** An update of the context file. `text` is the file after; equal to the text before when there is nothing to
 * say. */
export type Draft = {
  readonly path: string;
  readonly before: string;
  readonly text: string;
  /** The new log entry alone; empty when there is nothing to say. */
  readonly entry: string;
  /** What the entry says of `added`, a point each, in plain words. */
  readonly points: readonly string[];
  /** Ids of the commits that it covers, oldest first. */
  readonly commits: readonly string[];
  /** Those of them that no earlier draft tells of. */
  readonly added: readonly string[];
  /** What only the author can fill in: `next`, `gotcha`, `blocker`. */
  readonly blanks: readonly string[];
  /** Blockers, boxes and phases that were too many for one draft. */
  readonly leftOut?: number;
  /** Documents of the range that were too many to be read. */
  readonly unread?: number;
  /** Where secrets were masked: ids of commits in whose messages, paths of documents. */
  readonly masked: readonly string[];
};

/** A person's word on a draft: commit it separately, write it, edit it first, not now, never for it. */
export type Answer = 'commit' | 'write' | 'edit' | 'later' | 'never';

/** A change of a file for git. `isOurs`: all that is uncommitted in `before` is an earlier draft, and goes
 * with it. */
export type TrackedChange = {
  readonly path: string;
  readonly before: string;
  readonly text: string;
  readonly isOurs: boolean;
};

/** What is to happen in the world; effects/apply carries it out. Paths are relative to the top level of the
 * work tree. */
export type Effect =
  | { readonly kind: 'print'; readonly text: string }
  | { readonly kind: 'say'; readonly text: string }
  | { readonly kind: 'write'; readonly path: string; readonly before: string | null; readonly text: string }
  | ({ readonly kind: 'stage' } & TrackedChange)
  | ({ readonly kind: 'commit'; readonly message: string } & TrackedChange)
  | { readonly kind: 'remember'; readonly name: string; readonly value: unknown }
  | { readonly kind: 'forget'; readonly name: string }
  | { readonly kind: 'exit'; readonly code: ExitCode };

/** What stands at a path: `text` holds a file's bytes as characters 0 to 255, whatever its encoding; of a
 * link, its target. */
export type FileState = FileText | { readonly kind: 'directory' | 'other' };
export type FileText = { readonly kind: 'file' | 'link'; readonly text: string; readonly mode: number };

/** By absolute path with forward slashes; what is not in it is not there. */
export type Disk = ReadonlyMap<string, FileState>;

/** One step of an installation, with what it takes to take it back. Paths are absolute. */
export type DiskChange =
  | {
      readonly kind: 'write';
      readonly path: string;
      readonly before: FileText | null;
      readonly after: FileText;
    }
  | { readonly kind: 'remove'; readonly path: string; readonly before: FileText }
  | {
      readonly kind: 'move';
      readonly path: string;
      readonly to: string;
      /** What stood at the goal. */
      readonly replaced: FileText | null;
    }
  | { readonly kind: 'make-directory' | 'remove-directory'; readonly path: string };

/** 0 fine, 1 the gate says no, 2 wrong usage, 3 cannot run here. */
export type ExitCode = 0 | 1 | 2 | 3;
