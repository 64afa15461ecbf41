// The sentences of a message, without what is not the author's prose: code, quotations, names of files, the
// footers of tools, and lines that say which checks ran.
import { maskQuotes } from '../claims/sentences.ts';

/** What the features read of a message. */
const MOST_LINES = 400;
const LONGEST_LINE = 1000;

const ITEM = /^\s{0,20}(?:[-*•+]|\d{1,3}[.)])\s+\S/;
const HEADING = /^(?:#{1,6}\s+\S|(?:\*\*)?[A-Z][^.:!?]{1,60}:(?:\*\*)?$)/;
// `Co-Authored-By: …`, `Scope-risk: narrow`
const FOOTER = /^[A-Z][\w-]{1,40}-(?:by|id|session|url|to):\s/i;
const CHECK =
  /^[\s\-*•]{0,20}(?:verified|verification|tests?|tested|testing|validation|validated|checks?|qa)\b[^.]{0,20}:|\b(?:tests?|suites?|specs?|checks|lint|types?|typecheck|build|tsc|ci|cargo|pytest|vitest|npm)\b[^.;]{0,60}\b(?:pass(?:es|ed|ing)?|green|clean|succeed(?:s|ed)?|ok)\b|\b\d{1,6}(?:\/\d{1,6})? (?:unit |e2e |integration )?(?:tests?|specs?|assertions?) ?(?:pass|green|total|added|$)/i;
// An address, `--flag`, `src/a.ts`, `readGauge()`, `a.ts`, `sanitizeError`, `snake_case`.
const NAMES =
  /https?:\/\/\S+|(?<!\w)--?[a-z][\w-]*|(?<!\S)[^\s/]{1,80}\/\S+|\b\w{1,80}\(\)|\b\w{1,80}\.[a-z]{1,4}\b(?!\s[A-Z])|\b[a-z]+[A-Z]\w*|\b[a-z\d]+_\w+/g;
const ENDS = /(?<=[.!?])\s+(?=\S)|(?<=[。！？])|;\s+|\s[—–]\s/;

/** Of a subject without type and tags, and a body; in lower case. */
export function sentencesIn(subject: string, body: string): string[] {
  return [subject, ...statementsIn(body)].flatMap((statement) =>
    maskQuotes(statement)
      .replace(NAMES, 'x')
      .split(ENDS)
      .map((sentence) => sentence.trim().toLowerCase())
      .filter((sentence) => sentence !== ''),
  );
}

/** Wrapped lines put together; an item, a heading and an empty line part them. */
function statementsIn(body: string): string[] {
  const statements: string[][] = [];
  let isOpen = false;
  for (const raw of body.split('\n', MOST_LINES)) {
    const line = raw.slice(0, LONGEST_LINE).trimEnd();
    const isSkipped = line === '' || CHECK.test(line) || FOOTER.test(line);
    const isHeading = HEADING.test(line);
    if (!isSkipped && isOpen && !isHeading && !ITEM.test(line)) statements.at(-1)?.push(line.trim());
    else if (!isSkipped) statements.push([line.trim()]);
    isOpen = !isSkipped && !isHeading;
  }
  return statements.map((lines) => lines.join(' '));
}
