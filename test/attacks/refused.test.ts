// Commands and hooks where the system refuses: directories and files without rights, a limit on files. Each
// ends by itself with a line of ours, and no text of the user's is lost.
import { spawnSync } from 'node:child_process';
import { chmodSync, lstatSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { CLI, CONTEXT, code, createProject } from '../helpers/project.ts';
import { copyRepository, type TestRepository } from '../helpers/repository.ts';
import { createRandom, isLong, seed, shuffle } from './points.ts';

const NOBODY = 65534;
const isRoot = process.getuid?.() === 0;
// Root may do everything, and has to become somebody who may not.
const AS_OTHER = isRoot ? ['setpriv', `--reuid=${NOBODY}`, `--regid=${NOBODY}`, '--clear-groups'] : [];
const canBeRefused = !isRoot || spawnSync('setpriv', [...AS_OTHER.slice(1), 'true']).status === 0;

const template = createProject({ 'handoff.config.json': '{}\n' });
template.commit('feat: complete Phase 1, the engine', { 'src/engine.ts': code('engine') }, { HANDOFF: '0' });
test.after(template.remove);

type Refusal =
  | { readonly title: string; readonly path: string; readonly mode: number }
  | { readonly title: string; readonly limit: string };

const REFUSALS: readonly Refusal[] = [
  { title: 'the work tree is read-only', path: '.', mode: 0o555 },
  { title: 'the git directory is read-only', path: '.git', mode: 0o555 },
  { title: 'our directory is read-only', path: '.git/handoff-hooks', mode: 0o555 },
  { title: 'our directory cannot be read', path: '.git/handoff-hooks', mode: 0 },
  { title: 'the bundle cannot be read', path: '.git/handoff-hooks/bundle/main.js', mode: 0 },
  { title: 'the hooks are read-only', path: '.git/hooks', mode: 0o555 },
  { title: 'the objects are read-only', path: '.git/objects', mode: 0o555 },
  { title: 'git config cannot be read', path: '.git/config', mode: 0 },
  { title: 'the context file is read-only', path: 'SESSION_CONTEXT.md', mode: 0o444 },
  { title: 'the context file cannot be read', path: 'SESSION_CONTEXT.md', mode: 0 },
  { title: 'the documents are read-only', path: 'docs', mode: 0o555 },
  { title: 'the documents cannot be read', path: 'docs', mode: 0 },
  { title: 'the log of decisions cannot be read', path: 'docs/decisions.md', mode: 0 },
  { title: 'the settings cannot be read', path: 'handoff.config.json', mode: 0 },
  { title: 'a file may have 512 bytes', limit: 'ulimit -f 1' },
  { title: '20 files may be open', limit: 'ulimit -n 20' },
  { title: '13 files may be open', limit: 'ulimit -n 13' },
];

const HANDOFF = `'${process.execPath}' '${CLI}'`;
const ACTS: Readonly<Record<string, string>> = {
  draft: `${HANDOFF} draft`,
  'draft --into commit': `${HANDOFF} draft --into commit`,
  'draft --into index': `${HANDOFF} draft --into index`,
  note: `${HANDOFF} note gotcha "dates are local"`,
  decide: `${HANDOFF} decide "One table" --chosen "one table" --rationale "listing is slow"`,
  brief: `${HANDOFF} brief`,
  status: `${HANDOFF} status`,
  install: `${HANDOFF} install`,
  uninstall: `${HANDOFF} uninstall`,
  'install --agent': `${HANDOFF} install --agent agents-md`,
  commit: 'git commit -q --allow-empty -m "feat: complete Phase 2, the importer"',
};

// node itself crashes there; a hook's shell says so.
const needsShell = (refusal: Refusal): boolean => 'limit' in refusal && refusal.limit === 'ulimit -n 13';
const CASES = Object.keys(ACTS).flatMap((act) =>
  REFUSALS.filter((refusal) => act === 'commit' || !needsShell(refusal)).map((refusal) => ({ act, refusal })),
);
/** In a short run; `npm run attacks` tries all of them. */
const SHORT = 24;
const LONGEST_RUN = 60_000;

function refuse(repository: TestRepository, refusal: Refusal): string {
  if (isRoot) repository.run('chown', ['-R', `${NOBODY}:${NOBODY}`, repository.dir]);
  if ('limit' in refusal) return `${refusal.limit}; `;
  chmodSync(join(repository.dir, refusal.path), refusal.mode);
  return '';
}

function allow({ dir }: TestRepository, refusal: Refusal): void {
  if ('limit' in refusal) return;
  const path = join(dir, refusal.path);
  if (lstatSync(path, { throwIfNoEntry: false }) !== undefined) chmodSync(path, 0o755);
}

/** What is wrong with an ending, in words. */
function faultOf(
  act: string,
  { status, signal, stdout, stderr }: ReturnType<typeof spawnSync>,
): string | null {
  const [out, said] = [String(stdout), String(stderr)];
  if (signal !== null) return `did not end: ${signal}`;
  if (
    /a fault of handoff-hooks|^ {4}at |TypeError|ENOENT|Error: E[A-Z]+/m.test(said) &&
    !/^handoff: /m.test(said)
  )
    return 'shows its insides';
  if (act === 'commit')
    return status === 0 || /^(?:handoff: |fatal: |error: |File size limit exceeded)/m.test(said)
      ? null
      : 'says nothing';
  if (![0, 1, 2, 3].includes(status ?? -1)) return `ends with ${status}`;
  if (status !== 0 && !/^handoff: .{10,}/m.test(said) && !/^fatal: |^error: /m.test(said))
    return 'says nothing';
  return out === '' && said === '' && act !== 'draft' ? 'says nothing at all' : null;
}

if (!canBeRefused) console.log('skipped: root cannot become somebody who is refused');
else
  test(`ends with a clear line where the system refuses: seed ${seed}`, () => {
    const random = createRandom(seed);
    const tried = isLong ? CASES : shuffle(CASES, random).slice(0, SHORT);
    assert.ok(CASES.length >= 60, `${CASES.length} cases`);
    const faults = tried.flatMap(({ act, refusal }) => {
      const repository = copyRepository(template);
      const limit = refuse(repository, refusal);
      const script = `${limit}${ACTS[act]}`;
      const [command = '', ...words] = [...AS_OTHER, 'sh', '-c', script];
      const result = spawnSync(command, words, {
        cwd: repository.dir,
        env: { ...repository.env, HOME: '/nonexistent' },
        timeout: LONGEST_RUN,
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      allow(repository, refusal);
      const left = readFileSync(join(repository.dir, 'SESSION_CONTEXT.md'), 'utf8');
      const lost = CONTEXT.split('\n').filter(
        (line) => line.startsWith('- ') && !left.includes(line.slice(2)),
      );
      repository.remove();
      const fault = lost.length > 0 ? `lost: ${lost.join(', ')}` : faultOf(act, result);
      return fault === null ? [] : [`${act}, ${refusal.title}: ${fault}\n${result.stdout}${result.stderr}`];
    });
    assert.is(faults.join('\n---\n'), '');
  });

test.run();
