// Of sections that each session wrote anew, the newest say what holds now.
import type { Context } from '../context/context.ts';
import type { Place } from '../context/places.ts';
import { findDate } from '../dates/dates.ts';

/** Without the sections of one role that are older than another of them; what bears no date or number stays. */
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

type Rank = { readonly day: number | null; readonly session: number | null };

// Its own heading says when, or the innermost one around it.
function rankOf({ line }: Place, { outline, dating }: Context): Rank | null {
  const around = outline.sections.filter(({ level, from, to }) => level > 0 && from < line && line <= to);
  for (const { title } of around.reverse()) {
    const day = /\d{4}/.test(title) ? (findDate(title, dating)?.value ?? null) : null;
    const number = /\b(?:session|sesi[oó]n|s[ée]ance|sitzung|day)\s*#?(\d{1,4})\b/i.exec(title)?.[1];
    if (day !== null || number !== undefined)
      return { day, session: number === undefined ? null : Number(number) };
  }
  return null;
}
