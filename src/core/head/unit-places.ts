// Where the head says how far units are: its state, its fields, what is next, and sections that list the
// units themselves.
import { type Context, placesOf } from '../context/context.ts';
import type { Role } from '../context/names.ts';
import { foldName } from '../context/roles.ts';
import { isWithin, type Outline } from '../markdown/outline.ts';
import { unitOf } from '../words/lexicon.ts';

export type UnitIndexes = {
  /** Of lines that speak of the project, in the order of the text. */
  readonly stated: readonly number[];
  /** Of lines in a list of units (`## Stand der Phasen`, `## Roadmap`), where a mark, a box or a cell says
   * how far one is. */
  readonly listed: ReadonlySet<number>;
};

export function unitIndexes(context: Context): UnitIndexes {
  const places = (['state', 'phase', 'next'] as const).flatMap((role) => placesOf(context, role));
  const stated = new Set(places.flatMap(({ line, to }) => range(line - 1, to)));
  const owners = context.places.filter(({ isLoose, role }) => isLoose !== true || !PLANS.includes(role));
  const isOwned = isWithin(owners.map(({ line, to }) => ({ from: line - 1, to })));
  const isLogged = isWithin(context.log === null ? [] : [context.log]);
  const lists = context.outline.sections.filter(({ level, title }) => level > 0 && isListOfUnits(title));
  const listed = [
    ...lists.flatMap(({ from, to }) => range(from + 1, to)),
    ...introduction(context.outline).filter((index) => context.outline.lines[index]?.kind === 'table'),
  ];
  const free = listed.filter((index) => !stated.has(index) && !isOwned(index) && !isLogged(index));
  return { stated: [...new Set([...stated, ...free])].sort((a, b) => a - b), listed: new Set(free) };
}

/** Roles of a list of units whose heading is no name of the role, such as `Roadmap`. */
const PLANS: readonly Role[] = ['state', 'next'];

// What stands below the document's own title, before any other heading, is about the project.
function introduction({ sections }: Outline): number[] {
  const titles = sections.filter(({ level }) => level === 1);
  const own = sections.filter(({ level }) => level === 0 || (level === 1 && titles.length === 1));
  return own.flatMap(({ level, from, bodyTo }) => range(level === 0 ? from : from + 1, bodyTo));
}

const range = (from: number, to: number) =>
  Array.from({ length: Math.max(0, to - from) }, (_, at) => from + at);

// `Phase overview`, `Stand der Phasen`, `Phasenübersicht`; `Migration phases` are those of something else.
function isListOfUnits(title: string): boolean {
  const words = foldName(title.replace(/[([（][^()[\]（）]*[)\]）]/gu, ' ')).split(/[\s/&-]+/);
  const isUnit = (word: string) => unitOf(word) !== null || COMPOUND.test(word);
  return (
    words.some((word) => isUnit(word) || PLAN.test(word)) &&
    words.every((word) => isUnit(word) || AROUND.test(word))
  );
}

const PLAN =
  /^(?:roadmap|progress|milestones|timeline|fortschritt|fahrplan|zeitplan|avancement|progreso|progresso|avanzamento|postep|дорожная|прогресс|прогрес|路线图|进度|進捗|로드맵|진행)$/;
const COMPOUND =
  /^(?:phasen|etappen|meilenstein)(?:ubersicht|plan|status|stand|liste|tabelle)$|^(?:阶段|フェーズ|단계)/;
const AROUND =
  /^(?:roadmap|road|map|plan|progress|timeline|schedule|overview|status|state|tracker|tracking|table|list|summary|project|product|development|implementation|delivery|build|current|overall|our|my|the|all|of|by|per|and|stand|der|des|die|je|und|fortschritt|fahrplan|ubersicht|zeitplan|projekt|etat|avancement|plan|des|du|de|la|le|les|projet|vue|ensemble|estado|las|los|el|progreso|plan|proyecto|progresso|estado|das|dos|do|da|projeto|stato|delle|dei|avanzamento|progetto|stan|postep|projektu|прогресс|прогрес|план|статус|проекта|проєкту|карта|дорожная|дорожня)$/;
