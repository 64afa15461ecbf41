// Commits that any reader would judge alike: what is rare among labelled ones is learnt from them.
import type { ChangedFile } from '../src/core/types.ts';

// `A src/a.ts +200 -0`
export const fileOf = (text: string): ChangedFile => {
  const [status = 'M', path = '', added = '+1', deleted = '-0'] = text.split(' ');
  return {
    status: status as ChangedFile['status'],
    path,
    added: Number(added),
    deleted: Math.abs(Number(deleted)),
  };
};

const LIST = 'Adds the index, the query language and the ranking that the search page needs. '.repeat(6);

export const VERDICTS: readonly (readonly [record: boolean, message: string, ...files: string[]])[] = [
  [true, 'feat: add search', 'A src/search.ts +200'],
  [true, 'feat(phase6): complete Phase 6', 'M src/search.ts +80 -4'],
  [true, 'Phase 2: navigation tools', 'M src/tools.ts +120 -4'],
  [true, 'docs: mark Phase 5.5a as complete', 'M ROADMAP.md +9 -3'],
  [true, 'docs: session close, what is left for Monday', 'M NOTES.md +40 -9'],
  [true, 'chore(release): 2.0.0', 'M CHANGELOG.md +80 -0'],
  [true, 'docs: plan of the offline mode', 'A docs/plans/offline.md +140'],
  [true, 'Añade el módulo de pagos', 'A src/pagos.py +180'],
  [true, 'Ajout du service de recherche', 'A src/recherche.py +180'],
  [true, 'Добавлен модуль поиска', 'A src/search.go +180'],
  [true, '新增搜索功能', 'A src/search.ts +180'],
  [true, 'update', 'A src/engine.rs +400'],
  [true, `Wire the query language\n\n${LIST}`, 'M src/a.ts +90 -10', 'M src/b.ts +60 -8'],
  [true, 'feat: tenants', 'A db/migrations/004_tenants.sql +30'],
  [true, 'add an order state to the schema', 'M prisma/schema.prisma +14'],
  [true, 'Add Docker Compose for Kafka', 'A docker-compose.yml +80'],
  [
    true,
    'fix(ci): pin Python to 3.11\n\n3.12 caused the import to fail at runtime: pip reports success, but the module is missing in the runner.',
    'M .github/workflows/ci.yml +1 -1',
  ],
  [
    true,
    'fix: flush before exit\n\nRoot cause: Node does not wait for a pipe, so the last line was lost silently.',
    'M src/say.ts +3 -1',
  ],
  [
    true,
    'Benchmark results of the new index\n\nbaseline 412 ms → 96 ms on the large set, memory 2.1x',
    'M docs/bench.md +30',
  ],
  [true, 'refactor: split the server into packages', ...manyMoves(12)],
  [true, 'v2.4.0', 'M CHANGELOG.md +30 -0'],
  [true, 'prepare 2.0.0 release', 'M CHANGELOG.md +58 -3'],
  [true, '发布 v2.1.0', 'M CHANGELOG.md +22 -0'],
  [true, 'Replace the hand-written lexer by logos', 'M Cargo.toml +1', 'M src/lexer.rs +98 -412'],
  [true, 'Move state to S3 with locking', 'M backend.tf +11 -3', 'M README.md +14 -2'],
  [
    true,
    'Switch from npm to pnpm',
    'M package.json +2',
    'D package-lock.json +0 -18233',
    'A pnpm-lock.yaml +9000',
  ],
  [true, 'Drop Python 3.8, zoneinfo instead of pytz', 'M pyproject.toml +3 -4', 'M src/tz.py +38 -61'],
  [
    true,
    '状態管理をVuexからPiniaへ移行',
    'M package.json +1 -1',
    'A src/stores/cart.ts +71',
    'D src/store.js +0 -140',
  ],
  [true, 'ci: add the blueprint of the hosting', 'A render.yaml +72'],
  [true, 'schema: align with the fields of the pipeline', 'M src/schemas/city.ts +14 -1'],
  [true, 'refactor: chunk on request (v0.9.0)\n\nBREAKING: no reminders', 'M templates/hooks.json +0 -10'],
  [true, 'Prefetch on the dashboard: 212 queries down to 9, 1.8s to 140ms', 'M views.py +11 -4'],
  [true, 'exp 14: focal loss, mAP 0.412 -> 0.437', 'M train/losses.py +8 -2'],
  [true, 'Unblock the release: the entitlement is approved', 'M ios/App.entitlements +2'],
  [
    true,
    'fix: no matcher in the Stop hook\n\nStop hooks do not support matchers, causing it to never fire.',
    'M templates/settings.json +0 -1',
  ],
  [
    true,
    'fix(ci): downgrade ESLint to 9.x\n\nESLint 10 removed getFilename(), which the plugin still calls.',
    'M package.json +1 -1',
  ],
  [true, 'iOSで音が鳴らない問題を修正\n\n原因：最初のタップの前はsuspendedのまま。', 'M web/audio.ts +14 -3'],
  [true, 'feat: classify artifacts', 'M src/catcher.ts +47 -4', 'M src/prompts.ts +9 -4'],
  [false, 'Increase the timeout from 5s to 30s', 'M src/client.ts +1 -1'],
  [false, 'balance: archers 10 -> 8 damage', 'M data/units.json +2 -2'],
  [false, 'lr 3e-4 -> 1e-4', 'M configs/base.yaml +1 -1'],
  [false, 'Optional chaining instead of nested ifs', 'M src/client.ts +14 -22', 'M src/user.ts +8 -15'],
  [false, 'Move the settings button to the header', 'M src/Header.tsx +18 -3', 'M src/Footer.tsx +2 -14'],
  [false, 'move lodash to devDependencies', 'M package.json +1 -1', 'M package-lock.json +2 -1'],
  [false, 'Fix the release 2.0 script', 'M scripts/release.sh +2 -1'],
  [false, 'Improve the hover of cards', 'M src/Card.tsx +12 -5', 'M src/card.css +18 -4'],
  [false, 'Release the lock when the reader fails', 'M src/lock.ts +3 -1'],
  [false, 'fix: typo', 'M src/a.ts +1 -1'],
  [false, 'fix: null check in the cart', 'M src/cart.ts +4 -1'],
  [false, 'docs: clarify the setup', 'M README.md +9 -2'],
  [false, 'Update README', 'M README.md +60 -12'],
  [false, 'chore(deps): bump x from 1.2.0 to 1.3.0', 'M package.json +1 -1', 'M package-lock.json +900 -40'],
  [false, 'chore: update the lock file', 'M package-lock.json +9000 -4000'],
  [false, 'build output', 'M dist/app.js +9000 -4000', 'M public/app.min.js +3000 -10'],
  [false, 'refresh data', 'M data/cities.json +40000 -100', 'A data/new.csv +9000'],
  [false, 'Update snapshots', 'M src/__snapshots__/a.test.ts.snap +900 -400'],
  [false, 'style: format everything', 'M src/a.ts +20 -20', 'M src/b.ts +30 -30'],
  [false, 'Tweak button colours', 'M src/app.css +12 -9', 'M src/Button.tsx +14 -9'],
  [false, 'fix eslint warnings', 'M src/a.ts +60 -60', 'M src/b.ts +40 -38'],
  [false, 'test: cover the parser', 'A test/parser.test.ts +120'],
  [false, 'ci: run on pull requests too', 'M .github/workflows/ci.yml +2 -1'],
  [false, 'Rename the options helper', 'M src/options.ts +12 -12', 'M src/a.ts +2 -2'],
  [false, 'Add a helper for dates', 'M src/dates.ts +24 -1'],
  [false, 'add vendored library', 'A vendor/lib/a.c +9000', 'A public/jquery-3.7.1.js +9000'],
  [false, 'Add pictures', 'A public/a.png +0', 'A public/b.svg +300'],
  [false, 'move docs', ...manyMoves(12, 'md')],
];

export function manyMoves(count: number, extension = 'ts'): string[] {
  return Array.from({ length: count }, (_, index) => [
    `D src/part${index}.${extension} +0 -90`,
    `A packages/server/part${index}.${extension} +90 -0`,
  ]).flat();
}
