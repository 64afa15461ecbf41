// Every prompt in a real terminal. HANDOFF_TEST_RUNS=20 repeats each case.
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { bundleScript } from '../helpers/bundle.ts';
import { cleanEnvironment, createFolder } from '../helpers/repository.ts';
import {
  hasTerminals,
  isCursorShown,
  type Plan,
  plain,
  runInTerminal,
  type Seen,
  type Step,
} from '../helpers/terminal.ts';

const bundles = createFolder();
test.after(() => rmSync(bundles, { recursive: true }));
const SCRIPT = bundleScript('fixtures/ask/draft.mts', bundles);
const RUNS = Number(process.env.HANDOFF_TEST_RUNS ?? 1);

type Case = Partial<Plan> & {
  readonly situation: string;
  readonly kind?: 'draft' | 'text';
  readonly deadline?: number;
  /** Of a shell that runs `"$@"`, the asking program. */
  readonly shell?: string;
  readonly extra?: Record<string, string>;
};

function askInTerminal({ kind = 'draft', deadline = 60, shell, extra = {}, steps = [], ...plan }: Case): {
  seen: Seen;
  answer: unknown;
} {
  const cwd = createFolder();
  const file = join(cwd, 'answer.json');
  const program = [process.execPath, SCRIPT, file, kind, String(deadline)];
  const argv = shell === undefined ? program : ['sh', '-c', shell, 'sh', ...program];
  const seen = runInTerminal({
    argv,
    cwd,
    env: cleanEnvironment({ TERM: 'xterm', ...extra }),
    steps,
    ...plan,
  });
  const answer = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
  rmSync(cwd, { recursive: true });
  return { seen, answer };
}

/** The last line of the prompt; once it is there, keys count. */
const ASKED: Step = { see: 'select' };
const DOWN = '\x1b[B';
const ENTER = '\r';

type Answered = Case & { readonly answer: unknown; readonly status?: number };

const answered: readonly Answered[] = [
  { situation: 'Enter takes the first choice', steps: [ASKED, { type: ENTER }], answer: 'commit' },
  { situation: 'down once writes', steps: [ASKED, { type: DOWN }, { type: ENTER }], answer: 'write' },
  { situation: 'a number chooses', steps: [ASKED, { type: '3' }, { type: ENTER }], answer: 'edit' },
  { situation: 'four is not now', steps: [ASKED, { type: '4' }, { type: ENTER }], answer: 'later' },
  { situation: 'five is never', steps: [ASKED, { type: '5' }, { type: ENTER }], answer: 'never' },
  { situation: 'Ctrl-C is not now', steps: [ASKED, { type: '\x03' }], answer: 'later' },
  { situation: 'Ctrl-D is not now', steps: [ASKED, { type: '\x04' }], answer: 'later' },
  { situation: 'Ctrl-Z is not now', steps: [ASKED, { type: '\x1a' }], answer: 'later' },
  { situation: 'SIGTERM is not now', steps: [ASKED, { kill: 'SIGTERM' }], answer: 'later' },
  { situation: 'SIGHUP is not now', steps: [ASKED, { kill: 'SIGHUP' }], answer: 'later' },
  { situation: 'SIGINT is not now', steps: [ASKED, { kill: 'SIGINT' }], answer: 'later' },
  { situation: 'a closed terminal ends it', steps: [ASKED, { hangUp: true }], answer: undefined, status: -1 },
  { situation: 'no key until the deadline is not now', deadline: 1, steps: [ASKED], answer: 'later' },
  {
    situation: 'keys typed before the question are no answer',
    steps: [
      { type: `3${ENTER}git push${ENTER}` },
      { see: 'started' },
      { type: ENTER },
      ASKED,
      { type: '2' },
      { type: ENTER },
    ],
    answer: 'write',
  },
  {
    situation: 'in a hook a piped stdin does not matter',
    extra: { HANDOFF_PROCESS: '1' },
    shell: 'printf "\\r\\r" | "$@"',
    steps: [ASKED, { type: '2' }, { type: ENTER }],
    answer: 'write',
  },
  {
    situation: 'in a hook a closed stdin does not matter',
    extra: { HANDOFF_PROCESS: '1' },
    shell: '"$@" </dev/null',
    steps: [ASKED, { type: ENTER }],
    answer: 'commit',
  },
  {
    situation: 'HANDOFF_MODE=ask asks with stderr in a file',
    shell: '"$@" 2>/dev/null',
    extra: { HANDOFF_MODE: 'ask' },
    steps: [ASKED, { type: ENTER }],
    answer: 'commit',
  },
  {
    situation: 'a line is trimmed',
    kind: 'text',
    steps: [{ see: 'next?' }, { type: `  the ä importer ${ENTER}` }],
    answer: 'the ä importer',
  },
  {
    situation: 'Enter passes a line',
    kind: 'text',
    steps: [{ see: 'next?' }, { type: ENTER }],
    answer: '',
  },
  {
    situation: 'Ctrl-D leaves a line',
    kind: 'text',
    steps: [{ see: 'next?' }, { type: 'abc' }, { type: '\x04' }],
    answer: null,
  },
  {
    situation: 'no key until the deadline leaves a line',
    kind: 'text',
    deadline: 1,
    steps: [{ see: 'next?' }],
    answer: null,
  },
];

const unasked: readonly Answered[] = [
  { situation: 'a terminal in raw mode is not touched', raw: true, answer: 'nobody' },
  { situation: 'a process without a controlling terminal is not asked', detached: true, answer: 'nobody' },
  {
    situation: 'HANDOFF_MODE=ask asks nobody without a controlling terminal',
    detached: true,
    extra: { HANDOFF_MODE: 'ask' },
    answer: 'nobody',
  },
  {
    situation: 'a process in the background is not asked',
    shell: 'set -m; "$@" & wait $!',
    answer: 'nobody',
  },
  { situation: 'stderr in a file is not asked', shell: '"$@" 2>/dev/null', answer: 'nobody' },
  { situation: 'HANDOFF_MODE=auto is not asked', extra: { HANDOFF_MODE: 'auto' }, answer: 'nobody' },
  { situation: 'HANDOFF_MODE=off is not asked', extra: { HANDOFF_MODE: 'off' }, answer: 'nobody' },
  {
    situation: 'HANDOFF_MODE=ask does not touch raw mode',
    raw: true,
    extra: { HANDOFF_MODE: 'ask' },
    answer: 'nobody',
  },
];

if (hasTerminals)
  for (const expected of [...answered, ...unasked])
    test(expected.situation, () => {
      for (let run = 0; run < RUNS; run += 1) {
        const { seen, answer } = askInTerminal(expected);
        assert.is(seen.missed, null, seen.output);
        assert.is(answer, expected.answer);
        assert.is(seen.status, expected.status ?? 0);
        const canonical = expected.raw !== true;
        if (seen.left === null) continue;
        assert.equal(seen.left, { canonical, echo: canonical });
        assert.ok(isCursorShown(seen.output));
      }
    });

if (hasTerminals) {
  test('shows the draft as a coloured diff above the question', () => {
    const { seen } = askInTerminal({ situation: 'colours', steps: [ASKED, { type: ENTER }] });
    assert.match(seen.output, '\x1b[32m+- two\x1b[39m');
    assert.match(
      plain(seen.output),
      / # Log\n\+- two\n - one\n(?:.|\n)*\? Record this\?(?:.|\n)*❯ choose commit\n {2}choose write/,
    );
  });

  test('shows no colour under NO_COLOR', () => {
    const { seen } = askInTerminal({
      situation: '',
      extra: { NO_COLOR: '1' },
      steps: [ASKED, { type: DOWN }, { type: ENTER }],
    });
    assert.match(seen.output, '+- two');
    assert.not.match(seen.output, /\x1b\[[0-9;]*m/);
  });
}

test.run();
