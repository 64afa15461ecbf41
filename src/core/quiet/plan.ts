// What a repository's settings and documents mean to the hooks' shell: two texts that it reads, both data.
import { CONFIG_FILES } from '../config/config.ts';
import type { Config, DocumentKind, GateRule } from '../config/defaults.ts';
import { PRESET_RULES, PRESETS } from '../gate/presets.ts';
import { READ_MANIFESTS } from '../manifests.ts';
import { formatLines, pathLines, RULE_WIRES } from './table.ts';

/** What the meaning of a path depends on. */
export type PathFacts = {
  readonly config: Config;
  /** As HEAD has it. */
  readonly gateConfig: Config;
  /** Where the settings stand. */
  readonly settingsFile: string | null;
  /** Globs that standing decisions govern. */
  readonly affects: readonly string[];
  /** Globs of what guards look at. */
  readonly guards: readonly string[];
};

export type PlanFacts = PathFacts & {
  /** The context file that is kept up, and others beside it that are not. */
  readonly contextPath: string | null;
  readonly others: readonly string[];
};

/** Commits, and lines of them, that pass at most until node judges them together. */
export type Allowance = { readonly commits: number; readonly lines: number };
export const ALLOWANCE: Allowance = { commits: 8, lines: 400 };
/** Node is wanted at the next commit. */
export const NO_ALLOWANCE: Allowance = { commits: 1, lines: 0 };

/** What the shell reads, a line each; null where it could not read a path. */
export function shellPlan({ config, settingsFile, contextPath, others }: PlanFacts): string | null {
  const lines = [
    settingsFile === OWN_SETTINGS ? `settings ${OWN_SETTINGS}` : `gone ${OWN_SETTINGS}`,
    settingsFile === MANIFEST ? `settings ${MANIFEST}` : `manifest ${MANIFEST}`,
    ...(contextPath === null ? [] : [`context ${contextPath}`]),
    ...rivals(config, contextPath)
      .filter((path) => !others.includes(path))
      .map((path) => `gone ${path}`),
    'end',
  ];
  return lines.some((line) => /\n|^\w+ \s|\s$/.test(line)) ? null : lines.map((line) => `${line}\n`).join('');
}

/** Paths that would be the context file if they were there. */
function rivals({ documents }: Config, contextPath: string | null): string[] {
  const named = documents.context.filter((glob) => !/[*?[\]{}()!\n]/.test(glob));
  const at = contextPath === null ? -1 : named.indexOf(contextPath);
  return at < 0 ? named : named.slice(0, at);
}

const [OWN_SETTINGS, MANIFEST] = CONFIG_FILES;

/** Globs of all that may call for a decision. */
export function gateGlobs({ gateConfig, settingsFile, affects, guards }: PathFacts): string[] {
  const { rules, paths } = gateConfig.gate;
  const on = (rule: GateRule, globs: readonly string[]) => (rules[rule] === 'off' ? [] : globs);
  return [
    ...on('architecture-document', gateConfig.documents.architecture),
    ...on('paths', paths),
    ...PRESET_RULES.flatMap((rule) => on(rule, PRESETS[rule])),
    ...on('dependencies', READ_MANIFESTS),
    ...on('gate-settings', settingsFile === MANIFEST ? CONFIG_FILES : [OWN_SETTINGS]),
    ...on('affects', affects),
    ...on('guards', guards),
  ];
}

/** What awk reads beside the package's own table: the paths that are this project's. */
export function pathTable(facts: PathFacts): string {
  const { config, gateConfig, settingsFile } = facts;
  const documents = (kind: DocumentKind) => [...config.documents[kind], ...gateConfig.documents[kind]];
  const records = [...documents('decisions'), ...documents('context'), ...documents('start')];
  const settings = [OWN_SETTINGS, ...(settingsFile === MANIFEST ? [MANIFEST] : [])];
  const urgent = RULE_WIRES.flatMap((wire) => (wire.kind === 'document' ? documents(wire.of) : []));
  return formatLines([
    // commit-msg looks at them, and so does post-commit.
    ...pathLines('both', [...records, ...settings]),
    ...pathLines('gate', gateGlobs(facts)),
    ...pathLines('node', urgent),
    // Written all the time, seldom for us.
    ...(settingsFile === MANIFEST ? [] : pathLines('settings', [MANIFEST])),
  ]);
}
