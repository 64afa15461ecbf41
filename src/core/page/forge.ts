// Where the pages of a repository's commits and files are, told from the address of its remote.

export type Forge = {
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
