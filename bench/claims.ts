// Precision and recall of the claims that messages make: `node --import tsx bench/claims.ts FILE.jsonl...`,
// each line `{"message", "says": [{"kind", "id"?, "unit"?, "text"?}]}`. Lists what was missed and what was
// claimed falsely.
import { readFileSync } from 'node:fs';
import { readClaims } from '../src/core/claims/index.ts';
import { parseMessage } from '../src/core/message/index.ts';

export type Expected = {
  readonly kind: string;
  readonly id?: string;
  readonly unit?: string;
  readonly text?: string;
};
/** `missed`: what it says is known not to be read. */
export type Row = {
  readonly message: string;
  readonly says: readonly Expected[];
  readonly missed?: true;
};

export const readRows = (path: string | URL): Row[] =>
  readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as Row);

/** Kinds that the labels of such a file tell apart. */
export const KINDS = [
  'phase-done',
  'phase-started',
  'blocker',
  'unblocked',
  'next',
  'gotcha',
  'result',
  'decision',
  'deviation',
  'rejected',
  'learned',
] as const;

const words = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

// One holds the other, or nearly all of its words.
function isSameText(expected: string, found: string): boolean {
  const [wanted, said] = [words(expected), words(found)];
  if (said.join(' ').includes(wanted.join(' ')) || wanted.join(' ').includes(said.join(' '))) return true;
  return wanted.filter((word) => said.includes(word)).length >= 0.8 * wanted.length;
}

const isSame = (expected: Expected, found: Expected): boolean =>
  expected.kind === found.kind &&
  (expected.id === undefined
    ? isSameText(expected.text ?? '', found.text ?? '')
    : expected.id === found.id && expected.unit?.toLowerCase() === found.unit?.toLowerCase());

export type Judged = {
  readonly row: Row;
  readonly missed: readonly Expected[];
  readonly wrong: readonly Expected[];
};

export function judgeRow(row: Row): Judged {
  const found = readClaims(parseMessage(row.message)).filter(({ kind }) =>
    (KINDS as readonly string[]).includes(kind),
  );
  const left: Expected[] = found.map(({ kind, id, unit, text }) =>
    id === null ? { kind, text } : { kind, id, unit: unit ?? '' },
  );
  const missed = row.says.filter((expected) => {
    const at = left.findIndex((one) => isSame(expected, one));
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
  return { row, missed, wrong: left };
}

const percent = (part: number, whole: number): string =>
  whole === 0 ? '-' : `${((100 * part) / whole).toFixed(1)}%`;

export function figures(
  judged: readonly Judged[],
  kind: string,
): { readonly precision: string; readonly recall: string } {
  const of = (list: readonly Expected[]): number => list.filter((one) => one.kind === kind).length;
  const sum = (pick: (one: Judged) => readonly Expected[]): number =>
    judged.reduce((total, one) => total + of(pick(one)), 0);
  const expected = sum(({ row }) => row.says);
  const found = expected - sum(({ missed }) => missed);
  return { precision: percent(found, found + sum(({ wrong }) => wrong)), recall: percent(found, expected) };
}

const describe = (claims: readonly Expected[]): string =>
  claims
    .map(({ kind, id, unit, text }) => `${kind} ${id === undefined ? `"${text}"` : `${unit} ${id}`}`)
    .join(', ');

export function report(judged: readonly Judged[]): string {
  const rows = KINDS.map((kind) => {
    const { precision, recall } = figures(judged, kind);
    return `  ${kind.padEnd(14)} precision ${precision.padStart(6)}   recall ${recall.padStart(6)}`;
  });
  const faults = judged.flatMap(({ row, missed, wrong }) => [
    ...(missed.length > 0 ? [`missed ${describe(missed)}\n       ${JSON.stringify(row.message)}`] : []),
    ...(wrong.length > 0 ? [`wrong  ${describe(wrong)}\n       ${JSON.stringify(row.message)}`] : []),
  ]);
  return [`${judged.length} messages`, ...rows, '', ...faults].join('\n');
}

const isProgram = process.argv[1]?.endsWith('claims.ts') === true;
if (isProgram) console.log(report(process.argv.slice(2).flatMap((path) => readRows(path).map(judgeRow))));
