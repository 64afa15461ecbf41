// Whether the context file in the work tree is a draft of ours, as it was written, that is not committed
// though git would keep it.
import { hasFile, readText } from '../effects/files.ts';
import { isIgnored, readBlobId, readTreeEntry } from '../git/tracking.ts';
import { readMemory } from './memory.ts';
import type { Project } from './project.ts';

/** Throws Problem (3): a context file that is no text. */
export function isDraftPending({ repository, place, top }: Project, path: string): boolean {
  const { drafts } = readMemory(repository);
  const text = drafts.length === 0 || !hasFile(top, path) ? null : readText(top, path);
  if (text === null) return false;
  const blob = readBlobId(place, path, text);
  if (drafts.every((mark) => mark.blob !== blob)) return false;
  const committed = readTreeEntry(place, 'HEAD', path)?.blob ?? null;
  return committed === null ? !isIgnored(place, path) : committed !== blob;
}
