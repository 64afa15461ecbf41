// Operations that are ended at any moment, as by Ctrl-C, a closed terminal or the system: nothing is lost or
// half done.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { copyRepository } from '../helpers/repository.ts';
import { findDamage } from './aftermath.ts';
import { OPERATIONS } from './operations.ts';
import { createRandom, isLong, seed, shuffle, tryPoints } from './points.ts';
import { prepare, runIn, type Target, waitForRest } from './run.ts';

const SIGNALS = ['SIGKILL', 'SIGINT', 'SIGTERM', 'SIGHUP'] as const;
const TIMES_EACH = 20;
const SHORT_OPERATIONS = 3;

const random = createRandom(seed);

async function attack(target: Target, name: (typeof SIGNALS)[number]): Promise<readonly string[]> {
  const repository = copyRepository(target.template);
  const after = random() * target.duration * 1.05;
  const { output } = await runIn(repository, target.operation, { signal: { name, after } });
  await waitForRest(repository);
  const damage = findDamage({ repository, target, output, isOfGroup: true });
  const point = `${target.operation.name}, ${name} after ${Math.round(after)} ms of ${target.duration}, seed ${seed}`;
  repository.remove();
  return damage.map((what) => `${point}: ${what}`);
}

test(`whenever it is ended, nothing is lost or half done (seed ${seed})`, async () => {
  const operations = shuffle(OPERATIONS, random).slice(0, isLong ? OPERATIONS.length : SHORT_OPERATIONS);
  const tried: (readonly string[])[] = [];
  for (const operation of operations) {
    const target = await prepare(operation);
    const points = SIGNALS.flatMap((name) => Array<(typeof SIGNALS)[number]>(TIMES_EACH).fill(name));
    tried.push(...(await tryPoints(shuffle(points, random), (name) => attack(target, name))));
    target.template.remove();
  }
  console.log(`kill: ${tried.length} points, seed ${seed}`);
  assert.ok(tried.length > 0);
  assert.equal(tried.flat(), []);
});

test.run();
