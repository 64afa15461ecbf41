// Other people's hooks, from npm, each in a copy of the same repository.
import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { cleanEnvironment, type TestRepository } from '../test/helpers/repository.ts';
import { runProgram } from './programs.ts';

const PACKAGES = [
  'husky@9.1.7',
  'lefthook@2.2.2',
  'simple-git-hooks@2.14.0',
  '@commitlint/cli@20',
  '@commitlint/config-conventional@20',
];

/** Milliseconds that npm may take. */
const PATIENCE = 180_000;

/** The folder with `node_modules`; null, said on stderr, where npm has no way out or takes too long. */
export function installPeers(prefix: string): string | null {
  writeFileSync(join(prefix, 'package.json'), '{}\n');
  // lefthook's own script would put its hooks into the repository that the bench is started in.
  const args = ['install', '--ignore-scripts', '--silent', '--no-audit', '--no-fund', ...PACKAGES];
  // npm speaks TLS: where the machine has certificates of its own, they stay.
  const { NODE_EXTRA_CA_CERTS: certificates } = process.env;
  const env = cleanEnvironment(certificates === undefined ? {} : { NODE_EXTRA_CA_CERTS: certificates });
  const options = { cwd: prefix, env, encoding: 'utf8', timeout: PATIENCE } as const;
  const { status, stderr, error } = spawnSync('npm', args, options);
  if (status === 0) return prefix;
  console.error(`bench: the peers are left out, npm says: ${error?.message ?? stderr.trim()}`);
  return null;
}

type Peer = { readonly name: string; readonly install: (repository: TestRepository) => void };

const bin = (name: string) => `node_modules/.bin/${name}`;

function useHusky({ dir, git }: TestRepository, script: string): void {
  execFileSync(join(dir, bin('husky')), [], { cwd: dir, env: cleanEnvironment(), stdio: 'ignore' });
  writeFileSync(join(dir, '.husky/commit-msg'), script);
  git('config', 'core.hooksPath', '.husky/_');
}

/** Runs `script` as commit-msg, and an empty post-commit, as often as we have a hook in a commit. */
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

export const COMMITLINT = 'husky and commitlint';

export const PEERS: readonly Peer[] = [
  {
    name: 'simple-git-hooks, `true`',
    install: (repository) => {
      repository.write('.simple-git-hooks.json', '{"commit-msg": "true"}\n');
      runProgram(repository, { name: bin('simple-git-hooks') });
    },
  },
  {
    name: 'lefthook, `true`',
    install: (repository) => {
      repository.write('lefthook.yml', 'commit-msg:\n  commands:\n    nothing:\n      run: "true"\n');
      runProgram(repository, { name: bin('lefthook'), args: ['install'] });
    },
  },
  { name: 'husky, empty script', install: (repository) => useHusky(repository, '') },
  {
    name: COMMITLINT,
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
export function installPeer(name: string, repository: TestRepository, prefix: string): void {
  const link = join(repository.dir, 'node_modules');
  mkdirSync(dirname(link), { recursive: true });
  symlinkSync(join(prefix, 'node_modules'), link, 'dir');
  repository.write('.git/info/exclude', 'node_modules\n');
  PEERS.find((peer) => peer.name === name)?.install(repository);
}
