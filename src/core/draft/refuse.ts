// When a context file is not edited at all.
import { cannotRun, type Problem } from '../problem.ts';
import type { Document } from '../types.ts';
import { refuseConflict, refuseForeign, refuseGenerated, refuseLarge } from '../wording/refusal.ts';

/** Characters; a context file is read by people. */
const LONGEST_FILE = 4_000_000;

/** Null: it may be edited. */
export function refusal({ path, text }: Document): Problem | null {
  if (hasConflict(text)) return cannotRun(refuseConflict(path));
  // A byte that is no UTF-8 was read as U+FFFD: written back, it would be another one.
  if (/[\0\ufffd]/.test(text)) return cannotRun(refuseForeign(path));
  if (isGenerated(text)) return cannotRun(refuseGenerated(path));
  return text.length > LONGEST_FILE ? cannotRun(refuseLarge(path, text.length)) : null;
}

/** Lines of a file, blank ones left out, that say what made it. */
const HEAD_LINES = 8;
const MADE =
  /@generated\b|\b(?:auto-?generated|generated (?:by|from|file|automatically)|is (?:automatically )?generated|automatisch (?:erzeugt|erstellt|generiert)|généré automatiquement|generado automáticamente|gerado automaticamente|generato automaticamente)|自动生成|自動生成|자동 생성/i;
const HANDS_OFF =
  /@generated\b|\b(?:do not|don't|never) (?:edit|modify|change|touch)|\b(?:nicht (?:bearbeiten|ändern|editieren)|ne pas (?:modifier|éditer)|no (?:editar|modificar)|não (?:editar|edite|modificar)|non modificare)|请勿(?:编辑|修改)|編集しないで|수정하지 마/i;

/** Whether the head of a text says that a tool makes it, and that nobody edits it by hand. */
export function isGenerated(text: string): boolean {
  const head = text
    .slice(0, 4000)
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '');
  const first = head.findIndex((line, at) => at > 0 && line.startsWith('## '));
  const said = head.slice(0, Math.min(HEAD_LINES, first < 0 ? HEAD_LINES : first)).join(' ');
  return MADE.test(said) && HANDS_OFF.test(said);
}

const MARKS = ['<<<<<<<', '=======', '>>>>>>>'];

export function hasConflict(text: string): boolean {
  if (!text.includes('<<<<<<< ')) return false;
  let found = 0;
  for (const line of text.split('\n')) if (line.slice(0, 7) === MARKS[found]) found++;
  return found === MARKS.length;
}
