// Causes of bugs that their own commit mends: true then, and no trap for whoever comes next.
import { caseless } from '../letters.ts';
import type { Message } from '../types.ts';
import type { Claim } from './claim.ts';

export const MENDS = caseless`^(?:fix|bug|hotfix|修复|修正|修復|버그|수정|behebe|behoben|korrektur|corrig|corre[cç]|исправ|виправ|popraw)`;
const CAUSE = caseless`^[^\p{L}]*(?:(?:root|underlying|actual) )?(?:causes?|原因|根因|根本原因|ursache|grund|causa|cause racine|причина|przyczyna|원인)(?![\p{L}])[^:：]{0,12}[:：]`;
// `check_environment`, `getSelected()`: the project's own code.
const OWN_CODE = /\b[A-Za-z]\w*_\w+|\b\w+\(\)|\b[a-z]+[A-Z]\w*/;
// A run of letters of a language without blanks that two texts share names what both are about.
const RUN = /[\u3040-\u30ff\u3400-\u9fff]{4}/g;

/** Whether a gotcha is the cause, in the project's own code, of what its commit mends. */
export const isRepaired = ({ type, description }: Message, { kind, quote, text }: Claim): boolean =>
  kind === 'gotcha' &&
  MENDS.test(type ?? description) &&
  CAUSE.test(quote) &&
  (OWN_CODE.test(text) || (description.match(RUN) ?? []).some((run) => text.includes(run)));
