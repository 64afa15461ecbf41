// What a message claims to have done, in the words that people use for it in a dozen languages.
import { once } from '../memo.ts';
import type { Message } from '../types.ts';

export type Claim =
  | 'feature'
  | 'fix'
  | 'refactor'
  | 'performance'
  | 'docs'
  | 'test'
  | 'tweak'
  | 'build'
  | 'chore'
  | 'release'
  | 'plan'
  | 'update'
  | 'removal';

export const BY_TYPE: Readonly<Record<string, Claim>> = {
  feat: 'feature',
  feature: 'feature',
  add: 'feature',
  fix: 'fix',
  bugfix: 'fix',
  hotfix: 'fix',
  security: 'fix',
  refactor: 'refactor',
  perf: 'performance',
  docs: 'docs',
  doc: 'docs',
  test: 'test',
  tests: 'test',
  style: 'tweak',
  lint: 'tweak',
  format: 'tweak',
  ui: 'tweak',
  build: 'build',
  ci: 'build',
  deps: 'build',
  chore: 'chore',
  wip: 'chore',
  misc: 'chore',
  release: 'release',
  plan: 'plan',
  spec: 'plan',
  design: 'plan',
  rfc: 'plan',
};

// Stems; what follows is matched to the end of the word. `|` alone ends a stem that must be the whole word.
export const VERBS: Readonly<Record<Exclude<Claim, 'release' | 'build'>, string>> = {
  feature: `feat| feature| add| adds| added| adding| implement introduc creat build| built| enabl support| supports|
    integrat wire| wires| launch expose| exposes| provid port| ports| ship| shipped| new| initial| scaffold bootstrap|
    complete| ajout implément crée| créer| intègr nouve añad agreg implementa crea| integra| nuevo| nueva| adicion cria|
    criad novo| nova| füge| hinzu hinzugefügt implementier erstell neue| neuer| neues| aggiun crea| nuov voeg toegevoegd
    doda dodan zaimplement nowy| nowa| добав реализ внедр додан додат реаліз створ eklen ekle| oluştur`,
  fix: `fix| fixes| fixed| fixing| bugfix hotfix repair correct| corrects| corrected| resolve| resolves| resolved|
    avoid| prevent| prevents| patch| corrig arregl conserta behebe behob korrigier reparier
    corregg herstel napraw popraw исправ почин фикс виправ полагод düzelt`,
  refactor: `refactor extract| extracts| rename| renames| renamed| dedup deduplic simplif cleanup clean| cleans|
    restructur reorganiz reorganis reorder move| moves| moved| split| splits| separat consolidat moderniz modernis
    unify| renomm réorganis déplac refactoriz reorganiza separa| mover mueve umbenenn umbau verschieb rinomin sposta
    przenie рефактор перенес переимен рефакторинг перенес перейменув`,
  performance: `perf| optimiz optimis speed| faster| accélèr beschleunig otimiz ottimizz оптимиз оптиміз`,
  docs: `docs| doc| document| documents| documented| documentation readme| changelog| clarify| clarifies| explain|
    describe| translate| documente documenta| documenté dokument документ опис`,
  test: `test| tests| testing| cover| covers| coverage`,
  tweak: `style| styles| restyle| tweak| tweaks| polish| polishes| align| aligns| reword| typo| typos| lint| prettier|
    format| formats| formatting| recolor beautif restyl match| adjust| adjusts`,
  chore: `chore| wip| bump| bumps| upgrade| upgrades| sync| syncs| ignore| regenerate| trigger| touch| checkpoint|
    backup| snapshot| maj|`,
  plan: `plan| plans| planning| spec| specification| propose| proposal| rfc| design| designs| outline|`,
  update: `update| updates| updated| refresh| refreshes| change| changes| set| use| uses| switch| switches| replac
    migrat adopt| adopts| convert| converts| restor increas decreas reduce| reduces| allow| allows| hardcod pin| pins| mark|
    marks| capture| captures| improve| improves| improved| improvement| refine| refines| make| makes| redesign| render|
    amélior mejora melhora verbesser migliora ulepsz улучш покращ actualiz atualiz mise| aktualis aggiorn обнов онов güncelle`,
  removal: `remove| removes| removed| delete| deletes| drop| drops| disable| disables| retire| purge| supprim elimin
    remov entfern rimuov usuń usun удал видал kaldır`,
};

// Languages that are written without spaces.
const UNSPACED: readonly (readonly [Claim, RegExp])[] = [
  ['fix', /修复|修正|修改|バグ|수정|解决/],
  ['feature', /新增|添加|实现|增加|支持|追加|実装|추가|구현/],
  ['refactor', /重构|リファクタ|리팩/],
  ['docs', /文档|ドキュメント|문서/],
  ['update', /更新|优化|改善|업데이트/],
  ['removal', /删除|移除|削除|삭제/],
];

type Stems = {
  readonly whole: ReadonlyMap<string, Claim>;
  readonly starts: readonly (readonly [string, Claim])[];
};

const NO_LETTERS = /[^a-z\u00df-\u1fff\u3040-\u9fff\uac00-\ud7a3]+/;

/** Words at the head of a subject that say what was done; what stands behind them is about something else. */
export const CLAIMING_WORDS = 5;

/** The type's claim, else that of the first word of the subject that claims anything. */
export function claimOf(message: Message, subject: string): Claim | null {
  if (BY_TOOL.test(message.subject.slice(0, 160)) || isRelease(subject) || isScoped(message))
    return 'release';
  if (message.type !== null && Object.hasOwn(BY_TYPE, message.type)) return BY_TYPE[message.type] ?? null;
  for (const word of subject.toLowerCase().split(NO_LETTERS, CLAIMING_WORDS)) {
    const claim = claimOfWord(word);
    if (claim !== null) return claim;
  }
  return UNSPACED.find(([, pattern]) => pattern.test(subject))?.[0] ?? null;
}

// `v1.2.0`, `Release 2.0`, `prepare 1.4.1 release`, `2.0.0-rc.1`, `发布 v2.1.0`: a version, and words of
// releasing alone.
const VERSION = /(?<![\w.])v?\d+\.\d+(?:\.\d+)?(?:[-+][\w.]{1,20})?(?![\w.])/;
export const RELEASING: ReadonlySet<string> = new Set(
  `prepare cut publish ship tag release releases released releasing version versión versão versione wersja версия релиз
  veröffentlicht for the of 发布 版本 リリース 릴리스 배포`.split(/\s+/),
);

// As tools write it: Maven, changesets, release-please, lerna, cargo-release, bump2version.
const VERSIONED = String.raw`v?\d{1,6}\.\d{1,6}[\w.+-]{0,40}`;
const CHORE = String.raw`(?:chore(?:\([\w@./-]{1,60}\))?: )?`;
const BY_TOOL = new RegExp(
  `^(?:${[
    String.raw`\[maven-release-plugin\] prepare release \S{1,80}`,
    String.raw`${CHORE}version packages(?: \([\w.-]{1,20}\))?`,
    String.raw`${CHORE}release (?:main|master|(?:[\w@./-]{1,60} )?(?:version )?${VERSIONED})`,
    String.raw`(?:chore\(release\): )?publish(?: ${VERSIONED})?`,
    String.raw`\(cargo-release\) version ${VERSIONED}`,
    String.raw`${CHORE}bump version:? ${VERSIONED} (?:→|->|to) ${VERSIONED}`,
    String.raw`releasing: releasing \d{1,4} package\(?s?\)?`,
  ].join('|')})(?: \\[(?:skip ci|ci skip)\\])?(?: \\(#\\d{1,8}\\))?$`,
  'i',
);

// `Release 0.4.0 - what is in it`
const TITLED = /^release v?\d+\.\d+(?:\.\d+)?\s{0,2}(?:[-–—:(]|$)/i;

function isRelease(subject: string): boolean {
  if (TITLED.test(subject)) return true;
  const head = subject
    .slice(0, 80)
    .toLowerCase()
    .replace(/\[(?:skip ci|ci skip)\]/, '');
  const isVersioned = VERSION.test(head);
  if (!isVersioned && !head.includes('release')) return false;
  const words = head
    .replace(VERSION, ' ')
    .split(NO_LETTERS)
    .filter((word) => word !== '');
  return (isVersioned || words[0] === 'release') && words.every((word) => RELEASING.has(word));
}

// `chore(release): finalize v3.0.0 with the importer`
const isScoped = ({ type, scope, subject }: Message): boolean =>
  type === 'chore' && scope === 'release' && VERSION.test(subject.slice(0, 160));

/** Drops what stands before the sentence: `[tag]`, a date, signs. */
export function bareSubject(message: Message): string {
  return message.description
    .slice(0, 500)
    .replace(/^(?:\[[^\]]{0,60}\]\s{0,3}){1,4}/, '')
    .replace(/^\d{4}-\d\d-\d\d:?\s{0,3}/, '')
    .replace(/^[^\w#(\u00c0-\u9fff\uac00-\ud7a3]{1,8}/, '');
}

function claimOfWord(word: string): Claim | null {
  const { whole, starts } = stems();
  return whole.get(word) ?? starts.find(([stem]) => word.startsWith(stem))?.[1] ?? null;
}

// Most messages say by their type what they claim.
const stems = once((): Stems => {
  const all = Object.entries(VERBS).flatMap(([claim, text]) =>
    text.split(/\s+/).map((stem) => [stem, claim as Claim] as const),
  );
  const whole = all
    .filter(([stem]) => stem.endsWith('|'))
    .map(([stem, claim]) => [stem.slice(0, -1), claim] as const);
  return { whole: new Map(whole), starts: all.filter(([stem]) => stem !== '' && !stem.endsWith('|')) };
});
