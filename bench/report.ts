// The figures as Markdown for people and as a bar chart for the README.
import { isMissed, type Row, type Spread } from './measure.ts';

type Results = {
  readonly about: string;
  readonly tables: readonly { readonly heading: string; readonly rows: readonly Row[] }[];
  readonly memory: string;
};

export function formatResults({ about, tables, memory }: Results): string {
  const sections = tables.map(({ heading, rows }) => `## ${heading}\n\n${formatTable(rows)}\n`);
  return `# Speed\n\n${about}\n\n${sections.join('\n')}\n## Memory\n\n${memory}\n`;
}

export const describeMiss = ({ title, name, ratio, must }: Row): string =>
  `${title}, ${name}: ${spread(ratio, 2)}, the limit is ${must}x`;

export function formatTable(rows: readonly Row[]): string {
  const head = [
    '| what | who | ms (middle half) | ratio (middle half) | must | stretch |',
    '| --- | --- | --- | --- | --- | --- |',
  ];
  const lines = rows.map(
    (row, at) =>
      `| ${rows[at - 1]?.title === row.title ? '' : row.title} | ${row.name} | ${spread(row.time, 0)} | ${spread(row.ratio, 2)} | ${limitOf(row)} | ${row.stretch === null ? '' : `${row.stretch}x`} |`,
  );
  return [...head, ...lines].join('\n');
}

const spread = ({ low, median, high }: Spread, digits: number): string =>
  `**${median.toFixed(digits)}** (${low.toFixed(digits)} to ${high.toFixed(digits)})`;

const limitOf = (row: Row): string =>
  row.must === null ? '' : `${row.must}x${isMissed(row) ? ', missed' : ''}`;

const WIDTH = 720;
const LINE = 26;
const LABEL = 220;

/** One bar for each row, as long as what the hooks add to a commit without any. */
export function drawBars(rows: readonly Row[]): string {
  const bare = rows.find(({ name }) => name === 'no hooks')?.time.median ?? 0;
  const bars = rows
    .filter(({ name }) => name !== 'no hooks')
    .map(({ name, time }) => ({ name: name.replaceAll('`', ''), added: Math.max(0, time.median - bare) }))
    .sort((a, b) => a.added - b.added);
  const longest = Math.max(...bars.map(({ added }) => added), 1);
  const height = LINE * (bars.length + 1) + 12;
  const drawn = bars.map(({ name, added }, at) => drawBar(name, added, { at, share: added / longest }));
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" font-family="sans-serif" font-size="13" role="img" aria-label="milliseconds that hooks add to a commit">
<text x="0" y="16" fill="#666">milliseconds added to one commit that nobody needs to hear about</text>
${drawn.join('\n')}
</svg>
`;
}

function drawBar(
  name: string,
  added: number,
  { at, share }: { readonly at: number; readonly share: number },
): string {
  const y = LINE * (at + 1);
  const length = Math.max(2, share * (WIDTH - LABEL - 60));
  const fill = name === 'handoff-hooks' ? '#2da44e' : '#8c959f';
  return `<text x="0" y="${y + 17}" fill="#666">${inXml(name)}</text><rect x="${LABEL}" y="${y + 4}" width="${length.toFixed(1)}" height="17" rx="2" fill="${fill}"/><text x="${(LABEL + length + 6).toFixed(1)}" y="${y + 17}" fill="#666">${added.toFixed(1)}</text>`;
}

const inXml = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
