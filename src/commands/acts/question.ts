// Asks the person at the terminal what shall become of a draft, and what only they can fill in.
import type { Answers } from '../../core/draft/index.ts';
import { renderDiff } from '../../core/markdown/diff.ts';
import type { Answer, Draft } from '../../core/types.ts';
import { BLANK_QUESTIONS, DRAFT_CHOICES, DRAFT_QUESTION } from '../../core/wording/question.ts';
import { askDraft, askText } from '../../effects/ask.ts';
import type { Project } from '../../read/project.ts';
import type { Session } from '../session.ts';

export const askAboutDraft = ({ env }: Session, { config }: Project, draft: Draft): Promise<Answer> =>
  askDraft({
    env,
    message: DRAFT_QUESTION,
    deadline: config.ask.deadline,
    diff: renderDiff(draft.before, draft.text),
    choices: DRAFT_CHOICES,
  });

/** One question a blank; what is passed over stays blank. Null: one of them went unanswered. */
export async function askForBlanks(
  { env }: Session,
  { config }: Project,
  { blanks }: Draft,
): Promise<Answers | null> {
  const answers: Record<string, string> = {};
  for (const blank of blanks) {
    const text = await askText({
      env,
      message: BLANK_QUESTIONS[blank] ?? `${blank}:`,
      deadline: config.ask.deadline,
    });
    if (text === null) return null;
    if (text !== '') answers[blank] = text;
  }
  return answers;
}
