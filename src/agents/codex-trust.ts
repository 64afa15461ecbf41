// What Codex keeps of the hooks that its user trusts: `codex exec` skips all others, and says nothing.
import { claudeHooks } from './claude-hooks.ts';

/**
 * How many of our hooks in `path` are not trusted, all by absolute path. `config`: Codex's own config.toml.
 *
 *     [hooks.state."/home/ada/tides/.codex/hooks.json:session_start:0:0"]
 *     trusted_hash = "sha256:…"
 */
export function countUntrusted(path: string, config: string): number {
  const trusted = new Set(
    config
      .split(/^\[/m)
      .filter((table) => /^trusted_hash\s*=/m.test(table))
      .flatMap(
        (table) => /^hooks\.state\.["'](.*):([a-z_]+):\d+:\d+["']\]/.exec(table)?.slice(1).join(':') ?? [],
      ),
  );
  return claudeHooks('').filter(({ list }) => !trusted.has(`${path}:${snakeCase(list.at(-1) ?? '')}`)).length;
}

const snakeCase = (name: string): string =>
  name.replace(/(?!^)[A-Z]/g, (letter) => `_${letter}`).toLowerCase();
