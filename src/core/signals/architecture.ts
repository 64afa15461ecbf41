// Rules about how the system is built: its documents, schema, deployment, dependencies, and approaches replaced.
import { isDocument } from '../config/documents.ts';
import { type Facts, sum } from './facts.ts';
import type { FileKind } from './files.ts';
import { byTrailer, type Found, listFiles, type Rule, ramp, says } from './rule.ts';

const REPLACED =
  /(?<!\p{L})(?:migrat(?:e|es|ed|ion|ing)|switch(?:e[sd])? (?:from|to)|replac(?:e|es|ed|ing) [^\n]{1,60} (?:with|by)|mov(?:e|es|ed) [^\n]{1,60} (?:to|into|from)|port(?:ed)? to|adopt|separat(?:e|es|ed)|restructur\p{L}{0,4}|reorgani[sz]\p{L}{0,3}|re-?architect\p{L}{0,3}|architecture|state ?graph|monorepo|split [^\n]{1,60} (?:into|from|out)|migr(?:er|ation|ación|ação)|remplac\p{L}{1,4}|reemplaz\p{L}{1,4}|substitu\p{L}{1,4}|separa\p{L}{0,3}|ersetz\p{L}{1,4}|umgestellt)(?!\p{L})/iu;

const BUILT: ReadonlySet<FileKind> = new Set(['code', 'agent', 'schema', 'deployment', 'manifest', 'ci']);

export const ARCHITECTURE_RULES: readonly Rule[] = [
  {
    name: 'architecture',
    weight: 1,
    isUrgent: true,
    looksFor: 'an architecture document whose text changed',
    find: ({ files, config }) => {
      const found = files.filter(({ path, plus }) => plus > 0 && isDocument('architecture', path, config));
      return found.length === 0
        ? null
        : {
            evidence: listFiles(found),
            strength: ramp(
              sum(found, ({ plus }) => plus),
              1,
              25,
            ),
          };
    },
  },
  {
    name: 'deviation',
    weight: 1,
    isUrgent: true,
    looksFor: 'a Deviation trailer: the plan or the architecture was left, and why',
    find: (facts) => byTrailer(facts, 'deviation'),
  },
  {
    name: 'decision',
    weight: 1,
    isUrgent: true,
    looksFor: 'a Decision trailer, or a decision record that is new',
    find: (facts) => byTrailer(facts, 'decision') ?? findRecord(facts),
  },
  {
    name: 'schema',
    weight: 1.3,
    isUrgent: true,
    looksFor: 'a database schema, migration or protocol that changed',
    find: ({ files }) => {
      const found = files.filter(
        ({ kind, status, isMoved }) => kind === 'schema' && status !== 'D' && !isMoved,
      );
      const lines = sum(found, ({ plus, isNew }) => (isNew ? 3 * plus : plus));
      return lines === 0 ? null : { evidence: listFiles(found), strength: ramp(lines, 2, 15) };
    },
  },
  {
    name: 'deployment',
    weight: 1.2,
    isUrgent: false,
    looksFor: 'how the project is deployed: containers, infrastructure, hosting',
    find: ({ files }) => {
      const found = files.filter(
        ({ kind, plus, isNew }) => plus > 0 && (kind === 'deployment' || (kind === 'ci' && isNew)),
      );
      const lines = sum(found, ({ plus }) => plus);
      return found.length === 0 ? null : { evidence: listFiles(found), strength: ramp(lines, 5, 45) };
    },
  },
  {
    name: 'dependency',
    weight: 0.3,
    isUrgent: false,
    looksFor: 'a dependency that is new, as opposed to a bump',
    find: findDependency,
  },
  {
    name: 'approach',
    weight: 0.6,
    isUrgent: false,
    looksFor: 'an approach, tool or layout that the message says was replaced',
    find: ({ subject, files }) =>
      files.some(({ kind }) => BUILT.has(kind)) && files.length > 1 ? says(subject, REPLACED) : null,
  },
];

function findRecord({ files, config }: Facts): Found | null {
  const found = files.filter(
    ({ path, plus, isMoved }) => plus >= 8 && !isMoved && isDocument('decisions', path, config),
  );
  return found.length === 0
    ? null
    : {
        evidence: listFiles(found),
        strength: ramp(
          sum(found, ({ plus }) => plus),
          5,
          20,
        ),
      };
}

// Without the text of the manifest, lines that only came.
function findDependency({ files, documents }: Facts): Found | null {
  const read = documents.find(({ path, before, after }) => namesAdded(path, before, after).length > 0);
  if (read !== undefined)
    return {
      evidence: `${read.path}: ${namesAdded(read.path, read.before, read.after).slice(0, 3).join(', ')}`,
    };
  const grown = files.filter(
    ({ kind, plus, minus, path }) =>
      kind === 'manifest' && plus > minus && !documents.some((one) => one.path === path),
  );
  return grown.length === 0 ? null : { evidence: listFiles(grown), strength: 0.5 };
}

function namesAdded(path: string, before: string | null, after: string | null): string[] {
  if (
    after === null ||
    !/(?:package\.json|requirements[^/]*\.txt|Cargo\.toml|pyproject\.toml|go\.mod|Gemfile)$/.test(path)
  )
    return [];
  const known = new Set(names(before ?? ''));
  return names(after).filter((name) => !known.has(name));
}

const names = (text: string): string[] =>
  [
    ...text.matchAll(/^\s{0,8}"?([@\w][\w./@-]{1,80})"?\s{0,4}(?::|==|>=|~=|=|\s)\s{0,4}["^~{v]?.{0,3}\d/gm),
  ].map((match) => match[1] ?? '');
