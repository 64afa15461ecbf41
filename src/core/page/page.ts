// The state of a project as one HTML page that needs nothing else: no script, no network.
import { short } from '../wording/lines.ts';
import { decisionSection, guardSection } from './decisions.ts';
import { linksOf, type PageFacts } from './facts.ts';
import { type Html, html } from './html.ts';
import { stateSection, warningSection } from './state.ts';
import { STYLE } from './style.ts';
import { timelineSection } from './timeline.ts';

/** What every page of ours begins with. */
export const PAGE_START = '<!doctype html>\n<!-- handoff-hooks page -->\n';

const STYLED: Html = { html: `<style>${STYLE}</style>` };

export function renderPage(facts: PageFacts): string {
  const links = linksOf(facts);
  const guards = guardSection(facts, links);
  const { html: page } = html`<html lang="en"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${facts.name}: state of the project</title>
${STYLED}</head><body>
<a class="skip" href="#main">Skip to the content</a>
<header><h1>${facts.name}</h1>
<p class="meta">${origin(facts)}</p>
<nav aria-label="Sections"><a href="#state">State</a> <a href="#warnings">Out of date</a> <a href="#timeline">Timeline</a> <a href="#decisions">Decisions</a>${guards === null ? null : html` <a href="#guards">Guards and waivers</a>`}</nav></header>
<main id="main">
${stateSection(facts, links)}${warningSection(facts, links)}${timelineSection(facts, links)}${decisionSection(facts, links)}${guards}</main>
</body></html>
`;
  return `${PAGE_START}${page}`;
}

function origin({ brief: { freshness }, made, version }: PageFacts): string {
  const { branch, head } = freshness;
  const at = head === null ? 'no commit yet' : `${branch ?? 'detached'} at ${short(head)}`;
  return `${at}, made ${made.slice(0, 16).replace('T', ' ')} UTC by handoff-hooks ${version}`;
}
