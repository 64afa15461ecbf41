// Whether a coding agent runs us, as far as its environment says. People's terminals say so too at times: for wording only.

export async function isAgentRun(): Promise<boolean> {
  const { isAgent } = await import('std-env');
  return isAgent;
}
