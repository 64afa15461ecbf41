// The documents of the handoff workflow as they start: what the repository says of itself, and the places for
// the rest.
import type { DocumentKind } from '../config/defaults.ts';
import { FIRST_PHASE, type ProjectFacts } from '../init/facts.ts';
import { escapeInline } from '../markdown/inline.ts';

type Template = (facts: ProjectFacts) => string;

const NO_PHASE = 'Every phase that is written down is done';
/** What the state says in a project that keeps no phases. */
export const NO_STATE = 'Say where the project stands';
/** What a list of next steps says that has none. */
export const NO_NEXT = 'Say what comes next';

/** Whether a line is one that a template left to be replaced. */
export const isTemplateLine = (text: string): boolean =>
  [NO_PHASE, NO_STATE, NO_NEXT, FIRST_PHASE.next].includes(text.trim());

/** The entry with which a file of `init` begins. */
export const STARTED = /^- Started to keep this file/;

/** Whether a line of the state is the one that a template left. */
export const isTemplateState = (text: string): boolean =>
  [NO_PHASE, NO_STATE, FIRST_PHASE.title].includes(text.trim());

export const TEMPLATES: Readonly<Partial<Record<DocumentKind, Template>>> = {
  context: (facts) =>
    page(`Session Context: ${named(facts)}`, [
      `**Updated:** ${facts.today}`,
      ...about(facts),
      '## Current State',
      '### Where We Are',
      `- ${escapeInline(facts.phase?.title ?? NO_PHASE)}`,
      "### What's Next",
      `- ${escapeInline(facts.phase?.next ?? NO_NEXT)}`,
      '## Current Blockers',
      'None',
      '## Implementation Gotchas',
      'None',
      '## What NOT to Do',
      '- Change the architecture without recording the decision',
      '## Update Log',
      [`**${facts.today}:**`, `- Started to keep this file${since(facts)}`].join('\n'),
    ]),
  phases: (facts) =>
    page(FIRST_PHASE.title, [
      `What has to stand before ${named(facts)} is built on.`,
      '## Checklist',
      [
        `- [ ] ${FIRST_PHASE.next} (${facts.documents.hypothesis})`,
        `- [ ] The architecture is described (${facts.documents.architecture})`,
        `- [ ] The first decisions are recorded (${facts.documents.decisions})`,
        `- [ ] Somebody else can set it up (${facts.documents.setup})`,
      ].join('\n'),
      '## Done when',
      'Every box is ticked, and a new session can say what comes next without asking.',
    ]),
  architecture: (facts) =>
    page('Architecture', [
      ...about(facts),
      ...(facts.directories.length === 0 ? [] : ['## Layout', table(facts)]),
      '## How it works',
      'One path through the system, from the outside in: what comes in, what each part does to it, what goes out.',
      '## Rules',
      'What every change has to keep. A change of this file needs a decision.',
    ]),
  start: (facts) =>
    page(`Start Here: ${named(facts)}`, [
      ...about(facts),
      '## Read first',
      list([
        [facts.documents.context, 'where things stand'],
        [facts.documents.phases, 'what is being built, and what is left of it'],
        [facts.documents.architecture, 'how it is built'],
      ]),
      '## To understand why',
      list([
        [facts.readme ?? undefined, 'what it is for'],
        [facts.documents.hypothesis, 'what it assumes'],
        [facts.documents.conversation, 'what was discussed'],
        [facts.documents.decisions, 'what was decided, and what it replaced'],
        [facts.documents.models, 'what was compared'],
      ]),
      '## To work on it',
      list([
        [facts.documents.setup, 'how to set it up'],
        [facts.documents.roadmap, 'what is planned'],
      ]),
    ]),
  hypothesis: (facts) =>
    page('Hypothesis', [
      `What has to be true for ${named(facts)} to be worth building, and how it would show that it is not.`,
      '## We believe',
      '## We would see it by',
      '## We would be wrong if',
      '## Results',
      'None',
    ]),
  conversation: () =>
    page('Conversation Summary', [
      'Questions and discussions that changed no code and settled no decision. Newest first.',
    ]),
  decisions: () =>
    page('Decisions', [
      'One entry for each. An entry is never rewritten: a later one supersedes it. The form:',
      [
        '```markdown',
        '## Decision 1: Title',
        '',
        '**Date:** 2026-01-31',
        '**Chosen:** what is done from now on',
        '**Rationale:** why, and what it was chosen over',
        '```',
      ].join('\n'),
    ]),
  setup: (facts) =>
    page('Setup', [
      ...facts.manifests.map(({ path, commands }) =>
        [`## ${path}`, '', '```sh', ...Object.values(commands), '```'].join('\n'),
      ),
      ...(facts.manifests.length === 0 ? ['What a new machine needs, in order.'] : []),
      '## Hooks',
      ['```sh', 'npx handoff-hooks install', '```'].join('\n'),
    ]),
};

const page = (title: string, blocks: readonly string[]): string =>
  `${[`# ${title}`, ...blocks].join('\n\n')}\n`;

const named = ({ name }: ProjectFacts): string => escapeInline(name);

const about = ({ description }: ProjectFacts): string[] =>
  description === null ? [] : [escapeInline(description)];

const since = ({ branch, head }: ProjectFacts): string =>
  `${branch === null ? '' : ` on branch \`${branch.replaceAll('`', "'")}\``}${head === null ? '' : ` (${head})`}`;

const table = ({ directories }: ProjectFacts): string =>
  [
    '| directory | holds |',
    '|---|---|',
    ...directories.map(({ path, files, ending }) => {
      const kind = ending === null ? '' : `, mostly ${escapeInline(ending)}`;
      return `| \`${path.replace(/[`|]/g, '')}/\` | ${files} ${files === 1 ? 'file' : 'files'}${kind} |`;
    }),
  ].join('\n');

const list = (items: readonly (readonly [path: string | undefined, says: string])[]): string =>
  items
    .flatMap(([path, says]) => (path === undefined ? [] : [`- [${path}](${encodeURI(path)}): ${says}`]))
    .join('\n');
