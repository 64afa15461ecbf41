// Bundles src/ into dist/: what starts (cli.js), all that it starts (main.js), the parts of it that are
// started often, and apart from them the libraries that few runs need. CommonJS, because a script can be started from what V8 compiled of it before, and a module cannot.
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { build } from 'esbuild';
import { bundledPackages, formatLicences } from './licences.mjs';

const APART = { inquirer: 'inquirer', 'simple-git': 'simple-git', './sdk.ts': 'src/mcp/sdk.ts' };
const nameOf = (path) => (path === './sdk.ts' ? 'mcp-sdk' : path);

/** They stay apart as files of their own, which `require` finds: a compiled script that is kept cannot import. */
const apart = {
  name: 'apart',
  setup({ onResolve }) {
    onResolve({ filter: /./ }, ({ path }) =>
      path in APART ? { path: `./${nameOf(path)}.js`, external: true } : undefined,
    );
  },
};

/** They take longer to load than most of what a hook does, and many a hook is told all by its shell. */
const LATE = {
  'node:child_process': ['execFileSync', 'spawn', 'spawnSync'],
  'node:crypto': ['createHash'],
  'node:tty': ['isatty'],
};

/** Functions that load their module when they are called. */
const late = {
  name: 'late',
  setup({ onResolve, onLoad }) {
    const filter = new RegExp(`^(?:${Object.keys(LATE).join('|')})$`);
    onResolve({ filter, namespace: 'file' }, ({ path, importer }) =>
      importer.endsWith('/effects/terminal.ts') ? undefined : { path, namespace: 'late' },
    );
    onLoad({ filter: /./, namespace: 'late' }, ({ path }) => ({
      contents: LATE[path]
        .map((name) => `export const ${name} = (...args) => require('${path}').${name}(...args);`)
        .join('\n'),
    }));
  },
};

/** What libraries try to load from wherever they stand: that would run code of the work tree. */
const ABSENT = ['supports-color'];

const absent = {
  name: 'absent',
  setup({ onResolve, onLoad }) {
    const filter = new RegExp(`^(?:${ABSENT.join('|')})$`);
    onResolve({ filter }, ({ path }) => ({ path, namespace: 'absent' }));
    onLoad({ filter: /./, namespace: 'absent' }, () => ({ contents: 'module.exports = false;' }));
  },
};

/** The SDK's validator of JSON schemas is for what a server asks of a client, and ours asks nothing: half of the size. */
const unvalidated = {
  name: 'unvalidated',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^@modelcontextprotocol\/server\/_shims$/ }, ({ path }) => ({
      path,
      namespace: 'unvalidated',
    }));
    onLoad({ filter: /./, namespace: 'unvalidated' }, () => ({
      contents:
        "export { default as process } from 'node:process';\n" +
        'export class DefaultJsonSchemaValidator { getValidator() { return (value) => ({ valid: true, data: value }); } }',
    }));
  },
};

/** Leaves out what is loaded by name and is none of these. */
const only = (...names) => ({
  name: 'only',
  setup({ onResolve }) {
    onResolve({ filter: /^\.\/(?:commands|hooks)\// }, ({ path, kind }) =>
      kind !== 'dynamic-import' || names.some((name) => path.endsWith(`/${name}.ts`))
        ? undefined
        : { path, external: true },
    );
  },
});

const HOOKS = readdirSync(new URL('../src/commands/hooks', import.meta.url)).map((name) =>
  basename(name, '.ts'),
);

/** What is started often, each with no more than it needs; src/start.ts knows which is which. */
const PARTS = {
  'commit-msg': ['hook', 'commit-msg'],
  hook: ['hook', ...HOOKS.filter((name) => name !== 'commit-msg')],
  brief: ['brief', 'directory'],
};

const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));

const common = {
  absWorkingDir: new URL('..', import.meta.url).pathname,
  outdir: 'dist',
  bundle: true,
  platform: 'node',
  target: 'node20',
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: 'none',
  metafile: true,
};

rmSync(new URL('../dist', import.meta.url), { recursive: true, force: true });
const built = [];
const bundle = async (options) => built.push((await build(options)).metafile);
await bundle({ ...common, entryPoints: { cli: 'src/start.ts' }, format: 'cjs' });
const whole = {
  ...common,
  format: 'cjs',
  // src/start.ts reads it a byte a letter.
  charset: 'ascii',
  supported: { 'dynamic-import': false },
  define: {
    HANDOFF_VERSION: JSON.stringify(version),
    'import.meta.dirname': '__dirname',
  },
};
const started = {
  ...whole,
  banner: { js: '(function (require, __filename, __dirname) {' },
  footer: { js: '})' },
};
await bundle({ ...started, entryPoints: { main: 'src/cli.ts' }, plugins: [apart, late] });
for (const [part, names] of Object.entries(PARTS))
  await bundle({
    ...started,
    minifyIdentifiers: true,
    entryPoints: { [part]: 'src/cli.ts' },
    plugins: [apart, late, only(...names)],
  });
const libraries = Object.entries(APART).map(([path, entry]) => [nameOf(path), entry]);
await bundle({ ...whole, entryPoints: Object.fromEntries(libraries), plugins: [absent, unvalidated] });

const ROOT = common.absWorkingDir;
writeFileSync(new URL('../dist/licenses.txt', import.meta.url), formatLicences(ROOT, bundledPackages(built)));

// esbuild spells out the letters of strings, but not those of regular expressions, where they mean the same.
const DIST = new URL('../dist/', import.meta.url);
for (const name of readdirSync(DIST).filter((file) => file.endsWith('.js'))) {
  const file = new URL(name, DIST);
  const spell = (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`;
  writeFileSync(file, readFileSync(file, 'utf8').replace(/[^\0-\x7f]/g, spell));
}

// Without it node would read the type from the package.json above.
writeFileSync(
  new URL('../dist/package.json', import.meta.url),
  `${JSON.stringify({ name: 'handoff-hooks', version, type: 'commonjs' })}\n`,
);

// What the hooks' shell knows of the rules.
const { outputFiles } = await build({
  ...common,
  entryPoints: ['src/core/quiet/table.ts'],
  write: false,
  format: 'esm',
});
const source = Buffer.from(outputFiles[0].contents).toString('base64');
const { formatTable } = await import(`data:text/javascript;base64,${source}`);
writeFileSync(new URL('../dist/wires.txt', import.meta.url), formatTable());
