// What holds for any text with our sections in it, and any commits.
import fc from 'fast-check';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { DEFAULTS } from '../../../src/core/config/defaults.ts';
import { mapCommitIds } from '../../../src/core/draft/ids.ts';
import { isSilent } from '../../../src/core/draft/tell.ts';
import { draftUpdate } from '../../../src/core/draft/update.ts';
import { type CommitFact, owedCommit } from './facts.ts';
import { lostLines } from './untouched.ts';

const NOW = '2026-06-05T09:07:03+02:00';
const FACTS = { now: NOW, phases: [], decisions: () => [] };

const words = fc.stringMatching(/^[a-z]{2,9}( [a-z]{2,9}){0,6}$/);
const date = fc.constantFrom(
  '2026-01-18',
  '2025-11-08, 9:47pm',
  '3 janvier 2026',
  '17/06/2026',
  '2026年6月1日',
);

const point = fc
  .tuple(fc.constantFrom('- ', '* ', '- [ ] ', '1. ', '  - '), words)
  .map((pair) => pair.join(''));
const entry = fc
  .tuple(
    fc.constantFrom('### # — title', '**#:**', '- **#** — did', '## Session #', '**Session 4 (#):**'),
    date,
    words,
  )
  .map(([head, day, said]) => `${head.replace('#', day)}\n${head.startsWith('-') ? '' : `- ${said}\n`}`);
const foreign = fc.constantFrom(
  '```sh\n# not a heading\n**2026-01-01:**\n```\n',
  '| a | b |\n|---|---|\n| 1 | 2 |\n',
  '> **Updated:** 2026-01-02 (note)\n',
  '<!-- ## Update Log -->\n',
  '---\n',
  '**Status:** fine  \nbroken\n',
  '**Current Phase:** Phase 1\n',
  '- [ ] Phase 1: in progress\n',
  'None\n',
  'Title\n=====\n',
);
const section = fc
  .tuple(
    fc.constantFrom(
      'Update Log',
      'Current State',
      'Blockers',
      'What’s Next',
      'Pendientes',
      '当前状态',
      'Notes',
      'Session History',
    ),
    fc.constantFrom('## ', '### ', '# '),
    fc.array(fc.oneof(point, words, entry, foreign), { maxLength: 5 }),
  )
  .map(([title, mark, body]) => `${mark}${title}\n\n${body.join('\n')}\n`);
const text = fc.array(fc.oneof(section, foreign, words), { maxLength: 6 }).map((parts) => parts.join('\n'));

const sha = fc
  .uint8Array({ minLength: 20, maxLength: 20 })
  .map((bytes) => `${Buffer.from(bytes).toString('hex').slice(1)}7`);
const commit: fc.Arbitrary<CommitFact> = fc.record({
  sha,
  message: fc.oneof(
    words,
    fc.tuple(fc.constantFrom('feat', 'fix', 'docs(api)'), words).map((pair) => pair.join(': ')),
    fc.string(),
  ),
  record: fc.boolean(),
  weight: fc.double({ min: 0.1, max: 4, noNaN: true }),
  files: fc.array(fc.constantFrom('src/a/x.ts', 'src/b/y.ts', 'docs/z.md'), { maxLength: 3 }),
});
const commits = fc.uniqueArray(commit, {
  minLength: 2,
  maxLength: 6,
  selector: (one) => one.sha.slice(0, 7),
});

const trailer = fc
  .tuple(
    fc.constantFrom('Gotcha', 'Blocker', 'Unblocked', 'Next', 'Result', 'Deviation'),
    fc.constantFrom('the key', 'a slow disk', 'none'),
  )
  .map((pair) => pair.join(': '));
const spoken = commits.chain((facts) =>
  fc
    .array(
      fc.array(fc.oneof(trailer, fc.constantFrom('Phase: 1 complete', 'Phase 2 done')), { maxLength: 2 }),
      {
        minLength: facts.length,
        maxLength: facts.length,
      },
    )
    .map((trailers) =>
      facts.map((one, at) => ({ ...one, message: `${one.message}\n\n${trailers[at]?.join('\n') ?? ''}` })),
    ),
);

const draft = (before: string, facts: readonly CommitFact[], now = NOW) =>
  draftUpdate({ path: 'S.md', text: before }, facts.map(owedCommit), { ...FACTS, now }, DEFAULTS);

const check = (title: string, property: fc.IProperty<unknown>) =>
  test(title, () => fc.assert(property as fc.IProperty<[]>, { numRuns: 100, seed: 7 }));

check(
  'takes nothing away but the date of the header',
  fc.property(text, commits, (before, facts) => {
    const lost = lostLines(before, draft(before, facts).text);
    assert.ok(
      lost.every((line) => /\d{4}|\(note\)/.test(line)),
      JSON.stringify(lost),
    );
  }),
);

check(
  'says nothing the second time',
  fc.property(text, spoken, (before, facts) => {
    const { text: after } = draft(before, facts);
    assert.is(draft(after, facts, '2026-07-07T10:00:00+02:00').text, after);
  }),
);

check(
  'drafts for some and then for all as it drafts for all at once',
  fc.property(text, spoken, fc.nat(), (before, facts, at) => {
    const some = facts.slice(0, 1 + (at % (facts.length - 1)));
    assert.is(draft(draft(before, some).text, facts).text, draft(before, facts).text);
  }),
);

check(
  'names every commit that says something, and at least one',
  fc.property(text, commits, (before, facts) => {
    const { text: after, entry: told } = draft(before, facts);
    const isNamed = ({ sha: id }: CommitFact) => after.includes(id.slice(0, 7));
    assert.ok(facts.some(isNamed), told);
    for (const one of facts) assert.ok(isNamed(one) || isSilent(owedCommit(one)), told);
  }),
);

type Node = { readonly type: string; readonly children?: readonly Node[] };
const KINDS = [
  'heading',
  'html',
  'code',
  'definition',
  'image',
  'blockquote',
  'thematicBreak',
  'table',
  'footnoteDefinition',
];

function countBlocks(markdown: string): Record<string, number> {
  const counts: Record<string, number> = {};
  const visit = (node: Node) => {
    if (KINDS.includes(node.type)) counts[node.type] = (counts[node.type] ?? 0) + 1;
    for (const child of node.children ?? []) visit(child);
  };
  visit(fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] }) as Node);
  return counts;
}

const markup = fc
  .array(
    fc.constantFrom(
      '#',
      '##',
      '<!--',
      '-->',
      '```',
      '~~~',
      '`',
      '|',
      '- ',
      '1.',
      '>',
      '[x]',
      '[a]:',
      '![i](u)',
      '<b>',
      '</b>',
      '***',
      '---',
      '===',
      '\n',
      '\n\n',
      '\r',
      '\u2028',
      'word',
      '&lt;',
      '\\',
      '[^1]:',
      '\t',
      '    ',
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(' '));

check(
  'lets no message add a block, a tag, an image or a definition',
  fc.property(markup, markup, markup, fc.constantFrom('a', 'b'), (subject, body, value, kind) => {
    const before = '# S\n\n## Update Log\n\n**2026-06-01:**\n- began\n\n## Blockers\n\n- none\n';
    const message = `feat: ${subject}\n\n${body}\n\n${kind === 'a' ? 'Gotcha' : 'Blocker'}: ${value}`;
    const fact = { sha: '1a2b3c4d'.repeat(5), message, record: true, weight: 2, files: [] };
    assert.equal(countBlocks(draft(before, [fact]).text), countBlocks(before), JSON.stringify(message));
  }),
);

check(
  'follows rewritten commits, and only at the ends of drafted lines',
  fc.property(sha, sha, (before, after) => {
    fc.pre(before.slice(0, 7) !== after.slice(0, 7));
    const mapped = mapCommitIds(`- a ${before} b\n- c (${before.slice(0, 7)})\n`, new Map([[before, after]]));
    assert.is(mapped, `- a ${before} b\n- c (${after.slice(0, 7)})\n`);
  }),
);

test('names once what several ids became, and leaves committed lines alone', () => {
  const ids = new Map([
    ['1'.repeat(40), 'a1'.repeat(20)],
    ['2'.repeat(40), 'a1'.repeat(20)],
  ]);
  assert.is(
    mapCommitIds('- x (1111111, 2222222)\n- y (1111111)', ids, '- y (1111111)\n'),
    '- x (a1a1a1a)\n- y (1111111)',
  );
});

test.run();
