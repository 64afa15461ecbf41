import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { allLetters, letters, lettersIn, withoutAccents } from '../../src/core/letters.ts';

/** Characters of the Basic Multilingual Plane that fit, as ranges in hexadecimal. */
function ranges(isFit: (sign: string) => boolean): string[] {
  const found: [from: number, to: number][] = [];
  for (let code = 0; code <= 0xffff; code++) {
    if ((code >= 0xd800 && code < 0xe000) || !isFit(String.fromCharCode(code))) continue;
    const last = found.at(-1);
    if (last?.[1] === code - 1) last[1] = code;
    else found.push([code, code]);
  }
  return found.map(([from, to]) => `${from.toString(16)}-${to.toString(16)}`);
}

const LETTER = letters`^\p{L}$`;
const NUMBER = letters`^\p{N}$`;

test('takes every letter for one, but those that stand for a unit, a sign or a rank', () => {
  const missed = ranges((sign) => /\p{L}/u.test(sign) && !LETTER.test(sign));
  // Modifiers of phonetics, raised letters and signs such as ℓ, two marks.
  assert.equal(
    missed.filter((range) => !/^(?:2c6|2e[0ce]|20(?:71|7f|90)|21[0-8].|2e2f|303b)-/.test(range)),
    [],
  );
});

test('takes no punctuation, symbol or digit of the languages at hand for a letter', () => {
  for (const sign of '0123456789 _-–—.,:;!?¿¡«»“”„‘’\'"`*#|/()[]{}<>=+×÷·•…→✅☑。、，：；！？「」『』【】（）・،؛؟۔।①№°§')
    assert.not(LETTER.test(sign), sign);
});

test('takes digits for numbers, letters not', () => {
  for (const sign of '0189²³½①９') assert.ok(NUMBER.test(sign), sign);
  for (const sign of 'aZéяß決한') assert.not(NUMBER.test(sign), sign);
});

for (const sign of 'aZéÿœŁßñπΩяЇёőاהकก決あア한ﾊＡ')
  test(`${sign} is a letter`, () => assert.ok(LETTER.test(sign)));

test('stands inside of a class, outside, and negated', () => {
  assert.equal(letters`^[^\p{L}\d]*(\p{L}+) #?(\d+)(?![\p{L}])`.exec('## Étape 3.')?.slice(1), [
    'Étape',
    '3',
  ]);
  assert.is('a—ü—3'.replace(allLetters`[^\p{L}\p{N}]+`, ' '), 'a ü 3');
  assert.ok(letters`^\p{Lu}[\p{Lo}\p{N}]$`.test('A漢'));
  assert.ok(letters`^\\p\[\]\p{L}$`.test('\\p[]ж'));
  assert.ok(lettersIn('^(?:\\p{L}|x\\]){2}$', 'iu').test('Äx]'));
});

test('leaves accents out, and nothing else', () => {
  assert.is(withoutAccents('Dernière étape: ação, Łódź'), 'Derniere etape: acao, Łodz');
  assert.is(withoutAccents('ガ한 हिन्दी'), 'ガ한 हिन्दी');
});

test.run();
