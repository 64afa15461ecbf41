// What was built: new modules and features weigh more than edited lines; what a machine wrote weighs nothing.
import { type Facts, type FileFact, sum } from './facts.ts';
import type { FileKind } from './files.ts';
import { type Find, ramp, says, shows } from './rule.ts';
import { anyOf, has, L } from './words.ts';

/** Lines below which a new file is no module. */
const SMALLEST_MODULE = 15;
// `types.ts` and `constants.py` declare; they do nothing.
const DECLARES = /(?:^|[/._-])(?:types?|interfaces?|constants?|enums?)\.\w{1,4}$|\.d\.ts$/;

const edited = (code: readonly FileFact[]): readonly FileFact[] =>
  code.filter(({ isNew, status, plus, minus }) => !isNew && status !== 'D' && plus + minus > 0);

// How much a line of each kind makes the whole do.
export const SHARE: Partial<Readonly<Record<FileKind, number>>> = {
  code: 1,
  agent: 1,
  schema: 1,
  deployment: 0.5,
  style: 0.3,
  config: 0.3,
};

/** Lines that make the whole do more: those of new files, and what edited files grew by. */
const growth = ({ files }: Facts): number =>
  sum(
    files.filter(({ path, status }) => status !== 'D' && !DECLARES.test(path)),
    ({ kind, plus, minus }) => (SHARE[kind] ?? 0) * Math.max(plus - minus / 2, plus / 3),
  );

export const findModules: Find = ({ modules }) => {
  const real = modules.filter(({ plus, path }) => plus >= SMALLEST_MODULE && !DECLARES.test(path));
  const lines = sum(real, ({ plus }) => plus);
  return shows(real, ramp(lines, 20, 120));
};

export const findRework: Find = ({ code }) => {
  const files = edited(code);
  const lines = sum(files, ({ plus, minus }) => plus + Math.min(plus, minus) / 4);
  return shows(files, 0.65 * ramp(lines, 40, 320) + 0.35 * ramp(lines, 320, 700));
};

export const AND_ADDS = /(?:\band|[+&,;]) (?:add|implement|introduce|support)/g;
// What is small whatever the message calls it.
export const DETAIL = anyOf(
  `helpers?|types?|counts?|fields?|entr(?:y|ies)|labels?|comments?|logs?|logging|notes?|reminders?|fixtures?|typos?
  |metadata|attributes?|props?|params?|parameters?|options?|flags?|links?|buttons?|icons?|badges?|tooltips?|examples?
  |samples?|previews?|files?|constants?|headers?|footers?|redirects?|images?|messages?`,
);

// A type is a claim by the book; a verb is one that people use for small things as well.
export const findFeature: Find = (facts) => {
  const { claim, subject, message } = facts;
  const isAlso = claim !== 'feature' && has(subject, AND_ADDS);
  if (claim !== 'feature' && !isAlso) return null;
  const isTyped = !isAlso && message.type !== null;
  const share = isTyped ? 1 : isAlso || has(subject, DETAIL) ? 0.3 : 0.6;
  const lines = growth(facts);
  const type = isTyped ? message.type : null;
  const evidence = { kind: 'feature', type, subject, lines: Math.round(lines) } as const;
  return { evidence, strength: share * ramp(lines, 15, 110) };
};

export const MAJOR = anyOf(
  `major|redesign(?:s|ed)?|rewrit${L}{1,4}|rewrote|overhaul(?:s|ed)?|revamp(?:s|ed)?|facelift|from scratch
  |end[- ]to[- ]end|refonte|réécri${L}{1,4}|redise${L}{1,4}|reescri${L}{1,4}|redesenh${L}{1,3}|restaura${L}{2,4}
  |przepisa${L}{1,3}|переписа${L}{1,3}`,
);
// Above the footers, where the convention would not look for it.
const BREAKING = /^[^\w\n]{0,4}breaking(?: changes?)?:/im;
/** Characters of a message in which it says what it is. */
const OPENING = 1000;

export const findMajor: Find = ({ message, text, code, claim }) => {
  const isBreaking = claim !== 'docs' && (message.isBreaking || BREAKING.test(message.body));
  if (isBreaking) return { evidence: { kind: 'breaking' } };
  return code.length === 0 ? null : says(text.slice(0, OPENING), MAJOR);
};

export const isMajor = (facts: Facts): boolean => findMajor(facts) !== null;

const LAYOUT: ReadonlySet<FileKind> = new Set(['code', 'config', 'manifest', 'deployment', 'schema']);

// What nobody ran, or what was there by mistake.
export const DEAD = anyOf(
  `dead|unused|orphan(?:ed|s)?|unreferenced|untrack(?:s|ed|ing)?|stale|left-?overs?|scratch|back-?ups?|temp|temporary
  |generated|duplicates?d?|debug(?:ging)?|junk|mort|inutilisé${L}{0,2}|sin uso|não usad${L}{1,2}|ungenutzt${L}{0,2}|неиспольз${L}{0,8}`,
);
/** What its removal earns: nobody looks for it. */
const DEAD_SHARE = 0.5;

// What the next session would look for in vain; not what agents are told.
export const findRemoval: Find = ({ code, message, subject }) => {
  const gone = code.filter(({ kind, status, isMoved }) => kind === 'code' && status === 'D' && !isMoved);
  const taken = message.kind === 'revert' ? code : gone;
  const lines = sum(taken, ({ minus, plus }) => minus - plus);
  const share = message.kind !== 'revert' && has(subject, DEAD) ? DEAD_SHARE : 1;
  return lines <= 0 ? null : shows(taken, share * ramp(lines, 10, 60));
};

export const findRestructuring: Find = ({ files }) => {
  const parts = files.filter(({ kind }) => LAYOUT.has(kind));
  const moved = parts.filter(({ status, isMoved }) => isMoved && status !== 'D');
  const gone = parts.filter(({ status, isMoved }) => status === 'D' && !isMoved);
  const most = moved.length >= gone.length ? moved : gone;
  return shows(most, ramp(most.length, 4, 12));
};
