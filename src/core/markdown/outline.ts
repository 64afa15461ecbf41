// The sections of a Markdown text: a heading and what stands below it, down to the next heading of its level
// or above.
import { memoize } from '../memo.ts';
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

type OpenSection = { -readonly [Key in keyof Section]: Section[Key] };

/** Sections in the order of the text; the first is the preamble, which may be empty. Kept for who reads the
 * same document after another: its log, its decisions, its plan. */
export const readOutline = memoize((text: string): Outline => {
  const lines = scanBlocks(text);
  const end = lines.length;
  const sections: OpenSection[] = [{ title: '', level: 0, from: 0, to: end, bodyTo: end }];
  let open: OpenSection[] = sections.slice();
  lines.forEach((line, index) => {
    if (line.kind !== 'heading') return;
    const last = sections.at(-1);
    if (last !== undefined) last.bodyTo = index;
    for (const section of open) if (section.level >= line.level || section.level === 0) section.to = index;
    const section = { title: line.content, level: line.level, from: index, to: end, bodyTo: end };
    sections.push(section);
    open = [...open.filter(({ level }) => level > 0 && level < line.level), section];
  });
  return { lines, sections };
}, 16);

/** The section whose heading is the nearest around each; none for those at the top. */
export function parentsOf(sections: readonly Section[]): ReadonlyMap<Section, Section | undefined> {
  const open: (Section | undefined)[] = [];
  return new Map(
    sections.map((section) => {
      open.length = section.level;
      const parent = open.findLast((one) => one !== undefined);
      open[section.level] = section.level > 0 ? section : undefined;
      return [section, parent];
    }),
  );
}

/** Lines from `from` up to, but not including, `to`. */
export type Span = { readonly from: number; readonly to: number };

/** In time that does not depend on how many spans there are. */
export function isWithin(spans: readonly Span[]): (line: number) => boolean {
  const inside = new Uint8Array(spans.reduce((most, { to }) => Math.max(most, to), 0));
  for (const { from, to } of spans) inside.fill(1, from, to);
  return (line) => inside[line] === 1;
}
