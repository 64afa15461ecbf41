// Which headings of a log are entries, which only divide it, and which are the sections of an entry.
import { type Dating, UNDATED } from '../dates/day.ts';
import type { BlockLine } from '../markdown/blocks.ts';
import { type Identity, parseIdentity } from './identity.ts';
import { isDecisionWord, isLabel, type Role, roleOf } from './labels.ts';
import { fieldsOf } from './parts.ts';
import { BLOCK } from './stamps.ts';
import { statusEnd } from './status.ts';

export type Heading = {
  readonly text: string;
  readonly level: number;
  /** Index of its line, and of the first line behind all that stands below it. */
  readonly from: number;
  readonly to: number;
  readonly identity: Identity | null;
  /** The day of a heading around it, such as `## 2026-04-12: Tokens` or `## Session 2 (2026-04-12)`. */
  readonly day: string | null;
};

type Node = Heading & {
  to: number;
  readonly parent: Node | null;
  /** `Context`, `Consequences`: a section of what is around it. */
  readonly isSection: boolean;
  /** It opens a block of a log in blocks. */
  readonly isBlock: boolean;
  readonly labels: Set<string>;
  readonly roles: Set<Role>;
};

const DEEPEST = 4;

/** The headings that open an entry, in order; none is inside another. */
export function findEntryHeadings(lines: readonly BlockLine[], dating: Dating = UNDATED): Heading[] {
  const nodes = readNodes(lines, dating);
  const hasFields = fieldedNodes(nodes);
  const candidates = withoutStray(
    nodes.filter((node) => isCandidate(node, hasFields)),
    nodes,
  );
  const repeated = repeatedStyles(candidates);
  const entries: Node[] = [];
  candidates.forEach((node, order) => {
    if (isInside(node, entries.at(-1))) return;
    const next = candidates[order + 1];
    const inner = next !== undefined && isInside(next, node) ? next : null;
    if (inner === null || isWhole(node, inner, hasFields) || repeated.has(styleOf(inner))) entries.push(node);
  });
  const over = entries.filter((node) => isOverList(node, lines));
  return entries.filter((node) => !over.includes(node) && !over.some((one) => isNumberedAlike(one, node)));
}

// `## 1. Decisions in force` over a table numbers sections, and so does `## 3. How we decide` beside it.
const isNumberedAlike = (one: Heading, other: Heading): boolean =>
  one.level === other.level &&
  [one, other].every(({ identity }) => identity?.prefix === '' && identity.date === null);

// One heading that reads as a number among others that bear none is no form of the log: `## LAW-152` beside
// `## Data`, `## Chat`.
function withoutStray(candidates: readonly Node[], nodes: readonly Node[]): readonly Node[] {
  const [only, ...others] = candidates;
  if (only === undefined || others.length > 0 || only.identity?.title !== '') return candidates;
  const beside = nodes.filter(({ level, isSection }) => level === only.level && !isSection);
  return beside.length > FEWEST ? [] : candidates;
}

const DECLARED = /^(?:decision|adr|decisión|décision|decisão|entscheidung)\s*(?:[:：–—]|-\s)\s*\S/i;

/** Headings of a log without numbers and days from which on they are its entries, and words of a sentence. */
const FEWEST = 3;
const SENTENCE = 4;

/** Of a log whose headings bear neither number nor day: those that call themselves decisions, else its
 * sections, where most are headed by a sentence and begin with one. A subject is a word or two. */
export function findProseHeadings(lines: readonly BlockLine[]): Heading[] {
  const nodes = readNodes(lines, UNDATED).filter(({ isSection }) => !isSection);
  const declared = nodes.filter(({ text }) => DECLARED.test(text));
  if (declared.length > 0) return declared.filter(({ level }) => level === declared[0]?.level);
  const sections = nodes.filter(({ level }) => level === 2);
  const isProse = ({ text, from, to }: Node) =>
    text.split(/\s+/).length >= SENTENCE &&
    lines.slice(from + 1, to).find(({ kind }) => kind !== 'blank')?.kind === 'text';
  return sections.length >= FEWEST && sections.filter(isProse).length * 3 >= sections.length * 2
    ? sections
    : [];
}

/** Of a log that is divided by subjects, those below which no point or bold lead is a decision of its own. */
export function findSubjects(lines: readonly BlockLine[], items: readonly number[]): Heading[] {
  const nodes = readNodes(lines, UNDATED).filter(({ level }) => level === 2);
  const isOwn = ({ text, from, to, isSection }: Node) =>
    !isSection &&
    !ASIDE.test(text.toLowerCase()) &&
    !items.some((at) => at > from && at < to) &&
    lines.slice(from + 1, to).find(({ kind }) => kind !== 'blank')?.kind === 'text';
  return nodes.filter(isOwn);
}

const ASIDE =
  /^(?:how to|about|purpose|format|index|legend|overview|introduction|summary|template|contents|status|next|open|todo|see also|references|links|zweck|überblick|inhalt|aperçu|resumen|índice|обзор|содержание|目录|概要|说明|目次)/;

const isInside = (node: Heading, outer: Heading | undefined): boolean =>
  outer !== undefined && node.from > outer.from && node.from < outer.to;

function readNodes(lines: readonly BlockLine[], dating: Dating): Node[] {
  const nodes: Node[] = [];
  let open: Node | null = null;
  lines.forEach((line, index) => {
    if (line.kind === 'heading') {
      open = closeTo(open, line.level, index);
      const identity = parseIdentity(line.content, dating);
      const node = createNode({ line, from: index, to: lines.length }, identity, open);
      if (node.isSection) addLabel(open, line.content);
      nodes.push(node);
      open = node;
    } else for (const { label } of open === null ? [] : fieldsOf(line)) addLabel(open, label);
  });
  return nodes;
}

/** The innermost heading that goes on behind one of that level. */
function closeTo(open: Node | null, level: number, index: number): Node | null {
  let node = open;
  for (; node !== null && node.level >= level; node = node.parent) node.to = index;
  return node;
}

type HeadingSpan = { readonly line: BlockLine; readonly from: number; readonly to: number };

function createNode({ line, from, to }: HeadingSpan, identity: Identity | null, parent: Node | null): Node {
  const { content: text, level, marker } = line;
  const isSection = marker !== BLOCK && isLabel(identity?.title || text);
  const day = parent?.identity?.date ?? parent?.day ?? null;
  const isBlock = marker === BLOCK;
  return {
    ...{ text, day, level, from, to, identity },
    parent,
    isSection,
    isBlock,
    labels: new Set(),
    roles: new Set(),
  };
}

// A label below `### Context` belongs to the entry around it.
function ownerOf(node: Node): Node {
  let owner = node;
  while (owner.parent !== null && owner.isSection) owner = owner.parent;
  return owner;
}

function addLabel(node: Node | null, label: string | null): void {
  if (node === null || label === null) return;
  const owner = ownerOf(node);
  owner.labels.add(label.toLowerCase());
  const role = roleOf(label);
  if (role !== null) owner.roles.add(role);
}

// Those with a decision and its reasons; in a language that is not known, those that share two labels with
// another.
function fieldedNodes(nodes: readonly Node[]): ReadonlySet<Node> {
  const counts = new Map<string, number>();
  for (const node of nodes)
    for (const label of node.labels) {
      const key = `${node.level} ${label}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  const isShared = (node: Node) =>
    [...node.labels].filter((label) => (counts.get(`${node.level} ${label}`) ?? 0) > 1).length > 1;
  const isComplete = ({ roles }: Node) =>
    roles.has('decision') && (roles.has('rationale') || roles.has('context'));
  return new Set(nodes.filter((node) => isComplete(node) || isShared(node)));
}

function isCandidate(node: Node, hasFields: ReadonlySet<Node>): boolean {
  if (node.level > DEEPEST || node.isSection) return false;
  if (node.identity !== null)
    return (
      node.level > 1 ||
      (!isLogTitle(node.identity.title) && (node.identity.prefix !== '' || node.identity.date !== null))
    );
  return node.isBlock || (node.level > 1 && (hasFields.has(node) || statusEnd(node.text) !== null));
}

// `# 2026-07-04 - Decision Log` heads the file.
const isLogTitle = (title: string): boolean =>
  /\b(?:decision|adr)s?\s(?:log|record|register|journal)s?\W*$/i.test(title);

const styleOf = ({ level, identity }: Heading): string => `${level} ${identity?.prefix ?? '-'}`;

// Numbers that start again below each heading around them number an entry's sections; those that are called
// decisions are the log's own, and one that two branches took is a slip.
function repeatedStyles(candidates: readonly Node[]): ReadonlySet<string> {
  const seen = new Map<string, Node | null>();
  const repeated = new Set<string>();
  for (const node of candidates) {
    if (node.identity === null || node.parent?.identity == null || isNamed(node)) continue;
    const key = `${styleOf(node)} ${node.identity.id}`;
    const parent = seen.get(key);
    if (parent !== undefined && parent !== node.parent && node.identity.id !== node.identity.date)
      repeated.add(styleOf(node));
    seen.set(key, node.parent);
  }
  return repeated;
}

// Around other candidates: an entry of its own, rather than what divides the log.
function isWhole(node: Node, inner: Node, hasFields: ReadonlySet<Node>): boolean {
  if (hasFields.has(node) || node.identity === null) return hasFields.has(node);
  return isNamed(node) && !isNamed(inner) && node.identity.title !== '';
}

const isNamed = ({ identity }: Heading): boolean => isDecisionWord(identity?.prefix.split(' ').at(-1) ?? '');

// `## 2024-01-15`, `### Sprint 1 Decisions (2025-01-27)` over a list, or a table: each of its items is an
// entry.
function isOverList({ identity, from, to }: Heading, lines: readonly BlockLine[]): boolean {
  if (identity?.date != null && lines.slice(from + 1, to).filter(isTagged).length > 1) return true;
  if (identity === null || !(identity.title === '' || SEVERAL.test(identity.title.toLowerCase())))
    return false;
  const first = lines.slice(from + 1, to).find((line) => line.kind !== 'blank');
  return first?.kind === 'item' || first?.kind === 'table';
}

/** `- [DECISION] 139: only with --json` in an account of a day. */
export const isTagged = (line: BlockLine | undefined): boolean =>
  line?.kind === 'item' && roleOf(/^\[([^[\]]{3,20})\]\s/.exec(line.content)?.[1] ?? '') === 'decision';

const SEVERAL = /\b(?:decisions|choices|entscheidungen|décisions|decisiones|decisões|decisioni)\b|решения/;
