// What a repository's settings and documents mean to the hooks' shell: two texts that it reads, both data.
import { CONFIG_FILES } from '../config/config.ts';
import type { Config, DocumentKind, GateRule } from '../config/defaults.ts';
import { labelsOf } from '../decisions/labels.ts';
import { inHundredths } from '../draft/due.ts';
import { PRESET_RULES, PRESETS } from '../gate/presets.ts';
import { READ_MANIFESTS } from '../manifests.ts';
import { RULES } from '../signals/rules.ts';
import { joinFragments } from './fragments.ts';
import { patternOf } from './globs.ts';

/** What the meaning of a path depends on. */
export type PathFacts = {
  readonly config: Config;
  /** As HEAD has it. */
  readonly gateConfig: Config;
  /** Where the settings stand. */
  readonly settingsFile: string | null;
  /** Globs that standing decisions govern. */
  readonly affects: readonly string[];
};

export type PlanFacts = PathFacts & {
  /** The context file that is kept up. */
  readonly contextPath: string | null;
  /** Blob ids of the context file as we drafted it. */
  readonly drafts: readonly string[];
};

/** What the shell reads, a line each; null where a path would take two. */
export function shellPlan({ config, settingsFile, contextPath, drafts }: PlanFacts): string | null {
  const lines = [
    settingsFile ?? '',
    contextPath ?? '',
    drafts.join(' '),
    GOVERNS,
    String(inHundredths(config.debt.limit)),
    ...rivals(config, contextPath),
    'end',
  ];
  return lines.some((line) => line.includes('\n')) ? null : lines.map((line) => `${line}\n`).join('');
}

/** What awk reads: lines of fields between tabs. */
export const awkPlan = (facts: PathFacts): string =>
  [...awkLines(facts), ['end']].map((line) => `${line.join('\t')}\n`).join('');

/** Held against a document by awk: it may hold a decision that governs files. */
const GOVERNS = labelsOf('affects').join('|');

/** Paths that would be the context file if they were there. */
function rivals({ documents }: Config, contextPath: string | null): string[] {
  const named = documents.context.filter((glob) => !/[*?[\]{}()!\n]/.test(glob));
  const at = contextPath === null ? -1 : named.indexOf(contextPath);
  return at < 0 ? named : named.slice(0, at);
}

const [OWN_SETTINGS, MANIFEST] = CONFIG_FILES;

/** Globs of all that may call for a decision. */
export function gateGlobs({ gateConfig, settingsFile, affects }: PathFacts): string[] {
  const { rules, paths } = gateConfig.gate;
  const on = (rule: GateRule, globs: readonly string[]) => (rules[rule] === 'off' ? [] : globs);
  return [
    ...on('architecture-document', gateConfig.documents.architecture),
    ...on('paths', paths),
    ...PRESET_RULES.flatMap((rule) => on(rule, PRESETS[rule])),
    ...on('dependencies', READ_MANIFESTS),
    ...on('gate-settings', settingsFile === MANIFEST ? CONFIG_FILES : [OWN_SETTINGS]),
    ...on('affects', affects),
  ];
}

type Line = readonly (string | number)[];

function awkLines(facts: PathFacts): Line[] {
  const { config, gateConfig, settingsFile } = facts;
  const documents = (kind: DocumentKind) => [...config.documents[kind], ...gateConfig.documents[kind]];
  const paths = {
    node: [
      ...(isCountable(config) ? [] : ['**']),
      ...documents('decisions'),
      OWN_SETTINGS,
      ...(settingsFile === MANIFEST ? [MANIFEST] : []),
    ],
    // Written all the time, seldom for us.
    settings: settingsFile === MANIFEST ? [] : [MANIFEST],
    checklist: [...documents('phases'), ...documents('roadmap')],
    architecture: documents('architecture'),
    context: documents('context'),
    gate: gateGlobs(facts),
  };
  return [
    ...Object.entries(paths).flatMap(([kind, globs]) =>
      [...new Set(globs.map((glob) => glob.toLowerCase()))].map((glob) => pathLine(kind, glob)),
    ),
    ...RULES.flatMap(({ name, weight }): Line[] => {
      const own = config.signals[name];
      if (own === undefined) return [];
      return [['weight', name, own.off === true ? 0 : Math.round((own.weight ?? weight) * 100)]];
    }),
  ];
}

function pathLine(kind: string, glob: string): Line {
  const { fragments, ere } = patternOf(glob);
  return ['path', kind, joinFragments(fragments), ere];
}

/** Whether every rule still speaks on the side that it was asked on. */
const isCountable = ({ signals }: Config): boolean =>
  RULES.every(({ name, weight }) => (signals[name]?.weight ?? 0) * weight >= 0);
