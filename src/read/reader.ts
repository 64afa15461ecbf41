// What the commands that only read need: they work in a bare repository too.

import { readConfig } from '../core/config/config.ts';
import type { Config } from '../core/config/defaults.ts';
import { findDocuments, GUARD_KINDS } from '../core/config/documents.ts';
import { mayHaveTerritory, rootOf, type Territory, territoriesOf } from '../core/context/territories.ts';
import type { GuardBook } from '../core/gate/context.ts';
import { guardsInForce } from '../core/guards/force.ts';
import { once } from '../core/memo.ts';
import type { JudgeFacts } from '../core/verdict/judge.ts';
import { findPlainWorkTree } from '../effects/gitdir.ts';
import { readPathsAt } from '../git/paths.ts';
import { type Repository, readRepository } from '../git/repository.ts';
import { readDocumentsAt } from './documents.ts';
import { guardBook, judgeFacts } from './judge.ts';
import { readLeftOut } from './left-out.ts';
import { listMarkdown, readConfigTexts } from './project.ts';
import type { Session } from './session.ts';
import { readConfigTextsAt } from './settings.ts';
import { findContextFiles, readTerritories, territoryAt } from './territories.ts';

export type Reader = {
  readonly repository: Repository;
  readonly config: Config;
  readonly facts: JudgeFacts;
  /** The territory that is spoken of, among all of them; `markdown`: tracked Markdown files, where they are
   * known. */
  readonly where: (markdown?: readonly string[]) => Where;
  /** As HEAD has them. */
  readonly guards: () => GuardBook;
};

export type Where = {
  readonly territory: Territory | null;
  readonly all: readonly Territory[];
  /** All files that could be the context file. */
  readonly files: readonly string[];
};

/** Throws Problem (3): no repository, a config with faults. */
export async function openReader(session: Session): Promise<Reader> {
  const from = { cwd: session.cwd, env: session.env };
  const repository = findPlainWorkTree(from) ?? readRepository(from);
  const { place, top } = repository;
  const config = await readConfig(top === null ? readConfigTextsAt(place, 'HEAD') : readConfigTexts(top));
  const documents = once(() => readDocumentsAt(place, 'HEAD', { config, kinds: GUARD_KINDS }));
  const guards = once(() => guardBook(guardsInForce(documents(), config)));
  const where = (markdown?: readonly string[]) => findWhere(session, { repository, config }, markdown);
  const contextPath = contextPathAt(session, { repository, config }) ?? where().territory?.path ?? null;
  return { repository, config, facts: judgeFacts({ config, contextPath, documents }), where, guards };
}

type Opened = Pick<Reader, 'repository' | 'config'>;

// git lists the documents while the brief is made.
function contextPathAt({ cwd }: Session, { repository, config }: Opened): string | null {
  const { place, top } = repository;
  if (top !== cwd) return null;
  const leftOut = readLeftOut(repository);
  const [path = ''] = findContextFiles({ place, top, config, markdown: listMarkdown(place), leftOut });
  return rootOf(path) === '' && path !== '' ? path : null;
}

function findWhere({ cwd }: Session, { repository, config }: Opened, markdown?: readonly string[]): Where {
  const { place, top } = repository;
  if (top === null) {
    const paths = findDocuments('context', readPathsAt(place, 'HEAD'), config).filter(mayHaveTerritory);
    const all = territoriesOf(paths);
    return { territory: all[0] ?? null, all, files: [] };
  }
  const looked = {
    place,
    top,
    config,
    markdown: markdown ? () => markdown : listMarkdown(place),
    leftOut: readLeftOut(repository),
  };
  const files = findContextFiles(looked);
  const all = readTerritories(looked, files);
  return { territory: territoryAt(cwd, { top }, all), all, files };
}
