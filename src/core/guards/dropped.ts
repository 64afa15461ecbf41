// Guards that a change takes away or weakens, in the documents that hold them.
import type { Config } from '../config/defaults.ts';
import { compareIds } from '../phases/documents.ts';
import type { Change, DocumentChange } from '../types.ts';
import type { Breach } from './breaches.ts';
import type { Form, Guard, Term } from './guard.ts';
import { readGuards } from './lines.ts';

/** `inForce`: before the change. What a merge only takes over from a parent was judged there. */
export function findDropped({ documents }: Change, inForce: readonly Guard[], config: Config): Breach[] {
  const holders = documents.filter(({ path, from = path }) => inForce.some((one) => one.path === from));
  if (holders.length === 0) return [];
  const befores = textsBefore(holders).map((texts) => standingIn(texts, config));
  const afters = standingIn(
    documents.map(({ path, after }) => ({ path, text: after })),
    config,
  );
  const isTouched = ({ path }: Guard) => holders.some(({ path: own, from = own }) => from === path);
  const kept = [...afters, ...inForce.filter((guard) => !isTouched(guard))];
  return inForce
    .filter((guard) => isTouched(guard) && befores.every((known) => known.some((one) => isSame(one, guard))))
    .filter((guard) => !kept.some((one) => isCovered(guard, one)))
    .map((guard) => ({ guard, path: guard.path, line: null, what: toldOf(guard, afters) }));
}

type Text = { readonly path: string; readonly text: string | null };

/** The texts of the documents in each parent. */
function textsBefore(holders: readonly DocumentChange[]): Text[][] {
  const parents = Math.max(...holders.map(({ otherBefores = [] }) => otherBefores.length));
  return Array.from({ length: parents + 1 }, (_, parent) =>
    holders.map(({ path, from = path, before, otherBefores = [] }) => ({
      path: from,
      text: parent === 0 ? before : (otherBefores[parent - 1] ?? before),
    })),
  );
}

/** Those whose decision stands, whatever the phase. */
const standingIn = (texts: readonly Text[], config: Config): Guard[] =>
  readGuards(
    texts.flatMap(({ path, text }) => (text === null ? [] : [{ path, text }])),
    config,
  ).guards.filter(({ ended }) => ended === null);

const isSame = (one: Guard, other: Guard): boolean => one.text.toLowerCase() === other.text.toLowerCase();

/** Whether `now` finds all that `old` found, for as long. */
const isCovered = (old: Guard, now: Guard): boolean =>
  isSame(old, now) || (isFormCovered(old.form, now.form) && isTermCovered(old.term, now.term));

function isFormCovered(old: Form, now: Form): boolean {
  const [before, after] = [old, now].map((form) => JSON.stringify({ ...form, glob: '' }));
  return before === after && (!('glob' in old) || !('glob' in now) || [old.glob, '**'].includes(now.glob));
}

function isTermCovered(old: Term | null, now: Term | null): boolean {
  if (now === null) return true;
  if (old === null || old.kind !== now.kind || old.unit !== now.unit) return false;
  const order = compareIds(now.id, old.id);
  return now.kind === 'until' ? order >= 0 : order <= 0;
}

function toldOf(guard: Guard, afters: readonly Guard[]): string {
  const now = afters.find(({ form, decision, words }) => {
    const isOwn = guard.decision === null ? words === guard.words : decision?.title === guard.decision.title;
    return form.kind === guard.form.kind && isOwn;
  });
  return now === undefined ? `takes it out of ${guard.path}` : `weakens it to ${now.text}`;
}
