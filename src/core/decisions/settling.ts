// Whether a sentence settles something: it forbids, requires, gives a reason, puts off, or says what was
// taken instead of what. One that only names a thing does not.
import { lettersIn } from '../letters.ts';
import { once } from '../memo.ts';

// Stems in lower case, of any ending; scripts without spaces are searched anywhere.
const WORDS =
  "never|must|mustn't|do not|don't|does not|doesn't|did not|is not|isn't|are not|aren't|not|no longer|cannot|can't|should not|shouldn't|only|always|instead|rather than|because|since|so that|reason|due to|avoid|requires?|required|forbid|forbidden|prohibit|mandatory|" +
  'decided|decision|decides|chose|chosen|choice|we use|settled|final|approved|locked|agreed|prefer|preferred|by design|on purpose|intentional|deliberate|deliberately|' +
  "deferred|postponed|parked|out of scope|rejected|discarded|declined|ruled out|superseded|replaced|replaces|removed|dropped|abandoned|retired|deprecated|disabled|unused|won't|will not|unneeded|needless|useless|skip|skips|skipped|moved|switched|migrated|keep|kept|stays?|not supported|unsupported|" +
  'nie|niemals|nicht|kein|keine|keinen|muss|müssen|darf|dürfen|nur|statt|weil|damit|entschieden|verworfen|gewählt|zurückgestellt|aufgeschoben|immer|stattdessen|verboten|absichtlich|entfernt|ersetzt|' +
  'jamais|pas|doit|doivent|seulement|uniquement|plutôt|parce que|car|rejeté|écarté|décidé|choisi|inutile|toujours|interdit|reporté|supprimé|remplacé|imposé|imposée|' +
  'nunca|debe|deben|solo|sólo|en lugar|porque|ya que|descartad[oa]s?|superad[oa]s?|elegid[oa]s?|definitiv[oa]|aplazad[oa]s?|siempre|prohibid[oa]|inútil|obligatori[oa]|se reusó|eliminad[oa]s?|reemplazad[oa]s?|tampoco|' +
  'não|deve|devem|apenas|somente|em vez|ao invés|pois|rejeitad[oa]s?|decidid[oa]s?|escolhid[oa]s?|escolha|sempre|removid[oa]s?|adiad[oa]s?|substituíd[oa]s?|' +
  'nooit|niet|geen|moet|alleen|in plaats van|omdat|besloten|gekozen|uitgesteld|altijd|afgewezen|verwijderd|' +
  'non|mai|deve|solo|invece|perché|scartat[oa]|deciso|scelto|rinviato|sempre|' +
  'asla|değil|olmalı|yalnız|yalnızca|sadece|yerine|çünkü|kararı?|seçildi|ertelendi|reddedildi|kaldırıldı|' +
  'не|нельзя|никогда|должен|должна|должны|только|вместо|потому|так как|решено|решили|выбран[оа]?|выбрали|отложен[оа]?|отклонен[оа]?|всегда|удален[оа]?|запрещено';
const SPACELESS =
  /不|待|必须|必須|只|而非|因为|因為|由于|由於|决定|決定|选择|選擇|弃|棄|暂缓|永远|永遠|禁止|需要先|统一|统一|改为|改用|采用|採用|先|避免|保留|移除|删除|替代|ない|ません|必ず|のみ|だけ|ではなく|ため|から|却下|常に|見送|結論|廃止|않|반드시|대신|때문|결정|선택|항상|금지|보류|폐기/;

const settling = once(() =>
  lettersIn(String.raw`(?<![\p{L}'’])(?:${WORDS})(?![\p{L}'’])|🚫|❌|⛔|→|(?<![\p{L}])n['’](?=\p{L})`, 'u'),
);

/** A question, a box that nobody ticked and a blank of a template settle nothing. */
export const settles = (text: string): boolean => {
  const plain = text.toLowerCase().slice(0, LONGEST);
  return !/[?？]\W*$/.test(plain) && (settling().test(plain) || SPACELESS.test(plain));
};

const LONGEST = 1500;
