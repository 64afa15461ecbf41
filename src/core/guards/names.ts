// Whether what is imported, or declared as a dependency, is what a guard names.
import { matchesGlob } from '../config/documents.ts';

/** `Foo_Bar` and `foo-bar` are one package. */
const fold = (name: string): string => name.toLowerCase().replace(/[-_]+/g, '-');

// What a vendor's package has around its name: `mistralai`, `cohere-js`, `py-redis`.
const AROUND = /^(?:py-?|node-)|(?:-?(?:ai|js|py|sdk|client|api)|\.js|-?python|-?go)$/g;
/** Shorter names with such an end are other words: `open` is not `openai`. */
const SHORTEST = 6;

export function isNamed(wanted: string, name: string): boolean {
  const [own, given] = [fold(wanted), fold(name.replace(/^(?:node|npm|jsr):/, ''))];
  const packages = packagesOf(given);
  // What is imported by its place is the project's own, whatever its name.
  if (/^\.{0,2}\//.test(given)) return own.includes('*') ? matchesGlob(own, given) : given === own;
  if (own.includes('*')) return [given, ...packages].some((one) => matchesGlob(own, one));
  if (given === own || (given.startsWith(own) && /^[./:]/.test(given.slice(own.length)))) return true;
  if (packages.includes(own)) return true;
  return own.length >= SHORTEST && packages.some((one) => one.replace(AROUND, '') === own);
}

// Of `@scope/name/part` its scope, name and both; of `github.com/owner/name/v2` its name; else the first
// part.
function packagesOf(name: string): string[] {
  const parts = name.split('/');
  const [first = '', second = '', third = ''] = parts;
  if (first.startsWith('@')) return [first, first.slice(1), second, `${first}/${second}`];
  if (parts.length > 1 && first.includes('.'))
    return [(third || second).replace(/\.v\d+$/, '').replace(/^go-|-go$/g, '')];
  return [parts.length > 1 ? first : (first.split('.')[0] ?? ''), first];
}
