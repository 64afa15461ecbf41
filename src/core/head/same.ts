// Whether two texts speak of the same thing: by the words that say something.
import { foldLetters } from '../context/folding.ts';
import { foldName } from '../context/roles.ts';
import { allLetters } from '../letters.ts';
import { plainText } from '../markdown/inline.ts';
import { memoize } from '../memo.ts';

const IDS = /(?<!\s)\s*\([0-9a-f]{7,64}(?:, [0-9a-f]{7,64})*\)\s*$/;

/** A line without the ids of commits at its end. */
export const withoutIds = (text: string): string => text.replace(IDS, '');

const FILLERS = new Set(
  `the a an and or of in on at to by for from with into onto waiting wait waits needs need until blocked blocker not yet
  now has have had was were are is be been that this it its we our still again all no arrived came come here available
  resolved solved fixed granted received works working done finally gone answered
  al del de la el los las un una en con para por le les du des une et au aux der die das den dem ein eine im zum zur und von für
  il lo gli di nel nella per os as do da em um uma`.split(/\s+/),
);

// `3.` and `1.2`; `40 hours` is no numbering.
const NUMBERING = /^\s*(?:\d+(?:\.\d+)*[.):]|\d+(?:\.\d+)+)\s+(?=\D)/;

/** Words of at least two letters without fillers, folded; plurals as singulars. */
export const wordsOf = memoize(
  (text: string): ReadonlySet<string> =>
    new Set(
      (
        foldLetters(plainText(withoutIds(text)).replace(NUMBERING, '')).match(
          allLetters`[\p{L}\p{N}]{2,}|\p{Lo}+|\p{N}`,
        ) ?? []
      )
        .filter((word) => !FILLERS.has(word))
        .map((word) => (/^[a-z]{4,}s$/.test(word) && !word.endsWith('ss') ? word.slice(0, -1) : word)),
    ),
);

/** Most words of the shorter text stand in the other one: the same thing in other words. */
export function isSameWork(one: string, other: string): boolean {
  const [a, b] = [wordsOf(one), wordsOf(other)];
  const [shorter, longer] = a.size <= b.size ? [a, b] : [b, a];
  const shared = [...shorter].filter((word) => longer.has(word)).length;
  return shorter.size > 0 && shared >= Math.max(1, shorter.size * 0.6);
}

/** The same words in both: one and the same item. */
export function isSameItem(one: string, other: string): boolean {
  const [a, b] = [wordsOf(one), wordsOf(other)];
  return a.size > 0 && a.size === b.size && [...a].every((word) => b.has(word));
}

/** An item of at least two words that a text names whole, whatever else it says: `Fixed: the gateway was
 * down`. */
export function isNamedBy(item: string, text: string): boolean {
  const [named, words] = [wordsOf(item), wordsOf(text)];
  return isSameItem(item, text) || (named.size > 1 && [...named].every((word) => words.has(word)));
}

const ASKS =
  /^(?:apply|ask|await|buy|chase|get|obtain|order|request|wait)\s|^(?:bestellen|anfordern|abwarten|demander|commander|attendre|obtenir|pedir|solicitar|conseguir|esperar|chiedere|ottenere|aspettare|poprosić|zamówić|запросить|получить|дождаться)\s|(?<!\s)\s(?:bestellen|anfordern|abwarten|beantragen|einholen|besorgen|erfragen)$/i;

/** Whether an item is to get what a text names: `Ask the co-op for silo volumes`. */
export function asksFor(item: string, text: string): boolean {
  const [wanted, words] = [wordsOf(item.replace(ASKS, '')), wordsOf(text)];
  return ASKS.test(item) && wanted.size > 1 && [...wanted].every((word) => words.has(word));
}

/** Whether a box of the file is the one that a plan ticked: `Consent forms for the gardens` is `Consent
 * forms`. */
export function isBoxOf(box: string, text: string): boolean {
  const [own, done] = [foldName(box), foldName(text)];
  return (
    own === done || (/\S\s\S/.test(done) && own.startsWith(`${done} `) && WHERE.test(own.slice(done.length)))
  );
}

const WHERE =
  /^ (?:for|of|in|on|at|from|with|für|aus|mit|von|bei|pour|de|du|des|dans|para|del|en|com|do|da|per|di)\b/;
