// What of a change needs a decision: which rule, which file, on what evidence.

import type { Config, GateRule } from '../config/defaults.ts';
import { documentsOf, isDocument, matchesGlob } from '../config/documents.ts';
import { countMissing } from '../groups.ts';
import { isMeant } from '../guards/governs.ts';
import { addedDependencies, declaresDependencies } from '../manifests.ts';
import { memoize } from '../memo.ts';
import type { Change, ChangedFile, Decision, DocumentChange } from '../types.ts';
import type { GateContext } from './context.ts';
import { isSameButSpace, isSameButVersions, isTrivialEdit, isTrivialMerge } from './edits.ts';
import { isForeign, isPresetPath, PRESET_RULES, type PresetRule } from './presets.ts';
import { CONFIG_PATHS, settingsChanged } from './settings.ts';

export type Trigger = {
  readonly rule: GateRule;
  readonly path: string;
  readonly evidence: string;
  /** Of the rule `affects`. */
  readonly governedBy?: Decision;
};

/** `trivial`: architecture files whose changes are too small to matter. */
export type Triggers = { readonly found: readonly Trigger[]; readonly trivial: readonly string[] };

/** Whether the gate has to see the texts of a file; all files that it looks at but those that decisions
 * govern. */
export const needsText = (path: string, config: Config): boolean => watchedPaths(config)(path);

const watchedPaths = memoize((config: Config) => {
  const isKind = documentsOf(TEXT_KINDS, config);
  return memoize((path: string) => isKind(path) || isWatched(path, config));
}, 4);

const isWatched = (path: string, config: Config): boolean =>
  CONFIG_PATHS.includes(path) ||
  (config.gate.rules.dependencies !== 'off' && declaresDependencies(path) && !isForeign(path)) ||
  isGuarded(path, config);

const TEXT_KINDS = ['architecture', 'decisions', 'context'] as const;

const isGuarded = (path: string, { gate }: Config): boolean =>
  gate.paths.some((glob) => matchesGlob(glob, path)) ||
  PRESET_RULES.some((rule) => gate.rules[rule] !== 'off' && isPresetPath(rule, path));

/** Whether a change of that path can matter to the gate at all: it may need a decision, or be one. */
export const mayConcern = (path: string, { config, decisions, guards }: Rulebook): boolean =>
  needsText(path, config) ||
  guards?.inForce.some((guard) => guard.path === path || isMeant(guard.form, path)) === true ||
  decisions.some(({ affects }) => affects.some((glob) => matchesGlob(glob, path)));

type Rulebook = Pick<GateContext, 'config' | 'settings' | 'decisions' | 'affects' | 'guards'>;

/** Rules that are off find nothing. One trigger a rule and file. */
export function findTriggers({ commit, documents }: Change, rulebook: Rulebook): Triggers {
  const { config } = rulebook;
  const texts = new Map(documents.map((document) => [document.path, document]));
  const found: Trigger[] = [];
  const trivial: string[] = [];
  const isSeen = ({ path, from = path }: ChangedFile) => needsText(path, config) || needsText(from, config);
  for (const file of commit.files.filter(isSeen))
    for (const [rule, test] of TESTS) {
      if (config.gate.rules[rule] === 'off') continue;
      const evidence = test({ file, document: texts.get(file.path), config });
      if (evidence === TRIVIAL) trivial.push(file.path);
      else if (evidence !== null) found.push({ rule, path: file.path, evidence });
    }
  return {
    found: [...found, ...settingsTriggers(documents, rulebook), ...governedFiles(commit.files, rulebook)],
    trivial,
  };
}

type Subject = {
  readonly file: ChangedFile;
  readonly document: DocumentChange | undefined;
  readonly config: Config;
};

/** Evidence, or nothing. */
type Test = (subject: Subject) => string | null;

const TRIVIAL = '';

const guarded = (subject: Subject, isSame: SameText): string | null => {
  const { file, document } = subject;
  return isPureRename(file) || isUntouched(document, isSame) ? null : countLines(file, document);
};

const preset = (rule: PresetRule): readonly [GateRule, Test] => [
  rule,
  (subject) =>
    isPresetPath(rule, subject.file.path)
      ? guarded(subject, rule === 'infrastructure' ? isSameButVersions : isSameButSpace)
      : null,
];

const TESTS: readonly (readonly [GateRule, Test])[] = [
  ['architecture-document', architectureDocument],
  [
    'paths',
    (subject) =>
      subject.config.gate.paths.some((glob) => matchesGlob(glob, subject.file.path))
        ? guarded(subject, isSameButSpace)
        : null,
  ],
  ...PRESET_RULES.map(preset),
  ['dependencies', dependencies],
];

const isPureRename = ({ status, blobs, added, deleted }: ChangedFile): boolean =>
  status === 'R' && (blobs === undefined ? added === 0 && deleted === 0 : blobs[0] === blobs[1]);

type SameText = (before: string, after: string) => boolean;

// Of a merge: what some parent has is not its own doing.
function isUntouched(document: DocumentChange | undefined, isSame: SameText): boolean {
  if (document?.before == null || document.after === null) return false;
  const { before, after, otherBefores = [] } = document;
  return otherBefores.length > 0 ? isTrivialMerge([before, ...otherBefores], after) : isSame(before, after);
}

// Its first version is no change of it, nor is a copy.
function architectureDocument({ file, document, config }: Subject): string | null {
  if (![file.path, file.from ?? file.path].some((path) => isArchitecture(path, config))) return null;
  if (file.status === 'A' || file.status === 'C') return null;
  return isUntouched(document, isTrivialEdit) ? TRIVIAL : countLines(file, document);
}

const ARCHIVE = '**/{archive,archives,archived,deprecated,obsolete}/**';

// A decision directory may stand inside the architecture directory; what is put away describes what was.
const isArchitecture = (path: string, config: Config): boolean =>
  isDocument('architecture', path, config) &&
  !isDocument('decisions', path, config) &&
  !matchesGlob(ARCHIVE, path);

function dependencies({ file, document }: Subject): string | null {
  if (
    !declaresDependencies(file.path) ||
    isForeign(file.path) ||
    document?.before == null ||
    document.after === null
  )
    return null;
  const { before, after, otherBefores = [] } = document;
  const names = addedDependencies(file.path, [before, ...otherBefores], after);
  if (names.length === 0) return null;
  return `adds ${names.slice(0, SHOWN).join(', ')}${names.length > SHOWN ? ', …' : ''}`;
}

const SHOWN = 4;

const settingsTriggers = (documents: readonly DocumentChange[], { config, settings }: Rulebook): Trigger[] =>
  config.gate.rules['gate-settings'] === 'off'
    ? []
    : settingsChanged(documents, settings).map(({ path, keys }) => ({
        rule: 'gate-settings',
        path,
        evidence: `changes ${keys.join(', ')}`,
      }));

// Each decision speaks once, of the first file that it governs.
function governedFiles(files: readonly ChangedFile[], rulebook: Rulebook): Trigger[] {
  const { config, affects } = rulebook;
  if (config.gate.rules.affects === 'off') return [];
  const mayBeGoverned = ({ path }: ChangedFile) => affects?.some((glob) => matchesGlob(glob, path)) ?? true;
  if (!files.some(mayBeGoverned)) return [];
  return governing(rulebook.decisions).flatMap((governedBy) => {
    const file = files.find(({ path }) => governedBy.affects.some((glob) => matchesGlob(glob, path)));
    if (file === undefined) return [];
    const evidence = `governed by decision ${governedBy.id ?? ''} "${governedBy.title}"`.replace('  ', ' ');
    return [{ rule: 'affects' as const, path: file.path, evidence, governedBy }];
  });
}

// Few decisions name files, and a range is judged by the same ones.
const governing = memoize(
  (decisions: readonly Decision[]) =>
    decisions.filter(({ affects, status }) => affects.length > 0 && status === 'stands'),
  4,
);

function countLines({ status, added, deleted }: ChangedFile, document?: DocumentChange): string {
  if (status === 'D') return 'deleted';
  if (status === 'A') return 'new';
  const count = Math.max(added ?? 0, deleted ?? 0) || countEdited(document);
  return count === 0 ? 'changed' : `${count} ${count === 1 ? 'line' : 'lines'} changed`;
}

// Where git was not asked to count.
function countEdited(document: DocumentChange | undefined): number {
  if (document?.before == null || document.after === null) return 0;
  const [before = [], after = []] = [document.before, document.after].map((text) => text.split(/\r\n|\n|\r/));
  return Math.max(countMissing(before, after), countMissing(after, before));
}
