// Items under next that a commit since has done.

import type { Point } from '../brief/point.ts';
import { pointsOf } from '../brief/points.ts';
import { allLetters } from '../letters.ts';
import { stemOf, tokensOf } from '../ranking.ts';
import { cleanLine } from '../wording/lines.ts';
import type { Drift, DriftFacts, RecentCommit } from './facts.ts';

export function doneItems({ context, commits }: DriftFacts): Drift[] {
  const deeds = commits.map(deedOf);
  return pointsOf(context, 'next').flatMap((point): Drift[] => {
    if (point.isDone || LEAD.test(point.text) || context.outline.lines[point.line - 1]?.kind === 'heading')
      return [];
    const asked = askedBy(point);
    const deed = deeds.find((one) => isDone(asked, one)) ?? lastOfParts(asked, deeds);
    if (deed === undefined) return [];
    const { text, line } = point;
    return [{ rule: 'next-done', text, line, sha: deed.sha, subject: deed.subject }];
  });
}

/** `Then, in this order:` leads to the items below it. */
const LEAD = /[:：][*_\s]*$/;

/** What a commit did, in the ways in which an item can ask for it. */
type Deed = {
  readonly sha: string;
  readonly subject: string;
  /** `#12` of issues that it closes, and of the pull request that it is. */
  readonly closed: readonly string[];
  readonly landed: readonly string[];
  readonly added: readonly string[];
  /** None where it only began. */
  readonly words: readonly Wording[];
  /** The words of its object, before the details behind a colon; none where it only began. */
  readonly lead: ReadonlySet<string>;
  /** What it only speaks of: the stem of `describe`, `plan`; null where it does what it says. */
  readonly talk: string | null;
  /** What an item must be about, for these words to do it. */
  readonly topic: RegExp;
};

/** The words of a deed, and those of its object, for `feat: retries` does `Add retries`. */
type Wording = { readonly all: ReadonlySet<string>; readonly object: ReadonlySet<string> };

const VERB =
  /^\W*(?:(?:add|build|fix|implement|mend|repair|support)(?:ing)?|(?:creat|introduc|mak|writ)(?:e|ing))\s+/i;

const wordsOf = (text: string): Wording => ({
  all: new Set(tokensOf(text)),
  object: new Set(tokensOf(text.replace(VERB, ''))),
});

const BEGUN =
  /^\W*(?:wip|draft|skeleton|stub|spike|start|begin|prepare|plan|propose|investigate|try|partial(?:ly)?)\b|\b(?:wip|skeleton|stub|placeholder)s?\b|\bpart \d/i;

const CLOSES = /\b(?:close[sd]?|fix(?:e[sd])?|resolve[sd]?)[:\s]+(#\d+(?:\s*(?:,|and|&)\s*#\d+)*)/gi;

function deedOf({ commit, message }: RecentCommit): Deed {
  const { subject, description, kind, type } = message;
  const isPlain = kind === 'plain';
  const isWhole = isPlain && type !== 'wip' && !BEGUN.test(description);
  return {
    sha: commit.sha,
    subject: cleanLine(subject),
    closed: [...commit.message.matchAll(CLOSES)].flatMap(([, list = '']) => list.match(/#\d+/g) ?? []),
    // `feat: x (#12)`, `Merge pull request #12 from …`
    landed: /\((#\d+)\)$|^Merge pull request (#\d+)\b/.exec(subject)?.slice(1).filter(Boolean) ?? [],
    added: isPlain ? commit.files.filter(({ status }) => status === 'A').map(({ path }) => path) : [],
    words: isWhole ? tellings(message) : [],
    lead: new Set(
      isWhole && TOPICS[type ?? ''] === undefined ? tokensOf(leadOf(description).replace(VERB, '')) : [],
    ),
    talk: stemOf(TALK.exec(description)?.[1]?.toLowerCase() ?? '') || null,
    topic: TOPICS[type ?? ''] ?? ANYTHING,
  };
}

const leadOf = (description: string): string => description.split(/[:：]\s|\s[—–-]\s/, 1)[0] ?? '';

const TALK = /^\W*(describe|explain|outline|discuss|plan|propose|consider|estimate|list|mention|note)\b/i;
const ANYTHING = /(?:)/;
const DOCUMENTS =
  /doc|readme|changelog|guide|manual|tutorial|wiki|runbook|comment|descri|explain|write[ -]?up|adr|\.mdx?\b|dokument|документ|文档|文件|文書|ドキュメント|문서/i;
const TESTS = /test|spec|e2e|coverage|verif|valid|check|prueba|prüf|тест|测试|測試|テスト|테스트/i;

// `docs: how to set the password` sets none, `test: the import` imports nothing.
const TOPICS: Readonly<Record<string, RegExp>> = {
  docs: DOCUMENTS,
  doc: DOCUMENTS,
  test: TESTS,
  tests: TESTS,
};

/** Points of a body that are compared. */
const MOST_POINTS = 20;

// A commit tells what it did in its subject, with its scope or without, and in the points of its body.
function tellings({ type, scope, description, body }: RecentCommit['message']): Wording[] {
  const said = description.replace(/\(#\d+\)\s*$/, '');
  const points = [...body.matchAll(/^[-*] +(\S.{5,200})$/gm)].map(([, point = '']) => point);
  return [
    said,
    ...(scope === null ? [] : [`${said} ${scope}`]),
    ...points.slice(0, MOST_POINTS).filter(isDeed),
  ].map((text) => toldBy(type, text));
}

// `next: …`, `todo …` and `not yet …` are no deeds.
const isDeed = (point: string): boolean =>
  !BEGUN.test(point) &&
  !/\b(?:next|todo|to do|later|not|still|needs?|remaining|will|should|planned)\b/i.test(point);

// Documentation of a thing, or a test of it, is another thing.
const toldBy = (type: string | null, description: string): Wording => {
  const words = wordsOf(description);
  return /^(?:feat|fix|perf|refactor)?$/.test(type ?? '') ? words : { ...words, object: new Set() };
};

type Asked = {
  /** Its first clause. */
  readonly lead: string;
  /** `#12` of the issues, or of the pull requests, that the item is about. */
  readonly issues: readonly string[];
  readonly pulls: readonly string[];
  readonly file: string | null;
  readonly words: Wording;
  /** Of each thing that it names: `tracking and risk limits` are two. */
  readonly things: readonly ReadonlySet<string>[];
};

// What an item is about is named at its start: `after PR #12` and `depends on #6` are about something else.
const ABOUT_PULLS =
  /^\W*(?:(?:merge|land|review|check|ship|finish|address)\b.{0,30}?)?\b(?:pr|mr|pull request)s? ?#\d/i;
const ABOUT_ISSUES = /^\W*(?:(?:issue|ticket|bug|task|fix|close|resolve|implement|finish)\b.{0,20}?)?#\d/i;

// A file and nothing else, or one that is to be made.
const MADE =
  /^\W*(?:(?:create|add|write|new file|cr[ée]er|[ée]crire|crear|criar)\b.{0,30}?)?(?<![\w./-])([\w./-]+\.[a-z]\w{0,7})`?\s*$/i;

// `src/a.ts — mend the types` asks for no new file.
const CHANGE =
  /^(?:add|bump|change|check|clean|delete|document|extend|finali[sz]e|finish|fix|improve|mend|move|refactor|remove|rename|replace|review|revise|split|test|update|verify)\b/i;

function askedBy({ text }: Point): Asked {
  const [lead = '', said = ''] = clausesOf(text);
  const numbers = lead.match(/(?<![\w/])#\d+\b/g) ?? [];
  const isAboutPulls = ABOUT_PULLS.test(lead);
  return {
    lead,
    pulls: isAboutPulls ? numbers : [],
    issues: !isAboutPulls && ABOUT_ISSUES.test(lead) ? numbers : [],
    file: CHANGE.test(said) ? null : (MADE.exec(lead)?.[1] ?? null),
    words: wordsOf(lead),
    things: lead
      .replace(VERB, '')
      .split(BESIDE)
      .map((thing) => new Set(tokensOf(thing))),
  };
}

/** What an item is about is said in its first words. */
const LONGEST_LEAD = 300;

const BESIDE = /,\s|\s(?:and|&|\+|plus|und|et|y|e|и|та)\s|[、，和与及]/;

// The first stands before its first dash, colon or full stop. `Task 3:` is none, and `T19 — Streamlit UI` is
// one. What stands in brackets is an aside: `Deployment script (priority 3)`.
const clausesOf = (text: string): string[] =>
  text
    .slice(0, LONGEST_LEAD)
    .replace(/[(（][^()（）]*[)）]/g, ' ')
    .replace(allLetters`[*~]|(?<![\p{L}\d])_|_(?![\p{L}\d])`, '')
    .replace(/^\W*(?:task|step|item) ?#?[\dA-Z]{1,3}\b[.:)]?\s+/i, '')
    .replace(/^(\W*[A-Z]{0,3}\d{1,4})\s+[—–:-]+\s+/, '$1 ')
    .split(/(?<!\s)\s+[—–:-]+\s+|(?<=\S{3})[:：.]\s/);

// A path with a directory is meant from the top, a bare name wherever it is.
const isFile = (path: string, file: string): boolean =>
  path === file || (!file.includes('/') && path.endsWith(`/${file}`));

function isDone({ lead, pulls, issues, file, words, things }: Asked, deed: Deed): boolean {
  if (pulls.length > 0) return pulls.every((number) => deed.landed.includes(number));
  if (issues.length > 0) return issues.every((number) => deed.closed.includes(number));
  if (file !== null && deed.added.some((path) => isFile(path, file))) return true;
  if (!deed.topic.test(lead) || (deed.talk !== null && !words.all.has(deed.talk))) return false;
  return deed.words.some(
    (told) =>
      (isSameDeed(words.all, told.all) || isSameDeed(words.object, told.object)) &&
      things.every((thing) => sharedWith(thing, told.all) >= SHARED_PART * thing.size),
  );
}

// `the login + the current user` is done where one commit did each of the two, in its own words.
function lastOfParts({ things, pulls, issues }: Asked, deeds: readonly Deed[]): Deed | undefined {
  if (things.length < 2 || pulls.length + issues.length > 0) return undefined;
  const isOf = (thing: ReadonlySet<string>, { lead }: Deed) =>
    thing.size >= FEWEST_OF_PART && lead.size === thing.size && sharedWith(thing, lead) === thing.size;
  const found = things.map((thing) => deeds.find((deed) => isOf(thing, deed)));
  return found.includes(undefined) ? undefined : deeds.find((deed) => found.includes(deed));
}

const FEWEST_OF_PART = 2;

/** Words that two short texts must share to be about one deed, and which part of both they must be. */
const SHARED_WORDS = 3;
const SHARED_PART = 0.8;

const sharedWith = (some: ReadonlySet<string>, told: ReadonlySet<string>): number =>
  [...some].filter((word) => told.has(word)).length;

function isSameDeed(asked: ReadonlySet<string>, told: ReadonlySet<string>): boolean {
  const shared = sharedWith(asked, told);
  return shared >= SHARED_WORDS && shared >= SHARED_PART * Math.max(asked.size, told.size);
}
