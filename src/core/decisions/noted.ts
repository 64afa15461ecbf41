// What a context file notes as decided or rejected, in its sections or in its log: `Rejected: a cache by
// harbour — one harbour changes`, `Decision: chrony, because drift stays low`, a revert with its reason.
import { loggedAs, loggedReverts } from '../brief/logged.ts';
import { labelOf } from '../claims/labels.ts';
import { type Context, readContext } from '../context/context.ts';
import { withoutIds } from '../head/same.ts';
import { oneLine, plainText } from '../markdown/inline.ts';
import type { Decision, Document } from '../types.ts';

/** Points of what not to do, and of the log, that name an approach and say that it was rejected, then the
 * log's decisions, the newest entry first. */
export function notedDecisions({ path, text }: Document): Decision[] {
  const context = readContext(text);
  const rejected = [...inSections(context), ...loggedAs(context, 'rejected'), ...loggedReverts(context)];
  return [
    ...rejected.map((point) => {
      const [title, rationale] = parted(withoutIds(point.text), / [—|] |: /);
      return { ...noteDecision(point, path), title, rationale, rejected: title, status: 'rejected' as const };
    }),
    ...loggedAs(context, 'decision').map((point) => {
      const [title, rationale] = parted(withoutIds(point.text), /,? because | [—|] |; /);
      return { ...noteDecision(point, path), title, rationale, chosen: title };
    }),
  ];
}

type Noted = { readonly text: string; readonly line: number };

const inSections = ({ places }: Context): Noted[] =>
  places
    .filter(({ role }) => role === 'doNot' || role === 'gotchas')
    .flatMap(({ items }) => items)
    .flatMap(({ text, line }) => {
      const label = labelOf(oneLine(plainText(withoutIds(text))));
      return label?.kind === 'rejected' && label.value !== '' ? [{ text: label.value, line }] : [];
    });

function parted(text: string, mark: RegExp): [string, string | null] {
  const at = mark.exec(text);
  if (at === null || at.index === 0) return [text, null];
  return [text.slice(0, at.index), text.slice(at.index + at[0].length) || null];
}

/** What a line notes, as a decision that says nothing but that. */
export const noteDecision = ({ text, line }: Noted, path: string): Decision => ({
  id: null,
  title: text,
  date: null,
  chosen: null,
  rationale: null,
  status: 'stands',
  supersedes: [],
  supersededBy: null,
  rejected: null,
  replaced: null,
  text,
  affects: [],
  path,
  line,
});
