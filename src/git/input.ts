// Standard input of a child that is waited for: a file without a name. A pipe would be ended by shutdown(2),
// which some sandboxes deny: both would wait for ever.
import { closeSync, openSync, unlinkSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Calls `use` with a descriptor from which `input` is read. Throws what node:fs throws where nothing can be
 * written. */
export function withInput<Value>(
  input: string | Buffer,
  directory: string,
  use: (descriptor: number) => Value,
): Value {
  const descriptor = openNameless(directory);
  try {
    writeAll(descriptor, Buffer.from(input as string));
    return use(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

function openNameless(directory: string): number {
  const name = `.handoff-${process.pid}-${Math.random().toString(36).slice(2)}.tmp`;
  try {
    return openIn(tmpdir(), name);
  } catch {
    // Where only the repository may be written.
    return openIn(directory, name);
  }
}

function openIn(directory: string, name: string): number {
  const file = join(directory, name);
  const descriptor = openSync(file, 'wx+', 0o600);
  unlinkSync(file);
  return descriptor;
}

// At positions of its own, so that the child starts to read at the start.
function writeAll(descriptor: number, bytes: Buffer): void {
  for (let at = 0; at < bytes.length; ) at += writeSync(descriptor, bytes, at, bytes.length - at, at);
}
