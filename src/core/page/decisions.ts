// The decisions with what replaced what and what they govern; guards and waivers.
import { createSuccession } from '../decisions/succession.ts';
import { oneLine, plainText } from '../markdown/inline.ts';
import type { Decision } from '../types.ts';
import { cut } from '../wording/lines.ts';
import type { Links, PageFacts } from './facts.ts';
import { type Html, html, list, section } from './html.ts';
import { dayOf, subjectOf } from './weeks.ts';

export function decisionSection({ decisions, archive, commits }: PageFacts, links: Links): Html {
  const successor = createSuccession(decisions);
  const anchor = (one: Decision): string => `d${decisions.indexOf(one) + 1}`;
  const linked = (one: Decision): Html => html`<a href="#${anchor(one)}">${nameOf(one)}</a>`;
  const decided = new Map<Decision, string>();
  for (const one of decisions) {
    const found = commits.find(
      ({ verdict: { gate } }) =>
        gate.satisfiedBy === 'entry' && gate.decision?.path === one.path && isSame(gate.decision, one),
    );
    if (found !== undefined) decided.set(one, found.commit.sha);
  }
  const items = [...decisions].reverse().map((one, index) => {
    const by = successor(one);
    const replaced = decisions.filter((other) => other !== one && successor(other) === one);
    const sha = decided.get(one);
    return html`<article id="${anchor(one)}"><h3>${nameOf(one)}</h3>
<p>${standing(one)}${one.date === null ? null : ` · ${one.date}`} ${links.line(one.path, one.line)}${sha === undefined ? null : html` ${links.commit(sha)}`}</p>
${index < MOST_IN_FULL ? said(one) : null}${fact('Replaced by', by === undefined ? one.supersededBy : html`${linked(by)}${reason(by)}`)}${fact('Replaces', replaced.length === 0 ? one.replaced : replaced.map((other) => html`${linked(other)} `))}${fact('Governs', one.affects.length === 0 ? null : html`<code>${one.affects.join(', ')}</code>`)}</article>
`;
  });
  const none = html`<p>No decision was found.</p>\n`;
  return section('decisions', 'Decisions', [
    archive === null || items.length === 0
      ? null
      : html`<p>As ${archive} has them, which was put away.</p>\n`,
    ...(items.length === 0 ? [none] : items),
    ...part('What changed course, in the words of the commits', breaking(commits, links)),
  ]);
}

/** Older ones keep their name, what replaced them and where they stand. */
const MOST_IN_FULL = 40;

const MOST_BREAKING = 20;

function breaking(commits: PageFacts['commits'], links: Links): Html[] {
  const found = commits.filter(({ verdict }) =>
    verdict.signals.some(({ evidence }) => evidence.kind === 'breaking'),
  );
  return found
    .slice(-MOST_BREAKING)
    .reverse()
    .map(({ commit }) => {
      const body = commit.message.slice(commit.message.indexOf(subjectOf(commit)) + subjectOf(commit).length);
      const text = cut(oneLine(body.replace(/^[ \t]*[-*][ \t]+/gm, '· ')), 500);
      return html`<time>${dayOf(commit.date)}</time> <b>${cut(subjectOf(commit), 120)}</b> ${links.commit(commit.sha)}${text === '' ? null : html`<br>${text}`}`;
    });
}

const reason = ({ rationale }: Decision): Html | null =>
  rationale === null ? null : html`: ${cut(plainText(rationale), 200)}`;

const isSame = (one: Decision, other: Decision): boolean => one.id === other.id && one.title === other.title;

const nameOf = ({ id, title }: Decision): string => plainText(id === null ? title : `${id}: ${title}`);

const standing = ({ status }: Decision): Html => html`<span class="status ${status}">${status}</span>`;

const said = ({ chosen, title, rationale, rejected }: Decision): Html =>
  html`${fact('Chosen', chosen === null || chosen === title ? null : cut(plainText(chosen), 400))}${fact('Because', rationale === null ? null : cut(plainText(rationale), 600))}${fact('Rejected', rejected === null ? null : cut(plainText(rejected), 300))}`;

type ListedDecision = Parameters<typeof list>[0][number];

const fact = (name: string, value: ListedDecision): Html | null =>
  value === null ? null : html`<p><span class="label">${name}</span> ${value}</p>\n`;

export function guardSection({ guards, commits }: PageFacts, links: Links): Html | null {
  const inForce = guards.map(
    ({ text, path, line }) => html`<code>${cut(text, 200)}</code> ${links.line(path, line)}`,
  );
  const waived = [...commits].reverse().flatMap(({ commit, verdict: { gate } }) => {
    if (gate.waiver === null) return [];
    return [html`<time>${dayOf(commit.date)}</time> ${cut(gate.waiver, 300)} ${links.commit(commit.sha)}`];
  });
  const parts = [...part('Guards in force', inForce), ...part('Waivers', waived)];
  return parts.length === 0 ? null : section('guards', 'Guards and waivers', parts);
}

const part = (title: string, items: readonly Html[]): readonly ListedDecision[] =>
  items.length === 0 ? [] : [html`<h3>${title}</h3>\n`, list(items)];
