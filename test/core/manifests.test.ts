// Which files are manifests, whoever asks.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { DEFAULTS } from '../../src/core/config/defaults.ts';
import { isRelevant } from '../../src/core/config/relevance.ts';
import { declaresDependencies, isManifest } from '../../src/core/manifests.ts';
import { kindOf } from '../../src/core/signals/files.ts';

const READ = [
  'package.json',
  'apps/web/package.json',
  'requirements-dev.txt',
  'a/requirements.txt',
  'gems.rb',
];
const KNOWN = ['Pipfile', 'build.gradle.kts', 'api/api.csproj', 'requirements.in', 'environment.yaml'];
const OTHER = [
  'package.json.bak',
  'my-package.json',
  'package-lock.json',
  'docs/go.mod.md',
  'Cargo.lock',
  'constructor',
];

for (const path of [...READ, ...KNOWN])
  test(`${path} is a manifest`, () => {
    assert.ok(isManifest(path));
    assert.is(kindOf(path), 'manifest');
  });

for (const path of OTHER)
  test(`${path} is not a manifest`, () => {
    assert.not(isManifest(path));
    assert.is.not(kindOf(path), 'manifest');
  });

for (const path of [...READ, ...KNOWN])
  test(`${path}: its text is read where its dependencies can be`, () => {
    const isRead = READ.includes(path);
    assert.is(declaresDependencies(path), isRead);
    assert.is(isRelevant({ path, status: 'M', added: 1, deleted: 0, mode: '100644' }, DEFAULTS), isRead);
  });

test.run();
