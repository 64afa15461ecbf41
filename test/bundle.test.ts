// What is shipped: the scripts of the built bundle.
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { test } from 'uvu';
import * as assert from 'uvu/assert';

const DIST = new URL('../dist/', import.meta.url);
const scripts = readdirSync(DIST).filter((name) => name.endsWith('.js'));

test('the bundle has a script that starts it and one that has all', () => {
  for (const name of ['cli.js', 'main.js', 'hook.js']) assert.ok(scripts.includes(name), fileURLToPath(DIST));
});

for (const name of scripts)
  test(`${name} is spelled in ASCII, as it is read a byte a letter`, () => {
    const foreign = readFileSync(new URL(name, DIST)).findIndex((byte) => byte > 0x7f);
    assert.is(foreign, -1);
  });

test.run();
