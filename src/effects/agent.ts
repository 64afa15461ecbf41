// Which coding agent runs us, as far as its environment says. People's terminals say so too at times: for wording only.

/** Such as `claude`; null where none is known. */
export async function readAgent(): Promise<string | null> {
  const { agent } = await import('std-env');
  return agent ?? null;
}
