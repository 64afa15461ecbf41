// `node --import tsx bench/hostile.ts`: the slowest of our readers on texts that are made to be slow, and how
// the time grows from an eighth of the text to all of it; the rules read 20,000 characters of a body.
import { DEFAULTS } from '../src/core/config/defaults.ts';
import { cleanMessage, parseMessage } from '../src/core/message/index.ts';
import { kindOf } from '../src/core/signals/files.ts';
import { findSignals } from '../src/core/signals/index.ts';
import { growthOf, HOSTILE } from '../test/helpers/hostile.ts';

const judge = (message: string): void => {
  const files = [{ path: 'src/a.ts', status: 'M', added: 90, deleted: 3 }] as const;
  const commit = { sha: null, parents: ['0'], date: '2026-01-01T00:00:00Z', message, files };
  findSignals({ commit, documents: [] }, parseMessage(message), DEFAULTS);
};

const READERS: readonly (readonly [name: string, length: number, read: (text: string) => void])[] = [
  ['parseMessage', 100_000, (text) => parseMessage(text)],
  ['parseMessage, as a body', 100_000, (text) => parseMessage(`feat: x\n\n${text}`)],
  ['cleanMessage', 100_000, (text) => cleanMessage(text, { commentChar: '#', hasEditor: true })],
  ['findSignals, as a subject', 100_000, judge],
  ['findSignals, as a body', 19_000, (text) => judge(`fix: x\n\n${text}`)],
  ['kindOf', 100_000, (text) => kindOf(text)],
];

for (const [name, length, read] of READERS) {
  const measured = HOSTILE.map((part) => ({ part, ...growthOf(read, part, length) }));
  const worst = measured.reduce((a, b) => (b.large > a.large ? b : a));
  const steepest = measured.reduce((a, b) => (b.ratio > a.ratio ? b : a));
  console.log(
    `${name.padEnd(26)} slowest ${worst.large.toFixed(1)} ms on ${JSON.stringify(worst.part)}; steepest x${steepest.ratio.toFixed(1)} for 8 times the text, on ${JSON.stringify(steepest.part)}`,
  );
}
