// Which repairs end which known issues: the very thing, in whatever words, and nothing that is only near it.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { DEFAULTS } from '../../../src/core/config/defaults.ts';
import { draftUpdate } from '../../../src/core/draft/update.ts';
import { doingsOf } from '../../../src/core/head/doings.ts';
import { isMended } from '../../../src/core/head/mended.ts';
import { draftFacts, owedCommit } from '../draft/facts.ts';

const commitOf = (message: string, at = 0) =>
  owedCommit({
    sha: `${at + 1}a2b3c4d`.repeat(5),
    message,
    record: true,
    weight: 2,
    files: ['src/a.ts'],
  });

for (const [issue, message, isOver] of [
  [
    'Frames with a zero checksum crash the decoder',
    'fix(decoder): no longer crash on frames whose checksum is zero',
    true,
  ],
  [
    'Frames with a zero checksum crash the decoder',
    'fix(decoder): do not crash on frames with a zero checksum',
    true,
  ],
  ['Frames with a zero checksum crash the decoder', 'fix(decoder): frames with a wrong length', false],
  [
    'Frames with a zero checksum crash the decoder',
    'test: frames with a zero checksum crash the decoder',
    false,
  ],
  [
    'Frames with a zero checksum crash the decoder',
    'docs: frames with a zero checksum crash the decoder',
    false,
  ],
  ['Ovens can be booked twice when two orders arrive at once', 'fix: ovens are no longer booked twice', true],
  ['Ovens can be booked twice when two orders arrive at once', 'fix: ovens are booked by their names', false],
  ['Prices with three decimals are rounded wrongly', 'fix(prices): round three decimals half up', true],
  ['Prices with three decimals are rounded wrongly', 'fix(prices): three decimals in the export', false],
  ['La balance 3 se fige par temps de gel', 'fix: la balance 3 ne se fige plus par temps de gel', true],
  ['La balance 3 se fige par temps de gel', 'fix: la balance 3 ne se fige plus au démarrage', false],
  [
    'El reproductor se detiene al bloquear la pantalla',
    'fix: el reproductor ya no se detiene al bloquear la pantalla',
    true,
  ],
  [
    'Der Drucker verschluckt das erste Etikett',
    'fix: der Drucker verschluckt das erste Etikett nicht mehr',
    true,
  ],
  [
    'Dates like 03/04 are read as March 4th on US phones',
    "fix: dates follow the phone's locale (03/04)",
    true,
  ],
  ['Dates like 03/04 are read as March 4th on US phones', 'fix: dates of the list are sorted', false],
  [
    'Slow start (4.1 s) because the whole stock is loaded',
    'perf: page the stock\n\nCold start 4.1 s -> 0.9 s on a Pixel.',
    true,
  ],
  [
    'Slow start (4.1 s) because the whole stock is loaded',
    'perf: page the stock\n\nThe export took 4.1 s.',
    false,
  ],
  ['KI-4: the list jumps', 'fix: keep the place of the list (KI-4)', true],
  ['The list jumps (#31)', 'fix: keep the place\n\nFixes #31', true],
  ['The list jumps (#31)', 'fix: keep the place of the header, refs #31', false],
  ['Login loops on Safari', 'fix: login on Safari, only for version 17', false],
  ['Login loops on Safari', 'fix: part of the login loops on Safari', false],
  ['Login loops on Safari', 'fix: login loops on Safari', true],
  ['Login loops on Safari', 'feat: login on Safari', false],
  ['Login loops', 'fix: login loops on Safari', false],
  ['Search', 'fix: search', false],
] as const)
  test(`“${message}” ${isOver ? 'ends' : 'leaves'} “${issue}”`, () => {
    const doings = doingsOf([commitOf(message)], []);
    assert.is(
      doings.some((doing) => isMended(issue, doing)),
      isOver,
    );
  });

const FILE = `# Bakery

## Known Issues

- Ovens can be booked twice
- Prices with three decimals are rounded wrongly
- Printer needs a restart

| ID | Bug | Status |
|---|---|---|
| B-1 | Menu flickers on old tablets | Open |
| B-2 | Receipt cuts the last line | Open |
| B-3 | Umlauts of names are lost | 🔴 Open |

## Blockers

- the login of the bank loops for ever

## Session log

- 2026-05-28: begun
`;

const keep = (text: string, ...messages: readonly string[]): string => {
  const owed = messages.map(commitOf);
  const facts = draftFacts({ now: '2026-06-05T09:07:00+00:00', commits: [] });
  return draftUpdate({ path: 'C.md', text }, owed, facts, DEFAULTS).text;
};

test('a known issue that a repair ends is struck out, its row closed, a blocker taken away', () => {
  const text = keep(
    FILE,
    'fix: ovens are no longer booked twice',
    'fix(menu): no more flickers on old tablets (B-1)',
    'fix: umlauts of names are no longer lost',
    'fix: the login of the bank no longer loops for ever',
  );
  assert.match(text, /- ~~Ovens can be booked twice~~ \(1a2b3c4\)/);
  assert.match(text, /\| B-1 \| Menu flickers on old tablets \| Fixed \|/);
  assert.match(text, /\| B-2 \| Receipt cuts the last line \| Open \|/);
  assert.match(text, /names are lost \| ✅ Fixed \|/);
  assert.match(text, /^- Printer needs a restart$/m);
  assert.match(text, /## Blockers\n\n- None/);
  assert.is(keep(text, 'fix: ovens are no longer booked twice'), text);
});

test('an issue of ours leaves, and one that the repair itself names stays', () => {
  const met = keep(FILE, 'feat: x\n\nKnown issue: labels of long names are cut');
  assert.match(met, /labels of long names are cut/);
  const [head = ''] = keep(met, 'chore: y', 'fix: labels of long names are no longer cut').split(
    '## Session log',
  );
  assert.not.match(head, /labels of long names/);
  const [kept = ''] = keep(
    FILE,
    'fix: labels of long names\n\nKnown issue: labels of long names are cut on paper',
  ).split('## Session log');
  assert.match(kept, /labels of long names are cut on paper/);
});

test('a revert of the repair gives the issue again', () => {
  const fixed = keep(FILE, 'fix: ovens are no longer booked twice');
  const sha = '1a2b3c4d'.repeat(5);
  const text = keep(
    fixed,
    'chore: y',
    `Revert "fix: ovens are no longer booked twice"\n\nThis reverts commit ${sha}.`,
  );
  assert.match(text, /^- Ovens can be booked twice$/m);
});

test.run();
