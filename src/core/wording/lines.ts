// Talk is made of lines: foreign text within one (a path, a message, a title) never starts another that looks like ours.

// What a terminal or an editor may take for the end of a line: https://www.unicode.org/reports/tr14/#BK
const BREAKS = /[\n\v\f\r\u0085\u2028\u2029]+/g;

export const foldLine = (text: string): string => text.replace(BREAKS, ' ');

/** As many lines as there are texts, whatever stands in them; no final line ending. */
export const joinLines = (lines: readonly string[]): string => lines.map(foldLine).join('\n');
