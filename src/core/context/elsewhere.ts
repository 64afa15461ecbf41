// Headings of sections that say something else than the section around them: a parent does not lend them its
// role.
import { letters } from '../letters.ts';
import { once } from '../memo.ts';
import { foldLetters } from './folding.ts';
import { foldName } from './roles.ts';

// What a reader may want at hand, and no point of a list.
const REFERENCE = `files|key files|important files|relevant files|related files|critical files|modified files|files changed|
files modified|changed files|files touched|files created|commands|key commands|useful commands|quick commands|common commands|
verification commands|references|reference|links|useful links|resources|related|related documents|related docs|documentation|
environment|environment variables|environment setup|setup|development setup|how to run|how to test|running locally|
architecture|overview|metrics|statistics|stats|credentials|test accounts|urls|endpoints|glossary|legend|how to use this file|
technical details|tech stack|technology stack|project structure|development workflow|git commit history|commit history|
starting the application|deployment documentation|acceptance criteria|success criteria|definition of done|estimated effort|git status|test results|test status|test coverage|
fichiers|fichiers cles|commandes|references|archivos|archivos clave|comandos|enlaces|dateien|befehle|verweise|файлы|команды|
ссылки|файли|команди|文件|命令|コマンド|ファイル|파일|명령어`;

const names = once(
  () =>
    new Set(
      foldLetters(REFERENCE)
        .split('|')
        .map((name) => name.trim()),
    ),
);

// `Not actually issues`, `Non-blockers`, `Resolved`, `Fixed this session`, `Previously blocked`.
const SETTLED = letters`^(?:not(?! (?:yet|done|started|implemented|finished|tested|working))|non|no longer|previously|formerly|recently)[ -]|^(?:resolved|solved|fixed|closed|completed|done|deferred|dismissed|wontfix|won't fix|mitigated|accepted)\b|\b(?:resolved|solved|fixed|closed|completed)$|^(?:older|historical|archived?|altere|fruhere|vorherige|anterior(?:es)?|anciens?|precedent[ei]s?)\b|^(?:resuelt[oa]s|resolvid[oa]s|resolus?|behoben|gelost|erledigt|решено|решенные|вирішено|вирішені)(?![\p{L}])`;

const wordsOf = (title: string): string => foldName(title.replace(/[([（][^()[\]（）]*[)\]）]/g, ' '));

// `Production readiness assessment` below what comes next.
const ABOUT = /\b(?:assessment|analysis|rationale|background)$/;

export const isElsewhere = (title: string): boolean =>
  names().has(wordsOf(title)) || ABOUT.test(wordsOf(title)) || isSettled(title);

/** `Blockers resolved` holds no blockers. */
export const isSettled = (title: string): boolean => SETTLED.test(wordsOf(title)) || ASIDE.test(title);

/** `Open decisions` are none yet. */
export const isUndecided = (title: string): boolean =>
  /^(?:open|pending|undecided|unresolved|outstanding|upcoming|needed|proposed)\b|\b(?:needed|required|under (?:consideration|discussion|review)|to (?:make|validate|confirm|finali[sz]e|discuss|decide|resolve|review|take)|pending)$/.test(
    wordsOf(title),
  );

// `Future work (not required)`
const ASIDE =
  /[([](?:[^)\]]*\b)?(?:not required|not planned|nice[- ]to[- ]have|someday|maybe|out of scope|abandoned|cancelled)\b/i;
