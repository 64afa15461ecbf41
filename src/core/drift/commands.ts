// Commands that the file quotes and that the project cannot run any more: scripts of package.json, targets of
// make.
import { historyOf } from '../brief/history.ts';
import type { Drift, DriftFacts } from './facts.ts';

const SCRIPT = /(?:^|[`$(;&]\s*|&&\s*)(?:npm run|pnpm run|yarn run|bun run) ([a-z][\w:.-]*)(?=[\s`;)&]|$)/g;
const TARGET = /(?:^|[`$(;&]\s*|&&\s*)make ([a-z][\w.-]*)(?=[\s`;)&]|$)/g;

// Another directory has scripts of its own; what was, or is still to be written, need not run.
const ELSEWHERE =
  /\bcd |--prefix|--filter|--workspace|\s-[CwF] |\b(?:removed?|dropped|deleted|renamed|replaced|was|no longer|add|create|introduce|implement|missing|lacks?|not yet|planned|proposed|no such|(?:does not|doesn't|don't|do not|never|cannot|can't))\b/i;

/** `Frontend commands defined in web/package.json:`, and the points below. */
const LEAD = /[:：]\W*$/;
const OTHER_PACKAGE = /[\w-]\/package\.json\b/;

/** `npm run check    PASS`: what ran on an earlier day. */
const RAN = /(?<![A-Za-z])(?:PASS(?:ED)?|OK|FAIL(?:ED)?)(?![A-Za-z])|[✅✓✔❌✗]/;

/** Each command once, where the file speaks of now. */
export function goneCommands({ context, runnable }: DriftFacts): Drift[] {
  if (runnable === undefined) return [];
  const { outline } = context;
  const isPast = historyOf(context);
  let isAway = false;
  const found = outline.lines.flatMap(({ kind, text }, index): Drift[] => {
    if (kind === 'fence' || kind === 'heading') isAway = false;
    if (LEAD.test(text)) isAway = OTHER_PACKAGE.test(text);
    isAway ||= kind === 'code' && /\bcd /.test(text);
    if (
      isPast(index) ||
      isAway ||
      ELSEWHERE.test(text) ||
      RAN.test(text) ||
      !(kind === 'code' || text.includes('`'))
    )
      return [];
    const said = text.trim();
    return [
      ...missing(said, SCRIPT, {
        known: runnable.scripts,
        file: 'package.json',
        verb: 'npm run',
        line: index + 1,
      }),
      ...missing(said, TARGET, { known: runnable.targets, file: 'Makefile', verb: 'make', line: index + 1 }),
    ];
  });
  return [...new Map(found.map((drift) => [JSON.stringify({ ...drift, line: 0 }), drift])).values()];
}

type Runner = {
  readonly known: ReadonlySet<string> | null;
  readonly file: string;
  readonly verb: string;
  readonly line: number;
};

const missing = (text: string, pattern: RegExp, { known, file, verb, line }: Runner): Drift[] =>
  known === null
    ? []
    : [...text.matchAll(pattern)]
        .filter(([, name = '']) => !known.has(name))
        .map(([, name = '']) => ({ rule: 'command-gone', command: `${verb} ${name}`, file, line }));

/** The scripts of a package.json that has no workspaces; null: it says too little. */
export function readScripts(text: string | null): ReadonlySet<string> | null {
  if (text === null) return null;
  try {
    const { scripts, workspaces } = JSON.parse(text) as { scripts?: object; workspaces?: unknown };
    return workspaces === undefined && scripts !== undefined ? new Set(Object.keys(scripts)) : null;
  } catch {
    return null;
  }
}

/** The targets of a Makefile that includes nothing and has no patterns; null: it says too little. */
export function readTargets(text: string | null): ReadonlySet<string> | null {
  if (text === null || /^[ \t]*-?include\b|^[^\s:#=]*%|^\$\(/m.test(text)) return null;
  const rules = [...text.matchAll(/^([A-Za-z][\w.-]*(?: +[\w.-]+)*)[ \t]*::?(?!=)/gm)];
  return new Set(rules.flatMap(([, names = '']) => names.split(/\s+/)));
}
