// What was chosen and why, where an entry has no labels for it: MADR's outcome, a Y-statement, a clause with
// "because".
import { lettersIn } from '../letters.ts';

export type Outcome = {
  readonly chosen: string | null;
  readonly rationale: string | null;
  readonly rejected: string | null;
};

/** `said`: the text that holds the decision; `isItem`: with all that is said of it on one line. */
export function splitSaid(said: string | null, isItem: boolean): Outcome {
  if (said === null) return { chosen: null, rationale: null, rejected: null };
  return (
    readStatement(said) ??
    readOutcome(said) ?? {
      chosen: said.replace(OPTION, ''),
      rationale: reasonIn(said, isItem),
      rejected: null,
    }
  );
}

// `Option B — YAML, compiled to JSON`
const OPTION = /^(?:option|variante?|вариант)\s+[A-Z\d]\s*[:—–-]\s+(?=\S)/i;

const CUE = lettersIn(
  String.raw`(?:^|[.!?;:。！？；)]\s*|\s[–—-]\s+|\s)\**(?:(?:the |our |final )*(?:decision|ruling|verdict|resolution|outcome|choice)|decided|chosen|entscheidung|décision|decisión|decisão|decisione|besluit|решение|决定|決定|結論|结论)\**\s*[:：]\**\s*(?=\S)`,
  'iu',
);
const DECIDED =
  /(?<=^|[.!?]\s+|\*\*)(?:(?:so|now|instead|therefore|thus|for v1|for now),?\s+)?(?:we(?:'ve| have|'ll| will)? (?:therefore |now |only )?(?:decided|chose|chosen|adopt(?:ed)?|picked|selected|went with|go with|use|keep|switch(?:ed)? to|move[d]? to|will)\b|gewählt (?:wurde|haben)|wir (?:haben uns|nutzen|verwenden)|nous (?:avons choisi|utilisons)|(?:usamos|elegimos|adotamos|escolhemos)\b)/iu;
// What is told before anything is decided.
const PROBLEM =
  /\b(?:had|was|were|did|didn't|couldn't|failed|broke|asked|found|has no|have no|does not say|doesn't|but not|lacks?|problem|issue|bug|silent)\b|\?\s*$/i;
const FIRST = /^.{3,300}?[.!?。！？](?=\s|$)|^.+$/su;
const SUBJECT = 3;

/** Whether a title says what was decided, rather than about what. */
export const isStatement = (title: string): boolean =>
  title.trim().split(/\s+/).length > SUBJECT || /[\u3040-\ud7ff]{7}/.test(title);

/** What prose below a title chose, from the sentence on that says so; of a subject its opening; null:
 * the title itself is all that is known. */
export function choiceIn(prose: string, opening: string, title: string): string | null {
  const cue = CUE.exec(prose);
  if (cue !== null) return prose.slice(cue.index + cue[0].length);
  const at = prose.search(DECIDED);
  if (at >= 0) return prose.slice(at).replace(/^\*+/, '');
  const first = FIRST.exec(opening)?.[0] ?? '';
  return isStatement(title) || first === '' || PROBLEM.test(first) ? null : opening;
}

// Chosen option: "PostgreSQL", because reports need joins. The label is cut off already.
const OUTCOME =
  /^(?:chosen option:?\s*)?["“«'`*]{1,3}([^"”»`*]{1,200})["”»'`*]{1,3}\s*[,.:–—-]*\s*(?:because|since|as|weil|da|car|parce qu[e']|porque|perché|потому что|因为|なぜなら)[,:]?\s+(.+)$/iu;

function readOutcome(said: string): Outcome | null {
  const [, chosen = '', rationale = ''] = OUTCOME.exec(said) ?? [];
  return chosen === '' ? null : { chosen, rationale, rejected: null };
}

// https://adr.github.io/adr-templates: In the context of A, facing B, we decided for C and neglected D, to
// achieve E, accepting F, because G.
function readStatement(said: string): Outcome | null {
  if (!/^in the context of\b/i.test(said)) return null;
  const behind = (mark: RegExp): string =>
    (said.split(mark, 2)[1] ?? '').split(
      /(?:,|(?<![,\s]))\s+(?:and (?:against|neglected)|over|neglecting|to achieve|in order to|accepting|because)\s/i,
      1,
    )[0] ?? '';
  const chosen = behind(/\bdecided (?:for|on|to|in favou?r of)\s+/i);
  const rejected = behind(/\b(?:neglected|neglecting|decided against|and against)\s+/i);
  const reasons = [behind(/\bto achieve\s+/i), behind(/(?:,|(?<![,\s]))\s+because\s+/i)].filter(
    (text) => text !== '',
  );
  return chosen === '' ? null : { chosen, rationale: reasons.join('; ') || null, rejected: rejected || null };
}

const BECAUSE =
  /[\s,;(—–-](?:because|since it|so that|weil|damit|parce qu[e']|afin (?:de|que)|porque|perché|потому что|так как|чтобы|因为|由于|ため)[\s,:]?\s*(.{8,})$/iu;
const SENTENCES = /^.{3,300}?[.!?](?:\*\*)?\s+(?=\S)(.{8,})$/u;
const SPACELESS = /^.{2,200}?[。！？](.{4,})$/u;
const COLON = /^\S.{5,120}?\S(?::|\s[–—-])\s+(.{8,})$/u;

// What stands behind the reason's own word, else behind the first sentence.
function reasonIn(said: string, isItem: boolean): string | null {
  const because = BECAUSE.exec(said)?.[1];
  if (because !== undefined) return because.replace(/\)\s*$/, '');
  const rest = SENTENCES.exec(said)?.[1] ?? SPACELESS.exec(said)?.[1];
  if (rest !== undefined) return rest;
  return (isItem ? COLON.exec(said)?.[1] : undefined) ?? null;
}

// `Rejected: too costly`, `Deprecated since the vendor left`: what stands behind the status's own word.
const BEHIND_STATUS = /^\W*\S+\s*(?:[:：(,;–—-]|because|since|as|weil|car|porque)\s*(.{8,}?)\)?$/iu;
const TURNED_DOWN =
  /reject|turned down|declin|decided against|not (?:adopt|accept|worth)|dropped|abandon|no longer|abgelehnt|verworfen|rejet|refus|rechaz|descart|отклон|отказ|否决|拒绝|却下/i;

/** Why a decision is not in force, said in its status or in a sentence of its own; null: nowhere. */
export function reasonAgainst(status: string, text: string): string | null {
  const behind = BEHIND_STATUS.exec(status)?.[1];
  if (behind !== undefined && !/^\W*(?:on |by |\d)/i.test(behind)) return behind;
  const sentences = text.replace(status, '').split(/(?<=[.!?。！？])\s*|\n/);
  return sentences.find((one) => one.length < 400 && TURNED_DOWN.test(one))?.trim() ?? null;
}
