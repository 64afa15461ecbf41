// Rules about what was built: new modules and features weigh more than edited lines; what a machine wrote weighs nothing.
import { type Facts, type FileFact, sum } from './facts.ts';
import { type Found, listFiles, quote, type Rule, ramp, says } from './rule.ts';

// A part of a system, in English and in what other languages call it.
const PART =
  /(?<!\p{L})(?:systems?|modules?|services?|servers?|engines?|pipelines?|infrastructure|frameworks?|integrations?|commands?|cli|apis?|endpoints?|routes?|workflows?|dashboards?|pages?|screens?|panels?|sections?|hub|modes?|sessions?|loaders?|runtimes?|detectors?|producers?|consumers?|monitors?|profilers?|schedulers?|parsers?|trackers?|agents?|skills?|tools?|plugins?|adapters?|providers?|clients?|repositor(?:y|ies)|middleware|auth(?:entication|orization)?|search|sync|cache|caching|storage|streaming|notifications?|payments?|checkout|uploads?|imports?|exports?|editors?|wizards?|forms?|support|actions?|architecture|protocols?|layers?|infra|guards?|gates?|hooks?|reviewers?|sistemas?|m[oó]dulos?|servicios?|serviços?|integraci[oó]n|integração|systèmes?|modules?|intégration|modul\p{L}{0,2}|dienst\p{L}{0,1}|систем\p{L}{0,2}|модул\p{L}{0,2}|сервис\p{L}{0,2})(?!\p{L})|[a-z][A-Z]\w{0,30}(?:Service|Manager|System|Engine|Store|Provider|Panel|Section|Page|View|Screen|Controller|Router|Client)(?!\w)/iu;
// What is small whatever the message calls it.
const DETAIL =
  /(?<!\p{L})(?:helpers?|types?|counts?|fields?|entr(?:y|ies)|labels?|comments?|logs?|logging|notes?|reminders?|fixtures?|typos?|metadata|attributes?|props?|params?|parameters?|options?|flags?|links?|buttons?|icons?|badges?|tooltips?|examples?|samples?|previews?|files?|constants?|headers?|footers?|redirects?|images?|messages?)(?!\p{L})/iu;

const MAJOR =
  /(?<!\p{L})(?:major|redesign(?:s|ed)?|rewrit\p{L}{1,4}|rewrote|overhaul(?:s|ed)?|revamp(?:s|ed)?|facelift|from scratch|end[- ]to[- ]end|refonte|réécri\p{L}{1,4}|redise\p{L}{1,4}|reescri\p{L}{1,4}|redesenh\p{L}{1,3}|restaura\p{L}{2,4}|przepisa\p{L}{1,3}|переписа\p{L}{1,3})(?!\p{L})/iu;

const SMALLEST_MODULE = 15;
// `types.ts` and `constants.py` declare; they do nothing.
const DECLARES = /(?:^|[/._-])(?:types?|interfaces?|constants?|enums?)\.\w{1,4}$|\.d\.ts$/;

export const WORK_RULES: readonly Rule[] = [
  {
    name: 'major-code',
    weight: 1.1,
    isUrgent: false,
    looksFor: 'new files of code: a module, service, screen or command that was not there',
    find: findModules,
  },
  {
    name: 'reworked-code',
    weight: 1.1,
    isUrgent: false,
    looksFor: 'existing code extended or rewritten at length',
    find: findRework,
  },
  {
    name: 'feature',
    weight: 0.9,
    isUrgent: false,
    looksFor: 'a message that claims a feature, with code that bears it out',
    find: findFeature,
  },
  {
    name: 'part-of-system',
    weight: 0.7,
    isUrgent: false,
    looksFor: 'a subject that names a part of the system, with code that bears it out',
    find: findPart,
  },
  {
    name: 'called-major',
    weight: 0.8,
    isUrgent: false,
    looksFor: 'a message that calls the change major: a rewrite, a redesign, a breaking one',
    find: ({ message, text, code }) =>
      code.length === 0
        ? null
        : message.isBreaking
          ? { evidence: 'a breaking change' }
          : says(text.slice(0, 1000), MAJOR),
  },
  {
    name: 'explained',
    weight: 0.8,
    isUrgent: false,
    looksFor: 'a message that explains a change to the code at length',
    find: findExplanation,
  },
  {
    name: 'restructured',
    weight: 1.1,
    isUrgent: true,
    looksFor: 'many files moved or removed: another layout of the project',
    find: findRestructuring,
  },
];

const edited = (code: readonly FileFact[]): readonly FileFact[] =>
  code.filter(({ isNew, status, plus, minus }) => !isNew && status !== 'D' && plus + minus > 0);

/** Lines that make the code do more: those of new files, and what edited files grew by. */
const growth = ({ code }: Facts): number =>
  sum(
    code.filter(({ path, status }) => status !== 'D' && !DECLARES.test(path)),
    ({ plus, minus }) => Math.max(plus - minus / 2, plus / 3),
  );

function findModules({ modules }: Facts): Found | null {
  const real = modules.filter(({ plus, path }) => plus >= SMALLEST_MODULE && !DECLARES.test(path));
  const lines = sum(real, ({ plus }) => plus);
  return real.length === 0 ? null : { evidence: listFiles(real), strength: ramp(lines, 20, 120) };
}

function findRework({ code }: Facts): Found | null {
  const files = edited(code);
  const lines = sum(files, ({ plus, minus }) => plus + Math.min(plus, minus) / 4);
  const strength = 0.65 * ramp(lines, 40, 320) + 0.35 * ramp(lines, 320, 700);
  return files.length === 0 ? null : { evidence: listFiles(files), strength };
}

// A type is a claim by the book; a verb is one that people use for small things as well.
function findFeature(facts: Facts): Found | null {
  const { claim, subject, message } = facts;
  const isTyped = claim === 'feature' && message.type !== null;
  const isAlso = claim !== 'feature' && /(?:\band|[+&,;]) (?:add|implement|introduce|support)/i.test(subject);
  if (claim !== 'feature' && !isAlso) return null;
  const share = isTyped ? 1 : isAlso || DETAIL.test(subject) ? 0.3 : 0.6;
  const grown = growth(facts);
  return {
    evidence: `"${subject.slice(0, 80)}", ${Math.round(grown)} lines of code`,
    strength: share * ramp(grown, 15, 45),
  };
}

function findPart(facts: Facts): Found | null {
  const { claim, subject } = facts;
  const evidence = quote(subject, PART);
  const isSmall = claim !== null && ['test', 'docs', 'chore', 'tweak', 'removal'].includes(claim);
  return evidence === null || isSmall
    ? null
    : { evidence, strength: ramp(growth(facts), 30, 100) * (DETAIL.test(subject) ? 0.4 : 1) };
}

function findExplanation({ body, code, claim }: Facts): Found | null {
  if (code.length === 0 || body.length < 150) return null;
  const share =
    claim === 'fix'
      ? 0
      : claim === null || ['feature', 'update', 'performance', 'release'].includes(claim)
        ? 1
        : 0.4;
  return {
    evidence: `a body of ${body.length} characters`,
    strength: ramp(body.length, 150, 700) * share,
  };
}

function findRestructuring({ files }: Facts): Found | null {
  const parts = files.filter(({ kind }) =>
    ['code', 'config', 'manifest', 'deployment', 'schema'].includes(kind),
  );
  const moved = parts.filter(({ isMoved }) => isMoved);
  const gone = parts.filter(({ status, isMoved }) => status === 'D' && !isMoved);
  const most = moved.length >= gone.length ? moved : gone;
  return most.length < 5 ? null : { evidence: listFiles(most), strength: ramp(most.length, 4, 12) };
}
