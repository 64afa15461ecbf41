// The progress file of long-running agents: plain text with a heading or a label over each part.
// https://www.anthropic.com/engineering/effective-harnesses-for-long-running-agents
import type { Format } from './format.ts';

export const claudeProgress: Format = {
  name: 'claude-progress',
  paths: ['claude-progress.txt'],
  companions: [],
};
