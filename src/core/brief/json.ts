// The brief as one JSON object: the contract that scripts rely on.
import { findingsOf } from '../drift/findings.ts';
import type { Brief } from './brief.ts';
import type { Point } from './point.ts';

export function formatBriefJson(brief: Brief): string {
  const { freshness, phase, decisions, read, warnings, task, pause } = brief;
  return JSON.stringify({
    freshness,
    state: textsOf(brief.state),
    phase,
    next: textsOf(brief.next),
    blockers: textsOf(brief.blockers),
    questions: textsOf(brief.questions),
    doNot: textsOf(brief.doNot),
    standards: textsOf(brief.standards),
    gotchas: textsOf(brief.gotchas),
    tried: brief.tried,
    decisions: decisions.map(({ id, title, chosen, status, path, line }) => ({
      id,
      title,
      chosen,
      status,
      path,
      line,
    })),
    read,
    latest: brief.latest,
    warnings: findingsOf(warnings, freshness),
    task,
    pause,
  });
}

const textsOf = (points: readonly Point[]): string[] =>
  points.filter(({ isHeading }) => !isHeading).map(({ text }) => text);
