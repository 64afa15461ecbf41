import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { MASK, maskSecrets } from '../../src/core/secrets.ts';

// Made up, and put together here so that no scanner takes this file for a leak.
const A = 'a1B2c3D4e5F6g7H8'.repeat(8);
const HEX = '0123456789abcdef'.repeat(4);
const SECRETS: readonly (readonly [kind: string, secret: string])[] = [
  ['AWS', `AK${'IA'}${'Q3EGT5ZKLM2WX7RN'}`],
  ['GitHub', `gh${'p'}_${A.slice(0, 36)}`],
  ['GitHub, fine-grained', `github${'_pat_'}${A.slice(0, 40)}`],
  ['GitLab', `gl${'pat'}-${A.slice(0, 20)}`],
  ['OpenAI', `s${'k'}-proj-${A.slice(0, 48)}`],
  ['Anthropic', `s${'k'}-ant-api03-${A.slice(0, 80)}`],
  ['Stripe', `s${'k'}_live_${A.slice(0, 24)}`],
  ['Slack', `xox${'b'}-1234567890-${A.slice(0, 24)}`],
  ['Google', `AI${'za'}${A.slice(0, 35)}`],
  ['npm', `npm${'_'}${A.slice(0, 36)}`],
  ['Hugging Face', `h${'f'}_${A.slice(0, 34)}`],
  ['SendGrid', `S${'G'}.${A.slice(0, 22)}.${A.slice(0, 43)}`],
  ['JSON web token', `ey${'J'}${A.slice(0, 30)}.ey${'J'}${A.slice(0, 60)}.${A.slice(0, 43)}`],
  ['a private key', `-----BEGIN RSA ${'PRIVATE'} KEY-----\n${A}\n${A}\n-----END RSA ${'PRIVATE'} KEY-----`],
];
for (const [kind, secret] of SECRETS)
  test(`masks a secret of ${kind}`, () => {
    assert.is(maskSecrets(`fix: use ${secret} for now`), `fix: use ${MASK} for now`);
    assert.is(maskSecrets(secret), MASK);
  });

test('a private key without its end is masked to the end', () => {
  assert.is(maskSecrets(`use -----BEGIN ${'PRIVATE'} KEY----- ${A} ${A}`), `use ${MASK}`);
});

for (const [text, masked] of [
  [`set DB_PASSWORD=${A.slice(0, 20)} in CI`, `set DB_PASSWORD=${MASK} in CI`],
  [`api_key: "${A.slice(0, 32)}"`, `api_key: "${MASK}"`],
  ['clone https://bot:hunter22x@example.invalid/x.git', `clone https://bot:${MASK}@example.invalid/x.git`],
] as const)
  test(`masks the value alone: ${text.slice(0, 20)}`, () => assert.is(maskSecrets(text), masked));

for (const text of [
  'feat: complete Phase 2, the planner',
  `This reverts commit ${HEX.slice(0, 40)}.`,
  `token: readTokenFromTheKeychainOfTheUser`,
  'the api key of the harbour office arrived',
  'bump actions/checkout@v4 to https://github.com/a/b/commit/0123456789abcdef',
  'sk-learn pipelines, sk-learn models',
  'https://example.invalid:8080/path@2x.png',
  `sha512-${'x'.repeat(20)} of the lock file`,
  'token: 20260304',
])
  test(`leaves ordinary text alone: ${text.slice(0, 30)}`, () => assert.is(maskSecrets(text), text));

test('a megabyte of near misses takes a moment', () => {
  for (const text of ['eyJaaaaaaaaaaa.', '-----BEGIN PRIVATE KEY-----', 'password=', 'a://b:c', 'xoxb-'])
    maskSecrets(text.repeat(1_000_000 / text.length));
});

test.run();
