// The decisions with what replaced what and what they govern; guards and waivers.
import { createSuccession } from '../decisions/succession.ts';
import { plainText } from '../markdown/inline.ts';
import type { Decision } from '../types.ts';
import { cut } from '../wording/quote.ts';
import type { Links, PageFacts } from './facts.ts';
import { type Html, html, list, section } from './html.ts';
import { dayOf } from './weeks.ts';

export function decisionSection({ decisions, commits }: PageFacts, links: Links): Html {
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
  const items = [...decisions].reverse().map((one) => {
    const by = successor(one);
    const replaced = decisions.filter((other) => other !== one && successor(other) === one);
    const sha = decided.get(one);
    return html`<article id="${anchor(one)}"><h3>${nameOf(one)}</h3>
<p>${standing(one)}${one.date === null ? null : ` · ${one.date}`} ${links.line(one.path, one.line)}${sha === undefined ? null : html` ${links.commit(sha)}`}</p>
${said(one)}${fact('Replaced by', by === undefined ? one.supersededBy : linked(by))}${fact('Replaces', replaced.length === 0 ? one.replaced : replaced.map((other) => html`${linked(other)} `))}${fact('Governs', one.affects.length === 0 ? null : html`<code>${one.affects.join(', ')}</code>`)}</article>
`;
  });
  const none = html`<p>No decision was found.</p>\n`;
  return section('decisions', 'Decisions', items.length === 0 ? [none] : items);
}

const isSame = (one: Decision, other: Decision): boolean => one.id === other.id && one.title === other.title;

const nameOf = ({ id, title }: Decision): string => plainText(id === null ? title : `${id}: ${title}`);

const standing = ({ status }: Decision): Html => html`<span class="status ${status}">${status}</span>`;

const said = ({ chosen, title, rationale, rejected }: Decision): Html =>
  html`${fact('Chosen', chosen === null || chosen === title ? null : cut(plainText(chosen), 400))}${fact('Because', rationale === null ? null : cut(plainText(rationale), 600))}${fact('Rejected', rejected === null ? null : cut(plainText(rejected), 300))}`;

type Told = Parameters<typeof list>[0][number];

const fact = (name: string, value: Told): Html | null =>
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

const part = (title: string, items: readonly Html[]): readonly Told[] =>
  items.length === 0 ? [] : [html`<h3>${title}</h3>\n`, list(items)];
