// Blockers that are over in an author's own words: `the test data arrived`, `der Drucker ist jetzt im Netz`.
import { type Context, placesOf } from '../context/context.ts';
import { foldName } from '../context/roles.ts';
import { idsAtEnd } from '../draft/ids.ts';
import { allLetters } from '../letters.ts';
import { oneLine } from '../markdown/inline.ts';
import type { OwedCommit } from '../types.ts';
import { isEmptyAnswer } from '../words/none.ts';
import type { Saying } from './change.ts';
import { withoutIds, wordsOf } from './same.ts';

/** Listed blockers of which a later commit says outright that they are over; one that two sentences could
 * mean stays. */
export function clearedIn(
  context: Context,
  owed: readonly OwedCommit[],
  withdrawn: readonly string[],
): Saying[] {
  const listed = placesOf(context, 'blockers')
    .flatMap(({ items }) => items)
    .filter(({ kind, text }) => kind !== 'heading' && !isEmptyAnswer(text));
  const since = listed.map(({ to }) => {
    const ids = idsAtEnd(context.outline.lines[to - 1]?.text ?? '');
    return owed.findLastIndex(({ commit }) => ids.some((id) => commit.sha.startsWith(id)));
  });
  return owed.flatMap(({ commit, message }, at) => {
    const isTaken = message.kind !== 'plain' || withdrawn.some((sha) => commit.sha.startsWith(sha));
    if (isTaken) return [];
    const said = `${message.description}.\n${message.body}`;
    const isFree = FREE.test(said.slice(0, LONGEST_BODY));
    return sentencesOf(said).flatMap((sentence): Saying[] => {
      const meant = listed.filter(
        ({ text }, index) => at > (since[index] ?? -1) && isOver(withoutIds(text), sentence, isFree),
      );
      return meant.length === 1 ? [{ text: meant[0]?.text ?? '', sha: commit.sha, isExact: true }] : [];
    });
  });
}

// `The housing arrived, so we are unblocked`: with this said, one word names the thing.
const FREE =
  /(?<!\b(?:not|until|once|when|if|be|get) )\b(?:unblocked|no longer (?:blocked|waiting)|(?:not|never) blocked (?:any ?more|any longer)|nothing blocks|nicht mehr blockiert|débloqués?|desbloquead[oa]s?|sbloccat[oi]|odblokowan[iey])\b/i;
const LONGEST_BODY = 5000;
const LONGEST_SENTENCE = 200;

const sentencesOf = (text: string): string[] =>
  text
    .slice(0, LONGEST_BODY)
    .replace(/\n(?![\n*-])/g, ' ')
    .split(/[.!;。]\s|\n|。|,\s(?!(?:but|however|though|aber|mais|pero|mas|ma|ale|но|але)\s)/)
    .map(oneLine)
    .filter((sentence) => sentence !== '' && sentence.length <= LONGEST_SENTENCE);

// What arrived, works or is allowed now.
const OVER =
  union(`arrived|came in|came through|is here|are here|available|granted|approved|received|delivered|works|working|
reachable|is back|are back|resolved|fixed|solved|unblocked|sorted out|gone|lifted|answered|restored|online|is up|are up|is open|are open|
signed|unlocked|merged|released|published|renewed|in place|is ready|are ready|now|is set|is there|are there|no longer|exists|is over|replied|responded|confirmed|
verified|activated|enabled|registered|accepted|paid|cleared|clarified|settled|delivers|accepts
|da|angekommen|eingetroffen|gekommen|erhalten|bekommen|freigegeben|genehmigt|behoben|gelöst|geht|gehen|läuft|laufen|erreichbar|wieder|jetzt|nun|
verfügbar|fertig|geantwortet|erteilt|geliefert|vorhanden|geklärt|aufgehoben|bestätigt|akzeptiert
|arrivée?s?|reçue?s?|disponibles?|résolue?s?|débloquée?s?|rétablie?s?|maintenant|fonctionne|accordée?s?|livrée?s?|répondu|levée?s?|clarifiée?s?|acceptée?s?
|llegó|llegaron|llegado|recibid[oa]s?|resuelt[oa]s?|desbloquead[oa]s?|funciona|ahora|aprobad[oa]s?|respondió|respondieron|respondido|aclarad[oa]s?|levantad[oa]s?
|chegou|chegaram|recebid[oa]s?|disponível|disponíveis|resolvid[oa]s?|agora|aprovad[oa]s?|respondeu|esclarecid[oa]s?
|arrivat[oaie]|ricevut[oaie]|disponibil[ei]|risolt[oaie]|adesso|ora|approvat[oaie]|risposto|chiarit[oaie]
|dotarł[aoy]?|przyszł[aoy]?|otrzyman[aeyo]|dostępn[aeyi]|rozwiązan[aeyo]|działa|teraz|odpowiedział[aoy]?
|пришёл|пришел|пришл[аио]|получен[аоы]?|доступ[ае]?н[аоы]?|решен[аоы]?|работает|теперь|ответил[аои]?
|прийшов|прийшл[аио]|отриман[аоі]?|доступн[аеоі]|вирішен[аоі]?|працює|тепер|відповів|відповіл[аои]`);
// What is not so, or not yet, or only hoped for.
const UNSURE =
  union(`not|n't|never|no answer|if|once|when|until|unless|should|would|will|may|might|soon|hope|hopefully|expected|tomorrow|maybe|still|
waiting|almost|missing|lacking|lacks|needs?|down|unavailable|blocked|locked|fails?|broken|fehlt|fehlen|warten|wartet|braucht|brauchen|manque|manquent|falta|faltan|
faltam|manca|mancano|brak|brakuje|нет|немає|nearly|partly|nicht|kein|keine|keinen|wenn|sobald|bis|soll|sollte|wird|werden|bald|hoffentlich|noch|fast|erst
|pas|si|quand|bientôt|encore|sera|no|cuando|todavía|será|aún|não|quando|ainda|non|se|ancora|sarà|nie|jeśli|jeszcze|będzie|не|если|ещё|еще|будет|пока|якщо|ще|буде`);
const SAYS_SO = /届い|届き|解決|解消|已到|到了|已解决|已解決|도착|해결|풀림/;
const SAYS_NOT = /ない|ません|未|没|沒|还没|不|안 |못/;

function union(words: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${words.replace(/\n/g, '')})(?![\\p{L}\\p{N}])`, 'iu');
}

const MARKS = new RegExp(OVER.source, 'giu');

/** Whether the sentence says of the thing that the blocker names, and of nothing else, that it is there now.
 * `isFree`: the message says as well that nothing blocks now. */
export function isOver(blocker: string, sentence: string, isFree = false): boolean {
  if (/[?？:：]/.test(sentence)) return false;
  const isSaid = OVER.test(sentence)
    ? !UNSURE.test(sentence)
    : SAYS_SO.test(sentence) && !SAYS_NOT.test(sentence);
  if (!isSaid) return false;
  const listed = thingsIn(blocker.replace(WHAT_FOR, ''));
  // Who let it go is nothing of the thing: `was cleared by the agency`.
  const said = thingsIn(sentence.replace(BY, ' '));
  const shared = said.filter((word) => listed.some((one) => one === word || isCompound(one, word)));
  if (said.length === 0 || shared.length < said.length) return false;
  return (isFree && said[0] === listed[0]) || (said.length > 1 && shared.length * 2 >= listed.length);
}

const BY = /(?<=\S)\s(?:by|von|par|por|da|przez)\s.*$/i;

// `a broker before alerts can go out`: what it is waited for is nothing of the thing.
const WHAT_FOR = /(?<=\S\s\S+)\s(?:before|so that|bevor|damit|avant que|para que|antes de|prima che)\s.*$/i;

// `das Amt` is the `Wasserwirtschaftsamt`.
const isCompound = (whole: string, part: string): boolean =>
  part.length >= 3 && whole.length >= part.length + 5 && whole.endsWith(part);

// Words of the thing itself, without what is said of it.
const thingsIn = (text: string): string[] => [
  ...wordsOf(
    (foldName(spaced(text.replace(MARKS, ' '))).match(allLetters`[\p{L}\p{N}]{2,}`) ?? [])
      .filter((word) => !BESIDE.test(word) && !WHEN.test(word))
      .join(' '),
  ),
];

// Of a language without blanks the names, in kanji, katakana or Latin letters.
const spaced = (text: string): string =>
  text
    .replace(/届|解決|解消|已?到[了货]?|已?解[决決]|[还還]没/g, ' ')
    .replace(/[\u3040-\u309f]+/g, ' ')
    .replace(/[\u30a1-\u30fc]+|[\u3400-\u9fff]+/g, ' $& ');

// When it came, and how long that took, is nothing of the thing.
const WHEN =
  /^(?:today|yesterday|finally|eventually|meanwhile|morning|evening|afternoon|tonight|week|last|(?:mon|tues|wednes|thurs|fri|satur|sun)day|heute|gestern|endlich|inzwischen|aujourdhui|aujourd|hui|hier|enfin|hoy|ayer|hoje|ontem|finalmente|oggi|ieri|dzis|dzisiaj|wczoraj|wreszcie|nareszcie|сегодня|вчера|наконец|сьогодні|вчора|нарешті)$/;

const BESIDE =
  /^(?:since|seit|depuis|desde|not|missing|lacking|lacks?|down|unavailable|unclear|unknown|open|unklar|offen|because|me|has|until|there|yet|here|still|der|die|das|des|dem|den|ein|eine|im|in|ist|sind|hat|haben|auf|vom|von|zum|zur|nicht|noch|fehlt|fehlen|warten|wartet|kein|keine|le|la|les|l|du|de|un|une|est|sont|a|ont|pas|manque|manquent|el|los|las|del|una|esta|estan|ha|han|no|falta|faltan|o|os|as|do|da|um|uma|foi|nao|faltam|il|lo|gli|i|e|sono|non|manca|mancano|jest|sa|nie|brak|brakuje|нет|не|есть|еще|немає|є|ще)$/;
