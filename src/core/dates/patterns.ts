// date-fns patterns that a date could have been written with, told from its numbers and words alone.
import { allLetters, letters } from '../letters.ts';
import { isName } from './calendar.ts';

const JOINERS = new Set('T h de del at à às a las alle um o в о 年 月 日 년 월 일'.split(' '));
const TOKEN = allLetters`\d+(?:st|nd|rd|th|ST|ND|RD|TH)?|[apAP]\.?[mM]\b\.?|\p{L}+|[^\d\p{L}]+`;

/** Every pattern that a text could have been written with, the likeliest first: `11` may be a day or a
 * month. */
export function patternsOf(text: string, isDayFirst: boolean): string[] {
  let patterns = [''];
  for (const [token] of text.matchAll(TOKEN)) {
    const choices = choicesOf(token, isDayFirst, /[(（]'?$/u.test(patterns[0] ?? ''));
    patterns = patterns.flatMap((pattern) =>
      choices.filter((choice) => mayFollow(pattern, choice)).map((choice) => joined(pattern, choice)),
    );
  }
  const whole = patterns.filter((pattern) => isWhole(unquoted(pattern)));
  const named = whole.filter((pattern) => /MMM/.test(unquoted(pattern)));
  return (named.length > 0 ? named : whole).sort((a, b) => oddity(a) - oddity(b));
}

const isWhole = (fields: string) =>
  ['y', 'M', 'd'].every((field) => fields.includes(field)) && /[Hh]/.test(fields) === fields.includes('mm');

// `05/06` is padded twice or not at all; beside a month's name `5` rather than `05`.
function oddity(pattern: string): number {
  const fields = unquoted(pattern);
  const isPadded = (field: RegExp) => field.test(fields);
  if (/MMM/.test(fields)) return Number(isPadded(/dd/));
  return isPadded(/MM/) === isPadded(/dd/) ? Number(!isPadded(/dd/)) : 2;
}

function choicesOf(token: string, isDayFirst: boolean, isInBrackets: boolean): readonly string[] {
  if (/^\d{4}$/.test(token)) return ['yyyy'];
  if (/^\d{3}$/.test(token)) return ['SSS'];
  if (letters`^\d+\p{L}`.test(token)) return ['do'];
  if (/^\d+$/.test(token)) return numbersOf(token, isDayFirst);
  if (/^[ap]\.?m\b\.?$/i.test(token)) return [HALVES.get(token) ?? 'a'];
  // In brackets stands a weekday: `（月）` is Monday, though `6月` is June.
  if (!letters`^\p{L}`.test(token) || (JOINERS.has(token) && !isInBrackets)) return [quoted(token)];
  return isName(token) ? NAMES : [];
}

const NAMES = ['MMMM', 'MMM', 'EEEE', 'EEE'];

/** What date-fns writes for the halves of a day, by pattern. */
const HALVES = new Map([
  ['AM', 'a'],
  ['PM', 'a'],
  ['am', 'aaa'],
  ['pm', 'aaa'],
  ['a.m.', 'aaaa'],
  ['p.m.', 'aaaa'],
]);

const DAY_FIRST = ['dd', 'd', 'MM', 'M', 'HH', 'H', 'h', 'hh', 'mm', 'ss'];
const MONTH_FIRST = ['MM', 'M', 'd', 'dd', 'HH', 'H', 'h', 'hh', 'mm', 'ss'];

// `9` is not padded, `09` is, `10` may be either; each pattern less is one less for date-fns to try.
function numbersOf(token: string, isDayFirst: boolean): readonly string[] {
  const isPadded = token.startsWith('0');
  return (isDayFirst ? DAY_FIRST : MONTH_FIRST).filter((choice) =>
    choice.length === 1 ? !isPadded : token.length === 2,
  );
}

const quoted = (token: string) => `'${token.replaceAll("'", "''")}'`;
// Two literals side by side would read as one with a quote in it.
const joined = (pattern: string, choice: string) =>
  choice.startsWith("'") && pattern.endsWith("'") ? pattern.slice(0, -1) + choice.slice(1) : pattern + choice;
const unquoted = (pattern: string) => pattern.replace(/'(?:[^']|'')*'/g, ' ');

// Each field once, and the fields of a clock time in their order.
function mayFollow(pattern: string, choice: string): boolean {
  if (choice.startsWith("'")) return true;
  const before = unquoted(pattern);
  const has = (letters: string) => [...letters].some((letter) => before.includes(letter));
  if (/^[Hh]/.test(choice)) return has('y') && has('M') && has('d') && !has('Hh');
  if (choice === 'mm') return has('Hh') && !has('m');
  if (choice === 'ss') return has('m') && !has('s');
  if (choice === 'SSS') return has('s');
  if (choice.startsWith('a')) return has('h') && !has('H');
  if (has('Hh')) return false;
  return !has(choice[0] ?? '') && !(choice.startsWith('d') && choice !== 'do' && has('y') && !has('M'));
}
