import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { DEFAULTS } from '../../src/core/config/defaults.ts';
import { cleanMessage, parseMessage, trailersNamed } from '../../src/core/message/index.ts';
import { findSignals } from '../../src/core/signals/index.ts';

const HEADERS: readonly (readonly [
  subject: string,
  type: string | null,
  scope: string | null,
  isBreaking: boolean,
  description: string,
])[] = [
  ['feat: add x', 'feat', null, false, 'add x'],
  ['feat(api): add x', 'feat', 'api', false, 'add x'],
  ['feat!: add x', 'feat', null, true, 'add x'],
  ['feat(api)!: add x', 'feat', 'api', true, 'add x'],
  ['Fix(UI): typo', 'fix', 'UI', false, 'typo'],
  ['fix:no space', 'fix', null, false, 'no space'],
  ['✨ feat: sparkle', 'feat', null, false, 'sparkle'],
  ['[web] feat(api): tagged', 'feat', 'api', false, 'tagged'],
  ['feat：新增登录', 'feat', null, false, '新增登录'],
  ['Add the parser', null, null, false, 'Add the parser'],
  ['Phase 6: done', null, null, false, 'Phase 6: done'],
  ['use std::vector', null, null, false, 'use std::vector'],
  ['https://example.invalid', null, null, false, 'https://example.invalid'],
  ['gpg: import the key', null, null, false, 'gpg: import the key'],
  ['feat:', 'feat', null, false, ''],
  ['', null, null, false, ''],
];
for (const [subject, type, scope, isBreaking, description] of HEADERS) {
  test(`reads the header of "${subject}"`, () => {
    const message = parseMessage(subject);
    assert.equal(
      [message.subject, message.type, message.scope, message.isBreaking, message.description],
      [subject, type, scope, isBreaking, description],
    );
  });
}

test('keeps all of a description that is longer than the parser is given', () => {
  const long = 'd'.repeat(1900);
  assert.is(parseMessage(`feat(api): ${long}`).description, long);
});

test('takes a breaking change from its footer', () => {
  assert.is(parseMessage('feat: x\n\nBREAKING CHANGE: the port moved').isBreaking, true);
});

const KINDS: readonly (readonly [subject: string, kind: string])[] = [
  ["Merge branch 'main' into topic", 'merge'],
  ["Merge branches 'a', 'b' and 'c'", 'merge'],
  ['Merge pull request #12 from someone/topic', 'merge'],
  ["Merge remote-tracking branch 'origin/main'", 'merge'],
  ["Merge tag 'v1.0'", 'merge'],
  ['Merge the two user tables into one', 'plain'],
  ['Revert "feat: x"', 'revert'],
  ['revert: feat: x', 'revert'],
  ['reverted polarity of the sensor', 'plain'],
  ['fixup! feat: x', 'fixup'],
  ['squash! feat: x', 'fixup'],
  ['amend! feat: x', 'fixup'],
  ['feat: x', 'plain'],
];
for (const [subject, kind] of KINDS) {
  test(`takes "${subject}" for ${kind}`, () => {
    assert.is(parseMessage(subject).kind, kind);
  });
}

const FOOTER =
  '🤖 Generated with [Claude Code](https://example.invalid)\n\nCo-Authored-By: C <c@example.invalid>';
const DECISIONS: readonly (readonly [name: string, text: string, values: readonly string[]])[] = [
  ['in the last paragraph', 'x\n\nWhy.\n\nDecision: 14', ['14']],
  ['of any case', 'x\n\nDECISION: 14', ['14']],
  ['several times', 'x\n\nDecision: 14\nDecision: 15', ['14', '15']],
  ['above a tool footer', `x\n\nWhy.\n\nDecision: 14\n\n${FOOTER}`, ['14']],
  ['below a tool footer', `x\n\n${FOOTER}\n\nDecision: 14`, ['14']],
  ['among a tool footer', 'x\n\nGenerated with Foo\nDecision: 14\nCo-Authored-By: C', ['14']],
  ['between issue references', 'x\n\nCloses #12\nDecision: 14\nRefs owner/name#3', ['14']],
  ['in paragraphs of their own', 'x\n\nPhase: 0 complete\n\nDecision: 14', ['14']],
  ['below CRLF', 'x\r\n\r\nWhy.\r\n\r\nDecision: 14\r\n', ['14']],
  ['with a value that goes on indented', 'x\n\nDecision: 14\n  of May', ['14 of May']],
  ['right below the subject', 'x\nDecision: 14', ['14']],
  ['in a sentence', 'x\n\nSee Decision: 14 for more.', []],
  ['in the middle of a wrapped paragraph', 'x\n\nWe follow what\nDecision: 14 says.', []],
  ['above a paragraph of text', 'x\n\nDecision: 14\n\nMore text.', []],
  ['above text in its own paragraph', 'x\n\nDecision: 14\nand more text.', []],
  ['quoted', 'x\n\n> Decision: 14', []],
  ['in quotation marks', 'x\n\n"Decision: 14"', []],
  ['indented', 'x\n\n  Decision: 14', []],
  ['indented as code', 'x\n\n    Decision: 14', []],
  ['in a list', 'x\n\n- Decision: 14', []],
  ['in a fence', 'x\n\n```\nDecision: 14\n```', []],
  ['in a fence, below a blank line', 'x\n\n```\n\nDecision: 14\n\n```', []],
  ['in a fence that is never closed', 'x\n\n```\n\nDecision: 14', []],
  ['as the subject', 'Decision: 14', []],
];
for (const [name, text, values] of DECISIONS) {
  test(`finds ${values.length === 0 ? 'no trailer' : 'a trailer'} ${name}`, () => {
    assert.equal(trailersNamed(parseMessage(text), 'decision'), values);
  });
}

test('joins a sentence that an agent wrapped without indenting it', () => {
  const message = parseMessage('x\n\nGotcha: the index is\nnot the one you think\nNext: phase 2');
  assert.equal(trailersNamed(message, 'gotcha'), ['the index is not the one you think']);
  assert.equal(trailersNamed(message, 'next'), ['phase 2']);
});

test('leaves a body without our trailers and the tool footers, but with foreign ones', () => {
  const message = parseMessage(`x\n\nWhy.\n\nTested: on Linux\nPhase: 1 complete\n\n${FOOTER}`);
  assert.is(message.body, 'Why.\n\nTested: on Linux');
});

const DIFF =
  '# ------------------------ >8 ------------------------\n# Do not edit\ndiff --git a/x b/x\n+Decision: 9';
const CLEANUPS: readonly (readonly [
  name: string,
  raw: string,
  commentChar: string,
  hasEditor: boolean,
  clean: string,
])[] = [
  ['comment lines', 'a\n# b\n#c\n', '#', true, 'a'],
  ['another comment character', 'a\n; b\n# c\n', ';', true, 'a\n# c'],
  ['a comment string', 'a\n// b\n/ c\n', '//', true, 'a\n/ c'],
  ['an indented mark as text', 'a\n # b\n', '#', true, 'a\n # b'],
  ['the diff below the scissors', `a\n\n${DIFF}\n`, '#', true, 'a'],
  ['scissors at the very top', `${DIFF}\n`, '#', true, ''],
  ['an automatic character', 'a\n#1 first\n\n; hint\n; hint\n', 'auto', true, 'a\n#1 first'],
  ['nothing without an editor', '#42: fix\n# b\n', '#', false, '#42: fix\n# b'],
  ['blank lines at both ends and doubled', '\n\na  \n\n\n\nb\n\n', '#', false, 'a\n\nb'],
  ['a comment alone', '# b\n', '#', true, ''],
  ['CRLF', 'a\r\n# b\r\n', '#', true, 'a'],
];
for (const [name, raw, commentChar, hasEditor, clean] of CLEANUPS) {
  test(`cleans a message as git does: ${name}`, () => {
    assert.is(cleanMessage(raw, { commentChar, hasEditor }), clean);
  });
}

test('a squash reads the messages of its commits, as git merge --squash logs them', () => {
  const head = (id: string) => [
    `commit ${id.repeat(40)}`,
    'Author: A <a@b.c>',
    'Date:   Sun Nov 22 17:00:00 2026 +0000',
    '',
  ];
  const log = [
    ...head('a'),
    '    feat: Phase 2 complete',
    '    ',
    '    - codes',
    '',
    ...head('b'),
    '    feat: Phase 1 complete',
  ];
  const message = parseMessage(['Squashed commit of the following:', '', ...log].join('\n'));
  assert.equal(message.body.split('\n').filter(Boolean), [
    'feat: Phase 2 complete',
    '- codes',
    'feat: Phase 1 complete',
  ]);
  assert.is(parseMessage('feat: x\n\n    indented').body, '    indented');
  const files = [{ path: 'src/a.ts', status: 'A', added: 90, deleted: 0 }] as const;
  const commit = { sha: null, parents: ['0'], date: '2026-01-01T00:00:00Z', message: '', files };
  const rules = findSignals({ commit, documents: [] }, message, DEFAULTS).map(({ rule }) => rule);
  assert.ok(rules.includes('phase-completed'), rules.join());
});

for (const [label, value] of [
  ['Nächster Schritt', 'Südufer vermessen'],
  ['Prochaine étape ', 'signer'],
  ['Следующий шаг', 'подписать'],
  ['Next steps', 'sign in'],
  ['What comes then', 'sign in'],
  ['下一步', '签字'],
] as const)
  test(`a label of any language below a trailer is no part of its sentence: ${label}`, () => {
    const { trailers, body } = parseMessage(`feat: x\n\nBlocker: the permit is missing\n${label}: ${value}`);
    assert.equal(trailers, [{ key: 'blocker', value: 'the permit is missing' }]);
    assert.is(body, `${label}: ${value}`);
  });

test('a sentence goes on below its trailer, with a colon too', () => {
  const { trailers } = parseMessage('feat: x\n\nBlocker: the permit\nis missing, and: nobody answers');
  assert.equal(trailers, [{ key: 'blocker', value: 'the permit is missing, and: nobody answers' }]);
});

test.run();
