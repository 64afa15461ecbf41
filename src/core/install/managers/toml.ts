// Marked tables at the end of a TOML text; every other byte stays.
import { parse } from 'smol-toml';
import { lineEndingOf } from '../../markdown/lines.ts';
import { appendBlock, markedLines } from '../block.ts';

/** A table may stand anywhere in TOML; only what was written inline cannot be added to. Null there, and where
 * the text is not TOML; the text itself where `lines` is empty. */
export function appendTables(text: string, lines: readonly string[]): string | null {
  if (lines.length === 0) return text;
  const block = markedLines(lines).replaceAll('\n', lineEndingOf(text));
  const edited = appendBlock(text, block);
  try {
    parse(edited);
    return edited;
  } catch {
    return null;
  }
}
