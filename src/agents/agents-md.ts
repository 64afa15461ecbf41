// AGENTS.md, which most agents read, and the files that two read in its place. Some read several: each is
// wired by itself.
import { POINTER } from '../core/wording/session.ts';
import type { Agent } from './agent.ts';

const inFile = (name: string, path: string): Agent => ({
  name,
  title: path,
  marks: [],
  files: [{ kind: 'block', path, head: '', body: POINTER }],
  formatBrief: null,
  formatGoverned: null,
});

export const AGENTS_MD = inFile('agents-md', 'AGENTS.md');
export const CLAUDE_MD = inFile('claude-md', 'CLAUDE.md');
export const GEMINI_MD = inFile('gemini-md', 'GEMINI.md');
/** Devin Desktop (once Windsurf) and Devin's command line read AGENTS.md at each start. */
export const DEVIN: Agent = { ...inFile('devin', 'AGENTS.md'), title: 'Devin Desktop', marks: ['.devin'] };
