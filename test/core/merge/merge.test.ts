// Two versions of a context file or a decision log, united.
import fc from 'fast-check';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { readMarked } from '../../../src/core/merge/marked.ts';
import { mergeTexts } from '../../../src/core/merge/merge.ts';
import { CONTEXT, DECISIONS } from '../../helpers/project.ts';

const PATH = 'SESSION_CONTEXT.md';
const merge = (base: string | null, ours: string, theirs: string, path = PATH) =>
  mergeTexts({ path, base, ours, theirs });
const sorted = (text: string) => text.split('\n').filter(Boolean).sort();

const entry = (date: string, ...points: string[]) =>
  `**${date}:**\n${points.map((point) => `- ${point}\n`).join('')}\n`;
const withEntry = (text: string, added: string) => text.replace('**2026-01-05:**', `${added}**2026-01-05:**`);
const updated = (text: string, date: string) => text.replace(/(\*\*Updated:\*\*) \S+/, `$1 ${date}`);

test('entries of both sides stay, and the later date of the header', () => {
  const ours = updated(withEntry(CONTEXT, entry('2026-02-01', 'Built the pump (1a2b3c4)')), '2026-02-01');
  const theirs = updated(withEntry(CONTEXT, entry('2026-02-03', 'Built the weir (5d6e7f8)')), '2026-02-03');
  for (const [one, other] of [
    [ours, theirs],
    [theirs, ours],
  ] as const) {
    const { isClean, as } = merge(CONTEXT, one, other);
    assert.ok(isClean);
    const text = as('ours');
    assert.match(text, '**Updated:** 2026-02-03');
    assert.match(
      text,
      /2026-02-03:\*\*\n- Built the weir \(5d6e7f8\)\n\n\*\*2026-02-01:\*\*\n- Built the pump/,
    );
  }
});

test('a blank line stays between the entries of both sides and the one below', () => {
  const one = withEntry(CONTEXT, entry('2026-02-03', 'Pump'));
  const other = withEntry(CONTEXT, entry('2026-02-01', 'Weir'));
  const text = merge(CONTEXT, one, other).as('ours');
  assert.is((text.match(/[^\n]\n\*\*2026/g) ?? []).length, 0, text);
});

test('a blocker of each side takes the place of "None"', () => {
  const block = (what: string) => CONTEXT.replace('\nNone\n', `\n- ${what}\n`);
  const { isClean, as } = merge(CONTEXT, block('no licence'), block('no lock'));
  assert.ok(isClean);
  assert.match(as('ours'), '- no licence\n- no lock\n');
});

test('one line changed in two ways is a conflict with the lines of both', () => {
  const state = (what: string) => CONTEXT.replace('Phase 1 is being built', what);
  const { isClean, as, marked } = merge(CONTEXT, state('Phase 1 is late'), state('Phase 1 is fast'));
  assert.not(isClean);
  assert.match(marked(), '<<<<<<< ours\n- Phase 1 is late\n=======\n- Phase 1 is fast\n>>>>>>> theirs\n');
  assert.match(as('theirs'), '- Phase 1 is fast');
  const parts = readMarked(marked());
  assert.is(parts?.ours, state('Phase 1 is late'));
  assert.is(parts?.theirs, state('Phase 1 is fast'));
});

test('of two decisions with one number the later takes the next, whichever side is merged', () => {
  const decide = (title: string, date: string) =>
    `${DECISIONS}\n## Decision 2: ${title} (${date})\n\n**Chosen:** ${title}\n**Rationale:** fast\n`;
  const [one, other] = [decide('SQLite', '2026-02-03'), decide('Rows', '2026-02-01')];
  const texts = [
    merge(DECISIONS, one, other, 'docs/decisions.md'),
    merge(DECISIONS, other, one, 'docs/decisions.md'),
  ];
  for (const { isClean, as } of texts) {
    assert.ok(isClean);
    assert.match(as('ours'), '## Decision 2: Rows');
    assert.match(as('ours'), '## Decision 3: SQLite');
  }
  const text = texts[0]?.as('ours') ?? '';
  assert.is(merge(DECISIONS, text, other, 'docs/decisions.md').as('ours'), text);
  assert.is(merge(DECISIONS, text, one, 'docs/decisions.md').as('ours'), text);
});

test('CRLF and a missing last line break stay', () => {
  const ours = withEntry(CONTEXT, entry('2026-02-01', 'Pump')).replaceAll('\n', '\r\n');
  const theirs = CONTEXT.replace('is being built', 'is built').replaceAll('\n', '\r\n').trimEnd();
  const { isClean, as } = merge(CONTEXT.replaceAll('\n', '\r\n'), ours, theirs);
  assert.ok(isClean);
  assert.not.match(as('ours').replaceAll('\r\n', ''), /[\r\n]/);
});

/**
 * Edits of one side: at a line, lines come in or the line goes; blank lines, which cannot be told apart,
 * stay.
 */
const edits = (side: string) =>
  fc
    .array(fc.record({ at: fc.nat(11), goes: fc.boolean(), comes: fc.nat(2) }), { maxLength: 4 })
    .map((all) => {
      const base = Array.from({ length: 12 }, (_, at) => (at % 4 === 3 ? '' : `line ${at}`));
      const lines = base.flatMap((line, at) => {
        const [one] = all.filter((edit) => edit.at === at);
        if (one === undefined) return [line];
        const came = Array.from({ length: one.comes }, (_, count) => `${side} ${at}.${count}`);
        return one.goes && line !== '' ? came : [...came, line];
      });
      return lines.map((line) => `${line}\n`).join('');
    });
const BASE = Array.from({ length: 12 }, (_, at) => (at % 4 === 3 ? '' : `line ${at}`))
  .map((line) => `${line}\n`)
  .join('');

test('no line is lost, and a merge is symmetric and idempotent', () => {
  fc.assert(
    fc.property(edits('ours'), edits('theirs'), (ours, theirs) => {
      const merged = merge(BASE, ours, theirs);
      const mirrored = merge(BASE, theirs, ours);
      assert.is(merged.isClean, mirrored.isClean);
      const text = merged.marked();
      const kept = sorted(BASE).filter(
        (line) => sorted(ours).includes(line) && sorted(theirs).includes(line),
      );
      const came = [...sorted(ours), ...sorted(theirs)].filter((line) => !/^line/.test(line));
      for (const line of [...kept, ...came]) assert.ok(text.split('\n').includes(line), `${line}\n${text}`);
      if (!merged.isClean) return;
      assert.equal(sorted(text), sorted(mirrored.as('ours')));
      for (const side of [ours, theirs, text])
        assert.equal(sorted(merge(BASE, text, side).marked()), sorted(text));
      assert.is(merge(text, text, text).as('ours'), text);
    }),
    { numRuns: 3000 },
  );
});

test.run();
