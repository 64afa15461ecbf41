// Reads the claims of commits: of each its trailers, its subject, its body and the documents that it changed.
import { oneLine, plainText } from '../markdown/inline.ts';
import { parseMessage } from '../message/index.ts';
import { type Clause, unitsAt } from '../phases/units.ts';
import type { DocumentChange, Message } from '../types.ts';
import { findWord, fold, mayNameUnit, take } from '../words/lexicon.ts';
import { isEmptyAnswer } from '../words/none.ts';
import type { Claim, ClaimKind } from './claim.ts';
import { readDocumentClaims } from './documents.ts';
import { type FoundLabel, labelOf } from './labels.ts';
import { type PhaseClause, phaseClauseAt, relativeClauseAt } from './phase-clause.ts';
import { phraseOf } from './phrases.ts';
import { takesBack, withoutReverted } from './reverts.ts';
import { isQuestion, sentencesOf, startsOf } from './sentences.ts';
import { readStatements, type Statement } from './statements.ts';
import { readSubject } from './subject.ts';

type Said = Omit<Claim, 'scope' | 'path'>;

/** In the order of the sources, each claim once. */
export function readClaims(message: Message, documents: readonly DocumentChange[] = []): readonly Claim[] {
  const fromMessage = claimsOfMessage(message).map((said) => ({ ...said, scope: message.scope }));
  return distinct([...fromMessage, ...readDocumentClaims(documents)]);
}

/** Commits, oldest first: what each claims that no later one of them reverts. */
export const readAllClaims = (
  commits: readonly { sha: string | null; message: Message; documents?: readonly DocumentChange[] }[],
): readonly (readonly Claim[])[] =>
  withoutReverted(
    commits.map(({ sha, message, documents }) => ({ sha, message, claims: readClaims(message, documents) })),
  );

/** As `takesBack`: the claims of the commit that a revert takes back, by its quoted subject. */
export const readTakenBack = (message: Message): ReturnType<typeof takesBack> =>
  takesBack(message, readClaims);

function distinct<One extends Said>(claims: readonly One[]): One[] {
  const known = new Map<string, One>();
  for (const claim of claims) {
    const isPhase = claim.kind.startsWith('phase-');
    const key = [claim.kind, isPhase ? `${claim.unit} ${claim.id}` : fold(claim.text)].join(' ');
    if (!known.has(key)) known.set(key, claim);
  }
  // What has begun and is over, by one and the same message, is over.
  return [...known].flatMap(([key, claim]) =>
    known.has(key.replace(/^phase-started/, 'phase-done')) && key.startsWith('phase-started') ? [] : [claim],
  );
}

function claimsOfMessage(message: Message): Said[] {
  if (message.kind === 'fixup') return [];
  const isRevert = message.kind === 'revert' || REVERTS.test(message.subject);
  const trailers = message.trailers.flatMap(({ key, value }) => claimsOfTrailer(key, value));
  const subject =
    message.kind === 'merge' || message.parts?.[0]?.sha ? [] : claimsOfSubject(message, isRevert);
  const claims = [...trailers, ...subject, ...claimsBelow(message)];
  return isRevert ? claims.filter(({ kind }) => !kind.startsWith('phase-')) : claims;
}

const REVERTS = /^(?:revert|reapply|undo|roll ?back|back out|backout)\b/i;

// A body that repeats what others said: a release's changelog, the notes of an upgraded library.
const REPEATS =
  /^(?:\S{0,30}\(?release\)?[!:]|(?:\S{0,40}:\s)?release[\s:]|version packages|v?\d+\.\d+\.\d+|\[?maven-release|(?:\S{0,40}:\s)?(?:bump|update|upgrade)s?\s\S.{0,80}\s(?:from\s\S+\s)?to\s)/i;

function claimsBelow(message: Message): Said[] {
  if (REPEATS.test(message.subject)) return [];
  if (message.parts === undefined) return claimsOfBody(message.body);
  const parts = message.parts.map(({ sha, text }) => ({ sha, message: parseMessage(text) }));
  const said = parts.map((part) => ({ ...part, claims: claimsOfPart(part.message) }));
  return withoutReverted(said).flat();
}

const claimsOfPart = (message: Message): Claim[] =>
  claimsOfMessage(message).map((said) => ({
    ...said,
    scope: message.scope,
    source: said.source === 'subject' ? 'body' : said.source,
  }));

function claimsOfTrailer(key: string, value: string): Said[] {
  const label = labelOf(`${key.replace(/-/g, ' ')}: x`) ?? labelOf(`${key}: x`);
  const quote = `${key}: ${value}`;
  if (label === null || label.kind === 'unknown') return [];
  if (label.kind === 'unit') return phasesIn(quote, 'trailer', true);
  // The keys of trailers come in lower case, which does not make `Decision: use SQLite` the scope of a change.
  const name = label.kind === 'decision' ? 'Decision' : label.name;
  return claimsOfLabel({ ...label, name, value: plainText(value) }, 'trailer', quote);
}

type Source = Claim['source'];
type LabelledKind = Exclude<ClaimKind, 'phase-done' | 'phase-started'>;

const LEADING_MARK = /^(?:[\u2190-\u2bff]\ufe0f?\s|[\ud83c-\ud83e][\udc00-\udfff]\s)+/;

const QUIET: readonly FoundLabel['kind'][] = ['quiet', 'unknown', 'unit', 'status', 'neutral'];

function claimsOfLabel({ kind, name, value }: FoundLabel, source: Source, quote: string): Said[] {
  if (QUIET.includes(kind) || !isValue(kind as ClaimKind, name, value)) return [];
  if (kind === 'done') {
    const phases = phasesIn(value, source, true);
    if (phases.length > 0) return phases;
  }
  const verdict = kind === 'result' ? phraseOf({ text: quote, folded: fold(quote) }, false) : null;
  const text =
    verdict?.kind === 'result' ? verdict.text : value.replace(LEADING_MARK, '').replace(/(?<=[^.])\.$/, '');
  return [{ kind: kind as ClaimKind, id: null, unit: null, text, source, quote }];
}

// `decision: 14` cites; `result: add ok()` is a scope; `blocked: boolean` is a field; `next: bump to 14.2` a product.
const CITATION = /^(?:(?:decision|adr|d)[- ]?)?#?\d{1,5}$/i;
const SCHEMA =
  /^(?:an? |optional )?(?:boolean|string|number|integer|array|object|list|enum|null|true|false|int|float|bool|map|set|timestamp)\b/i;
const CODE_VERB =
  /^(?:add|adds|fix|fixes|remove|bump|update|rename|refactor|move|upgrade|drop|support|improve|handle|make|use|cover|test)\s/;
// `next: NextRequest instead of Request`, `result: Result<T> for parsers`, `blocked: user.isBlocked`.
const CODE =
  /^(?:[A-Z][a-z0-9]+[A-Z]\w*\b|[A-Za-z_$][\w$]*(?:<|\[\]|\(\)|\?\.|\.[a-z]\w)|[a-z]+[A-Z]\w*\b|[{[(]|[A-Za-z]+\s?\|)/;
const RESOLVED =
  /^(?:resolved|solved|fixed|gone|cleared|lifted|removed|done|behoben|gelöst|résolu|resuelto|resolvido|risolto|решено|вирішено|解决|已解决|解消|해결)[.!]?$/i;

function isValue(kind: ClaimKind, name: string, value: string): boolean {
  if (isEmptyAnswer(value) || /[?？]$/.test(value) || SCHEMA.test(value)) return false;
  if (kind === 'decision' && CITATION.test(value)) return false;
  if (kind === 'blocker' && RESOLVED.test(value)) return false;
  const isScope = /^[a-z]+$/.test(name);
  if (/^[a-z ]+$/.test(name) && CODE.test(value)) return false;
  if (kind === 'next') return !(isScope && name === 'next' && /\d\.\d/.test(value));
  return !(isScope && CODE_VERB.test(value));
}

// Types of what is not done, or not about the work itself.
const UNDONE = new Set(
  'wip draft plan spec rfc proposal goal aim idea question example expected target revert test tests criteria criterion todo planned planning ask estimate estimated deadline forecast roadmap false error warning received acceptance definition scheduled upcoming later soon assumption risk maybe requirement plant geplant ziel entwurf prévu objectif brouillon planificado previsto objetivo borrador rascunho obiettivo bozza cel szkic план цель черновик мета чернетка 计划 目标 草稿 予定 目標 下書き 계획 목표'.split(
    ' ',
  ),
);
// What a bug, a feature or a test is about may wait and block; a commit that is neither says it of itself.
const ABOUT = new Set('feat feature fix bugfix hotfix perf refactor style test tests ui security'.split(' '));

function claimsOfSubject(message: Message, isRevert: boolean): Said[] {
  const { text, type } = readSubject(message.subject.slice(0, LONGEST));
  const label = labelOf(plainText(text));
  const quote = oneLine(message.subject);
  if (label !== null && label.kind === 'unit') return phasesIn(text, 'subject', true);
  const isCode = type !== null && isOfCode(type, label?.name ?? '');
  const labelled =
    label === null || label.kind === 'done' || isCode ? [] : claimsOfLabel(label, 'label', quote);
  if (labelled.length > 0) return labelled;
  const sentences = sentencesOf(
    label !== null && ['status', 'neutral'].includes(label.kind) ? label.value : text,
  );
  const phases = sentences.flatMap((one) => phasesOf(one, 'subject', true));
  const isUndone = type !== null && UNDONE.has(type);
  const said = phases.filter(({ kind }) => !(isUndone && kind === 'phase-done'));
  const mayBlock = type === null || !ABOUT.has(type);
  const spoken = sentences.flatMap((one, order) =>
    phraseClaims(one, order === 0 ? text : one.text, 'subject', mayBlock),
  );
  const stopped =
    type !== null && UNFINISHED.has(type) && spoken.length === 0 ? stoppedIn(sentences, quote) : [];
  return [...(isRevert ? [] : said), ...(isRevert ? [] : byScope(message, text)), ...spoken, ...stopped];
}

const UNFINISHED = new Set(['wip', 'draft']);

// `wip: label printer, blocked on the driver`: what is not finished says in its last clause why.
function stoppedIn(sentences: readonly Clause[], quote: string): Said[] {
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

function blockersAt({ text }: Clause, start: number, quote: string): Said[] {
  const said = text.slice(start).replace(/(?<=^[^(（]*)[)）]$/, '');
  const label = labelOf(said);
  if (label?.kind === 'blocker') return claimsOfLabel({ ...label, name: 'Blocked' }, 'subject', quote);
  return phraseClaims({ text: said, folded: fold(said) }, said, 'subject', true)
    .filter(({ kind }) => kind === 'blocker')
    .map((claim) => ({ ...claim, quote }));
}

// `test: constraint: unique email`, `perf: result: cache rows` and `docs: next: how to install` are about the code.
const isOfCode = (type: string, label: string): boolean =>
  /^(?:tests?|style)$/.test(type)
    ? /^[a-z ]+$/.test(label)
    : CODE_TYPES.has(type) &&
      /^(?:next|results?|blocked|rejected|decisions?|constraints?|cause|important)$/.test(label);
const CODE_TYPES = new Set(
  'feat feature fix bugfix hotfix perf refactor build ci docs ui security deps'.split(' '),
);

const LONGEST = 2000;

// `feat(phase-5): complete`
function byScope({ scope }: Message, text: string): Said[] {
  const said = fold(text).replace(/[.!\s]+$/, '');
  const isOver = said === 'complete' || (take('over', said, 0) === said.length && said !== '');
  const clause = { text: scope ?? '', folded: fold(scope ?? '') };
  const named = isOver && scope !== null ? unitsAt(clause, 0) : null;
  if (named === null || named.end !== clause.text.length) return [];
  return named.units.map((one) => ({
    kind: 'phase-done',
    ...one,
    text: '',
    source: 'subject',
    quote: `${scope}: ${text}`,
  }));
}

function phraseClaims(clause: Clause, whole: string, source: Source, mayBlock: boolean): Said[] {
  const found = phraseOf(
    { text: whole === clause.text ? clause.text : plainText(whole), folded: fold(plainText(whole)) },
    mayBlock,
  );
  return found === null
    ? []
    : [{ kind: found.kind, id: null, unit: null, text: found.text, source, quote: plainText(whole) }];
}

const phasesIn = (text: string, source: Source, isWhole: boolean): Said[] =>
  sentencesOf(text.slice(0, LONGEST)).flatMap((sentence) => phasesOf(sentence, source, isWhole));

/** `isSubject`: a clause may start behind any mark; else only at the start, or where one draws a conclusion. */
function phasesOf(sentence: Clause, source: Source, isSubject: boolean): Said[] {
  if (!mayNameUnit(sentence.folded) || isQuestion(sentence)) return [];
  const claims: Said[] = [];
  const doubt = findWord('doubts', sentence.folded);
  for (const { at, before } of startsOf(sentence)) {
    const mark = sentence.folded.slice(before, at);
    if (at > 0 && ((doubt >= 0 && doubt < before) || !mayStart(sentence, before, mark, isSubject))) continue;
    const found =
      phaseClauseAt(sentence, at) ?? (mark.startsWith(',') ? relativeClauseAt(sentence, at, before) : null);
    if (found !== null) claims.push(...toClaims(found, source, sentence.text));
  }
  return distinct(claims);
}

const CONCLUDES = /so|now that|;|→|=>|；/;

function mayStart(sentence: Clause, before: number, mark: string, isSubject: boolean): boolean {
  if (/[:：]/.test(mark)) return isNeutralPrefix(sentence.text.slice(0, before));
  return isSubject || CONCLUDES.test(mark) || /^,/.test(mark);
}

function isNeutralPrefix(prefix: string): boolean {
  const clause = { text: prefix, folded: fold(prefix) };
  if (unitsAt(clause, 0)?.end === prefix.length) return true;
  return ['status', 'neutral', 'done'].includes(labelOf(`${prefix}: x`)?.kind ?? '');
}

const toClaims = ({ kind, units, title }: PhaseClause, source: Source, quote: string): Said[] =>
  kind === 'next'
    ? [
        {
          kind,
          id: null,
          unit: null,
          text: units.map(({ unit, id }) => `${unit} ${id}`).join(', '),
          source,
          quote,
        },
      ]
    : units.map(({ unit, id }) => ({ kind, id, unit, text: title, source, quote }));

function claimsOfBody(body: string): Said[] {
  return merged(readStatements(body)).flatMap(claimsOfStatement);
}

// A point that others are nested below is told with them.
function merged(statements: readonly Statement[]): Statement[] {
  const found: Statement[] = [];
  for (const statement of statements) {
    const outer = found.at(-1);
    const isPart = statement.depth > 0 && outer?.isItem && isLabelKind(statement.over);
    if (isPart && outer !== undefined)
      found[found.length - 1] = {
        ...outer,
        raw: `${outer.raw}${/[:：]$/.test(outer.raw) ? '' : ';'} ${statement.raw}`,
      };
    else found.push(statement);
  }
  return found;
}

const isLabelKind = (kind: FoundLabel['kind'] | null): kind is LabelledKind =>
  kind !== null && !QUIET.includes(kind);

function claimsOfStatement({ raw, over, isTicked }: Statement): Said[] {
  const text = oneLine(plainText(raw));
  if (/^~~.*~~$/.test(raw.trim())) return [];
  const label = labelOf(text);
  if (label !== null && label.kind === 'unit')
    return over === 'unknown' ? [] : phasesIn(text, 'label', false);
  if (label !== null && label.kind !== 'unknown' && !['status', 'neutral', 'done'].includes(label.kind))
    return claimsOfLabel(label, 'label', text);
  if (isLabelKind(over)) {
    const kind = isTicked === true && over !== 'done' ? 'quiet' : over;
    return claimsOfLabel({ kind, name: '', value: text }, 'label', text);
  }
  if (over === 'unknown' || over === 'quiet' || over === 'unit') return [];
  const isStated = label !== null && ['status', 'neutral', 'done'].includes(label.kind);
  const said = isStated ? label.value : raw;
  if (label?.kind === 'done') return claimsOfLabel(label, 'label', text);
  return sentencesOf(said).flatMap((sentence) => {
    const phases = phasesOf(sentence, 'body', false);
    return phases.length > 0 ? phases : phraseClaims(sentence, sentence.text, 'body', true);
  });
}
