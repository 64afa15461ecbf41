// Items of a plan that a commit did in other words than theirs, and those that it only comes near.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { DEFAULTS } from '../../../src/core/config/defaults.ts';
import { draftUpdate } from '../../../src/core/draft/update.ts';
import { doingsOf } from '../../../src/core/head/doings.ts';
import { isDoing } from '../../../src/core/head/met.ts';
import { draftFacts, owedCommit } from '../draft/facts.ts';

type Files = { readonly made?: readonly string[]; readonly gone?: readonly string[] };

/** The commit's doings. */
const doings = (message: string, { made = ['src/a.ts'], gone = [] }: Files = {}) => {
  const owed = owedCommit({ sha: 'a'.repeat(40), message, record: true, weight: 2, files: made, made });
  const files = gone.map((path) => ({ path, status: 'D' as const, added: 0, deleted: 9 }));
  return doingsOf([{ ...owed, commit: { ...owed.commit, files: [...owed.commit.files, ...files] } }], []);
};

const isMet = (item: string, message: string, files?: Files): boolean =>
  doings(message, files).some((doing) => isDoing(item, doing));

const FAMILIES: Readonly<Record<string, readonly (readonly [string, string, boolean, Files?])[]>> = {
  'verbs of making are one': [
    ['Implement the order parser', 'feat: order parser', true],
    ['Implement the order parser', 'feat: add a parser for orders', true],
    ['Build the tide table view', 'Add tide table view', true],
    ['Create login page', 'feat(ui): implement the login page', true],
    ['Add authentication', 'feat: authentication', true],
    ['Limits per reader category', 'Enforce limits per reader category (#15)', true],
    ['Live position on the chart', 'Show the live position on the chart', true],
    ['Wire up the mail queue', 'feat: integrate mail queue', true],
    ['Implement the order parser', 'fix: order parser', false],
    ['Implement the order parser', 'test: order parser', false],
    ['Order parser', 'test: order parser', false],
    ['Implement the order parser', 'chore: order parser', false],
    ['Implement the order parser', 'refactor: order parser', false],
    ['Implement the order parser', 'feat: order printer', false],
    ['Implement the order parser', 'feat: order parser errors', false],
    ['Implement the order parser', 'feat: skeleton of the order parser', false],
    ['Implement the order parser', 'feat: prepare the order parser', false],
    ['Implement the order parser', 'feat: prototype for the order parser', false],
    ['Test the order parser', 'feat: order parser', false],
    ['Design the order parser', 'feat: order parser', false],
    ['Review the order parser', 'feat: add the order parser', false],
    ['Document the order parser', 'feat: add the order parser', false],
    ['Add tests', 'feat: tests', false],
    ['Add API', 'feat: api', false],
    ['Add search', 'feat: search and replace dialog', false],
    ['Allergen labels', 'feat: allergen labels on every product', true],
    ['Allergen labels', 'feat: allergen labels on the menu', false],
  ],
  'who does a thing, and doing it': [
    ["Write the decoder for the gauges' binary frames", 'feat: decode the binary frames of the gauges', true],
    ['Invoice renderer', 'feat: render invoices', true],
    ['Validate the postcodes', 'feat: validation of postcodes', true],
    ['Migration of old accounts', 'feat: migrate old accounts', true],
    ['Invoice renderer', 'feat: invoice reader', false],
    ['Invoice renderer', 'feat: render reports', false],
  ],
  'a title with its explanation': [
    ['**Rate limiting** — protect the public API from bursts', 'feat: add rate limiting', true],
    ['**Customer reminders**: SMS the evening before pick-up', 'feat: customer reminders', true],
    ['Rate limiting (per address, one minute)', 'feat: rate limiting', true],
    ['**Payment terminal**: refunds', 'feat: payment terminal', false],
    [
      '**Rate limiting** — protect the public API from bursts',
      'feat: rate limiting of the mail queue',
      false,
    ],
    ['**Importer**: first of CSV, then of the old format', 'feat: importer', false],
  ],
  'ids of tasks': [
    ['T3: Loan receipt printer', 'T3: print loan receipts (#14)', true],
    ['T014 [P] Create the user model in src/models/user.py', 'feat: T014 user model', true],
    ['KI-1: scanner misreads worn cards', 'fix(scanner): read worn cards twice (KI-1)', true],
    ['T6: Conveyor driver', 'feat: conveyor driver (T6)', true],
    ['T6: Conveyor driver', 'feat: belts run both ways\n\nCloses T6', true],
    ['Belt stops at night (#61)', 'fix: watch the clock of the drive\n\nFixes #61', true],
    ['#61 Belt stops at night', 'fix: watch the clock of the drive (closes #61)', true],
    ['T3: Loan receipt printer', 'T3: choose the paper', false],
    ['T3: Loan receipt printer', 'T30: print loan receipts', false],
    ['T6: Conveyor driver', 'feat: begin T6, the conveyor driver', false],
    ['T6: Conveyor driver', 'feat: part of T6', false],
    ['T6: Conveyor driver', 'feat: conveyor driver for one model, refs T6', false],
    ['#61 Belt stops at night', 'fix: watch the clock of the drive (#61)', false],
    ['#61 Belt stops at night', 'fix: watch the clock\n\nDoes not fix #61', false],
    ['T6: Conveyor driver', 'docs: plan for T6', false],
    ['S3 bucket for pictures', 'feat: S3 keys (S3)', false],
  ],
  'files made and taken away': [
    ['Create `src/tide/model.py`', 'feat: tides by harmonics', true, { made: ['src/tide/model.py'] }],
    ['Delete `tools/old_dump.py`', 'chore: tidy up', true, { gone: ['tools/old_dump.py'] }],
    ['`tools/old_dump.py` löschen', 'chore: aufräumen', true, { gone: ['tools/old_dump.py'] }],
    ['Create `src/tide/model.py`', 'feat: tides', false, { made: ['src/tide/models.py'] }],
    ['Delete `tools/old_dump.py`', 'chore: tidy up', false, { made: ['tools/old_dump.py'] }],
    ['Delete `tools/a.py` and `tools/b.py`', 'chore: tidy up', false, { gone: ['tools/a.py'] }],
    ['Delete the cache in `tools/a.py`', 'chore: tidy up', false, { gone: ['tools/a.py'] }],
    ['Rewrite `tools/a.py`', 'feat: anew', false, { made: ['tools/a.py'] }],
  ],
  'what the scope says of the place': [
    ['Rate limiting in the API', 'feat(api): rate limiting', true],
    ['Retry failed uploads in the mobile app', 'feat(mobile): retry failed uploads', false],
    ['Rate limiting in the API', 'feat(web): rate limiting', false],
  ],
  'moves, upgrades and replacements': [
    ['Upgrade to Node 22', 'chore: node 22', true],
    ['Upgrade to Node 22', 'build: upgrade node to 22', true],
    ['Upgrade to Node 22', 'chore(deps): bump node from 20 to 22', true],
    ['Replace the flat file with SQLite', 'refactor: move storage from the flat file to SQLite', true],
    ['Migrate the queue to Redis', 'refactor: switch the queue to Redis', true],
    ['Upgrade to Node 22', 'chore: node 20', false],
    ['Upgrade to Node 22', 'docs: node 22', false],
    ['Upgrade to Node 22', 'fix: node 22 on the build machine', false],
    ['Replace the flat file with SQLite', 'refactor: move the flat file to the data directory', false],
    ['Migrate the queue to Redis', 'feat: redis queue for mails', false],
  ],
  'what is taken out': [
    ['Delete the old dump tool', 'chore: drop the old dump tool', true],
    ['Remove jQuery from the build', 'build: get rid of jQuery in the build', true],
    ['Delete the old dump tool', 'chore: fix the old dump tool', false],
    ['Delete the old dump tool', 'feat: the old dump tool', false],
  ],
  repairs: [
    ['Fix the crash on empty frames', 'fix: empty frames no longer crash', true],
    ['Fix the crash on empty frames', 'fix: crash on empty frames', true],
    ['Resolve the login redirect loop', 'fix: login redirect loop', true],
    ['Fix the double booking of ovens (see `src/ovens/plan.ts`)', 'fix: an oven is booked once', false],
    ['Fix the crash on empty frames', 'fix: crash on long frames', false],
    ['Fix the crash on empty frames', 'test: crash on empty frames', false],
  ],
  'other languages': [
    ['Grabar la sala medieval', 'feat: sala medieval grabada', true],
    ['Subir los audios al servidor', 'feat: audios subidos al servidor', true],
    ["Mettre en place les alertes d'essaimage", "feat: alertes d'essaimage mises en place", true],
    ["Écrire le service d'envoi", "feat: ajout du service d'envoi", true],
    ['Étalonner les quatre balances', 'feat: étalonnage des quatre balances', true],
    ['Importer für Kontoauszüge schreiben', 'feat: Importer für Kontoauszüge', true],
    ['Suche einbauen und beschriften', 'feat: Suche eingebaut', false],
    ['Scrivere il lettore dei sensori', 'feat: lettore dei sensori', true],
    ['Criar a página de pedidos', 'feat: página de pedidos criada', true],
    ['Написать импорт заказов', 'feat: импорт заказов', true],
    ['Grabar la sala medieval', 'feat: sala romana grabada', false],
    ['検索画面を追加', 'feat: 検索画面を実装', true],
    ['添加搜索页面', 'feat: 新增搜索页面', true],
    ['添加搜索页面', 'feat: 新增登录页面', false],
    ['Probar la sala medieval', 'feat: sala medieval grabada', false],
  ],
  'titles of merged requests': [
    ['Order parser', 'Merge pull request #12 from anna/parser\n\nAdd the order parser', true],
    [
      'Order parser',
      "Merge branch 'parser' into 'main'\n\nAdd the order parser\n\nSee merge request shop!12",
      true,
    ],
    ['Order parser', 'Merged in parser (pull request #12)\n\nAdd the order parser', true],
    ['Order parser', 'Merged PR 4711: Add the order parser', true],
    ['T5: Offline queue', 'Merge pull request #17 from kiosk/queue\n\nT5: Offline queue', true],
    ['Order parser', 'Merge pull request #12 from anna/parser\n\nWIP: order parser', false],
    ['Order parser', 'Merge pull request #12 from anna/parser\n\nRevert "Add the order parser"', false],
    ['Order parser', "Merge branch 'main' into order-parser", false],
    ['Order parser', "Merge branch 'order-parser'", false],
  ],
};

for (const [family, rows] of Object.entries(FAMILIES))
  for (const [item, message, isDone, files] of rows)
    test(`${family}: “${message}” ${isDone ? 'does' : 'does not do'} “${item}”`, () => {
      assert.is(isMet(item, message, files), isDone);
    });

const FILE = `# Kiosk

> Status: 1/4 tasks complete (25 %)

## Current State

It boots. 2 of 5 doors open.

## Tasks (1 of 3)

- [x] T1: boot into the catalogue
- [ ] T2: receipt printer
- [ ] T3: offline queue

## In Progress

- Reader limits
- Shelf map

## Later

- [ ] Card terminal

## Changelog

- 2026-05-28: first boot, 1/4 tasks
`;

const keep = (text: string, ...messages: readonly string[]): string => {
  const commits = messages.map((message, at) => ({
    sha: `${at + 1}a2b3c4d`.repeat(5),
    message,
    record: true,
    weight: 2,
    files: ['src/a.ts'],
  }));
  const facts = draftFacts({ now: '2026-06-05T09:07:00+00:00', commits });
  return draftUpdate({ path: 'C.md', text }, commits.map(owedCommit), facts, DEFAULTS).text;
};

test('a box of any section is ticked by the commit that did its item, and counts of boxes follow', () => {
  const text = keep(FILE, 'feat: print receipts (T2)', 'feat: offline queue', 'feat: add reader limits');
  assert.match(text, /- \[x\] T2: receipt printer\n- \[x\] T3/);
  assert.match(text, /> Status: 3\/4 tasks complete \(75 %\)/);
  assert.match(text, /## Tasks \(3 of 3\)/);
  assert.match(text, /2 of 5 doors open/);
  assert.match(text, /- \[ \] Card terminal/);
  assert.match(text, /- ~~Reader limits~~ \(/);
  assert.match(text, /^- Shelf map$/m);
  assert.match(text, /first boot, 1\/4 tasks/);
});

test('a count that was not right before is no count of boxes', () => {
  const text = keep(FILE.replace('1/4 tasks complete', '2/9 tasks complete'), 'feat: offline queue');
  assert.match(text, /> Status: 2\/9 tasks complete \(25 %\)/);
});

test('a box that is a sign of its own is ticked as the others of its list, and a step stands among them', () => {
  const file = (list: string) => FILE.replace('## Later\n\n- [ ] Card terminal', `## Next\n\n${list}`);
  const told = keep(
    file('☐ Card terminal\n☐ Voice output\n☑ Screen'),
    'feat: card terminal\n\nNext: a second screen',
  );
  assert.match(told, /\n☐ a second screen \(1a2b3c4\)\n☑ Card terminal\n☐ Voice output\n☑ Screen\n/);
  const listed = keep(file('- ⬜ Card terminal\n- ⬜ Voice output'), 'feat: card terminal');
  assert.match(listed, /\n- ✅ Card terminal\n- ⬜ Voice output\n/);
});

test.run();
