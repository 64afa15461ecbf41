// What the templates of the handoff documents are filled with.
import type { DocumentKind } from '../config/defaults.ts';
import type { Commands } from './project.ts';

export type Directory = { readonly path: string; readonly files: number; readonly ending: string | null };

/** What a template can be filled with. */
export type ProjectFacts = {
  readonly name: string;
  readonly description: string | null;
  /** Null on a detached HEAD. */
  readonly branch: string | null;
  /** Short id of HEAD; null before the first commit. */
  readonly head: string | null;
  /** YYYY-MM-DD. */
  readonly today: string;
  readonly readme: string | null;
  readonly manifests: readonly { readonly path: string; readonly commands: Commands }[];
  readonly directories: readonly Directory[];
  /** The phase that is being worked on; null where phase documents leave none open. */
  readonly phase: { readonly title: string; readonly next: string | null } | null;
  /** The first document of each kind, those to be written among them. */
  readonly documents: Readonly<Partial<Record<DocumentKind, string>>>;
};

/** The phase that is written where a project has none. */
export const FIRST_PHASE = { title: 'Phase 0: Foundation', next: 'The hypothesis is written down' } as const;
