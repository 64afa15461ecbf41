// How the system is built: its documents, schema, deployment, dependencies, and approaches that were
// replaced.
import { isDocument } from '../config/documents.ts';
import { addedDependencies } from '../manifests.ts';
import { memoize } from '../memo.ts';
import { type Facts, type FileFact, sum } from './facts.ts';
import type { FileKind } from './files.ts';
import { byClaim, byTrailer, type Find, type Found, ramp, says, shows } from './rule.ts';
import { anyOf, anywhere, either, has, L } from './words.ts';

const added = (files: readonly FileFact[]): number => sum(files, ({ plus }) => plus);

// Saves a glob for every file of code.
const isProse = ({ kind }: FileFact): boolean => kind === 'doc' || kind === 'plan';

export const findDocument: Find = ({ files, config }) => {
  const found = files.filter(
    (file) => file.plus > 0 && isProse(file) && isDocument('architecture', file.path, config),
  );
  return shows(found, ramp(added(found), 1, 25));
};

export const findDeviation: Find = (facts) => byClaim(facts, 'deviation');

export const findDecision: Find = (facts) =>
  byTrailer(facts, 'decision') ?? byClaim(facts, 'decision') ?? findRecord(facts);

/** Lines that an entry of a decision log has at least. */
const SMALLEST_ENTRY = 8;

function findRecord({ files, config }: Facts): Found | null {
  const found = files.filter(
    (file) =>
      file.plus >= SMALLEST_ENTRY &&
      !file.isMoved &&
      isProse(file) &&
      isDocument('decisions', file.path, config),
  );
  return shows(found, ramp(added(found), 5, 20));
}

export const SCHEMA = anyOf('schemas?|data models?|esquemas?|schéma|datenmodell|схем[аыу]');

/** What a schema that code holds earns, and one that a fix changes, or that is little of what came. */
const LESSER_SCHEMA = 0.7;
const LEAST_SHARE = 0.05;

export const findSchema: Find = ({ files, message, claim }) => {
  const isNamed = has(message.subject, SCHEMA);
  const isInCode = ({ kind, path }: FileFact): boolean =>
    isNamed && kind === 'code' && /schema|model/i.test(path);
  const found = files.filter(
    (file) => file.plus > 0 && !file.isMoved && (file.kind === 'schema' || isInCode(file)),
  );
  const isLesser =
    claim === 'fix' || found.every(isInCode) || added(found) < LEAST_SHARE * sum(files, ({ plus }) => plus);
  const lines = sum(found, ({ plus, isNew }) => (isNew ? 3 : 1) * plus);
  return shows(found, (isLesser ? LESSER_SCHEMA : 1) * ramp(lines, 2, 15));
};

/** What a new pipeline earns that deploys nothing. */
const PIPELINE = 0.6;

export const findDeployment: Find = ({ files }) => {
  const found = files.filter(
    ({ kind, plus, isNew }) => plus > 0 && (kind === 'deployment' || (kind === 'ci' && isNew)),
  );
  const share = found.every(({ kind }) => kind === 'ci') ? PIPELINE : 1;
  return shows(found, share * ramp(added(found), 5, 45));
};

// Without the text of the manifest: one that only grew.
export const findDependency: Find = ({ files, documents, text }) => {
  const names = documents.flatMap(({ path, before, after }) =>
    after === null ? [] : addedDependencies(path, [before ?? ''], after),
  );
  const said = names.find((name) => text.toLowerCase().includes(name.toLowerCase()));
  if (said !== undefined) return { evidence: { kind: 'dependencies', names: [said], isNamed: true } };
  if (names.length > 0) return { evidence: { kind: 'dependencies', names, isNamed: false }, strength: 0.4 };
  const isRead = ({ path }: FileFact) => documents.some((one) => one.path === path);
  const grown = files.filter((file) => file.kind === 'manifest' && file.plus > file.minus && !isRead(file));
  return shows(grown, 0.3);
};

export const REPLACED = either(
  anyOf(
    String.raw`migrat(?:e[sd]?|ion|ing)|switch(?:e[sd])? (?:from|to)|replac(?:e[sd]?|ing) [^\n]{1,60} (?:with|by)
    |move[sd]? [^\n]{1,60} (?:to|into|from)|split [^\n]{1,60} (?:into|from|out)|port(?:ed)? to|adopts?|separate[sd]?
    |(?:convert|rewr[io]te)[^\n]{0,60} (?:to|in|into)|instead of|in favou?r of|drop(?:s|ped)? [^\n]{1,40} for
    |(?<=[a-z] )(?:->|→)(?= [a-z])
    |restructur${L}{0,4}|reorgani[sz]${L}{0,3}|re-?architect${L}{0,3}|architecture|monorepo
    |migr(?:er|ación|ação)|remplac${L}{1,4}|r?eemplaz${L}{1,4}|substitu${L}{1,4}|separa${L}{0,3}
    |ersetz${L}{1,4}|umgestellt|замен${L}{1,4}|замін${L}{1,4}`,
  ),
  anywhere('改为|改用|替换|迁移|切换到|移行|置き換え|乗り換え|전환|교체|마이그레이션'),
);
const BUILT: ReadonlySet<FileKind> = new Set(['code', 'agent', 'schema', 'deployment', 'manifest', 'ci']);
const FOUNDATION: ReadonlySet<FileKind> = new Set(['schema', 'deployment', 'manifest', 'lock']);
/** What a replacement within the code alone earns, and within one file of it. */
const WITHIN_CODE = 0.6;
const WITHIN_FILE = 0.4;

// What the system stands on counts in full once more than a line of it, or of the code on it, gave way.
export const findApproach: Find = memoize(({ subject, files }) => {
  // Another lock file is another package manager.
  const isLock = ({ kind, isNew }: FileFact): boolean => kind === 'lock' && isNew;
  const built = files.filter((file) => BUILT.has(file.kind) || isLock(file));
  if (built.length === 0) return null;
  const isFoundation = built.some(({ kind }) => FOUNDATION.has(kind));
  const lines = sum(built, ({ plus, minus }) => plus + minus);
  const within = files.length < 2 ? WITHIN_FILE : WITHIN_CODE;
  const share = isFoundation && files.length > 1 ? ramp(lines, 4, 14) : within * ramp(lines, 10, 60);
  return says(subject, REPLACED, share);
}, 1);
