// Every shape in test/fixtures/decisions: the entry that its authors would write next opens the gate; what
// only looks like one does not.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { DEFAULTS } from '../../src/core/config/defaults.ts';
import { readDecisions } from '../../src/core/decisions/decisions.ts';
import { judgeGate } from '../../src/core/gate/judge.ts';
import type { ChangedFile, DocumentChange, Gate, Message } from '../../src/core/types.ts';

type Facts = { readonly path: string; readonly where: string; readonly newPath?: string };
type Shape = Facts & {
  readonly name: string;
  readonly before: string;
  readonly text: (name: string) => string;
};

const FOLDER = join(import.meta.dirname, '../fixtures/decisions');

const shapes: Shape[] = readdirSync(FOLDER).map((name) => {
  const text = (file: string) => readFileSync(join(FOLDER, name, file), 'utf8');
  return { name, text, before: text('before.md'), ...(JSON.parse(text('facts.json')) as Facts) };
});

const message: Message = {
  subject: 'refactor: split the core',
  body: '',
  type: 'refactor',
  scope: null,
  isBreaking: false,
  description: 'split the core',
  trailers: [],
  kind: 'plain',
};

const architecture: DocumentChange = {
  path: 'docs/architecture.md',
  before: '# Architecture\n\nOne process reads and writes.\n',
  after: '# Architecture\n\n## Parts\n\nOne process reads, another one writes what the first one found.\n',
};

function judge(shape: Shape, changes: readonly DocumentChange[]): Gate {
  const documents = [architecture, ...changes];
  const files = documents.map(({ path, before, after }): ChangedFile => {
    const status = before === null ? 'A' : after === null ? 'D' : 'M';
    return { path, status, added: 3, deleted: 1 };
  });
  const commit = { sha: null, parents: ['0'], date: '2026-01-01T00:00:00Z', message: message.subject, files };
  const decisions = readDecisions([{ path: shape.path, text: shape.before }]);
  return judgeGate({ commit, documents }, message, { decisions, config: DEFAULTS });
}

/** The log after an entry was put where the authors put theirs, or the folder after a file was added. */
function withEntry({ path, newPath, where, before }: Shape, entry: string): DocumentChange {
  if (newPath !== undefined) return { path: newPath, before: null, after: entry };
  return { path, before, after: insert(before, entry, where) };
}

function insert(text: string, entry: string, where: string): string {
  if (where === 'end') return text + entry;
  const anchor = text.indexOf(where.slice(where.indexOf(':') + 1));
  const at = where.startsWith('before') ? anchor : text.indexOf('\n', anchor) + 1;
  return text.slice(0, at) + entry + text.slice(at);
}

const ofLog =
  (change: (text: string) => string) =>
  (shape: Shape): DocumentChange => ({
    path: shape.path,
    before: shape.before,
    after: change(shape.before),
  });

/** The last word of at least five letters, in another spelling. */
const touched = (text: string): string => text.replace(/(\p{L}{5,})(?!.*\p{L}{5})/su, 'X$1');

const fenced = (entry: string): string => `\nSuch as:\n\n\`\`\`markdown\n${entry}\`\`\`\n`;
const commented = (entry: string): string => `\n<!--\n${entry}-->\n`;

const failing: Readonly<Record<string, (shape: Shape) => DocumentChange>> = {
  'a touched entry': ofLog(touched),
  'a deleted log': (shape) => ({ path: shape.path, before: shape.before, after: null }),
  'the last line deleted': ofLog((text) => text.replace(/[^\r\n]+\s*$/, '')),
  'a change of white space': ofLog((text) => text.replace(/\r?\n/g, ' \r\n')),
  'an incomplete entry': (shape) => withEntry(shape, shape.text('incomplete.md')),
  "the template's text": (shape) => withEntry(shape, shape.text('template.md')),
  'an entry in a fence': (shape) => withEntry(shape, fenced(shape.text('new.md'))),
  'an entry in a comment': (shape) => withEntry(shape, commented(shape.text('new.md'))),
};

for (const shape of shapes) {
  test(`${shape.name}: a new entry opens the gate`, () => {
    const { findings, satisfiedBy } = judge(shape, [withEntry(shape, shape.text('new.md'))]);
    assert.is(satisfiedBy, 'entry', JSON.stringify(findings));
    assert.equal(findings, []);
  });
  test(`${shape.name}: and so does it without a final newline, and with other line endings`, () => {
    const { path, before, after } = withEntry(shape, shape.text('new.md'));
    const other = (text: string | null) => text?.replace(/\r?\n/g, '\r\n').trimEnd() ?? null;
    const { findings, satisfiedBy } = judge(shape, [{ path, before: other(before), after: other(after) }]);
    assert.is(satisfiedBy, 'entry', JSON.stringify(findings));
  });
  for (const [what, change] of Object.entries(failing))
    test(`${shape.name}: ${what} does not`, () => {
      assert.is(judge(shape, [change(shape)]).satisfiedBy, null);
    });
}

test.run();
