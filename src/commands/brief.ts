// What a new session is told: to a person or an assistant that asks, or through an agent's hook at a
// session's start.
import { buildBrief } from '../core/brief/brief.ts';
import { formatBriefJson } from '../core/brief/json.ts';
import { renderBrief, renderPaste } from '../core/brief/render.ts';
import { wrongUsage } from '../core/problem.ts';
import { commandLine } from '../core/wording/command.ts';
import { print, printLines } from '../effects/say.ts';
import { readBriefFacts } from '../read/brief.ts';
import { openReader } from '../read/reader.ts';
import { type Arguments, type Command, hasOption, textOption } from './session.ts';

export const brief: Command = {
  usage: '[--task TEXT] [--paste TASK] [--budget CHARS] [--json]',
  examples: ['', '--task "add a search page"'],
  mostWords: 0,
  options: {
    task: { type: 'string', says: 'adds what of the documents bears on a task or on an error' },
    paste: { type: 'string', says: 'the opening message for an assistant that has no hook' },
    budget: { type: 'string', says: 'characters at most; 9000 by default' },
    json: { type: 'boolean', says: 'the same as one JSON object' },
    agent: { type: 'string', says: "answers an agent's hook, at the start of a session; not for people" },
    at: { type: 'string', says: 'with --agent: another moment than the start of a session' },
  },
  async run(session, args) {
    const agent = textOption(args, 'agent');
    if (agent !== undefined)
      return (await import('./acts/agent-brief.ts')).briefAgent(
        session,
        agent,
        textOption(args, 'at') ?? 'start',
      );
    const paste = textOption(args, 'paste');
    const facts = await readBriefFacts(
      session,
      await openReader(session),
      textOption(args, 'task') ?? paste ?? null,
    );
    const told = buildBrief(facts);
    const budget = budgetOf(args) ?? facts.config.brief.budget;
    if (hasOption(args, 'json')) await print(`${formatBriefJson(told)}\n`);
    else if (paste === undefined) await printLines(`${renderBrief(told, { budget })}\n`);
    else await printLines(`${renderPaste(told, { budget, task: paste })}\n`);
    return 0;
  },
};

function budgetOf(args: Arguments): number | null {
  const text = textOption(args, 'budget');
  if (text === undefined) return null;
  const budget = Number(text);
  if (Number.isInteger(budget) && budget > 0) return budget;
  throw wrongUsage({
    what: `expected a number of characters, got ${JSON.stringify(text)}`,
    fix: commandLine('brief --budget 9000'),
  });
}
