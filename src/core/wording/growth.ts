// What is said of a context file that only ever grows.

export const describeGrowth = (path: string, characters: number): string =>
  [
    `handoff: ${path} has grown to ${Math.round(characters / 1000)} KB`,
    '  fix  set "draft": { "keepEntries": 20 } in handoff.config.json to move older log entries to docs/session-log',
  ].join('\n');
