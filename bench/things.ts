// What a maintainer wrote in an update, thing by thing, and which of them git knew and a draft says.
import { readContext } from '../src/core/context/context.ts';
import { oneLine, plainText } from '../src/core/markdown/inline.ts';
import { readItems } from '../src/core/markdown/items.ts';
import { readOutline } from '../src/core/markdown/outline.ts';

/** Where git has it: in a message, in another document, in a file's name, in code. */
export const SOURCES = ['message', 'document', 'path', 'code'] as const;
export type Source = (typeof SOURCES)[number];

/** `word`: as it stands there. */
export type SourceLine = { readonly source: Source; readonly from: string; readonly text: string };

export type Thing = {
  /** A point, a row or a sentence of the update. */
  readonly text: string;
  /** The line of git that shares most of its words; null where none shares enough of them. */
  readonly known: SourceLine | null;
  /** The drafted line that says what that source says of it; null where none does. */
  readonly said: string | null;
};

/** Words that tell one thing from others, at least; and the part of them that a source has to hold. */
const FEWEST_WORDS = 3;
/** Of one update, evenly over it: one that writes its file anew counts no more than others. */
const MOST_THINGS = 40;
const FILLERS = new Set(
  `with from that this then than into onto over also when where which have been will would should were they them
  their there here each only more most some such very just like after before now complete completed done added add
  adds update updated updates using used uses file files session phase`.split(/\s+/),
);

const KNOWN_SHARE = 0.6;
/** Of what the source says of it, the part that a drafted line has to hold. */
const SAID_SHARE = 0.6;

/** `sources` and `drafted`: whole lines, a point each. */
export function thingsOf(
  before: string,
  after: string,
  { sources, drafted }: { readonly sources: readonly SourceLine[]; readonly drafted: readonly string[] },
): Thing[] {
  const lines = sources.map((one) => ({ ...one, words: namingWords(one.text) }));
  const said = drafted.map((text) => ({ text, words: namingWords(text) }));
  return newThings(before, after).map((text) => {
    const words = namingWords(text);
    const least = Math.max(FEWEST_WORDS, words.size * KNOWN_SHARE);
    const [known] = SOURCES.flatMap((kind) =>
      bestOf(
        words,
        lines.filter(({ source }) => source === kind),
        least,
      ),
    );
    if (known === undefined) return { text, known: null, said: null };
    const shared = new Set([...words].filter((word) => known.words.has(word)));
    const [line] = bestOf(shared, said, Math.max(FEWEST_WORDS, shared.size * SAID_SHARE));
    return { text, known, said: line?.text ?? null };
  });
}

type Worded = { readonly words: ReadonlySet<string> };

const sharedBy = (words: ReadonlySet<string>, { words: others }: Worded): number =>
  [...words].filter((word) => others.has(word)).length;

function bestOf<One extends Worded>(words: ReadonlySet<string>, lines: readonly One[], least: number): One[] {
  let best: One | undefined;
  let most = 0;
  for (const line of lines) {
    const shared = sharedBy(words, line);
    if (shared >= least && shared > most) [best, most] = [line, shared];
  }
  return best === undefined ? [] : [best];
}

// Points, rows and paragraphs that came with the update; a changed date or count makes none.
function newThings(before: string, after: string): string[] {
  const known = new Set(pointsOf(before).map(bare));
  const things = pointsOf(after).filter((text) => !known.has(bare(text)));
  const told = [...new Set(things)].filter((text) => namingWords(text).size >= FEWEST_WORDS);
  const step = Math.max(1, told.length / MOST_THINGS);
  return told.filter((_, at) => Math.floor(at / step) !== Math.floor((at - 1) / step));
}

const bare = (text: string): string => text.replace(/[\d\W]+/g, ' ').toLowerCase();

/** What a text says, point by point; of a heading nothing. */
export function pointsOf(text: string): string[] {
  const { lines } = readContext(text).outline;
  return readItems(lines, [0, lines.length])
    .filter(({ kind }) => kind !== 'heading')
    .flatMap(({ text: said }) => sentences(said))
    .map((said) => oneLine(plainText(said)));
}

/** The points of a message. */
export function pointsOfMessage(message: string): string[] {
  const [subject = '', ...body] = message.split('\n');
  const { lines } = readOutline(body.join('\n'));
  return [subject, ...readItems(lines, [0, lines.length]).flatMap(({ text }) => sentences(text))];
}

const sentences = (text: string): string[] => text.split(/(?<=[.!?。])\s+(?=[\p{Lu}\p{Lo}\p{N}`"“(])/u);

// Words and names of four letters or more without accents and endings, scripts without blanks by their
// pairs, and figures of two digits or more.
export function namingWords(text: string): ReadonlySet<string> {
  const plain = text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .toLowerCase();
  const words =
    plain.match(/[\p{L}_][\p{L}\p{N}_]{3,}|\p{Lo}{2,3}|(?<![\d-])[1-9][\d.,:]*\d(?!-?\d)/gu) ?? [];
  return new Set(
    words
      .filter((word) => !/^(?=.*\d)[0-9a-f]{7,40}$|^20\d\d$/.test(word) && !FILLERS.has(word))
      .flatMap((word) =>
        /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}]/u.test(word) ? pairs(word) : [stem(word)],
      ),
  );
}

const pairs = (word: string): string[] =>
  [...word].slice(1).map((letter, at) => `${[...word][at] ?? ''}${letter}`);

const stem = (word: string): string => word.replace(/(?:ing|ed|es|s)$/, '');
