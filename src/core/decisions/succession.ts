// Which decision took whose place: by number, and by the name of what an earlier one chose.
import { groupBy } from '../groups.ts';
import { letters } from '../letters.ts';
import { memoize } from '../memo.ts';
import type { Decision } from '../types.ts';
import { createFinder, type Finder } from './citations.ts';
import { isDateId, lastNumberIn } from './identity.ts';
import { logOf } from './paths.ts';
import { wordsOnly } from './placeholders.ts';

/** A decision that another one replaces is not in force, whichever of the two says so. */
export function linkDecisions(decisions: readonly Decision[]): Decision[] {
  const successors = new Map<Decision, Decision>();
  for (const log of groupBy(decisions, ({ path }) => logOf(path)).values())
    for (const [old, by] of linksIn(log)) successors.set(old, successors.get(old) ?? by);
  return decisions.map((decision) => {
    const by = successors.get(decision);
    if (by === undefined) return decision;
    return { ...decision, status: 'superseded', supersededBy: by.id ?? by.title };
  });
}

export type Succession = (decision: Decision) => Decision | undefined;

/** Finds the decision that took another one's place, in the same log. */
export function createSuccession(decisions: readonly Decision[]): Succession {
  const logs = groupBy(decisions, ({ path }) => logOf(path));
  const finders = new Map<string, Finder>();
  return (decision) => {
    const { supersededBy: by, path } = decision;
    if (by === null) return undefined;
    const log = logOf(path);
    const find = finders.get(log) ?? createFinder(logs.get(log) ?? []);
    finders.set(log, find);
    const isOther = (one: Decision) => one !== decision;
    return find(by).find(isOther) ?? logs.get(log)?.find((one) => one.title === by && isOther(one));
  };
}

/** The one that holds now, however many were in between. */
export function latestAfter(decision: Decision, successor: Succession): Decision | undefined {
  const seen = new Set([decision]);
  let latest: Decision | undefined;
  for (let by = successor(decision); by !== undefined && !seen.has(by); by = successor(by)) {
    seen.add(by);
    latest = by;
  }
  return latest;
}

// Numbers are a log's own: `Supersedes: 3` means the third decision of the log that says so.
function linksIn(log: readonly Decision[]): [old: Decision, by: Decision][] {
  const linking = log.filter(
    (one) => one.supersedes.length > 0 || one.supersededBy !== null || one.replaced !== null,
  );
  if (linking.length === 0) return [];
  const find = createFinder(log);
  const isOwnWord = (old: Decision, by: Decision) =>
    old.supersededBy === null && by.supersededBy !== null && foundBy(find, by.supersededBy, by).includes(old);
  return (
    linking
      .flatMap((one) => [
        ...one.supersedes
          .flatMap((id) => foundBy(find, id, one))
          .map((old): [Decision, Decision] => [old, one]),
        ...namedBy(one, log).map((old): [Decision, Decision] => [old, one]),
        ...(one.supersededBy === null ? [] : foundBy(find, one.supersededBy, one).slice(0, 1)).map(
          (by): [Decision, Decision] => [one, by],
        ),
      ])
      // Of two that are said to replace each other, the one that says it of itself is replaced.
      .filter(([old, by]) => !isOwnWord(old, by))
  );
}

// A number that is used twice means the decision whose title is named too, where one is.
function foundBy(find: Finder, id: string, own: Decision): readonly Decision[] {
  const found = find(id).filter((other) => other !== own && (other.id !== own.id || other.path !== own.path));
  if (found.length < 2 || isDateId(id)) return found;
  const said = ` ${wordsOnly(`${own.title} ${own.text}`)} `;
  const named = found.filter(({ title }) => said.includes(` ${wordsOnly(title)} `));
  return named.length > 0 ? named : found;
}

function namedBy(by: Decision, log: readonly Decision[]): Decision[] {
  if (by.replaced === null) return [];
  const names = by.replaced
    .replace(/\([^()]*\)/g, ' ')
    .split(letters`\s(?:vs|and|or|und|et|y|и)\.?\s|[,;/+&]`)
    .map(wordsOnly)
    .filter((name) => name !== '' && !/^(?:decision|adr|d)? ?\d+$/.test(name));
  if (names.length === 0) return [];
  return log.filter((old) => names.some((name) => chose(old, name)) && newerFirst(by, old) < 0);
}

const FEWEST = 0.5;

/** Whether a name makes up half of what was chosen, or is all of it before its details. */
function chose(decision: Decision, name: string): boolean {
  return (
    leadsOf(decision).some((lead) => {
      const words = lead.split(' ');
      const own = name.split(' ');
      return ` ${lead} `.includes(` ${name} `) && own.length >= FEWEST * words.length;
    }) || isVersionOf((decision.chosen ?? '').split(/\s/, 1)[0] ?? '', name)
  );
}

// `Mistral-7B-Instruct` is Mistral; `React-Native` is not React.
function isVersionOf(product: string, name: string): boolean {
  const words = wordsOnly(product);
  return words.startsWith(`${name} `) && /\d/.test(words);
}

const DETAILS = letters`\s(?:for|as|with|on|in|at|because|over|instead|rather|to|für|als|pour|para|für|для)\s|[(,.;:–—（，。：]|\s-\s`;

const leadsOf = memoize(({ chosen, title }: Decision): readonly string[] => [
  leadOf(chosen ?? ''),
  leadOf(title),
]);

// `Jest for unit tests` is Jest.
const leadOf = (text: string): string => wordsOnly(text.split(DETAILS, 1)[0] ?? '');

/** For sorting, the newest one first, by date, by number, by place in the log; 0 where nothing tells. */
export function newerFirst(a: Decision, b: Decision): number {
  if (a.date !== null && b.date !== null && a.date !== b.date) return a.date < b.date ? 1 : -1;
  const [one, other] = [lastNumberIn(a.id), lastNumberIn(b.id)];
  if (one > 0 && other > 0 && one !== other) return other - one;
  return a.path === b.path ? b.line - a.line : 0;
}
