// What a section on the present keeps of earlier days and phases.
import type { Context } from '../context/context.ts';
import { letters } from '../letters.ts';
import { compareIds } from '../phases/documents.ts';
import { isFinished } from '../phases/finished.ts';
import { findPhases, type NamedPhase } from '../phases/phases.ts';

// `Previous (2026-04-29) — four commits:`, `Earlier: …`
const EARLIER = /^\W*(?:previous(?:ly)?|earlier|prior)\b[^:：]{0,40}?(?:[:：]|\(\D{0,12}\d{4}|\s[—–-]\s)/i;

// `### Previous fixes`
const PREVIOUS = letters`^[^\p{L}]*(?:previous|earlier|prior|past|older|frühere|anterior(?:es)?|précédent(?:e|es|s)?|предыдущи\p{L}*|以前の|历史)(?!\p{L})`;

type Line = {
  readonly text: string;
  readonly depth: number;
  readonly isHeading: boolean;
  readonly kind: 'item' | 'text' | 'row' | 'heading';
};

/** `title`: the section's; `stated`: what the file says of phases that are over or run. What stands below
 * `Previous (…):`, or below the heading of a phase before the last that is over or runs, is past. */
export function withoutEarlier<T extends Line>(
  points: readonly T[],
  title: string,
  stated: readonly string[] = [],
): T[] {
  const over = [title, ...points.filter(({ isHeading }) => isHeading).map(({ text }) => text)].flatMap(
    overIn,
  );
  let lead: T | null = null;
  return points.filter((point) => {
    if (lead !== null && isBelow(point, lead)) return false;
    const isEarlier =
      point.isHeading &&
      (PREVIOUS.test(point.text.toLowerCase()) ||
        isBefore(point.text, over) ||
        isBeforeStated(point.text, stated));
    lead = isEarlier || EARLIER.test(point.text) ? point : null;
    return lead === null;
  });
}

const isBelow = (point: Line, lead: Line): boolean =>
  point.depth > lead.depth || (lead.kind === 'text' && point.kind === 'item');

/** Whether a title names a phase that another says is over, or one before it: `Next (Phase 2)` below `Phase 6
 * complete`. */
export function isOvertakenBy(title: string, others: readonly string[]): boolean {
  const over = others.flatMap(overIn);
  return (
    over.length > 0 &&
    findPhases(title).some(({ unit, id }) =>
      over.some((one) => one.unit === unit && compareIds(id, one.id) <= 0),
    )
  );
}

/** `stated`: what the file says of phases that are over or run; a point led by an earlier one, that names one
 * in a bracket at its end, or that was to be seen to in one (`verify in Phase 1`), is past. */
export function isPassed(text: string, stated: readonly string[]): boolean {
  const read = text.replace(JOINT_IDS, '$1 ');
  const named = findPhases(read);
  const own = ownPhase(named, text);
  const isOver = (phase: NamedPhase): boolean =>
    (phase.unit === 'phase' && stated.some(saysAllOver)) ||
    orders(phase, stated).some(({ order, isDone }) => order < 0 || (order === 0 && isDone));
  if (own !== undefined) return isOver(own);
  return named.length > 0 && named.every((one) => isOver(one) && isTimeFor(read, one));
}

function ownPhase(named: readonly NamedPhase[], text: string): NamedPhase | undefined {
  const behind = /\(([^()]{0,60})\)\W*$/.exec(text)?.[1] ?? '';
  return [...named, ...findPhases(behind)].find(({ isLeading }) => isLeading);
}

const orders = ({ unit, id }: NamedPhase, stated: readonly string[]) =>
  stated
    .flatMap((one) => findPhases(one).slice(0, 1))
    .filter((one) => one.isLeading && !one.isJoint && one.unit === unit)
    .map((one) => ({ order: compareIds(id, one.id), isDone: one.status?.value === 'done' }));

// `### Phase 2 decisions` where the file says that Phase 3 runs or is over.
function isBeforeStated(text: string, stated: readonly string[]): boolean {
  const own = ownPhase(findPhases(text), text);
  return own !== undefined && orders(own, stated).some(({ order }) => order < 0);
}

// Of `Phase 7-8` the last.
const JOINT_IDS = /\b(phase) \d{1,3}\s?[-–/]\s?(?=\d)/gi;

// `must be decided before Phase 1 implementation`, `needs live validation during Phase 2 planning`, `template
// injection → Phase 3 gate`; not `the API of Phase 2 must be tested`.
const TO_BE_DONE =
  /\b(?:must|needs?|needed|should|verify|validat\w*|test(?:ing)?|check|confirm|research|decided?|allocate|spike|resolved?|address|determine|plan|review|import|measure|evaluate|revisit|ensure|tun(?:e|ing)|clarify|require[ds]?|pending)\b|(?:→|->)/i;
const TIME_BEFORE =
  /(?:\b(?:in|during|before|by|at|until|for|prior to|ahead of|within|(?:start|end|beginning|day \d+) of)\s(?:the )?|(?:→|->)\s?|\d\s?[-–/&]\s?(?:phase )?)$/i;
const DEED =
  /\b(?:introduced|found|broken|broke|seen|discovered|left|added|made|regressed|built|known)\s\w+\s$/i;
const TIME_BEHIND =
  /^\s?(?:$|[.,;:()[\]`—–→-]|(?:planning|execution|implementation|kick-?off|start|development|plans?|research|ships?|gates?|builds?|work|begins?|starts?|pre-flight|foundation|workflow|is|testing|verification|locks|for|to|so)\b)/i;

function isTimeFor(text: string, { start, end }: NamedPhase): boolean {
  const before = text.slice(0, start);
  return (
    TO_BE_DONE.test(before) &&
    TIME_BEFORE.test(before) &&
    !DEED.test(before) &&
    TIME_BEHIND.test(text.slice(end))
  );
}

const overIn = (text: string): NamedPhase[] =>
  findPhases(text).filter(
    ({ isLeading, status, isJoint }) => isLeading && !isJoint && status?.value === 'done',
  );

// `Phase 5 verification` where Phase 6 is over.
const isBefore = (text: string, over: readonly NamedPhase[]): boolean =>
  findPhases(text).some(
    ({ unit, id, isLeading, status }) =>
      isLeading &&
      (status === null || status.value === 'done') &&
      over.some((one) => one.unit === unit && compareIds(id, one.id) < 0),
  );

const ALL_OVER =
  /\b(?<!\b(?:once|when|until|after|if|not) )all (?:of )?(?:the )?(?:\w+ )?(?:phases|milestones|sprints|stages)\b(?: (?:\+|&|and|plus)(?: [\w-]+){1,4}?)?(?: (?:are|have been|is|now|through \S+ \S+)){0,3}[ (*_:,—–-]{1,4}(?:complete|completed|done|shipped|finished|delivered)\b/i;

/** `All 28 phases complete`: no phase of the project runs. */
export const saysAllOver = (text: string): boolean =>
  /all /i.test(text) && ALL_OVER.test(text) && isFinished(text);

type Said = { readonly text: string; readonly line: number };

// What a tool writes above the file is newer than the fields that it leaves below.
export function frontMatterOver({ outline: { lines } }: Context): Said | undefined {
  const front = lines.filter(({ kind }) => kind === 'front').map(({ text }) => text.trim());
  const value = (name: string) =>
    front
      .find((line) => line.startsWith(`${name}:`))
      ?.slice(name.length + 1)
      .trim();
  const total = value('total_phases');
  const plans = value('total_plans');
  const isSaid =
    /^"?(?:(?:v[\d.]+ )?milestone[_ ])?(?:completed?|archived|shipped|awaiting next milestone)\b/i.test(
      value('status') ?? '',
    );
  const isCounted = /^[1-9]/.test(plans ?? '') && plans === value('completed_plans');
  return (isSaid || isCounted) && total !== undefined && total === value('completed_phases')
    ? { text: `all ${total} phases complete`, line: 1 }
    : undefined;
}
