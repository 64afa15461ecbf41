// Globs as extended regular expressions of POSIX, which awk reads.
import { choicesOf, splitParts } from './glob-parts.ts';
import { globFault } from './globs.ts';

/** Fits the whole paths that `compileGlob` fits, but one where `?` or `[` stands for a sign beyond ASCII,
 * which is several bytes. Null: the glob is not used, or awk may read it otherwise. */
export function posixOf(glob: string): string | null {
  if (globFault(glob) !== null || UNSURE.test(glob)) return null;
  return `^${expressionOf(glob, true)}$`;
}

// A class that holds a backslash.
const UNSURE = /(?<!\\)\[[^\]]*\\/;

function expressionOf(glob: string, isLast: boolean): string {
  const parts = splitParts(glob);
  return parts.map((part, at) => partOf(part, isLast && at === parts.length - 1)).join('');
}

function partOf(part: string, isLast: boolean): string {
  if (part === '/**') return isLast ? '(/.*)?' : '/.*';
  if (part === '**/') return '(.*/)?';
  if (part === '**') return '.*';
  if (/^\*+$/.test(part)) return '[^/]*';
  if (part === '?') return '[^/]';
  if (part.startsWith('[') && part.length > 1) return part.replace(/^\[[!^](.*)\]$/, '[^/$1]');
  const choices = part.startsWith('{') ? choicesOf(part.slice(1, -1)) : null;
  if (choices !== null) return `(${choices.map((choice) => expressionOf(choice, false)).join('|')})`;
  return part.startsWith('{') && part.length > 1
    ? `[{]${expressionOf(part.slice(1), isLast)}`
    : literal(part.replace(/^\\(?=[\s\S])/, ''));
}

// Between brackets nothing is a sign but these two.
const literal = (text: string): string =>
  text.replace(/[^\w/ \]-]/g, (sign) =>
    /[\^\\]/.test(sign) ? `\\${sign}` : /[ -~]/.test(sign) ? `[${sign}]` : sign,
  );
