// Blanks of a template that nobody filled in.
import type { Context } from '../context/context.ts';
import type { Role } from '../context/names.ts';
import { cleanLine } from '../wording/lines.ts';
import type { Drift } from './facts.ts';

const ROLES: readonly Role[] = ['state', 'next', 'blockers', 'phase', 'gotchas', 'doNot'];

// `[Next task]`, `{current phase}`, `<what blocks>`, `‹next step›`, alone or behind a label; a link is none,
// nor one with a year in it.
const BLANK =
  /^(?:\*\*[^*]{1,40}\*\*:?\s*|[^:[\]{}<>]{1,30}:\s*)?(?:\[(?![ xX]\]|[^\]]*\d{4})[A-Za-z][^\][]{2,60}\]|\{\{?[A-Za-z][^{}]{2,60}\}?\}|<[a-z][^<>/=]{2,60}>|\u2039[^\u203a]{2,60}\u203a|YYYY-MM-DD)\W*$/;

/** One finding, at the first of them. */
export function templateText({ places }: Context): Drift[] {
  const items = places.filter(({ role }) => ROLES.includes(role)).flatMap((place) => place.items);
  const blank = items.find(({ text, isDone }) => isDone !== true && BLANK.test(text));
  return blank === undefined
    ? []
    : [{ rule: 'template-text', text: cleanLine(blank.text), line: blank.line }];
}
