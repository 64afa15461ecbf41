// Expressions about the letters of any language. `\p{L}` takes V8 a millisecond to make ready, in every
// expression and in every process anew, and a hook has dozens of them: here it stands for the ranges of
// Unicode in which the letters are.
import { memoize } from './memo.ts';

// Marks that are written with letters count as letters. Beyond U+FFFF there are the Chinese ones alone.
const LETTERS = [
  'A-Za-z\\u00aa\\u00b5\\u00ba\\u00c0-\\u00d6\\u00d8-\\u00f6\\u00f8-\\u02c1\\u0300-\\u037d\\u037f-\\u0386\\u0388-\\u0589',
  '\\u05d0-\\u060b\\u060e-\\u061a\\u0620-\\u065f\\u066e-\\u06d3\\u06d5-\\u06ef\\u06fa-\\u06ff\\u0710-\\u0963\\u0970-\\u1fff',
  '\\u2c00-\\u2dff\\u3005-\\u3007\\u3031-\\u3035\\u3040-\\u30fa\\u30fc-\\ud7ff\\uf900-\\ufd3d\\ufd50-\\ufdff\\ufe70-\\ufefc',
  '\\uff21-\\uff3a\\uff41-\\uff5a\\uff66-\\uffdc\\u{20000}-\\u{323af}',
].join('');
const NUMBERS =
  '0-9\\u0660-\\u0669\\u06f0-\\u06f9\\u0966-\\u096f\\u00b2\\u00b3\\u00b9\\u00bc-\\u00be\\u2070-\\u2089\\u2150-\\u2189\\u2460-\\u249b\\u2776-\\u2793\\uff10-\\uff19';

/** A regular expression with the flag u, in which `\p{L}` and `\p{N}` take no time. */
export const letters = ({ raw: [source = ''] }: TemplateStringsArray): RegExp => expression(source);

/** The same in either case. */
export const caseless = ({ raw: [source = ''] }: TemplateStringsArray): RegExp => inEitherCase(source);

/** The same with the flag g too, for searches that begin at the start: not for `exec` and `test`. */
export const allLetters = ({ raw: [source = ''] }: TemplateStringsArray): RegExp => searching(source);

/** The same of a source that is put together, with the flags that are given. */
export const lettersIn = (source: string, flags = 'u'): RegExp => new RegExp(spellOut(source), flags);

const expression = memoize((source: string): RegExp => lettersIn(source), 500);
const inEitherCase = memoize((source: string): RegExp => lettersIn(source, 'iu'), 500);
const searching = memoize((source: string): RegExp => lettersIn(source, 'gu'), 500);

/** Whether a text has a run of letters of a language without blanks: a sentence of it is one word. */
export const isUnspaced = (text: string): boolean => /[\u3040-\u30ff\u3400-\u9fff]{4}/.test(text);

/** The same text as those write it who have no accents. */
export const withoutAccents = (text: string): string =>
  /^[\x00-\x7f]*$/.test(text)
    ? text
    : text
        .normalize('NFD')
        .replace(/[\u0300-\u036f]+/g, '')
        .normalize('NFC');

// `[^\p{L}\d]`, an escape, or a property by itself.
const TOKEN = /\[(?:\\.|[^\]\\])*\]|\\p\{[LN]\}|\\./gs;

const spellOut = (source: string): string =>
  source.replace(TOKEN, (token) =>
    token.startsWith('\\p{') ? `[${spell(token)}]` : token.startsWith('[') ? spell(token) : token,
  );

const spell = (token: string): string => token.replaceAll('\\p{L}', LETTERS).replaceAll('\\p{N}', NUMBERS);
