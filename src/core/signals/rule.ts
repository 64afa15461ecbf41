// The shape of a rule, and the few ways in which rules find their evidence.
import { type ClaimKind, claimsOf } from '../claims/index.ts';
import { trailersNamed } from '../message/index.ts';
import { OWN_KEYS } from '../message/trailers.ts';
import type { Evidence } from '../types.ts';
import type { Facts, FileFact } from './facts.ts';
import type { Wire } from './wire.ts';
import { firstOf, quoteAt } from './words.ts';

export type Found = {
  readonly evidence: Evidence;
  /** How much of what the rule looks for it is, 0 to 1; absent: all of it. */
  readonly strength?: number | undefined;
  /** What it weighs at least; absent: what the rule has learnt. */
  readonly least?: number | undefined;
  /** Recorded at once, whatever the rule says. */
  readonly isUrgent?: boolean | undefined;
};

/** 0 to 1. */
export const strengthOf = (found: Found | undefined): number =>
  found === undefined ? 0 : (found.strength ?? 1);

export type Find = (facts: Facts) => Found | null;

export type Rule = {
  readonly name: string;
  /** Whether what it finds speaks for a record (1), against it (-1), or either way (0). */
  readonly sign: -1 | 0 | 1;
  /** Whether what it finds in full is enough by itself, however rare it was among the commits learnt from. */
  readonly isSure: boolean;
  /** The strength from which a finding is recorded at once, whatever the debt. */
  readonly urgentFrom: number;
  /** For `why` and the table of rules. */
  readonly looksFor: string;
  readonly find: Find;
  /** At least one where something it finds is urgent. */
  readonly wires: readonly Wire[];
};

/** A trailer is the author's own word: nothing that speaks against a record outweighs it. */
export const BY_TRAILER = 3;
/** What the author says outright is enough by itself. */
export const BY_CLAIM = 1;

/** The first value of a trailer, as evidence. */
export function byTrailer({ message }: Facts, key: string): Found | null {
  const value = trailersNamed(message, key).find((text) => text !== '');
  return value === undefined
    ? null
    : { evidence: { kind: 'trailer', key, value }, least: BY_TRAILER, isUrgent: true };
}

/** Claims that a session reads at once, whatever else is owed. */
const AT_ONCE: readonly ClaimKind[] = [
  'phase-done',
  'blocker',
  'unblocked',
  'decision',
  'deviation',
  'result',
];

// Also as the subject, or a line of the body, where git reads no trailer. Others' keys (`Constraint:`) are a
// habit.
const OWN_KEY = new RegExp(`^(?:${OWN_KEYS.join('|')})\\s?:`, 'i');

/** What the message claims outright: the author's own word, as a trailer is. Documents show; they do not
 * speak. */
export function byClaim(facts: Facts, kind: ClaimKind): Found | null {
  const claim = claimsOf(facts).find((one) => one.kind === kind && one.source !== 'document');
  if (claim === undefined) return null;
  const isOwn = OWN_KEY.test(claim.quote);
  const isUrgent = isOwn || AT_ONCE.includes(kind);
  const least = isOwn && claim.source === 'trailer' ? BY_TRAILER : isUrgent ? BY_CLAIM : undefined;
  return { evidence: { kind: 'quote', text: claim.quote }, least, isUrgent };
}

/** As found, but no reason to record anything at once: a sign, not a statement. */
export const inTime = (found: Found | null): Found | null => found && { ...found, isUrgent: false };

/** What stands at an offset as evidence; null where it is -1. */
export function saysAt(text: string, at: number, strength?: number): Found | null {
  const evidence = quoteAt(text, at);
  return evidence === null ? null : { evidence, strength };
}

/** The pattern's first match as evidence. */
export const says = (text: string, pattern: RegExp, strength?: number): Found | null =>
  saysAt(text, firstOf(text, pattern), strength);

/** Files as evidence, with what their lines earn; null where there are none. */
export const shows = (files: readonly FileFact[], strength?: number): Found | null =>
  files.length === 0 ? null : { evidence: largestOf(files), strength };

function largestOf(files: readonly FileFact[]): Evidence {
  const lines = ({ plus, minus }: FileFact) => plus + minus;
  const { path, plus, minus } = files.reduce((a, b) => (lines(b) > lines(a) ? b : a));
  return { kind: 'files', count: files.length, path, plus, minus };
}

/** 0 up to `from`, 1 from `to` on, straight in between. */
export const ramp = (value: number, from: number, to: number): number =>
  Math.max(0, Math.min(1, (value - from) / (to - from)));
