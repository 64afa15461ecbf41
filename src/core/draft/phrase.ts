// A commit in its author's words: one line, and the points of its body that say more.

import { claimsOf } from '../claims/index.ts';
import { labelOf } from '../claims/labels.ts';
import { isUndone } from '../claims/subject.ts';
import { foldName } from '../context/roles.ts';
import { groupBy } from '../groups.ts';
import { wordsOf } from '../head/same.ts';
import { caseless, isUnspaced } from '../letters.ts';
import { cutText, oneLine, plainText } from '../markdown/inline.ts';
import { type Item, readItems } from '../markdown/items.ts';
import { readOutline } from '../markdown/outline.ts';
import { parseMessage } from '../message/index.ts';
import { unitsIn } from '../phases/units.ts';
import type { Message, OwedCommit } from '../types.ts';
import type { Words } from '../wording/draft.ts';
import { isOnPaper, STANDING } from './range.ts';

const LONGEST_LINE = 240;
const LONGEST_DETAIL = 240;
const LONGEST_BODY = 20_000;

// A subject that says nothing: `wip`, `update`, `fix stuff`, `.`
const EMPTY_WORDS = caseless`^(?:wip|asdf\w*|initial|bugs?|fix(?:es|ed)?|update[ds]?|changes?|misc|stuff|minor|tmp|temp|test|commit|save|cleanup|more|some|things?|work|progress|checkpoint|done|final|again|further|edits?|tweaks?|several|various|small|few|latest|docs?|ci|readme|ui|layout|builds?|optimi[sz]e[ds]?|improve[ds]?|polish(?:ed)?|task|issue|ticket|story|step|part|item|day|week|batch|session|[a-z]{1,6}-\d+|[a-z]|v?\d+(?:[.-]\d+)*|and|the|a|an|on|in|aufräumen|änderungen|kleinigkeiten|korrekturen|cambios|arreglos|limpieza|ajustes|nettoyage|modifications|corrections|divers|alterações|correções|limpeza|modifiche|correzioni|pulizia|zmiany|poprawki|porządki|правки|изменения|исправления|мелочи|зміни|виправлення|修正|更新|変更|整理|调整|修改|수정|변경|정리|자잘한|사항|[^\p{L}\p{N}]+)$`;

const SHORT_NAME = 3;

/** The commit in one line: its subject without type and tags; what its body or files say where it says
 * nothing. */
export function phraseOf(owed: OwedCommit, words: Words): string {
  const { message, commit } = owed;
  const said = describe(message, words);
  const isShort = [message.scope, message.type].some(
    (name) => name !== null && name.length <= SHORT_NAME && said.startsWith(`${name}: `),
  );
  // `ui: …`, `sfx: …`: no words with a capital.
  if (!saysNothing(said))
    return isShort ? cutText(said, LONGEST_LINE) : capitalize(cutText(said, LONGEST_LINE));
  const [detail] = detailsOf(owed);
  return (
    detail ?? capitalize([said, areaOf(commit.files.map(({ path }) => path))].filter(Boolean).join(': '))
  );
}

// `capture phase context`, `create phase plan`: a step that every phase has.
const ROUTINE =
  /^(?:capture|research|create|complete|update|gather|revise|verify|add|mark|sync)\s(?:the\s)?(?:phase\s)?(?:\d[\d.]*\s)?(?:phase\s)?(?:context|domain|plans?|plan structure|summary|state|status|discussion|research)$/i;

// Of a forge or of git: `Add files via upload`, `Create index.html`, `modified: src/a.c`.
const OF_FORGE =
  /^(?:add files via upload|(?:(?:add|create|update|delete|rename|move) |(?:modified|new file|deleted|renamed|copied):\s*)?[\w./-]+\.[a-z]\w{0,6}(?: (?:to|->) [\w./-]+)?)$/i;

/** Whether a subject says nothing: `wip`, `fix stuff`. */
export const saysNothing = (said: string): boolean =>
  [ROUTINE, OF_FORGE].some((empty) => empty.test(said)) ||
  said
    .replace(/^:[a-z0-9_+-]{2,40}:\s*/, '')
    .split(/\s+/)
    .every((word) => EMPTY_WORDS.test(word.replace(/(?<![.,!:;])[.,!:;]+$/, '')));

// `Sync GUIDE to v0.7`, `Update PRD and progress for NP-001`, `Session close 21 Aug`: of documents alone.
const KEEPS_RECORDS =
  /^(?:[A-Z]{2,6}-\d+\s[-–—:]?\s?)?(?:(?:add|bring|clean up|close|complete|consolidate|create|document|expand|finalize|fix|improve|log|note|polish|record|refresh|revise|rewrite|save|sync|track|update|write)(?:s|d|ed|ing)?\s(?:\S+\s){0,3}?|(?:the|our)\s)?(?:artifacts?|change-?log|claude|context|current|dev-?log|docs?|documentation|evidence|guides?|hand-?offs?|hand-?overs?|journal|learnings|license|memory|notes|prd|progress|readme|session|state|status|summar(?:y|ies)|tracker|work-?log)(?:\.md)?\b(?!.*\b(?:because|decid|reject|instead)\w*)/i;

// `Create phase plans for search`, `Re-research phase with test ids`, `Revise plans based on feedback`
const PLANS_WORK =
  /^(?:capture|complete|create|define|gather|plan|re-?plan|re-?research|research|revise|update|verify)\w*\s(?:\S+\s){0,3}?(?:context|discussion|domain|phases?|plans?|research|requirements|road-?map|strategy|validation)\b/i;

/** Whether a commit of documents alone keeps records or manuals: its documents say what is new. */
export function keepsRecords({ commit, message: { description } }: OwedCommit): boolean {
  const isRecord = [KEEPS_RECORDS, PLANS_WORK].some((form) => form.test(description));
  return isOnPaper(commit) && (isRecord || commit.files.every(({ path }) => STANDING.test(path)));
}

/** Whether it names a decision: one word without an id (`Parents`) is a part of some other record. */
export const isTitle = (id: string | null, title: string): boolean =>
  id !== null || /\S\s+\S/.test(title) || isUnspaced(title);

// `git merge --squash` names no subject of its own: the first of its commits does.
function describe(message: Message, words: Words): string {
  const [part] = message.parts ?? [];
  const isBare = /^squashed commit of the following/i.test(message.subject) && part !== undefined;
  const { description, type, scope, subject } = isBare ? parseMessage(part.text) : message;
  if (isUndoneBy(subject, type)) return oneLine(subject);
  const said = oneLine(description).replace(TAGS, namedTag);
  const isFix =
    type === 'fix' && !/^(?:fix|correct|prevent|avoid|handle|resolve|repair|stop|restore)/i.test(said);
  // `watchdogs: guard the disk`: a word of the project's own says where.
  const name = subject.slice(0, type?.length);
  if (scope === null && type !== null && !TYPES.test(type))
    return `${name.toLowerCase() === type ? name : type}: ${said}`;
  const isNamed =
    scope === null || said.toLowerCase().includes(scope.toLowerCase()) || /^(?:phase|fase)/i.test(scope);
  if (isFix) return isNamed ? `${words.fix}: ${said}` : `${words.fix} (${scope}): ${said}`;
  return isNamed ? said : `${scope}: ${said}`;
}

const TAGS = /^(?:\[[^\]]{0,60}\]\s*|:[a-z0-9_+-]{2,40}:\s*)+(?=\S)/;

// `[softphone] compact dialer` says what it is of; `[WIP]`, `[skip ci]`, `[ABC-12]` and `[1/3]` do not.
function namedTag(tags: string): string {
  const [, tag = ''] = /\[([a-z][a-z_/-]{2,20})\]\s*$/.exec(tags) ?? [];
  return tag === '' || TYPES.test(tag) || EMPTY_WORDS.test(tag) || OF_WORK.test(tag) ? '' : `${tag}: `;
}
const OF_WORK = /^(?:auto|automated|bot|breaking|codex|claude|copilot|hotfix|no-?ci|patch|skip-?ci|squash)$/;

const TYPES =
  /^(?:auto|bug|build|bugfix|chore|ci|decide|decided|decision|deps|design|docs?|documentation|draft|enhance(?:ment)?|experiment|feat|features?|fix(?:es|ed)?|hotfix|improve(?:ment)?|merge|misc|new|perf|plan|refactor|release|revert|rfc|spec|style|task|tests?|todo|try|update|wip)$/i;

// `Next: wire the planner`, `Rejected: two queues`, `plan: phase 3 complete`, `revert: two queues`: without
// its label it would say that it is so.
function isUndoneBy(subject: string, type: string | null): boolean {
  const kind = labelOf(subject)?.kind;
  return (
    type === 'revert' ||
    kind === 'next' ||
    kind === 'rejected' ||
    (isUndone(type) && unitsIn(subject).length > 0)
  );
}

/** The first letter in upper case, unless the word is a name as code writes it: `readFile`, `npm_config`,
 * `sed(1)`, `rollup >=4.5`, `ajv 8`. */
export const capitalize = (text: string): string =>
  /^\p{Ll}[\p{Ll}'’-]*(?:[\s,:;]|$)(?!\s?(?:[<>=~^@]|v?\d+\.\d))/u.test(text)
    ? text.charAt(0).toUpperCase() + text.slice(1)
    : text;

// Points below such a label say what any diff says.
const BOOKKEEPING =
  /^(?:(?:\W{0,4}[\w/-]+\.[a-z]{1,5}\b)|benefits\b|(?:new |changed |modified |updated |key )?files?\b|docs?\b|documentation\b|tests?\b|testing\b|test plan|verification|checklist|changes to|closes|fixes #|refs?\b|see\b|co-authored|signed-off|diff:)/i;
// A path, an issue, a link: nothing that a reader could not find.
const NO_POINT =
  /^(?:\\?\[[\w-]{1,30}: [^\]]{0,40}\].*|(?:confidence|scope-risk|reversibility)\s?:.*|no (?:behaviou?r(?:al)?|functional|logic) changes?|[\w./@-]+\.\w{1,5}|(?:close[sd]?|fix(?:e[sd])?|resolve[sd]?|refs?) #\d+\.?|https?:\/\/\S+)$/;
// `src/gauge.ts: reads over HTTP`, `readGauge(): returns null`: what the diff shows, file by file.
const WALK =
  /^(?:\S{1,80}\/\S{0,80}|[\w-]{1,60}\.[a-z]{1,5}|\w{1,60}\(\)|[a-z]+(?:[A-Z]\w*|_\w+))(?::| [-–—])\s|^\S+ (?:→|->) \S/;
// `Add UpdateRequest struct`, `Wire DocSearch into the layout`: a step of the work, named by what it is
// called in the code; not one that says what for.
const STEP =
  /^(?:add(?:s|ed)?|create[sd]?|implement(?:s|ed)?|introduce[sd]?|extract(?:s|ed)?|wire[sd]?|install(?:s|ed)?|export(?:s|ed)?|imports?|imported|rename[sd]?|move[sd]?|define[sd]?|delete[sd]?|remove[sd]?|drop(?:s|ped)?|cast|modif(?:y|ies|ied)|enhance[sd]?|updates?|updated|register(?:s|ed)?|extend(?:s|ed)?|use[sd]?)\s(?:\S+\s){0,3}?(?:[a-z]+[A-Z]\w*|[A-Z][a-z0-9]+[A-Z]\w*|\w+_\w+|\w+\(\))(?![^.]*\b(?:so|because|since|instead|when|until|before|after|without|replac\w+|never|unused|dead|no longer)\b)(?!.*\d\s?(?:%|ms|s|x|MB|GB|KB)\b)/i;
// A name as code writes it: `UpdateRequest`, `kd_weight`, `next()`, `src/gauge.ts`
const NAMES =
  /`[^`]{1,60}`|\b(?:[a-z]+[A-Z]\w*|[A-Z][a-z0-9]+[A-Z]\w*|\w+_\w+|\w+\(\)|[\w-]+\.[a-z]\w+)|[\w-]+\/[\w./-]+/g;
// Why, what for, how it behaves, how much.
const SAYS_WHY =
  /\b(?:so|because|since|instead|when|whenever|until|unless|before|without|never|always|no longer|now|only|otherwise|fail\w*|crash\w*|silent\w*|prevent\w*|avoid\w*|race|bug|leak\w*|security|timeouts?|broke\w*|wrong\w*|must|cannot|could|lost|losing|causes?|caused|fix(?:es|ed)?|reject\w*|error|not)\b|n't\b|(?<![\d.v])\d{1,6}\.\d{1,6}(?![\d.])|\d\s?(?:%|ms|s|x|MB|GB|KB)(?!\w)|[$€]\d/i;

/** Whether a detail says more than that something was done; of other languages nobody can tell. */
export const saysWhy = (text: string): boolean =>
  SAYS_WHY.test(text) || !/\b(?:a|and|for|in|of|the|to|with)\b/i.test(text);

// A line that walks through code says names of it, and neither a reason nor what it does.
const isWalk = (words: string): boolean =>
  (words.match(NAMES)?.length ?? 0) * 6 >= words.split(/\s+/).length && !SAYS_WHY.test(words);

// What git, a forge or a tool wrote: trailers, sessions, addresses, counts of what changed.
const BY_TOOL =
  /^(?:this reverts commit\b|change-id:|[\w-]{1,40}-(?:by|id|author|session|url)\s?:|\(cherry picked|merge (?:branch|pull request)\b|\d{1,6} (?:changed )?(?:changes?|files?|insertions?|deletions?|additions?)\b)|\b[\w.+-]{1,60}@[\w-]{1,60}\.[\w.-]{2,30}\b|https?:\/\/\S{0,200}\/(?:session|share|chat)s?[_/-]/i;
// `Agent-Model: Five Pro Agent-Mode: interactive`
const TRAILERS = /^(?:[A-Z][a-z]+-){1,3}[A-Z][A-Za-z]*:\s.{1,80}\s(?:[A-Z][a-z]+-){1,3}[A-Z][A-Za-z]*:\s/;
// That the checks ran is no news of the project.
const VERIFIES =
  /^(?:[a-z]+-\d+ verified|(?:\w+ )?smoke(?:[- ]?test\w*)?|gate \d+|mypy|pytest|ruff|eslint|tsc|(?:(?:also|manually|locally|visually|fully) )?(?:verified|tested|checked)|(?:nothing|not yet|not) (?:is |was )?(?:pushed|committed)|un(?:pushed|committed)|working tree (?:is )?clean|ran|run|running|(?:address|addresses|addressed|apply|applied|incorporate[ds]?) (?:\w+ ){0,2}?(?:reviews?|feedback|comments|suggestions|nits?))\b|^fix(?:es|ed)? (?:lint|linting|typos?|formatting|ci|build)$/i;
export const VERIFIED =
  /\b(?:pytest|jest|vitest|mypy|ruff|eslint|tsc)\b[^.]{0,40}\b(?:passed|clean|ok)\b|\b\d+\/\d+ (?:\w+ )?(?:pass|green)|\breviews? [-–—]+ pass|\bstubs? (?:fail|confirm|pass)|^(?:add|update)\w* (?:failing |the )?(?:\S+ )?(?:test_\w+|stubs?)\b|^[\w./-]+\.md (?:is |was )?(?:updated|synced)|^updated? (?:the )?(?:readme|docs|documentation|change-?log)\b|\b(?:all |\d+ |unit |e2e )?(?:tests?|suites?|checks?|specs?|lint|types?|build|tsc|ci)\b[^.]{0,40}\b(?:pass(?:es|ed|ing)?|green|clean|succeed(?:s|ed)?|ok)\b|^(?:\d+\/\d+|\d+) (?:[a-z]+ )?(?:tests?|specs?|(?:vitest|jest|pytest|unit|test) cases)\b|^(?:add|adds|added|new|cover|covers)\b[^.]{0,60}\b(?:unit|integration|regression|e2e|smoke|\d+)?\s?(?:tests?|specs?|coverage)\b(?![^.]*\b(?:because|since)\b)|\b\d+ (?:tests?|tester|testfall|prüfungen|pruebas|testes|тестов|тестів)(?= )[^.]{0,20} (?:pass|passer|bestanden|grün|pasan|réussi|успешно|totalt)|^(?:검증|테스트|验证|测试|検証|テスト)\s?[:：]|\d+\s?(?:테스트|测试|テスト)|(?:테스트|빌드|测试|构建|テスト|ビルド)[^.。]{0,20}(?:그린|통과|通过|全绿|グリーン|パス)|^tests?:|^follows (?:the )?(?:established|existing|same)\b|^this (?:commit|pr|change|patch) |\bremains? (?:functional|working|unchanged)$|^updated? (?:the )?[\w./-]+\.(?:md|txt)\b/i;
// `1 plan in 1 wave`, `3 tasks defined`, `Ready for execution`, `Phase 01: Foundation`: what a plan is made
// of.
const OF_PLAN =
  /^(?:\d+ (?:\w+ ){0,2}?(?:plans?|tasks?|waves?|steps?|phases?|requirements?|parallel|sequential)\b(?:\(s\))?[^.;:]{0,40}|(?:fully autonomous|ready for|sequential execution|phase boundary|implementation decisions)\b.{0,40}|(?:phase|sprint|milestone|stage|wave|etappe|étape|fase) \d[\d.]*: (?:\S+ ){0,4}\S+ ?)$/i;
const PREFIX = /^[a-z]{2,12}(?:\([^()]{0,60}\))?!?:\s/i;

/** What the body says beyond the subject, in whole sentences: what made the commit matter first, bookkeeping
 * last. */
export function detailsOf(owed: OwedCommit): string[] {
  const { message, verdict } = owed;
  const claimed = claimsOf(owed).flatMap(({ text, quote }) => [foldName(text), foldName(quote)]);
  const { lines } = readOutline(message.body.slice(0, LONGEST_BODY));
  const items = readItems(lines, [0, lines.length]).filter(({ kind }) => kind !== 'row');
  const telling = verdict.signals.flatMap(({ evidence, weight }) =>
    weight > 0 && evidence.kind === 'quote' && evidence.text.length >= SHORTEST_QUOTE ? [evidence.text] : [],
  );
  let part = '';
  const points = items.flatMap((item, index) => {
    // Below `* docs(review): the findings` of a squash stands what that commit said.
    if (message.parts !== undefined && item.kind === 'item' && item.depth === 0) part = item.text;
    if (item.kind === 'heading' || isLabel(items, index) || (part !== '' && ofSquash(part) === '')) return [];
    if (isBefore(item.text) || isConditional(items, index)) return [];
    const isMinor = isBookkeeping(items, index);
    return sentencesOf({ ...item, text: ofSquash(item.text) }).map((text, order) => {
      const isTelling = telling.some((quote) => text.includes(quote));
      const rank = isTelling ? 0 : isMinor ? MINOR : item.kind === 'text' && order > 0 ? 2 : 1;
      return { text, rank: rank + (saysWhy(text) ? 0 : 0.5) };
    });
  });
  const isClaimed = (text: string) =>
    claimed.some((said) => said.length >= SHORTEST_QUOTE && foldName(text).includes(said));
  const subject = wordsOf(message.description);
  const isEcho = (text: string) => {
    const words = wordsOf(text);
    const isShort = subject.size >= FEWEST_SAID && words.size <= subject.size * 2;
    return isShort && areWithin(subject, words, ECHOED) && !HAS_CONSEQUENCE.test(text);
  };
  const said = points.filter(
    ({ text }) => isPoint(text, message.description) && !isClaimed(text) && !isEcho(text) && !isStyling(text),
  );
  // A long body of nothing but a walk through the code is told by it.
  const news = said.filter(({ text, rank }) => rank < MINOR && !isWalk(plainText(text)));
  const told = news.length > 0 || said.length < LONG_WALK ? news : said;
  return [
    ...new Set(
      told.sort((a, b) => a.rank - b.rank).map(({ text }) => capitalize(cutText(text, LONGEST_DETAIL))),
    ),
  ];
}

// `feat(auth): add a command`: the subject of a commit that was squashed away; of upkeep nothing is left.
function ofSquash(text: string): string {
  const [lead = '', type = '', scope = ''] = /^([a-z]{2,12})(?:\(([^()]{0,60})\))?!?:\s+/.exec(text) ?? [];
  if ([type, scope].some((word) => /^(?:build|chore|ci|docs?|style|tests?)$/.test(word))) return '';
  return /^(?:enhance|feat|feature|fix|perf|refactor)$/.test(type) ? text.slice(lead.length) : text;
}

const MINOR = 3;
/** Words of a subject from on which a sentence can echo it, and the share of them that it has then. */
const FEWEST_SAID = 4;
const ECHOED = 0.7;

/** Whether a text has a share of some words. */
export function areWithin(words: ReadonlySet<string>, others: ReadonlySet<string>, share: number): boolean {
  const shared = [...words].filter((word) => others.has(word)).length;
  return shared >= words.size * share;
}

// What follows from it, and how much.
const HAS_CONSEQUENCE =
  /\b(?:because|since|so that|instead|must|never|cannot|crash\w*|fail\w*|lost|leak\w*|broke\w*|breaking|requires?|security|no longer|until|unless)\b|\d/i;

// `Glow ring on the accessible nodes, 3px border`: how it looks.
const LOOKS =
  /\b(?:gradients?|border(?:s|ed)?|rounded|radius|radii|padding|margins?|shadows?|opacity|colou?rs?|fonts?|hover|glow(?:ing)?|orbs?|tint(?:ed)?|dashed|pill|tiles?|spacing|thicker|bold|sticky|animations?|animated|keyframes|overlay|px|rem|schrift|farbe\w*|rahmen|schatten|abstand)\b/g;
const isStyling = (text: string): boolean =>
  new Set(
    text
      .toLowerCase()
      .replace(/\d+(?=px|rem|em|vh)/g, '')
      .match(LOOKS),
  ).size > 1 && !/\b(?:because|so that|must|cannot|fail\w*|crash\w*|accessib\w*|mobile)\b/i.test(text);

// `Symptom: the door stays open`, `Previously: …`: what is no longer so, unless what is stands beside it.
const BEFORE = caseless`^\W{0,4}(?:symptoms?|before|previously|old behaviou?r|until now|bisher|vorher|síntomas?|antes|avant|symptômes?|sintom[oi]|prima|objawy?|wcześniej|раньше|симптом\w*|раніше)\W{0,4}[:：]`;
const isBefore = (text: string): boolean => BEFORE.test(text) && !/→|->|\b(?:after|now)\b/i.test(text);

// `Two empty runs` below `Stop if:`, which says nothing of any run.
const CONDITION = caseless`(?<!\p{L})(?:if|when|unless|si|cuando|wenn|falls|sobald|quand|se|quando|jeśli|gdy|если|когда|якщо|коли)(?!\p{L})[^:：]{0,60}[:：][\s*_]*$|(?:如果|若|場合|경우)[^:：]{0,20}[:：]\s*$`;
function isConditional(items: readonly Item[], index: number): boolean {
  const item = items[index];
  const label = items
    .slice(0, index)
    .findLast((one) => one.kind !== 'item' || one.depth < (item?.depth ?? 0));
  return item?.kind === 'item' && label !== undefined && CONDITION.test(label.text);
}

// `1. Percentage display` above points of its own.
function isLabel(items: readonly Item[], index: number): boolean {
  const [item, next] = [items[index], items[index + 1]];
  const isAbove = item !== undefined && next !== undefined && next.kind === 'item' && next.depth > item.depth;
  return isAbove && item.kind === 'item' && item.text.split(/\s+/).length < SHORTEST_SENTENCE;
}
const SHORTEST_SENTENCE = 5;

/** Points from on which a walk through the code is better than nothing. */
const LONG_WALK = 3;
/** Characters of a quotation that tells its sentence from others. */
const SHORTEST_QUOTE = 12;

// The label that a point stands below, or begins with, tells.
function isBookkeeping(items: readonly Item[], index: number): boolean {
  const isAbove = ({ kind, text }: Item) => kind !== 'item' || /[:：]$/.test(text);
  const label = items.slice(0, index + 1).findLast(isAbove)?.text ?? '';
  return [label, items[index]?.text ?? ''].some((text) => BOOKKEEPING.test(plainText(text)));
}

// What an abbreviation ends in ends no sentence.
const SENTENCE_END =
  /(?<=[^.\d][.!?]["”)]?)(?<!(?<![\p{L}])(?:e\.g|i\.e|cf|vs|etc|incl|approx|ca|resp|no|nr|fig|z\. ?b|bzw|d\. ?h|p\. ?ex|т\. ?е|напр)\.)\s+(?=[\p{Lu}\p{N}`"“(])/iu;

// A paragraph is told by as many of its first sentences as one point holds: the first alone often only
// announces.
function sentencesOf({ text, kind }: Item): string[] {
  const said = oneLine(text).slice(0, LONGEST_POINT);
  if (kind !== 'text') return [said.replace(/[.;,]$/, '')];
  const points: string[] = [];
  for (const sentence of wholeSentences(said).filter((one) => !isNoise(one))) {
    const last = points.at(-1) ?? '';
    if (last !== '' && last.length + sentence.length < LONGEST_DETAIL)
      points[points.length - 1] = `${last} ${sentence}`;
    else points.push(sentence);
  }
  return points.map((point) => point.replace(/[.;,]$/, ''));
}

/** Sentences; what is quoted or in brackets is not cut in two: `often ("birthday. And I liked it")`. */
export function wholeSentences(said: string): string[] {
  const whole: string[] = [];
  for (const part of said.split(SENTENCE_END)) {
    const last = whole.at(-1);
    if (last !== undefined && isOpen(last)) whole[whole.length - 1] = `${last} ${part}`;
    else whole.push(part);
  }
  return whole;
}

const countOf = (text: string, mark: string): number => text.split(mark).length - 1;
const isOpen = (text: string): boolean =>
  countOf(text, '"') % 2 === 1 ||
  countOf(text, '“') > countOf(text, '”') ||
  countOf(text, '(') > countOf(text, ')');

const LONGEST_POINT = 2000;

const isNoise = (text: string): boolean => {
  const words = plainText(text);
  return (
    WALK.test(words) ||
    STEP.test(words) ||
    OF_PLAN.test(words) ||
    TRAILERS.test(words) ||
    /[?？]["”)]?$/.test(words) ||
    [NO_POINT, BY_TOOL, VERIFIES, VERIFIED].some((noise) => noise.test(words.toLowerCase()))
  );
};

// A label for what stands below it says nothing by itself.
function isPoint(text: string, subject: string): boolean {
  const words = plainText(text).toLowerCase();
  return (
    text.length > 12 &&
    !/[:：]$/.test(words) &&
    !isNoise(text) &&
    !subject.toLowerCase().includes(words.replace(PREFIX, ''))
  );
}

/** Details that share a line where there are more than a few, and how long it gets. */
const FEW = 3;
const SHARED_LINE = 160;

/** Several short details on one line each; a few stand alone. */
export function inLines(details: readonly string[]): string[] {
  if (details.length <= FEW) return [...details];
  const lines: string[] = [];
  for (const detail of details) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + detail.length < SHARED_LINE)
      lines[lines.length - 1] = `${last}; ${detail}`;
    else lines.push(detail);
  }
  return lines;
}

/** The directory that holds more than half of the paths, two levels deep rather than one; null where none
 * does. */
export function areaOf(paths: readonly string[]): string | null {
  const directories = paths.map((path) => path.split('/').slice(0, -1));
  const inArea = (depth: number) => {
    const names = directories
      .filter(({ length }) => length >= depth)
      .map((directory) => directory.slice(0, depth).join('/'));
    const groups = [...groupBy(names, (name) => name).values()];
    return groups.find(({ length }) => length > paths.length / 2)?.[0];
  };
  return inArea(2) ?? inArea(1) ?? null;
}
