// The figures as Markdown for people and as a bar chart for the README.
import { outcomeOf, type Row, type Spread } from './measure.ts';

export type Table = { readonly heading: string; readonly rows: readonly Row[] };

/** `about`: how and where it was measured; `notes`: what the tables do not say. */
type Results = {
  readonly about: string;
  readonly tables: readonly Table[];
  readonly notes: readonly string[];
};

export function formatResults({ about, tables, notes }: Results): string {
  const missed = tables.flatMap(({ heading, rows }) =>
    rows.filter((row) => outcomeOf(row) === 'missed').map((row) => `- ${heading}: ${describeMiss(row)}`),
  );
  const sections = tables.map(({ heading, rows }) => `## ${heading}\n\n${formatTable(rows)}\n`);
  const summary =
    missed.length === 0 ? 'Every row keeps its limit.' : `Limits missed:\n\n${missed.join('\n')}`;
  const remarks = notes.map((note) => `- ${note}\n`).join('');
  return `# Speed\n\n${about}\n\n![](results.svg)\n\n${summary}\n\n${sections.join('\n')}\n## Notes\n\n${remarks}`;
}

export const describeMiss = (row: Row): string =>
  `${row.title}, ${row.name}: ${row.ratio.median.toFixed(2)}x (${inRange(row.ratio, 2)}) ${limitOf(row)}`;

export function formatTable(rows: readonly Row[]): string {
  const head = [
    '| what | who | median (middle half) | ratio (middle half) | limit | stretch |',
    '| --- | --- | --- | --- | --- | --- |',
  ];
  const lines = rows.map((row, at) => {
    const title = rows[at - 1]?.title === row.title ? '' : row.title;
    const digits = row.value.median < 100 ? 1 : 0;
    const value = `**${row.value.median.toFixed(digits)} ${row.unit}** (${inRange(row.value, digits)})`;
    const ratio = `**${row.ratio.median.toFixed(2)}x** (${inRange(row.ratio, 2)})`;
    return `| ${title} | ${row.name} | ${value} | ${ratio} | ${limitOf(row)} | ${stretchOf(row)} |`;
  });
  return [...head, ...lines].join('\n');
}

const inRange = ({ low, high }: Spread, digits: number): string =>
  `${low.toFixed(digits)} to ${high.toFixed(digits)}`;

const LIMITS = { kept: 'keeps', noise: 'within the noise of', missed: 'misses' } as const;

const limitOf = (row: Row): string => (row.must === null ? '' : `${LIMITS[outcomeOf(row)]} ${row.must}x`);

const stretchOf = ({ stretch, ratio }: Row): string =>
  stretch === null ? '' : `${ratio.median > stretch ? 'misses' : 'reaches'} ${stretch}x`;

const WIDTH = 720;
const LINE = 26;
const LABEL = 220;

const STYLE = `text { font: 13px sans-serif; fill: #57606a } rect { fill: #8c959f } .ours { fill: #1a7f37; font-weight: bold }
@media (prefers-color-scheme: dark) { text { fill: #9da7b3 } rect { fill: #6e7681 } .ours { fill: #3fb950 } }`;

type Bar = { readonly name: string; readonly added: number; readonly isOurs: boolean };

/** One bar for each row, as long as what it takes above `bare`; `ours`: the name to stand out. */
export function drawBars(rows: readonly Row[], { bare, ours }: { bare: string; ours: string }): string {
  const least = rows.find(({ name }) => name === bare)?.value.median ?? 0;
  const bars = rows
    .filter(({ name }) => name !== bare)
    .map(({ name, value }) => ({
      name: name.replaceAll('`', ''),
      added: Math.max(0, value.median - least),
      isOurs: name === ours,
    }))
    .sort((a, b) => a.added - b.added);
  const longest = Math.max(...bars.map(({ added }) => added), 1);
  const height = LINE * (bars.length + 1) + 12;
  const lines = bars.map((bar, at) => drawBar(bar, { y: LINE * (at + 1), share: bar.added / longest }));
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img" aria-label="milliseconds that hooks add to a commit">
<style>${STYLE}</style>
<text x="0" y="16">milliseconds that hooks add to a commit which nobody needs to hear about</text>
${lines.join('\n')}
</svg>
`;
}

type Place = { readonly y: number; readonly share: number };

function drawBar({ name, added, isOurs }: Bar, { y, share }: Place): string {
  const length = Math.max(2, share * (WIDTH - LABEL - 60));
  const mark = isOurs ? ' class="ours"' : '';
  const end = (LABEL + length + 6).toFixed(1);
  return `<text${mark} x="0" y="${y + 17}">${inXml(name)}</text><rect${mark} x="${LABEL}" y="${y + 4}" width="${length.toFixed(1)}" height="17" rx="2"/><text${mark} x="${end}" y="${y + 17}">${added.toFixed(1)}</text>`;
}

const inXml = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
