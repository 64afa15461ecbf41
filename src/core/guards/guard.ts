// A guard: one sentence that a commit can be held against, as it is written in a decision, a rule or a
// standard.
import { globFault } from '../config/globs.ts';
import { oneLine } from '../markdown/inline.ts';
import { findPhases, type PhaseKey } from '../phases/phases.ts';

export type Form =
  | { readonly kind: 'import'; readonly name: string }
  | { readonly kind: 'dependency'; readonly name: string }
  | { readonly kind: 'path'; readonly glob: string }
  | { readonly kind: 'emoji'; readonly glob: string }
  | { readonly kind: 'pattern'; readonly pattern: Pattern; readonly glob: string }
  | { readonly kind: 'require'; readonly pattern: Pattern; readonly glob: string; readonly matches: Pattern };

export type Pattern = { readonly source: string; readonly flags: string };

export type Term = PhaseKey & { readonly kind: 'until' | 'from' };

/** A guard's own sentence, read. */
export type Rule = { readonly text: string; readonly form: Form; readonly term: Term | null };

export type Fault = { readonly reason: string };

export type Source = {
  readonly path: string;
  /** 1-based. */
  readonly line: number;
  /** Of the decision that it stands in; null: of a rule or a standard. */
  readonly decision: { readonly id: string | null; readonly title: string } | null;
  /** What was decided, in its author's words. */
  readonly words: string;
  /** Why it is not in force whatever the phase; null: it is. */
  readonly ended: string | null;
};

export type Guard = Rule & Source;

export type InvalidGuard = Fault & { readonly path: string; readonly line: number; readonly text: string };

const LONGEST_PATTERN = 300;
const LONGEST_GUARD = 1000;

const TERM = /(?<!\s)\s+(until|from)\s+([^/]{1,60})$/i;
const SHAPE = /^(?:forbid\s+(import|dependency|path|pattern|emoji)|(require)\s+pattern)(?:\s+(.*))?$/is;

/** `forbid import mistral until Phase 4`. */
export function parseGuard(said: string): Rule | Fault {
  const text = oneLine(said.replace(/^[\s`]+/, '').replace(/(?<![\s`.])[\s`.]+$/, ''));
  if (text.length > LONGEST_GUARD) return { reason: `longer than ${LONGEST_GUARD} characters` };
  const [tail = '', kind = '', phase = ''] = TERM.exec(text) ?? [];
  const term = kind === '' ? null : termOf(kind, phase);
  if (term === 'none') return { reason: `${kind} ${phase}: not a phase, such as Phase 4` };
  const [shape, forbidden, required, rest = ''] = SHAPE.exec(text.slice(0, text.length - tail.length)) ?? [];
  if (shape === undefined)
    return { reason: 'a guard is forbid import|dependency|path|pattern|emoji …, or require pattern …' };
  const form = formOf((forbidden ?? required ?? '').toLowerCase(), rest.trim());
  return 'reason' in form ? form : { text, form, term };
}

function termOf(kind: string, phase: string): Term | 'none' {
  const [found] = findPhases(phase);
  if (found === undefined || !found.isLeading) return 'none';
  return { kind: kind.toLowerCase() === 'until' ? 'until' : 'from', unit: found.unit, id: found.id };
}

function formOf(kind: string, rest: string): Form | Fault {
  if (kind === 'import' || kind === 'dependency') return namedForm(kind, rest);
  if (kind === 'path') return globForm(rest, (glob) => ({ kind, glob }));
  if (kind === 'emoji') return globForm(rest.replace(/^in\s+/i, ''), (glob) => ({ kind, glob }));
  return patternForm(kind, rest);
}

const NAME = /^[\w@*][\w@*./:~-]{0,150}$/;

function namedForm(kind: 'import' | 'dependency', rest: string): Form | Fault {
  const name = rest.replace(/^(["'`])(.*)\1$/, '$2');
  return NAME.test(name) && /[^*./@]/.test(name)
    ? { kind, name }
    : { reason: `forbid ${kind} takes one name, such as mistral or @scope/name` };
}

function globForm(rest: string, make: (glob: string) => Form): Form | Fault {
  const glob = rest.replace(/^(["'`])(.*)\1$/, '$2').replace(/^\.\//, '');
  if (glob === '') return { reason: 'no glob of the files' };
  if (/\s/.test(glob)) return { reason: `${glob}: one glob; {a,b} stands for several` };
  const fault = globFault(glob);
  return fault === null ? make(glob) : { reason: fault };
}

const PATTERNS =
  /^\/((?:[^/\\[]|\\.|\[(?:[^\]\\]|\\.)*\])+)\/(\w*)\s+in\s+(\S+)(?:\s+(?:that|which)\s+match(?:es)?\s+\/((?:[^/\\[]|\\.|\[(?:[^\]\\]|\\.)*\])+)\/(\w*))?$/s;

function patternForm(kind: string, rest: string): Form | Fault {
  const [found, source = '', flags = '', glob = '', wanted, wantedFlags = ''] = PATTERNS.exec(rest) ?? [];
  const isRequired = kind === 'require';
  if (found === undefined || isRequired !== (wanted !== undefined))
    return {
      reason: isRequired
        ? 'require is written: require pattern /…/ in GLOB that matches /…/'
        : 'a pattern is written: forbid pattern /…/ in GLOB',
    };
  const pattern = { source, flags };
  const matches = { source: wanted ?? '', flags: wantedFlags };
  const fault = patternFault(pattern) ?? (isRequired ? patternFault(matches) : null);
  if (fault !== null) return { reason: fault };
  return globForm(glob, (own) =>
    isRequired ? { kind: 'require', pattern, glob: own, matches } : { kind: 'pattern', pattern, glob: own },
  );
}

function patternFault({ source, flags }: Pattern): string | null {
  if (source.length > LONGEST_PATTERN) return `a pattern of more than ${LONGEST_PATTERN} characters`;
  if (/[^imsu]/.test(flags)) return `/${source}/${flags}: only the flags i, m, s and u`;
  try {
    new RegExp(source, flags);
    return null;
  } catch (error) {
    return (error as Error).message.slice(0, 200);
  }
}
