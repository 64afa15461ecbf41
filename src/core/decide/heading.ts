// A new entry under a heading of its own.
import type { Entry } from '../decisions/entry.ts';
import type { BlockLine } from '../markdown/blocks.ts';
import { bodyLike, type Said } from './body.ts';
import { nameLike } from './like.ts';
import { digitsOf, type Log, nextNumber } from './log.ts';

/** Text that goes in at an offset of the log's document. */
export type Insertion = { readonly at: number; readonly text: string };

export type Titled = Said & { readonly title: string };

export function insertHeading(log: Log, lines: readonly BlockLine[], said: Titled): Insertion {
  const { entries, sample, isNewestFirst } = log;
  const eol = lines.find((line) => line.eol !== '')?.eol ?? '\n';
  const entry = headingLike(log, lines, said).replace(/[\r\n]+$/, '');
  const gap = separatorOf(entries, lines, eol);
  const edge = isNewestFirst ? entries[0] : entries.at(-1);
  const at = edge ?? sample;
  if (isNewestFirst) return { at: lines[at.decision.line - 1]?.start ?? 0, text: entry + eol + gap };
  const last = lines[endOf(at, lines) - 1];
  return { at: last === undefined ? 0 : last.start + last.text.length, text: eol + gap + entry };
}

function headingLike(log: Log, lines: readonly BlockLine[], said: Titled): string {
  const { sample } = log;
  const from = sample.decision.line - 1;
  const old = { number: digitsOf(sample.decision.id), title: sample.decision.title };
  const heading = lines[from];
  const name = nameLike(heading?.text ?? '', old, {
    number: nextNumber(log),
    title: said.title,
    now: said.now,
  });
  return name + (heading?.eol || '\n') + bodyLike(lines.slice(from + 1, endOf(sample, lines)), said);
}

/** Index behind an entry's last line that says something. */
const endOf = ({ decision, to }: Entry, lines: readonly BlockLine[]): number => {
  const said = lines
    .slice(decision.line, to)
    .findLastIndex(({ kind }) => kind !== 'blank' && kind !== 'rule');
  return decision.line + said + 1;
};

// Blank lines and rules between two entries that follow each other; a blank line where no two do.
function separatorOf(entries: readonly Entry[], lines: readonly BlockLine[], eol: string): string {
  for (const [index, entry] of entries.entries()) {
    const next = entries[index + 1];
    if (next === undefined) break;
    const between = lines.slice(endOf(entry, lines), next.decision.line - 1);
    if (between.length > 0 && between.every(({ kind }) => kind === 'blank' || kind === 'rule'))
      return between.map(({ text }) => text + eol).join('');
  }
  return eol;
}
