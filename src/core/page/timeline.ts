// The timeline: a chart of the commits, the phases, the entries of the log, and each week's commits.
import { plainText } from '../markdown/inline.ts';
import { counted, cut } from '../wording/lines.ts';
import type { Links, PageFacts } from './facts.ts';
import { type Html, html, list, section } from './html.ts';
import { type Bar, barsOf, dayOf, type Row, rowsOf, subjectOf, type Week, weeksOf } from './weeks.ts';

export function timelineSection(facts: PageFacts, links: Links): Html {
  const rows = rowsOf(facts);
  const weeks = [...weeksOf(rows)].reverse();
  const older = facts.total - rows.length;
  const path = facts.document?.path ?? '';
  return section('timeline', 'Timeline', [
    rows.length === 0 ? html`<p>There is no commit yet.</p>\n` : chart(barsOf(rows)),
    titled('Phases, as commits tell of them', list(phases(rows, links))),
    titled('Entries of the log', logEntries(facts, links)),
    weeks.length === 0 ? null : html`<h3>Commits by week</h3>\n`,
    withinBudget(weeks, (week, at) => weekDetails(week, { links, path, isOpen: at === 0 })),
    older > 0 ? html`<p>${counted(older, 'older commit')} not shown.</p>\n` : null,
  ]);
}

const titled = (title: string, content: Html | null): Html | null =>
  content === null ? null : html`<h3>${title}</h3>\n${content}`;

const HEIGHT = 100;
const STEP = 10;

/** Bars from below: commits that weigh little, those that deserve a record, those that are owed one. */
function chart(bars: readonly Bar[]): Html {
  const most = Math.max(1, ...bars.map(({ quiet, worthy, owed }) => quiet + worthy + owed));
  const sum = (key: 'quiet' | 'worthy' | 'owed') => bars.reduce((before, bar) => before + bar[key], 0);
  const says = `${counted(sum('quiet') + sum('worthy') + sum('owed'), 'commit')} from the week of ${bars[0]?.from ?? ''} to the week of ${bars.at(-1)?.from ?? ''}: ${sum('worthy') + sum('owed')} worth a record, of which ${sum('owed')} are not recorded yet`;
  return html`<figure style="max-width:max(36rem,${bars.length * 3}rem)"><svg role="img" aria-label="${says}" viewBox="0 0 ${bars.length * STEP} ${HEIGHT}" preserveAspectRatio="none">
${bars.map((bar, at) => barShapes(bar, at, HEIGHT / most))}</svg>
<figcaption><span>${bars[0]?.from ?? ''}</span> <span><i class="quiet"></i> ${sum('quiet')} quiet <i class="worthy"></i> ${sum('worthy')} worth a record <i class="owed"></i> ${sum('owed')} not recorded yet</span> <span>${bars.at(-1)?.from ?? ''}</span></figcaption></figure>
`;
}

function barShapes(bar: Bar, at: number, scale: number): Html {
  const parts = (['quiet', 'worthy', 'owed'] as const).filter((key) => bar[key] > 0);
  let below = 0;
  const shapes = parts.map((key) => {
    below += bar[key];
    const y = (HEIGHT - below * scale).toFixed(1);
    return html`<rect class="${key}" x="${at * STEP + 1}" y="${y}" width="${STEP - 2}" height="${(bar[key] * scale).toFixed(1)}"/>`;
  });
  return html`${shapes}\n`;
}

const phases = (rows: readonly Row[], links: Links): Html[] =>
  [...rows]
    .reverse()
    .flatMap(({ commit, claims }) =>
      claims
        .filter(({ kind }) => kind === 'phase-done' || kind === 'phase-started')
        .map(
          ({ kind, unit, id, text }) =>
            html`<time>${dayOf(commit.date)}</time> <b>${unit ?? 'phase'} ${id ?? ''}</b>${text === '' ? null : `: ${cut(text, 120)}`} ${kind === 'phase-done' ? 'is complete' : 'has started'} ${links.commit(commit.sha)}`,
        ),
    );

const MOST_ENTRIES = 200;

function logEntries({ document }: PageFacts, links: Links): Html | null {
  const { log = null, outline } = document?.context ?? {};
  if (log === null || document === null) return null;
  const items = log.entries.map(({ from, date }) => {
    const title = plainText(outline?.lines[from]?.content ?? '');
    return html`${date === null ? null : html`<time>${date.day}</time> `}${title === date?.day ? null : `${cut(title, 160)} `}${links.line(document.path, from + 1)}`;
  });
  const all = log.order === 'newest-first' ? items : items.reverse();
  if (all.length === 0) return null;
  return html`<details><summary>${counted(all.length, 'entry', 'entries')}</summary>${list(all.slice(0, MOST_ENTRIES))}</details>\n`;
}

/** Characters of commits at most: the page is to open on a phone. */
const BUDGET = 160_000;

// Weeks beyond it keep their line.
function withinBudget(weeks: readonly Week[], show: (week: Week, at: number) => Html): Html[] {
  let left = BUDGET;
  return weeks.map((week, at) => {
    const shown = left > 0 ? show(week, at) : null;
    left -= shown?.html.length ?? 0;
    return shown !== null && left > 0 ? shown : html`<p>${weekSays(week)}</p>\n`;
  });
}

function weekSays({ start, rows }: Week): string {
  const worthy = rows.filter(({ verdict }) => verdict.record).length;
  return `Week of ${start}: ${counted(rows.length, 'commit')}${worthy === 0 ? '' : `, ${worthy} worth a record`}`;
}

type Shown = { readonly links: Links; readonly path: string; readonly isOpen: boolean };

function weekDetails(week: Week, { links, path, isOpen }: Shown): Html {
  const items = [...week.rows].reverse().map((row) => html`<li>${rowLine(row, { links, path })}</li>\n`);
  return html`<details${isOpen ? html` open` : null}><summary>${weekSays(week)}</summary><ul class="log">
${items}</ul></details>
`;
}

function rowLine(row: Row, { links, path }: Omit<Shown, 'isOpen'>): Html {
  const { commit, verdict, named, isOwed, updates } = row;
  const subject = cut(subjectOf(commit), 90);
  const tags = [
    isOwed ? html` <mark>not recorded yet</mark>` : null,
    updates ? html` <span class="tag">updates the context file</span>` : null,
    named === null ? null : html` ${links.line(path, named, 'recorded')}`,
  ];
  const said = verdict.record ? html`<b>${subject}</b>` : subject;
  return html`${dayOf(commit.date).slice(5)} ${links.commit(commit.sha)} ${said}${tags}`;
}
