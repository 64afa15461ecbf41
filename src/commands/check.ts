// The gate over the index, a commit or a range: what CI runs.
import { cleanMessage } from '../core/message/index.ts';
import { wrongUsage } from '../core/problem.ts';
import type { Finding } from '../core/types.ts';
import {
  type CheckFormat,
  describeNoSummary,
  formatAudit,
  formatGithub,
  formatJson,
  formatSarif,
  formatSummary,
  formatText,
  isFine,
} from '../core/wording/check.ts';
import { describeCheckUsage, describeNoRange } from '../core/wording/gate.ts';
import { hooklessFindings } from '../core/wording/hookless.ts';
import { isCi } from '../effects/agent.ts';
import { appendOutput } from '../effects/output.ts';
import { print, printLines, say } from '../effects/say.ts';
import { missingObjects } from '../git/missing.ts';
import { type Repository, readCommitId, readRepository } from '../git/repository.ts';
import { readHistory, readSpan, type Span } from '../git/span.ts';
import { type CheckReport, checkSpan, checkStaged } from '../read/checked.ts';
import { readDrift } from '../read/drift.ts';
import { readHookless } from '../read/hookless.ts';
import { readMemory } from '../read/memory.ts';
import { openHookProject } from '../read/project.ts';
import { readStagedCommit } from '../read/staged.ts';
import { readNamedMessage } from './directory.ts';
import { type Arguments, type Command, hasOption, type Session, textOption } from './session.ts';

export const check: Command = {
  usage: '[RANGE] [--all] [--message-file FILE] [--json|--github|--sarif] [--audit] [--drift]',
  examples: ['', 'HEAD~1..HEAD --json'],
  mostWords: 1,
  options: {
    all: { type: 'boolean', says: 'before the baseline too; without a range the whole history' },
    'message-file': { type: 'string', says: 'the message of the staged changes' },
    json: { type: 'boolean', says: 'one object' },
    github: { type: 'boolean', says: 'annotations for GitHub Actions' },
    sarif: { type: 'boolean', says: 'SARIF 2.1.0, for code scanning' },
    audit: { type: 'boolean', says: 'list waivers, and what the hook would have stopped' },
    drift: {
      type: 'boolean',
      says: 'where the context file and git disagree, as errors; of a range what it caused',
    },
  },
  run: async (session, args) => {
    const format = formatOf(args);
    const gate = await readChecked(session, args);
    const checked = hasOption(args, 'drift')
      ? withDrift(gate, await readDrift(session, driftSpan(session, args)))
      : gate;
    const text = `${format(checked, session.version)}\n`;
    await (Object.values(FORMATS).includes(format) ? print(text) : printLines(text));
    if (format === formatGithub) summarize(session, checked);
    if (!isFine(checked)) return 1;
    // What could not be read was not judged, which is said at the end.
    return missingObjects().size > 0 ? 3 : 0;
  },
};

/** Onto the page of the job, where GitHub names a file for it. */
function summarize({ env: { GITHUB_STEP_SUMMARY: path } }: Session, checked: CheckReport): void {
  if (path && !appendOutput(path, formatSummary(checked))) say(describeNoSummary(path));
}

function driftSpan(session: Session, { words: [range] }: Arguments): Span | null {
  if (range === undefined) return null;
  return readSpan(readRepository({ cwd: session.cwd, env: session.env }), range);
}

const withDrift = (checked: CheckReport, drift: readonly Finding[]): CheckReport => ({
  ...checked,
  findings: [...checked.findings, ...drift.map((finding) => ({ ...finding, level: 'error' as const }))],
});

const FORMATS: Readonly<Record<string, CheckFormat>> = {
  json: formatJson,
  github: formatGithub,
  sarif: formatSarif,
};

function formatOf(args: Arguments): CheckFormat {
  const [name, ...others] = Object.keys(FORMATS).filter((option) => hasOption(args, option));
  if (others.length > 0) throw wrongUsage(describeCheckUsage());
  const plain = hasOption(args, 'audit') ? formatAudit : formatText;
  return name === undefined ? plain : (FORMATS[name] ?? plain);
}

async function readChecked(session: Session, args: Arguments): Promise<CheckReport> {
  const [range] = args.words;
  const isAll = hasOption(args, 'all');
  if (range === undefined && !isAll) return checkIndex(session, textOption(args, 'message-file'));
  const repository = readRepository({ cwd: session.cwd, env: session.env });
  const span = range === undefined ? readHistory(repository) : readSpan(repository, range);
  return checkSpan(repository, span, isAll ? null : baselineOf(repository, span));
}

// A commit that is named is checked whatever its age.
function baselineOf(repository: Repository, { isSingle }: Span): string | null {
  const { baseline } = readMemory(repository);
  if (baseline === null || isSingle) return null;
  return readCommitId(repository.place, baseline);
}

async function checkIndex(session: Session, file: string | undefined): Promise<CheckReport> {
  const project = await openHookProject(session);
  const text = readNamedMessage(session.cwd, file);
  const message = cleanMessage(text, { hasEditor: session.env.GIT_EDITOR !== ':', commentChar: '#' });
  const commit = readStagedCommit(session, project, message);
  if (file === undefined && commit.files.length === 0 && isCi(session.env))
    throw wrongUsage(describeNoRange());
  const checked = await checkStaged(project, commit);
  const made = hooklessFindings(await readHookless(project.repository));
  return { ...checked, findings: [...checked.findings, ...made] };
}
