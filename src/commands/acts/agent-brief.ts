// Answers an agent's hook at the start of a session: the whole brief, or what is new to a session that goes
// on.
import type { Agent, SessionEvent } from '../../agents/agent.ts';
import { parseSessionEvent } from '../../agents/event.ts';
import { findAgent, hostOf } from '../../agents/index.ts';
import { buildBrief } from '../../core/brief/brief.ts';
import type { BriefFacts } from '../../core/brief/facts.ts';
import { renderBrief, renderDelta } from '../../core/brief/render.ts';
import { parseMessage } from '../../core/message/index.ts';
import { formatProblem, orProblem, Problem } from '../../core/problem.ts';
import type { ExitCode } from '../../core/types.ts';
import { type Claim, forgetTold, readClaim, takeClaim } from '../../effects/claim.ts';
import { readInput } from '../../effects/gitdir.ts';
import { print, say } from '../../effects/say.ts';
import { readCommits } from '../../git/log.ts';
import { readCommitId } from '../../git/repository.ts';
import { hasPathChanged } from '../../git/staged.ts';
import { readBriefFacts } from '../../read/brief.ts';
import { openReader, type Reader } from '../../read/reader.ts';
import type { Session } from '../session.ts';

/** Prints nothing where there is nothing to tell, and never fails: a session starts without us as well. */
export async function briefAgent(session: Session, name: string, moment: string): Promise<ExitCode> {
  if (session.env.HANDOFF === '0') return 0;
  const agent = hostOf(findAgent(name), session.env);
  const text = await orProblem(answer(session, agent, moment));
  if (text instanceof Problem) say(formatProblem(text.text));
  else if (text !== '') await print(text);
  return 0;
}

/** A moment that a newer version's settings know is no fault. */
async function answer(session: Session, agent: Agent, moment: string): Promise<string> {
  const input = readInput();
  if (moment !== 'start') {
    const { ANSWERS } = await import('./agent-moment.ts');
    return (await ANSWERS[moment]?.(session, input)) ?? '';
  }
  if (agent.formatBrief === null) return '';
  const text = await tell(session, agent, parseSessionEvent(input));
  return text === '' ? '' : agent.formatBrief(text);
}

/** Seconds within which another hook of the same session's start is a double; fewer where each start needs
 * the brief. */
const DOUBLE = 10;
const SHORT_DOUBLE = 1;

async function tell(session: Session, { forgets = false }: Agent, event: SessionEvent): Promise<string> {
  const reader = await openReader(session);
  const head = readCommitId(reader.repository.place, 'HEAD') ?? '';
  const claim = claimOf(session, reader, event);
  if (event.source === 'compact' || event.source === 'clear')
    forgetTold(reader.repository.gitDir, event.session);
  const told = claim === null ? null : (readClaim(claim)?.split(' ')[1] ?? null);
  if (
    claim !== null &&
    !takeClaim(claim, { value: `${event.source} ${head}`, seconds: forgets ? SHORT_DOUBLE : DOUBLE })
  )
    return '';
  const isOn = event.source === 'resume' && told !== null && isKnown(reader, told);
  const news = isOn ? await tellNews(reader, told) : '';
  if (isOn && !forgets) return news;
  const facts = await readBriefFacts(session, reader, null);
  if (isEmpty(facts)) return news;
  const brief = renderBrief(buildBrief(facts), { budget: facts.config.brief.budget - news.length });
  return news === '' ? brief : `${brief}\n\n${news}`;
}

const isKnown = ({ repository }: Reader, sha: string): boolean =>
  sha !== '' && readCommitId(repository.place, sha) !== null;

const claimOf = ({ now }: Session, { repository }: Reader, { session }: SessionEvent): Claim | null =>
  session === null ? null : { gitDir: repository.gitDir, topic: 'briefed', name: session, now };

const isEmpty = ({ document, decisions, phases }: BriefFacts): boolean =>
  document === null && decisions.length === 0 && phases.length === 0;

/** Commits that are named, at most. */
const MOST_NEWS = 50;

async function tellNews({ repository, facts }: Reader, told: string): Promise<string> {
  const commits: { readonly sha: string; readonly subject: string }[] = [];
  for await (const { sha, message } of readCommits(repository.place, [
    `--max-count=${MOST_NEWS}`,
    `${told}..HEAD`,
  ]))
    commits.push({ sha, subject: parseMessage(message).subject });
  if (commits.length === 0) return '';
  const { contextPath } = facts;
  const hasChanged = contextPath !== null && hasPathChanged(repository.place, [told, 'HEAD'], contextPath);
  return renderDelta(commits, hasChanged ? contextPath : null);
}
