// What later commits of a range make of what an earlier one said: removed since, set anew, done since, put
// right. Each text is asked for here, whichever line it would stand on.
import { claimsOf, MENDS, subjectReverted } from '../claims/index.ts';
import { foldName } from '../context/roles.ts';
import { groupBy } from '../groups.ts';
import { isInPart } from '../head/doings.ts';
import { caseless } from '../letters.ts';
import { readItems } from '../markdown/items.ts';
import { readOutline } from '../markdown/outline.ts';
import { parseMessage } from '../message/index.ts';
import { unitKind, unitsIn } from '../phases/units.ts';
import type { ChangedFile, OwedCommit } from '../types.ts';
import { aboutOf, numbersIn } from './about.ts';
import { type Move, movesIn, speaksAgainst, speaksOf } from './moves.ts';
import { areWithin, wholeSentences } from './phrase.ts';
import { isOnPaper, isPaper } from './range.ts';

/** The commit, in full, that overtook what a commit said in a sentence; null where it still holds. */
export type Overtaking = (sentence: string, sha: string) => string | null;

type Said = {
  readonly at: number;
  readonly sha: string;
  readonly text: string;
  readonly isSubject: boolean;
  readonly isFix: boolean;
};

/** Of commits, oldest first. */
export function overtakingIn(commits: readonly OwedCommit[]): Overtaking {
  const places = new Map(commits.map(({ commit }, at) => [commit.sha, at]));
  const said = commits.flatMap(saidBy);
  const moves = said.flatMap((one) =>
    movesIn(one.text).flatMap((move) => (move.isNamed || one.isSubject ? [{ ...one, ...move }] : [])),
  );
  const values = groupBy(
    said.flatMap((one) => [...aboutOf(one.text).values].map(([name, value]) => ({ ...one, name, value }))),
    ({ name }) => name,
  );
  const deleted = deletedIn(commits);
  const done = said.filter(({ text }) => !isOpen(text));
  const given = said.filter(({ text }) => INSTEAD.test(text));
  const undoing = said.filter(({ text }) => /[0-9a-f]{7}/.test(text) && UNDOES.test(text));
  return (sentence, sha) => {
    const at = places.get(sha);
    if (at === undefined) return null;
    const isLater = (one: Said) => one.at > at;
    return (
      deleted.get(sha) ??
      takenBack(sentence, moves.filter(isLater)) ??
      givenUp(sentence, given.filter(isLater)) ??
      undone(sentence, sha, undoing.filter(isLater)) ??
      setAnew(sentence, (name) => (values.get(name) ?? []).filter(isLater)) ??
      doneSince(sentence, commits[at], done.filter(isLater), commits)
    );
  };
}

const MOST_SENTENCES = 60;
const LONGEST_BODY = 8000;

function saidBy({ commit: { sha }, message }: OwedCommit, at: number): Said[] {
  const { lines } = readOutline(message.body.slice(0, LONGEST_BODY));
  const points = readItems(lines, [0, lines.length]).flatMap(({ text }) => wholeSentences(text));
  const isFix = [MENDS, FIXES].some((form) => form.test(message.type ?? message.description));
  return [message.description, ...points.slice(0, MOST_SENTENCES)].map((text, order) => ({
    at,
    sha,
    text,
    isSubject: order === 0,
    isFix,
  }));
}

const FIXES = caseless`^beheb|修复|修正(?!案)`;

// A commit that made files above all, and later ones deleted each of them: by which.
function deletedIn(commits: readonly OwedCommit[]): ReadonlyMap<string, string> {
  /** From the newest commit backwards: what deletes a path for good, null where it stays. */
  const fates = new Map<string, string | null>();
  const found = new Map<string, string>();
  for (const { commit } of commits.toReversed()) {
    const code = commit.files.filter(({ path }) => !isPaper(path));
    const by = code.filter(({ status }) => status === 'A').map(({ path }) => fates.get(path) ?? null);
    const last = by.includes(null) ? null : (by[0] ?? null);
    if (last !== null && by.length * 2 > code.length) found.set(commit.sha, last);
    for (const file of commit.files) follow(fates, file, commit.sha);
  }
  return found;
}

/** Commits that still ask for something or warn of it: not those whose code a later one deleted again, unless
 * they close a phase. */
export function withoutDeleted(commits: readonly OwedCommit[]): readonly OwedCommit[] {
  const deleted = deletedIn(commits);
  const closes = (one: OwedCommit) => claimsOf(one).some(({ kind }) => kind === 'phase-done');
  return commits.filter((one) => !deleted.has(one.commit.sha) || closes(one));
}

function follow(fates: Map<string, string | null>, { path, status, from }: ChangedFile, sha: string): void {
  if (!fates.has(path)) fates.set(path, status === 'D' ? sha : null);
  if (status === 'R' && from !== undefined) fates.set(from, fates.get(path) ?? null);
}

// What was added and is gone, what was removed and is back: the last word holds.
function takenBack(sentence: string, moves: readonly (Said & Move)[]): string | null {
  const isAgainst = movesIn(sentence).some(({ kind }) => kind === 'gone');
  const meant = moves.filter(({ things }) => speaksOf(sentence, things));
  const last = meant.at(-1);
  if (last === undefined) return null;
  return last.kind === 'gone' ? (speaksAgainst(sentence) ? null : last.sha) : isAgainst ? last.sha : null;
}

const INSTEAD = caseless`(?<!\p{L})(?:instead of|rather than|in place of|statt|anstatt|anstelle von|au lieu d[eu']|plutôt que|en (?:lugar|vez) de|em vez d[eoa]|ao invés de|invece d[ie]|al posto d[ie]|zamiast|вместо|замість)(?!\p{L})`;

// `pipe stderr to the store instead of inheriting the terminal` beside `stderr visible in the terminal`: some
// of what is given up, and some of what it is about.
function givenUp(sentence: string, later: readonly Said[]): string | null {
  if (speaksAgainst(sentence)) return null;
  const { words } = aboutOf(sentence);
  const shared = (text: string) => [...aboutOf(text).words].filter((word) => words.has(word)).length;
  const found = later.find(({ text, isSubject }) => {
    const [kept = '', ...given] = text.split(INSTEAD);
    return given.length > 0 && shared(kept) > 0 && shared(clauseOf(given.join(' '))) >= (isSubject ? 1 : 2);
  });
  return found?.sha ?? null;
}
const clauseOf = (text: string): string => text.split(/[,;.:()—–]|\s-\s/)[0] ?? '';

const UNDOES = caseless`(?<!\p{L})(?:revert\w*|undo(?:es|ne)?|restor\w+|put back|back(?:s|ed)? out|rückgängig|annul\w*|revertir|revertido|отмен\w+|откат\w*|скасов\w+|cofni\w+|撤销|回退|回滚|取り消|되돌)`;

// `Revert the strings that 1e49999 changed`: what stands between the verb and the id, or all of it.
function undone(sentence: string, sha: string, later: readonly Said[]): string | null {
  const { words } = aboutOf(sentence);
  const found = later.find(({ text }) => {
    const [lead = '', ...behind] = text.split(sha.slice(0, SHORTEST_ID));
    const verb = UNDOES.exec(lead);
    if (behind.length === 0 || verb === null) return false;
    const meant = [...aboutOf(text.slice(verb.index + verb[0].length, lead.length)).words];
    return meant.length === 0 || meant.some((word) => words.has(word));
  });
  return found?.sha ?? null;
}
const SHORTEST_ID = 7;

// `codecov-action v4` where a later commit has v6.
function setAnew(
  sentence: string,
  laterOf: (name: string) => readonly (Said & { readonly value: string })[],
): string | null {
  const shapeOf = (value: string) => value.replace(/[\d.,]+/g, '');
  for (const [name, value] of aboutOf(sentence).values) {
    const last = laterOf(name)
      .filter((one) => shapeOf(one.value) === shapeOf(value) && SETS.test(one.text))
      .at(-1);
    if (last !== undefined && last.value !== value) return last.sha;
  }
  return null;
}

const SETS = caseless`(?<!\p{L})(?:set|use[sd]?|using|pin|bump|(?:up|down)grad|updat|rais|lower|increas|decreas|reduc|chang|configur|switch|migrat|mov|default|auf|stell|änder|erhöh|senk|pass|met|mise|cambi|sub|baj|alter|aument|reduz|ustaw|zmien|podni|постав|измен|повыс|пониз|обнов|змін|підви|онов)|→|->|=|改为|升级|更新|变更|変更|更新|변경|업데이트`;

const OPEN = caseless`(?<![\p{L}_])(?:outstanding|pending|waiting (?:for|on)|remaining|remains?|hidden|halted|paused|on hold|stubbed|unsupported|(?:recommend|propose)(?:s|d)|still[- ](?:fails?|failing|missing|open|broken|to)|not (?:yet|merged|pushed|tested|validated|verified|implemented|wired|deployed|released|done|complete|finished)|nothing (?:is )?(?:merged|pushed|deployed|tested)|un(?:tested|verified|merged|validated|finished)|to be (?:done|tested|verified|added|implemented)|will (?:be|override|add|come|follow|need|use)|for now|ausstehend|steht noch aus|stehen noch aus|noch (?:nicht|offen)|folgt|fehlt noch|en attente|pas encore|reste à|pendiente|todavía no|aún no|pendente|ainda não|in attesa|non ancora|jeszcze nie|do zrobienia|пока не|ещё не|еще не|осталось|ще не|залишилось)(?![\p{L}_])|待办|待完成|尚未|还没|未完成|まだ|未対応|아직|미완`;

/** Whether a sentence says of anything that it is not over, or not there yet. */
export const isOpen = (text: string): boolean => OPEN.test(text) || isInPart(text);

const ACTS = {
  test: caseless`(?<!\p{L})(?:test|valid|verif|prove|tried|measur|getestet|geprüft|testé|vérifi|probad|testad|testat|przetestow|провер|перевір)|测试|验证|検証|テスト|검증|테스트`,
  merge: caseless`(?<!\p{L})(?:merg|landed|zusammengef|fusion|слит|смерж|злит)|合并|マージ|병합`,
  publish: caseless`(?<!\p{L})(?:push|publish|release|deploy|ship|veröffentl|ausgeliefert|publi|déploy|desplieg|implant|wydan|выпущ|опублик|випущ)|发布|部署|公開|배포`,
  wait: caseless`(?<!\p{L})(?:waiting|arrived|is (?:up|back|here|there)|unblocked|granted|no longer)(?!\p{L})`,
  fix: caseless`(?<!\p{L})(?:fix|fail|broken|bug|resolv|solv|repair|behob|fehl|corrig|répar|arregl|napraw|исправ|виправ)|修复|修正|故障|失败|수정`,
};

// `Hardware test outstanding` where a later commit says that it was validated on hardware; `R4 will follow`
// where R4 is done; a failure that is left where a later fix changes the same code.
function doneSince(
  sentence: string,
  owed: OwedCommit | undefined,
  later: readonly Said[],
  commits: readonly OwedCommit[],
): string | null {
  if (owed === undefined || !isOpen(sentence)) return null;
  const phases = unitsIn(sentence).flatMap(({ units }) => units);
  const over = commits
    .slice(commits.indexOf(owed) + 1)
    .find((one) =>
      claimsOf(one).some(
        ({ kind, unit, id }) =>
          kind === 'phase-done' &&
          phases.some((named) => named.id === id && unitKind(named.unit) === unitKind(unit ?? '')),
      ),
    );
  if (over !== undefined) return over.commit.sha;
  const numbers = new Set(numbersIn(sentence));
  const series = seriesOf(owed);
  const acts = Object.values(ACTS).filter((act) => act.test(sentence));
  const topic = [...aboutOf(sentence).words].filter(
    (word) => !OPEN.test(word) && !acts.some((act) => act.test(word)),
  );
  const isMeant = ({ text, isSubject }: Said): boolean => {
    if (isSubject && numbersIn(text).some((number) => numbers.has(number))) return true;
    if (isSubject && series !== null && numbersIn(text).some((number) => number.startsWith(series)))
      return true;
    const { words } = aboutOf(text);
    const shared = topic.filter((word) => words.has(word)).length;
    const isSameAct = acts.some((act) => act.test(text));
    if (isSameAct && topic.length <= SHORT_TOPIC) return shared > 0;
    return (isSameAct || isSubject) && shared >= Math.max(2, topic.length / 2);
  };
  const own = new Set(owed.commit.files.map(({ path }) => path).filter((path) => !isPaper(path)));
  const mends = (one: Said): boolean =>
    ACTS.fix.test(sentence) &&
    one.isFix &&
    (commits[one.at]?.commit.files.some(({ path }) => own.has(path)) === true ||
      topic.some((word) => aboutOf(one.text).words.has(word)));
  return later.find((one) => isMeant(one) || mends(one))?.sha ?? null;
}

// What is open in increment B.1 has its turn in B.2 and those after it.
function seriesOf({ message }: OwedCommit): string | null {
  const [number = ''] = numbersIn(message.description).filter((one) => /^[a-z]{1,2}\.\d+$/.test(one));
  return number === '' ? null : number.replace(/(?<!\d)\d+$/, '');
}

/** Words of a sentence that one of them tells from others. */
const SHORT_TOPIC = 6;

/** Repairs of what one earlier commit of the range made or, in the same part of the code, changed last; each
 * with that commit. */
export function repairedIn(commits: readonly OwedCommit[]): ReadonlyMap<OwedCommit, OwedCommit> {
  const makers = new Map<string, OwedCommit>();
  const latest = new Map<string, OwedCommit>();
  const found = new Map<OwedCommit, OwedCommit>();
  for (const owed of commits) {
    const { commit, message } = owed;
    const code = commit.files.filter(({ path }) => !isPaper(path));
    const one = (known: ReadonlyMap<string, OwedCommit>): OwedCommit | undefined => {
      const [first, ...others] = new Set(code.map(({ path }) => known.get(path)));
      return others.length === 0 ? first : undefined;
    };
    const last = one(latest);
    const isSamePart = message.scope !== null && last?.message.scope === message.scope;
    const maker = one(makers) ?? (isSamePart ? last : undefined);
    const isRepair =
      /^(?:fix|bugfix|hotfix|style|refactor)$/.test(message.type ?? '') && !owed.verdict.gate.needed;
    if (isRepair && maker !== undefined) found.set(owed, maker);
    for (const { path, status } of code) {
      if (isRepair) continue;
      if (status === 'A') makers.set(path, owed);
      latest.set(path, owed);
    }
  }
  return found;
}

const NAMES_PLAN = caseless`(?<!\p{L})(?:plans?|spec|specs|specification|design|proposal|rfc|prd|tasks?|todo|roadmap|\p{L}*plan|entwurf|spezifikation|konzept|anforderungen|spécification|conception|especificación|diseño|especificação|projeto|specifica|progetto|specyfikacja|projekt|план|спецификация|специфікація)(?!\p{L})|计划|計画|设计|設計|规格|仕様|계획|설계`;

/** Commits of plans on paper that later commits of code carried out, each with the first of those: it cites
 * the plan's file, or names what the plan is of. */
export function builtSince(commits: readonly OwedCommit[]): ReadonlyMap<OwedCommit, OwedCommit> {
  const found = new Map<OwedCommit, OwedCommit>();
  for (const [at, owed] of commits.entries()) {
    const { commit, message } = owed;
    const isPlan =
      isOnPaper(commit) && NAMES_PLAN.test(message.description) && !speaksAgainst(message.description);
    if (!isPlan || claimsOf(owed).length > 0) continue;
    const files = commit.files.map(({ path }) => path.slice(path.lastIndexOf('/') + 1));
    const topic = [...aboutOf(message.description).words].filter((word) => !NAMES_PLAN.test(word));
    const by = commits.slice(at + 1).find((later) => {
      if (later.commit.files.every(({ path }) => isPaper(path))) return false;
      const { words } = aboutOf(later.message.description);
      const isCited = files.some((file) => later.message.body.includes(file));
      return isCited || topic.filter((word) => words.has(word)).length >= 2;
    });
    if (by !== undefined) found.set(owed, by);
  }
  return found;
}

/** Commits of records on paper that say again what earlier ones of code did, each with the last of those. */
export function recordedBefore(commits: readonly OwedCommit[]): ReadonlyMap<OwedCommit, OwedCommit> {
  const found = new Map<OwedCommit, OwedCommit>();
  const code: OwedCommit[] = [];
  for (const owed of commits) {
    const { commit, message } = owed;
    if (!isOnPaper(commit)) code.push(owed);
    const { words } = aboutOf(message.description);
    const isRecord = isOnPaper(commit) && SAYS_DONE.test(message.description) && claimsOf(owed).length === 0;
    if (!isRecord || words.size < FEWEST_SAID) continue;
    const last = code.findLast((one) => sharesTopic(words, aboutOf(one.message.description).words));
    if (last !== undefined) found.set(owed, last);
  }
  return found;
}

const SAYS_DONE = caseless`(?<!\p{L})(?:fixed|verified|done|complete[ds]?|implemented|shipped|landed|merged|notes?|record|log|erledigt|fertig|umgesetzt|terminé|hecho|completad[oa]|feito|concluíd[oa]|fatto|gotowe|готово|выполнено|виконано)(?!\p{L})|完成|已修复|完了|완료`;
const sharesTopic = (words: ReadonlySet<string>, others: ReadonlySet<string>): boolean =>
  [...words].filter((word) => others.has(word)).length >= FEWEST_SHARED;
const FEWEST_SHARED = 3;

/** A revert whose work a later commit does again, in the words of what was there before; each with that
 * commit. */
export function givenAgain(commits: readonly OwedCommit[]): ReadonlyMap<OwedCommit, OwedCommit> {
  const found = new Map<OwedCommit, OwedCommit>();
  commits.forEach((owed, at) => {
    if (owed.message.kind !== 'revert' && !/^revert\b/i.test(owed.message.subject)) return;
    const name = subjectReverted(owed.message);
    const named = commits.slice(0, at).map(({ message }) => message.description);
    const said = [...named, ...(name === null ? [] : [parseMessage(name).description])];
    const again = commits
      .slice(at + 1)
      .find(({ message }) => said.some((one) => saysAgain(message.description, one)));
    if (again !== undefined) found.set(owed, again);
  });
  return found;
}

// `Phase 1b: delete the old modules` after the revert of `Delete the old modules`
function saysAgain(text: string, said: string): boolean {
  const [words, others] = [aboutOf(text).words, aboutOf(said).words];
  const isWhole = others.size >= FEWEST_SAID && areWithin(others, words, 1);
  return foldName(text) === foldName(said) || (isWhole && !/^revert\b/i.test(text));
}
const FEWEST_SAID = 4;
