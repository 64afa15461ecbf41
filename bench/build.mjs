// Bundles src/ into dist/: what starts (cli.js), all that it starts (main.js), the part of it that hooks need (hook.js),
// and apart from them the libraries that few runs need. CommonJS, because a script can be started from what V8 compiled of it before, and a module cannot.
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { build } from 'esbuild';

const APART = ['inquirer', 'simple-git'];

/** They stay apart as files of their own, which `require` finds: a compiled script that is kept cannot import. */
const apart = {
  name: 'apart',
  setup({ onResolve }) {
    onResolve({ filter: new RegExp(`^(?:${APART.join('|')})$`) }, ({ path }) => ({
      path: `./${path}.js`,
      external: true,
    }));
  },
};

/** node:child_process takes longer to load than most of what a hook does, and many a hook is told all by its shell. */
const late = {
  name: 'late',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^node:child_process$/, namespace: 'file' }, ({ path }) => ({
      path,
      namespace: 'late',
    }));
    onLoad({ filter: /./, namespace: 'late' }, ({ path }) => ({
      contents: ['execFileSync', 'spawn', 'spawnSync']
        .map((name) => `export const ${name} = (...args) => require('${path}').${name}(...args);`)
        .join('\n'),
    }));
  },
};

/** A hook starts no other command. */
const hooksOnly = {
  name: 'hooks-only',
  setup({ onResolve }) {
    onResolve({ filter: /^\.\/commands\// }, ({ path }) =>
      path === './commands/hook.ts' ? undefined : { path, external: true },
    );
  },
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
};

rmSync(new URL('../dist', import.meta.url), { recursive: true, force: true });
await build({ ...common, entryPoints: { cli: 'src/start.ts' }, format: 'cjs' });
const whole = {
  ...common,
  format: 'cjs',
  // src/start.ts reads it a byte a letter.
  charset: 'ascii',
  supported: { 'dynamic-import': false },
  define: {
    HANDOFF_VERSION: JSON.stringify(version),
    'import.meta.url': '__here',
  },
  banner: { js: 'const __here = require("node:url").pathToFileURL(__filename).href;' },
};
await build({ ...whole, entryPoints: { main: 'src/cli.ts' }, plugins: [apart, late] });
await build({ ...whole, entryPoints: { hook: 'src/cli.ts' }, plugins: [apart, late, hooksOnly] });
await build({ ...whole, entryPoints: APART });

// Without it node would read the type from the package.json above.
writeFileSync(
  new URL('../dist/package.json', import.meta.url),
  `${JSON.stringify({ name: 'handoff-hooks', version, type: 'commonjs' })}\n`,
);

// What the hooks' shell knows of the rules; they are asked here, once.
const { outputFiles } = await build({
  ...common,
  entryPoints: ['src/core/plan/table.ts'],
  write: false,
  format: 'esm',
});
const source = Buffer.from(outputFiles[0].contents).toString('base64');
const { formatTable } = await import(`data:text/javascript;base64,${source}`);
writeFileSync(new URL('../dist/rules.txt', import.meta.url), formatTable());
