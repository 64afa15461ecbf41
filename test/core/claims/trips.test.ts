import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { mayClaim } from '../../../src/core/claims/trips.ts';
import { parseMessage } from '../../../src/core/message/index.ts';
import { everywhere } from '../../../src/core/words/index.ts';
import { isTripped, tripsOf } from '../../../src/core/words/trips.ts';

const may = (text: string): boolean => mayClaim(parseMessage(text));

test('reads on where a message has a word of a form, the name of a label, or a unit', () => {
  for (const text of [
    'waiting for the bank',
    'feat: x\n\nWe decided to keep SQLite.',
    'fix: x\n\nRoot cause: the feed needs a slash',
    'fix: x\n\n**Gotcha**: fs.rename fails across devices',
    'chore: x\n\n## Next steps\n\n- the pump',
    'chore: x\n\nNext steps\n- the pump',
    'Gotcha - the feed needs a slash',
    'feat(phase-3): complete',
    'phase2 done',
    'M3 complete',
    'H2 falsified: the moon does not help',
    'docs: x\n\nGotcha: the feed needs a slash',
    '完成第3阶段',
    'BLOCKED: no key',
  ])
    assert.ok(may(text), text);
});

test('reads no further where none of them is there', () => {
  for (const text of [
    'style: tidy part 9',
    'Add the pump to the garden',
    'fix: rounding of litres',
    'update the label of a lamp\n\nIt was too dark.',
  ])
    assert.not.ok(may(text), text);
});

test('finds every word of its tables in a sentence', () => {
  const words = everywhere(({ clauses }) => clauses.decided);
  const trips = tripsOf(words);
  for (const word of words) assert.ok(isTripped(trips, `x ${word.toUpperCase()}, y`), word);
});

test('takes a name for one only before a colon, a dash or the end of its line', () => {
  const trips = tripsOf([], ['next steps']);
  for (const text of ['Next steps: x', '**next steps** : x', '# Next Steps', 'steps - x', 'steps\nx'])
    assert.ok(isTripped(trips, text), text);
  for (const text of ['steps of a stair', 'the steps he took: two', 'footsteps: two'])
    assert.not.ok(isTripped(trips, text), text);
});

test.run();
