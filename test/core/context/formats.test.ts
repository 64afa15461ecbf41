// The formats of context files: their names, when they count, and what is read from a file of each.
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { pointsOf } from '../../../src/core/brief/points.ts';
import { DEFAULTS } from '../../../src/core/config/defaults.ts';
import { readContext } from '../../../src/core/context/context.ts';
import { FORMATS, mustSayState, saysState } from '../../../src/core/context/formats/index.ts';

const FIXTURES = new URL('../../fixtures/formats/', import.meta.url);

for (const format of FORMATS)
  test(`${format.name}: every name is a default, and a fixture of it says what is next`, () => {
    for (const path of format.paths) assert.ok(DEFAULTS.documents.context.includes(path), path);
    const [file] = readdirSync(new URL(`${format.name}/`, FIXTURES)).filter(
      (name) => !name.endsWith('.json'),
    );
    const read = (name: string) => readFileSync(new URL(`${format.name}/${name}`, FIXTURES), 'utf8');
    const context = readContext(read(file ?? ''));
    assert.ok(saysState(context));
    const expected = JSON.parse(read('points.json'));
    const found = Object.fromEntries(
      Object.keys(expected).map((role) => [
        role,
        pointsOf(context, role as 'next')
          .filter(({ isDone, isHeading }) => !isDone && !isHeading)
          .map(({ text }) => text),
      ]),
    );
    assert.equal(found, expected);
  });

for (const [path, must] of [
  ['SESSION_CONTEXT.md', false],
  ['docs/SESSION_HANDOFF.md', false],
  ['pkg/api/SESSION_CONTEXT.md', false],
  ['STATUS.md', true],
  ['HANDOFF.md', true],
  ['.planning/STATE.md', true],
  ['docs/PROGRESS.md', true],
  ['claude-progress.txt', true],
] as const)
  test(`${path} counts ${must ? 'only where it tells the state' : 'whatever it says'}`, () =>
    assert.is(mustSayState(path), must));

for (const text of [
  '# Service status\n\n| Service | Uptime |\n|---|---|\n| API | 99.9 % |\n',
  '# State\n\nThis module keeps the state of the store.\n\n## Reducers\n- add\n- remove\n',
  '# Design handoff\n\n## Colours\n- blue\n',
  '',
])
  test(`no context file: ${JSON.stringify(text.slice(0, 24))}`, () =>
    assert.not(saysState(readContext(text))));

test.run();
