// The brief as text: what git computed as plain lines, what the repository's files say in fences, within the
// budget.
import {
  branchLine,
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
  describeOthers,
  describePhase,
  FRESHNESS_TITLE,
  LATEST_TITLE,
  leftOut,
  missingLine,
  NO_GOTCHA,
  ORIGIN_BELOW,
  originLine,
  originTitle,
  PASSAGE_TITLE,
  PAUSE_TITLE,
  PHASE_TITLE,
  pasteLines,
  pauseLines,
  READING_TITLE,
  TASK_TITLE,
  TITLES,
  TRAPS_TITLE,
  TRIED_TITLE,
  triedLine,
  UNNAMED_FILE,
} from '../wording/brief.ts';
import { warningLines, warningsTitle } from '../wording/drift.ts';
import { hooklessLines, hooklessTitle } from '../wording/hookless.ts';
import { cleanLine, isPlainName } from '../wording/lines.ts';
import type { Brief, PointRole } from './brief.ts';
import { type Block, fitBlocks } from './budget.ts';
import { fenceFor } from './foreign.ts';
import type { Point } from './point.ts';
import type { Passage } from './task.ts';

/** At most `budget` characters, unless what git computed alone is longer. */
export function renderBrief(brief: Brief, { budget }: { readonly budget: number }): string {
  const file = brief.freshness.contextFile ?? '';
  const points = (role: PointRole, share: number) =>
    pointBlock(TITLES[role], file, {
      points: brief[role].length === 0 ? (brief.none[role] ?? []) : brief[role],
      share,
    });
  return fitBlocks(
    [
      opening(brief),
      freshness(brief),
      ...hookless(brief),
      warnings(brief),
      ...task(brief),
      ...pause(brief),
      ...phase(brief),
      ...latest(brief),
      points('says', 3),
      points('state', 3),
      points('next', 4),
      points('blockers', 4),
      points('questions', 2),
      points('doNot', 3),
      decisions(brief),
      points('standards', 2),
      points('gotchas', 2),
      tried(brief),
      ...reading(brief),
      fenced(CONFIRM_TITLE, [describeConfirmation(brief)]),
    ].filter(({ head, lines }) => head.length + lines.length > 0),
    budget,
  ).trimEnd();
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
  const file = changedFile === null ? null : nameFile(changedFile);
  return [describeDelta(commits.length, file), `${fence}text`, ...lines, fence].join('\n');
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

/** What names or quotes the repository's text; its lines are not cut. */
function fenced(title: string, texts: readonly string[]): Block {
  const lines = texts.map(cleanRight);
  const fence = fenceFor(lines);
  return plain([title, `${fence}text`, ...lines, fence, '']);
}

const nameFile = (path: string): string => (isPlainName(path) ? path : UNNAMED_FILE);

function opening({ freshness: { branch, head } }: Brief): Block {
  const name = branch ?? 'detached';
  if (/^\w{1,20}$/.test(name)) return plain([briefTitle(name, head), DATA_NOTICE, '']);
  const { head: lines } = fenced(DATA_NOTICE, [branchLine(name)]);
  return plain([briefTitle(null, head), ...lines]);
}

type Quoted = { readonly origin: string; readonly lines: readonly string[]; readonly share: number };

function quoted(title: string, { origin, lines, share }: Quoted): Block {
  if (lines.length === 0) return NOTHING;
  const fence = fenceFor([...lines, origin]);
  const [path = '', line] = origin.split(/:(?=\d+$)/);
  const isNamed = isPlainName(path) || /^\d+ files$/.test(path);
  const head = [originTitle(title, isNamed ? origin : null), `${fence}text`];
  const place = [isNamed ? path : ORIGIN_BELOW, line].filter((part) => part !== undefined).join(':');
  return {
    head: isNamed ? head : [...head, cleanLine(originLine(origin))],
    lines,
    foot: [fence, ''],
    share,
    left: (count) => leftOut(count, title, place),
  };
}

function freshness({ freshness: fresh }: Brief): Block {
  const lines = fresh.owed.map(commitLine).map(cleanLine);
  const contextFile = fresh.contextFile === null ? null : nameFile(fresh.contextFile);
  const { missing = 0, others } = fresh;
  const unseen = missing === 0 ? [] : [missingLine(missing)];
  const beside =
    others === undefined ? [] : [describeOthers({ ...others, paths: others.paths.filter(isPlainName) })];
  const head = [FRESHNESS_TITLE, ...unseen, ...beside, describeFreshness({ ...fresh, contextFile })].map(
    cleanRight,
  );
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

const hookless = ({ freshness: { hookless: made } }: Brief): Block[] =>
  made === undefined ? [] : [fenced(hooklessTitle(made.commits.length), hooklessLines(made))];

function warnings({ warnings: drifts }: Brief): Block {
  if (drifts.length === 0) return NOTHING;
  const lines = drifts.map((drift) => warningLines(drift).map(cleanRight).join('\n'));
  const fence = fenceFor(lines);
  return {
    head: [warningsTitle(drifts.length), `${fence}text`],
    lines,
    foot: [fence, ''],
    share: 4,
    left: (count) => leftOut(count, 'warnings', 'brief --json'),
  };
}

const phase = (brief: Brief): Block[] =>
  brief.phase === null ? [] : [fenced(PHASE_TITLE, [describePhase(brief.phase)])];

const pause = (brief: Brief): Block[] =>
  brief.pause === null ? [] : [fenced(PAUSE_TITLE(brief.pause.days), pauseLines(brief.pause))];

const latest = ({ latest: commits }: Brief): Block[] =>
  commits.length === 0 ? [] : [fenced(LATEST_TITLE, commits.map(commitLine))];

// After a long break it stands above.
const reading = ({ read, pause: told }: Brief): Block[] =>
  read.length === 0 || told !== null
    ? []
    : [
        fenced(
          READING_TITLE,
          read.map((path) => `- ${path}`),
        ),
      ];

function task(brief: Brief): Block[] {
  const { task: found } = brief;
  if (found === null) return [];
  const { decision, latest, passages, gotchas } = found;
  const answer = decision === null ? [] : describeAnswer(decision, latest).map(cleanLine);
  const file = brief.freshness.contextFile ?? '';
  return [
    plain([TASK_TITLE]),
    gotchas?.length === 0
      ? plain(NO_GOTCHA())
      : pointBlock(TRAPS_TITLE, file, { points: gotchas ?? [], share: 4 }),
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
  let lead: Point | undefined;
  const lines = points.map((point) => {
    const { text, depth, isHeading } = point;
    if (point.kind !== 'item') lead = point;
    const inset = '  '.repeat(depth + (isLed(point, lead) ? 1 : 0));
    return `${inset}${isHeading ? asHeading(text) : `- ${text}`}`;
  });
  return quoted(title, { origin: `${first?.path ?? file}:${first?.line ?? 1}`, lines, share });
}

// `**What does not exist yet:**` and the list that it leads to, which Markdown has at one depth.
const isLed = ({ kind, depth }: Point, lead: Point | undefined): boolean =>
  kind === 'item' && lead?.kind === 'text' && lead.depth <= depth && /[:：][*_]*$/.test(lead.text);

const asHeading = (text: string): string => (/[:：][*_]*$/.test(text) ? text : `${text}:`);

function decisions({ decisions: standing }: Brief): Block {
  const origin = [...new Set(standing.map(({ path }) => path))];
  return quoted(DECISIONS_TITLE, {
    origin: origin.length === 1 ? (origin[0] ?? '') : `${origin.length} files`,
    lines: standing.map(decisionLine).map(cleanLine),
    share: 3,
  });
}

const tried = ({ tried: attempts }: Brief): Block =>
  quoted(TRIED_TITLE, {
    origin: attempts.length === 1 ? (attempts[0]?.from ?? '') : 'each with its origin',
    lines: attempts.map(triedLine).map(cleanLine),
    share: 2,
  });
