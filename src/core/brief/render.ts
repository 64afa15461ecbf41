// The brief as text: what git computed as plain lines, what the repository's files say in fences, within the budget.
import {
  briefTitle,
  CONFIRM_TITLE,
  type CommitWords,
  commitLine,
  DATA_NOTICE,
  DECISIONS_TITLE,
  decisionLine,
  describeAnswer,
  describeConfirmation,
  describeDelta,
  describeFreshness,
  describePhase,
  FRESHNESS_TITLE,
  leftOut,
  originTitle,
  PASSAGE_TITLE,
  PAUSE_TITLE,
  PHASE_TITLE,
  pasteLines,
  pauseLines,
  READING_TITLE,
  TASK_TITLE,
  TITLES,
} from '../wording/brief.ts';
import { warningLines, warningsTitle } from '../wording/drift.ts';
import type { Brief, PointRole } from './brief.ts';
import { type Block, fitBlocks } from './budget.ts';
import { cleanLine, fenceFor } from './foreign.ts';
import type { Point } from './points.ts';
import type { Passage } from './task.ts';

/** At most `budget` characters, unless what git computed alone is longer. */
export function renderBrief(brief: Brief, { budget }: { readonly budget: number }): string {
  const file = brief.freshness.contextFile ?? '';
  const points = (role: PointRole, share: number) =>
    pointBlock(TITLES[role], file, { points: brief[role], share });
  return fitBlocks(
    [
      plain([briefTitle(brief.freshness), DATA_NOTICE, '']),
      freshness(brief),
      warnings(brief),
      ...task(brief),
      ...pause(brief),
      ...phase(brief),
      points('state', 3),
      points('next', 4),
      points('blockers', 2),
      points('doNot', 3),
      decisions(brief),
      points('standards', 2),
      points('gotchas', 2),
      plain([READING_TITLE, ...brief.read.map((path) => `- ${path}`), '']),
      plain([CONFIRM_TITLE, describeConfirmation(brief)]),
    ].filter(({ head, lines }) => head.length + lines.length > 0),
    budget,
  );
}

/** The brief as an opening message, with the task behind it. */
export function renderPaste(
  brief: Brief,
  { budget, task }: { readonly budget: number; readonly task: string },
): string {
  const { before, after } = pasteLines(task);
  const frame = [...before, ...after].join('\n').length + 2;
  return [...before, renderBrief(brief, { budget: budget - frame }), ...after].join('\n');
}

/** What is new to a session that was briefed at an earlier commit. */
export function renderDelta(commits: readonly CommitWords[], changedFile: string | null): string {
  const lines = commits.map(commitLine).map(cleanLine);
  const fence = fenceFor(lines);
  return [describeDelta(commits.length, changedFile), `${fence}text`, ...lines, fence].join('\n');
}

// Keeps the indent that cleanLine would trim.
const cleanRight = (line: string): string => `${/^ */.exec(line)?.[0] ?? ''}${cleanLine(line)}`;

const plain = (lines: readonly string[]): Block => ({
  head: lines.map(cleanRight),
  lines: [],
  foot: [],
  share: 0,
  left: () => '',
});

const NOTHING = plain([]);

type Quoted = { readonly origin: string; readonly lines: readonly string[]; readonly share: number };

function quoted(title: string, { origin, lines, share }: Quoted): Block {
  if (lines.length === 0) return NOTHING;
  const fence = fenceFor(lines);
  return {
    head: [cleanLine(originTitle(title, origin)), `${fence}text`],
    lines,
    foot: [fence, ''],
    share,
    left: (count) => leftOut(count, title, origin),
  };
}

function freshness({ freshness: fresh }: Brief): Block {
  const lines = fresh.owed.map(commitLine).map(cleanLine);
  const head = [FRESHNESS_TITLE, describeFreshness(fresh)].map(cleanRight);
  if (lines.length === 0) return plain([...head, '']);
  const fence = fenceFor(lines);
  return {
    head: [...head, `${fence}text`],
    lines,
    foot: [fence, ''],
    share: 2,
    left: (count) => leftOut(count, 'commits', 'git log'),
  };
}

const warnings = ({ warnings: drifts, freshness: fresh }: Brief): Block =>
  drifts.length === 0
    ? NOTHING
    : {
        head: [warningsTitle(drifts.length)],
        lines: drifts.map((drift) => warningLines(drift).map(cleanRight).join('\n')),
        foot: [''],
        share: 4,
        left: (count) => leftOut(count, 'warnings', `brief --json, ${fresh.contextFile ?? ''}`),
      };

const phase = (brief: Brief): Block[] =>
  brief.phase === null ? [] : [plain([PHASE_TITLE, describePhase(brief.phase), ''])];

const pause = (brief: Brief): Block[] =>
  brief.pause === null ? [] : [plain([PAUSE_TITLE(brief.pause.days), ...pauseLines(brief.pause), ''])];

function task({ task: found }: Brief): Block[] {
  if (found === null) return [];
  const { decision, passages } = found;
  const answer = decision === null ? [] : describeAnswer(decision).map(cleanLine);
  return [
    plain([TASK_TITLE]),
    quoted('The decision that answers it', { origin: decision?.path ?? '', lines: answer, share: 4 }),
    ...passages.map(passageBlock),
  ];
}

// Its heading is the document's word too, and stands in the fence.
function passageBlock({ path, line, title, lines }: Passage): Block {
  const said = title === '' ? lines : [`${title}:`, ...lines];
  return quoted(PASSAGE_TITLE, { origin: `${path}:${line}`, lines: said, share: 2 });
}

function pointBlock(
  title: string,
  file: string,
  { points, share }: { readonly points: readonly Point[]; readonly share: number },
): Block {
  const [first] = points;
  const lines = points.map(
    ({ text, depth, isHeading }) => `${'  '.repeat(depth)}${isHeading ? asHeading(text) : `- ${text}`}`,
  );
  return quoted(title, { origin: `${file}:${first?.line ?? 1}`, lines, share });
}

const asHeading = (text: string): string => (/[:：][*_]*$/.test(text) ? text : `${text}:`);

function decisions({ decisions: standing }: Brief): Block {
  const origin = [...new Set(standing.map(({ path }) => path))];
  return quoted(DECISIONS_TITLE, {
    origin: origin.length === 1 ? (origin[0] ?? '') : `${origin.length} files`,
    lines: standing.map(decisionLine).map(cleanLine),
    share: 3,
  });
}
