// What the file says first, where no part of it is known to tell the state: the lines of its newest block.
import type { Context } from '../context/context.ts';
import { isElsewhere } from '../context/elsewhere.ts';
import { labelOf } from '../context/labels.ts';
import { roleOfLabel, roleOfTitle } from '../context/roles.ts';
import { readItems } from '../markdown/items.ts';
import type { Section } from '../markdown/outline.ts';
import { isOver } from './history.ts';
import { newestOf } from './newest.ts';
import { saysNone } from './none.ts';
import { type Point, pointOf, withoutEmptyHeadings } from './point.ts';

const MOST_LINES = 6;

/** In the order of the file: of the newest dated or numbered part, else of what stands first. */
export function firstLines(context: Context): readonly Point[] {
  const { sections, lines } = context.outline;
  const parts = sections.filter(({ level, title }) => level > 0 && !isReference(title) && !isOver(title));
  const newest = newestOf(parts, context);
  const among = newest === undefined ? [...sections.slice(0, 2), ...parts.filter(isTop(parts))] : [newest];
  let said: Point[] = [];
  for (const part of among) if (sizeOf(said) < FEWEST) said = [...said, ...pointsIn(part, lines)];
  return withoutEmptyHeadings(said).slice(0, MOST_LINES);
}

/** Characters that tell nothing yet of where things stand. */
const FEWEST = 160;

const sizeOf = (points: readonly Point[]): number => points.reduce((sum, { text }) => sum + text.length, 0);

const isTop = (sections: readonly Section[]) => {
  const top = sections.reduce((least, { level }) => (level > 1 ? Math.min(least, level) : least), Infinity);
  return ({ level }: Section): boolean => level === top;
};

// The file's own title has the sections below it, which come in their turn.
function pointsIn({ from, to, bodyTo, level }: Section, lines: Context['outline']['lines']): Point[] {
  const points = readItems(lines, [level === 0 ? from : from + 1, level < 2 ? bodyTo : to]).map(pointOf);
  return withoutEmptyHeadings(points.filter(({ text, isHeading }) => isHeading || !isAside(text)));
}

const isAside = (text: string): boolean =>
  saysNone(text) || isDay(text) || TO_READER.test(text) || META.test(text);

const isDay = (text: string): boolean =>
  roleOfLabel(labelOf(text)?.name ?? '')?.role === 'updated' && !/[|·•;]/.test(text);

const META =
  /^\W*(?:authors?|version|repository|repo|live site|github|updated|last updated|generated|date|branch|legend|作者|文档版本|版本|更新日期|日期|プロジェクト|作成)\b.{0,80}$/iu;

/** What is said to whoever opens the file, or of the file itself. */
const TO_READER =
  /^\W*(?:please |always )?(?:read|see|update|refresh|copy|paste|what to pick up)\b|\b(?:this|the) (?:file|document|doc|page|guide) \w+|^\W*(?:este|ce|questo|dieses|dokument|本书?文?件?|本文|この文書|이 문서)\b/iu;

const ABOUT =
  /\b(?:what (?:this|it|the \S+) (?:\S+ )?is|what is (?:this|it)|overview|about|product|description|purpose|introduction|tech(?:nology)? stack|stack|structure|workflow|context|glossary|contents|identity|checklists?)\b|概述|概要|简介|简要|结构|目录|構成|개요|обзор|описание|описание|resumen del proyecto|sobre/i;

const isReference = (title: string): boolean =>
  isElsewhere(title) || ABOUT.test(title) || roleOfTitle(title)?.role === 'reading';
