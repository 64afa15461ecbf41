// A project's globs as expressions for awk: each means at least the paths that the glob means, whatever their case.
import picomatch from 'picomatch';
import { toEre } from './ere.ts';
import { fragmentsOf } from './fragments.ts';

/** To be held against a path in lower case: what is in each that matches, and the expression. */
export function patternOf(glob: string): { readonly fragments: readonly string[]; readonly ere: string } {
  try {
    const pattern = picomatch.makeRe(glob.toLowerCase(), { dot: true });
    return { fragments: fragmentsOf(pattern) ?? [], ere: toEre(pattern) };
  } catch {
    return { fragments: [], ere: '.' };
  }
}
