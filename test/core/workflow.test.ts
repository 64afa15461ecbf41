// A project that is kept as the workflow asks: what a session must be told of it, point by point.
import { readFileSync } from 'node:fs';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { buildBrief } from '../../src/core/brief/brief.ts';
import { renderBrief } from '../../src/core/brief/render.ts';
import { readDecisions } from '../../src/core/decisions/decisions.ts';
import { searchDecisions } from '../../src/core/decisions/search.ts';
import { factsOf } from '../helpers/brief-facts.ts';

const read = (path: string) => ({
  path,
  text: readFileSync(new URL(`../fixtures/workflow/${path}`, import.meta.url), 'utf8'),
});
const context = read('SESSION_CONTEXT.md');
const log = read('docs/decisions.md');
const phases = ['docs/phases/phase0.md', 'docs/phases/phase1.md', 'docs/phases/phase2.md'].map(read);
const decisions = readDecisions([log, context]);
const documents = [context, log, read('docs/architecture.md'), read('docs/setup.md'), ...phases];
const briefFor = (text?: string) =>
  buildBrief(
    factsOf(context.text, { phases, decisions, task: text === undefined ? null : { text, documents } }),
  );

const brief = briefFor();
const textsOf = (points: readonly { readonly text: string }[]) => points.map(({ text }) => text).join('\n');

for (const [point, holds] of [
  ['the phase before the first', () => /^Pre-Phase 0/.test(textsOf(brief.state))],
  [
    'the phase that comes, with its boxes',
    () => brief.phase?.id === '0' && brief.phase.done === 0 && brief.phase.total === 5,
  ],
  ['what is next', () => /Set up the Python environment/.test(textsOf(brief.next))],
  ['that nothing blocks', () => brief.blockers.length === 0],
  ['what not to do', () => brief.doNot.length === 3],
  [
    'the rules and the limits of the machine',
    () =>
      /Keep the tokenizer frozen/.test(textsOf(brief.standards)) && /RTX 3070/.test(textsOf(brief.standards)),
  ],
  ['the gotchas', () => brief.gotchas.length === 3],
  [
    'no replaced model among the decisions in force',
    () => brief.decisions.map(({ id }) => id).join() === '7,6,4,3,1',
  ],
  [
    'the replaced ones among what was tried, with the reason',
    () => /^5: .*replaced by 6: Mistral in 4 bit was too slow/.test(brief.tried[0]?.text ?? ''),
  ],
  [
    'each line that goes by a replaced model',
    () =>
      brief.warnings.map(({ rule, line }) => `${rule} ${line}`).join() ===
      'decision-superseded 35,decision-superseded 50,decision-superseded 74',
  ],
  [
    'the newest word on a model',
    () => searchDecisions(decisions, 'should we use Mistral instead?')[0]?.decision.id === '6',
  ],
  ['the decision on a task', () => briefFor('write the compression layer').task?.decision?.id === '7'],
  [
    'the gotcha of a pasted error',
    () =>
      /CUDA out of memory/.test(
        briefFor('debug this error: RuntimeError: CUDA out of memory').task?.gotchas?.[0]?.text ?? '',
      ),
  ],
] as const)
  test(`tells ${point}`, () => assert.ok(holds()));

test('offers to write a gotcha down where none is known', () =>
  assert.match(
    renderBrief(briefFor('debug this error: TypeError: cannot unpack non-iterable NoneType object'), {
      budget: 9000,
    }),
    /git handoff note gotcha "‹error: cause and cure›"/,
  ));

test.run();
