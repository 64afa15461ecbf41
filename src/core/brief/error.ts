// A pasted error: what it is about, and the gotchas that bear on it.
import { readItems } from '../markdown/items.ts';
import { readOutline } from '../markdown/outline.ts';
import { type Term, termsOf } from '../ranking.ts';
import type { Document } from '../types.ts';
import { saysNone } from './none.ts';
import { type Point, pointOf } from './point.ts';

// What is wrong, in the words of systems, shells and runtimes.
const FAULTS =
  'command not found|no such file or directory|permission denied|access (?:is )?denied|connection (?:refused|reset)|already in use|no space left|timed out|certificate problem|not found|does not exist|no matching|undefined|unresolved|cannot access|too many requests|not recognized|denied|' +
  'zugriff verweigert|nicht gefunden|keine berechtigung|verbindung abgelehnt|permission non accordée|introuvable|connexion refusée|permiso denegado|no encontrad[oa]|conexión rechazada|permissão negada|não encontrad[oa]|отказано в доступе|нет такого файла|не найден|没有那个文件|权限不够|找不到|拒绝连接|見つかりません|拒否されました';

const TOOLS =
  'npm|pnpm|yarn|mkdir|fish|npx|git|ssh|docker|kubectl|helm|terraform|ping|curl|wget|make|cmake|cargo|rustc|go|tsc|gradle|mvn|pip|python3?|node|bash|zsh|sh|ls|cp|mv|rm|ld|gcc|clang|dpkg|apt|psql|mysql|java|dial tcp';

// `TypeError: …`, `ENOENT`, `fatal: …`, a frame of a stack, `jq: command not found`, `main.go:14:2: …`,
// `debug this error`, `the server crashes when …`; not `the error page`, nor a type that a task names.
const ERRORS: readonly RegExp[] = [
  /\w(?:Error|Exception|Warning)(?:\s?[:([\n]|\s+at\b)|^\S{0,80}\w(?:Error|Exception)\W{0,6}$|\bE[A-Z]{4,}\b|^[ \t]+at \S+ \(/m,
  /\btraceback \(|\b(?:segfault|segmentation fault|oom|oomkilled|panicked|core dumped|exit (?:code|status):? \d+|exited with|\w+BackOff|goroutine \d+ \[)|is not recognized as|^\W{0,6}killed\W{0,6}$|[:\d] killed\b/im,
  /(?<![a-z\u00c0-\u04ff])(?:errors?|exceptions?|fatal|panic|failed|failure|err|conflict|fehler|erreur|fallo|erro|ошибка)\s?[:[!(：]|\berror (?:response from|[A-Z]+\d|\d+$)|错误[:：]|エラー[:：]/i,
  /(?:\b(?:debug|fix|solve|why|gets|getting|got|[iw]e? get|sees?|following)\b.{0,40}|\bthis (?:\w+ )?)(?:\b(?:errors?|exceptions?|failures?|crash(?:es)?|fail(?:s|ing|ed)?|hangs?)\b|\w(?:Error|Exception)\b)(?! (?:pages?|messages?|handling|handlers?|boundar|states?|codes?|logs?|reports?|types?|class|budget|lists?))/i,
  /\bERR_[A-Z]+|\b(?:has been blocked by|failed (?:to \w+|because|with)\b|unknown (?:host|authority)\b|has no attribute|invariant violation|maximum call stack|unknown command:|did not exit|bus error$|illegal instruction$|deadlock found)|^\W{0,6}FAIL\s\S|^E {2,}\S|^npm warn\b/im,
  /\b(?:crash(?:es|ed)?|hangs|freezes) (?:when|at|on|after|with|as soon)\b/i,
  /(?:^|: |^\[\w+\] )(?:Could not|Couldn't|Can't|Cannot|Unable to|Failed to|Unhandled|Uncaught)\s/m,
  new RegExp(
    `^(?:${TOOLS}|\\S{0,60}[@./\\d]\\S{0,60}): [^\\n]{0,200}(?:${FAULTS}|unknown|unable|cannot|error|invalid|problem)`,
    'im',
  ),
  new RegExp(
    `^[^\\s:]{1,60}(?: [^\\n:]{0,60})?: (?:[^\\n]{0,200}[ :])?(?:${FAULTS})(?:[.,]?\\s*$|[:'"]| (?:to|for|by) )`,
    'im',
  ),
  new RegExp(`: (?:${FAULTS})\\.?$`, 'im'),
  /^(?:\S+:\d+(?::\d+)?: \S|warning: |[A-Z]{2,5}-\d{4,5}: |(?:HTTP\S* )?[45]\d\d (?:bad|too|not|for|un|int|serv|gate|conf|req)\w*)/im,
];

export const isError = (task: string): boolean => ERRORS.some((one) => one.test(task));

/** Of a heading: where traps and limits stand. */
export const TRAPS =
  /gotcha|pitfall|limit|hardware|environment|setup|troubleshoot|known issue|constraint|requirement|quirk/i;

// What an error text does not say but is about: the words under which a document keeps its cause.
const CAUSES: readonly (readonly [RegExp, string])[] = [
  [/out of memory|\boom\b|heap|allocat|cuda|vram|killed/i, 'memory ram vram gpu gb'],
  [/enospc|no space|disk quota/i, 'disk space storage gb'],
  [
    /etimedout|econnrefused|econnreset|timed? ?out|unreachable|socket/i,
    'network timeout proxy port rate limit',
  ],
  [/eacces|eperm|permission denied|forbidden|\b40[13]\b/i, 'permission access token credentials'],
  [
    /module ?not ?found|no module named|cannot find (?:module|package)|import ?error|undefined reference/i,
    'dependency install import version path',
  ],
  [/unsupported|deprecated|incompatible|version|abi|syntax ?error/i, 'version compatibility python node'],
  [/\b429\b|rate limit|quota/i, 'rate limit quota budget'],
  [/database is locked|deadlock|lock/i, 'lock concurrency transaction'],
  [/encod|decod|unicode|utf/i, 'encoding utf'],
];

const causesOf = (task: string): string[] =>
  CAUSES.flatMap(([sign, words]) => (sign.test(task) ? [words] : []));

// What most errors say, whatever they are about.
const COMMON = new Set(
  termsOf(
    `error errors exception exceptions traceback recent call last fatal panic panicked fail failed failing failure line file
    module code exit status at node object undefined null none type value function method argument invalid unexpected
    expected expects cannot unable could not found missing debug fix error: warning uncaught unhandled promise rejection
    internal server process stack trace thread main run running command test tests tried try index js ts py src lib app
    message name read reading property string number iterable iterator iterate unpack nonetype callable attribute attributes subscriptable instance class
    properties access accessing permitted given required requires raise return import from require async await json version`,
  ).map(({ stem }) => stem),
);

/** Weight of shared words from which on a gotcha bears on an error; a long or telling word weighs as two. */
const ENOUGH = 2;
const LONG_WORD = 7;
const MOST_GOTCHAS = 5;

/** How much a text bears on an error; 0 where it shares no more than what all errors say. */
export function weigherFor(error: string): (text: string) => number {
  const said = new Map([
    ...termsOf(causesOf(error).join(' ')).map(({ stem }): [string, number] => [stem, 1]),
    ...tellingTerms(error).map((term): [string, number] => [term.stem, weightOf(term)]),
  ]);
  return (text) => {
    const stems = new Set(tellingTerms(text).flatMap(({ stem, parts }) => [stem, ...parts]));
    const weight = [...stems].reduce((sum, stem) => sum + (said.get(stem) ?? 0), 0);
    return weight >= ENOUGH ? weight : 0;
  };
}

/** Best first. */
export function gotchasFor(error: string, gotchas: readonly Point[]): Point[] {
  const weigh = weigherFor(error);
  const once = new Map([...gotchas].reverse().map((point) => [point.text, point]));
  return [...once.values()]
    .reverse()
    .filter(({ isHeading }) => !isHeading)
    .map((point) => ({ point, weight: weigh(point.text) }))
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .slice(0, MOST_GOTCHAS)
    .map(({ point }) => ({ ...point, depth: 0 }));
}

/** The words by which documents are searched for an error. */
export const aboutError = (error: string): string =>
  [...tellingTerms(error).map(({ word }) => word), ...causesOf(error)].join(' ');

const tellingTerms = (text: string): Term[] => termsOf(text).filter(({ stem }) => !COMMON.has(stem));

const weightOf = ({ word, isName }: Term): number => (isName || word.length >= LONG_WORD ? 2 : 1);

/** The points of sections on traps and limits. */
export const trapsIn = ({ path, text }: Document): Point[] => {
  const { lines, sections } = readOutline(text);
  return sections
    .filter(({ title, level }) => level > 1 && TRAPS.test(title))
    .flatMap(({ from, bodyTo }) => readItems(lines, [from + 1, bodyTo]))
    .map((item) => ({ ...pointOf(item), path }))
    .filter((point) => !saysNone(point.text));
};
