// Foreign text as it may stand in a document.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { cutSentence, escapeInline } from '../../src/core/markdown/inline.ts';
import { quote } from '../../src/core/wording/lines.ts';

for (const target of [
  'javascript:alert(1)',
  'JavaScript:alert(1)',
  ' javascript:x',
  '<javascript:x>',
  'data:text/html,x',
  'file:///etc/passwd',
  'vscode://x',
  'javascript&colon;x',
  'java&#115;cript:x',
  'javascript\\:x',
])
  test(`a link to ${target} is no link any more`, () => {
    assert.match(escapeInline(`see [l](${target}) there`), 'see [l\\](');
  });

for (const target of [
  'https://example.org/a:b',
  'http://a.b',
  'mailto:a@b.c',
  'docs/a.md',
  '../a:b',
  '#part',
  '/a?b=c:d',
  'a.md#x:y',
])
  test(`a link to ${target} stays as it is`, () => {
    assert.is(escapeInline(`see [l](${target}) there`), `see [l](${target}) there`);
  });

for (const [what, hidden] of [
  ['letters of tags', '\u{e0072}\u{e0075}\u{e006e}\u{e0001}\u{e007f}'],
  ['variation selectors that spell bytes', '\u{e0100}\u{e0162}\u{e01ef}'],
  ['invisible signs', '\u2062\u2063\u206a\ufff9\ufffb'],
  ['fillers', '\u3164\uffa0\u115f\u1160'],
] as const) {
  test(`a document is not given what nobody sees: ${what}`, () =>
    assert.is(escapeInline(`Read${hidden} gauges`), 'Read gauges'));
  test(`nor is a sentence of ours: ${what}`, () => assert.is(quote(`Read${hidden} gauges`), '“Read gauges”'));
}

const LONG = 'One file is enough for a tool of this size. It has nothing to install, and';

for (const [longest, cut] of [
  [200, LONG],
  [60, 'One file is enough for a tool of this size.'],
  [30, 'One file is enough for a tool…'],
] as const)
  test(`a reason of ${longest} characters ends with its sentence, or says that it goes on`, () => {
    assert.is(cutSentence(LONG, longest), cut);
    assert.ok(cut.length <= longest);
  });

test.run();
