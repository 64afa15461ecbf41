// What the commands that only read need: they work in a bare repository too.

import { readConfig } from '../core/config/config.ts';
import type { Config } from '../core/config/defaults.ts';
import { findDocuments } from '../core/config/documents.ts';
import type { GuardBook } from '../core/gate/context.ts';
import { GUARD_KINDS, guardsInForce } from '../core/guards/force.ts';
import { once } from '../core/memo.ts';
import type { JudgeFacts } from '../core/verdict/judge.ts';
import { findPlainWorkTree } from '../effects/gitdir.ts';
import { readPathsAt } from '../git/paths.ts';
import { type Repository, readRepository } from '../git/repository.ts';
import { findContextFiles, readDocumentsAt } from './documents.ts';
import { guardBook, judgeFacts } from './judge.ts';
import { listMarkdown, readConfigTexts, readConfigTextsAt } from './project.ts';
import type { Session } from './session.ts';

export type Reader = {
  readonly repository: Repository;
  readonly config: Config;
  readonly facts: JudgeFacts;
  /** As HEAD has them. */
  readonly guards: () => GuardBook;
};

/** Throws Problem (3): no repository, a config with faults. */
export async function openReader(session: Session): Promise<Reader> {
  const where = { cwd: session.cwd, env: session.env };
  const repository = findPlainWorkTree(where) ?? readRepository(where);
  const { place, top } = repository;
  const config = await readConfig(top === null ? readConfigTextsAt(place, 'HEAD') : readConfigTexts(top));
  const documents = once(() => readDocumentsAt(place, 'HEAD', { config, kinds: GUARD_KINDS }));
  const guards = once(() => guardBook(guardsInForce(documents(), config)));
  const facts = judgeFacts({
    config,
    contextPath: contextPathOf(repository, config),
    documents,
  });
  return { repository, config, facts, guards };
}

function contextPathOf({ place, top }: Repository, config: Config): string | null {
  const found =
    top === null
      ? findDocuments('context', readPathsAt(place, 'HEAD'), config)
      : findContextFiles({ top, config, markdown: listMarkdown(place) });
  return found[0] ?? null;
}
