// Every way to say that there is none, and what only sounds like it.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { saysNone } from '../../../src/core/brief/none.ts';
import { readContext } from '../../../src/core/context/context.ts';
import { addBlocker } from '../../../src/core/head/blockers.ts';
import { applyEdits } from '../../../src/core/markdown/lines.ts';
import { isEmptyAnswer } from '../../../src/core/words/none.ts';

const NONE =
  `None|none.|None - all green|None — waiting for nothing|**None.** All planning complete|*None*|N/A|n/a|-|—
  |nothing|Nothing blocking at this time|None yet|None currently|None (as of today)|No blockers|No known issues
  |There are no known issues|Currently no blockers|No hard blockers|No blockers at this time|TBD|keine|Keine.|Derzeit keine
  |aucun|Aucun pour le moment|néant|无|暂无|なし|特になし|없음|ninguno|Ninguno por ahora|nenhum|nessuno|brak|нет|немає`
    .replaceAll('\n  ', '')
    .split('|')
    .concat([
      'None',
      'None.',
      '**None.** All is planned',
      'None - all green',
      '✅ No blockers',
      'No blockers at the moment.',
      'N/A',
      'Nothing blocking',
      'Nothing is blocking',
      'Nothing is blocked',
      'No active blockers. Ready',
      'Keine',
      'なし',
      'None yet.',
      'None known',
      'None identified',
      'None — all resolved',
      'No current blockers',
      'There are no blockers',
      'There are currently no known blockers',
      'No open blockers as of 2026-01-02',
      'No hard blockers',
      'Currently none',
      'No external blockers',
      'All clear',
      'None at this stage',
      'Nil',
      '—',
      '_None_',
      '`none`',
      '(none)',
      'None (as of Session 12)',
      'No',
      'All blockers resolved',
      'All previous blockers resolved.',
      'Not blocked',
      'Unblocked',
      'Zero blockers',
      'no blocking issues',
      'No critical blockers identified at this time.',
      'Aucun bloqueur',
      "Aucun pour l'instant",
      'Aucun blocage connu',
      'Sin bloqueos',
      'Ninguno por ahora',
      'Ninguno actualmente',
      'Nenhum no momento',
      'Keine offenen Blocker',
      'Derzeit keine',
      'Nessun blocco',
      'Нет',
      'Нет блокеров',
      'Блокеров нет',
      '無し',
      '特になし',
      '없음',
      '暂无',
      '无阻塞',
      'No blockers currently',
      'None right now',
      '🟢 None',
      'No known gotchas',
      'No blockers or concerns',
      'None remaining',
      'No major blockers',
      'No technical blockers',
      'none open',
      'No outstanding blockers',
      'No blockers!',
      'None active',
      'No issues',
      'No immediate blockers.',
      'None currently blocking',
      'Nothing right now',
    ]);

const SOME =
  `Нет, кроме ключа банка|нет, но ждём ключ|немає, крім ключа|немає, але ключ прийде|None of the above works|No tests pass|Nothing works without the key|None, but the key is late
  |No blockers, but the licence is unclear|Keine Antwort vom Anbieter|Aucune réponse du fournisseur|无法编译
  |нет доступа к серверу|Nonexistent table breaks the import|No licence key for the map server`
    .replaceAll('\n  ', '')
    .split('|')
    .concat([
      'None of the mirrors answer',
      'None for code. One thing only the owner can do',
      'No test crane until Friday',
      'Nothing works on Windows',
      'No access to the staging key',
      'None of us has the key',
      'No blockers except the missing certificate',
      'No response from the vendor',
      'None, but the quota is near',
      'No blockers apart from the licence',
      'No CI runner',
      'Keine Antwort vom Amt',
      'All blockers need the owner',
      'No blockers for code; the deploy waits for a key',
      'None except X',
      'No issues tracker access',
    ]);

for (const text of new Set(NONE))
  test(`says none: ${text}`, () => {
    assert.ok(isEmptyAnswer(text));
    assert.ok(saysNone(text));
    const file = `# C\n\n## Current Blockers\n\n- ${text}\n`;
    const context = readContext(file);
    const after = applyEdits(file, addBlocker(context, 'The key is late', []));
    assert.match(after, /- The key is late\n$/);
    assert.not(after.includes(`- ${text}\n`));
  });

for (const text of new Set(SOME))
  test(`does not say none: ${text}`, () => {
    assert.not(isEmptyAnswer(text));
    assert.not(saysNone(text));
    const file = `# C\n\n## Current Blockers\n\n- ${text}\n`;
    const after = applyEdits(file, addBlocker(readContext(file), 'The key is late', []));
    assert.match(after, text);
  });

test('a long text of such words is read in no time', () =>
  assert.not(isEmptyAnswer(`none ${'now no to '.repeat(2000)}x`)));

test.run();
