// Which guards a text asks for, family by family, and near texts that ask for none.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { guardsAskedFor } from '../../../src/core/guards/offers.ts';

const DOCKER = 'forbid path **/{Dockerfile,docker-compose.yml,docker-compose.yaml,compose.yaml}';
const EMOJI = 'forbid emoji in **/*.{js,jsx,ts,tsx,py,go,rs,java,rb}';
const TRUST =
  'require pattern /\\bfrom_pretrained\\(/ in **/*.py that matches /\\btrust_remote_code\\s*=\\s*True/';

type Row = readonly [words: string, guards: readonly string[], of?: 'rule'];

const ROWS: readonly Row[] = [
  // What a decision was taken against.
  ['Phi-3, not Mistral', ['forbid import mistral']],
  ['Use Phi-3, not Mistral: it fits in 4 GB', ['forbid import mistral']],
  ['Chosen: Phi-3 not Mistral (it fits)', ['forbid import mistral']],
  ['Zustand instead of Redux', ['forbid import redux']],
  ['Use Vitest rather than Jest', ['forbid import jest']],
  ['Prefer Drizzle over Prisma', ['forbid import prisma']],
  ['Replace Moment with Luxon', ['forbid import moment']],
  ['Drop Axios in favour of Undici', ['forbid import axios']],
  ['Switch from Webpack to Vite', ['forbid import webpack']],
  ['Phi-3, not Mistral', [], 'rule'],
  ['Is Phi-3 better, not Mistral?', []],
  ['Use tabs, not spaces', []],
  ['Rust, not Python', []],
  ['gRPC over HTTP', []],
  ['Read from Kafka to Postgres', []],
  ['Phi-3, not Mistral, unless the prompt is long', []],
  ['Prefer not to use Mistral', []],
  ['Consider Phi-3 instead of Mistral', []],
  // What must not be imported, depended on, used.
  ['Never import lodash', ['forbid import lodash'], 'rule'],
  ["Don't import from `@acme/legacy`", ['forbid import @acme/legacy'], 'rule'],
  ['❌ **No** imports from net/http', ['forbid import net/http'], 'rule'],
  ['moment must not be imported', ['forbid import moment'], 'rule'],
  ['Do not add a dependency on left-pad', ['forbid dependency left-pad'], 'rule'],
  ['No dependency on torch', ['forbid dependency torch'], 'rule'],
  ['Never use Mongoose', ['forbid import mongoose'], 'rule'],
  ['Do not use the lodash', [], 'rule'],
  ['Do not use lodash library', ['forbid import lodash'], 'rule'],
  ["Don't add Redux before Phase 3", ['forbid import redux until Phase 3'], 'rule'],
  ['No Redis until Phase 2+', ['forbid import redis until Phase 2'], 'rule'],
  ['Never use any', [], 'rule'],
  ['No mocks', [], 'rule'],
  ['Do not use classes', [], 'rule'],
  ['Never use `git add -A`', [], 'rule'],
  ['Do not import lodash in tests', [], 'rule'],
  ['Do not import lodash directly', [], 'rule'],
  ['Do not use Mistral except for summaries', [], 'rule'],
  ['Do not use TypeScript', [], 'rule'],
  ['We used Redux before', [], 'rule'],
  // What comes later.
  ['No Docker before Phase 4', [`${DOCKER} until Phase 4`], 'rule'],
  ['**No Docker before Phase 4** - models first', [`${DOCKER} until Phase 4`], 'rule'],
  ['Defer Docker to Phase 4+', [`${DOCKER} until Phase 4`]],
  ['Postpone Docker until Sprint 2', [`${DOCKER} until Sprint 2`]],
  ['Docker is deferred to Phase 4', [`${DOCKER} until Phase 4`]],
  ['Docker not before Phase 4', [`${DOCKER} until Phase 4`], 'rule'],
  ['No Terraform before Milestone 3', ['forbid path **/*.tf until Milestone 3'], 'rule'],
  ["Don't use Docker", [DOCKER], 'rule'],
  ['No Docker knowledge is needed', [], 'rule'],
  ['Docker comes before Kubernetes', [], 'rule'],
  ['No Docker before the demo', [], 'rule'],
  // Emoji.
  ['No emojis in code', [EMOJI], 'rule'],
  ['Never use emojis in the source code.', [EMOJI], 'rule'],
  ['Emojis are not allowed in code', [EMOJI], 'rule'],
  ['Keep the code free of emojis', [EMOJI], 'rule'],
  ['No emojis in code or comments', [EMOJI], 'rule'],
  ['No emojis in commit messages', [], 'rule'],
  ['No emojis in code except in tests', [], 'rule'],
  ['Use emojis in code', [], 'rule'],
  // Arguments of calls.
  ['Always pass trust_remote_code', [TRUST], 'rule'],
  ['Always pass `trust_remote_code=True`', [TRUST], 'rule'],
  ['must pass trust_remote_code=True', [TRUST]],
  ['every model must be loaded with trust_remote_code=True', [TRUST]],
  ['Always use trust_remote_code=True when loading Phi-3', [TRUST], 'rule'],
  ['Phi-3 requires trust_remote_code=True', [TRUST], 'rule'],
  ['trust_remote_code=True is required for from_pretrained', [TRUST], 'rule'],
  [
    'Always pass `timeout=10` to `requests.get`',
    ['require pattern /\\brequests\\.get\\(/ in **/*.py that matches /\\btimeout\\s*=\\s*10/'],
    'rule',
  ],
  [
    'All subprocess.run calls must pass check=True',
    ['require pattern /\\bsubprocess\\.run\\(/ in **/*.py that matches /\\bcheck\\s*=\\s*True/'],
    'rule',
  ],
  ['must not pass trust_remote_code=True', [], 'rule'],
  ['Never pass trust_remote_code=True', [], 'rule'],
  ['Always pass the message on', [], 'rule'],
  ['Always use strict mode', [], 'rule'],
  ['Always set lang=en', [], 'rule'],
  ['We always passed trust_remote_code=True', [], 'rule'],
  ['trust_remote_code=True is not required', [], 'rule'],
];

for (const [words, guards, of] of ROWS)
  test(`${of ?? 'decision'}: ${words}`, () =>
    assert.equal(guardsAskedFor(words.replace(/\*\*/g, ''), of === undefined), guards));

test.run();
