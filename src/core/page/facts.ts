// What a page is made from, and how it points at commits and lines.
import type { Brief } from '../brief/brief.ts';
import type { Claim } from '../claims/index.ts';
import type { Context } from '../context/context.ts';
import type { Guard } from '../guards/guard.ts';
import type { Commit, Decision, Document, Verdict } from '../types.ts';
import { short } from '../wording/lines.ts';
import { type Html, html } from './html.ts';

export type PageCommit = {
  readonly commit: Commit & { readonly sha: string };
  readonly verdict: Verdict;
  readonly claims: readonly Claim[];
};

export type PageFacts = {
  /** Of the repository. */
  readonly name: string;
  readonly version: string;
  /** When it was made, ISO 8601. */
  readonly made: string;
  readonly remote: string | null;
  /** Whether the remote has a commit. */
  readonly isPublished: (sha: string) => boolean;
  /** Documents that read as HEAD has them. */
  readonly committed: ReadonlySet<string>;
  readonly brief: Brief;
  readonly document: { readonly path: string; readonly context: Context } | null;
  /** Of a context file that is no longer there: the commit that took it away, and its name since. */
  readonly gone: { readonly path: string; readonly sha: string; readonly to: string | null } | null;
  readonly phases: readonly Document[];
  readonly decisions: readonly Decision[];
  /** Where they stand: a context file that was put away; null: they are the project's own. */
  readonly archive: string | null;
  readonly guards: readonly Guard[];
  /** The newest ones, oldest first. */
  readonly commits: readonly PageCommit[];
  /** How many there are in all. */
  readonly total: number;
};

export type Links = {
  readonly commit: (sha: string) => Html;
  /** `said`: in place of the path and the line. */
  readonly line: (path: string, line: number, said?: string) => Html;
};

export function linksOf({ remote, isPublished, committed, brief, document }: PageFacts): Links {
  const forge = forgeOf(remote);
  const { head } = brief.freshness;
  return {
    commit: (sha) =>
      forge !== null && isPublished(sha)
        ? html`<a href="${forge.commit(sha)}"><code>${short(sha)}</code></a>`
        : html`<code>${short(sha)}</code>`,
    line: (path, line, said) => {
      const label = said ?? (path === document?.path ? `line ${line}` : `${path}:${line}`);
      return forge !== null && head !== null && committed.has(path) && isPublished(head)
        ? html`<a class="at" href="${forge.file(head.slice(0, 12), path, line)}">${label}</a>`
        : html`<span class="at">${label}</span>`;
    },
  };
}

/** A sentence of ours in which the ids of these commits become links. */
export function linkIds(sentence: string, shas: readonly string[], links: Links): Html {
  const [sha, ...others] = shas;
  if (sha === undefined) return html`${sentence}`;
  const [before = '', ...after] = sentence.split(` ${short(sha)}`);
  if (after.length === 0) return html`${sentence} ${links.commit(sha)}`;
  return html`${before} ${links.commit(sha)}${linkIds(after.join(` ${short(sha)}`), others, links)}`;
}

// Where the pages of a repository's commits and files are, told from the address of its remote.
type Forge = {
  readonly commit: (sha: string) => string;
  readonly file: (sha: string, path: string, line: number) => string;
};

type Shape = { readonly commit: string; readonly file: string; readonly line: string };

// A forge shows Markdown rendered, without lines, unless it is asked for the source.
const SHAPES: readonly (readonly [RegExp, Shape])[] = [
  [/^(?:.*\.)?github\./, { commit: '/commit/', file: '/blob/', line: '?plain=1#L' }],
  [/^(?:.*\.)?gitlab\./, { commit: '/-/commit/', file: '/-/blob/', line: '?plain=1#L' }],
  [/^bitbucket\.org$/, { commit: '/commits/', file: '/src/', line: '#lines-' }],
  [
    /^codeberg\.org$|^(?:.*\.)?(?:gitea|forgejo)\./,
    { commit: '/commit/', file: '/src/commit/', line: '?display=source#L' },
  ],
];

const ADDRESSES = [
  /^(?<scheme>https?):\/\/(?:[^@/]*@)?(?<host>[\w.-]+(?::\d+)?)\/(?<path>.+)$/i,
  /^ssh:\/\/(?:[^@/]*@)?(?<host>[\w.-]+)(?::\d+)?\/(?<path>.+)$/i,
  /^(?:[\w.-]+@)?(?<host>[\w.-]+):(?<path>[^/].*)$/,
];

const PATH = /^[\w.~-]+(?:\/[\w.~-]+)+$/;

/** Null for a remote that is none of these, or that says more than a host and a path. */
export function forgeOf(remote: string | null): Forge | null {
  const found = ADDRESSES.map((address) => address.exec(remote?.trim() ?? '')).find(
    (match) => match !== null,
  );
  const { scheme = 'https', host = '', path = '' } = found?.groups ?? {};
  const own = path.replace(/(?<!\/)\/+$/, '').replace(/\.git$/, '');
  const shape = SHAPES.find(([name]) => name.test(host.toLowerCase()))?.[1];
  if (shape === undefined || !PATH.test(own) || own.split('/').some((step) => /^\.+$/.test(step)))
    return null;
  const root = `${scheme.toLowerCase()}://${host.toLowerCase()}/${own}`;
  return {
    commit: (sha) => `${root}${shape.commit}${sha.slice(0, 12)}`,
    file: (sha, file, line) =>
      `${root}${shape.file}${sha}/${file.split('/').map(encodeURIComponent).join('/')}${shape.line}${line}`,
  };
}
