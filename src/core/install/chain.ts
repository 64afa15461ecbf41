// One hook file with ours in it, and without: what stands there keeps running, in its order, with its
// arguments, standard input and exit code; what was off stays off.
import type { Disk, FileState, FileText } from '../types.ts';
import { asideWord, dropAside, findAside, putAside, takeFromAside } from './aside.ts';
import { cutBlocks, hasUnmatchedMarker, hookBlock } from './block.ts';
import { withStates } from './disk.ts';
import { insertBlock, isBare, isShellScript } from './script.ts';

export type HookSpot = {
  readonly path: string;
  readonly hook: string;
  /** See BlockForm. */
  readonly isShared: boolean;
  /** git starts it as a program; husky gives it to `sh -e`, run bit or not. */
  readonly isProgram: boolean;
};

/** Why a hook can't be put in place, or not be taken back whole. */
export type Leftover = {
  readonly path: string;
  readonly reason: 'aside-taken' | 'not-a-file' | 'unmatched-marker' | 'replaced' | 'changed';
};

export type Outcome = { readonly disk: Disk; readonly leftovers: readonly Leftover[] };

/** Puts our hook there, or puts it right; the same again where it is right already. */
export function putHook(disk: Disk, spot: HookSpot): Outcome {
  const state = disk.get(spot.path);
  // In a directory that is shared a file of that name may have come with the repository.
  if (state === undefined) return made(disk, spot, spot.isShared ? null : findAside(disk, spot.path));
  if (!('text' in state)) return stopped(disk, spot.path, 'not-a-file');
  const { rest, isMade } = cutBlocks(state.text);
  if (hasUnmatchedMarker(state.text)) return stopped(disk, spot.path, 'unmatched-marker');
  if (isMade && isBare(rest)) return made(disk, spot);
  return mayHoldBlock(state, spot) && (!spot.isProgram || isShellScript(rest))
    ? chained(disk, spot, { ...state, text: rest })
    : setAside(disk, spot, rest === state.text ? state : { ...state, text: rest });
}

/** Takes our block out, our file away and the user's hook back to its place. */
export function takeHook(disk: Disk, path: string): Outcome {
  const state = disk.get(path);
  if (state?.kind !== 'file') return { disk, leftovers: [] };
  if (hasUnmatchedMarker(state.text)) return stopped(disk, path, 'unmatched-marker');
  const { rest, isMade, blocks } = cutBlocks(state.text);
  if (blocks > 0 && isMade && isBare(rest)) return { disk: takeMade(disk, path, state.text), leftovers: [] };
  const kept = blocks === 0 ? disk : withStates(disk, [[path, { ...state, text: rest }]]);
  const aside = findAside(disk, path);
  if (aside === null) return { disk: kept, leftovers: [] };
  return isSameFile(kept.get(aside), { ...state, text: rest })
    ? { disk: dropAside(kept, path), leftovers: [] }
    : stopped(kept, aside, 'replaced');
}

// A file beside it that ours does not call was never its hook.
function takeMade(disk: Disk, path: string, text: string): Disk {
  const aside = findAside(disk, path);
  const isCalled = aside === null || text.includes(asideWord(path, aside));
  return isCalled ? takeFromAside(disk, path) : withStates(disk, [[path, null]]);
}

const isSameFile = (one: FileState | undefined, other: FileText): boolean =>
  one !== undefined && 'text' in one && one.kind === other.kind && one.text === other.text;

const RUN = 0o755;
const PLAIN = 0o644;

const stopped = (disk: Disk, path: string, reason: Leftover['reason']): Outcome => ({
  disk,
  leftovers: [{ path, reason }],
});

const mayHoldBlock = (state: FileText, { isProgram }: HookSpot): boolean =>
  state.kind === 'file' && (!isProgram || (state.mode & 0o111) !== 0);

function made(disk: Disk, spot: HookSpot, aside = findAside(disk, spot.path)): Outcome {
  const next = aside === null ? null : asideWord(spot.path, aside);
  const block = hookBlock({ ...spot, isMade: true, next });
  const text = spot.isProgram ? `#!/bin/sh\n${block}` : block;
  const state: FileState = { kind: 'file', text, mode: spot.isProgram ? RUN : PLAIN };
  return { disk: withStates(disk, [[spot.path, state]]), leftovers: [] };
}

function chained(disk: Disk, spot: HookSpot, state: FileText): Outcome {
  const block = hookBlock({ ...spot, isMade: false, next: null });
  const text = insertBlock(state.text, block);
  return { disk: withStates(disk, [[spot.path, { ...state, text }]]), leftovers: [] };
}

function setAside(disk: Disk, spot: HookSpot, state: FileText): Outcome {
  const taken = findAside(disk, spot.path);
  if (taken === null) return made(putAside(disk, spot.path, state), spot);
  // An install that was stopped had kept the hook, and not replaced it yet.
  return isSameFile(disk.get(taken), state) ? made(disk, spot) : stopped(disk, taken, 'aside-taken');
}
