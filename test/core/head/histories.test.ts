// Whole histories over files of several shapes: the head says at the end what the history says, and nothing
// against it.
import fc from 'fast-check';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { DEFAULTS } from '../../../src/core/config/defaults.ts';
import { placesOf, readContext } from '../../../src/core/context/context.ts';
import { draftUpdate } from '../../../src/core/draft/update.ts';
import { unitsIn } from '../../../src/core/phases/units.ts';
import { isTemplateLine, NO_NEXT } from '../../../src/core/wording/templates.ts';
import { isEmptyAnswer } from '../../../src/core/words/none.ts';
import { type CommitFact, draftFacts, owedCommit } from '../draft/facts.ts';

const file = (state: string, next: string, none: string, ending = '') => `# Session Context

## Current State

${state}

## What's Next

${next}

## Current Blockers

${none}
${ending}
## Update Log

**2026-06-01:**
- Started
`;

const ISSUES = ['post 2 leans', 'post 4 leans', 'the sluice of the east lets water in'];

const issues = (head = '## Known Issues\n\n') =>
  `\n${head}${ISSUES.map((issue) => `- ${issue}`).join('\n')}\n`;

const FILES: readonly string[] = [
  `**Progress:** 0/3 tasks\n\n${file(
    'The survey is over. Phase 1 is nearly done.',
    '- [ ] Walk along the dyke\n- [ ] **Order the gate**\n- [ ] Write to the farmers',
    'None',
    issues(),
  )}`,
  file(
    'The mayor came. We are working on Phase 1 (the dyke). He liked it.\n\nPhase 2 is not complete yet.',
    '☐ walk along the dyke\n☐ write to the farmers',
    'None',
    issues('## Known Bugs\n\n'),
  ),
  file('- Phase 1 in progress: the dyke', `- ${NO_NEXT}`, 'None'),
  file(
    '**Current Phase:** Phase 1 - the dyke',
    '1. Measure the dyke\n2. Order clay for Phase 2',
    '- None - all green',
  ),
  file(
    'We are in the middle of Phase 1.',
    '- [ ] Finish Phase 1\n- [ ] Walk along the dyke',
    '**None.** Go on.',
  ),
  file(
    '- Phase 1: dyke (in progress)\n- Phase 2: sluice (pending)\n- Phase 3: pump (pending)',
    '',
    'No blockers.',
    '\n## Resolved Blockers\n\n- The boat\n',
  ),
  '# Sitzungskontext\n\n## Aktueller Stand\n\n- Phase 1 läuft\n\n## Nächste Schritte\n\n- Deich messen\n\n## Blocker\n\nKeine\n\n## Änderungsprotokoll\n\n**2026-06-01:**\n- Begonnen\n',
];

type Act =
  | { readonly kind: 'complete' | 'start' | 'unsure' | 'revert'; readonly phase: number }
  | { readonly kind: 'meet' | 'clear'; readonly what: number }
  | { readonly kind: 'next' | 'reject' | 'other' | 'do' | 'mend' | 'near'; readonly what: number };

const THINGS = ['the permit of the province', 'two divers', 'steel of grade 4'];
const STEPS = ['walk along the dyke', 'order the gate', 'write to the farmers'];

const MESSAGES: Readonly<Record<Act['kind'], (at: number) => string>> = {
  complete: (phase) => `feat: complete Phase ${phase}`,
  start: (phase) => `feat: start Phase ${phase}`,
  unsure: (phase) => `docs: Phase ${phase} is not complete yet, the survey is missing`,
  revert: (phase) => `Revert "feat: complete Phase ${phase}"`,
  meet: (what) => `feat: dig on\n\nBlocker: ${THINGS[what]}`,
  clear: (what) => `chore: news\n\nUnblocked: ${THINGS[what]}`,
  next: (what) => `feat: dig deeper\n\nNext: ${STEPS[what]}`,
  reject: (what) => `perf: dig faster\n\nRejected: a barge of type ${what} | it draws two metres`,
  other: (what) => `fix: a loose plank at post ${what}`,
  do: (what) =>
    [
      'feat: walked along the dyke, from the mill to the sea',
      'Merge pull request #4 from ada/gate\n\nOrder the gate',
      'chore: wrote to the farmers',
    ][what] ?? '',
  mend: (what) =>
    [
      'fix: post 2 no longer leans',
      'fix: post 4 does not lean any more',
      'fix: the sluice of the east no longer lets water in',
    ][what] ?? '',
  near: (what) =>
    [
      'feat: first part of the walk along the dyke',
      'feat: paint the gate',
      'fix: the sluice of the west no longer lets water in',
    ][what] ?? '',
};

const act: fc.Arbitrary<Act> = fc.oneof(
  fc.record({
    kind: fc.constantFrom('complete', 'start', 'unsure', 'revert'),
    phase: fc.integer({ min: 1, max: 3 }),
  }),
  fc.record({ kind: fc.constantFrom('meet', 'clear'), what: fc.nat(2) }),
  fc.record({ kind: fc.constantFrom('next', 'reject', 'other', 'do', 'mend', 'near'), what: fc.nat(2) }),
);
/** Acts that are drafted together. */
const history = fc.array(fc.array(act, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 5 });

const commitOf = (one: Act, at: number): CommitFact => ({
  sha: `${(at + 4096).toString(16)}b2c3d`.repeat(5).slice(0, 40),
  message: MESSAGES[one.kind]('phase' in one ? one.phase : one.what),
  record: true,
  weight: 2,
  files: ['src/a.ts'],
});

function keep(before: string, groups: readonly (readonly Act[])[]): string {
  let [text, count] = [before, 0];
  for (const group of groups) {
    const commits = group.map((one) => commitOf(one, count++));
    const facts = draftFacts({ now: '2026-06-05T09:07:00+00:00', commits });
    text = draftUpdate({ path: 'C.md', text }, commits.map(owedCommit), facts, DEFAULTS).text;
  }
  return text;
}

/** What holds at the end of a history. */
function outcome(acts: readonly Act[]) {
  const done = new Set<number>();
  const open = new Set<number>();
  for (const one of acts) {
    if (one.kind === 'complete') done.add(one.phase);
    if (one.kind === 'start' || one.kind === 'revert') done.delete(one.phase);
    if (one.kind === 'meet') open.add(one.what);
    if (one.kind === 'clear') open.delete(one.what);
  }
  return { done, open };
}

/** Steps and issues by the last word on them: whether they were done. */
function doneIn(acts: readonly Act[], kind: 'do' | 'mend'): readonly (boolean | null)[] {
  return [0, 1, 2].map((what) => {
    const last = acts.findLast(
      (one) => 'what' in one && one.what === what && [kind, 'next'].includes(one.kind),
    );
    return last === undefined || (kind === 'mend' && last.kind === 'next')
      ? acts.some((one) => one.kind === kind && one.what === what)
      : last.kind === kind;
  });
}

const SHUT = /^~~|^☑|^✅/;

// What was done is not open, what nobody did is; a count says what the boxes say.
function misjudged(text: string, acts: readonly Act[]): string[] {
  const [head = ''] = text.split(/## (?:Update Log|Änderungsprotokoll)/, 1);
  const lines = head.split('\n').map((line) => line.replace(/\*\*/g, ''));
  const isOpen = (line: string) => !/\[x\]/.test(line) && !SHUT.test(line.replace(/^\d*[-.]?\s*/, ''));
  const open = (what: string) =>
    lines.some((line) => isOpen(line) && line.toLowerCase().includes(what.toLowerCase()));
  const shut = (what: string) =>
    lines.some((line) => !isOpen(line) && line.toLowerCase().includes(what.toLowerCase()));
  const did = acts.flatMap((one) => (one.kind === 'do' ? [one.what] : []));
  const mended = acts.flatMap((one) => (one.kind === 'mend' ? [one.what] : []));
  const boxes = head.match(/^- \[[ x]\]/gm) ?? [];
  const count = /(\d+)\/(\d+) tasks/.exec(head);
  const isLate = doneIn(acts, 'do');
  return [
    ...STEPS.filter((step, at) => !did.includes(at) && shut(step)).map((step) => `never done: ${step}`),
    ...STEPS.filter((step, at) => isLate[at] === true && open(step)).map((step) => `done and open: ${step}`),
    ...ISSUES.filter(
      (issue, at) =>
        lines.some((line) => line.includes('sluice of the east')) && open(issue) === mended.includes(at),
    ).map((issue) => `issue ${issue}`),
    ...(count !== null &&
    (Number(count[2]) !== boxes.length ||
      Number(count[1]) !== boxes.filter((box) => box.includes('x')).length)
      ? ['count of boxes']
      : []),
  ];
}

const RUNNING = /in progress|in the middle|läuft|in arbeit|currently|pending|nearly|working on|not complete/i;

function contradictions(text: string, acts: readonly Act[]): string[] {
  const { done, open } = outcome(acts);
  const context = readContext(text);
  const itemsOf = (role: 'state' | 'next' | 'blockers') =>
    placesOf(context, role).flatMap(({ items }) => items);
  const blockers = itemsOf('blockers').map((item) => item.text);
  const met = blockers.filter((line) => !isEmptyAnswer(line));
  const lines = itemsOf('state').filter(({ kind }) => kind !== 'heading');
  const next = itemsOf('next').filter((item) => item.isDone !== true && !item.text.startsWith('~~'));
  const named = (line: string) => unitsIn(line).flatMap(({ units }) => units.map(({ id }) => Number(id)));
  return [
    ...(met.length > 0 && met.length < blockers.length ? ['none beside a blocker'] : []),
    ...THINGS.filter((what, at) => open.has(at) !== met.some((line) => line.includes(what))).map(
      (what) => `blocker ${what}`,
    ),
    ...[...done]
      .filter((id) => lines.some(({ text: line }) => named(line).includes(id) && RUNNING.test(line)))
      .map((id) => `phase ${id} done and running`),
    ...[1, 2, 3]
      .filter((id) => lines.filter(({ text: line }) => named(line).includes(id)).length > 1)
      .map((id) => `phase ${id} twice`),
    ...next
      .filter(({ text: line }) => named(line).some((id) => done.has(id)) && /finish/i.test(line))
      .map(({ text: line }) => `done but next: ${line}`),
    ...(next.length > 1 && next.some((item) => isTemplateLine(item.text))
      ? ['template beside a real line']
      : []),
  ];
}

test('no history leaves a contradiction that we could have caused', () => {
  fc.assert(
    fc.property(fc.constantFrom(...FILES), history, (before, groups) => {
      const text = keep(before, groups);
      const acts = groups.flat();
      assert.equal([...contradictions(text, acts), ...misjudged(text, acts)], [], text);
    }),
    { numRuns: 300, seed: 16 },
  );
});

test.run();
