// Answers an agent's hooks but the one of a session's start: a subagent's start, the end of a turn, and the
// work of git's hooks around a shell tool that runs git without them.
import type { Moment } from '../../agents/agent.ts';
import { formatContext, formatRefusal } from '../../agents/answers.ts';
import { isContinued, parseToolCommand } from '../../agents/event.ts';
import { AGENTS } from '../../agents/index.ts';
import { parseCommit } from '../../agents/shell.ts';
import { buildBrief } from '../../core/brief/brief.ts';
import { renderBrief } from '../../core/brief/render.ts';
import { GUARD_KINDS } from '../../core/config/documents.ts';
import { readDecisions } from '../../core/decisions/decisions.ts';
import { guardsInForce } from '../../core/guards/force.ts';
import { whatGoverns } from '../../core/guards/governs.ts';
import { type Envelope, formatGoverned } from '../../core/guards/table.ts';
import { AGAIN, describeOpenDraft } from '../../core/wording/announce.ts';
import { runCommand } from '../../effects/child.ts';
import { takeClaim } from '../../effects/claim.ts';
import { writeNote } from '../../effects/state.ts';
import { withWorkIndex } from '../../effects/work-index.ts';
import { readCommitId } from '../../git/repository.ts';
import { readBriefFacts } from '../../read/brief.ts';
import { readWorkDocuments } from '../../read/documents.ts';
import { recordsAmong } from '../../read/judge.ts';
import { isDraftPending } from '../../read/memory.ts';
import { openProject } from '../../read/project.ts';
import { openReader } from '../../read/reader.ts';
import { findHomes } from '../../read/territories.ts';
import type { Session } from '../session.ts';

/** What the hook prints; '' where there is nothing to say. Throws Problem. */
export const ANSWERS: Readonly<Record<string, (session: Session, input: string) => Promise<string>>> = {
  subagent: briefSubagent,
  stop: askForBlanks,
  governed: leaveGoverned,
  'before-tool': judgeBefore,
  'after-tool': catchUp,
} satisfies Record<Exclude<Moment, 'start' | 'edit'> | 'governed', unknown>;

/** Characters, so that it is below 4 KB in most languages. */
const SUBAGENT_BUDGET = 3_600;

async function briefSubagent(session: Session): Promise<string> {
  const facts = await readBriefFacts(session, await openReader(session), null);
  if (facts.document === null && facts.decisions.length === 0) return '';
  return formatContext('SubagentStart', renderBrief(buildBrief(facts), { budget: SUBAGENT_BUDGET }));
}

const FOR_EVER = 1e9;

/** Once for each HEAD, and never in a turn that a hook has made longer already. */
async function askForBlanks(session: Session, input: string): Promise<string> {
  if (isContinued(input)) return '';
  const project = await openProject(session);
  const home = findHomes(project).find(({ contextPath }) => isDraftPending(project, contextPath));
  if (home === undefined) return '';
  const head = readCommitId(project.place, 'HEAD') ?? '';
  const claim = { gitDir: project.repository.gitDir, topic: 'asked', name: head, now: session.now };
  if (!takeClaim(claim, { value: 'stop', seconds: FOR_EVER })) return '';
  return formatRefusal('block', describeOpenDraft(home.contextPath, home.directoryFrom(session.cwd)));
}

/** The gate, before a commit that git's own hook will not see. */
async function judgeBefore(session: Session, input: string): Promise<string> {
  const planned = parseCommit(parseToolCommand(input));
  if (planned === null) return '';
  const { repository } = await openProject(session);
  const check = (env: Session['env']) => runCommand({ ...session, env }, ['check']);
  const { code, text } = planned.isAll ? await withWorkIndex(repository, check) : await check(session.env);
  return code === 1 ? formatRefusal('deny', `${text.trim()}\n${AGAIN}`) : '';
}

/** What post-commit would have said. */
async function catchUp(session: Session): Promise<string> {
  const { cwd, env, home } = session;
  const { text } = await runCommand({ cwd, env: { ...env, AI_AGENT: '1' }, home }, ['hook', 'post-commit']);
  // The agent closes a tag right behind it, where the last command ends.
  return text.trim() === '' ? '' : formatContext('AfterTool', `${text.trim()}\n`);
}

/** Says nothing. Throws Problem (3). */
async function leaveGoverned(session: Session): Promise<''> {
  const project = await openProject(session);
  const documents = readWorkDocuments(project, GUARD_KINDS);
  const decisions = readDecisions(recordsAmong(documents, project.config));
  const governing = whatGoverns(decisions, guardsInForce(documents, project.config));
  writeNote(project.repository.gitDir, 'governed', formatGoverned(governing, documents, ENVELOPES));
  return '';
}

const TEXT = '\u0001';

const ENVELOPES: readonly Envelope[] = AGENTS.flatMap(({ name, formatGoverned: format }) => {
  if (format === null) return [];
  const [head = '', tail = ''] = format(TEXT).split(JSON.stringify(TEXT).slice(1, -1));
  return [{ agent: name, head, tail }];
});
