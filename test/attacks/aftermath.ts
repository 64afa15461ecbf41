// What is wrong with a repository after an operation in it was attacked.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CLI } from '../helpers/project.ts';
import type { TestRepository } from '../helpers/repository.ts';
import { snapshot } from '../helpers/snapshot.ts';
import { FOREIGN_HOOKS } from './operations.ts';
import { type State, stateOf, type Target } from './run.ts';

export type Ending = {
  readonly repository: TestRepository;
  readonly target: Target;
  readonly output: string;
  /** Git itself may have been killed. */
  readonly isOfGroup: boolean;
};

export function findDamage(ending: Ending): readonly string[] {
  const { repository, target, output } = ending;
  const { isFor } = target.operation;
  return [
    ...(/^ {4}at |a fault of handoff-hooks/m.test(output.replace(UNREAD_SCRIPT, ''))
      ? [`said: ${output.slice(0, 400)}`]
      : []),
    ...mixed('the file', stateOf(repository).tree, target, 'tree'),
    ...mixed('the hook', stateOf(repository).hooks, target, 'hooks'),
    ...brokenState(repository),
    ...(isFor === 'gate' && isOpen(ending) ? [`the gate let it through without a word: ${output}`] : []),
    ...(isFor === 'installation' ? lostHooks(repository) : []),
    ...locks(ending),
    ...(repository.run('git', ['fsck', '--strict', '--no-dangling']).status === 0 ? [] : ['git fsck fails']),
    ...(isFor === 'record' ? notRecorded(ending) : []),
    ...(isFor === 'installation' ? notRestored(ending) : []),
  ];
}

/** What node itself says when it cannot read the file that it is started on: none of ours has run then. */
const UNREAD_SCRIPT = /^node:fs:\d+\n(?:(?!.*\/bundle\/[\w-]+\.js:\d).*\n)*?Node\.js v.*$/gm;

/** Ids, dates and the name of the directory differ from run to run. */
const plain = (text: string | undefined): string | undefined =>
  text
    ?.replace(/handoff-\w{6}/g, 'PROJECT')
    .replace(/\b[0-9a-f]{7,40}\b/g, 'ID')
    .replace(/\d{4}-\d\d-\d\d(?:, \d{1,2}:\d\d[ap]m)?/g, 'DATE');

/** What is neither as it was nor as it should have become. */
function mixed(
  what: string,
  now: Readonly<Record<string, string>>,
  { before, after, operation }: Target,
  part: keyof Omit<State, 'head'>,
): string[] {
  const paths = new Set([before[part], after[part], now].flatMap((state) => Object.keys(state)));
  return (
    [...paths]
      .filter((path) => ![before, after].some((state) => plain(state[part][path]) === plain(now[path])))
      .filter((path) => !/^(?:src\/a\.js|docs\/architecture\.md)$/.test(path))
      // A gate that could not judge lets the commit go on, which is then recorded.
      .filter((path) => operation.isFor !== 'gate' || path !== 'SESSION_CONTEXT.md')
      .map((path) => `${what} ${path} is neither old nor new: ${now[path]?.slice(0, 200) ?? 'gone'}`)
  );
}

function brokenState({ dir }: TestRepository): string[] {
  const files = Object.entries(snapshot(join(dir, '.git'), ['objects', 'worktrees']));
  return files
    .filter(([path]) => /^handoff-hooks\/[^/]*\.json$/.test(path))
    .filter(([, state]) => !isJson(state.replace(/^file \d+ /, '')))
    .map(([path]) => `${path} is no JSON`);
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

const isOpen = ({ repository, target, output }: Ending): boolean =>
  repository.git('rev-parse', 'HEAD') !== target.before.head && !/handoff/.test(output);

function lostHooks(repository: TestRepository): string[] {
  const { stderr } = repository.run('git', ['commit', '--allow-empty', '-m', 'chore: probe']);
  if (stderr.includes('index.lock')) return [];
  return FOREIGN_HOOKS.filter((name) => name !== 'pre-push' && !stderr.includes(`mine: ${name}`)).map(
    (name) => `the user's ${name} did not run: ${stderr.slice(0, 300)}`,
  );
}

/** Afterwards no lock is left but what git itself held when it was killed, which `status` names. */
function locks({ repository, isOfGroup }: Ending): string[] {
  const gitDir = join(repository.dir, '.git');
  const lock = join(gitDir, 'index.lock');
  const branch = `refs/heads/${repository.git('branch', '--show-current')}`;
  const left = readdirSync(gitDir).filter((name) => name.startsWith('.handoff-'));
  const said = left.length > 0 ? repository.run('node', [CLI, 'status']).stdout : '';
  if (left.length > 0) repository.run('node', [CLI, 'install']);
  const stays = readdirSync(gitDir).filter((name) => name.startsWith('.handoff-'));
  const gits = ['HEAD.lock', `${branch}.lock`, 'packed-refs.lock', 'index.lock'];
  if (isOfGroup) repository.run('rm', ['-f', ...gits.map((name) => join(gitDir, name))]);
  return [
    ...(left.length === 0 || /was killed left/.test(said) ? [] : [`status does not name ${left.join(' ')}`]),
    ...(stays.length === 0 ? [] : [`install does not remove ${stays.join(' ')}`]),
    ...(existsSync(lock) ? ['the index is locked'] : []),
    ...['HEAD', branch].flatMap((name) =>
      existsSync(join(gitDir, `${name}.lock`)) ? [`${name} is locked`] : [],
    ),
  ];
}

/** The next commit that deserves it brings all that is owed, once; where a busy machine ended its hook, the
 * one behind it. */
function notRecorded({ repository, target }: Ending): string[] {
  const commit = (phase: number) => {
    repository.write('src/a.js', `next(${phase});\n`);
    // Not the context file: with a note of the author's in it the commit would be the author's own record.
    repository.git('add', 'src/a.js');
    const message = `feat(phase${phase}): complete Phase ${phase}, it`;
    return repository.run('git', ['commit', '-qm', message]);
  };
  let { status, stderr } = commit(7);
  for (const phase of [8, 9]) if (stderr.includes('was not done after')) ({ status, stderr } = commit(phase));
  const context = readFileSync(join(repository.dir, 'SESSION_CONTEXT.md'), 'utf8');
  const subjects = repository.git('log', '--format=%s').split('\n');
  const done = subjects.flatMap((subject) => /: complete (Phase \d)/.exec(subject)?.[1] ?? []);
  // A draft into the index stays staged, and goes along with this very commit.
  const times = (phase: string): number => context.split(`- Complete ${phase}`).length - 1;
  return [
    ...(status === 0 ? [] : [`the next commit fails: ${stderr.slice(0, 300)}`]),
    ...done
      .filter((phase) => times(phase) !== 1)
      .map((phase) => `${phase} is recorded ${times(phase)} times after ${target.operation.name}: ${stderr}`),
  ];
}

/** Installed anew and taken away, all is as it was before the first installation. */
function notRestored({ repository, target }: Ending): string[] {
  for (const command of ['install', 'uninstall']) {
    const { status, stderr } = repository.run('node', [CLI, command]);
    if (status !== 0) return [`${command} fails afterwards: ${stderr.slice(0, 300)}`];
  }
  const [wanted, now] = [bare(target), stateOf(repository)];
  const differs = (part: 'tree' | 'hooks'): string[] =>
    [...new Set([...Object.keys(wanted[part]), ...Object.keys(now[part])])].filter(
      (path) => wanted[part][path] !== now[part][path],
    );
  return [...differs('tree'), ...differs('hooks')].map((path) => `${path} is not as before the installation`);
}

/** The side without an installation. */
const bare = ({ before, after, operation }: Target): State =>
  operation.name === 'uninstall' ? after : before;
