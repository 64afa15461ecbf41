// The one door to stdout and stderr. What goes through it carries no control and no bidi characters.
import { writeSync } from 'node:fs';
import { cannotRun } from '../core/problem.ts';
import { UNSEEN } from '../core/unseen.ts';
import type { Environment } from '../git/run.ts';

/** The answer, as it is, on stdout. False: its reader has gone, there is no point in going on. Throws Problem
 * (3) when it cannot be written. */
export const print = (text: string, stream?: NodeJS.WritableStream): Promise<boolean> =>
  put(removeControls(text), stream);

async function put(text: string, stream: NodeJS.WritableStream = process.stdout): Promise<boolean> {
  const error = await write(stream, text);
  if (error === null) return true;
  if (error.code === 'EPIPE') return false;
  throw cannotRun({ what: 'the answer could not be written', why: error.message });
}

/** The answer where it is made of lines for people: none of them is a command to the CI service that shows
 * it. */
export const printLines = (text: string, stream?: NodeJS.WritableStream): Promise<boolean> =>
  put(disarm(text), stream);

/** Talk, as lines of its own on stderr; never fails. `stream`: in place of stderr. */
export function say(text: string, stream?: NodeJS.WritableStream): void {
  const lines = disarm(text.endsWith('\n') ? text : `${text}\n`);
  const left = stream === undefined ? writeAtOnce(lines) : lines;
  if (left !== '') void write(stream ?? process.stderr, left);
}

/** What could not be written. A stream on stderr takes longer to open than a hook has to say. */
function writeAtOnce(text: string): string {
  let bytes = Buffer.from(text);
  try {
    while (bytes.length > 0) bytes = bytes.subarray(writeSync(2, bytes));
  } catch {
    // A pipe that is full, or that nobody reads.
  }
  return bytes.toString('utf8');
}

// C0 without tab and line feed, a carriage return only before one, DEL and C1; the marks of the bidi
// algorithm (https://www.unicode.org/reports/tr9/), which can show a text in another order than it has; what
// shows nothing.
const CONTROLS = new RegExp(
  String.raw`(?!\r\n)[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069${UNSEEN}]`,
  'gu',
);

export const removeControls = (text: string): string => text.replace(CONTROLS, '');

// GitHub takes a line for a command that starts with `::`, behind spaces too, or has `##[` anywhere; Azure
// `##vso[`,
// TeamCity `##teamcity[`: https://github.com/actions/runner/blob/main/src/Runner.Common/ActionCommand.cs
const COMMANDS = /^([^\S\n\r\u2028\u2029]*):(?=:)|#(?=#(?:\[|vso\[|teamcity\[))/gim;

export const disarm = (text: string): string =>
  removeControls(text).replace(COMMANDS, (found) => `${found} `);

/** https://no-color.org and https://force-color.org, else whether a terminal reads along. */
export function mayColour(stream: { readonly isTTY?: boolean }, env: Environment): boolean {
  if (env.NO_COLOR) return false;
  if (env.FORCE_COLOR) return !/^(?:0|false)$/.test(env.FORCE_COLOR);
  return stream.isTTY === true && env.TERM !== 'dumb';
}

function write(stream: NodeJS.WritableStream, text: string): Promise<NodeJS.ErrnoException | null> {
  // Without a listener of ours, a closed pipe ends the process with a stack.
  if (!stream.listeners('error').includes(ignore)) stream.on('error', ignore);
  return new Promise((resolve) => stream.write(text, (error) => resolve(error ?? null)));
}

const ignore = (): void => {};
