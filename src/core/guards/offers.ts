// Which guards one text asks for in so many words; what restricts, doubts or only compares asks for none.
import { parseGuard } from './guard.ts';

/** `isDecision`: a contrast (`Phi-3, not Mistral`) counts; in a rule only an order does. Texts of valid
 * guards. */
export function guardsAskedFor(words: string, isDecision: boolean): string[] {
  const found = clausesOf(words).flatMap((clause) =>
    RESTRICTED.test(clause.replace(LOADING, ''))
      ? []
      : [...namesIn(clause, isDecision), ...deferredIn(clause), ...emojiIn(clause), ...argumentIn(clause)],
  );
  return [...new Set(found)].filter((text) => !('reason' in parseGuard(text)));
}

const clausesOf = (words: string): string[] =>
  words
    .replace(/`|\s\([^()]*\)/g, '')
    .replace(/,? (?:because|since|so that|due to|as it is) [^.;]*/gi, '')
    .split(/[.!;:](?:\s+|$)|(?=\?)|\s[—–-]\s/)
    .map((clause) => clause.replace(/^[^\w@?]+|\s+$/g, ''))
    .filter((clause) => clause !== '');

const RESTRICTED =
  /\b(?:if|unless|except|but|when|where|whenever|apart from|other than|outside|without (?:a|asking|approval)|yet|maybe|perhaps|should we|consider|prefer not|by default|directly|only in|anymore)\b|\?/i;

const LOADING = / when(?:ever)? loading\b.*$/;
const NEVER = /(?:please )?(?:do not|don['’]t|never|must not|we (?:do not|don['’]t|never))/.source;
const NAME = /(@?[A-Za-z][\w.-]*(?:\/[\w.-]+)*)/.source;
const END =
  /(?: (?:here|anywhere|any ?more|at all|in (?:this|the) (?:project|repository|repo|code ?base|code)))?/
    .source;
const UNTIL = /(?: (?:before|until|till|prior to) ((?:phase|sprint|milestone|stage) [\w.]+))?\+?/.source;
const order = (text: string): RegExp => new RegExp(`^(?:${text})${END}${UNTIL}$`, 'i');

type Kind = 'import' | 'dependency' | 'use';

// What an order forbids outright.
const ORDERS: readonly (readonly [Kind, RegExp])[] = [
  ['import', order(`${NEVER} import (?:anything )?(?:from )?${NAME}`)],
  ['import', order(`no imports? (?:of|from) ${NAME}`)],
  ['import', order(`${NAME} (?:must|may|is) (?:not|never) (?:to )?be imported`)],
  ['dependency', order(`${NEVER} (?:add|take|introduce) (?:a |any )?(?:new )?dependency on ${NAME}`)],
  ['dependency', order(`${NEVER} (?:depend on|add ${NAME} as a dependency)`)],
  ['dependency', order(`${NEVER} depend on ${NAME}`)],
  ['dependency', order(`no dependency on ${NAME}`)],
  [
    'use',
    order(
      `(?:${NEVER} (?:use|add|introduce|adopt)|avoid|no) ${NAME}(?: (library|package|module|SDK|client))?`,
    ),
  ],
  ['use', order(`${NAME} is (?:forbidden|banned|not allowed|not to be used)`)],
];

// What a decision was taken against. The other name has to be one too.
const CONTRASTS: readonly RegExp[] = [
  /^[^,]*?\b[A-Z][\w.-]*,? not ([A-Z][a-z]{3,}[A-Za-z]*)(?: for .*)?\)?$/,
  /\b[A-Z][\w.-]* (?:instead of|rather than) ([A-Z][a-z]{3,}[A-Za-z]*)$/,
  /^(?:[Pp]refer|[Cc]h(?:o|oo)se) [A-Z][\w.-]* over ([A-Z][a-z]{3,}[A-Za-z]*)$/,
  /^(?:[Rr]eplace|[Dd]rop) ([A-Z][a-z]{3,}[A-Za-z]*) (?:with|by|in favou?r of) [A-Z][\w.-]*$/,
  /^(?:[Mm]igrate|[Mm]ove|[Ss]witch) from ([A-Z][a-z]{3,}[A-Za-z]*) to [A-Z][\w.-]*$/,
];

// A language, a platform or a kind of thing is not imported.
const NO_PACKAGE = new Set(
  'python javascript typescript java rust ruby kotlin swift golang cplusplus node nodejs windows linux macos android ios markdown yaml json html scrum agile claude copilot gemini github gitlab english german async sync true false none null rest soap http https'.split(
    ' ',
  ),
);

const isPackage = (name: string): boolean =>
  !NO_PACKAGE.has(name.toLowerCase()) && TECHNOLOGIES[name.toLowerCase()] === undefined;

function namesIn(clause: string, isDecision: boolean): string[] {
  for (const [kind, pattern] of ORDERS) {
    const [whole, name, second, third] = pattern.exec(clause) ?? [];
    if (whole === undefined || name === undefined) continue;
    const [isSaid, phase] =
      kind === 'use' && pattern.source.includes('library') ? [second, third] : [undefined, second];
    return isNameOf(kind, name, isSaid)
      ? [withTerm(`forbid ${kind === 'use' ? 'import' : kind} ${folded(name)}`, phase)]
      : [];
  }
  if (!isDecision) return [];
  return CONTRASTS.flatMap((pattern) => pattern.exec(clause)?.[1] ?? [])
    .filter(isPackage)
    .map((name) => `forbid import ${folded(name)}`);
}

// `use` is said of anything: only a proper name, or the shape of a package's, is one.
const isNameOf = (kind: Kind, name: string, isSaid: string | undefined): boolean =>
  isPackage(name) &&
  (kind !== 'use' ||
    isSaid !== undefined ||
    /^[A-Z][a-z]{3,}[A-Za-z]*$/.test(name) ||
    /^@[\w-]+\/[\w-]+$/.test(name));

// Names of packages are written in small letters, paths of Go and of files as they are.
const folded = (name: string): string => (name.includes('/') ? name : name.toLowerCase());

const withTerm = (text: string, phase: string | undefined): string =>
  phase === undefined ? text : `${text} until ${phase[0]?.toUpperCase()}${phase.slice(1).replace(/\+$/, '')}`;

// What is not imported, by the files that bring it.
const TECHNOLOGIES: Readonly<Record<string, string>> = {
  docker: '**/{Dockerfile,docker-compose.yml,docker-compose.yaml,compose.yaml}',
  dockerfiles: '**/{Dockerfile,docker-compose.yml,docker-compose.yaml,compose.yaml}',
  containers: '**/{Dockerfile,docker-compose.yml,docker-compose.yaml,compose.yaml}',
  kubernetes: '**/{k8s,kubernetes}/**',
  helm: '**/Chart.yaml',
  terraform: '**/*.tf',
  'github actions': '.github/workflows/**',
};

const WHAT = `(${Object.keys(TECHNOLOGIES).join('|')})`;
const PHASE = /((?:phase|sprint|milestone|stage) [\w.]+)\+?/.source;
const DEFERRALS: readonly RegExp[] = [
  new RegExp(`^(?:no|${NEVER} (?:use|add|introduce|write)|avoid) ${WHAT}${END}${UNTIL}$`, 'i'),
  new RegExp(
    `^(?:defer|postpone|delay|leave|hold off) (?:on )?${WHAT} (?:to|until|till|for) ${PHASE}(?: or later)?$`,
    'i',
  ),
  new RegExp(
    `^${WHAT} (?:is |was )?(?:deferred|postponed|delayed) (?:to|until|till) ${PHASE}(?: or later)?$`,
    'i',
  ),
  new RegExp(`^${WHAT} (?:only from|not before|no earlier than) ${PHASE}(?: on)?$`, 'i'),
];

const deferredIn = (clause: string): string[] =>
  DEFERRALS.flatMap((pattern) => {
    const [whole, name = '', phase] = pattern.exec(clause) ?? [];
    return whole === undefined ? [] : [withTerm(`forbid path ${TECHNOLOGIES[name.toLowerCase()]}`, phase)];
  }).slice(0, 1);

const IN_CODE = /(?:the |our )?(?:source )?(?:code|sources|source files|code files|code comments)\b/.source;
const EMOJI: readonly RegExp[] = [
  new RegExp(`^(?:no|${NEVER} (?:use|put|add|write)|avoid) (?:any )?emojis? (?:in|into|to) ${IN_CODE}`, 'i'),
  new RegExp(`^emojis? (?:are|is) (?:forbidden|banned|not allowed) in ${IN_CODE}`, 'i'),
  new RegExp(`^keep ${IN_CODE} free of emojis?$`, 'i'),
  new RegExp(`^${IN_CODE} (?:must|should|may) (?:not contain|contain no|have no) emojis?$`, 'i'),
];

const emojiIn = (clause: string): string[] =>
  EMOJI.some((pattern) => pattern.test(clause))
    ? ['forbid emoji in **/*.{js,jsx,ts,tsx,py,go,rs,java,rb}']
    : [];

const ARGUMENT = /([a-z]\w*)(?:\s?=\s?("[^"]{0,40}"|'[^']{0,40}'|[\w.]+))?/.source;
const CALLED = /(?:calls? (?:of|to) )?([A-Za-z_][\w.]*)(?:\(\))?/.source;
const ALWAYS = /(?:.* )?(?:always|must(?: always)?|every .* must)/.source;
const ARGUMENTS: readonly (readonly [RegExp, 'argument' | 'call'])[] = [
  [
    new RegExp(
      `^(?:all |every )?${CALLED}(?: calls?)? (?:must|needs to|need to|always needs) (?:be called with|pass|be passed|get|have) ${ARGUMENT}$`,
    ),
    'call',
  ],
  [
    new RegExp(
      `^${ALWAYS} (?:pass|set|give|use|include|loaded with|be loaded with) ${ARGUMENT}(?: (?:to|in|for|with) (?:every |all )?${CALLED})?$`,
    ),
    'argument',
  ],
  [
    new RegExp(`^(?:.* )?(?:requires|needs) ${ARGUMENT}(?: (?:to|in|for|with) (?:every |all )?${CALLED})?$`),
    'argument',
  ],
  [
    new RegExp(
      `^${ARGUMENT} (?:is required|is mandatory|must (?:always )?be (?:passed|set))(?: (?:in|for|to|by) (?:every |all )?${CALLED})?$`,
    ),
    'argument',
  ],
];

const NEGATED = new RegExp(`${NEVER}|\\bnot\\b`, 'i');

// The one argument whose call goes without saying.
const KNOWN_CALLS: Readonly<Record<string, readonly [call: string, value: string]>> = {
  trust_remote_code: ['from_pretrained', 'True'],
};

/** Calls of Python, whose arguments have names. */
function argumentIn(clause: string): string[] {
  const text = clause.replace(LOADING, '').replace(/^[A-Z](?=[a-z]+ )/, (letter) => letter.toLowerCase());
  if (NEGATED.test(text)) return [];
  const [found] = ARGUMENTS.flatMap(([pattern, order]) => {
    const [, first, second, third] = pattern.exec(text) ?? [];
    if (first === undefined) return [];
    return order === 'call'
      ? { name: second ?? '', value: third, call: first }
      : { name: first, value: second, call: third };
  });
  return found === undefined ? [] : requirement(found);
}

type Wanted = {
  readonly name: string;
  readonly value?: string | undefined;
  readonly call?: string | undefined;
};

function requirement({ name, value, call }: Wanted): string[] {
  const [knownCall, knownValue] = KNOWN_CALLS[name] ?? [];
  const called = isCall(call) ? call : knownCall;
  if (called === undefined) return [];
  const wanted = value ?? knownValue;
  const tail = wanted === undefined ? '' : `\\s*${escaped(wanted)}`;
  return [`require pattern /\\b${escaped(called)}\\(/ in **/*.py that matches /\\b${name}\\s*=${tail}/`];
}

// A word of prose is not the name of a function.
const isCall = (name: string | undefined): name is string => name !== undefined && /[._]/.test(name);

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
