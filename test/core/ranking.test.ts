import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { rank, tokensOf } from '../../src/core/ranking.ts';

for (const [text, tokens] of [
  ['Compressing the compressed compression', ['compress', 'compress', 'compress']],
  ['writeDraft in src/core/draft_writer.ts', ['write', 'draft', 'src', 'core', 'draft', 'writer', 'ts']],
  ['Décision validée', ['decis', 'valide']],
  ['当前状态', ['当前', '前状', '状态']],
  ['현재 위치', ['현재', '위치']],
  ['should we use it instead?', []],
  ['', []],
] as const)
  test(`reads ${JSON.stringify(text)} as words`, () => assert.equal(tokensOf(text), [...tokens]));

const PASSAGES = [
  { title: 'Decision 7: Primary model', text: 'Chosen: Mistral 7B. Phi-3 was too weak at long context.' },
  {
    title: 'Decision 8: Storage',
    text: 'Chosen: SQLite, because one file is enough. A model of the data follows.',
  },
  { title: 'Hardware', text: 'The GPU has 8 GB; a model of 13B does not fit.' },
  { title: 'Etat', text: 'La compression est terminée.' },
];
const best = (question: string) => rank(PASSAGES, question, (item) => item)[0]?.item.title;

for (const [question, title] of [
  ['should we use Mistral instead?', 'Decision 7: Primary model'],
  ['which storage?', 'Decision 8: Storage'],
  ['SQLITE locked', 'Decision 8: Storage'],
  ['compressions', 'Etat'],
  ['bananas', undefined],
  ['', undefined],
] as const)
  test(`${JSON.stringify(question)} finds ${title ?? 'nothing'}`, () => assert.is(best(question), title));

test('a word in the title counts for more than one in the text', () => {
  const [first, second] = rank(PASSAGES, 'model', (item) => item);
  assert.is(first?.item.title, 'Decision 7: Primary model');
  assert.ok((first?.score ?? 0) > (second?.score ?? 0));
});

test('an empty list has no best', () =>
  assert.equal(
    rank([], 'x', (item: never) => item),
    [],
  ));

test.run();
