// The first decision of a project: in an empty log, else in a new file.
import { formOf } from '../decisions/decisions.ts';
import { lineEndingOf } from '../markdown/lines.ts';
import type { Document } from '../types.ts';
import type { Titled } from './heading.ts';

/** `fallback`: the path of a log that is still to be made. */
export function startLog(
  documents: readonly Document[],
  said: Titled,
  fallback: string,
): Document & { before: string | null } {
  const log = documents.find((document) => formOf(document) === 'log');
  const before = log?.text ?? null;
  const eol = lineEndingOf(before ?? '');
  const start = before === null || before.trim() === '' ? `# Decisions${eol}` : before;
  const gap = /[\r\n]$/.test(start) ? '' : eol;
  const text = `${start}${gap}${eol}${firstEntry(said).join(eol)}${eol}`;
  return { path: log?.path ?? fallback, before, text };
}

const firstEntry = ({ title, chosen, rationale, guards, now }: Titled): string[] => [
  `## Decision 1: ${title}`,
  '',
  `**Date:** ${now.iso.slice(0, 10)}  `,
  `**Chosen:** ${chosen}  `,
  `**Rationale:** ${rationale}${guards.length > 0 ? '  ' : ''}`,
  ...guards.map((guard, at) => `**Guard:** ${guard}${at < guards.length - 1 ? '  ' : ''}`),
];
