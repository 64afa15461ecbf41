// What a sentence takes back of what was said before: removed, replaced, disabled, brought back.
import { wordsOf } from '../head/same.ts';
import { caseless, isUnspaced, lettersIn } from '../letters.ts';
import { oneLine } from '../markdown/inline.ts';
import { memoize } from '../memo.ts';
import { aboutOf, withoutNames } from './about.ts';

/** `gone`: it is no more, or something else stands for it; `back`: it is there again. */
export type Move = {
  readonly kind: 'gone' | 'back';
  /** One name, or two words at least; what speaks of it has all of them. */
  readonly things: readonly string[];
  /** Whether code writes one of them so: words alone name as well what a program does (`Delete a photo`). */
  readonly isNamed: boolean;
};

type Verbs = { readonly before: string; readonly after: string };

// What stands in front of its object, and what stands behind it.
const GONE: Verbs = {
  before:
    'remov(?:e|es|ed|ing)|drop(?:s|ped|ping)?|delet(?:e|es|ed|ing)|disabl(?:e|es|ed|ing)|retir(?:e|es|ed|ing)|scrap(?:s|ped)?|abandon(?:s|ed)?|eliminat(?:e|es|ed)|rip(?:s|ped)? out|get rid of|stop(?:s|ped)? using|back(?:s|ed)? out|withdr[ae]w|supersed(?:e|es|ed)|replac(?:e|es|ed|ing)|re(?:design|work|build|writ)(?:s|ed|e|es|ten)?|overhaul(?:s|ed)?|revamp(?:s|ed)?|renumber(?:s|ed)?|(?:migrat|mov)(?:e|es|ed|ing) (?:away )?from|switch(?:es|ed|ing)? (?:away )?from|' +
    'supprim(?:e|er|é|és|ée|ées)|retirer|enlev(?:er|é|ée|e)|désactiv(?:er|é|ée|e)|remplac(?:er|é|ée)|' +
    'elimin(?:ar|a|ado|ada)|quit(?:ar|a|ado|ada)|borr(?:ar|a|ado|ada)|desactiv(?:ar|a|ado|ada)|reemplaz(?:ar|a|ado|ada)|' +
    'remov(?:er|ido|ida)|exclu(?:ir|ído|ída)|desativ(?:ar|a|ado|ada)|substitu(?:ir|i|ído|ída)|' +
    'rimuov(?:ere|i)|rimoss[oaie]|disattiv(?:are|ato|ata)|sostitu(?:ire|ito|ita|isce)|' +
    'usu(?:ń|nąć|nięto|wa)|wyłącz(?:ono|yć)|zastąp(?:iono|ić)|' +
    'удал(?:ить|ён|ен|ена|ены|ено|яет|ил)|убра(?:ть|н|на|ны|но)|отключ(?:ить|ён|ен|ена|ены|ил)|замен(?:ить|ён|ен|ена|ил)|' +
    'видал(?:ити|ено|ив)|прибра(?:ти|но)|вимк(?:нути|нено)|замін(?:ити|ено)|' +
    '移除了?|删除了?|刪除了?|去掉了?|去除|废弃|禁用|停用|弃用|替换|放弃',
  after:
    '(?:is|are|was|were|got|gets|has been|have been) (?:now )?(?:removed|dropped|deleted|disabled|retired|replaced|superseded|gone)|' +
    'entfern(?:en|t)|gel(?:ö|oe)scht|l(?:ö|oe)schen|abschalten|abgeschaltet|deaktivier(?:en|t)|ausgebaut|ausbauen|verworfen|durch .{1,60} (?:ersetzt|ersetzen)|' +
    'を(?:削除|除去|廃止|撤去|無効化|置き換え)|(?:을|를)? ?(?:제거|삭제|폐기|비활성화)',
};
const BACK: Verbs = {
  before:
    '(?:re-?)?enabl(?:e|es|ed)|restor(?:e|es|ed|ing)|brings? back|brought back|re-?add(?:s|ed)?|reinstat(?:e|es|ed)|reintroduc(?:e|es|ed)|puts? back|' +
    'réactiv(?:er|é|ée|e)|rétablir?|restaur(?:er|é|ée)|reactiv(?:ar|a|ado|ada)|restaur(?:ar|a|ado|ada)|reativ(?:ar|a|ado)|riattiv(?:are|ato|a)|ripristin(?:are|ato|a|ata)|przywró(?:ć|cono|cić)|' +
    'верну(?:ть|л|ли)|возвращ(?:ён|ен|ена)|восстанов(?:ить|лен|лена|ил)|поверну(?:ти|то)|віднов(?:ити|лено)|恢复了?|恢復|还原|重新启用|重新添加',
  after:
    'wieder (?:eingebaut|einbauen|aktiviert|aktivieren|hergestellt|eingef(?:ü|ue)hrt)|wiederherstellen|wiederhergestellt|を(?:復元|復活|再有効化|元に戻)|(?:을|를)? ?(?:복원|복구|재활성화)',
};

const START = String.raw`(?:^|[,;:(。，；：•*—–]\s?|\s(?:and|also|then|now|we|i|und|et|y|e|и|та|並|并|同时)\s)`;
// Where what is named ends.
const END =
  /[,;:.。，；：()（）—–!?→]|\s[-|]\s|\s(?:by|with|for|to|because|since|after|when|if|that|which|as|so|before|until|instead|where|while|durch|für|weil|damit|par|pour|car|por|para|porque|per|con|dla|для|чтобы|на)(?=\s)/i;
// What is gone from a place is gone there alone.
const PLACE =
  /\s(?:from|in|inside|of|on|at|into|aus|im|von|vom|dans|du|des|de|del|da|do|dal|nel|z|ze|из|в|с|з|із)\s/;
const LISTED = /\s(?:and|und|et|y|e|i|и|та)\s|、|和|与|\s?[&+]\s/;
// What a thing is, or was, names none.
const GENERIC = new Set(
  `all any both every old legacy dead unused obsolete stale experimental temporary broken whole entire deprecated
  redundant product page profile entry record module feature mechanism class function method support code system logic component option flag setting
  functionality subsystem package library dependency service alte alten modul klasse funktion 机制 功能 模块 代码 支持
  機能 モジュール 기능 모듈 코드`.split(/\s+/),
);
/** Words of an object at most: more are a clause of their own; letters of one that names something alone. */
const MOST_THINGS = 5;
const SHORTEST_ALONE = 4;
const LONGEST = 400;

const forms = ({ before, after }: Verbs) => [
  lettersIn(String.raw`${START}(?:${before})(?=\s|[^\x00-\u2fff])(.{2,160})`, 'giu'),
  lettersIn(String.raw`(.{2,120}?)\s?(?:${after})(?![a-zäöü])`, 'giu'),
];
const FORMS = { gone: forms(GONE), back: forms(BACK) };

/** What a commit's sentence says of what was there before it. */
export const movesIn = memoize((sentence: string): readonly Move[] => {
  const said = oneLine(sentence).slice(0, LONGEST);
  return (['gone', 'back'] as const).flatMap((kind) => {
    const [before, after] = FORMS[kind];
    const ahead = [...said.matchAll(before ?? /$^/g)].map(([, rest = '']) => rest.split(END)[0] ?? '');
    const behind = [...said.matchAll(after ?? /$^/g)].map(([, rest = '']) => rest.split(END).at(-1) ?? '');
    return [...ahead, ...behind].flatMap((object) => thingsIn(object).map((one): Move => ({ kind, ...one })));
  });
});

// `the old tile cache` is one thing, `alpha_beta and GaugeReader` are two.
function thingsIn(object: string): Pick<Move, 'things' | 'isNamed'>[] {
  const [what = '', ...places] = object.split(PLACE);
  const [first = '', ...others] = what.split(LISTED);
  // `Python and downloads badges`: the one word that both belong to stands behind.
  const isPlain = others.length > 0 && aboutOf(first).names.size === 0;
  const listed = [
    ...(isPlain ? [] : [first]),
    ...others.filter((other) => aboutOf(other).names.size === 1 && wordsBeside(other).length === 0),
  ];
  const where = places.flatMap(tokensOf);
  return listed.flatMap((one) => {
    const things = [...new Set(tokensOf(one))];
    const isNamed = aboutOf(one).names.size > 0;
    const isEnough = things.length > 1 || isNamed || (things.length === 1 && isNameAlone(one));
    return isEnough && things.length <= MOST_THINGS ? [{ things: [...things, ...where], isNamed }] : [];
  });
}

const tokensOf = (text: string): string[] => [...aboutOf(text).names, ...wordsBeside(text)];
const wordsBeside = (text: string): string[] =>
  [...wordsOf(withoutNames(text))].filter((word) => !GENERIC.has(word));

// `Redis`, `缓存服务器`; a German noun only where it is long enough to be a name.
const isNameAlone = (text: string): boolean => {
  const [word = ''] = text
    .trim()
    .split(/\s+/)
    .filter((one) => /^[A-Z]/.test(one));
  return (word.length >= SHORTEST_ALONE && word === text.trim()) || isUnspaced(text);
};

/** Whether a text itself speaks of what is taken away, or goes wrong. */
export const speaksAgainst = (text: string): boolean => AGAINST.test(text);
const AGAINST = caseless`(?<!\p{L})(?:remov|delet|drop(?:s|ped)?(?!\p{L})|replac|retir|instead|unreliab|unzuverl|fail|broken|wrong|no longer|not(?!\p{L})|never|without|entfern|löschen|ersetz|statt(?!\p{L})|kein|nicht|supprim|remplac|au lieu|sans(?!\p{L})|elimin|reemplaz|en lugar|sin(?!\p{L})|substitu|em vez|sem(?!\p{L})|rimoss|rimuov|sostitu|invece|usuń|usunię|zamiast|удал|убра|замен|вместо|видал|замін|замість)|移除|删除|去掉|替换|不再|不|削除|廃止|代わり|제거|삭제|대신`;

/** Whether a text speaks of all that a move names. */
export function speaksOf(text: string, things: readonly string[]): boolean {
  const { names, words } = aboutOf(text);
  const isMeant = (thing: string) =>
    names.has(thing) ||
    words.has(thing) ||
    (isUnspaced(thing) && text.includes(thing)) ||
    (thing.length >= SHORTEST_NAME && [...names].some((name) => name.startsWith(thing)));
  return things.every(isMeant);
}
const SHORTEST_NAME = 6;
