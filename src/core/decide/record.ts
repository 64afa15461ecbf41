// A new entry as a file of its own in a decision directory.

import { roleOf } from '../decisions/labels.ts';
import { baseName, isNested, logOf } from '../decisions/paths.ts';
import { allLetters } from '../letters.ts';
import { type BlockLine, scanBlocks } from '../markdown/blocks.ts';
import { withoutLineEnds } from '../markdown/lines.ts';
import type { Document } from '../types.ts';
import { bodyLike, standingLike } from './body.ts';
import { ownLabels, type TitledDecision } from './heading.ts';
import { dateLike, nameLike } from './like.ts';
import { digitsOf, type Log, nextNumber } from './log.ts';

/** `sample`: the text of the log's sample. */
export function writeRecord(log: Log, sample: string, said: TitledDecision): Document {
  const lines = scanBlocks(sample);
  const from = lines.findIndex(({ kind, level }) => kind === 'heading' && level === 1);
  const front = frontLike(
    log,
    lines.filter(({ kind }) => kind === 'front'),
    said,
  );
  const heading = lines[from];
  const old = { number: digitsOf(log.sample.decision.id), title: log.sample.decision.title };
  const stamp = { number: nextNumber(log), title: said.title, now: said.now };
  const title = heading === undefined ? '' : nameLike(heading.text, old, stamp) + heading.eol;
  const body = lines.filter(({ kind }, index) => kind !== 'front' && index > from);
  const behind = lines.findLastIndex(({ kind }) => kind === 'front') + 1;
  const gap =
    front === '' ? [] : lines.slice(behind, Math.max(behind, from)).filter(({ kind }) => kind === 'blank');
  const text =
    front +
    gap.map(({ eol }) => eol).join('') +
    title +
    withoutLineEnds(bodyLike(body, said, true, ownLabels(log))) +
    (heading?.eol ?? lines[0]?.eol ?? '\n');
  return { path: pathLike(log, said), text };
}

/** `docs/adr/0007-old-title.md` becomes `docs/adr/0008-new-title.md`. */
function pathLike(log: Log, { title, now }: TitledDecision): string {
  const { path } = log.sample.decision;
  const name = baseName(path);
  const digits = /^(?:[a-z]+[-_])?(\d+)/i.exec(name);
  const isDated = /^\d{4}-?\d\d-?\d\d/.exec(name);
  const joint = /[-_](?=[^-_]*$)/.exec(name)?.[0] ?? '-';
  const slug = slugOf(title, joint);
  const start =
    isDated !== null
      ? dateLike(isDated[0], now).replace(/-/g, isDated[0].includes('-') ? '-' : '') + joint
      : digits !== null
        ? numbered(digits[0], digits[1] ?? '', log) + joint
        : '';
  const own = `${start}${slug}`;
  return `${logOf(path)}${isNested(path) ? `${own}/` : ''}${own}${path.slice(path.lastIndexOf('.'))}`;
}

// The name's own padding, the next number.
function numbered(start: string, digits: string, log: Log): string {
  const next = String(Number(nextNumber(log) ?? Number(digits) + 1)).padStart(digits.length, '0');
  return start.slice(0, start.length - digits.length) + next;
}

const LONGEST_SLUG = 60;

/** Letters and digits of any script; never empty. */
export const slugOf = (title: string, joint: string): string =>
  (title.toLowerCase().match(allLetters`[\p{L}\p{M}\p{N}]+`) ?? ['decision'])
    .join(joint)
    .slice(0, LONGEST_SLUG)
    .replace(/(?<![-_])[-_]+$/, '');

// What is about the form or the new record; persons, tags, tickets and an order are the sample's own.
const KEPT_KEYS = /^(?:title|status|date|id|number|adr|layout|parent|type|template|lang|domain)$/i;

function frontLike(log: Log, lines: readonly BlockLine[], said: TitledDecision): string {
  let isKept = true;
  return lines
    .map((line) => {
      const key = /^([\w-]+):/.exec(line.text)?.[1];
      if (key === undefined)
        return isKept || /^(?:---|\.\.\.)\s*$/.test(line.text) ? line.text + (line.eol || '\n') : '';
      const text = frontField(log, line.text, said);
      isKept = text === line.text;
      return text === '' ? '' : text + (line.eol || '\n');
    })
    .join('');
}

function frontField(log: Log, line: string, said: TitledDecision): string {
  const [, label = '', quote = '', value = ''] =
    /^([\w-]+):\s*(["']?)(.*?)["']?$/s.exec(line.trimEnd()) ?? [];
  const role = roleOf(label.replace(/[-_]/g, ' '));
  const with_ = (text: string) => `${label}: ${quote}${text}${quote}`;
  const number = digitsOf(log.sample.decision.id);
  const isNumber = number !== null && /^\d+$/.test(value) && Number(value) === Number(number);
  if (label === 'title') return with_(said.title.replace(/"/g, "'"));
  if (role === 'date') return value === '' ? line : with_(dateLike(value, said.now));
  if (role === 'status') return with_(standingLike(value));
  if (role === 'id' || isNumber)
    return nameLike(line, { number, title: null }, { number: nextNumber(log), title: null, now: said.now });
  return KEPT_KEYS.test(label) ? line : '';
}
