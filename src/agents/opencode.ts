// opencode: a plugin that puts the brief into the system prompt of each session, and MCP servers in its
// settings.
import type { Agent } from './agent.ts';
import { SERVER } from './answers.ts';
import { hookLine } from './line.ts';

/** Loaded by opencode's own runtime, so it leans on nothing but node's modules, and never fails. */
const PLUGIN = `// Tells each session of opencode the brief of handoff-hooks, and before an edit what governs the file.
import { spawnSync } from "node:child_process";

const LINES = ${JSON.stringify({ start: hookLine('opencode', 'start'), edit: hookLine('opencode', 'edit') }, null, 2)};

export const HandoffHooks = async ({ directory }) => {
  const ask = (moment, input) => {
    try {
      const given = { cwd: directory, input: JSON.stringify(input), encoding: 'utf8', timeout: 30000 };
      return spawnSync('sh', ['-c', LINES[moment]], given).stdout.trim();
    } catch {
      return '';
    }
  };
  const briefs = new Map();
  return {
    'experimental.chat.system.transform': async ({ sessionID }, output) => {
      if (sessionID === undefined) return;
      if (!briefs.has(sessionID))
        briefs.set(sessionID, ask('start', { session_id: sessionID, source: 'resume' }));
      if (briefs.get(sessionID) !== '') output.system.push(briefs.get(sessionID));
    },
    'tool.execute.after': async ({ tool, sessionID, args }, output) => {
      if (!['read', 'edit', 'write'].includes(tool) || typeof output?.output !== 'string') return;
      const told = ask('edit', { session_id: sessionID, tool_input: { file_path: args?.filePath } });
      if (told !== '') output.output += '\\n\\n' + JSON.parse(told).text;
    },
  };
};`;

export const OPENCODE: Agent = {
  name: 'opencode',
  title: 'opencode',
  marks: ['.opencode', 'opencode.json'],
  files: [
    { kind: 'block', path: '.opencode/plugins/handoff-hooks.js', head: '', body: PLUGIN, comment: '//' },
    {
      kind: 'hook',
      path: 'opencode.json',
      entries: [],
      server: {
        at: ['mcp', 'handoff'],
        value: { type: 'local', command: [SERVER.command, ...SERVER.args], enabled: true },
      },
      skeleton: { $schema: 'https://opencode.ai/config.json' },
    },
  ],
  formatBrief: (brief) => `${brief}\n`,
  formatGoverned: (text) => JSON.stringify({ text }),
  forgets: true,
};
