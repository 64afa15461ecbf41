// Whole projects of the workflow's kind, committed with real hooks: what a reader finds in the head of the
// file at the end.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { CLI, code } from '../helpers/project.ts';
import { createRepository, type TestRepository } from '../helpers/repository.ts';

type Step = string | { readonly revert: string } | { readonly merge: readonly string[]; readonly as: string };

/**
 * Each step a commit with code of its own; a draft that it leaves is committed by itself, as its notice says.
 */
function live(repository: TestRepository, steps: readonly Step[], path: string): string {
  const work = (message: string) => {
    const name = `part${repository.git('rev-list', '--count', 'HEAD')}x`;
    repository.commit(message, { [`src/${name}.ts`]: code(name, 90) });
  };
  for (const step of steps) {
    if (typeof step === 'string') work(step);
    else if ('merge' in step) {
      repository.git('checkout', '-qb', 'side');
      for (const message of step.merge) work(message);
      repository.git('checkout', '-q', '-');
      repository.git('merge', '-q', '--no-ff', 'side', '-m', step.as);
      repository.git('branch', '-qD', 'side');
    } else {
      const sha = repository
        .git('log', '--format=%H', '-1', `--grep=${step.revert}`, '--fixed-strings')
        .trim();
      repository.git('revert', '--no-edit', sha);
    }
    if (repository.git('diff', '--name-only').includes(path))
      repository.git('commit', '-qam', `docs: ${path}`);
  }
  return repository.read(path).replace(/ \([0-9a-f]{7}(?:, [0-9a-f]{7})*\)/g, '');
}

function start(path: string, text: string): TestRepository {
  const repository = createRepository();
  repository.commit('start', { [path]: text });
  assert.is(repository.run('node', [CLI, 'install']).status, 0);
  return repository;
}

const headOf = (text: string, log: string): string => text.slice(0, text.indexOf(`\n${log}`)).trim();

const WAREHOUSE = `# Übergabe – Lagerverwaltung

**Aktuelle Phase:** Phase 1 – Wareneingang

## Stand der Phasen

| Phase | Inhalt | Status |
|---|---|---|
| 1 | Wareneingang | in Arbeit |
| 2 | Kommissionierung | offen |
| 3 | Versand | offen |

## Nächste Schritte

- [ ] Lieferscheine einlesen
- [ ] Etiketten drucken

## Blocker

- Keine

## Stolperfallen

- Der Etikettendrucker versteht nur Latin-1

## Verworfen

- Barcodes per Kamera lesen: zu langsam

## Verlauf

### 3. März 2026
- Projekt angelegt
`;

test('a German project with a table of phases: blockers, a revert, a rejected way, the current phase', () => {
  const repository = start('HANDOFF.md', WAREHOUSE);
  const first = live(
    repository,
    [
      'feat: Lieferscheine einlesen',
      'feat: Etiketten drucken\n\nBlocker: der Drucker im Lager ist nicht im Netz',
      'fix: Umlaute auf Etiketten\n\nStolperfalle: der Drucker ignoriert das erste Etikett nach dem Einschalten',
      'Wareneingang mit Scanner\n\nPhase 1 ist noch nicht abgeschlossen, die Rückgaben fehlen.',
      'Rückgaben erfassen\n\nDer Drucker im Lager ist jetzt im Netz.',
      'Phase 1 abgeschlossen\n\nNächste Schritte:\n- Kommissionierlisten erzeugen\n- Laufwege sortieren',
    ],
    'HANDOFF.md',
  );
  assert.match(first, '**Aktuelle Phase:** Phase 2 – Kommissionierung');
  assert.match(first, '| 1 | Wareneingang | abgeschlossen |\n| 2 | Kommissionierung | offen |');
  assert.match(
    first,
    '- [ ] Kommissionierlisten erzeugen\n- [ ] Laufwege sortieren\n- [x] Lieferscheine einlesen',
  );
  assert.match(first, '## Blocker\n\n- Keine\n');
  const text = live(
    repository,
    [
      'feat: Phase 2 begonnen, Kommissionierlisten erzeugen',
      'feat: Laufwege mit A* suchen',
      { revert: 'Laufwege mit A* suchen' },
      'refactor: Laufwege nach Regalnummer\n\nVerworfen: A* für Laufwege, bei 40 Regalen kein Gewinn',
      'feat: Chargen prüfen\n\nBlockiert durch: die Testdaten des Kunden fehlen',
      'Phase 2 abgeschlossen: Kommissionierung',
      { revert: 'Phase 2 abgeschlossen' },
      'feat: Teilmengen kommissionieren\n\nDie Testdaten des Kunden sind da.\n\nErgebnis: 40 Aufträge in 12 Minuten statt in 31',
      'feat: Phase 2 ist fertig\n\nAls Nächstes: Versandetiketten',
    ],
    'HANDOFF.md',
  );
  assert.is(
    headOf(text, '## Verlauf'),
    headOf(WAREHOUSE, '## Verlauf')
      .replace('Phase 1 – Wareneingang', 'Phase 3 – Versand')
      .replace('in Arbeit', 'abgeschlossen')
      .replace('Kommissionierung | offen', 'Kommissionierung | abgeschlossen')
      .replace(
        /- \[ \] Lief.*\n.*drucken/,
        '- [ ] Versandetiketten\n- [x] Lieferscheine einlesen\n- [x] Etiketten drucken',
      )
      .replace('nur Latin-1', 'nur Latin-1\n- der Drucker ignoriert das erste Etikett nach dem Einschalten')
      .replace('zu langsam', 'zu langsam\n- A* für Laufwege, bei 40 Regalen kein Gewinn'),
  );
  assert.match(text, '- Revert "feat: Laufwege mit A* suchen"');
  assert.not.match(text, '\n- Laufwege mit A* suchen');
  repository.remove();
});

const RECIPES = `# Recipe Scaler

Last updated: 2026-03-04

## Status

| # | Phase | State |
|---|-------|-------|
| 1 | Ingestion | 🚧 in progress |
| 2 | Parser | not started |

Currently in Phase 1.

## Next Up
1. Import the dump
2. Normalise units

## Blocked On
Nothing right now.

## Things That Bit Us
- Fractions like ½ are one code point

## Tried and Dropped
- BeautifulSoup for the dump: too slow

## Session Log
### 2026-03-04
- Repository created
`;

test('an English project in words of its own: nothing labelled, and the head is true', () => {
  const repository = start('SESSION_CONTEXT.md', RECIPES);
  const text = live(
    repository,
    [
      'feat: import the dump',
      'feat: normalise units\n\nPhase 1 done.',
      'wip: parser for ingredient lines, blocked by missing USDA API credentials',
      'chore: USDA API credentials arrived, nutrition is looked up',
      'feat: parse with regular expressions',
      { revert: 'parse with regular expressions' },
      'feat: parser handles ranges\n\nPhase 2 is not complete yet: error recovery is missing.\n\nGotcha: keep the memo table on',
      'feat: PEG grammar\n\nRejected: regular expressions, nested brackets take seconds',
      'feat: complete phase 2\n\nNext: scale by servings',
    ],
    'SESSION_CONTEXT.md',
  );
  assert.is(
    headOf(text, '## Session Log').replace(/Last updated: .*/, ''),
    headOf(RECIPES, '## Session Log')
      .replace(/Last updated: .*/, '')
      .replace('🚧 in progress', '✅ complete')
      .replace('not started', 'complete')
      .replace('Currently in Phase 1.', 'Phase 1 complete.')
      .replace(/1\. Import.*\n.*units/, '1. scale by servings')
      .replace('one code point', 'one code point\n- keep the memo table on')
      .replace('too slow', 'too slow\n- regular expressions, nested brackets take seconds')
      .replace('Nothing right now.', '- None'),
  );
  repository.remove();
});

const TIDES = `# Tide gauges

**Last updated:** 2026-05-30 (by Ada)
**Progress:** 1/7 tasks

## Where things stand

The gauges report every six minutes. Phase 1 (ingest) is under way.

## What to do next

- [x] Register for the harbour feed
- [ ] Write the decoder for the gauges' binary frames
- [ ] Replace the flat file with SQLite
- [ ] **Alerting** — mail the harbour master when the water rises above a threshold
- [ ] Plot the last 24 hours in the terminal
- [ ] #14 Read the gauges of the south shore
- [ ] Backfill January from the paper rolls

## Known issues

- Frames with a zero checksum crash the decoder
- The clock of gauge 7 drifts

## Blockers

- Waiting for the south shore credentials

## Session log

### 2026-05-30
- Project set up
`;

test('a project whose commits do in other words what its file plans, with a merged request', () => {
  const repository = start('STATUS.md', TIDES);
  const text = live(
    repository,
    [
      'feat(decoder): decode the binary frames of the gauges',
      'refactor: move storage from the flat file to SQLite\n\nA file per gauge was slow to search.',
      {
        merge: ['threshold config', 'smtp client'],
        as: 'Merge pull request #12 from ada/alerts\n\nAdd alerting',
      },
      'fix(decoder): no longer crash on frames whose checksum is zero',
      'feat: phase 1 done, all north gauges are ingested',
      'docs: phase 2 is not complete yet, residuals are missing\n\nBlocker: the licence of the constants is unclear',
      'feat: credentials for the south shore arrived, poll its gauges\n\nCloses #14',
      'feat: the licence of the constants was cleared by the agency',
      'feat: plot of the week in the browser\n\nGotcha: numpy 2 changes the sign of the phase',
    ],
    'STATUS.md',
  );
  const day = /Last updated:\*\* (\S+)/.exec(text)?.[1] ?? '';
  assert.is(
    headOf(text, '## Session log'),
    headOf(TIDES, '## Session log')
      .replace('2026-05-30 (by Ada)', `${day} (2026-05-30: by Ada)`)
      .replace('1/7', '5/7')
      .replace('Phase 1 (ingest) is under way.', 'Phase 1 (ingest) is complete.')
      .replace(/- \[ \] (Write|Replace|\*\*Alerting|#14)/g, '- [x] $1')
      .replace(
        '- Frames with a zero checksum crash the decoder',
        '- ~~Frames with a zero checksum crash the decoder~~',
      )
      .replace('gauge 7 drifts', 'gauge 7 drifts\n- numpy 2 changes the sign of the phase')
      .replace('- Waiting for the south shore credentials', '- None'),
  );
  repository.remove();
});

test.run();
