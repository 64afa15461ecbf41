// Every way to say that there is none, and what only sounds like it.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { saysNone } from '../../../src/core/brief/points.ts';
import { readContext } from '../../../src/core/context/context.ts';
import { addBlocker } from '../../../src/core/head/blockers.ts';
import { applyEdits } from '../../../src/core/markdown/splice.ts';
import { isEmptyAnswer } from '../../../src/core/words/none.ts';

const NONE =
  `None|none.|None - all green|None — waiting for nothing|**None.** All planning complete|*None*|N/A|n/a|-|—
  |nothing|Nothing blocking at this time|None yet|None currently|None (as of today)|No blockers|No known issues
  |There are no known issues|Currently no blockers|No hard blockers|No blockers at this time|TBD|keine|Keine.|Derzeit keine
  |aucun|Aucun pour le moment|néant|无|暂无|なし|特になし|없음|ninguno|Ninguno por ahora|nenhum|nessuno|brak|нет|немає`
    .replaceAll('\n  ', '')
    .split('|');

const SOME = `None of the above works|No tests pass|Nothing works without the key|None, but the key is late
  |No blockers, but the licence is unclear|Keine Antwort vom Anbieter|Aucune réponse du fournisseur|无法编译
  |нет доступа к серверу|Nonexistent table breaks the import|No licence key for the map server`
  .replaceAll('\n  ', '')
  .split('|');

for (const text of NONE)
  test(`says none: ${text}`, () => {
    assert.ok(isEmptyAnswer(text));
    assert.ok(saysNone(text));
    const file = `# C\n\n## Current Blockers\n\n- ${text}\n`;
    const context = readContext(file);
    const after = applyEdits(file, addBlocker(context, 'The key is late', []));
    assert.match(after, /- The key is late\n$/);
    assert.not(after.includes(`- ${text}\n`));
  });

for (const text of SOME)
  test(`does not say none: ${text}`, () => {
    assert.not(isEmptyAnswer(text));
    assert.not(saysNone(text));
    const file = `# C\n\n## Current Blockers\n\n- ${text}\n`;
    const after = applyEdits(file, addBlocker(readContext(file), 'The key is late', []));
    assert.match(after, text);
  });

test.run();
