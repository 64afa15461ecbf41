// What became of the paths that the context file quotes and that are not there.
import type { BriefFacts } from '../core/brief/facts.ts';
import { type QuotedPath, quotedPaths } from '../core/brief/paths.ts';
import type { LostPath } from '../core/drift/facts.ts';
import { type Loss, readLosses } from '../git/lost.ts';
import { readTrackedNames } from '../git/paths.ts';
import type { Repository } from '../git/repository.ts';
import { readIgnored } from '../git/tracking.ts';
import type { Source } from './source.ts';

/** Throws GitProblem. */
export async function readLostPaths(
  { place, top }: Repository,
  source: Source,
  { path, context }: NonNullable<BriefFacts['document']>,
): Promise<LostPath[]> {
  const directory = path.slice(0, path.lastIndexOf('/') + 1);
  const missing = quotedPaths(context, directory).filter(
    (quoted) => !source.has(quoted.path) && !source.has(`${directory}${quoted.path}`),
  );
  const names = missing.map((quoted) => quoted.path);
  const found = await readLosses(place, names);
  const losses = found.filter((loss) => !hasKeptName(loss) || quotedAt(missing, loss)?.isLink);
  const ignored =
    top === null
      ? []
      : readIgnored(
          place,
          losses.map((loss) => loss.path),
        );
  const elsewhere =
    top === null
      ? []
      : readTrackedNames(
          place,
          losses.filter(isBare).map((loss) => loss.path),
        );
  return losses
    .filter((loss) => !ignored.includes(loss.path) && !elsewhere.includes(loss.path))
    .map((loss) => ({ ...loss, line: quotedAt(missing, loss)?.line ?? 1 }));
}

const quotedAt = (quoted: readonly QuotedPath[], { path }: Loss): QuotedPath | undefined =>
  quoted.find((one) => one.path === path);

// `main.cpp` in `src/` still goes by that name.
const hasKeptName = ({ path, to }: Loss): boolean => !path.includes('/') && to?.endsWith(`/${path}`) === true;

// A name without a directory may mean any file of that name.
const isBare = ({ path, to }: Loss): boolean => to === null && !path.includes('/');
