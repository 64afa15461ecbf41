// Which subjects did an item of what comes next, whatever the endings of its words.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { readDoing } from '../../../src/core/head/doings.ts';
import { isDoing } from '../../../src/core/head/met.ts';
import { asksFor } from '../../../src/core/head/same.ts';

for (const [item, subject, isDone] of [
  ['Delay estimates per line', 'estimate delays per line', true],
  ['Delay estimates per line', 'estimate delays per line from the last thirty days', true],
  ['Delay estimates per line', 'estimate delays per line, and show them on the map', true],
  ['Delay estimates per line', 'estimated the delays per line — medians of a month', true],
  ['Solder the second board', 'soldering of second board', true],
  ['Solder the second board', 'solder the second board', true],
  ['Zweite Platine löten', 'Zweite Platine löten, anhand des neuen Plans', true],
  ['Delay estimates per line', 'estimate delays per line for the ferry', false],
  ['Delay estimates per line', 'estimate delays per line, but not at night', false],
  ['Delay estimates per line', 'estimate delays per line using one line only', false],
  ['Delay estimates per line', 'estimate delays per stop', false],
  ['Two beds for a month', 'run two beds for a month', true],
  ['Delay estimates per line', 'add delay estimates per line', true],
  ['Delay estimates per line', 'remove delay estimates per line', false],
  ['Delay estimates per line', 'start delay estimates per line', false],
  ['Run the importer', 'add the importer', false],
  ['Verspätungen schätzen', 'Verspätungen schätzen aus den letzten 30 Tagen', true],
  ['Draw the map', 'draw the map using the new tiles', true],
  ['Draw the map', 'draw the map and print it', false],
  ['Write docs', 'write docs based on the old plan', false],
  ['Write tests', 'write tests from the old plan', false],
  ['Planner', 'planner', false],
  ['Steuersätze je Land hinterlegen', 'Steuersätze je Land hinterlegt', true],
  ['Ordner für Belege anlegen', 'Ordner für Belege angelegt', true],
  ['Ordner für Belege anlegen', 'Ordner für Belege abgelegt', false],
  ['Konten prüfen', 'Konten geprüft', true],
  ['Offline cache for tiles', 'offline tile cache (#41)', true],
  ['Rate limit for the login', 'login rate limit', true],
  ['Rate limit for the login', 'rate limit for the search', false],
  ['Rate limit for the login', 'login limit', false],
] as const)
  test(`“${subject}” ${isDone ? 'does' : 'does not do'} “${item}”`, () => {
    assert.is(isDoing(item, readDoing(subject)), isDone);
  });

for (const [item, text, isMeant] of [
  ['Ask the co-op for silo volumes', 'silo volumes of the co-op', true],
  ['Pedir acceso al banco', 'acceso a la API del banco', true],
  ['Zugang zum Netz anfordern', 'der Zugang zum Netz', true],
  ['Demander la clé au client', 'la clé du client', true],
  ['Pedir acceso al puerto', 'acceso a la API del banco', false],
  ['Zugang zum Netz prüfen', 'der Zugang zum Netz', false],
] as const)
  test(`“${text}” is ${isMeant ? '' : 'not '}what “${item}” asks for`, () => {
    assert.is(asksFor(item, text), isMeant);
  });

test.run();
