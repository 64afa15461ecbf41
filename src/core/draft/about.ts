// What a sentence is about: names as code writes them, numbers of tasks, values, words.
import { wordsOf } from '../head/same.ts';
import { memoize } from '../memo.ts';

export type About = {
  /** `tileCache`, `src/gauge.ts` as `gauge.ts`, `TASK-26`: in lower case. */
  readonly names: ReadonlySet<string>;
  readonly words: ReadonlySet<string>;
  /** `codecov-action v4`: the last value that is said of each name. */
  readonly values: ReadonlyMap<string, string>;
};

export const aboutOf = memoize(
  (text: string): About => ({ names: namesIn(text), words: wordsOf(text), values: valuesIn(text) }),
);

const NAMES =
  /`([^`]{2,60})`|(?<![\w./-])(?:\w+_\w+|[a-z]{1,20}[A-Z]\w*|[A-Z][a-z0-9]+[A-Z]\w*|\w+\(\)|[\w.-]+\/[\w./-]*[._-][\w./-]*|[\w-]+\.[a-z]\w{0,5}|[a-z\d]+(?:-[a-z\d]+){2,8})(?![\w-])/g;
// `TASK-26`, `#R2`, `B.3`, `Lane A`; `UTF-8` and `SHA256` number nothing.
const NUMBERS =
  /(?<![\w-])(?!(?:UTF|SHA|HTTP|ISO|MD|ES|IPV|MP|EC|RFC|PEP|CVE|GPT|H|V|S|K)-?\d)#?[A-Z]{1,8}(?:-?\d+|\.\d+)(?:[.-]\d+)*(?![\w%])|\b[A-Za-z]{4,12} [A-HJ-Z](?![\w'’])/g;

const namesIn = (text: string): ReadonlySet<string> => {
  const names = [...text.matchAll(NAMES)].map(([whole, quoted]) => nameOf(quoted ?? whole));
  return new Set([...names.filter((name) => name !== ''), ...numbersIn(text)]);
};

/** Numbers of tasks, in lower case: `task-26`, `r2`. */
export const numbersIn = (text: string): string[] =>
  (text.match(NUMBERS) ?? []).map((found) => found.replace('#', '').toLowerCase());

/** A text without the names in it. */
export const withoutNames = (text: string): string => text.replace(NAMES, ' ').replace(NUMBERS, ' ');

// A name without its path and its brackets; `@acme/sdk` has both its words.
function nameOf(found: string): string {
  const bare = found
    .replace(/\(\)$/, '')
    .replace(/^[.-]+|[.,:;-]+$/g, '')
    .toLowerCase();
  const last = bare.split('/').at(-1) ?? '';
  return last.length < SHORTEST_LAST ? bare : last;
}
const SHORTEST_LAST = 5;

// A plain word has a value where it says from which to which: `schema v2 -> v3`.
const VALUE = String.raw`v?\d+(?:[.,]\d+)*\s?(?:%|ms|s|min|[kKMG]i?B|x|px)?(?!\w)`;
// `codecov-action v4`, `beam_size 5→1`, `tileSize = 512`, `React to 19.1`
const VALUES = new RegExp(
  String.raw`(?<![\w./-])([\w@./-]{0,60}[A-Za-z_]\w{0,40})[\x60"']?(?:\s(?:bumped|raised|lowered|set|goes|went|moved|changed|upgraded))?(?:\s?[=:@]\s?|\s(?:to|at|from|version|auf|von|à|de|a|di|na|z|на|до|с)\s|\s)(${VALUE})(?:\s?(?:→|->|=>|to|auf|à|a|na|на|до)\s?(${VALUE}))?`,
  'g',
);

const valuesIn = (text: string): ReadonlyMap<string, string> =>
  new Map(
    [...text.matchAll(VALUES)].flatMap(([, name = '', first = '', after]): [string, string][] => {
      const last = after ?? first;
      const isVersion = /^v?\d+\.\d|^v\d/.test(last);
      const isMoved = after !== undefined && /^v\d/.test(last) && name.length >= SHORTEST_LAST;
      const isName =
        /[a-z][A-Z]|[_/]|\w-\w/.test(name) ||
        (isVersion && (isMoved || /^[A-Z]/.test(name)) && !UNIT.test(name));
      return isName ? [[nameOf(name), last.trim()]] : [];
    }),
  );

// What is counted or released one after the other is no setting.
const UNIT =
  /^(?:[\w-]*version|phase|sprint|milestone|stage|step|task|section|part|week|day|session|issue|pr|story|release|bump|update|upgrade|tag|to|from|round|wave|epic|chapter|decision|adr|§)$/i;
