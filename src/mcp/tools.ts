// The tools of the MCP server: each is a command of ours, with what a model is told of it and how its
// arguments become the command's words.
import * as v from 'valibot';
import { NOTE_KINDS } from '../core/draft/note.ts';

export type Tool = {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly input: v.GenericSchema<unknown, unknown>;
  readonly isReadOnly: boolean;
  /** Command lines whose answers are put together. `args` fits `input`. */
  readonly commands: (args: Readonly<Record<string, unknown>>) => readonly (readonly string[])[];
};

const LONGEST = 4_000;

const text = (says: string) => v.pipe(v.string(), v.regex(/\S/), v.maxLength(LONGEST), v.description(says));
const paths = v.pipe(v.array(text('a path from the top level of the repository')), v.maxLength(20));

// A value behind `=`, and a word behind `--`, may look like an option.
const option = (name: string, value: unknown): string[] =>
  value === undefined ? [] : [`--${name}=${value}`];
const options = (name: string, values: unknown): string[] =>
  ((values ?? []) as readonly string[]).flatMap((value) => option(name, value));

export const TOOLS: readonly Tool[] = [
  {
    name: 'brief',
    title: 'Session brief',
    description:
      'What a session must know, checked against git: state, phase, next steps, blockers, what not to do, gotchas, decisions in force. With a task or an error text also the decision and the passages that bear on it.',
    input: v.object({ task: v.optional(text('the task or the error text')) }),
    isReadOnly: true,
    commands: ({ task }) => [['brief', ...option('task', task)]],
  },
  {
    name: 'decisions',
    title: 'Find decisions',
    description:
      'Decisions about a subject ("should we use Redis?"), rejected alternatives included, or those that govern a file. All of them without arguments.',
    input: v.object({
      words: v.optional(text('the question or the subject')),
      path: v.optional(text('a path from the top level of the repository')),
    }),
    isReadOnly: true,
    commands: ({ words, path }) => [
      ['decisions', ...option('path', path), '--', ...(words === undefined ? [] : [String(words)])],
    ],
  },
  {
    name: 'why',
    title: 'Why files are as they are',
    description:
      'The newest commits that changed these files, each with the evidence whether it deserves a record, and the decisions that govern them. Without paths: the verdict on what is staged.',
    input: v.object({ paths: v.optional(paths) }),
    isReadOnly: true,
    commands: ({ paths: named }) =>
      ((named ?? []) as readonly string[]).length === 0
        ? [['why']]
        : [
            ['decisions', ...options('path', named)],
            ['why', ...options('path', named)],
          ],
  },
  {
    name: 'check',
    title: 'Check before a commit',
    description:
      'Whether the staged changes would be stopped (an architecture change without a decision), and where the context file and git disagree.',
    input: v.object({}),
    isReadOnly: true,
    commands: () => [['check', '--drift']],
  },
  {
    name: 'note',
    title: 'Note one line',
    description:
      'Writes one line to the context file, in its place: what git cannot know. Twice is once. Not committed.',
    input: v.object({
      kind: v.picklist(NOTE_KINDS),
      text: text('one sentence'),
      rationale: v.optional(text('why; needed for a deviation')),
    }),
    isReadOnly: false,
    commands: ({ kind, text: said, rationale }) => [
      ['note', ...option('rationale', rationale), '--', String(kind), String(said)],
    ],
  },
  {
    name: 'decide',
    title: 'Record a decision',
    description:
      "Appends the next decision to the log, in the log's own style. Commit it with the change that it is about.",
    input: v.object({
      title: text('what is decided, in a few words'),
      chosen: text('what was chosen'),
      rationale: text('why'),
      supersedes: v.optional(text('the number of the decision that it replaces')),
    }),
    isReadOnly: false,
    commands: ({ title, chosen, rationale, supersedes }) => [
      [
        'decide',
        ...option('chosen', chosen),
        ...option('rationale', rationale),
        ...option('supersedes', supersedes),
        '--',
        String(title),
      ],
    ],
  },
];
