// How a guard is told: what a commit breaks, in the words of what was decided.
import { decideCommand } from './command.ts';
import { quote } from './quote.ts';

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
  const place = line === null ? path : `${path}:${line}`;
  const broken = line === null ? what : `${place} ${what}`;
  const why = [`${broken}: ${nameSource(guard)} says ${guard.text}`];
  const number = guard.decision?.id;
  return {
    message: `breaks a guard: ${why[0]}`,
    fix: `${decideCommand('', number == null ? '' : ` --supersedes ${number}`)}   or cite a newer decision with the trailer  Decision: N`,
    why,
  };
}
