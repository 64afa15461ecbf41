// The paths that a file quotes: in code marks and as targets of links, outside of past entries and of what is said to
// be gone.
import type { Context } from '../context/context.ts';
import { isWithin } from '../markdown/within.ts';
import { cleanLine } from './foreign.ts';

export type QuotedPath = {
  /** From the top level, or what stands there when it leads out of it. */
  readonly path: string;
  readonly text: string;
  /** 1-based. */
  readonly line: number;
};

const QUOTED = /`([^`\s]{3,200})`|\]\(([^()\s]{3,200})\)/g;

// Not a path: a URL, an option, a package, a pattern, a call, a path of another machine.
const STRANGE = /:\/\/|^[-@~/$#%]|[*<>{}|$"'\\=;,()[\]]|^[a-z]:/i;

// What is told of the past: the path need not be there any more.
const PAST =
  /(?<!\p{L})(?:removed?|deleted?|deleting|dropp?e?d?|renamed?|moved?|replaced?|superseded|archived?|deprecated|retired|formerly|was|were|used to|supprimée?s?|renommée?s?|remplacée?s?|remplace|déplacée?s?|archivée?s?|eliminad[oa]s?|borrad[oa]s?|movid[oa]s?|removid[oa]s?|gelöscht|entfernt|verschoben|ersetzt|удален[аоы]?|перемещен[аоы]?)(?!\p{L})|删除|刪除|移除|삭제|削除|~~/u;

/** Each path once, with the first line that quotes it as something that is there. `folder`: of the file, `docs/`. */
export function quotedPaths({ outline, log, places }: Context, folder: string): QuotedPath[] {
  const done = places.filter(({ role }) => role === 'done' || role === 'log');
  const isPast = isWithin([...(log?.entries ?? []), ...done]);
  const found = outline.lines.flatMap((line, index) => {
    if (['code', 'fence', 'comment', 'front', 'blank'].includes(line.kind) || isPast(index)) return [];
    if (!line.text.includes('`') && !line.text.includes('](')) return [];
    if (PAST.test(line.text.toLowerCase())) return [];
    return [...line.text.matchAll(QUOTED)].flatMap(([, code, target]) => {
      const path = pathIn(code ?? target ?? '', target === undefined ? '' : folder);
      return path === null ? [] : [{ path, text: cleanLine(code ?? target ?? ''), line: index + 1 }];
    });
  });
  return [...new Map(found.reverse().map((quoted) => [quoted.path, quoted])).values()].reverse();
}

/** `./src/a.ts:12`, `src/a.ts#L3`, `docs/`: as git would name it; null for what is no path inside the repository. */
function pathIn(text: string, folder: string): string | null {
  const bare = text.replace(/(?:#L?\d.*|#[\w-]*|:\d+(?:[:-]\d+)?)$/, '').replace(/\/+$/, '');
  if (STRANGE.test(bare) || !/\/|\.[a-z][a-z0-9]{0,7}$/i.test(bare)) return null;
  const steps: string[] = [];
  for (const step of `${folder}${bare}`.split('/')) {
    if (step === '..' && steps.pop() === undefined) return null;
    if (step !== '' && step !== '.' && step !== '..') steps.push(step);
  }
  return steps.length === 0 ? null : steps.join('/');
}
