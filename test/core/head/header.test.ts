// The day of the last update in a file's header moves on; what an author wrote beside it keeps its own day.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { readContext } from '../../../src/core/context/context.ts';
import { headerEdits } from '../../../src/core/head/header.ts';
import { applyEdits } from '../../../src/core/markdown/lines.ts';

const move = (header: string): string => {
  const text = `# Shelves\n\n${header}\n\n## Current State\n\n- Sorted\n`;
  const moved = applyEdits(text, headerEdits(readContext(text), '2026-11-28T10:00:00+01:00'));
  return moved.split('\n')[2] ?? '';
};

for (const [before, after] of [
  ['Last updated: 2026-09-20', 'Last updated: 2026-11-28'],
  [
    '**Last Updated:** 2026-09-20 (Session 11, by Claude)',
    '**Last Updated:** 2026-11-28 (2026-09-20: Session 11, by Claude)',
  ],
  [
    'Last updated: 2026-09-20 (portfolio unified; card deck installed)',
    'Last updated: 2026-11-28 (2026-09-20: portfolio unified; card deck installed)',
  ],
  ['_Last updated: 2026-09-20 by Claude_', '_Last updated: 2026-11-28 (2026-09-20 by Claude)_'],
  ['Last refreshed: 2026-09-20, tip `d9ff2f9`', 'Last refreshed: 2026-11-28 (2026-09-20, tip `d9ff2f9`)'],
  [
    'Last updated: 2026-09-20 after the merge of #12',
    'Last updated: 2026-11-28 (2026-09-20 after the merge of #12)',
  ],
  ['Letzte Aktualisierung: 2026-09-20 von Ada', 'Letzte Aktualisierung: 2026-11-28 (2026-09-20 von Ada)'],
  [
    'Last updated: 2026-11-27 (2026-09-20: card deck installed)',
    'Last updated: 2026-11-28 (2026-09-20: card deck installed)',
  ],
  ['Last updated: 2026-11-28 (card deck installed)', 'Last updated: 2026-11-28 (card deck installed)'],
  ['Last updated: 2026-09-20 (UTC)', 'Last updated: 2026-11-28 (UTC)'],
  ['Last updated: 2026-09-20 (evening)', 'Last updated: 2026-11-28'],
  ['Aktualisiert am: 2026-09-20 abends', 'Aktualisiert am: 2026-11-28'],
  ['**Última actualización:** 2026-09-20, noche', '**Última actualización:** 2026-11-28'],
  [
    '> **Última actualización:** 2026-09-20 noche (índice + lector nuevo)',
    '> **Última actualización:** 2026-11-28 (2026-09-20 noche: índice + lector nuevo)',
  ],
  [
    'Dernière mise à jour : 2026-09-20 au soir (index refait)',
    'Dernière mise à jour : 2026-11-28 (2026-09-20 au soir: index refait)',
  ],
  ['As of 2026-09-20, 14 of 20 shelves are sorted', 'As of 2026-09-20, 14 of 20 shelves are sorted'],
  ['Stand vom 2026-09-20 sind 14 Regale sortiert', 'Stand vom 2026-09-20 sind 14 Regale sortiert'],
  ['По состоянию на 2026-09-20 готовы 14 полок', 'По состоянию на 2026-09-20 готовы 14 полок'],
  ['**Status as of:** 2026-09-20', '**Status as of:** 2026-11-28'],
  ['This file was last updated 2026-09-20.', 'This file was last updated 2026-11-28.'],
  ['Shelf plan. Last refreshed 2026-09-20', 'Shelf plan. Last refreshed 2026-11-28'],
  ['**Owner:** Ada **Last Updated:** 2026-09-20', '**Owner:** Ada **Last Updated:** 2026-11-28'],
  ['**Branch workflow:** main-only as of 2026-09-20', '**Branch workflow:** main-only as of 2026-09-20'],
  ['Prices last refreshed: 2026-09-20', 'Prices last refreshed: 2026-09-20'],
  ['**Launch date:** 2026-09-20', '**Launch date:** 2026-09-20'],
  ['Erscheinungsdatum: 2026-09-20', 'Erscheinungsdatum: 2026-09-20'],
  ['Mitgliederdaten zuletzt aktualisiert: 2026-09-20', 'Mitgliederdaten zuletzt aktualisiert: 2026-09-20'],
  ['Precios actualizados el 2026-09-20', 'Precios actualizados el 2026-09-20'],
  ['Last updated: 2026-09-20 — the shelves fell', 'Last updated: 2026-09-20 — the shelves fell'],
] as const)
  test(`the header “${before}” becomes “${after}”`, () => {
    assert.is(move(before), after);
    assert.is(move(after), after);
  });

test.run();
