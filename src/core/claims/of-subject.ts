// What a subject claims: by a label, or in one of its clauses.
import { oneLine, plainText } from '../markdown/inline.ts';
import { type Clause, clauseOf, type NamedUnit, unitsAt } from '../phases/units.ts';
import type { Message } from '../types.ts';
import { fold, hasWord, take } from '../words/lexicon.ts';
import { byReference } from './by-reference.ts';
import type { MessageClaim } from './claim.ts';
import { labelOf } from './labels.ts';
import { claimsOfLabel } from './of-label.ts';
import { phasesIn, phasesOf, phraseClaims } from './of-sentence.ts';
import { skipWords } from './phase-between.ts';
import { overAt } from './phase-endings.ts';
import { isTail, mayName } from './phase-tail.ts';
import { sentencesOf, startsOf } from './sentences.ts';
import { isUndone, readSubject, type Subject } from './subject.ts';

// What a bug, a feature or a test is about may wait and block; a commit that is neither says it of itself.
const ABOUT = new Set('feat feature fix bugfix hotfix perf refactor style test tests ui security'.split(' '));

/** `isRevert`: then it speaks of no phase. */
export function claimsOfSubject(message: Message, isRevert: boolean): MessageClaim[] {
  const subject = readSubject(message.subject.slice(0, LONGEST));
  const quote = oneLine(message.subject);
  const label = labelOf(plainText(subject.text));
  if (label?.kind === 'unit') return phasesIn(subject.text, 'subject', true);
  const isOurs = label !== null && label.kind !== 'done' && !isOfCode(subject.type ?? '', label.name);
  const labelled = isOurs ? claimsOfLabel(label, 'label', quote) : [];
  if (labelled.length > 0) return labelled;
  const isStated = label !== null && ['status', 'neutral'].includes(label.kind);
  const sentences = sentencesOf(isStated ? label.value : subject.text);
  const phases = isRevert
    ? []
    : [
        ...phasesOfSubject(sentences, subject),
        ...byScope(message, subject.text),
        ...sentences.flatMap((one) => (isUndone(subject.type) ? [] : byReference(one, scopeOf(message)))),
      ];
  return [...phases, ...spokenIn(sentences, subject, quote)];
}

const phasesOfSubject = (sentences: readonly Clause[], { type }: Subject): MessageClaim[] =>
  sentences
    .flatMap((one) => phasesOf(one, 'subject', true))
    .filter(({ kind }) => kind !== 'phase-done' || !isUndone(type))
    .filter(({ unit }) => unit !== 'stage' || !OF_MACHINES.test(type ?? ''));

// `docker: stage 2 complete`: a stage of a build.
const OF_MACHINES = /^(?:ci|cd|build|docker|dockerfile|pipeline|pipelines|workflow|jenkins|compose|deploy)$/;

function spokenIn(sentences: readonly Clause[], { text, type }: Subject, quote: string): MessageClaim[] {
  const mayBlock = type === null || !ABOUT.has(type);
  const spoken = sentences.flatMap((one, order) =>
    phraseClaims(one, order === 0 ? text : one.text, 'subject', mayBlock),
  );
  if (spoken.length > 0) return spoken;
  const isUnfinished =
    type === null ? sentences.some(mayName) && !sentences.some(isOver) : UNFINISHED.has(type);
  return isUnfinished ? stoppedIn(sentences, quote) : [];
}

const isOver = ({ folded }: Clause): boolean => hasWord('over', folded) || folded.includes('complete');
const UNFINISHED = new Set(['wip', 'draft']);

// `wip: label printer, blocked on the driver`, `phase 3 paused, waiting for the key`: why, in the last
// clause.
function stoppedIn(sentences: readonly Clause[], quote: string): MessageClaim[] {
  for (const sentence of sentences) {
    const starts = startsOf(sentence);
    const before = starts.findLast((one) =>
      /^[,;(（，；]|^\s[-–—(]/.test(sentence.folded.slice(one.before, one.at)),
    );
    for (const start of new Set([before?.at ?? 0, starts.at(-1)?.at ?? 0])) {
      const found = start === 0 ? [] : blockersAt(sentence, start, quote);
      if (found.length > 0) return found;
    }
  }
  return [];
}

function blockersAt({ text }: Clause, start: number, quote: string): MessageClaim[] {
  const said = text.slice(start).replace(/(?<=^[^(（]*)[)）]$/, '');
  const label = labelOf(said);
  if (label?.kind === 'blocker') return claimsOfLabel({ ...label, name: 'Blocked' }, 'subject', quote);
  return phraseClaims(clauseOf(said), said, 'subject', true)
    .filter(({ kind }) => kind === 'blocker' || kind === 'unblocked')
    .map((claim) => ({ ...claim, quote }));
}

// `test: constraint: unique email`, `feat: todo: list by day` and `docs: next: how to install` are about the
// code: a word in lower case behind a type is a part of it, unless no part is called so.
const isOfCode = (type: string, label: string): boolean =>
  /^(?:tests?|style)$/.test(type)
    ? /^[a-z ]+$/.test(label)
    : CODE_TYPES.has(type) && /^[a-z]+$/.test(label) && !UNMISTAKABLE.test(label);
const UNMISTAKABLE = /^(?:gotchas?|caveats?|pitfalls?|footguns?|deviations?|unblocked|impediments?|learned)$/;
const CODE_TYPES = new Set(
  'feat feature fix bugfix hotfix perf refactor build ci docs ui security deps'.split(' '),
);

const LONGEST = 2000;

// `feat(phase-5): complete`, `[phase 5] complete`
function byScope({ scope, subject }: Message, text: string): MessageClaim[] {
  const folded = fold(text);
  if (/[:：–—]|\s-\s/.test(text) || !isTail({ text, folded }, overAt(folded, behindMark(folded), false)))
    return [];
  const tags = /^(?:\[[^\]]{1,40}\]\s?){1,3}/.exec(subject)?.[0].split(/[[\]]\s?/) ?? [];
  const part = [scope ?? '', ...tags].find((one) => unitsOnly(one).length > 0) ?? '';
  return unitsOnly(part).map((one) => ({
    kind: 'phase-done',
    ...one,
    text: '',
    source: 'subject',
    quote: `${part}: ${text}`,
  }));
}

// `mark complete`, `mark as done`
function behindMark(folded: string): number {
  const verb = take('marks', folded, 0);
  return verb < 0 ? 0 : skipWords(['as', 'adverbs'], folded, verb);
}

function unitsOnly(text: string): readonly NamedUnit[] {
  const named = unitsAt(clauseOf(text), 0);
  return named?.end === text.length ? named.units : [];
}
const scopeOf = ({ scope }: Message): readonly NamedUnit[] => unitsOnly(scope ?? '');
