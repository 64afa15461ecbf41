// Where the project stands, and where its context file and git disagree.
import { readPhaseDocuments } from '../brief/phase.ts';
import type { Point } from '../brief/point.ts';
import { isDeclaredOver } from '../claims/documents.ts';
import type { Drift } from '../drift/facts.ts';
import { plainText } from '../markdown/inline.ts';
import { compareIds } from '../phases/documents.ts';
import { findPhases } from '../phases/phases.ts';
import { describeFreshness, TITLES } from '../wording/brief.ts';
import { describeDrift, fixFor } from '../wording/drift.ts';
import { counted, cut } from '../wording/lines.ts';
import { type Links, linkIds, type PageFacts } from './facts.ts';
import { type Html, html, list, section } from './html.ts';
import { dayOf, subjectOf } from './weeks.ts';

const SHOWN = ['state', 'next', 'blockers', 'doNot', 'gotchas'] as const;

export function stateSection(facts: PageFacts, links: Links): Html {
  const { brief, document } = facts;
  const parts = SHOWN.map((role) => points(TITLES[role], brief[role], { links, path: document?.path ?? '' }));
  return section('state', 'Where the project stands', [
    phase(facts),
    named(facts, links),
    freshness(facts, links),
    ...parts,
  ]);
}

// The newest commit that names a later one: a document may have stayed behind.
function named({ brief, commits }: PageFacts, links: Links): Html | null {
  const found = commits.findLast(({ commit }) => findPhases(subjectOf(commit)).length > 0);
  const [own] = found === undefined ? [] : findPhases(subjectOf(found.commit));
  const { id = null } = brief.phase ?? {};
  if (found === undefined || own === undefined || (id !== null && compareIds(own.id, id) <= 0)) return null;
  return html`<p><span class="label">Last named by a commit</span> ${cut(subjectOf(found.commit), 100)} ${links.commit(found.commit.sha)} <time>${dayOf(found.commit.date)}</time></p>\n`;
}

function phase({ brief }: PageFacts): Html | null {
  if (brief.phase === null) return null;
  const { title, done, total, path } = brief.phase;
  const bar =
    total === 0
      ? null
      : html`<p><progress max="${total}" value="${done}" aria-label="Tasks done"></progress> ${done} of ${total} done${path === null ? null : html` <span class="at">${path}</span>`}</p>\n`;
  return html`<p class="phase"><span class="label">Now</span> ${title}</p>\n${bar}`;
}

function freshness({ brief: { freshness: fresh, latest } }: PageFacts, links: Links): Html {
  const owed = fresh.owed.map(({ sha, subject }) => html`${links.commit(sha)} ${cut(subject, 100)}`);
  const last = latest.map(({ sha, subject }) => html`${links.commit(sha)} ${cut(subject, 100)}`);
  return html`<p${owed.length > 0 ? html` class="late"` : null}>${linkIds(describeFreshness(fresh).replaceAll('`', ''), fresh.lastUpdate === null ? [] : [fresh.lastUpdate.sha], links)}</p>\n${list(owed)}${list(last)}`;
}

type Where = { readonly links: Links; readonly path: string };

function points(title: string, all: readonly Point[], { links, path }: Where): Html | null {
  if (all.length === 0) return null;
  const items = all.map(
    ({ text, line, isHeading, path: own = path }) =>
      html`${isHeading ? html`<b>${words(text)}</b>` : words(text)} ${links.line(own, line)}`,
  );
  return html`<h3>${title}</h3>\n${list(items)}`;
}

const words = (text: string): string => cut(plainText(text), 300);

export function warningSection(facts: PageFacts, links: Links): Html {
  const { brief, document } = facts;
  const path = document?.path ?? '';
  const items = brief.warnings.map(
    (drift) =>
      html`${linkIds(describeDrift(drift), commitsOf(drift), links)} ${links.line(path, drift.line)}<br><span class="label">Fix</span> ${fixFor(drift)}`,
  );
  const none =
    document === null
      ? 'There is no context file to compare with git.'
      : 'No contradiction between the context file and git was found.';
  const all = [...gone(facts, links), ...items, ...unticked(facts)];
  return section('warnings', 'What is out of date', [list(all) ?? html`<p>${none}</p>\n`]);
}

function gone({ gone: lost }: PageFacts, links: Links): Html[] {
  if (lost === null) return [];
  const where = lost.to === null ? 'was deleted' : `was moved to ${lost.to}`;
  return [
    html`The context file ${lost.path} ${where} in ${links.commit(lost.sha)}: nothing says where the project stands now.`,
  ];
}

// Their boxes are not ticked, though their own status calls them done.
const unticked = ({ phases }: PageFacts): Html[] =>
  readPhaseDocuments(phases)
    .filter(
      ({ path, done, total }) =>
        done < total && phases.some((one) => one.path === path && isDeclaredOver(one.text)),
    )
    .map(
      ({ path, done, total }) =>
        html`${path} says that it is done, and ${counted(total - done, 'box', 'boxes')} of ${total} ${total - done === 1 ? 'is' : 'are'} open.`,
    );

function commitsOf(drift: Drift): readonly string[] {
  if (drift.rule === 'next-done' || drift.rule === 'path-gone') return [drift.sha];
  return drift.rule === 'phase-finished' && 'sha' in drift.by ? [drift.by.sha] : [];
}
