// The process is killed, or the system says no, at one call after the other: nothing is lost, and a line says
// what it was.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { copyRepository } from '../helpers/repository.ts';
import { findDamage } from './aftermath.ts';
import { createTracer, type Fault, hasStrace, listFaults } from './faults.ts';
import { OPERATIONS } from './operations.ts';
import { createRandom, isLong, seed, shuffle, tryPoints } from './points.ts';
import { prepare, runIn, type Target, waitForRest } from './run.ts';

const SHORT_OPERATIONS = 4;
const random = createRandom(seed);

async function listPoints({ template, operation }: Target): Promise<readonly Fault[]> {
  const repository = copyRepository(template);
  const tracer = createTracer();
  await runIn(repository, operation, { env: { PATH: `${tracer.bin}:${repository.env.PATH}` } });
  const points = listFaults(tracer.read(), repository.dir);
  tracer.remove();
  repository.remove();
  return points;
}

type Outcome = { readonly isHit: boolean; readonly damage: readonly string[] };

async function attack(target: Target, point: Fault): Promise<Outcome> {
  const repository = copyRepository(target.template);
  const tracer = createTracer(point);
  const env = { PATH: `${tracer.bin}:${repository.env.PATH}` };
  const { output } = await runIn(repository, target.operation, { env });
  const calls = tracer.read().flatMap((lines) => lines.filter((line) => /INJECTED|SIGKILL/.test(line)));
  tracer.remove();
  await waitForRest(repository);
  const damage = findDamage({ repository, target, output, isOfGroup: false });
  repository.remove();
  const where = `${target.operation.name}, ${point.effect} at ${point.call} number ${point.at}, seed ${seed}`;
  const call = calls[0]?.slice(0, 200) ?? '';
  return { isHit: calls.length > 0, damage: damage.map((what) => `${where}: ${what}\n${call}\n${output}`) };
}

if (!hasStrace) console.log('skipped: strace is needed to inject faults');
else
  test(`wherever it is killed or the system says no, nothing is lost (seed ${seed})`, async () => {
    const operations = shuffle(OPERATIONS, random).slice(0, isLong ? OPERATIONS.length : SHORT_OPERATIONS);
    const tried: Outcome[] = [];
    for (const operation of operations) {
      const target = await prepare(operation);
      const points = shuffle(await listPoints(target), random);
      tried.push(...(await tryPoints(points, (point) => attack(target, point))));
      target.template.remove();
    }
    const hits = tried.filter(({ isHit }) => isHit).length;
    console.log(`sweep: ${tried.length} points, ${hits} of them hit, seed ${seed}`);
    assert.ok(hits > 0);
    assert.equal(
      tried.flatMap(({ damage }) => damage),
      [],
    );
  });

test.run();
