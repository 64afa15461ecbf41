// Who starts us, as far as the environment says: a coding agent, a CI service, a hook manager that keeps the
// terminal.
import type { Environment } from '../git/run.ts';

/** What only an agent's own children carry, never a person's shell, each with who sets it. A coding agent may
 * run git in a terminal that it never reads: a question there waits for its deadline. */
const AGENTS: Readonly<Record<string, string>> = {
  CLAUDECODE: 'Claude Code, its documentation of environment variables',
  CODEX_THREAD_ID: 'OpenAI Codex, in every shell that it starts',
  CODEX_SANDBOX: 'OpenAI Codex, where its sandbox is on',
  GEMINI_CLI: 'Gemini CLI, its documentation of the shell tool',
  COPILOT_CLI: 'GitHub Copilot CLI, seen with 1.0; not documented',
  QWEN_CODE: 'Qwen Code, in every shell that it starts (0.24)',
  OPENCODE: 'opencode, where its process starts (packages/opencode/src/index.ts)',
  CURSOR_AGENT: "Cursor's agent and cursor-agent",
  AI_AGENT: 'agents that follow the convention of @vercel/detect-agent and std-env',
};

const CI_SERVICES = (
  'CI GITHUB_ACTIONS GITLAB_CI BUILDKITE JENKINS_URL TEAMCITY_VERSION TF_BUILD ' + 'CODEBUILD_BUILD_ID'
).split(' ');

/** lefthook gives a hook a terminal of its own and shows what was written there when the hook has ended. It
 * sets no variable (2.2); a person may, and `isRunBy` knows it by its process. */
const MANAGERS = ['LEFTHOOK'];

export const isAgentRun = (env: Environment): boolean => isAnySet(env, Object.keys(AGENTS));

export const isCi = (env: Environment): boolean => isAnySet(env, CI_SERVICES);

/** Whether a question would be shown to nobody. */
export const isUnattended = (env: Environment): boolean => isAnySet(env, UNATTENDED);

/** All of these, for those who start us as a person would. */
export const UNATTENDED: readonly string[] = [...Object.keys(AGENTS), ...CI_SERVICES, ...MANAGERS];

const isAnySet = (env: Environment, names: readonly string[]): boolean =>
  names.some((name) => !/^(?:0|false|)$/i.test(env[name] ?? ''));
