// Runs real coding agents against handoff-hooks, with a scripted model on 127.0.0.1 in place of a real one.
//   npm run agents -- [--agents claude,codex] [--only start,notice] [--handoff cli.js] [--into DIR] [--out DIR] [--optional] [--keep]
// No key, no account, no network but the registry's; nothing is written outside --into, --out and the temporary
// directory. Exit 1 where an expectation fails. AGENTS_PATH is the agents' PATH.
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { appendFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { AGENTS } from './agents.mjs';
import { FIXTURE } from './fixture.mjs';
import { startMock, strings, toolResult } from './mock.mjs';

const { values: options } = parseArgs({ options: { handoff: { type: 'string', default: fileURLToPath(new URL('../../../dist/cli.js', import.meta.url)) }, agents: { type: 'string' }, into: { type: 'string', default: join(tmpdir(), 'agents') }, out: { type: 'string', default: join(tmpdir(), 'agents-results') }, only: { type: 'string' }, optional: { type: 'boolean', default: false }, keep: { type: 'boolean', default: false }, limit: { type: 'string', default: '120' } } });
const HANDOFF = resolve(options.handoff);
const OUT = resolve(options.out);
const BASE = { PATH: process.env.AGENTS_PATH ?? `${dirname(process.execPath)}:/usr/local/bin:/usr/bin:/bin`, TERM: 'dumb', LANG: 'C.UTF-8' };
// An offline machine, at once: npm's own patience with a dead registry is 70 seconds.
const OFFLINE = { npm_config_registry: 'http://127.0.0.1:9/', npm_config_fetch_retries: '0', npm_config_update_notifier: 'false' };
const MARK = 'Session brief:';
// Of the pointer block; Claude Code leaves out the comments around it.
const BLOCK = 'The state of this project is kept in its context file';

const wanted = (options.agents?.split(',') ?? AGENTS.map(({ name }) => name)).map((name) => AGENTS.find((one) => one.name === name));
const scenarios = { start, subfolder: (context) => elsewhere(context, 'src'), worktree: (context) => elsewhere(context, 'worktree'), compact, resume, edit, turn, mcp, user, untrusted, terminal, sandbox, notice, gate, 'notice-local': (context) => notice({ ...context, local: true }), 'gate-local': (context) => gate({ ...context, local: true }), both, uninstall };
const chosen = options.only?.split(',') ?? Object.keys(scenarios);
const results = [];
const folders = [];

/** The brief, or the pointer, in the first request: where, how long, how often. */
async function start(context) {
  const { agent, check, note } = context;
  const place = await prepare(context, { wire: true });
  const [turn] = await session(context, place, [{ prompt: 'hi', steps: [{ text: 'done' }] }]);
  check('the agent ended by itself with 0', turn.code === 0, `${turn.code}: ${turn.output.slice(-300)}`);
  const main = turn.requests.find(({ tools }) => tools?.length > 0);
  check('a request was made', main !== undefined, turn.output);
  if (main === undefined) return;
  const found = find(main, agent.brief === 'hook' ? MARK : BLOCK);
  check('it reaches the model exactly once', found.length === 1 && found[0].times === 1, found);
  note('where', found.map(({ path, role, at, chars }) => `${path}${role ? ` (${role})` : ''}, at ${at} of ${chars} characters`).join('; '));
  if (agent.brief === 'hook') {
    const brief = handoff(place, ['brief']).stdout.trim();
    note('briefChars', brief.length);
    // The freshness line counts what has happened since; the rest has to be there to the last character.
    const seen = all(main).replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
    const lost = brief.split('\n').filter((line) => !seen.includes(line));
    check('no line of the brief is changed or lost', lost.length === 0, lost);
    const times = [1, 2, 3, 4, 5].map((n) => hookTime(agent, place, n)).sort((a, b) => a - b);
    note('hookMs', Math.round(times[2]));
  }
  note('turnMs', turn.ms);
  note('said', interesting(turn.output));
}

// Nobody goes on within the second in which another hook of the same start is taken for a double.
const aMoment = () => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 2000);

/** A session that goes on after a commit: the first brief stays, what is new comes once. */
async function resume(context) {
  const { agent, check, note } = context;
  if (agent.brief !== 'hook') return note('skipped', 'no hook');
  const place = await prepare(context, { wire: true });
  const commit = () => { writeFileSync(join(place.repo, 'src/new.mjs'), 'export {};\n'); git(place, ['add', '-A']); git(place, ['commit', '-qm', 'feat: NEWS-OF-A-COMMIT']); };
  const turns = await session(context, place, [{ prompt: 'hi', steps: [{ text: 'done' }] }, { prompt: 'go on', resume: true, before: commit, steps: [{ text: 'done again' }] }, { prompt: 'and on', resume: true, before: aMoment, steps: [{ text: 'done a third time' }] }]);
  const last = turns.map(({ requests }) => requests.filter(({ tools }) => tools?.length > 0).at(-1));
  check('the session is gone on with', last[1] !== undefined && all(last[1]).includes('go on') && JSON.stringify(last[1].body).includes('hi'), turns[1].output.slice(-400));
  if (last[1] === undefined) return;
  if (agent.losesResume) return note('reached', count(last[1], MARK));
  check('the brief stands in it exactly once', count(last[1], MARK) === 1, find(last[1], MARK));
  const news = strip(last[1]).split('NEWS-OF-A-COMMIT').length - 1;
  check('the new commit is told exactly once', news === 1, find(last[1], 'NEWS-OF-A-COMMIT'));
  check('nothing is told again where nothing is new', last[2] !== undefined && count(last[2], MARK) === 1 && strip(last[2]).split('NEWS-OF-A-COMMIT').length - 1 <= 1, last[2] && [...find(last[2], MARK), ...find(last[2], 'NEWS-OF-A-COMMIT')]);
  note('where', find(last[1], 'NEWS-OF-A-COMMIT').map(({ path, around }) => `${path}: ${around}`));
}

/** A file that a decision governs is about to be edited: the decision itself, once for the file. */
async function edit(context) {
  const { agent, check, note } = context;
  const place = await prepare(context, { wire: true, files: { 'docs/decisions.md': `${FIXTURE['docs/decisions.md']}**Affects:** \`data/**\`\n`, 'data/readme.txt': 'Stations\n' } });
  const write = (name) => agent.edit(join(place.repo, name), 'id,name');
  const [turn] = await session(context, place, [{ prompt: 'write them', steps: [write('notes.txt'), write('data/north.csv'), write('data/south.csv'), { text: 'done' }] }]);
  const main = turn.requests.filter(({ tools }) => tools?.length > 0);
  check('the files are written', existsSync(join(place.repo, 'data/south.csv')), turn.output.slice(-400));
  const told = (request, name) => (request === undefined ? -1 : count(request, `${name} is governed by`));
  note('told', main.map((request) => find(request, 'is governed by').map(({ path }) => path)));
  const told_in = main.map((request) => told(request, 'data/north.csv'));
  note('perRequest', told_in);
  if (!agent.hasEdit) return;
  check('it is told the decision, once', told(main.at(-1), 'data/north.csv') === 1 && all(main.at(-1)).includes('Nothing to install, and the service hands'), find(main.at(-1), 'governed').concat(turn.output.slice(-300)));
  check('once for each file', told(main.at(-1), 'data/south.csv') === 1, find(main.at(-1), 'governed'));
  check('nothing is told of others', told(main.at(-1), 'notes.txt') === 0);
}

/** A turn that ends while a draft waits goes on once, with the commands, and never again for that commit. */
async function turn(context) {
  const { agent, check, note } = context;
  if (!agent.hasStop) return note('skipped', 'no hook at the end of a turn that is wired');
  const place = await prepare(context, { wire: true });
  writeFileSync(join(place.repo, 'src/cache.mjs'), 'export const cache = new Map();\n');
  const steps = [{ shell: 'git add -A && git commit -qm "feat: complete Phase 0"' }, { text: 'done' }, { text: 'done again' }];
  const [first, second] = await session(context, place, [{ prompt: 'commit it', steps }, { prompt: 'and now', resume: true, steps: [{ text: 'nothing' }] }]);
  const asked = (one) => one.requests.filter(({ tools }) => tools?.length > 0).at(-1);
  // Claude Code tells the same once more, of its own, in a message of the system.
  const times = (one) => find(asked(one), 'a drafted update of your commits').filter(({ role }) => role !== 'system').length;
  check('it ends by itself', first.code === 0, first.output.slice(-300));
  check('it is asked once', times(first) === 1, find(asked(first), 'drafted update'));
  check('with the command', all(asked(first)).includes('git handoff note next'), find(asked(first), 'drafted update'));
  check('and not again', times(second) <= 1 && second.code === 0, find(asked(second), 'drafted update'));
}

/** Wired in its user's home, and started below the top of a repository whose settings say nothing. */
async function user(context) {
  const { agent, check, note } = context;
  if (!agent.hasUser) return note('skipped', 'no settings of a home that are wired');
  const place = await prepare(context, { wire: false });
  for (const args of [['install'], ['install', '--user', '--agent', agent.wiring]]) check(args.join(' '), handoff(place, args).status === 0);
  place.cwd = join(place.repo, 'src');
  const [turn] = await session(context, place, [{ prompt: 'hi', steps: [{ text: 'done' }] }]);
  const main = turn.requests.find(({ tools }) => tools?.length > 0);
  check('the brief reaches the model exactly once', main !== undefined && count(main, MARK) === 1, main ? find(main, MARK) : turn.output);
}

/** The agent's own command adds the MCP server; a tool of it is called. */
async function mcp(context) {
  const { agent, check, note } = context;
  if (agent.mcp === undefined) return note('skipped', 'no command that adds a server');
  const place = await prepare(context, { wire: true });
  const added = spawnSync(agent.bin, ['mcp', 'add', 'handoff', '--', 'git', 'handoff', 'mcp'], { cwd: place.repo, env: { ...place.env, ...agent.env('http://127.0.0.1:9', {}) }, encoding: 'utf8' });
  check('mcp add succeeds', added.status === 0, added.stderr);
  const [one] = await session(context, place, [{ prompt: 'look it up', more: agent.mcp.more, steps: [{ tool: agent.mcp.tool, args: { words: 'stations' } }, { text: 'done' }] }]);
  const result = resultOf(one, 0);
  check('the tool answers', /Read stations from CSV/.test(result?.text ?? ''), result ?? one.requests.map(({ tools }) => tools).concat(one.output.slice(-300)));
}

/** An agent started below the top, or in a linked worktree, where the wiring is committed. */
async function elsewhere(context, where) {
  const { agent, check, note } = context;
  // Some read the settings of the directory that they start in alone, and Markdown from there up.
  const isBlock = where !== 'worktree' && agent.blockBelow !== undefined;
  const place = await prepare(context, { wire: true, more: isBlock ? [agent.blockBelow] : [] });
  if (where === 'worktree') {
    place.cwd = join(place.folder, 'linked');
    git(place, ['worktree', 'add', '-q', place.cwd, '-b', 'side']);
    agent.prepare?.(place.home, place.cwd, {});
  } else {
    place.cwd = join(place.repo, where);
  }
  const [turn] = await session(context, place, [{ prompt: 'hi', steps: [{ text: 'done' }] }]);
  const main = turn.requests.find(({ tools }) => tools?.length > 0);
  if (main === undefined) return check('a request was made', false, turn.output);
  const times = count(main, agent.brief === 'hook' && !isBlock ? MARK : BLOCK);
  check(`${isBlock ? 'the block' : 'it'} reaches the model exactly once`, times === 1, `${times} times; ${interesting(turn.output).join(' | ')}`);
  note('said', interesting(turn.output));
}

/** A compaction in the middle of a session: the brief stands in what is left, once. */
async function compact(context) {
  const { agent, check, note } = context;
  if (agent.brief !== 'hook' || agent.compact === undefined) return note('skipped', 'it cannot be driven without a screen, or nothing is promised');
  const place = await prepare(context, { wire: true });
  const turns = await session(context, place, agent.compact());
  const last = turns.at(-1).requests.filter(({ tools }) => tools?.length > 0).at(-1);
  check('the session went on after a compaction', last !== undefined && all(last).includes('SUMMARY-OF-THE-MOCK'), last === undefined ? turns.at(-1).output : find(last, 'SUMMARY').concat(turns.at(-1).output.slice(-200)));
  if (last !== undefined) check('the brief stands in it exactly once', count(last, MARK) === 1, find(last, MARK));
}

/** Where the agent gives its command a terminal: nobody is there to answer a question. */
async function terminal(context) {
  const { agent, check, note } = context;
  if (!agent.hasTerminal) return note('skipped', 'its shell tool offers no terminal');
  const place = await prepare(context, { wire: true });
  writeFileSync(join(place.repo, 'docs/phases/phase0.md'), '# Phase 0: Foundation\n\n## Checklist\n\n- [x] Stations are read\n- [x] Stations are cached\n');
  const [turn] = await session(context, place, [{ prompt: 'commit it', steps: [{ shell: `tty; ${run('git commit -qam "feat: complete Phase 0"')}`, tty: true }, { text: 'done' }] }]);
  const result = resultOf(turn, 0);
  note('result', result?.text);
  check('it is a terminal', /\/dev\/pts\//.test(result?.text ?? ''), result?.text);
  check('the commit ends by itself', /rc=0/.test(result?.text ?? ''), result?.text);
  check('no menu is drawn', !/navigate|Record this\?/.test(result?.text ?? ''), result?.text);
  check('the draft is in the work tree', /SESSION_CONTEXT\.md/.test(git(place, ['status', '--porcelain'])), git(place, ['status', '--porcelain']));
}

/** In the agent's own sandbox, with a .git that it may write: nothing waits for ever, and a commit that satisfies the gate is made. */
async function sandbox(context) {
  const { agent, check, note } = context;
  if (!agent.hasSandbox) return note('skipped', 'no sandbox that runs without a container');
  const place = await prepare(context, { wire: true });
  const architecture = join(place.repo, 'docs/architecture.md');
  writeFileSync(architecture, `${readFileSync(architecture, 'utf8')}\nStations are rows of a SQLite table, one for each of them.\n`);
  appendFileSync(join(place.repo, 'docs/decisions.md'), '\n## Decision 2: SQLite\n\n**Date:** 2026-03-05\n**Chosen:** SQLite\n**Rationale:** It keeps stations over a restart, with no service to run\n');
  const cli = 'node "$(git rev-parse --git-common-dir)/handoff-hooks/bundle/cli.js"';
  const commands = ['git commit -qam "feat: keep stations in SQLite"', 'git commit -q --amend -m "feat: keep the stations in SQLite"', `${cli} brief`, `${cli} why HEAD`, `${cli} check HEAD`];
  for (const command of commands) {
    const [turn] = await session(context, place, [{ prompt: 'do it', sandbox: true, steps: [{ shell: run(`timeout 12 ${command}`) }, { text: 'done' }] }]);
    const result = resultOf(turn, 0);
    check(`it comes to an end: ${command.replace(cli, 'handoff-hooks')}`, /rc=/.test(result?.text ?? '') && !/rc=124/.test(result?.text ?? ''), result?.text ?? turn.output.slice(-300));
  }
}

/** What a fresh clone gets, where nobody has trusted anything: a note, not an expectation. */
async function untrusted(context) {
  const { agent, note } = context;
  const place = await prepare({ ...context }, { wire: true, untrusted: true });
  const [turn] = await session(context, place, [{ prompt: 'hi', steps: [{ text: 'done' }], untrusted: true }]);
  const main = turn.requests.find(({ tools }) => tools?.length > 0);
  note('reached', main === undefined ? 'no request at all' : String(count(main, agent.brief === 'hook' ? MARK : BLOCK)));
  note('said', interesting(turn.output));
}

/** A commit that deserves a record, then exactly what the notice says. */
async function notice(context) {
  const { agent, check, note } = context;
  const place = await prepare(context, { wire: true });
  writeFileSync(join(place.repo, 'docs/phases/phase0.md'), '# Phase 0: Foundation\n\n## Checklist\n\n- [x] Stations are read\n- [x] Stations are cached\n- [x] The next low water is predicted\n');
  const [first] = await session(context, place, [{ prompt: 'commit it', steps: [{ shell: run('git commit -qam "feat: complete Phase 0"') }, { text: 'done' }] }]);
  const result = resultOf(first, 0);
  note('notice', result?.text);
  if (agent.hasHooksOff) result.text = `${result.text}\n${toldAfter(first)}`;
  check('the notice reaches the model', /handoff: drafted an update/.test(result?.text ?? ''), result ?? first.output.slice(-400));
  check('all of it', /says /.test(result?.text ?? '') && /fix /.test(result?.text ?? ''), result?.text);
  check('the commit stands', /rc=0/.test(result?.text ?? '') && git(place, ['log', '-1', '--format=%s']).trim() === 'feat: complete Phase 0', result?.text);
  check('it knows that an agent reads it', /what only you know/.test(result?.text ?? ''), result?.text);
  note('ms', first.ms);
  await follow(context, place, { result, fill: ['Cache the tides', 'The cache has no expiry', 'none'] });
  check('nothing is left uncommitted', git(place, ['status', '--porcelain']) === '', git(place, ['status', '--porcelain']));
}

/** A change of the architecture without a decision, then exactly what the refusal says. */
async function gate(context) {
  const { agent, check, note } = context;
  const place = await prepare(context, { wire: true });
  const head = git(place, ['rev-parse', 'HEAD']);
  const file = join(place.repo, 'docs/architecture.md');
  writeFileSync(file, readFileSync(file, 'utf8').replace('Stations live in memory. Nothing is written to disk. A restart reads all files again.', 'Stations are kept in SQLite, one row for each. A restart reads the database and no file at all.'));
  const [first] = await session(context, place, [{ prompt: 'commit it', steps: [{ shell: agent.hasHooksOff ? 'git commit -qam "feat: keep stations in SQLite"' : run('git commit -qam "feat: keep stations in SQLite"') }, { text: 'done' }] }]);
  const result = resultOf(first, 0);
  note('refusal', result?.text);
  check('the refusal reaches the model', /records no decision/.test(result?.text ?? ''), result ?? first.output.slice(-400));
  if (!agent.hasHooksOff) check('with a code that is not 0', /rc=[1-9]/.test(result?.text ?? ''), result?.text);
  check('nothing was committed', git(place, ['rev-parse', 'HEAD']) === head);
  await follow(context, place, { result, fill: ['SQLite'] });
  // There the refusal cannot know the command that it stops: it says to run it again.
  if (agent.hasHooksOff) await session(context, place, [{ prompt: 'commit again', resume: true, steps: [{ shell: 'git add -A' }, { text: 'done' }] }, { prompt: 'commit again', resume: true, steps: [{ shell: 'git commit -qam "feat: keep stations in SQLite"' }, { text: 'done' }] }]);
  check('the commit gets through', git(place, ['log', '-1', '--format=%s']).trim() === 'feat: keep stations in SQLite', git(place, ['log', '-3', '--format=%s']));
}

/** The fix lines that a message of ours holds, run word for word by the agent, offline and with no local package. */
// A blank, ‹next step›, is the author's to fill in; all else is run as it is printed.
async function follow(context, place, { result, fill }) {
  const { check, note } = context;
  const ran = [];
  const block = /^\s*fix:?\s+(.*(?:\n {6,}.*)*)/m.exec(result?.text ?? '')?.[1] ?? '';
  const lines = block.split('\n').map((line) => line.trim().split(/\s{2,}/)[0]).filter(Boolean);
  check('it prints a fix', lines.length > 0, result?.text);
  for (const line of lines) {
    const command = line.replace(/‹[^›]*›/g, () => fill[0]);
    const [turn] = await session(context, place, [{ prompt: 'follow the notice', resume: true, steps: [{ shell: run(command) }, { text: 'done' }] }]);
    const last = resultOf(turn, 0);
    ran.push({ command, ms: turn.ms, result: last?.text });
    check(`its fix works word for word, ${context.local ? 'package installed' : 'offline, no package'}: ${command}`, /rc=0/.test(last?.text ?? ''), last?.text);
    if (!/rc=0/.test(last?.text ?? '')) break;
  }
  note('followed', ran);
}

/** The agent's own wiring beside AGENTS.md and CLAUDE.md: nothing is told twice. */
async function both(context) {
  const { agent, check, note } = context;
  const place = await prepare(context, { wire: true, more: ['agents-md'], files: { 'CLAUDE.md': '# Mine\n\nMARK-CLAUDE-MD\n' } });
  const [turn] = await session(context, place, [{ prompt: 'hi', steps: [{ text: 'done' }] }]);
  const main = turn.requests.find(({ tools }) => tools?.length > 0);
  if (main === undefined) return check('a request was made', false, turn.output);
  const blocks = count(main, BLOCK);
  note('blocks', blocks);
  check('the pointer is told at most once', blocks <= 1, find(main, BLOCK));
  if (agent.brief === 'hook') check('the brief is told exactly once', count(main, MARK) === 1, find(main, MARK));
}

/** Every byte of the work tree as before, with a settings file of the user's own and without one. */
async function uninstall(context) {
  const { agent, check } = context;
  const [path, ...texts] = agent.settings;
  for (const text of [null, ...texts]) {
    const place = await prepare(context, { wire: false, files: text === null ? {} : { [path]: text } });
    const before = tree(place.repo);
    const put = handoff(place, ['install', '--agent', agent.wiring]);
    const isWired = JSON.stringify(tree(place.repo)) !== JSON.stringify(before);
    const taken = handoff(place, ['uninstall']);
    const after = tree(place.repo);
    const label = text === null ? 'without a file before' : `over ${JSON.stringify(text.slice(0, 24))}…`;
    check(`install wires ${label}`, put.status === 0 && isWired, put.stderr);
    check(`uninstall leaves every byte as it was, ${label}`, taken.status === 0 && JSON.stringify(after) === JSON.stringify(before), diffOf(before, after));
  }
}

// -- the machinery ----------------------------------------------------------------------------------------------------

function install({ name, package: id, version, postinstall, beside = [] }) {
  const folder = join(resolve(options.into), name);
  const own = join(folder, 'node_modules', id, 'package.json');
  if (!existsSync(own) || JSON.parse(readFileSync(own, 'utf8')).version !== version) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'package.json'), '{"private":true}\n');
    console.log(`installing ${id}@${version} in ${folder}`);
    execFileSync('npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts', `${id}@${version}`, ...beside], { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'], ...(options.optional ? { timeout: 120_000 } : {}) });
    if (postinstall !== undefined) execFileSync('node', [postinstall], { cwd: join(folder, 'node_modules', id), stdio: ['ignore', 'ignore', 'inherit'] });
  }
  return join(folder, 'node_modules/.bin');
}

async function prepare({ agent, root, local = false }, { wire, untrusted = false, more = [], files = {} }) {
  const folder = mkdtempSync(join(tmpdir(), `real-${agent.name}-`));
  folders.push(folder);
  const [home, repo] = [join(folder, 'home'), join(folder, 'repo')];
  mkdirSync(home);
  const place = { folder, home, repo, env: { ...BASE, ...OFFLINE, PATH: `${root}:${BASE.PATH}`, HOME: home } };
  for (const [path, text] of Object.entries({ ...FIXTURE, ...files })) { mkdirSync(dirname(join(repo, path)), { recursive: true }); writeFileSync(join(repo, path), text); }
  for (const args of [['init', '-q', '-b', 'main'], ['config', 'user.name', 'Tess'], ['config', 'user.email', 'tess@example.com'], ['add', '-A'], ['commit', '-qm', 'feat: read stations from CSV']]) git(place, args);
  // As `npm install --save-dev handoff-hooks` leaves it, for npx to find.
  if (local) {
    mkdirSync(join(repo, 'node_modules/.bin'), { recursive: true });
    symlinkSync(realpathSync(HANDOFF), join(repo, 'node_modules/.bin/handoff-hooks'));
    appendFileSync(join(repo, '.git/info/exclude'), 'node_modules\n');
  }
  agent.prepare?.(home, repo, { untrusted });
  if (wire) {
    const done = handoff(place, ['install', ...[agent.wiring, ...more].flatMap((one) => ['--agent', one])]);
    if (done.status !== 0) throw new Error(`install: ${done.stderr}`);
    git(place, ['add', '-A']);
    git(place, ['commit', '-qm', 'chore: wire the agent']);
  }
  return place;
}

/** Turns of one session of an agent; each is a process of its own, as a person would start it. */
async function session({ agent, name }, place, turns) {
  const done = [];
  for (const { prompt, steps, resume = false, before, untrusted = false, sandbox: isSandboxed = false, more = [] } of turns) {
    before?.();
    place.turn = (place.turn ?? 0) + 1;
    const log = join(OUT, 'requests', `${agent.name}-${name}`);
    if (place.turn === 1) rmSync(log, { recursive: true, force: true });
    const mock = await startMock({ log: join(log, String(place.turn)) });
    const script = mock.play(steps);
    const began = Date.now();
    const env = { ...place.env, ...agent.env(mock.url, { untrusted }) };
    const child = spawn(agent.bin, [...agent.args(prompt, { resume, url: mock.url, untrusted, sandbox: isSandboxed ? place.repo : null }), ...more], { cwd: place.cwd ?? place.repo, env: { ...env, PWD: place.cwd ?? place.repo }, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => { output += text; });
    const timer = setTimeout(() => { output += '\nTIMED OUT'; process.kill(-child.pid, 'SIGKILL'); }, Number(options.limit) * 1000);
    const code = await new Promise((end) => child.on('close', end));
    clearTimeout(timer);
    await mock.close();
    done.push({ code, output, script, ms: Date.now() - began, requests: mock.requests });
  }
  return done;
}

/** What a hook behind the tool added, wherever the agent puts it. */
const toldAfter = (turn) => turn.requests.map((request) => find(request, 'handoff: ').map(({ path }) => path)).length > 0 ? all(turn.requests.filter(({ tools }) => tools?.length > 0).at(-1)).slice(-6000) : '';

const run = (command) => `${command}; echo rc=$?`;
const resultOf = (turn, step) => turn.requests.filter(({ api }) => api !== 'other' && api !== 'count').map((request) => toolResult(request, `mk${turn.script}s${step}`)).findLast((one) => one !== null) ?? null;
const git = ({ repo, env }, args) => execFileSync('git', args, { cwd: repo, env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
const handoff = ({ repo, env }, args) => (HANDOFF.endsWith('.js') ? spawnSync('node', [HANDOFF, ...args], { cwd: repo, env, encoding: 'utf8', input: '' }) : spawnSync(HANDOFF, args, { cwd: repo, env, encoding: 'utf8', input: '' }));

function hookTime(agent, place, n) {
  const began = process.hrtime.bigint();
  spawnSync('sh', ['-c', `f=$(git rev-parse --git-common-dir)/handoff-hooks/bundle/cli.js; [ ! -f "$f" ] || node "$f" brief --agent ${agent.wiring}`], { cwd: place.repo, env: place.env, input: JSON.stringify({ session_id: `timing-${n}`, source: 'startup', cwd: place.repo, hook_event_name: 'SessionStart' }) });
  return Number(process.hrtime.bigint() - began) / 1e6;
}

/** Where a text stands in what is sent to the model, tools left out. */
function find({ body }, needle) {
  const { tools, ...rest } = body;
  return [...strings(rest)].filter(({ text }) => text.includes(needle)).map(({ path, text }) => ({ path, role: roleOf(body, path), times: text.split(needle).length - 1, at: text.indexOf(needle), chars: text.length, around: text.slice(Math.max(0, text.indexOf(needle) - 120), text.indexOf(needle) + 40) }));
}
const roleOf = (body, path) => { const at = /^\.(messages|input|contents)\[(\d+)\]/.exec(path); return at === null ? '' : (body[at[1]][Number(at[2])].role ?? ''); };
const count = (request, needle) => find(request, needle).reduce((sum, { times }) => sum + times, 0);
const all = ({ body }) => [...strings(body)].map(({ text }) => text).join('\n');
// Claude Code lists the newest commits itself.
const strip = (request) => { const { tools, ...rest } = request.body; return [...strings(rest)].map(({ text }) => text.replace(/Recent commits:[\s\S]*?(?:<\/system-reminder>|\n\n|$)/g, '')).join('\n'); };
const short = (value) => (typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value))).replace(/\s+/g, ' ').slice(0, 400);
const interesting = (output) => output.split('\n').filter((line) => /hook|trust|warn|error/i.test(line)).map((line) => line.replace(/\x1b\[[\d;]*m/g, '').slice(0, 240)).slice(0, 8);

function tree(top, under = '') {
  return Object.fromEntries(readdirSync(join(top, under), { withFileTypes: true }).flatMap((entry) => {
    const path = join(under, entry.name);
    if (path === '.git') return Object.entries(tree(top, '.git/hooks')).concat([['.git/config', readFileSync(join(top, '.git/config'), 'latin1')]]);
    return entry.isDirectory() ? [[`${path}/`, ''], ...Object.entries(tree(top, path))] : [[path, readFileSync(join(top, path), 'latin1')]];
  }).sort(([a], [b]) => (a < b ? -1 : 1)));
}
const diffOf = (before, after) => [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((path) => before[path] !== after[path]).map((path) => ({ path, before: before[path], after: after[path] }));

function table() {
  const columns = chosen;
  const cell = (agent, scenario) => {
    const found = results.find((one) => one.agent === agent && one.scenario === scenario);
    if (found === undefined || found.checks.length === 0) return found?.notes.reached ? `reached ${found.notes.reached}` : '–';
    const bad = found.checks.filter(({ ok }) => !ok);
    return bad.length === 0 ? 'ok' : `**${bad.length} of ${found.checks.length} fail**`;
  };
  const rows = wanted.map(({ name, version }) => `| ${name} ${version} | ${columns.map((one) => cell(name, one)).join(' | ')} |`);
  const faults = results.flatMap(({ agent, scenario, checks }) => checks.filter(({ ok }) => !ok).map(({ what, saw }) => `- ${agent}, ${scenario}: ${what}\n  saw: \`${saw.replaceAll('`', "'")}\``));
  return [`| agent | ${columns.join(' | ')} |`, `|---|${columns.map(() => '---').join('|')}|`, ...rows, '', ...faults, ''].join('\n');
}

/** With --optional an agent that cannot be installed in two minutes is skipped, and that is said. */
function installOrSkip(agent) {
  try {
    return install(agent);
  } catch (error) {
    if (!options.optional) throw error;
    console.log(`skipped ${agent.name}: it could not be installed (${error.message.split('\n')[0]})`);
    return null;
  }
}

for (const agent of wanted) {
  const root = installOrSkip(agent);
  if (root === null) continue;
  for (const name of chosen) {
    const found = { agent: agent.name, version: agent.version, scenario: name, checks: [], notes: {} };
    results.push(found);
    const check = (what, ok, saw) => { found.checks.push({ what, ok: Boolean(ok), ...(ok ? {} : { saw: short(saw) }) }); console.log(`${ok ? 'ok  ' : 'FAIL'} ${agent.name} ${name}: ${what}${ok ? '' : ` -- ${short(saw)}`}`); };
    const note = (key, value) => { found.notes[key] = value; };
    try { await scenarios[name]({ agent, root, check, note, name }); } catch (error) { check('the scenario ran', false, error.stack); }
    if (!options.keep) for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}
mkdirSync(OUT, { recursive: true });
writeFileSync(join(OUT, 'results.json'), `${JSON.stringify(results, null, 1)}\n`);
writeFileSync(join(OUT, 'results.md'), table());
console.log(`\n${table()}`);
process.exit(results.some(({ checks }) => checks.some(({ ok }) => !ok)) ? 1 : 0);
