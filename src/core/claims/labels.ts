// Labels at the start of a statement: `Next: …`, `**Blocker:** …`, `次：…`, and headings over a list.
import { once } from '../memo.ts';
import { alternatives, everywhere, LANGUAGES, type LabelKind, type Role, WORDS } from '../words/index.ts';
import { fold, unitOf } from '../words/lexicon.ts';

export type FoundLabel = {
  /** `unit`: the label names a numbered unit. `unknown`: it is not one of ours. */
  readonly kind: LabelKind | 'unit' | 'unknown';
  readonly name: string;
  readonly value: string;
};

const LABEL =
  /^\s*([^:："{}<>=;]{1,50}?)\s?(?:：|:(?=[\s\u3040-\u9fff\uac00-\ud7af]|$)|(?<=[\u3040-\u9fff\uac00-\ud7af]):(?=\d))\s*/;

/** The label that a text of plain words starts with; null where it starts with none. */
export function labelOf(text: string): FoundLabel | null {
  const match = LABEL.exec(text);
  if (match === null) return dashed(text);
  const name = match[1] ?? '';
  const value = text.slice(match[0].length).trim();
  // `Milestone: 22 reached`, and `Milestone: first ferry booked`
  const isUnit = /^(?:#?|M)\d/.test(value) && unitOf(nameOf(name)) !== null;
  return { kind: isUnit ? 'unit' : (kindOf(name) ?? 'unknown'), name, value };
}

// `Gotcha - the feed needs a slash`: a name of one word, in a capital. What is urgent needs its colon, for a
// wire.
const DASHED = /^\s*(\p{Lu}\p{L}{3,20})\s[-–—]\s/u;

function dashed(text: string): FoundLabel | null {
  const match = DASHED.exec(text);
  const name = match?.[1] ?? '';
  const kind = match === null ? undefined : kindOf(name);
  if (match === null || kind !== 'gotcha') return null;
  return { kind, name, value: text.slice(match[0].length).trim() };
}

/** What a heading, or a line that ends with a colon, makes of the points below it. */
export const headingKind = (title: string): FoundLabel['kind'] => {
  const name = nameOf(title.trimEnd().replace(/[:：?？]$/, ''));
  return byLabel().get(name) ?? bySection().get(name) ?? 'unknown';
};

function kindOf(name: string): FoundLabel['kind'] | undefined {
  const plain = nameOf(name);
  const known = byLabel().get(plain) ?? byLabel().get(plain.replace(/^the /, ''));
  return known ?? (unitOf(plain) === null ? undefined : 'unit');
}

// Numbers, emoji and list marks in front do not belong to a name.
const nameOf = (name: string): string =>
  fold(name)
    .replace(/^[^\p{L}]+|(?<=[\p{L}\p{N})])[^\p{L}\p{N})]+$/gu, '')
    .replace(/[\s_]+/g, ' ');

const byLabel = once(() => {
  const known = new Map<string, LabelKind>();
  for (const language of LANGUAGES)
    for (const [kind, names] of Object.entries(WORDS[language].labels) as [LabelKind, string][])
      for (const name of alternatives(names)) if (!known.has(name)) known.set(name, kind);
  // `Gelöst: …`, `Fixed: …`: whatever it was, it is done.
  for (const name of everywhere(({ statuses }) => statuses.fixed))
    if (!known.has(name)) known.set(name, 'done');
  return known;
});

/** Of labels, and of headings over a list. */
export const LABEL_NAMES = (): readonly string[] => [...byLabel().keys(), ...bySection().keys()];

const KINDS: Readonly<Partial<Record<Role, LabelKind>>> = {
  next: 'next',
  blockers: 'blocker',
  gotchas: 'gotcha',
  decisions: 'decision',
  done: 'done',
  state: 'status',
  log: 'neutral',
};

const bySection = once(() => {
  const known = new Map<string, LabelKind>();
  for (const language of LANGUAGES)
    for (const [role, kind] of Object.entries(KINDS) as [Role, LabelKind][])
      for (const name of alternatives(WORDS[language].sections[role]))
        if (!known.has(fold(name))) known.set(fold(name), kind);
  return known;
});
