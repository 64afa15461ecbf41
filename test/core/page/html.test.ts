// A page shows foreign text and links: none of it may become markup, a script or an address of another kind.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { forgeOf } from '../../../src/core/page/facts.ts';
import { escapeHtml, html, list } from '../../../src/core/page/html.ts';

const HOSTILE = [
  '<script>alert(1)</script>',
  '"onload=alert(1) x="',
  "' onmouseover='x",
  '<!-- --><img src=x onerror=x>',
  '</style><svg onload=x>',
  '&lt;script&gt;',
  '\u202egnp.exe\u0000\u001b[31m',
];

test('a value is text in an element and in an attribute, whatever stands in it', () => {
  for (const text of HOSTILE) {
    const { html: shown } = html`<p title="${text}">${[text]}</p>`;
    const inside = shown.slice('<p title="'.length, -'</p>'.length);
    assert.equal(inside.split('">').length, 2, shown);
    assert.not.match(inside.replace('">', ''), /[<>"']|[\u0000-\u001f\u202e]/);
  }
  assert.is(escapeHtml('&lt;'), '&amp;lt;');
  assert.is(html`a ${html`<b>${'<'}</b>`}${null}${3}`.html, 'a <b>&lt;</b>3');
  assert.is(html`in ${' a '}b`.html, 'in  a b');
  assert.is(list([]), null);
});

const SHA = '0123456789abcdef0123456789abcdef01234567';

test('a remote of a known forge leads to its pages', () => {
  const commit = (remote: string) => forgeOf(remote)?.commit(SHA);
  assert.is(commit('https://github.com/o/r.git'), 'https://github.com/o/r/commit/0123456789ab');
  assert.is(commit('git@github.com:o/r.git'), 'https://github.com/o/r/commit/0123456789ab');
  assert.is(commit('ssh://git@github.com:22/o/r'), 'https://github.com/o/r/commit/0123456789ab');
  assert.is(
    commit('https://me:secret@gitlab.com/g/s/r.git/'),
    'https://gitlab.com/g/s/r/-/commit/0123456789ab',
  );
  assert.is(commit('git@gitlab.example.org:g/r.git'), 'https://gitlab.example.org/g/r/-/commit/0123456789ab');
  assert.is(commit('https://bitbucket.org/o/r'), 'https://bitbucket.org/o/r/commits/0123456789ab');
  assert.is(commit('https://codeberg.org/o/r'), 'https://codeberg.org/o/r/commit/0123456789ab');
  assert.is(
    forgeOf('https://github.com/o/r')?.file(SHA, 'docs/a b#?.md', 7),
    `https://github.com/o/r/blob/${SHA}/docs/a%20b%23%3F.md?plain=1#L7`,
  );
});

test('any other remote leads nowhere', () => {
  const remotes = [
    null,
    '',
    'javascript:alert(1)//github.com/o/r',
    'javascript://github.com/o/r',
    'data:text/html,github.com/o/r',
    'file:///srv/github.com/o/r',
    '/srv/git/r.git',
    '../r',
    'https://github.com/o/../../x/r',
    'https://github.com/o/r?x="onload=',
    'https://github.com/o/r"><script>',
    'https://github.com.evil.example/o',
    'https://evil.example/github.com/o/r',
    'ext::sh -c x',
    'https://example.org/o/r',
  ];
  assert.equal(
    remotes.filter((remote) => forgeOf(remote) !== null),
    [],
  );
});

test.run();
