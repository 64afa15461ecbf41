// The header's date. The author's note behind it keeps the day that it tells of, and a date that tells an
// event is left alone.
import type { Context } from '../context/context.ts';
import { commonStyle, findDate, writeDate } from '../dates/dates.ts';
import type { Dating } from '../dates/day.ts';
import { caseless } from '../letters.ts';
import type { Edit } from '../types.ts';

// `2026-03-04 — fixed the batch timeout`: another date would say when that was.
const EVENT = /^[ \t*_]*[-–—][ \t]+\S/;

export function headerEdits({ headerDates, log, text, dating }: Context, now: string): Edit[] {
  const logged = (log?.entries ?? []).flatMap(({ date }) => date ?? []);
  return headerDates.flatMap(({ date, start, end }) => {
    const style = commonStyle(
      [date, ...logged].filter(({ styles }) =>
        styles.some((one) => date.styles.some((own) => own.pattern === one.pattern)),
      ),
    );
    const isOfDay = AS_OF.test(text.slice(Math.max(0, start - 40), start)) && GOES_ON.test(text.slice(end));
    return style === null || isOfDay || EVENT.test(text.slice(end, end + 80))
      ? []
      : [withNote(text, { start, end, text: writeDate(now, style) }, dating)];
  });
}

// `2026-03-04 (sorted the shelves)`, `2026-03-04 night (…)`, `2026-03-04 by Ada`: another day's work and
// another person's hand.
const IN_BRACKETS =
  /^(?: \p{L}{2,12}(?: \p{L}{2,12})?)?[ \t*_]{0,3}[(（](?!\s*(?:UTC|GMT|CES?T|[A-Z]{3}|\d{1,2}[:h]|v?\d+\.|\p{L}{2,10}(?:day|tag)?\s*[)）]))(?=[^)）]*\p{L})/u;
// `2026-03-04 (evening)`: a time of that day, which goes with it.
const TIME = caseless`^\s?(?:[,(（]\s?)?(?:late |early |late at |at |in the |am |de la |por la |du |au |à la )?(?:morning|noon|midday|afternoon|evening|night|midnight|tonight|morgens?|vormittags?|mittags?|nachmittags?|abends?|nachts?|matin|midi|après-midi|soir|nuit|soirée|mañana|mediodía|tarde|noche|madrugada|manhã|noite|mattin[ao]|pomeriggio|sera|notte|rano|wieczór|wieczorem|noc|nocą|utro|утро|утром|день|днём|вечер|вечером|ночь|ночью|ранок|вечір|ніч|深夜|朝|昼|夜|晚上|早上|下午|上午|저녁|아침|오후|오전|밤)\s?[)）]?(?=[\s*_.)|]*$)`;
// `As of 2026-03-04, 14 of 20 pages are moved`: that was so on that day.
const AS_OF = caseless`(?<!\p{L})(?:as of|stand (?:vom|am|zum)|à jour au|état au|situation au|a fecha de|estado a|situazione al|situação em|stan na(?: dzień)?|по состоянию на|станом на)[*_\s]*$`;
const GOES_ON = /^[*_]{0,3}(?:,\s(?!\d{1,2}[:h])[\p{L}\p{N}]|\s\p{L})/u;
const BESIDE =
  /^(,? (?:by|at|after|before|von|nach|par|après|por|tras|após|di|dopo|przez)\s[^|\n]{1,120}?|, [^|\n]{1,120}?)[\s*_.)|]*$/u;

function withNote(text: string, edit: Edit, dating: Dating): Edit {
  const told = text.slice(edit.start, edit.end);
  const rest = text.slice(edit.end, edit.end + LONGEST_NOTE).split('\n', 1)[0] ?? '';
  if (told === edit.text) return edit;
  const time = TIME.exec(rest)?.[0].length ?? 0;
  if (time > 0) return { ...edit, end: edit.end + time };
  const bracket = IN_BRACKETS.exec(rest)?.[0].length ?? 0;
  if (bracket > 0 && findDate(rest.slice(bracket, bracket + 40), dating)?.start !== 0)
    return { ...edit, end: edit.end + bracket, text: edit.text + inBrackets(told, rest.slice(0, bracket)) };
  const note = bracket > 0 ? undefined : BESIDE.exec(rest)?.[1];
  return note === undefined
    ? edit
    : { ...edit, end: edit.end + note.length, text: `${edit.text} (${told}${note})` };
}

// ` night (` of `2026-03-04 night (…)` becomes ` (2026-03-04 night: `.
function inBrackets(told: string, lead: string): string {
  const hour = lead.slice(0, -1).trimEnd();
  const isHour = /\p{L}/u.test(hour);
  return `${isHour ? lead.slice(hour.length) : lead}${told}${isHour ? hour : ''}: `;
}

const LONGEST_NOTE = 400;
