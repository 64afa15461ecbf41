// Bundles src/cli.ts into dist/: ESM with splitting, so that a hook loads only what it reaches.
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/**
 * Commands that load the same files. What any of them reaches is one chunk for all of them: without that, every set of
 * commands that shares a module has a chunk of its own, and a hook opens forty files instead of a dozen.
 */
const TOGETHER = {
  record: ['hooks/post-commit', 'hooks/post-rewrite'],
  tell: ['hooks/post-merge', 'hooks/post-checkout'],
  work: ['why', 'check', 'decide', 'decisions', 'draft', 'replay', 'init', 'note', 'hooks/pre-push'],
  setup: ['install', 'uninstall', 'status'],
};

const COMMANDS = fileURLToPath(new URL('../src/commands', import.meta.url));

/** A command of a group is bundled as a module that is the command and imports the whole group. */
const together = {
  name: 'together',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^\.\/(?:commands|hooks)\// }, ({ path, kind }) => {
      const name = path.replace(/^\.\/(?:commands\/)?|\.ts$/g, '');
      const isGrouped = kind === 'dynamic-import' && Object.values(TOGETHER).flat().includes(name);
      return isGrouped ? { path: name, namespace: 'command' } : undefined;
    });
    onResolve({ filter: /^together:/ }, ({ path }) => ({ path, namespace: 'group' }));
    onLoad({ filter: /./, namespace: 'command' }, ({ path }) => {
      const [group] = Object.entries(TOGETHER).find(([, names]) => names.includes(path));
      return { contents: `export * from './${path}.ts'; import 'together:${group}';`, resolveDir: COMMANDS };
    });
    onLoad({ filter: /./, namespace: 'group' }, ({ path }) => ({
      contents: TOGETHER[path.replace('together:', '')].map((name) => `import './${name}.ts';`).join(''),
      resolveDir: COMMANDS,
    }));
  },
};

rmSync(new URL('../dist', import.meta.url), { recursive: true, force: true });
await build({
  absWorkingDir: new URL('..', import.meta.url).pathname,
  entryPoints: ['src/cli.ts'],
  outdir: 'dist',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: 'none',
  plugins: [together],
  // CommonJS libraries in an ESM bundle still call require for node's own modules.
  define: {
    HANDOFF_VERSION: JSON.stringify(
      JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')).version,
    ),
  },
  banner: {
    js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
  },
});

// What the hooks' shell knows of the rules; they are asked here, once.
const { outputFiles } = await build({
  absWorkingDir: new URL('..', import.meta.url).pathname,
  entryPoints: ['src/core/plan/table.ts'],
  bundle: true,
  write: false,
  format: 'esm',
  platform: 'node',
});
const source = Buffer.from(outputFiles[0].contents).toString('base64');
const { formatTable } = await import(`data:text/javascript;base64,${source}`);
writeFileSync(new URL('../dist/rules.txt', import.meta.url), formatTable());
