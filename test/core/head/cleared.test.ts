// Which sentences clear which blockers: what an author says of the very thing, and nothing that is only hoped
// for.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { DEFAULTS } from '../../../src/core/config/defaults.ts';
import { draftUpdate } from '../../../src/core/draft/update.ts';
import { isOver } from '../../../src/core/head/cleared.ts';
import { draftFacts, owedCommit } from '../draft/facts.ts';

for (const [blocker, sentence, isMeant] of [
  [
    'the recorded test data from the harbour office has not arrived',
    'The test data from the harbour office arrived',
    true,
  ],
  ['the port API answers 403 until our key is approved', 'The port API key is approved', true],
  ['der Drucker im Lager ist nicht im Netz', 'der Drucker im Lager ist jetzt im Netz', true],
  ['die Testdaten des Kunden fehlen', 'Die Testdaten des Kunden sind da', true],
  ['die Testdaten des Kunden fehlen', 'Die Testdaten des Kunden sind noch nicht da', false],
  ['die Testdaten des Kunden fehlen', 'Die Testdaten des Kunden fehlen jetzt', false],
  ['waiting for the certificate from the bank', 'The bank certificate has been granted', true],
  ['waiting for the certificate from the bank', 'The bank certificate will be granted tomorrow', false],
  ['waiting for the certificate from the bank', 'Read the bank certificate', false],
  ['staging database is locked', 'the staging database is back', true],
  [
    'the university to give us a broker before alerts can go out',
    "The university's broker is up since yesterday",
    true,
  ],
  ['the university to give us a broker before alerts can go out', 'The alerts are up', false],
  [
    'das Wasserwirtschaftsamt hat den Standort noch nicht genehmigt',
    'das Amt hat den Standort genehmigt',
    true,
  ],
  ['das Wasserwirtschaftsamt hat den Standort noch nicht genehmigt', 'das Amt hat angerufen', false],
  ['Gauge data of Cuxhaven is missing since May', "Cuxhaven's gauge data arrived by mail", true],
  ['Gauge data of Cuxhaven is missing since May', 'The gauge data arrived for Helgoland', false],
  ['staging database is locked', 'the staging database now has an index', false],
  ["the archive's sheet is locked until Monday", 'The archive unlocked the sheet', true],
  ["the archive's sheet is locked until Monday", 'The archive has not unlocked the sheet', false],
  ['the label printer driver is not out yet', 'The driver of the label printer was released', true],
  ['SDカードが届いていない', 'SDカードが届いた', true],
  ['SDカードが届いていない', 'SDカードはまだ届いていない', false],
  ['SDカードが届いていない', '温度センサーが届いた', false],
  ['no test crane until Friday', 'The test crane is here', true],
  ['no test crane until Friday', 'The crane client works', false],
  ['les données de test du client manquent', 'Les données de test du client sont arrivées', true],
  ['falta la clave de la API del puerto', 'La clave de la API del puerto llegó', true],
  ['the VPN to the plant is down', 'The VPN to the plant is up again', true],
  ['the VPN to the plant is down', 'Say when the VPN to the plant is up', false],
  ['the VPN to the plant is down', 'Is the VPN to the plant up?', false],
  ['GPU quota of the cluster is exhausted', 'GPU quota of the cluster was fixed in the docs', false],
  ['the SFTP account for the eastern stations is not there yet', 'The SFTP account arrived today', true],
  ['the SFTP account for the eastern stations is not there yet', 'The SFTP client arrived today', false],
  ['the SFTP account for the eastern stations is not there yet', 'We read a file that arrived today', false],
  ['waiting for the legal review of the licence', 'The legal review finally came in on Tuesday', true],
  ['die Testdaten des Kunden fehlen', 'Die Testdaten des Kunden sind heute endlich angekommen', true],
  ['falta la clave de la API del puerto', 'La clave de la API del puerto llegó ayer', true],
  ['les données de test du client manquent', "Les données de test du client sont arrivées aujourd'hui", true],
  ['Stripe account is not verified (waiting for their support)', 'Stripe verified our account', true],
  ['Stripe account is not verified (waiting for their support)', 'Verified the invoices', false],
  ['the invoice of the host is not paid', 'The invoice of the host was paid', true],
  [
    'the licence of the reference constants is unclear',
    'The licence of the constants was cleared by the agency',
    true,
  ],
  [
    'the licence of the reference constants is unclear',
    'The licence of the constants was not cleared',
    false,
  ],
  ["le fournisseur de cartes SIM n'a pas répondu", 'Le fournisseur de cartes SIM a répondu', true],
  [
    "le fournisseur de cartes SIM n'a pas répondu",
    "Le fournisseur de cartes SIM n'a toujours pas répondu",
    false,
  ],
  ['el banco no ha respondido a la solicitud', 'El banco respondió a la solicitud', true],
  ['die Lizenz der Karten ist unklar', 'Die Lizenz der Karten ist geklärt', true],
  ['flaky login test on CI', 'login test fixed on Windows', false],
  ['printer driver crashes on Latin-1', 'Umlauts work now', false],
] as const)
  test(`${isMeant ? 'clears' : 'keeps'} “${blocker}”: ${sentence}`, () => {
    assert.is(isOver(blocker, sentence), isMeant);
  });

const FREED: readonly [blocker: string, message: string, isMeant: boolean][] = [
  ['the housing is still at the printer', 'the housing arrived, so we are unblocked', true],
  [
    'waiting for the probe from Kiel',
    'feat: calibrate\n\nThe probe is here. We are no longer waiting.',
    true,
  ],
  ['das Gehäuse liegt noch beim Drucker', 'Das Gehäuse ist da, wir sind nicht mehr blockiert', true],
  ['the housing is still at the printer', 'the housing arrived', false],
  ['the housing is still at the printer', 'the screws arrived, so we are unblocked', false],
  ['the housing is still at the printer', 'the housing arrived, once glued we get unblocked', false],
  ['the printer jams on the housing', 'the housing arrived, so we are unblocked', false],
];

for (const [blocker, message, isMeant] of FREED)
  test(`${isMeant ? 'clears' : 'keeps'} “${blocker}”: ${message.replaceAll('\n', ' ')}`, () => {
    assert.is(!keep([`feat: go on\n\n${message}`], `- ${blocker}\n`).includes(blocker), isMeant);
  });

const FILE =
  '# S\n\n## Current Blockers\n\n- the VPN to the plant is down\n- the bank certificate is missing\n\n## Update Log\n\n**2026-06-01:**\n- Started\n';

function keep(messages: readonly string[], listed = ''): string {
  const commits = messages.map((message, at) => ({
    sha: `${at + 1}a2b3c4d`.repeat(5).slice(0, 40),
    message,
    record: true,
    weight: 2,
    files: ['src/a.ts'],
  }));
  const facts = draftFacts({ now: '2026-06-05T09:07:00+00:00', commits });
  const file = listed === '' ? FILE : FILE.replace(/(?<=Blockers\n\n)[^#]*(?=\n)/, listed);
  const { text } = draftUpdate({ path: 'C.md', text: file }, commits.map(owedCommit), facts, DEFAULTS);
  return /## Current Blockers\n\n([\s\S]*?)\n\n## /.exec(text)?.[1] ?? '';
}

test('clears a listed blocker in the words of the body, and two of them leave none', () => {
  assert.is(
    keep(['feat: read the plant\n\nThe VPN to the plant is up again.']),
    '- the bank certificate is missing',
  );
  assert.is(
    keep(['feat: read the plant\n\nThe VPN to the plant is up again. The bank certificate arrived.']),
    '- None',
  );
});

test('keeps a blocker that was met again behind the sentence, and what a revert says', () => {
  const again = keep([
    'feat: x\n\nThe paper for the plotter arrived.',
    'feat: y\n\nBlocker: paper for the plotter',
  ]);
  assert.match(again, '- paper for the plotter (');
  assert.match(keep(['Revert "feat: the VPN to the plant is up again"']), 'VPN');
});

test.run();
