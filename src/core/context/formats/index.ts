// The formats that are known: one is added by its file, its line here, and its paths in the default settings.
import type { Context } from '../context.ts';
import type { Role } from '../names.ts';
import { localPath } from '../territories.ts';
import { claudeProgress } from './claude-progress.ts';
import type { Format } from './format.ts';
import { gsd } from './gsd.ts';
import { handoff } from './handoff.ts';
import { memoryBank } from './memory-bank.ts';
import { sessionContext } from './session-context.ts';
import { status } from './status.ts';

export const FORMATS: readonly Format[] = [sessionContext, handoff, status, gsd, memoryBank, claudeProgress];

const isOf = (format: Format, path: string): boolean =>
  format.paths.some((known) => known.toLowerCase() === path.toLowerCase());

/** Null: the path is one that the settings or its own name make a context file. */
export const formatOf = (path: string): Format | null =>
  FORMATS.find((format) => isOf(format, localPath(path))) ?? null;

/** Whether a file of that name is a context file only if it says so. */
export const mustSayState = (path: string): boolean =>
  formatOf(path) !== null && formatOf(path) !== sessionContext;

/** A title that is no module's, as `# State` can be: `# Current state`, `# Ferry — Project status`. */
const NAMED = /(?:^|\s[—–|-]\s|: )(?:current|project)[ _-](?:state|status)\b/i;

const TELLING: ReadonlySet<Role> = new Set(['state', 'next', 'phase', 'done', 'blockers']);

/** A section or label of it tells the state, what was done, what is next or blocks, or it has a log. */
export const saysState = ({ places, log, outline }: Context): boolean =>
  (log !== null && (log.heading !== null || log.entries[0]?.shape === 'heading')) ||
  places.some(({ role, isLoose }) => isLoose !== true && TELLING.has(role)) ||
  outline.sections.some(({ level, title }) => level === 1 && NAMED.test(title));

/** The documents that go with a context file, whether they exist or not. */
export const companionsOf = (path: string): readonly string[] =>
  (formatOf(path)?.companions ?? []).map((name) => `${path.slice(0, path.lastIndexOf('/') + 1)}${name}`);
