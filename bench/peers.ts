// Other people's hooks, from npm, each in a copy of the same repository.
import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { cleanEnvironment, type TestRepository } from '../test/helpers/repository.ts';

const PACKAGES = [
  'husky@9.1.7',
  'lefthook@2.2.2',
  'simple-git-hooks@2.14.0',
  '@commitlint/cli@20',
  '@commitlint/config-conventional@20',
];

/** The folder with `node_modules`; null, said on stderr, where npm has no way out. */
export function installPeers(prefix: string): string | null {
  mkdirSync(prefix, { recursive: true });
  const { status, stderr } = spawnSync('npm', ['install', '--silent', '--prefix', prefix, ...PACKAGES], {
    env: cleanEnvironment(),
    encoding: 'utf8',
  });
  if (status === 0) return prefix;
  console.error(`bench: the peers are left out, npm says: ${stderr.trim()}`);
  return null;
}

export type Peer = { readonly name: string; readonly install: (repository: TestRepository) => void };

const bin = (name: string) => `node_modules/.bin/${name}`;

function useHusky({ dir, git }: TestRepository, script: string): void {
  execFileSync(join(dir, bin('husky')), [], { cwd: dir, env: cleanEnvironment(), stdio: 'ignore' });
  writeFileSync(join(dir, '.husky/commit-msg'), script);
  git('config', 'core.hooksPath', '.husky/_');
}

/** Runs `script` as commit-msg, and an empty post-commit. */
export function writeHooks({ dir }: TestRepository, script: string): void {
  const hooks = join(dir, '.git/hooks');
  rmSync(hooks, { recursive: true, force: true });
  mkdirSync(hooks, { recursive: true });
  for (const [hook, body] of [
    ['commit-msg', script],
    ['post-commit', ''],
  ] as const) {
    writeFileSync(join(hooks, hook), `#!/bin/sh\n${body}`);
    chmodSync(join(hooks, hook), 0o755);
  }
}

export const PEERS: readonly Peer[] = [
  {
    name: 'simple-git-hooks, `true`',
    install: (repository) => {
      repository.write('.simple-git-hooks.json', '{"commit-msg": "true"}\n');
      repository.run(bin('simple-git-hooks'), []);
    },
  },
  {
    name: 'lefthook, `true`',
    install: (repository) => {
      repository.write('lefthook.yml', 'commit-msg:\n  commands:\n    nothing:\n      run: "true"\n');
      repository.run(bin('lefthook'), ['install']);
    },
  },
  { name: 'husky, empty script', install: (repository) => useHusky(repository, '') },
  { name: '`node -e 0` as commit-msg', install: (repository) => writeHooks(repository, 'node -e 0\n') },
  {
    name: 'husky and commitlint',
    install: (repository) => {
      repository.write(
        'commitlint.config.mjs',
        "export default { extends: ['@commitlint/config-conventional'] };\n",
      );
      useHusky(repository, `${bin('commitlint')} --edit "$1"\n`);
    },
  },
];

/** Puts a peer's hooks into a repository; its packages are linked, not copied. */
export function installPeer({ install }: Peer, repository: TestRepository, prefix: string): void {
  const link = join(repository.dir, 'node_modules');
  mkdirSync(dirname(link), { recursive: true });
  symlinkSync(join(prefix, 'node_modules'), link, 'dir');
  repository.write('.git/info/exclude', 'node_modules\n');
  install(repository);
}
