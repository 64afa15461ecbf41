// What a template leaves to be filled in: words that say nothing, brackets, the sentences of well-known
// templates.
import { allLetters, letters } from '../letters.ts';
import { once } from '../memo.ts';

const EMPTY_WORDS =
  /^(?:tb[dac]|todo|fixme|wip|xxx+|n\/?a|none|pending|unknown|placeholder|fill (?:me |this )?in|to be (?:decided|defined|determined|written|done|added|confirmed)|coming soon|lorem ipsum.*)(?:[\s.,:;!…-]*| (?:later|soon|here)\.?)$/i;

// Nygard's template as adr-tools and others ship it; MADR's are all in braces.
const TEMPLATE_SENTENCES = [
  'What is the issue that we’re seeing that is motivating this decision or change?',
  'What is the change that we’re proposing and/or doing?',
  'What becomes easier or more difficult to do because of this change?',
  'What is the status, such as proposed, accepted, rejected, deprecated, superseded, etc.?',
  'The issue motivating this decision, and any context that influences or constrains the decision.',
  'The change that we’re proposing or have agreed to implement.',
  'What becomes easier or more difficult to do and any risks introduced by the change that will need to be mitigated.',
  'Describe the context and problem statement.',
  'Describe the decision.',
  'What we decided.',
  'Why we decided it.',
];
const templateSentences = once(() => new Set(TEMPLATE_SENTENCES.map(wordsOnly)));
const SPANS = /<[^<>]{1,300}>|\{[^{}]{1,300}\}|\[[^[\]]{1,300}\](?!\()/g;
const FEWEST_WORDS_BESIDES = 4;

/** Whether a text says nothing of its own. `templates`: sentences of the project's templates, as `wordsOnly`
 * gives them. */
export function isPlaceholder(text: string, templates: ReadonlySet<string> = new Set()): boolean {
  const bare = text.replace(/[*_`]/g, '').trim();
  if (!letters`[\p{L}\p{N}]`.test(bare) || EMPTY_WORDS.test(bare.replace(/^[<[({]|[>\])}]$/g, '')))
    return true;
  const rest = bare.replace(SPANS, ' ');
  const besides = countWords(rest);
  if (rest !== bare && (besides === 0 || (besides < FEWEST_WORDS_BESIDES && countWords(bare) > besides + 1)))
    return true;
  const words = wordsOnly(bare);
  return templateSentences().has(words) || templates.has(words);
}

/** Lower case, a space between words, nothing else: two texts with the same words compare equal. */
export function wordsOnly(text: string): string {
  return (text.replace(/[’']/g, '').toLowerCase().match(allLetters`[\p{L}\p{N}]+`) ?? []).join(' ');
}

/** Each Chinese or Japanese character counts as one. */
export function countWords(text: string): number {
  const single = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu;
  const letters = text.match(single)?.length ?? 0;
  return letters + (text.replace(single, ' ').match(allLetters`[\p{L}\p{N}]+`)?.length ?? 0);
}
