// What a config file may say. One schema serves the check of a file and the JSON schema that editors pick up.
import * as v from 'valibot';
import { RULES } from '../signals/index.ts';
import { DEFAULTS } from './defaults.ts';
import { globFault } from './globs.ts';

/** `./a//b/./c` as git writes it: `a/b/c`. */
const plainPath = (path: string): string => path.replace(/\/{2,}/g, '/').replace(/(^|\/)(?:\.\/)+/g, '$1');

const MOST_GLOBS = 200;

const faultOf = (glob: string): string | null =>
  glob.startsWith('/') || glob.split('/').includes('..') ? 'a path inside the repository' : globFault(glob);

const globs = v.pipe(
  v.union([v.string(), v.array(v.string())]),
  v.transform((value): readonly string[] => (typeof value === 'string' ? [value] : value).map(plainPath)),
  v.check((list) => list.length <= MOST_GLOBS, `at most ${MOST_GLOBS} globs`),
  v.rawCheck(({ dataset, addIssue }) => {
    if (!dataset.typed) return;
    for (const message of dataset.value.map(faultOf)) if (message !== null) addIssue({ message });
  }),
);
const level = v.picklist(['block', 'warn', 'off']);
const weight = v.strictObject({ weight: v.optional(v.number()), off: v.optional(v.boolean()) });
const atLeast = (least: number) => v.pipe(v.number(), v.integer(), v.minValue(least));

const optionalOf = <Key extends string, Schema extends v.GenericSchema>(
  keys: readonly Key[],
  schema: Schema,
) =>
  v.strictObject(
    Object.fromEntries(keys.map((key) => [key, v.optional(schema)])) as Record<
      Key,
      v.OptionalSchema<Schema, undefined>
    >,
  );

const keysOf = <Value extends object>(value: Value) => Object.keys(value) as (keyof Value & string)[];

const describe = <Schema extends v.GenericSchema>(schema: Schema, text: string) =>
  v.optional(v.pipe(schema, v.description(text)));

/** A config file's content; every key may be left out. */
export const configSchema = v.strictObject({
  $schema: v.optional(v.string()),
  documents: describe(
    optionalOf(keysOf(DEFAULTS.documents), globs),
    'Where each kind of document is: a path, a glob or a list of them, the preferred one first.',
  ),
  signals: describe(
    optionalOf(
      RULES.map(({ name }) => name),
      weight,
    ),
    'By rule, as `why` names it: another weight, or off.',
  ),
  debt: describe(
    v.strictObject({
      limit: describe(
        v.pipe(v.number(), v.minValue(0)),
        'Summed weight of unrecorded commits above which an update is drafted.',
      ),
    }),
    'When commits that are not urgent are recorded.',
  ),
  draft: describe(
    v.strictObject({
      into: describe(
        v.picklist(['worktree', 'commit', 'index']),
        'Where a draft lands when nobody is asked.',
      ),
      maxLines: describe(atLeast(3), 'Lines of one log entry at most.'),
      keepEntries: describe(
        atLeast(0),
        'Log entries kept in the context file; older ones move to session-log beside it (docs/session-log for a file in the root). 0: all. Of a log that has no archive the default moves drafted entries only.',
      ),
    }),
    'How an update is drafted.',
  ),
  ask: describe(
    v.strictObject({
      deadline: describe(atLeast(1), 'Seconds until an unanswered question counts as "not now".'),
    }),
    'How a person is asked.',
  ),
  gate: describe(
    v.strictObject({
      rules: describe(
        optionalOf(keysOf(DEFAULTS.gate.rules), level),
        'Level of each rule that can ask for a decision.',
      ),
      paths: describe(globs, "Globs of the project's own architecture files, for the rule `paths`."),
      perCommit: describe(v.boolean(), 'In a range, whether each commit must carry its own decision.'),
      prePush: describe(level, 'What a push does with commits that skipped the gate.'),
    }),
    'Which changes need a decision.',
  ),
  brief: describe(
    v.strictObject({
      budget: describe(atLeast(500), 'Characters of a brief at most.'),
      longBreak: describe(atLeast(1), 'Days without a commit that make a long break.'),
    }),
    'What a new session is told.',
  ),
});

export type ConfigFile = v.InferOutput<typeof configSchema>;

export type ConfigFault = { readonly key: string; readonly what: string };

/** The settings, or every fault with the key where it stands. */
export function parseConfigFile(settings: unknown): ConfigFile | readonly ConfigFault[] {
  // To valibot a list is an object without keys.
  if (Array.isArray(settings)) return [{ key: 'the whole', what: 'expected an object, got a list' }];
  const result = v.safeParse(configSchema, settings);
  if (result.success) return result.output;
  return result.issues.map((issue) => ({ key: v.getDotPath(issue) ?? 'the whole', what: issue.message }));
}
