// Whether an item of what comes next is the work of a phase that is over.
import { caseless } from '../letters.ts';
import { type NamedUnit, unitsIn } from '../phases/units.ts';
import { isSameUnit } from './phase-lines.ts';
import { isSameItem, wordsOf } from './same.ts';
import { namesShortly } from './short-names.ts';

export type Work = {
  readonly unit: NamedUnit;
  /** What the phase is called, where anybody says so: by the commit, its document, the state. */
  readonly titles: readonly string[];
  /** The items of its document. */
  readonly items: readonly string[];
};

/** The phase itself (`Finish Phase 2`), an item of its document, or an act on what the phase is called. */
export function isWorkOf(item: string, { unit, titles, items }: Work): boolean {
  const mentions = unitsIn(item);
  const isOther = mentions.some(({ units }) => units.some((one) => !isSameUnit(one, unit)));
  if (isOther) return false;
  if (items.some((text) => isSameItem(text, item) || isPartOf(item, text))) return true;
  const rest = wordsOf(
    mentions.reduceRight((text, { start, end }) => text.slice(0, start) + text.slice(end), item),
  );
  const known = new Set([...titles, ...items].flatMap((title) => [...wordsOf(title)]));
  // `Read the gauges`: what is done to the thing says little.
  const [verb] = rest;
  const isAct = (word: string) => ACTS.has(word) || (word === verb && rest.size > 1);
  const object = [...rest].filter((word) => !known.has(word) && !isAct(word));
  const isNamed = mentions.length > 0;
  return object.length === 0 && (isNamed || [...rest].some((word) => known.has(word) && !ACTS.has(word)));
}

const BEGINS = caseless`^(?:start|begin|kick off|commence|enter|move on to|go on to|beginnen|anfangen|starten|commencer|démarrer|empezar|comenzar|iniciar|começar|iniziare|avviare|rozpocząć|zacząć|начать|почати)(?![\p{L}])`;

/** Whether the item asks to begin with the unit: `Start M3: driver login`. */
export function isStartOf(item: string, unit: NamedUnit): boolean {
  if (!BEGINS.test(item)) return false;
  const named = unitsIn(item).flatMap(({ units }) => units);
  return named.length === 0 ? namesShortly(item, unit) : named.every((one) => isSameUnit(one, unit));
}

// The item of a document may say where it is written down, too.
function isPartOf(item: string, text: string): boolean {
  const [short, long] = [wordsOf(item), wordsOf(text)];
  return short.size > 1 && [...short].every((word) => long.has(word));
}

// Verbs that say no more than that the thing gets done.
const ACTS: ReadonlySet<string> = new Set(
  `add build close complete continue create do develop draft finish go implement integrate keep make phase start
  begin ship wire work working write first next up with finalize finalise wrap sprint milestone stage set done
  terminer finir commencer continuer implémenter écrire terminar completar empezar continuar implementar escribir
  concluir começar escrever abschließen beginnen implementieren schreiben bauen fertigstellen completare iniziare
  scrivere implementare`.split(/\s+/),
);
