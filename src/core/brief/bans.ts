// What the file forbids outright, wherever it says so: `**Do not edit schema.sql directly.**`
import type { Context } from '../context/context.ts';
import type { Role } from '../context/names.ts';
import { letters } from '../letters.ts';
import { readItems } from '../markdown/items.ts';
import { isWithin } from '../markdown/outline.ts';
import { notSaid } from './logged.ts';
import { type Point, pointOf } from './point.ts';

const FORBIDS = [
  "(?:please )?(?:do not|don't|never|must never)(?! (?:forget|worry|hesitate|miss))",
  'niemals|auf keinen fall|nicht (?:anfassen|ändern|bearbeiten|löschen|mergen|verändern|committen|umbauen)',
  'nunca|no (?:tocar|toques|modificar|editar|borrar|usar|ejecutar|hacer)|ne (?:jamais|pas) |jamais ',
  'não (?:tocar|mexer|editar|alterar|usar|rodar|fazer)|non (?:toccare|modificare|usare|eseguire)|nigdy|nie (?:ruszać|zmieniać|edytować|usuwać)',
  'никогда|не (?:трогать|менять|изменять|удалять|запускать|редактировать)|ніколи|не чіпати',
  '绝不|切勿|请勿|严禁|禁止|不要|絶対に|決して|触らない|절대|수정 금지',
].join('|');

const CALLED = letters`^[^\p{L}]*(?:(?:critical|warning|important|caution|danger|note|rule|achtung|wichtig|warnung|importante|attention|внимание|важно|注意|警告|重要|주의)[^\p{L}]{1,4})?`;
const START = new RegExp(`${CALLED.source}(?:${FORBIDS})(?![\\p{L}])`, 'iu');

/** Behind its verb: `Search tab nicht anfassen`. */
const BEHIND =
  /\b(?:nicht|NICHT) (?:anfassen|ändern|bearbeiten|verändern|mergen)\W*$|\bKein(?:en|e)? .{1,60} (?:mergen|anfassen|ändern|löschen)\W*$/;

/** Said with stress: in bold, in capitals, behind a sign, or as a call. */
const STRESSED =
  /^\s*(?:\*\*|__|[⛔🚫⚠❗❌🛑])|^\W*(?:DO NOT|DON'T|NEVER|NICHT|NIEMALS|CRITICAL|WARNING|IMPORTANT)\b/u;

export const isBan = ({ text, isHeading }: Point): boolean =>
  !isHeading && (START.test(text) || BEHIND.test(text));

/** Roles of parts that are told elsewhere, or are over. */
const TOLD: readonly Role[] = [
  'doNot',
  'standards',
  'gotchas',
  'rejected',
  'decisions',
  'done',
  'log',
  'resolved',
  'results',
];

const MOST = 6;

/** Those that no other point says. */
export function stressedBans(
  { outline: { lines }, places, log }: Context,
  others: readonly Point[],
): readonly Point[] {
  const isTold = isWithin([
    ...places.filter(({ role }) => TOLD.includes(role)).map(({ line, to }) => ({ from: line - 1, to })),
    ...(log?.entries ?? []),
  ]);
  const found = readItems(lines, [0, lines.length], (index) => !isTold(index))
    .filter(({ text, kind }) => kind !== 'row' && STRESSED.test(text))
    .map(pointOf)
    .filter(isBan)
    .map((point) => ({ ...point, depth: 0 }));
  return notSaid(found, others).slice(0, MOST);
}
