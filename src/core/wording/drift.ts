// Every sentence of the brief's warnings.
import type { Drift, FinishedBy, LostPath } from '../drift/facts.ts';
import type { Decision } from '../types.ts';
import { commandLine, quoteWord } from './command.ts';
import { counted, quote, seal, short } from './lines.ts';

export const warningsTitle = (count: number): string =>
  `## ${counted(count, 'warning')}: where the file and git disagree`;

export const warningLines = (drift: Drift): string[] => [
  `- line ${drift.line}: ${describeDrift(drift)}`,
  `  fix: ${fixFor(drift)}`,
];

/** What is wrong, with its evidence. */
export function describeDrift(drift: Drift): string {
  switch (drift.rule) {
    case 'behind':
      return `the file is ${counted(drift.commits, 'commit')} and ${counted(drift.days, 'day')} behind: ${drift.subjects
        .slice(0, 3)
        .map((subject) => quote(subject))
        .join(', ')}${drift.subjects.length > 3 ? ', …' : ''}`;
    case 'path-gone':
      return `${drift.paths.slice(0, 4).map(lostPath).join(', ')}${drift.paths.length > 4 ? `, and ${drift.paths.length - 4} more` : ''}: gone since ${short(drift.sha)}`;
    case 'phase-finished':
      return `${quote(drift.text)} is named as current or next, but ${finishedBy(drift.phase, drift.by)}`;
    case 'decision-superseded':
      return `${quote(drift.text)} quotes ${decisionName(drift.decision)}, which ${drift.successor === null ? 'is no longer in force' : `${decisionName(drift.successor)} replaced`} (${drift.decision.path}:${drift.decision.line})`;
    case 'choice-replaced':
      return `${quote(drift.text)} is what ${decisionName(drift.decision)} replaced (${drift.decision.path}:${drift.decision.line})`;
    case 'next-done':
      return `${quote(drift.text)} is listed under next, but ${short(drift.sha)} did it: ${quote(drift.subject)}`;
    case 'dates-contradict':
      return `the header says ${drift.earlier}, line ${drift.laterLine} says ${drift.later}`;
    case 'conflict':
      return 'the file has conflict markers; what is told of it is our side alone';
    case 'too-long':
      return `the file is too long: lines ${drift.line} to ${drift.to} were not read`;
    case 'template-text':
      return `${quote(drift.text)} is a blank of the template`;
    case 'command-gone':
      return `${quote(drift.command)} cannot run: ${drift.file} has no such name`;
    case 'log-order':
      return `the entry of ${drift.below} is below that of ${drift.above}, against the order of the log`;
    case 'addresses-assistant':
      return `the text addresses an assistant, which is shown as a quotation only: ${quote(drift.text)}`;
  }
}

const lostPath = ({ path, to }: LostPath): string => (to === null ? path : `${path} (now ${to})`);

function finishedBy(phase: string, by: FinishedBy): string {
  if (by.kind === 'checklist') return `all ${by.total} boxes of ${by.path} are ticked`;
  const commit = `${short(by.sha)} ${quote(by.subject)}`;
  return by.kind === 'later' ? `${commit} works on phase ${by.phase}` : `${commit} completed phase ${phase}`;
}

const decisionName = ({ id, title }: Decision): string =>
  id === null ? quote(title) : `decision ${seal(id)} (${quote(title, 60)})`;

/** What mends it. */
export function fixFor(drift: Drift): string {
  switch (drift.rule) {
    case 'behind':
      return commandLine('draft');
    case 'path-gone':
      return drift.paths.some(({ to }) => to !== null)
        ? 'write the new names'
        : 'drop the paths, or say that they are gone';
    case 'phase-finished':
      return 'name the phase that runs now';
    case 'decision-superseded':
      return drift.successor === null
        ? 'drop it, or cite what is decided now'
        : `cite ${decisionName(drift.successor)}`;
    case 'choice-replaced':
      return 'write what was chosen since';
    case 'next-done':
      return 'tick it off or drop it';
    case 'dates-contradict':
      return 'bring the header up to date';
    case 'conflict':
      return commandLine(`merge ${quoteWord(drift.path)}`);
    case 'too-long':
      return 'move its older entries to another file';
    case 'template-text':
      return 'fill it in, or drop the line';
    case 'command-gone':
      return `write the name that ${drift.file} has now`;
    case 'log-order':
      return 'move the entry, or fix its date';
    case 'addresses-assistant':
      return 'move it to a section of rules if it is meant, else remove it';
  }
}
