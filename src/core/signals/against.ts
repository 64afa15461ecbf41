// What speaks against a record: small mending, looks, upkeep, and what git itself made.

import { findApproach, findSchema } from './architecture.ts';
import type { Claim } from './claims.ts';
import { type Facts, sum } from './facts.ts';
import { findGotcha } from './findings.ts';
import { type Find, type Found, ramp, says } from './rule.ts';
import { anyOf, has, L, quoted } from './words.ts';
import { isMajor } from './work.ts';

export const findMerge: Find = ({ isMerge, message }) =>
  isMerge ? { evidence: quoted(message.subject) } : null;

export const findFixup: Find = ({ message }) =>
  message.kind === 'fixup' ? { evidence: quoted(message.subject) } : null;

// The share is reckoned only for what makes the claim.
const claimed = (facts: Facts, claims: readonly Claim[], share: (facts: Facts) => number): Found | null =>
  facts.claim !== null && claims.includes(facts.claim)
    ? { evidence: quoted(facts.subject), strength: share(facts) }
    : null;

/** Lines of code that the commit wrote. */
const written = ({ code }: Facts): number => sum(code, ({ plus }) => plus);

export const findSmallFix: Find = (facts) => claimed(facts, ['fix'], () => 1 - ramp(written(facts), 80, 300));

// What taught something, replaced an approach or changed a schema is neither upkeep nor looks, whatever its
// verb.
const substance = (facts: Facts): number =>
  Math.max(...[findGotcha, findApproach, findSchema].map((find) => shareOf(find(facts))));
const shareOf = (found: Found | null): number => (found === null ? 0 : Math.min(1, found.strength ?? 1));

const lightness = (facts: Facts): number => 1 - Math.max(ramp(written(facts), 200, 500), substance(facts));

export const LOOKS = anyOf(
  `ui|ux|css|style[ds]?|styling|layout|spacing|padding|margins?|colou?rs?|fonts?|icons?|logo|favicon|typos?
  |wording|copy|labels?|texts?|align${L}{0,4}|position(?:s|ing)?|backgrounds?|images?|animations?|hover|tooltips?|banner
  |badges?|branding|theme|outline|visib(?:le|ility)|buttons?|cards?|responsive|dark mode|rendering`,
);

export const findLooks: Find = (facts) => {
  const { claim, subject, files } = facts;
  if (claim === 'feature' || !files.some(({ kind }) => kind === 'code' || kind === 'style')) return null;
  if (claim === 'tweak') return claimed(facts, ['tweak'], lightness);
  return has(subject, LOOKS) ? says(subject, LOOKS, 0.7 * lightness(facts)) : null;
};

const TIDYING = anyOf(
  `lint(?:ing|er)?|formatting|warnings?|unused|dead code|todos?
  |(?:type|typescript|ts|build|compile|compilation) errors?`,
);

/** Lines of what is new: modules, schemas, deployments. */
const novelty = ({ modules, files }: Facts): number =>
  sum(modules, ({ plus }) => plus) +
  sum(files, ({ kind, plus, isNew }) =>
    kind === 'schema' ? 3 * plus : kind === 'deployment' && isNew ? plus : 0,
  );

// Tidying up changes neither what the code stands on nor what others rely on.
const isTidying = (facts: Facts): boolean =>
  !isMajor(facts) && !facts.files.some(({ kind }) => kind === 'schema' || kind === 'deployment');

export const findUpkeep: Find = (facts) =>
  claimed(
    facts,
    ['chore', 'test', 'build', 'removal'],
    () => 1 - Math.max(ramp(novelty(facts), 15, 60), substance(facts)),
  ) ??
  (facts.claim === 'refactor' && isTidying(facts)
    ? claimed(facts, ['refactor'], () => 0.7 * (1 - ramp(written(facts), 200, 500)))
    : null) ??
  (facts.claim === 'feature' ? null : says(facts.subject, TIDYING));
