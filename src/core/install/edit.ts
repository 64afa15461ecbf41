// Edits of files that are not hooks of ours: settings of a manager, the hooks that it would write, what wires
// an agent.
import type { Disk } from '../types.ts';
import { cutBlocks, hasUnmatchedMarker } from './block.ts';
import type { Outcome } from './chain.ts';
import { textAt, withStates } from './disk.ts';
import { MANAGERS } from './managers/index.ts';
import type { FileEdit } from './manifest.ts';

/** Takes an agent's wiring out of a text; null where nothing of the user's is left, undefined where it can't
 * be told. */
export type Unwire = (agent: string, path: string, text: string) => string | null | undefined;

export function putEdit(disk: Disk, { path, after }: FileEdit): Disk {
  const state = disk.get(path);
  const mode = state !== undefined && 'mode' in state ? state.mode : 0o644;
  return textAt(disk, path) === after
    ? disk
    : withStates(disk, [[path, { kind: 'file', text: after, mode }]]);
}

/** The file as it was before; where somebody else changed it since, without what is ours, else listed. */
export function takeEdit(disk: Disk, edit: FileEdit, unwire: Unwire): Outcome {
  const text = textAt(disk, edit.path);
  if (text === null) return { disk, leftovers: [] };
  const rest = text === edit.after ? edit.before : withoutOurs(edit, text, unwire);
  if (rest === undefined) return { disk, leftovers: [{ path: edit.path, reason: 'changed' }] };
  const state = disk.get(edit.path);
  if (rest === null || state?.kind !== 'file')
    return { disk: withStates(disk, [[edit.path, null]]), leftovers: [] };
  return { disk: withStates(disk, [[edit.path, { ...state, text: rest }]]), leftovers: [] };
}

/** Null: nothing is left; undefined: ours cannot be told from theirs. */
function withoutOurs(edit: FileEdit, text: string, unwire: Unwire): string | null | undefined {
  if (edit.kind === 'agent') return unwire(edit.name, edit.path, text);
  if (edit.kind === 'stub') return MANAGERS.some((manager) => manager.isStub(text)) ? edit.before : text;
  const { rest, blocks } = cutBlocks(text);
  if (blocks > 0 && !hasUnmatchedMarker(text)) return rest.trim() === '' ? edit.before : rest;
  return withoutHunk(edit, text);
}

/** Puts back what one splice replaced, if what it put there is still there, once. */
function withoutHunk({ before, after }: FileEdit, text: string): string | undefined {
  const old = before ?? '';
  const head = sharedLength(old, after);
  const tail = sharedLength(reversed(old.slice(head)), reversed(after.slice(head)));
  const inserted = after.slice(head, after.length - tail);
  const parts = text.split(inserted);
  if (parts.length === 2) return parts.join(old.slice(head, old.length - tail));
  return inserted.includes('handoff-hooks') && text.includes('handoff-hooks') ? undefined : text;
}

function sharedLength(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length += 1;
  return length;
}

const reversed = (text: string): string => [...text].reverse().join('');
