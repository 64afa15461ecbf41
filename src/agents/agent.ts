// What a coding agent is to us: the files that wire it, and the shape of its hook's answer.

/** When an agent starts us; `start` is the start of a session, `edit` before a file is edited. */
export type Moment = 'start' | 'subagent' | 'stop' | 'edit' | 'before-tool' | 'after-tool';

export type HookEntry = {
  readonly moment: Moment;
  /** The list that the entry stands in, from the root of the JSON. */
  readonly list: readonly string[];
  readonly entry: (command: string) => unknown;
};

/** Hooks and the MCP server in a JSON settings file that belongs to the user. */
export type HookFile = {
  readonly kind: 'hook';
  /** Relative to the top level of the work tree. */
  readonly path: string;
  readonly entries: readonly HookEntry[];
  /** Whether the same file in the user's home holds for all repositories. */
  readonly isForUser?: boolean;
  /** Where the MCP server's entry goes, and the entry; written where it is asked for. */
  readonly server?: { readonly at: readonly string[]; readonly value: unknown };
  /** What the file needs beside the entries where it is new. */
  readonly skeleton: Readonly<Record<string, unknown>>;
};

/** A marked block in a file that people and agents read: Markdown, or one with `#` for comments. */
export type BlockFile = {
  readonly kind: 'block';
  readonly path: string;
  /** What stands above the block where the file is new and wholly ours, such as front matter. */
  readonly head: string;
  readonly body: string;
  readonly comment?: '#' | '//';
  /** Names the MCP server: written where it is asked for. */
  readonly isServer?: boolean;
};

export type AgentFile = HookFile | BlockFile;

/** Why a session began; `startup` where the agent does not say. */
export type SessionSource = 'startup' | 'resume' | 'clear' | 'compact';

export type SessionEvent = { readonly session: string | null; readonly source: SessionSource };

export type Agent = {
  /** As `install --agent` takes it. */
  readonly name: string;
  readonly title: string;
  /** Files and directories of a repository whose people use it; none: it is offered to nobody. */
  readonly marks: readonly string[];
  readonly files: readonly AgentFile[];
  /** What the hook prints to put a brief into the session; null for an agent that has no such hook. */
  readonly formatBrief: ((brief: string) => string) | null;
  /** The same for what is told of a file before it is edited; null where its contract has no place for
   * that. */
  readonly formatGoverned: ((text: string) => string) | null;
  /** Whether a session that goes on still has the brief that it began with; most do. */
  readonly forgets?: boolean;
};
