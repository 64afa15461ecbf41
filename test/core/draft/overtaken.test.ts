// What later commits of a range make of earlier ones: what they overtook is told nowhere, all else stays.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { DEFAULTS } from '../../../src/core/config/defaults.ts';
import { draftUpdate } from '../../../src/core/draft/update.ts';
import type { OwedCommit } from '../../../src/core/types.ts';
import { draftFacts, owedCommit } from './facts.ts';

const FILE = '# S\n\n## Current State\n\nWorks.\n\n## Update Log\n\n**2026-06-01:**\n- Started\n';
const shaOf = (at: number) => `${(at + 4096).toString(16)}b2c3d`.repeat(5).slice(0, 40);

type File = { readonly path: string; readonly status?: 'A' | 'D' | 'M' };

const commit = (at: number, message: string, files: readonly File[] = []): OwedCommit => {
  const owed = owedCommit({ sha: shaOf(at), message, record: true, weight: 2, files: [] });
  const told = files.length > 0 ? files : [{ path: `src/p${at}/a.ts` }];
  const changed = told.map(({ path, status = 'M' }) => ({ path, status, added: 20, deleted: 2 }));
  return { ...owed, commit: { ...owed.commit, files: changed } };
};

const draft = (commits: readonly OwedCommit[]): string =>
  draftUpdate(
    { path: 'C.md', text: FILE },
    commits,
    draftFacts({ now: '2026-06-05T09:07:00+00:00', commits: [] }),
    DEFAULTS,
  ).text;

// Kind, language, what an earlier commit says, what a later one says, and words of the first that have to go.
const OVERTAKEN: readonly (readonly [kind: string, earlier: string, later: string, gone: string])[] = [
  ['removed', 'feat: add TileCache for the map', 'refactor: remove TileCache', 'for the map'],
  ['removed, passive', 'feat: add tile_cache for the map', 'chore: tile_cache was removed', 'for the map'],
  ['removed, of two', 'feat: add TileCache for the map', 'Remove GaugeCache and TileCache', 'for the map'],
  [
    'removed, in a body',
    'feat: add TileCache for the map',
    'feat: lean map\n\n- Drop TileCache, too slow',
    'for the map',
  ],
  ['removed, in words', 'feat: add the ferry planner page', 'feat: remove the ferry planner', 'planner page'],
  [
    'removed, a page of several words',
    'Update the red-paper-lamp profile',
    'chore: delete product red-paper-lamp',
    'Update the',
  ],
  ['removed, a name', 'feat: keep sessions in Redis', 'refactor: drop Redis', 'sessions'],
  ['removed, de', 'feat: TileCache für die Karte', 'refactor: TileCache entfernt', 'Karte'],
  ['removed, fr', 'feat: ajoute TileCache pour la carte', 'refactor: supprimer TileCache', 'carte'],
  ['removed, es', 'feat: agrega TileCache al mapa', 'refactor: eliminar TileCache', 'al mapa'],
  ['removed, pt', 'feat: adiciona TileCache ao mapa', 'refactor: remover o TileCache', 'ao mapa'],
  ['removed, it', 'feat: aggiunge TileCache alla mappa', 'refactor: rimuovere TileCache', 'alla mappa'],
  ['removed, pl', 'feat: dodaj TileCache do mapy', 'refactor: usunięto TileCache', 'do mapy'],
  ['removed, ru', 'feat: добавить TileCache для карты', 'refactor: удалить TileCache', 'для карты'],
  ['removed, uk', 'feat: додати TileCache для мапи', 'refactor: видалити TileCache', 'для мапи'],
  ['removed, zh', 'feat: 新增 TileCache 地图缓存', 'refactor: 移除 TileCache 模块', '地图缓存'],
  ['removed, ja', 'feat: TileCache を地図に追加', 'refactor: TileCacheを削除', '地図に追加'],
  ['removed, ko', 'feat: 지도에 TileCache 추가', 'refactor: TileCache 제거', '지도에'],
  [
    'replaced',
    'feat: store drafts in tile_store',
    'refactor: replace tile_store with plain files',
    'drafts in',
  ],
  [
    'moved away from',
    'feat: store drafts in TileStore',
    'refactor: migrate from TileStore to files',
    'drafts in',
  ],
  ['replaced, de', 'feat: Entwürfe im TileStore', 'refactor: TileStore durch Dateien ersetzt', 'Entwürfe'],
  ['disabled', 'feat: add the nightly export job', 'fix: disable the nightly export job', 'dd the nightly'],
  ['back again', 'chore: disable GaugeReader', 'feat: re-enable GaugeReader', 'isable'],
  ['back again, de', 'chore: GaugeReader entfernt', 'feat: GaugeReader wieder eingebaut', 'entfernt'],
  ['back again, zh', 'chore: 移除 GaugeReader', 'feat: 恢复 GaugeReader', '移除'],
  ['set anew', 'ci: use codecov-action v4', 'ci: upgrade codecov-action to v6', 'v4'],
  [
    'set anew, a setting',
    'feat: search wider\n\n- The search is 2x faster with beam_size 5→3',
    'perf: beam_size 3→1',
    '5→3',
  ],
  [
    'not yet',
    'Stage 1 status: complete, green, not merged',
    'feat: next\n\nStage 1 is merged and green',
    'not merged',
  ],
  [
    'outstanding',
    'Package it. Hardware test outstanding',
    'docs: reconnect validated on hardware',
    'outstanding',
  ],
  ['to come', 'feat: batches\n\nR3 will override it with a stream', 'feat: R3: stream it', 'will override'],
  ['left over', 'fix: boot\n\nThe remaining failure is in the gauge path', 'fix: gauge path', 'remaining'],
  [
    'named by id',
    `chore: names\n\n- The author fields, too`,
    `chore: revert the author strings that ${shaOf(0).slice(0, 7)} changed`,
    'fields',
  ],
];

for (const [kind, earlier, later, gone] of OVERTAKEN)
  test(`leaves: ${kind}`, () => {
    const text = draft([commit(0, earlier), commit(1, 'feat: draw locks'), commit(2, later)]);
    assert.not.ok(text.includes(gone), text);
    // Whoever looks for the commit finds it.
    assert.ok(text.includes(shaOf(0).slice(0, 7)), text);
    assert.ok(text.includes('Draw locks'));
    // Alone it is told.
    assert.ok(draft([commit(0, earlier), commit(1, 'feat: draw locks')]).includes(gone));
  });

const STANDS: readonly (readonly [kind: string, earlier: string, later: string, kept: string])[] = [
  [
    'part of it is removed',
    'feat: add TileCache for the map',
    'Remove unused TileCache imports',
    'for the map',
  ],
  [
    'removed from a place',
    'feat: add TileCache for the map',
    'Remove TileCache from the menu',
    'for the map',
  ],
  [
    'what a program does',
    'feat: show the photo in the list',
    'feat: dialogs\n\n- Foto löschen\n- Delete photo',
    'photo',
  ],
  [
    'removed and back',
    'feat: add TileCache for the map',
    'Remove TileCache\n\n- Restore TileCache',
    'for the map',
  ],
  ['why it goes', 'docs: TileCache is unreliable on Windows', 'refactor: remove TileCache', 'unreliable'],
  ['another value of another thing', 'ci: use codecov-action v4', 'ci: use setup-node v6', 'v4'],
  ['a value that is only named', 'chore: run on Node 20.1', 'docs: the table names Node 18.2', '20.1'],
  [
    'still open',
    'fix: boot\n\nThe remaining failure is in the gauge path',
    'docs: how to read charts',
    'remaining',
  ],
  ['one of two words', 'feat: add the ferry timetable', 'feat: remove the ferry planner', 'timetable'],
  [
    'a script that removes',
    'feat: add TileCache for the map',
    'feat: a script to remove TileCache',
    'for the map',
  ],
];

for (const [kind, earlier, later, kept] of STANDS)
  test(`stands: ${kind}`, () => {
    const text = draft([commit(0, earlier), commit(1, later)]);
    assert.ok(text.includes(kept), text);
  });

test('a later word holds: removed, then back', () => {
  const text = draft([
    commit(0, 'feat: add TileCache for the map'),
    commit(1, 'refactor: remove TileCache'),
    commit(2, 'feat: restore TileCache'),
  ]);
  assert.ok(text.includes('for the map'));
  assert.not.ok(text.includes('Remove TileCache'));
});

test('what was made and deleted in one range is not told', () => {
  const made = [{ path: 'src/probe.ts', status: 'A' as const }];
  const deleted = [{ path: 'src/probe.ts', status: 'D' as const }];
  const both = [commit(0, 'feat: probe the tide gauges', made), commit(1, 'chore: lean tree', deleted)];
  assert.not.ok(draft(both).includes('Probe the tide'));
  assert.ok(draft([...both, commit(2, 'feat: gauges again', made)]).includes('Probe the tide'));
});

const PLANS: readonly (readonly [plan: string, file: string, built: string])[] = [
  ['docs: tide table importer design', 'docs/specs/tides.md', 'feat: importer of tide tables'],
  [
    'Umsetzungsplan für die Gezeiten anlegen',
    'docs/gezeiten-plan.md',
    'feat: Anmeldung\n\nTask 6 aus gezeiten-plan.md',
  ],
  ['docs: spécification des marées du port', 'docs/marees.md', 'feat: les marées du port sur la carte'],
  ['docs: plan de mareas del puerto', 'docs/mareas.md', 'feat: mareas del puerto en el mapa'],
];

for (const [plan, file, built] of PLANS)
  test(`a plan that is carried out in the range is not told: ${plan}`, () => {
    const text = draft([commit(0, plan, [{ path: file }]), commit(1, built), commit(2, 'feat: draw locks')]);
    const said = plan.replace(/^docs: /, '');
    assert.not.ok(text.toLowerCase().includes(said.toLowerCase()), text);
    assert.ok(text.includes(shaOf(0).slice(0, 7)), text);
    const alone = draft([commit(0, plan, [{ path: file }]), commit(2, 'feat: draw locks')]);
    assert.ok(alone.toLowerCase().includes(said.toLowerCase()), alone);
  });

test('a record of what earlier commits of the range did is told by them', () => {
  const record = [{ path: 'docs/log.md' }];
  const text = draft([
    commit(0, 'fix: gate slider shows whole litres'),
    commit(1, 'docs: gate slider litres fixed and verified on the dock', record),
  ]);
  assert.not.ok(text.includes('verified on the dock'), text);
  assert.match(text, /litres \(.*, .*\)/);
  const alone = draft([
    commit(0, 'feat: draw locks'),
    commit(1, 'docs: gate slider litres fixed by hand', record),
  ]);
  assert.ok(alone.includes('fixed by hand'), alone);
});

test('a commit that records a decision says it once', () => {
  const text = draft([commit(0, 'Decide on the scale\n\nDecision: a spring scale in the north hall')]);
  assert.ok(text.includes('Decision: a spring scale'), text);
  assert.not.ok(text.includes('Decide on the scale'), text);
});

test('a plan whose subject says why is told, built or not', () => {
  const why = 'docs: tide importer plan anew, the old one failed on spring tides';
  const text = draft([commit(0, why, [{ path: 'docs/plan.md' }]), commit(1, 'feat: tide importer')]);
  assert.ok(text.includes('failed on spring tides'), text);
});

test('what a commit asked for goes with its code, whatever the later one is called', () => {
  const made = [{ path: 'src/push.ts', status: 'A' as const }];
  const deleted = [{ path: 'src/push.ts', status: 'D' as const }];
  const ask = commit(0, 'feat: notify before something expires\n\nNext: let the user choose the hour', made);
  const both = [ask, commit(1, 'revert: notifications before expiry', deleted)];
  assert.not.ok(draft(both).includes('choose the hour'), draft(both));
  assert.ok(draft([ask]).includes('choose the hour'));
});

test('a revert whose work came back in more words is not told', () => {
  const text = draft([
    commit(0, 'chore: delete relocated governance modules from the client'),
    commit(1, 'Revert "chore: delete relocated governance modules from the client"'),
    commit(2, 'chore: phase 1b: delete relocated governance modules from the client'),
  ]);
  assert.not.ok(text.includes('Revert'), text);
  assert.match(text, /1b: delete relocated/);
});

test('a fix of what another fix made is told', () => {
  const made = [{ path: 'src/scan.ts', status: 'A' as const }];
  const text = draft([
    commit(0, 'fix: cut long receipts', made),
    commit(1, 'fix: dates follow the locale', [{ path: 'src/scan.ts' }]),
  ]);
  assert.ok(text.includes('dates follow the locale'), text);
});

test('a revert whose work came back is not told', () => {
  const files = [{ path: 'src/cli.ts' }];
  const text = draft([
    commit(0, 'feat: a command line', files),
    commit(1, 'Revert "Merge pull request #7 from ada/command-line"', files),
    commit(2, 'feat: a command line', files),
  ]);
  assert.not.ok(text.includes('Revert'), text);
  assert.match(text, /A command line \(.*, .*\)/);
});

test.run();
