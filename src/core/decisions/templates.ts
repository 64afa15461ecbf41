// What is there to be copied, not decided: template sections and files, indexes.
import { letters, lettersIn } from '../letters.ts';
import { type BlockLine, scanBlocks } from '../markdown/blocks.ts';
import { readOutline, type Section, type Span } from '../markdown/outline.ts';
import type { Document } from '../types.ts';
import { parseIdentity, stripMarks } from './identity.ts';
import { type Part, readParts } from './parts.ts';
import { baseName } from './paths.ts';
import { wordsOnly } from './placeholders.ts';

// Compared in lower case: an expression with the flags i and u together takes milliseconds to be ready.
const WORD =
  'template|format|formato|vorlage|muster|modèle|plantilla|modelo|szablon|şablon|шаблон|模板|範本|テンプレート|ひな形|템플릿';
const TEMPLATE_HEADING = new RegExp(
  `(?:^|[\\s_-])(?:${WORD})s?(?:\\s*$|\\s*[(（:：–—-]|\\s+for\\b)|^(?:${WORD})$`,
  'u',
);
// `Tuple format`, `Estratégia de template`: what the project has, not how an entry is written.
const OF_THE_PROJECT =
  /(?:^|\s)(?:d[eoai]|da|du|del)\s(?:template|format|modelo)|^(?!.*\b(?:adr|madr|decision|entry|entries|record|log|document|heading|title|formato)s?\b)\S+.*\sformats?(?:\s*$|\s*[(（])/;
const TEMPLATE_TITLE = new RegExp(
  `^(?:${WORD})$|^[<[{(].*[>\\]})]$|^(?:short |decision )?title(?: here)?$`,
  'u',
);
const UNNUMBERED = letters`^(?:\p{L}+[\s#_-]+)(?:x{2,6}|n{1,6}|y{4}|0{3,6}|#{2,}|\?{2,}|_{2,})(?![\p{L}\p{N}])`;
const DATELESS = /^\W*(?:yyyy|jjjj|aaaa|гггг)/;

// A quick look, for few headings are.
const MAY_BE_TEMPLATE = lettersIn(
  `${WORD}|title|xx|nn|yyy|jjj|aaaa|гггг|000|##|[ #_-]n(?!\\p{L})|[?_]{2}|[<\\[{]`,
);

const UNDECIDED: readonly RegExp[] = [
  letters`^(?:open|pending|undecided|unresolved|outstanding|upcoming|future|proposed)\s(?:\p{L}+\s){0,2}(?:decisions?|questions?|issues?|points?|items?)\b`,
  /^(?:still )?(?:undecided|to (?:be )?decided?|to decide|under (?:consideration|discussion))\b/,
  /\bdecisions? (?:still )?(?:needed|required|pending|open|to (?:be )?(?:made?|taken?)|not (?:yet )?(?:made|taken))\b/,
  /^(?:待|未|尚未)(?:決策|决策|决定|決定|定|确认|確認|讨论|討論)/,
];

/** Whether what stands below a heading is still to be decided: `Pending Decisions`, `Decisions needed`, `Open
 * questions`. */
export function isUndecidedTitle(text: string): boolean {
  const plain = stripMarks(text).toLowerCase();
  return UNDECIDED.some((sign) => sign.test(plain));
}

/** Whether a heading opens a template: `ADR Template`, `ADR-XXX: …`, `Decision N: <title>`; `D-9: Template
 * engine` does not. */
export function isTemplateTitle(text: string): boolean {
  if (!MAY_BE_TEMPLATE.test(text.toLowerCase())) return false;
  const plain = stripMarks(text.replace(/<([^<>]*)>/g, '[$1]')).toLowerCase();
  if (UNNUMBERED.test(plain) || DATELESS.test(plain)) return true;
  const identity = parseIdentity(text.replace(/<([^<>]*)>/g, '[$1]'));
  return identity === null || identity.id === null
    ? TEMPLATE_HEADING.test(plain) && !OF_THE_PROJECT.test(plain)
    : TEMPLATE_TITLE.test(identity.title.toLowerCase());
}

const ASIDE_FILE = new RegExp(
  `^(?:readme|index|_index|summary|toc|contributing|changelog|about|overview|list|.*[-_]list|.*[-_]index|_sidebar|.*(?:${WORD})s?|(?:${WORD}).*)(?:[._-][a-z]{2}(?:-[a-z]{2})?|\\.[a-z-]{2,5})?$`,
  'u',
);

/** Whether a file of a decision directory is its index or its template. `name` has no extension. */
export const isAsideFile = (name: string): boolean =>
  (!IS_NUMBERED.test(name) && ASIDE_FILE.test(name.toLowerCase())) ||
  (/^(?:[a-z]{2,5}[-_])?(?:x{3,}|n{3,}|0+|yyyy[a-z-]*)[-_]/i.test(name) && /template|title/i.test(name)) ||
  TEMPLATE_ALONE.test(name.toLowerCase());

// A record is one whatever its title ends with: `0002-cache-the-index`, `20260105-keep-an-allow-list`.
const IS_NUMBERED = /^(?:[a-z]{1,8}[-_]?)?\d+[-_]/i;
const TEMPLATE_ALONE = new RegExp(
  `^(?:[a-z]{2,5}[-_])?\\d+[-_](?:adr[-_]|madr[-_]|decision[-_])?(?:${WORD})s?$`,
  'u',
);

/** The sentences of the templates that some documents are or have, as `wordsOnly` gives them. */
export function readTemplates(documents: readonly Document[]): ReadonlySet<string> {
  const parts = documents.flatMap((document) => templateParts(document));
  return new Set(parts.map(({ text }) => wordsOnly(text)).filter((words) => words !== ''));
}

function templateParts({ path, text }: Document): readonly Part[] {
  const { lines, sections } = readOutline(text);
  if (isAsideFile(baseName(path))) return readParts(lines);
  const spans = sections.filter(({ level, title }) => level > 0 && isTemplateTitle(title));
  return [
    ...spans.flatMap(({ from, to }) => readParts(lines.slice(from + 1, to))),
    ...fencedTexts(lines)
      .filter(hasTemplateTitle)
      .flatMap((fenced) => readParts(scanBlocks(fenced))),
  ];
}

const hasTemplateTitle = (text: string): boolean =>
  scanBlocks(text).some(({ kind, content }) => kind === 'heading' && isTemplateTitle(content));

function fencedTexts(lines: readonly BlockLine[]): string[] {
  const texts: string[][] = [];
  lines.forEach(({ kind, text }, index) => {
    if (kind === 'code' && lines[index - 1]?.kind === 'fence') texts.push([]);
    if (kind === 'code') texts.at(-1)?.push(text);
  });
  return texts.map((fenced) => fenced.join('\n'));
}

const BLANK = { kind: 'blank', level: 0, content: '', marker: '', text: '' } as const;

/** The same lines, those in the spans made blank. */
export function outside(lines: readonly BlockLine[], spans: readonly Span[]): BlockLine[] {
  const kept = [...lines];
  for (const { from, to } of spans)
    for (let at = from; at < to; at++) {
      const line = kept[at];
      if (line !== undefined) kept[at] = { ...line, ...BLANK };
    }
  return kept;
}

export const outsideTemplates = (lines: readonly BlockLine[], sections: readonly Section[]): BlockLine[] =>
  outside(
    lines,
    sections
      .filter(({ title, level }) => level > 0 && (isTemplateTitle(title) || isUndecidedTitle(title)))
      .map(({ from, to }) => ({ from, to: endOfTemplate(lines, from, to) })),
  );

// Behind a rule a numbered heading goes on with the log, though it stands deeper than the template's.
function endOfTemplate(lines: readonly BlockLine[], from: number, to: number): number {
  const rule = lines.findIndex(({ kind }, index) => index > from && index < to && kind === 'rule');
  const next = rule < 0 ? undefined : lines.slice(rule + 1, to).find(({ kind }) => kind !== 'blank');
  const isEntry =
    next?.kind === 'heading' && !isTemplateTitle(next.content) && parseIdentity(next.content) !== null;
  return isEntry ? rule : to;
}
