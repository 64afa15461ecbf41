// The formats that are known: one is added by its file, its line here, and its paths in the default settings.
import type { Context } from '../context.ts';
import type { Role } from '../names.ts';
import { localPath } from '../territories.ts';
import { claudeProgress } from './claude-progress.ts';
import type { Format } from './format.ts';
import { gsd } from './gsd.ts';
import { handoff } from './handoff.ts';
import { memoryBank } from './memory-bank.ts';
import { session } from './session.ts';
import { sessionContext } from './session-context.ts';
import { status } from './status.ts';

export const FORMATS: readonly Format[] = [
  sessionContext,
  handoff,
  status,
  gsd,
  memoryBank,
  claudeProgress,
  session,
];

const isOf = (format: Format, path: string): boolean =>
  format.paths.some((known) => known.toLowerCase() === path.toLowerCase());

/** Null: the path is one that the settings or its own name make a context file. */
export const formatOf = (path: string): Format | null =>
  FORMATS.find((format) => isOf(format, localPath(path))) ?? null;

/** Whether a file of that name is a context file only if it says so. */
export const mustSayState = (path: string): boolean =>
  !/(?:^|\/)session_(?:context|handoff)\.md$/i.test(path);

/** A title that is no module's, as `# State` can be: `# Current state`, `# Ferry — Project status`. */
const NAMED = /(?:^|\s[—–|-]\s|: )(?:current|project)[ _-](?:state|status)\b/i;

const TELLING: ReadonlySet<Role> = new Set(['state', 'next', 'phase', 'done', 'blockers']);

/** A section or label of it tells the state, what was done, what is next or blocks, or it has a log. A file
 * that is named for it says it in any words, unless it is a manual. */
export const saysState = (context: Context, path: string): boolean =>
  tellsState(context) ||
  (!MANUAL.test(titleOf(context)) &&
    (SURE.test(path) ||
      (SESSION_NAME.test(path) && (isOfToday(context) || HANDOFF.test(titleOf(context)))) ||
      (PROGRESS_NAME.test(path) && context.headerDates.length > 0)));

const titleOf = ({ outline: { sections } }: Context): string =>
  sections.find(({ level }) => level > 0)?.title ?? '';

// `# HANDOFF — Locker`
const HANDOFF = /^\W*(?:session )?hand-?(?:off|over)(?:\W*$|\s*[—–:|-])/i;

const tellsState = ({ places, log, outline }: Context): boolean =>
  (log !== null && (log.heading !== null || log.entries[0]?.shape === 'heading')) ||
  places.some(({ role, isLoose }) => TELLING.has(role) && isLoose !== true) ||
  outline.sections.some(({ level, title }) => level === 1 && NAMED.test(title));

const SESSION_NAME = /(?:hand-?o(?:ff|ver)|session(?:_(?:notes|log|state|summary|status))?|resume)\.md$/i;

/** Names that mean nothing else: of the state in other languages, and in a tool's own directory. */
const SURE =
  /(?:^|\/)(?:estado|estado.actual|estado.(?:del.)?proyecto|traspaso|progreso|uebergabe|projekt(?:stand|status)|[^/]*[\u3000-\ud7ff][^/]*)\.md$|^\.[^/]+\/hand-?o(?:ff|ver)\.md$/i;

const PROGRESS_NAME = /(?:^|\/)progress\.md$/i;

/** What a product has: a manual of how it hands over, or a drawing that is handed over. */
const MANUAL =
  /\b(?:protocols?|guides?|guidelines?|templates?|manuals?|policy|policies|specs?|specifications?|procedures?|runbooks?|reference|how to|api|flows?|process|workflows?|design|architecture|feature|schema)\b|マニュアル|テンプレート|仕様|模板|指南|规范|协议|템플릿|가이드|инструкция|шаблон|руководство/iu;

const isOfToday = ({ outline: { sections, lines }, headerDates }: Context): boolean =>
  headerDates.length > 0 ||
  sections.some(({ title }) => DAY.test(title)) ||
  lines.slice(0, MOST_OF_HEADER).some(({ text }) => DAY.test(text)) ||
  lines.some(({ text }) => BOX.test(text));

/** Lines at the start, in which a file says of which day it is. */
const MOST_OF_HEADER = 15;
const DAY = /(?<!\d)(?:\d{4}-\d\d-\d\d|\d\d[./]\d\d[./]\d{4}|\d{4}年\d{1,2}月\d{1,2}日)(?!\d)/;
const BOX = /^\s*(?:[-*+]|\d+[.)]) \[[ xX]\] /;

/** The documents that go with a context file, whether they exist or not. */
export const companionsOf = (path: string): readonly string[] =>
  (formatOf(path)?.companions ?? []).map((name) => `${path.slice(0, path.lastIndexOf('/') + 1)}${name}`);
