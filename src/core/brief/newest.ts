// Of sections that each session wrote anew, the newest say what holds now.
import type { Context } from '../context/context.ts';
import type { Place } from '../context/places.ts';
import { findDate } from '../dates/dates.ts';

/**
 * Without the sections of one role that are older than another of them; what bears no date or number stays.
 */
export function newestOf(places: readonly Place[], context: Context): readonly Place[] {
  const sections = places.filter(({ kind }) => kind === 'section');
  if (sections.length < 2) return places;
  const ranks = new Map(sections.map((place) => [place, rankOf(place, context)]));
  const known = [...ranks.values()].filter((rank) => rank !== null);
  if (known.length < 2) return places;
  const dated = known.filter(({ day }) => day !== null);
  const newest = Math.max(
    ...(dated.length > 1 ? dated.map(({ day }) => day ?? 0) : known.map(({ session }) => session ?? 0)),
  );
  const isOld = (place: Place) => {
    const rank = ranks.get(place);
    const own = dated.length > 1 ? rank?.day : rank?.session;
    return own != null && own < newest;
  };
  const old = places.filter(isOld);
  const isInside = ({ from, to }: Place) => old.some((outer) => outer.from <= from && to <= outer.to);
  return places.filter((place) => !isOld(place) && !isInside(place));
}

/** Sections of sessions or sprints from which on a file is a history. */
const FEWEST = 3;

/**
 * Without those inside a session or sprint that a newer one of the file has followed: what blocked then is
 * past.
 */
export function withoutPast(places: readonly Place[], { outline }: Context): readonly Place[] {
  const ranked = outline.sections.flatMap((section) => {
    const number = section.level > 0 ? SESSION.exec(section.title)?.[1] : undefined;
    return number === undefined ? [] : [{ section, number: Number(number) }];
  });
  if (ranked.length < FEWEST) return places;
  const newest = Math.max(...ranked.map(({ number }) => number));
  const past = ranked.filter(({ number }) => number < newest);
  return places.filter(({ line }) => !past.some(({ section }) => section.from < line && line <= section.to));
}

const SESSION = /\b(?:session|sesi[oó]n|s[ée]ance|sitzung|day|sprint|iteration|week|build)\s*#?(\d{1,4})\b/i;
const VERSION = /\bv(\d{1,3})\.(\d{1,3})\b/i;

function numberIn(title: string): number | null {
  const session = SESSION.exec(title)?.[1];
  if (session !== undefined) return Number(session);
  const [, major, minor] = VERSION.exec(title) ?? [];
  return major === undefined ? null : Number(major) * 1000 + Number(minor);
}

type Rank = { readonly day: number | null; readonly session: number | null };

// Its own heading says when, or the innermost one around it.
function rankOf({ line }: Place, { outline, dating }: Context): Rank | null {
  const around = outline.sections.filter(({ level, from, to }) => level > 0 && from < line && line <= to);
  for (const { title } of around.reverse()) {
    const day = /\d{4}/.test(title) ? (findDate(title, dating)?.value ?? null) : null;
    const session = numberIn(title);
    if (day !== null || session !== null) return { day, session };
  }
  return null;
}
