// Patterns of guards: what they find, and that the slowest is stopped.
import fc from 'fast-check';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { createMatch } from '../../src/effects/patterns.ts';

const PATTERNS: readonly (readonly [source: string, flags: string])[] = [
  ['eval\\(', ''],
  ['trust_remote_code\\s*=\\s*True', ''],
  ['\\btimeout\\s*=', ''],
  ['colou?r', ''],
  ['abc*d', ''],
  ['abc+', ''],
  ['abc{0,2}d', ''],
  ['(?:abc)?def', ''],
  ['abc|xyz', ''],
  ['[abc]+def', ''],
  ['[^abc]def', ''],
  ['\\x61bcd', ''],
  ['\\u0061bcd', ''],
  ['\\babcd\\b', 'i'],
  ['ABC+', 'i'],
  ['a.c', 's'],
  ['^abc$', 'm'],
  ['abc\\d{2,}def', ''],
  ['\\w+', ''],
  ['', ''],
];

const plainly = (source: string, flags: string, text: string) =>
  [...text.matchAll(new RegExp(source, `g${flags}`))].map((match) => ({
    from: match.index,
    to: match.index + match[0].length,
  }));

const TEXTS = [
  'eval(a)',
  'trust_remote_code = True',
  'timeout=1',
  'color colour',
  'abd abcd abccd',
  'def',
  'xyz',
];

for (const [source, flags] of PATTERNS)
  test(`/${source}/${flags} finds what the expression itself finds`, () => {
    const words = fc.constantFrom(...TEXTS, 'abc', 'ABCD', 'a\nc', 'abc12def', ' ', '=', 'x');
    const text = fc.array(words, { maxLength: 6 }).map((all) => all.join(''));
    fc.assert(
      fc.property(fc.array(text, { maxLength: 4 }), (texts) => {
        const found = createMatch()({ source, flags }, texts);
        assert.equal(
          found,
          texts.map((one) => plainly(source, flags, one)),
        );
      }),
      { numRuns: 200 },
    );
  });

// The worst that anybody may write: each over what it takes longest on.
const SLOW: readonly (readonly [source: string, text: string])[] = [
  ['(a+)+$', `${'a'.repeat(50)}b`],
  ['^(\\w+\\s?)*$', `${'word '.repeat(400)}!`],
  ['(a|aa)+$', `${'a'.repeat(60)}b`],
  ['(.*)*x', 'a'.repeat(2000)],
  ['(a*)*b', 'a'.repeat(40)],
  ['^(a?){30}a{30}$|(x+x+)+y', 'x'.repeat(60)],
  ['(\\w*)(\\w*)(\\w*)(\\w*)(\\w*)!', 'a'.repeat(2000)],
];

for (const [source, text] of SLOW)
  test(`/${source}/ is stopped and told once`, () => {
    const told: string[] = [];
    const match = createMatch((pattern) => told.push(pattern.source));
    const started = performance.now();
    assert.is(match({ source, flags: '' }, [text]), null);
    assert.is(match({ source, flags: '' }, [text]), null);
    assert.ok(performance.now() - started < 2000);
    assert.equal(told, [source]);
  });

test('so many slow ones are tried, and no more', () => {
  const told: string[] = [];
  const match = createMatch(({ source }) => told.push(source));
  for (let at = 0; at < 30; at++) match({ source: `(a+)+${at}$`, flags: '' }, [`${'a'.repeat(50)}b`]);
  assert.ok(told.length >= 1 && told.length <= 10, String(told.length));
});

test('a slow one leaves the others as they are', () => {
  const match = createMatch();
  match({ source: '(a+)+$', flags: '' }, [`${'a'.repeat(50)}b`]);
  assert.equal(match({ source: 'b+', flags: '' }, ['abb']), [[{ from: 1, to: 3 }]]);
});

test.run();
