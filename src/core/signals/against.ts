// Rules that speak against a record: small mending, looks, wording, upkeep, and what git itself made.
import { type Facts, sum } from './facts.ts';
import { type Found, type Rule, ramp, says } from './rule.ts';

const LOOKS =
  /(?<!\p{L})(?:ui|ux|css|style[ds]?|styling|layout|spacing|padding|margins?|colou?rs?|fonts?|icons?|logo|favicon|typos?|wording|copy|labels?|texts?|align\p{L}{0,4}|positions?|positioning|backgrounds?|images?|animations?|hover|tooltips?|banner|badges?|branding|theme|outline|visible|visibility|button|cards?|menu|preview|responsive|dark mode|rendering|refresh)(?!\p{L})/iu;

const TIDYING =
  /(?<!\p{L})(?:lint(?:ing|er)?|eslint|prettier|formatting|warnings?|(?:type|typescript|ts|build|compile|compilation) errors?|unused|dead code|todos?|no-explicit-any)(?!\p{L})/iu;

export const COUNTER_RULES: readonly Rule[] = [
  {
    name: 'merge',
    weight: -2,
    isUrgent: false,
    looksFor: 'a merge: its commits speak for themselves',
    find: ({ isMerge, message }) => (isMerge ? { evidence: `"${message.subject.slice(0, 80)}"` } : null),
  },
  {
    name: 'fixup',
    weight: -2,
    isUrgent: false,
    looksFor: 'a fixup or squash of another commit',
    find: ({ message }) =>
      message.kind === 'fixup' ? { evidence: `"${message.subject.slice(0, 80)}"` } : null,
  },
  {
    name: 'small-fix',
    weight: -0.2,
    isUrgent: false,
    looksFor: 'a fix of a few lines',
    find: (facts) => claimed(facts, ['fix'], 1 - ramp(written(facts), 80, 300)),
  },
  {
    name: 'looks',
    weight: -0.4,
    isUrgent: false,
    looksFor: 'looks and wording: layout, colours, texts, pictures, adjustments',
    find: findLooks,
  },
  {
    name: 'upkeep',
    weight: -0.7,
    isUrgent: false,
    looksFor: 'chores, tests, tooling, tidying up, with nothing new in them',
    find: (facts) =>
      claimed(facts, ['chore', 'test', 'build', 'removal'], 1 - ramp(novelty(facts), 20, 100)) ??
      claimed(facts, ['refactor'], 0.7 * (1 - ramp(written(facts), 200, 500))) ??
      (facts.claim === 'feature' ? null : says(facts.subject, TIDYING, 1)),
  },
];

/** Lines of code that the commit wrote. */
const written = ({ code }: Facts): number => sum(code, ({ plus }) => plus);

/** Lines of new modules, schemas and deployments. */
const novelty = ({ modules, files }: Facts): number =>
  sum(modules, ({ plus }) => plus) +
  sum(files, ({ kind, plus, isNew }) =>
    kind === 'schema' ? 3 * plus : kind === 'deployment' && isNew ? plus : 0,
  );

const claimed = ({ claim, subject }: Facts, claims: readonly string[], strength: number): Found | null =>
  claim !== null && claims.includes(claim) ? { evidence: `"${subject.slice(0, 80)}"`, strength } : null;

function findLooks(facts: Facts): Found | null {
  const { claim, subject, files } = facts;
  if (claim === 'feature' || !files.some(({ kind }) => kind === 'code' || kind === 'style')) return null;
  const share = 1 - ramp(written(facts), 200, 500);
  return claim === 'tweak' ? claimed(facts, ['tweak'], share) : says(subject, LOOKS, 0.7 * share);
}
