// How a guard is told: what a commit breaks, in the words of what was decided.
import type { ProblemText } from '../problem.ts';
import { commandLine, decideCommand, quoteText, quoteWord } from './command.ts';
import { cleanLine, counted, cut, joinLines, namePath, quote } from './lines.ts';

type Told = {
  readonly text: string;
  readonly path: string;
  readonly line: number;
  readonly decision: { readonly id: string | null; readonly title: string } | null;
  readonly words: string;
};

type Broken = {
  readonly guard: Told;
  readonly path: string;
  readonly line: number | null;
  readonly what: string;
};

const LONGEST_WORDS = 120;

/** `decision 7 "Use Phi-3, not Mistral: Phi-3 mini"`. */
export function nameSource({ decision, words, path, line }: Told): string {
  if (decision === null) return `the rule ${quote(words, LONGEST_WORDS)} (${path}:${line})`;
  const said = words === decision.title || words === '' ? decision.title : `${decision.title}: ${words}`;
  return `decision ${decision.id ?? ''} ${quote(said, LONGEST_WORDS)}`.replace('  ', ' ');
}

export function describeBreach({ guard, path, line, what }: Broken) {
  const broken = line === null ? what : `${placeOf({ path, line })} ${what}`;
  const why = [`${broken}: ${nameSource(guard)} says ${guard.text}`];
  const number = guard.decision?.id;
  return {
    message: `breaks a guard: ${why[0]}`,
    fix: `${decideCommand('', number == null ? '' : ` --supersedes ${number}`)}   or cite a newer decision with the trailer  Decision: N`,
    why,
  };
}

export const describeGuardFault = (text: string, reason: string): ProblemText => ({
  what: `not a guard: ${quote(text, 100)}`,
  why: cut(cleanLine(reason), 200),
  fix: '--guard "forbid import mistral until Phase 4"',
});

export const guardQuestion = (guard: string): string => `Hold commits to it with the guard  ${guard}  ?`;

type Spot = { readonly path: string; readonly line: number };

const addGuardCommand = ({ path, line }: Spot, guard: string): string =>
  commandLine(`guards add ${quoteWord(`${path}:${line}`)} ${quoteText(guard)}`);

const offerLines = (guard: string, command: string): string[] => [
  `  why  its text asks for the guard  ${guard}`,
  `  fix  ${command}`,
];

/** Guards that a text asks for, and how they are added. */
export const describeOpenGuards = (place: Spot, guards: readonly string[]): string[] =>
  guards.flatMap((guard) => offerLines(guard, addGuardCommand(place, guard)));

/** The same where what was noted moves away with its entry: a decision stays. */
export const describeGuardedDecision = (text: string, guards: readonly string[]): string[] =>
  guards.flatMap((guard) => offerLines(guard, decideCommand(text, ` --guard ${quoteText(guard)}`)));

export const describeGuardAdded = ({ path, line }: Spot, guard: string): string =>
  `handoff: ${guard} written at ${path}:${line}; commit it`;

export const describeGuardKnown = ({ path, line }: Spot, guard: string): string =>
  `handoff: ${guard} is there already: ${path}:${line}`;

export const describeNoGuardPlace = (place: string): ProblemText => ({
  what: `no decision and no rule at ${quote(place)}`,
  fix: `${commandLine('guards add docs/decisions.md:7 "forbid import mistral"')}   takes the line of one`,
});

type Misread = { readonly path: string; readonly line: number; readonly text: string };

const LONGEST_TEXT = 100;

export const describeInvalidGuard = ({
  path,
  line,
  text,
  reason,
}: Misread & { readonly reason: string }) => ({
  message: `${path}:${line} the guard ${quote(text, LONGEST_TEXT)} is not in force: ${cut(cleanLine(reason), LONGEST_TEXT)}`,
  fix: `${commandLine('guards')}   lists those that are; the README has their forms`,
});

export const describeSlowGuard = ({ path, line, text }: Misread) => ({
  message: `${path}:${line} a pattern of the guard ${quote(text, LONGEST_TEXT)} was stopped: it took longer than 100 ms on one file`,
  fix: 'give it a simpler pattern, without one repetition inside another',
});

/** `guards passed over 3 files (1 binary, 2 vendored): a.bin, dist/b.js, dist/c.js`. */
export function describePassedOver(
  files: readonly { readonly path: string; readonly reason: string }[],
): string {
  const reasons = [...new Set(files.map(({ reason }) => reason))].sort();
  const counts = reasons.map((reason) => `${files.filter((one) => one.reason === reason).length} ${reason}`);
  const paths = files.slice(0, MOST_NAMED).map(({ path }) => cleanLine(path));
  const more = files.length > MOST_NAMED ? ', …' : '';
  return `guards passed over ${counted(files.length, 'file')} (${counts.join(', ')}): ${paths.join(', ')}${more}`;
}

const MOST_NAMED = 5;

type ListedGuard = { readonly guard: Told; readonly endedBy: string | null };

export type GuardReport = {
  readonly guards: readonly ListedGuard[];
  readonly faults: readonly { readonly rule: string; readonly message: string; readonly fix: string }[];
  /** What they find in the tree; null: that was not asked. */
  readonly found: readonly Broken[] | null;
  readonly passedOver: readonly { readonly path: string; readonly reason: string }[];
};

const placeOf = ({ path, line }: Pick<Broken, 'path' | 'line'>): string =>
  line === null ? namePath(path) : `${namePath(path)}:${line}`;

export function formatGuards({ guards, faults, found, passedOver }: GuardReport): string {
  const none =
    guards.length === 0 ? ['no guards: a line `Guard: forbid …` in a decision or a rule is one'] : [];
  const total = found === null ? [] : [`${counted(found.length, 'finding')} in the tree`];
  return joinLines([
    ...none,
    ...guards.flatMap((one) => guardLines(one, found ?? [])),
    ...faults.flatMap(({ message, fix }) => [`warning ${message}`, `  fix  ${fix}`]),
    ...(passedOver.length === 0 ? [] : [describePassedOver(passedOver)]),
    ...total,
  ]);
}

const guardLines = ({ guard, endedBy }: ListedGuard, found: readonly Broken[]): string[] => [
  `${guard.text}   (${endedBy === null ? 'in force' : `not in force: ${endedBy}`})   ${placeOf(guard)}`,
  `  ${guard.decision === null ? `the rule ${quote(guard.words, LONGEST_WORDS)}` : nameSource(guard)}`,
  ...found
    .filter((one) => one.guard === guard)
    .map((one) => `  finds  ${one.line === null ? one.what : `${placeOf(one)} ${one.what}`}`),
];

/** One object; fields may be added, never renamed. */
export const formatGuardsJson = ({ guards, faults, found, passedOver }: GuardReport): string =>
  JSON.stringify({
    guards: guards.map(({ guard, endedBy }) => {
      const { text, path, line, decision, words } = guard;
      const own = found
        ?.filter((one) => one.guard === guard)
        .map((one) => ({ path: one.path, line: one.line, what: one.what }));
      return {
        text,
        path,
        line,
        decision,
        words,
        inForce: endedBy === null,
        endedBy,
        ...(own === undefined ? {} : { found: own }),
      };
    }),
    faults,
    ...(found === null ? {} : { passedOver }),
  });

/** `found`: nothing of it is written. */
export const formatSuggestions = (
  found: readonly {
    readonly path: string;
    readonly line: number;
    readonly words: string;
    readonly text: string;
  }[],
): string =>
  found.length === 0
    ? 'no guard to suggest'
    : joinLines(
        found.flatMap(({ path, line, words, text }) => [
          `${path}:${line} ${quote(words, LONGEST_WORDS)}`,
          `  ${text}`,
          `  fix  ${addGuardCommand({ path, line }, text)}`,
        ]),
      );
