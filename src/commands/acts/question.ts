// Asks the person at the terminal what shall become of a draft, and what only they can fill in.
import type { Answers } from '../../core/draft/index.ts';
import { renderDiff } from '../../core/markdown/diff.ts';
import type { Answer, Draft } from '../../core/types.ts';
import {
  askForAll,
  DRAFT_CHOICES,
  DRAFT_QUESTION,
  describeHiddenDiff,
  readAnswers,
} from '../../core/wording/record.ts';
import { askDraft, askText } from '../../effects/ask.ts';
import type { Project } from '../../read/project.ts';
import type { Session } from '../session.ts';

export const askAboutDraft = ({ env }: Session, { config }: Project, draft: Draft): Promise<Answer> =>
  askDraft({
    env,
    message: DRAFT_QUESTION,
    deadline: config.ask.deadline,
    diff: renderDiff(draft.before, draft.text),
    instead: describeHiddenDiff(),
    choices: DRAFT_CHOICES,
  });

/** One question for all blanks; what is passed over stays blank. Null: it went unanswered. */
export async function askForBlanks(
  { env }: Session,
  { config }: Project,
  { blanks }: Draft,
): Promise<Answers | null> {
  if (blanks.length === 0) return {};
  const line = await askText({ env, message: askForAll(blanks), deadline: config.ask.deadline });
  return line === null ? null : readAnswers(line, blanks);
}
