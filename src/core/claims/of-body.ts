// What the statements of a body claim.
import { oneLine, plainText } from '../markdown/inline.ts';
import type { MessageClaim } from './claim.ts';
import { type FoundLabel, labelOf } from './labels.ts';
import { claimsOfLabel, isClaiming } from './of-label.ts';
import { phasesIn, phasesOf, phraseClaims } from './of-sentence.ts';
import { sentencesOf } from './sentences.ts';
import { readStatements, type Statement } from './statements.ts';

export function claimsOfBody(body: string): MessageClaim[] {
  const isGraded = GRADED.test(body);
  return merged(readStatements(body))
    .map((one) => (isGraded && RANKS.includes(one.over) ? { ...one, over: 'unknown' as const } : one))
    .filter(({ raw }) => !/^~~.*~~$/.test(raw.trim()))
    .flatMap(claimsOfStatement);
}

// `Important:` beside `Minor:` ranks what a review found and the commit mended.
const GRADED =
  /^[ \t*#_]{0,8}(?:critical|major|minor|moderate|high|medium|low|nits?|nitpicks)\b[^:\n]{0,80}:[ *_]{0,4}$/im;
const RANKS: readonly (string | null)[] = ['gotcha', 'blocker'];

// A point that others are nested below is told with them.
function merged(statements: readonly Statement[]): Statement[] {
  const found: Statement[] = [];
  for (const statement of statements) {
    const outer = found.at(-1);
    const isPart = statement.depth > 0 && outer?.isItem && isClaiming(statement.over);
    if (isPart && outer !== undefined)
      found[found.length - 1] = {
        ...outer,
        raw: `${outer.raw}${/[:：]$/.test(outer.raw) ? '' : ';'} ${statement.raw}`,
      };
    else found.push(statement);
  }
  return found;
}

/** Labels over facts of any kind: what they say is read as it is. */
const STATED: readonly (string | undefined)[] = ['status', 'neutral', 'done'];

/** Of a blocker in a list, no blockers themselves. */
const DETAIL =
  /^(?:impact|solution|workaround|fix|mitigation|resolution|status|owner|eta|action|actions|options?|plan|effect|severity|since|reason|cause)\s?:/i;

const SILENT: readonly (string | null)[] = ['quiet', 'unit'];

function claimsOfStatement({ raw, over, isTicked }: Statement): MessageClaim[] {
  const text = oneLine(plainText(raw));
  const label = labelOf(text);
  // An open box is not done.
  const isMute = over === 'unknown' || isTicked === false;
  if (label?.kind === 'unit') return isMute ? [] : phasesIn(text, 'label', false);
  const isStated = STATED.includes(label?.kind);
  if (label !== null && label.kind !== 'unknown' && !isStated) return claimsOfLabel(label, 'label', text);
  if (isClaiming(over) && !(over === 'blocker' && DETAIL.test(text)))
    return claimsBelow(over, text, isTicked);
  if (isMute || SILENT.includes(over)) return [];
  if (label?.kind === 'done') return claimsOfLabel(label, 'label', text);
  return claimsOfSentences(label !== null && isStated ? label.value : raw);
}

const claimsBelow = (over: FoundLabel['kind'], text: string, isTicked: boolean | null): MessageClaim[] =>
  claimsOfLabel(
    { kind: isTicked === true && over !== 'done' ? 'quiet' : over, name: '', value: text },
    'label',
    text,
  );

const claimsOfSentences = (text: string): MessageClaim[] =>
  sentencesOf(text).flatMap((sentence) => {
    const phases = phasesOf(sentence, 'body', false);
    return phases.length > 0 ? phases : phraseClaims(sentence, sentence.text, 'body', true);
  });
