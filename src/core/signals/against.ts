// Rules that speak against a record: small mending, looks, wording, upkeep, and what git itself made.
import { type Facts, sum } from './facts.ts';
import type { FileKind } from './files.ts';
import { type Found, type Rule, ramp, says } from './rule.ts';

const LOOKS =
  /(?<!\p{L})(?:ui|ux|css|style[ds]?|styling|layout|spacing|padding|margins?|colou?rs?|fonts?|icons?|logo|favicon|typos?|wording|copy|labels?|texts?|align\p{L}{0,4}|positions?|positioning|backgrounds?|images?|animations?|hover|tooltips?|banner|badges?|branding|theme|outline|visible|visibility|button|cards?|menu|preview|responsive|dark mode|rendering|refresh)(?!\p{L})/iu;

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
    weight: -0.5,
    isUrgent: false,
    looksFor: 'a fix of existing code',
    find: (facts) => claimed(facts, 'fix'),
  },
  {
    name: 'looks',
    weight: -0.4,
    isUrgent: false,
    looksFor: 'looks and wording: layout, colours, texts, pictures',
    find: ({ claim, subject }) =>
      claim === 'feature'
        ? null
        : claim === 'style'
          ? { evidence: `"${subject.slice(0, 80)}"` }
          : says(subject, LOOKS, 0.7),
  },
  {
    name: 'upkeep',
    weight: -0.5,
    isUrgent: false,
    looksFor: 'chores, tests, tooling, tidying up',
    find: (facts) =>
      claimed(facts, 'chore', 'test', 'build', 'removal') ?? partly(claimed(facts, 'refactor'), 0.7),
  },
  {
    name: 'no-code',
    weight: -0.5,
    isUrgent: false,
    looksFor: 'a commit of documents, data, pictures or generated files alone',
    find: ({ files }) => {
      const kinds = new Set(files.map(({ kind }) => kind));
      return files.length > 0 && [...kinds].every((kind) => INERT.has(kind))
        ? { evidence: `only ${[...kinds].join(', ')}` }
        : null;
    },
  },
  {
    name: 'few-lines',
    weight: -0.5,
    isUrgent: false,
    looksFor: 'a handful of changed lines',
    find: ({ files }) => {
      const lines = sum(files, ({ plus, minus, kind }) => (WEIGHTLESS.has(kind) ? 0 : Math.max(plus, minus)));
      return lines >= 40 ? null : { evidence: `${lines} lines in all`, strength: 1 - ramp(lines, 5, 40) };
    },
  },
];

const INERT: ReadonlySet<FileKind> = new Set([
  'doc',
  'plan',
  'data',
  'asset',
  'lock',
  'generated',
  'vendored',
  'style',
  'test',
  'config',
  'manifest',
  'ci',
  'other',
]);
const WEIGHTLESS: ReadonlySet<FileKind> = new Set([
  'data',
  'asset',
  'lock',
  'generated',
  'vendored',
  'other',
]);

const claimed = ({ claim, subject }: Facts, ...claims: readonly string[]): Found | null =>
  claim !== null && claims.includes(claim) ? { evidence: `"${subject.slice(0, 80)}"` } : null;

const partly = (found: Found | null, strength: number): Found | null =>
  found === null ? null : { ...found, strength };
