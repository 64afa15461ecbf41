// What `why` says of verdicts, to people and to programs.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import type { Claim } from '../../src/core/claims/index.ts';
import type { Gate, Signal, Verdict } from '../../src/core/types.ts';
import { explainVerdict, formatVerdictLine } from '../../src/core/wording/why.ts';

const GATE: Gate = {
  needed: false,
  satisfiedBy: null,
  files: [],
  findings: [],
  decision: null,
  waiver: null,
};
const commit = { sha: 'abc1234def', parents: ['0'], date: '', message: 'feat: search\n\nbody', files: [] };

const CLAIM: Claim = {
  kind: 'phase-done',
  id: '3',
  unit: 'phase',
  text: 'search',
  source: 'subject',
  quote: 'Phase 3 complete: search',
  scope: 'web',
};

const signal = (rule: string, weight: number, isUrgent = false): Signal => ({
  rule,
  weight,
  isUrgent,
  evidence: { kind: 'trailer', key: 'Note', value: `evidence\nof ${rule}` },
});

function verdictOf(kind: Verdict['kind'], signals: readonly Signal[], gate: Partial<Gate> = {}): Verdict {
  const weight = Math.max(
    0,
    signals.reduce((sum, one) => sum + one.weight, 0),
  );
  return { kind, record: weight >= 1, weight, signals, gate: { ...GATE, ...gate }, needsNoRecord: false };
}

const EXPLAINED: readonly (readonly [title: string, verdict: Verdict, ...parts: RegExp[]])[] = [
  [
    'a commit that is recorded at once',
    verdictOf('record', [signal('phase-completed', 1.7, true)]),
    /^abc1234 feat: search\n {2}record: .*at once for phase-completed/,
    /rests on phase-completed .*signals\.phase-completed\.off.*Handoff: skip/,
  ],
  [
    'one that brings the debt over its limit',
    verdictOf('record', [signal('feature', 0.9)]),
    /record: .*no record \(weight 0\.9 of 1\), and with it the debt passes its limit/,
  ],
  [
    'one that waits',
    verdictOf('quiet', [signal('major-code', 1.1), signal('feature', 1)]),
    /quiet: it deserves a record .*with others, as nothing in it is urgent/,
    /no single rule decides it/,
  ],
  [
    'one that changed the context file itself',
    { ...verdictOf('quiet', [signal('feature', 1)]), needsNoRecord: true },
    /quiet: it deserves a record .*, which it is itself/,
  ],
  [
    'one that something speaks against',
    verdictOf('quiet', [signal('major-code', 1.1), signal('looks', -0.4)]),
    /quiet: it deserves no record \(weight 0\.7/,
    / {2}\+1\.1 {2}major-code +trailer "Note: evidence of major-code"\n/,
    / {2}-0\.4 {2}looks/,
    /without looks it would be a record \(signals\.looks\.off\), or a trailer such as {2}Gotcha/,
  ],
  [
    'one that lacks weight',
    verdictOf('quiet', [signal('feature', 0.3)]),
    /more of the kind "a message that claims a feature/,
  ],
  ['one with no signal', verdictOf('quiet', []), /no rule found anything/, /a change of more weight/],
  [
    'one that is stopped',
    verdictOf('block', [], { needed: true, files: ['docs/a\nb.md'] }),
    /block: it changes the architecture/,
    /gate: docs\/a b\.md: no decision/,
    /Decision: N {2}or {2}Decision-Waiver: <reason>/,
  ],
];
for (const [title, verdict, ...parts] of EXPLAINED) {
  test(`explains ${title}`, () => {
    const text = explainVerdict(commit, verdict, []);
    for (const part of parts) assert.match(text, part);
    assert.ok(text.endsWith('\n'));
    assert.not.match(text, /\n[^ ]/);
  });
}

test('a line of JSON carries what the contract names', () => {
  const line = formatVerdictLine(
    commit,
    verdictOf('record', [signal('result', 1.3, true)], {
      needed: true,
      satisfiedBy: 'entry',
      files: ['a.md'],
    }),
    [CLAIM],
  );
  assert.not.match(line, /\n/);
  assert.equal(JSON.parse(line), {
    sha: 'abc1234def',
    subject: 'feat: search',
    verdict: 'record',
    record: true,
    weight: 1.3,
    signals: [{ rule: 'result', weight: 1.3, evidence: 'trailer "Note: evidence of result"' }],
    gate: { needed: true, satisfiedBy: 'entry', files: ['a.md'], guards: [] },
    claims: [
      {
        kind: 'phase-done',
        id: '3',
        unit: 'phase',
        text: 'search',
        source: 'subject',
        quote: 'Phase 3 complete: search',
      },
    ],
  });
});

test('tells each claim with what a record makes of it', () => {
  const text = explainVerdict(commit, verdictOf('quiet', []), [
    CLAIM,
    { ...CLAIM, kind: 'blocker', id: null, unit: null, text: 'no\nkey', source: 'trailer' },
  ]);
  assert.match(text, /\n {2}claim: phase-done "phase 3: search" \(subject\): the phase is complete\n/);
  assert.match(text, /\n {2}claim: blocker "no key" \(trailer\): a blocker is added\n/);
});

test.run();
