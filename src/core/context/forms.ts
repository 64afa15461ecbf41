// Headings that are no known name, but of a form that says what stands below: `What is not built, in priority
// order`, `Still pending (settings only)`, `Riskiest code, and why`. They are read, never written into.
import type { Role } from './names.ts';

type Form = readonly [role: Role, form: RegExp];

const ABLE = '(?:features?|enhancements?|improvements?|ideas?|work|items?|tasks?|phases?|milestones?|polish)';
const LATER = '(?:planned|future|upcoming|potential|optional|possible|suggested|recommended|proposed)';
const OPEN =
  '(?:pending|outstanding|open|missing|needed|needs?|to (?:do|come|build|fix)|unproven|undone|on the table)';

/** By the folded part of a title; the first that fits. */
export const FORMS: readonly Form[] = [
  ['blockers', /^(?:current )?blockages?\b|^blocking (?:phase|sprint|milestone|release|launch|us\b)/],
  [
    'rejected',
    /^failure history$|^failed approach(?:es)?\b|^(?:what|things) (?:we )?(?:tried|abandoned|gave up)\b/,
  ],
  [
    'next',
    /^(?:what|things|work|features|parts)(?:'s| is| are| has| have| that| we)* (?:not|still|left|incomplete|unfinished|unbuilt|remaining|missing)\b/,
  ],
  ['next', new RegExp(`^still ${OPEN}\\b`)],
  ['next', /^not (?:yet )?(?:done|built|started|deployed|implemented|finished|covered)\b/],
  [
    'next',
    /^next (?!js )(?:\S+ ){0,3}(?:order|frontier|cycle|sprint|steps?|slices?|candidates?|rounds?|pass|wave|iteration|moves?|items?|things?|task|work|planning)$/,
  ],
  ['next', /^(?:suggested|recommended|proposed|best|your) (?:first|next)(?: \S+)?$/],
  [
    'next',
    /^(?:\S+ ){0,3}(?:ticket|task|work|build) queue\b|^recommended order\b|^(?:current )?execution order\b|^order of (?:work|execution)\b/,
  ],
  ['gotchas', /^if (?:you|you're|you are)(?: \w+)? stuck\b/],
  ['next', new RegExp(`^(?:known )?${LATER} ${ABLE}\\b`)],
  ['next', new RegExp(`^(?:remaining|outstanding|unfinished|pending|open|specific) (?:\\S+ ){0,2}${ABLE}$`)],
  [
    'next',
    /^to (?:pick up|resume|continue)\b|^(?:issues|things|bugs|items) to (?:fix|do|build|address|finish)\b/,
  ],
  ['next', /^ideas for (?:the )?(?:future|later)|\bfollow[- ]?ups$|^(?:\S+ )?to-?dos?$/],
  ['gotchas', /^(?:technical|tech) debt\b|^(?:current )?bottlenecks?$|^watch-?list\b/],
  [
    'gotchas',
    /^(?:practical|operational|important|critical|technical|development|dev|working|runtime|deployment|integration|setup|platform) notes?\b/,
  ],
  [
    'gotchas',
    /^trap patterns?\b|^(?:riskiest|fragile|brittle|dangerous|delicate|tricky) (?:code|parts|areas|bits|files|places)\b/,
  ],
  [
    'gotchas',
    /^(?:current |biggest |main |key |top |major |operational |remaining |active )+risks?$|^risk (?:factors|mitigations?|register)$|^risks?[/ ]notes$/,
  ],
  [
    'gotchas',
    /^(?:common|frequent|typical|pending|minor|unresolved|reported) (?:issues|problems|bugs|errors|pitfalls|mistakes)\b/,
  ],
  [
    'gotchas',
    /^(?:learning points|(?:project )?insights and learnings|things that (?:bite|hurt|break))\b|\blearnings$/,
  ],
  [
    'standards',
    /^(?:standing|hard|golden|ground|house|absolute|strict|global|non-negotiable) rules?\b|^pinned versions?\b/,
  ],
  [
    'standards',
    /^(?:key |core |hard |important )*(?:architectural|architecture|design|technical) (?:constraints|invariants|principles)\b/,
  ],
  ['standards', /^important patterns (?:and|&) preferences$/],
  [
    'done',
    /^what(?:'s| was| is| has been| we| i| just| got)* (?:just )?(?:accomplished|happened|implemented|shipped|completed|built|landed|live|working|delivered|finished)\b/,
  ],
  [
    'done',
    /^(?:newly|recently|just) (?:shipped|built|landed|delivered|finished|implemented)\b|^shipped this (?:session|sprint|week|release)$/,
  ],
  ['done', /^(?:recent|key|major|latest) (?:achievements|wins|completions)\b/],
  [
    'state',
    /^(?:overall|current) (?:\S+ )?(?:progress|truth|session|reality)$|^(?:overall|current) baseline$|^current tasks$|^(?:product|project|repository|repo|system|execution|milestone|codebase|technical) (?:state|status|health)$/,
  ],
  [
    'state',
    /^(?:current )?(?:technical|system|production|bot|service|deployment) (?:status|state|baseline)$|^executive summary$|^bottom line$/,
  ],
];

export const roleOfForm = (part: string): Role | null =>
  FORMS.find(([, form]) => form.test(part))?.[0] ?? null;
