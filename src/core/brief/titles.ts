// What a heading says behind the name of its role: `Current State: Phase 2 complete`, `Next steps (Phase 3)`.
import type { Context } from '../context/context.ts';
import type { Role } from '../context/names.ts';
import type { Place } from '../context/places.ts';
import { roleOfLabel, roleOfTitle } from '../context/roles.ts';
import { plainText } from '../markdown/inline.ts';
import { isBegun, isFinished } from '../phases/finished.ts';
import { findPhases } from '../phases/phases.ts';
import { cleanLine } from '../wording/lines.ts';

const TITLED: readonly Role[] = ['state', 'next'];

/** Empty where it says no more. The file's own title names the project. */
export function titleRest({ kind, role, title, line }: Place, { outline }: Context): string {
  const isTitled = kind === 'section' && TITLED.includes(role) && outline.lines[line - 1]?.level !== 1;
  return isTitled ? (restsOf(title, role).find((rest) => saysMore(rest, role))?.text ?? '') : '';
}

type Rest = { readonly text: string; readonly isAside: boolean };

const NAME_ENDS = /\s[-–—|]+\s|[—:：(（]/gu;

function restsOf(title: string, role: Role): Rest[] {
  const plain = cleanLine(plainText(title));
  return [...plain.matchAll(NAME_ENDS)].flatMap(({ index, 0: mark }) => {
    const name = plain.slice(0, index);
    if (/[(（][^()（）]*$/u.test(name) || roleOfTitle(name)?.role !== role) return [];
    const rest = plain.slice(index + mark.length).trim();
    const isAside = /[(（]/.test(mark);
    return [{ text: isAside ? (rest.split(/[)）]/)[0] ?? '') : rest, isAside }];
  });
}

/** What is asked of whoever opens the file. */
const TO_READER =
  /^\W*(?:(?:please|always|must) )?(?:read|start|begin|see|check|update[ds]?|keep|kept|refresh(?:ed)?|edit|overwrit(?:e|ten)|rewrit(?:e|ten)|maintain(?:ed)?|do not|don't|live document|living document)\b|^\W*(?:先读|必读|请先|每次|最初に読む|먼저 읽)|^\W*(?:zuerst lesen|leer primero|lire en premier|leia primeiro|читать первым)/i;

/** Words of a bracket that names a phase and says nothing of it. */
const MOST_WORDS = 4;

// Of what is next the phase: `Next up: Phase 8 — Checkout`, but not `Next session (Sprint 4 — plan locked,
// debt in review)`. Of the state all, but for asides that do not say how far things are.
function saysMore({ text, isAside }: Rest, role: Role): boolean {
  // `TL;DR — where we are`: one name behind the other; `Current state — read this first` asks something.
  if (roleOfLabel(text)?.role === role || TO_READER.test(text)) return false;
  const [phase] = findPhases(text);
  if (role === 'next') return phase?.isLeading === true && (!isAside || text.split(' ').length <= MOST_WORDS);
  return !isAside || phase !== undefined || isFinished(text) || isBegun(text);
}
