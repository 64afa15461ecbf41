// What a README says first: its title, and the first paragraph of prose below it.
import { letters } from '../letters.ts';
import { plainText } from '../markdown/inline.ts';
import { readOutline } from '../markdown/outline.ts';

export type Opening = { readonly title: string | null; readonly paragraph: string | null };

export function readOpening(text: string): Opening {
  const { lines, sections } = readOutline(text);
  const title = sections.find(({ level }) => level === 1)?.title ?? '';
  const from = lines.findIndex(({ kind, content }) => kind === 'text' && isProse(content));
  const rest = from < 0 ? [] : lines.slice(from);
  const to = rest.findIndex(({ kind }) => kind !== 'text');
  const paragraph = rest.slice(0, to < 0 ? rest.length : to).map(({ content }) => content);
  return { title: plainText(title) || null, paragraph: plainText(paragraph.join(' ')) || null };
}

// Badges, images and HTML stand above the prose of many.
const isProse = (line: string): boolean =>
  letters`^[\p{L}\p{N}*_\x60"'([]`.test(line) && !/^\[?!?\[/.test(line);
