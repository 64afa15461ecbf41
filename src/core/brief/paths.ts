// The paths that a file quotes: in code marks and as targets of links, outside of past entries and of what is
// said to be gone.

import type { Context } from '../context/context.ts';
import { letters } from '../letters.ts';
import type { BlockLine } from '../markdown/blocks.ts';
import { cleanLine } from '../wording/lines.ts';
import { historyOf } from './history.ts';

export type QuotedPath = {
  /** From the top level, or what stands there when it leads out of it. */
  readonly path: string;
  readonly text: string;
  /** 1-based. */
  readonly line: number;
  /** A link leads to one place, a name in code marks to any file that bears it. */
  readonly isLink: boolean;
};

const QUOTED = /`([^`\s]{3,200})`|\]\(([^()\s]{3,200})\)/g;

// Not a path: a URL, an option, a package, a pattern, a call, a path of another machine.
const STRANGE = /:\/\/|^[-@~/$#%]|[*<>{}|$"'\\=;,()[\]]|^[a-z]:/i;

// What is told of the past: the path need not be there any more.
const PAST = letters`(?<!\p{L})(?:removed?|removes|deleted?|deletes|deleting|dropp?e?d?|drops|renamed?|moved?|replaced?|superseded|archived?|deprecated|retired|obsolete|no longer|not exist|gone|purged|cleaned up|got rid|formerly|was|were|used to|supprimée?s?|renommée?s?|remplacée?s?|remplace|déplacée?s?|archivée?s?|eliminad[oa]s?|borrad[oa]s?|movid[oa]s?|removid[oa]s?|gelöscht|entfernt|verschoben|ersetzt|удал[её]н[аоы]?|перемещ[её]н[аоы]?|замен[её]н[аоы]?|видален[аоі]?|заміне?н[аоі]?|excluíd[oa]s?|rimoss[oaie]|eliminat[oaie]|verwijderd|borttagen|usunięt[yaoe]|smazán[oay]?|silindi|kaldırıldı)(?!\p{L})|删除|刪除|移除|删掉|去掉|废弃|삭제|제거|폐기|정리|削除|廃止|撤去|~~`;

/** Each path once, with the first line that quotes it as something that is there. `directory`: of the file,
 * `docs/`. */
export function quotedPaths(context: Context, directory: string): QuotedPath[] {
  const { outline } = context;
  const isPast = historyOf(context);
  const isListed = listedAsGone(outline.lines);
  const found = outline.lines.flatMap((line, index) => {
    if (['code', 'fence', 'comment', 'front', 'blank'].includes(line.kind)) return [];
    if (isPast(index) || isListed[index]) return [];
    if (!line.text.includes('`') && !line.text.includes('](')) return [];
    if (PAST.test(line.text.toLowerCase())) return [];
    return [...line.text.matchAll(QUOTED)].flatMap(([, code, target]) => {
      const path = pathIn(code ?? target ?? '', target === undefined ? '' : directory);
      const text = cleanLine(code ?? target ?? '');
      return path === null ? [] : [{ path, text, line: index + 1, isLink: target !== undefined }];
    });
  });
  return [...new Map(found.reverse().map((quoted) => [quoted.path, quoted])).values()].reverse();
}

// The points below `Removed:` or `### Deleted files`, to the next line that is none.
function listedAsGone(lines: readonly BlockLine[]): boolean[] {
  let isGone = false;
  return lines.map(({ kind, content }, index) => {
    const isLead = kind === 'heading' || (kind === 'text' && /$(?<=[:：]\W*)/.test(content));
    if (isLead) isGone = PAST.test(content.toLowerCase().replace(/\b(?:was|were)\b/g, ''));
    else if (kind === 'text' && lines[index - 1]?.kind === 'blank') isGone = false;
    return isGone;
  });
}

/** `./src/a.ts:12`, `src/a.ts#L3`, `docs/`: as git would name it; null for what is no path inside the
 * repository. */
function pathIn(text: string, directory: string): string | null {
  const bare = text.replace(/(?:#L?\d.*|#[\w-]*|:\d+(?:[:-]\d+)?)$/s, '').replace(/(?<!\/)\/+$/, '');
  if (STRANGE.test(bare) || !/\/|\.[a-z][a-z0-9]{0,7}$/i.test(bare)) return null;
  const steps: string[] = [];
  for (const step of `${directory}${bare}`.split('/')) {
    if (step === '..' && steps.pop() === undefined) return null;
    if (step !== '' && step !== '.' && step !== '..') steps.push(step);
  }
  return steps.length === 0 ? null : steps.join('/');
}
