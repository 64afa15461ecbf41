// What an entry says of its own status and of other decisions: in fields, in its title, in a sentence of
// their own.
import type { Decision } from '../types.ts';
import { idsIn } from './ids.ts';
import type { Role } from './labels.ts';
import type { Part } from './parts.ts';
import { readStatus, statusInTitle } from './status.ts';

export type Links = Pick<Decision, 'status' | 'supersedes' | 'supersededBy' | 'replaced'>;

/** `heading`: with its marks. `prefix`: the letters before the log's own numbers. */
export function readLinks(heading: string, parts: readonly Part[], prefix: string): Links {
  const field = (role: Role) => parts.find((part) => part.role === role && part.text !== '')?.text ?? '';
  const status = field('status');
  const said = [heading, status, ...parts.filter(mayLink).map(({ text }) => text)].join(' . ');
  const named = parts.find(({ role, label }) => role === 'supersededBy' && label !== null);
  const by = field('supersededBy') || (named?.label ?? '').replace(/^\D*?by\b/i, '');
  const [supersededBy = null] = [...idsIn(by, prefix), ...idsBehind(SUPERSEDED_BY, said, prefix)];
  const replaced = field('supersedes');
  const own = idsIn(replaced, prefix);
  const isOver = supersededBy !== null || by !== '' || named !== undefined;
  return {
    status: isOver ? 'superseded' : (statusInTitle(heading) ?? readStatus(status) ?? 'stands'),
    supersedes: own.length > 0 ? own : idsBehind(SUPERSEDES, said, prefix),
    supersededBy,
    replaced: namesIn(replaced) || namesIn(SUPERSEDES.exec(heading)?.[1] ?? '') || null,
  };
}

const LINKING =
  /supersed|replac|obsolet|revers|overrid|overturn|revok|ersetz|rempla|reemplaz|substitu|замен|取代|替代/i;
const mayLink = ({ text, isNested }: Part): boolean => !isNested && LINKING.test(text);

const SUPERSEDES =
  /(?<!partial\w* |partly |not |never |would |may |might |could )\b(?:supersedes|replaces|reverses|overrides|overturns|obsoletes|revokes|ersetzt(?! durch)|remplace|reemplaza(?! por)|substitui(?! por)|заменяет)\b:?\s+([^.;]{1,80})/iu;
const SUPERSEDED_BY =
  /(?<!partial\w* |partly |not |never |may be |could be )\b(?:(?:superseded|replaced|obsoleted|overridden|reversed)(?: on [\d-]{8,10})?(?: by|,? see|:|\s*(?:→|->))|superseded \(see|ersetzt durch|remplacé(?:e)? par|reemplazad[oa] por|substituíd[oa] p(?:or|el[oa])|заменен[оа]? на)\s*:?\s*([^.;)]{1,120})/iu;

function idsBehind(pattern: RegExp, text: string, prefix: string): string[] {
  const all = [...text.matchAll(new RegExp(pattern.source, 'giu'))];
  return all.flatMap(([, behind = '']) => idsIn(behind, prefix).slice(0, 4));
}

// What is left when the ids are out: names, when a letter is among it.
const namesIn = (text: string): string => (/\p{L}{2}/u.test(text) ? text.trim() : '');
