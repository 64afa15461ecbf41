// The sections of a Markdown text: a heading and what stands below it, down to the next heading of its level or above.
import { type BlockLine, scanBlocks } from './blocks.ts';

export type Section = {
  /** The heading's text without its marks, emphasis kept; empty for what stands before the first heading. */
  readonly title: string;
  /** 1 to 6; 0 for what stands before the first heading. */
  readonly level: number;
  /** Index of the heading's line in `lines`, and of the first line behind the whole section. */
  readonly from: number;
  readonly to: number;
  /** Index of the first line behind the section's own body: its first subheading, or `to`. */
  readonly bodyTo: number;
};

export type Outline = { readonly lines: readonly BlockLine[]; readonly sections: readonly Section[] };

/** Sections in the order of the text; the first is the preamble, which may be empty. */
export function readOutline(text: string): Outline {
  const lines = scanBlocks(text);
  const headings = lines.flatMap((line, index) => (line.kind === 'heading' ? [{ line, index }] : []));
  const first = headings[0]?.index ?? lines.length;
  const sections: Section[] = [{ title: '', level: 0, from: 0, to: first, bodyTo: first }];
  headings.forEach(({ line, index }, order) => {
    const later = headings.slice(order + 1);
    const bodyTo = later[0]?.index ?? lines.length;
    const to = later.find((next) => next.line.level <= line.level)?.index ?? lines.length;
    sections.push({ title: line.content, level: line.level, from: index, to, bodyTo });
  });
  return { lines, sections };
}
