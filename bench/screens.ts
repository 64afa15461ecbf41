// The two screens of the README: a commit and a brief, as a real run printed them, drawn as SVG. The days and
// ids of each run differ; `node --import tsx bench/screens.ts` draws them anew, and a test holds the rest
// against a run.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createRepository } from '../test/helpers/repository.ts';

const CLI = fileURLToPath(new URL('../dist/cli.js', import.meta.url));
const PICTURES = new URL('../docs/pictures/', import.meta.url);

const CONTEXT = `# Session Context

**Updated:** 2026-03-04

## Current State

- Phase 1 complete: stations are read and cached
- Phase 2: forecasts (in progress)

## Current Blockers

None

## What's Next

- [ ] Cache forecasts for an hour
- [ ] Alarms

## What NOT to do

- Never call the weather API from a test

## Update Log

**2026-03-04:**
- Started phase 2
`;

const DECISIONS = `# Decisions

## Decision 1: Forecasts in SQLite

**Chosen:** one SQLite table
**Rationale:** 20,000 files make every listing slow
`;

export type Screen = { readonly name: 'commit' | 'brief'; readonly lines: readonly string[] };

/** Runs the hooks in a scratch repository, as installed from dist/. */
export function runScreens(): readonly Screen[] {
  const repository = createRepository();
  repository.commit('chore: start', { 'SESSION_CONTEXT.md': CONTEXT, 'docs/decisions.md': DECISIONS });
  repository.run('node', [CLI, 'install']);
  const code = Array.from(
    { length: 90 },
    (_, line) => `export const row${line} = (hour) => hour + ${line};\n`,
  );
  const subject = 'feat(forecast): complete phase 2';
  const { stderr } = repository.commit(
    `${subject}\n\nGotcha: the API counts hours in UTC\nBlocker: no API key for alarms`,
    { 'src/forecast.js': code.join('') },
  );
  const diff = repository
    .git('diff', '-U0', '--', 'SESSION_CONTEXT.md')
    .split('\n')
    .filter((line) => /^[-+](?!--|\+\+)/.test(line));
  repository.git('commit', '--quiet', '--all', '--message', 'docs: update the session context');
  const brief = repository.run('git', ['handoff', 'brief']).stdout;
  repository.remove();
  return [
    {
      name: 'commit',
      lines: [`$ git commit -m '${subject}' …`, ...split(stderr), '', '$ git diff', ...diff],
    },
    { name: 'brief', lines: ['$ git handoff brief', ...split(brief)] },
  ];
}

const split = (text: string): string[] => text.trimEnd().split('\n');

/** What is the same in every run. */
export const timeless = (text: string): string =>
  text
    .replace(/\b[0-9a-f]{7}\b/g, '0000000')
    .replace(/\b20\d\d-\d\d-\d\d\b/g, '2026-01-01')
    .replace(/\b\d+ days\b/g, '0 days');

/** The text of a picture, as it was drawn. */
export const textOf = (svg: string): string =>
  [...svg.matchAll(/<tspan[^>]*>([^<]*)<\/tspan>/g)]
    .map(([, line = '']) => line.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&'))
    .map((line) => line.trimEnd())
    .join('\n');

export const readPicture = (name: Screen['name']): string =>
  readFileSync(new URL(`${name}.svg`, PICTURES), 'utf8');

const [WIDE, HIGH, MARGIN, COLUMNS] = [7.25, 18, 16, 110];

/** Long lines go on in the next one, as in a terminal of 110 columns. */
export const folded = (lines: readonly string[]): string[] =>
  lines.flatMap((line) => line.match(new RegExp(`.{1,${COLUMNS}}(?:(?= )|$)`, 'gu')) ?? ['']);

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const KINDS: Readonly<Record<Screen['name'], Readonly<Record<string, string>>>> = {
  commit: { '$ ': 'typed', 'handoff:': 'head', '+': 'more', '-': 'less' },
  brief: { '$ ': 'typed', '#': 'head' },
};

const kindOf = (name: Screen['name'], line: string): string =>
  Object.entries(KINDS[name]).find(([start]) => line.startsWith(start))?.[1] ?? 'said';

function draw({ name, lines }: Screen): string {
  const shown = folded(lines);
  const [width, height] = [COLUMNS * WIDE + 2 * MARGIN, shown.length * HIGH + 2 * MARGIN];
  const rows = shown.map(
    (line, at) =>
      `<tspan x="${MARGIN}" y="${MARGIN + 13 + at * HIGH}" class="${kindOf(name, line)}">${escaped(line) || ' '}</tspan>`,
  );
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img">`,
    `<title>${name === 'commit' ? 'A commit that completes a phase, and the draft' : 'What a new session is told'}</title>`,
    '<style>',
    'text{font:12px ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;white-space:pre}',
    'rect{fill:#f6f8fa;stroke:#d0d7de}.said{fill:#424a53}.head,.typed{fill:#1f2328;font-weight:600}.more{fill:#116329}.less{fill:#a40e26}',
    '@media(prefers-color-scheme:dark){rect{fill:#161b22;stroke:#30363d}.said{fill:#b1bac4}.head,.typed{fill:#f0f6fc}.more{fill:#7ee787}.less{fill:#ffa198}}',
    '</style>',
    `<rect x=".5" y=".5" width="${width - 1}" height="${height - 1}" rx="6"/>`,
    `<text xml:space="preserve">${rows.join('\n')}</text>`,
    '</svg>',
    '',
  ].join('\n');
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  for (const screen of runScreens()) writeFileSync(new URL(`${screen.name}.svg`, PICTURES), draw(screen));
