// Numbers by which a text refers to decisions. A digit is one only where it is written as one: `Decision 7`,
// `ADR-003`, `#12`, a link, or a field of nothing but numbers; never in running text or in a product's name.
import { letters } from '../letters.ts';
import { compoundId, stripMarks } from './identity.ts';
import { isDecisionWord } from './labels.ts';

const LINK = /\[([^[\]]{0,200})\]\(([^()\s]{0,300})\)/g;
const START = letters`^[\s,;&+/、，和与]*(?:(?:and|und|et|y|e|и|en|with|by)\s+)?(?:the\s+)?`;
const ID = letters`^(?:(\p{L}{1,14})[\s.#№_-]{0,2}|[#№]\s?)?(\d[\d.]*(?:-\d[\d.]*)*(?:-\p{L}[\p{L}\p{N}_.-]*)?)`;
// What may stand behind a bare number that is no count of things.
const END = letters`^(?:\s*(?:$|[,;:.&+/()\]、，。（]|[–—-]\s)|\s+(?:and|und|et|y|e|и|by|with|on)\s)`;

/** Ids in a field such as `ADR-003, D-4`, `3`, `7 and 9`, `[ADR-7](0007-x.md)`; `prefix`: letters before the
 * log's own numbers. */
export function idsIn(field: string, prefix = ''): string[] {
  const linked = [...field.matchAll(LINK)].flatMap(([, label = '', target = '']) =>
    linkedId(label, target, prefix),
  );
  const rest = stripMarks(field.replace(LINK, ',').replace(/\([^()]*\)/g, ' '));
  return [...linked, ...namedIds(rest, prefix)];
}

function linkedId(label: string, target: string, prefix: string): string[] {
  const [own] = namedIds(stripMarks(label), prefix);
  const file = /(?<![^/#])([^/#]+)\.md(?:#|$)/.exec(target)?.[1] ?? '';
  const slug = /^(?:[a-z]{1,6}-)?\d[\w.-]*$/i.test(file) ? file : null;
  return slug !== null ? [slug] : own !== undefined ? [own] : [];
}

// A list of ids from the start of a text on; prose behind it is left out. Later ones need their word: `see
// also ADR-3`.
function namedIds(text: string, prefix: string): string[] {
  const ids: string[] = [];
  let rest = text;
  for (;;) {
    const behind = rest.replace(START, '');
    const compound = compoundId(behind);
    if (compound !== null) {
      ids.push(compound);
      rest = behind.slice(compound.length);
      continue;
    }
    const match = ID.exec(behind);
    if (match === null || !isId(match, behind.slice(match[0].length), prefix)) break;
    ids.push(trimId(match[0]));
    rest = behind.slice(match[0].length);
  }
  return ids.length > 0 ? ids : wordedIds(text, prefix);
}

function isId([whole = '', word]: readonly (string | undefined)[], behind: string, prefix: string): boolean {
  if (word !== undefined) return isOwnWord(word, prefix) || (/^\p{Lu}+$/u.test(word) && END.test(behind));
  return /^[#№]/.test(whole) || END.test(behind);
}

const isOwnWord = (word: string, prefix: string): boolean =>
  word.toLowerCase() === prefix || isDecisionWord(word) || isDecisionWord(word.replace(/s$/i, ''));

const WORDED = letters`(?<![\p{L}\p{N}])(\p{L}{1,14})[\s#№-]{0,2}(\d[\d.-]*)(?![\p{L}\p{N}])`;

function wordedIds(text: string, prefix: string): string[] {
  const all = new RegExp(WORDED.source, 'gu');
  const field = text.slice(0, LONGEST_FIELD);
  const compound = field.split(/[\s,;()]+/).flatMap((word) => compoundId(word) ?? []);
  if (compound.length > 0) return compound;
  return [...field.matchAll(all)].flatMap(([whole, word = '']) =>
    isOwnWord(word, prefix) ? [trimId(whole)] : [],
  );
}

const LONGEST_FIELD = 200;
const trimId = (id: string): string =>
  id
    .replace(/(?<![.\s-])[.\s-]+$/, '')
    .replace(/\.md$/, '')
    .trim();
