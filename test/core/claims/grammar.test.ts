// docs/claims.md against the reader: every form has its row, and every example of a row is read as the row
// says.
import { readFileSync } from 'node:fs';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { readClaims } from '../../../src/core/claims/index.ts';
import { PHASE_FORMS, phaseClauseAt, relativeClauseAt } from '../../../src/core/claims/phase-clause.ts';
import { PHRASE_FORMS, phraseOf } from '../../../src/core/claims/phrases.ts';
import { sentencesOf, startsOf } from '../../../src/core/claims/sentences.ts';
import { parseMessage } from '../../../src/core/message/index.ts';
import { fold } from '../../../src/core/words/lexicon.ts';

type Row = {
  readonly form: string;
  readonly kind: string;
  readonly says: readonly string[];
  readonly silent: readonly string[];
};

const messagesIn = (cell: string): string[] =>
  [...cell.matchAll(/`([^`]+)`/g)].map(([, text = '']) => text.replaceAll('⏎', '\n'));

const page = readFileSync(new URL('../../../docs/claims.md', import.meta.url), 'utf8');
const rows: readonly Row[] = page.split('\n').flatMap((line) => {
  const [, form, kind, says, silent] = line.split('|').map((cell) => cell.trim());
  const isRow = form && kind && says && silent && form !== 'Form' && !form.startsWith('---');
  return isRow ? [{ form, kind, says: messagesIn(says), silent: messagesIn(silent) }] : [];
});

const LABELS = 'next blocker unblocked gotcha result decision deviation rejected learned done'.split(' ');
const KNOWN = [
  ...PHASE_FORMS,
  ...PHRASE_FORMS,
  'SCOPE done',
  'DONE the unit',
  'DOCUMENT: UNIT done',
  'phase label',
  ...LABELS.map((kind) => `${kind} label`),
];

/** The forms that any clause of a subject has. */
function formsOf(message: string): readonly string[] {
  return sentencesOf(message.split('\n')[0] ?? '').flatMap((sentence) =>
    startsOf(sentence).flatMap(({ at, before }) => {
      const text = sentence.text.slice(at);
      const found = [
        phaseClauseAt(sentence, at),
        relativeClauseAt(sentence, at, before),
        phraseOf({ text, folded: fold(text) }, true),
      ];
      return found.flatMap((one) => one?.form ?? []);
    }),
  );
}

const kindsOf = (message: string): readonly string[] =>
  readClaims(parseMessage(message)).map(({ kind }) => kind);

test('each form has its row, and each row a form', () => {
  assert.equal(rows.map(({ form }) => form).sort(), [...KNOWN].sort());
});

for (const { form, kind, says, silent } of rows)
  test(`${form}: three that claim ${kind}, three that do not`, () => {
    assert.ok(says.length >= 3 && silent.length >= 3);
    assert.equal(
      says.filter((message) => !kindsOf(message).includes(kind)),
      [],
    );
    assert.equal(
      silent.filter((message) => kindsOf(message).includes(kind)),
      [],
    );
    if ([...PHASE_FORMS, ...PHRASE_FORMS].includes(form))
      assert.equal(
        says.filter((message) => !formsOf(message).includes(form)),
        [],
      );
  });

test.run();
