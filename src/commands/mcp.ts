// Serves the brief, the decisions and what writes them to an MCP client, over standard input and output.
import type { Document } from '../core/types.ts';
import { readText } from '../effects/files.ts';
import { readWorkDocuments } from '../read/documents.ts';
import { openProject } from '../read/project.ts';
import { findHome } from '../read/territories.ts';
import type { Command, Session } from './session.ts';

export const mcp: Command = {
  usage: '',
  examples: ['', '--cwd .'],
  mostWords: 0,
  options: {},
  async run(session) {
    const { serve } = await import('../mcp/serve.ts');
    const { cwd, env, home, version } = session;
    serve({ cwd, env, home, version, read: (kind) => readKind(session, kind) });
    return 0;
  },
};

async function readKind(session: Session, kind: 'context' | 'decisions'): Promise<readonly Document[]> {
  const project = await openProject(session);
  if (kind === 'decisions') return readWorkDocuments(project, ['decisions']);
  const path = findHome(session, project)?.contextPath ?? null;
  const text = path === null ? null : readText(project.top, path);
  return path === null || text === null ? [] : [{ path, text }];
}
